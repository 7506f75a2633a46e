//! The real program, as a technician types it, for a user who is thrown away after each test.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what goes wrong in here is a failed test; clippy takes only the marked functions for one"
)]

mod backup;
mod books;
mod doctor;
mod export;
mod hook_key;
mod phonepe;
mod provision;
mod reconcile;
mod report;
mod sheets;
mod staff;
mod user;
mod verify;
mod words;
