#![doc = include_str!("../README.md")]

mod address;
mod post;
mod sign;

pub use address::{Address, AddressRefusal};
pub use post::{Deadlines, NotTaken, SIGNATURE_HEADER, TIME_HEADER, Webhook};
pub use sign::signature;
