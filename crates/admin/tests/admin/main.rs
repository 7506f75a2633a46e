//! The real program, as a technician types it, for a user who is thrown away after each test.
#![cfg(target_os = "linux")]

mod books;
mod doctor;
mod export;
mod phonepe;
mod provision;
mod user;
mod verify;
mod words;
