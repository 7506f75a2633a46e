#![doc = include_str!("../README.md")]

mod backend;
mod entry;
mod error;
mod keyring;
mod memory;
#[cfg(not(target_os = "linux"))]
mod native;
mod operation;
mod pin;
mod random;
#[cfg(target_os = "linux")]
mod service;
mod watch;
mod workers;

pub use entry::Entry;
pub use error::{SecretError, SecretState};
pub use keyring::{DEADLINE, Keyring};
pub use pin::{Pepper, PinError};
pub use random::random_hex;
