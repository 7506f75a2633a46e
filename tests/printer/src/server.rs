//! The printer's network side and its state.

use crate::reading::{Heard, Reading, Slip};
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How the printer is. All at once is possible, as in a shop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mood {
    pub offline: bool,
    pub cover_open: bool,
    pub fault: bool,
    pub paper_out: bool,
    pub paper_low: bool,
    /// Answers no question, as many cheap ones.
    pub mute: bool,
    /// Runs out of paper after so many rows.
    pub paper_rows_left: Option<usize>,
    /// Takes no more bytes after so many.
    pub stuck_after: Option<usize>,
    /// Closes the line after so many bytes.
    pub cut_off_after: Option<usize>,
    /// Rests so long after each row of dots.
    pub slow: Option<Duration>,
    /// Takes everything and never says that it is done.
    pub never_done: bool,
}

#[derive(Default)]
struct Kept {
    mood: Mood,
    slips: Vec<Slip>,
    bytes: usize,
    calls: usize,
    strange: Vec<u8>,
    torn_off: Vec<Slip>,
    has_ended: bool,
}

/// Prints into memory until it is dropped.
pub struct VirtualPrinter {
    address: SocketAddr,
    kept: Arc<(Mutex<Kept>, Condvar)>,
}

impl VirtualPrinter {
    /// Listens on a free port of this machine's own address.
    ///
    /// # Errors
    /// When there is no port or no thread.
    pub fn start() -> io::Result<VirtualPrinter> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let kept = Arc::new((Mutex::new(Kept::default()), Condvar::new()));
        let ours = Arc::clone(&kept);
        thread::Builder::new()
            .name("virtual printer".to_owned())
            .spawn(move || {
                for stream in listener.incoming() {
                    if lock(&ours).has_ended {
                        return;
                    }
                    // One line at a time, as a printer has it.
                    if let Ok(stream) = stream {
                        serve(stream, &ours);
                    }
                }
            })?;
        Ok(VirtualPrinter { address, kept })
    }

    /// As a person types it into the settings.
    #[must_use]
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// From now on.
    pub fn set(&self, mood: Mood) {
        lock(&self.kept).mood = mood;
        self.kept.1.notify_all();
    }

    /// What was cut off so far.
    #[must_use]
    pub fn slips(&self) -> Vec<Slip> {
        lock(&self.kept).slips.clone()
    }

    /// Paper that was begun and whose line ended before the cut.
    #[must_use]
    pub fn torn_off(&self) -> Vec<Slip> {
        lock(&self.kept).torn_off.clone()
    }

    /// How often somebody called.
    #[must_use]
    pub fn calls(&self) -> usize {
        lock(&self.kept).calls
    }

    /// Bytes that are no command that a till should send.
    #[must_use]
    pub fn strange(&self) -> Vec<u8> {
        lock(&self.kept).strange.clone()
    }

    /// Waits until so many papers were cut off; what there is after `within` otherwise.
    #[must_use]
    pub fn wait_for(&self, count: usize, within: Duration) -> Vec<Slip> {
        let kept = lock(&self.kept);
        let waited = self
            .kept
            .1
            .wait_timeout_while(kept, within, |kept| kept.slips.len() < count);
        let (kept, _) = waited.unwrap_or_else(PoisonError::into_inner);
        kept.slips.clone()
    }
}

impl Drop for VirtualPrinter {
    fn drop(&mut self) {
        lock(&self.kept).has_ended = true;
        self.kept.1.notify_all();
        // The listener is waiting for a call.
        drop(TcpStream::connect(self.address));
    }
}

fn lock(kept: &(Mutex<Kept>, Condvar)) -> MutexGuard<'_, Kept> {
    kept.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(mut stream: TcpStream, kept: &(Mutex<Kept>, Condvar)) {
    lock(kept).calls += 1;
    let mut reading = Reading::default();
    let mut byte = [0_u8; 1];
    while let Ok(1) = stream.read(&mut byte) {
        let [byte] = byte;
        let mood = {
            let mut kept = lock(kept);
            kept.bytes += 1;
            kept.mood.clone()
        };
        let bytes = lock(kept).bytes;
        if mood.cut_off_after.is_some_and(|after| bytes > after) {
            // Nobody's fault but the line's.
            drop(stream.shutdown(Shutdown::Both));
            break;
        }
        if mood.stuck_after.is_some_and(|after| bytes > after) {
            wait_while_stuck(kept);
        }
        let heard = reading.take(byte);
        if heard == Heard::Row {
            print_row(kept, mood.slow);
        }
        if heard == Heard::Cut {
            lock(kept).slips.push(reading.cut());
            kept.1.notify_all();
        }
        let mood = lock(kept).mood.clone();
        if let Some(answer) = answer(&heard, &mood)
            && stream.write_all(&[answer]).is_err()
        {
            break;
        }
    }
    let mut kept = lock(kept);
    kept.strange.extend(reading.strange.iter());
    if !reading.unfinished().rows.is_empty() {
        kept.torn_off.push(reading.cut());
    }
}

fn wait_while_stuck(kept: &(Mutex<Kept>, Condvar)) {
    let guard = lock(kept);
    let freed = kept
        .1
        .wait_while(guard, |kept| kept.mood.stuck_after.is_some() && !kept.has_ended);
    drop(freed);
}

fn print_row(kept: &(Mutex<Kept>, Condvar), slow: Option<Duration>) {
    let mut kept = {
        let guard = lock(kept);
        let rested = kept
            .1
            .wait_timeout_while(guard, slow.unwrap_or_default(), |kept| !kept.has_ended);
        rested.unwrap_or_else(PoisonError::into_inner).0
    };
    if let Some(left) = kept.mood.paper_rows_left {
        kept.mood.paper_rows_left = Some(left.saturating_sub(1));
        kept.mood.paper_out |= left <= 1;
    }
}

/// Bits as in Epson's reference: 1 and 4 of a status are always set, 4 and 7 of the answer in turn never.
fn answer(heard: &Heard, mood: &Mood) -> Option<u8> {
    const STATUS: u8 = 0b0001_0010;
    let bit = |is: bool, bits: u8| if is { bits } else { 0 };
    let stops = mood.offline || mood.cover_open || mood.paper_out || mood.fault;
    if mood.mute {
        return None;
    }
    match heard {
        Heard::Asked(1) => Some(STATUS | bit(stops, 0b0000_1000)),
        Heard::Asked(2) => Some(
            STATUS
                | bit(mood.cover_open, 0b0000_0100)
                | bit(mood.paper_out, 0b0010_0000)
                | bit(mood.fault, 0b0100_0000),
        ),
        Heard::Asked(4) => Some(STATUS | bit(mood.paper_low, 0b0000_1100) | bit(mood.paper_out, 0b0110_0000)),
        Heard::Asked(_) => Some(STATUS),
        Heard::AskedInTurn if !mood.never_done && !stops => Some(bit(mood.paper_low, 0b0000_0011)),
        Heard::AskedInTurn | Heard::Nothing | Heard::Row | Heard::Cut => None,
    }
}
