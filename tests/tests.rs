//! The one test binary of the house. Everything real but PhonePe and the clock: see `src/lib.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "all of it is test code: a failed unwrap is a failed test"
)]

mod architecture;
mod damage;
mod documents;
mod e2e;
mod faults;
mod flows;
mod fuzz;
#[cfg(target_os = "linux")]
mod keyring;
mod paper;
mod secrets;
