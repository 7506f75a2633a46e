#![doc = include_str!("../README.md")]

mod catalogue;
mod evidence;
mod fonts;
mod layout;
mod pdf;
mod slip;
mod words;

pub use catalogue::{languages, name_of};
pub use evidence::evidence_pack;
pub use fonts::Weight;
pub use pdf::DrawError;
pub use slip::{Mark, Paper, Raster, Sheet, Slip, Width, slip};
