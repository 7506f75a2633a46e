#![doc = include_str!("../README.md")]

mod client;
mod date;
mod json;
mod meaning;
mod request;
mod send;
mod settings;
mod signing;
mod wire;

pub use client::{Client, Deadlines, REPLY_BYTES_MAX};
pub use meaning::{ReadReply, meaning_of};
pub use request::{Prepared, ProviderError};
pub use settings::{DeviceHeaders, Profile, Settings, SettingsRefusal};
pub use signing::{CallbackRefusal, verify_callback, x_verify_get, x_verify_post};

#[cfg(test)]
mod vectors;
