#![doc = include_str!("../README.md")]

mod reading;
mod server;

pub use reading::Slip;
pub use server::{Mood, VirtualPrinter};
