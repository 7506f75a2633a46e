//! The shell: the window, what it may ask for, and the plugs between the engine and the machine. No rule about money
//! stands here.

mod audit;
mod backups;
mod beside;
mod books;
mod catalogue;
mod commands;
mod display;
mod ending;
mod engine;
mod evidence;
mod fence;
mod front;
mod health;
mod hook;
mod lessons;
pub mod log;
mod paper;
mod pieces;
pub mod ports;
mod program;
mod reopen;
mod salvage;
mod second;
mod setup;
mod shell;
mod speech;
mod start;
pub mod support;
mod training;
mod updates;
mod views;
mod window;

#[cfg(test)]
mod tests;

pub use books::{Anchor, Verdict};
pub use program::obey;
pub use start::lock;
pub use training::Playground;
