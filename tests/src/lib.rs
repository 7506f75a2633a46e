//! The rig of the house's tests: a counter with everything real in it but the clock, and what looks over its shoulder.
//! Engine, ledger file, PhonePe's client over HTTP and the keyring's front are the program's own; PhonePe is the
//! simulator, in this process.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::float_arithmetic,
    reason = "all of it is test code: a failed unwrap is a failed test, and ratios of times are no money"
)]

mod audit;
pub mod bench;
mod beside;
mod counter;
pub mod damage;
mod detour;
mod engine;
mod harvest;
pub mod keyboard;
mod needles;
pub mod paper;
mod people;
pub mod pictures;
mod ports;
mod steps;
mod trace;

pub use audit::Captures;
pub use beside::beside;
pub use counter::{Counter, Plan};
pub use detour::{Detour, Listener};
pub use engine::Engine;
pub use harvest::{PLANTED_IN_A_REPLY, needles_of};
pub use needles::{Found, Needle, files_under, search};
pub use people::{ASHA, MEENA, WRONG_PIN, sign_in};
pub use ports::{HandClock, Switch};
pub use steps::{OTHER, RAVI};
pub use trace::{trace_folder, traced};
