//! Kill, disk error and power cut on a real program: `holdfast-day` plays a scripted day on the real engine, the real
//! ledger file and the real client over HTTP, and `holdfast-crash` takes it down at every write.
//!
//! It is a member of its own because it forbids the window: what is started ten thousand times starts in milliseconds,
//! and the window's libraries take a tenth of a second to load. The window's own program is killed in `tests/e2e`.
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
