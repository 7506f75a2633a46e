#![doc = include_str!("../README.md")]

mod evidence;
mod fonts;
mod layout;
mod pdf;
mod words;

pub use evidence::evidence_pack;
pub use pdf::DrawError;
