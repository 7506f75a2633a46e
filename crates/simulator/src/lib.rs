#![doc = include_str!("../README.md")]

mod answers;
mod books;
mod calls;
mod cast;
mod checks;
mod clock;
mod control;
mod faults;
mod phone;
mod program;
mod reply;
mod server;
mod shared;
mod signing;
mod simulator;
mod steering;
mod store;
#[cfg(test)]
mod tests;
mod traffic;
mod wire;

pub use books::{
    Ending, HoldState, Message, OtpRules, Outcome, Refund, RefundRule, RefundState, Settlement, TopUp, Wallet,
};
pub use calls::Call;
pub use cast::{CAST, Part};
pub use faults::Fault;
pub use program::start;
pub use simulator::{Options, Simulator};
pub use steering::{HoldView, Steering, WalletView};
pub use traffic::{Received, Violation};
