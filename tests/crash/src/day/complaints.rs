//! What the program's own log warns of goes to standard error, and is counted.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing_subscriber::filter::LevelFilter;

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// From now on every warning is one.
pub fn listen() {
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_ansi(false)
        .with_writer(|| Counted)
        .init();
}

pub fn count() -> usize {
    COUNT.load(Ordering::SeqCst)
}

struct Counted;

impl Write for Counted {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        COUNT.fetch_add(1, Ordering::SeqCst);
        io::stderr().write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
