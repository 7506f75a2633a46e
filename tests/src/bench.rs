//! The benches of `cargo xtask bench`. Each measures ours and a floor in the same run, in turns, and prints one JSON line
//! at its end. The floor is what the same work costs without us.

pub mod ages;
mod answering;
mod bare;
mod board;
mod driver;
mod export;
mod hold_step;
mod key;
mod measure;
mod pss;
mod receipt;
mod recover;
mod screen;
mod scroll;
mod search;
mod sign;
mod sim;
mod stage;
mod start;
mod verify;
mod years;
mod z_report;

pub use measure::Measured;

/// A bench by its name.
pub type Bench = (&'static str, fn() -> Measured);

pub const BENCHES: [Bench; 17] = [
    ("sign", sign::measure),
    ("hold_step", hold_step::measure),
    ("verify", verify::measure),
    ("recover", recover::measure),
    ("sim", sim::measure),
    ("z_report", z_report::measure),
    ("board", board::measure),
    ("totals", board::measure_totals),
    ("export", export::measure),
    ("receipt", receipt::measure_raster),
    ("receipt_pdf", receipt::measure_pdf),
    ("start", start::measure_start),
    ("start_of_ages", start::measure_start_of_ages),
    ("memory", start::measure_memory),
    ("search", search::measure),
    ("scroll", scroll::measure),
    ("key", key::measure),
];

/// Rounds of a bench, unless the person said otherwise.
fn rounds(usually: usize) -> usize {
    said("HOLDFAST_BENCH_ROUNDS").unwrap_or(usually)
}

fn said(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// In memory if there is such a place, because a disk takes its time for each commit of a ledger's making.
fn in_memory() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        tempfile::TempDir::new_in(memory)
    } else {
        tempfile::TempDir::new()
    };
    folder.unwrap()
}
