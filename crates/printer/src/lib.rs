#![doc = include_str!("../README.md")]

mod address;
mod escpos;
mod job;
mod line;
mod worker;

pub use address::{Address, AddressRefusal};
pub use escpos::Picture;
pub use job::{Deadlines, Job, Outcome, Trouble};
pub use worker::{Event, JobId, State, Worker};
