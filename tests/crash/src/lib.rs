#![doc = include_str!("../README.md")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::wildcard_enum_match_arm,
    reason = "all of it is test code: a failed unwrap is a failed test"
)]

mod aim;
mod audit;
pub mod command;
pub mod day;
mod disk;
mod draw;
pub mod power;
mod said;
pub mod strace;
pub mod sweep;
pub mod tape;
mod world;

pub use said::Said;
