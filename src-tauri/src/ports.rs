//! The real parts behind the engine's ports. Nothing is decided here; each is a thin plug.

mod chance;
mod clock;
mod connector;
mod machine;
mod pins;
mod printer;
mod provider;
mod vault;

pub use chance::SystemChance;
pub use clock::SystemClock;
pub use connector::{Connector, Line, TrainingLine};
pub use machine::device_headers;
pub use pins::SafePins;
pub(crate) use printer::PaperPrinter;
pub use provider::{PhonePe, clock_off_ms};
pub use vault::{Chosen, Safe, SafeVault, trouble_of};
