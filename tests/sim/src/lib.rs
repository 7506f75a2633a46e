#![doc = include_str!("../README.md")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "all of it is test code: a failed unwrap is a failed seed"
)]

mod answers;
mod bill;
mod bulk;
mod cashier;
mod chance;
mod checks;
mod customer;
mod disk;
mod fate;
mod heal;
mod life;
mod plan;
mod planted;
mod pressing;
mod provider;
mod queue;
mod refunds;
mod run;
mod step;
mod time;
mod traffic;
mod weather;
mod wire;
mod world;

pub use checks::{Property, Violation};
pub use planted::Planted;
pub use run::{Counts, caught, caught_by, run, told};
