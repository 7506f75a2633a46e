//! The receipt printer: papers are drawn and sent on the printer's own thread, and what became of them is told to whoever
//! ordered them. Nobody else waits.

use crate::engine::Standing;
use contract::PrinterTrouble;
use printer::{Address, Deadlines, Event, Job, JobId, Outcome, Picture, State, Trouble, Worker};
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use till::{Going, PaperOrder, Printed, Printer, PrinterStands};
use tokio::sync::{oneshot, watch};

/// Whoever waits for what became of a job.
type Waiting = Arc<Mutex<BTreeMap<JobId, oneshot::Sender<Outcome>>>>;

/// The port's real side.
#[derive(Clone)]
pub struct PaperPrinter(Arc<Desk>);

struct Desk {
    worker: Worker,
    waiting: Waiting,
    next: AtomicU64,
    ledger_path: PathBuf,
    slot: watch::Receiver<Standing>,
    /// The address that was chosen is none.
    bad_address: AtomicBool,
}

impl PaperPrinter {
    /// # Errors
    /// When the system gives no thread.
    pub fn start(ledger_path: PathBuf, slot: watch::Receiver<Standing>) -> io::Result<PaperPrinter> {
        let waiting = Waiting::default();
        let (told, standing) = (Arc::clone(&waiting), slot.clone());
        let worker = Worker::start(Deadlines::default(), move |event| match event {
            Event::State(state) => tell(&standing, stands(state)),
            // The engine measures that itself: a job may also wait behind another.
            Event::Slow(_) => {}
            Event::Ended(id, outcome) => {
                tracing::info!(?outcome, "a paper's job has ended");
                if let Some(waiting) = locked(&told).remove(&id) {
                    // Nobody waits any more when the till is ending.
                    let _ = waiting.send(outcome);
                }
            }
        })?;
        Ok(PaperPrinter(Arc::new(Desk {
            worker,
            waiting,
            next: AtomicU64::new(1),
            ledger_path,
            slot,
            bad_address: AtomicBool::new(false),
        })))
    }
}

impl Desk {
    fn send(&self, picture: Picture, kick: bool) -> Result<oneshot::Receiver<Outcome>, PrinterTrouble> {
        let id = JobId(self.next.fetch_add(1, Ordering::Relaxed));
        let (done, ended) = oneshot::channel();
        locked(&self.waiting).insert(id, done);
        if self.worker.print(id, Job { picture, kick }) {
            Ok(ended)
        } else {
            locked(&self.waiting).remove(&id);
            Err(PrinterTrouble::TooMany)
        }
    }
}

impl Printer for PaperPrinter {
    fn print(&self, order: PaperOrder) -> Going<Printed> {
        let this = Arc::clone(&self.0);
        Box::pin(async move {
            if this.bad_address.load(Ordering::Relaxed) {
                return Printed::Not(PrinterTrouble::BadAddress);
            }
            let (ledger_path, kick) = (this.ledger_path.clone(), order.kick);
            let drawing = tokio::task::spawn_blocking(move || crate::paper::drawn(&order, &ledger_path));
            let picture = match drawing.await {
                Ok(Ok(slip)) => slip.raster().map(|raster| Picture {
                    width_bytes: raster.width_bytes,
                    rows: raster.rows,
                }),
                Ok(Err(why)) => {
                    tracing::error!(%why, "a paper could not be drawn");
                    return Printed::Not(PrinterTrouble::NotDrawn);
                }
                Err(_) => return Printed::Not(PrinterTrouble::NotDrawn),
            };
            let Ok(picture) = picture else {
                return Printed::Not(PrinterTrouble::NotDrawn);
            };
            match this.send(picture, kick) {
                Err(trouble) => Printed::Not(trouble),
                Ok(ended) => match ended.await {
                    Ok(Outcome::Printed { confirmed, .. }) => Printed::Done { confirmed },
                    Ok(Outcome::NotPrinted(trouble)) => Printed::Not(trouble_of(trouble)),
                    Ok(Outcome::Perhaps(trouble)) => Printed::Perhaps(trouble_of(trouble)),
                    // The printer's thread is gone in the middle of it.
                    Err(_) => Printed::Perhaps(PrinterTrouble::CutOff),
                },
            }
        })
    }

    fn use_address(&self, address: String) {
        let parsed = if address.is_empty() {
            Ok(None)
        } else {
            Address::parse(&address).map(Some)
        };
        let is_bad = parsed.is_err();
        self.0.bad_address.store(is_bad, Ordering::Relaxed);
        let taken = self.0.worker.use_address(parsed.unwrap_or_default());
        if is_bad {
            tell(&self.0.slot, PrinterStands::Trouble(PrinterTrouble::BadAddress));
        } else if !taken {
            tell(&self.0.slot, PrinterStands::Trouble(PrinterTrouble::TooMany));
        }
    }
}

fn tell(slot: &watch::Receiver<Standing>, stands: PrinterStands) {
    if let Standing::Running(running) = &*slot.borrow() {
        running.till.printer_stands(stands);
    }
}

fn stands(state: State) -> PrinterStands {
    match state {
        State::NotSetUp => PrinterStands::NotSetUp,
        State::Ready { paper_low } => PrinterStands::Ready { paper_low },
        State::Trouble(trouble) => PrinterStands::Trouble(trouble_of(trouble)),
    }
}

fn trouble_of(trouble: Trouble) -> PrinterTrouble {
    match trouble {
        Trouble::NotReached => PrinterTrouble::NotReached,
        Trouble::Offline => PrinterTrouble::Offline,
        Trouble::CoverOpen => PrinterTrouble::CoverOpen,
        Trouble::OutOfPaper => PrinterTrouble::OutOfPaper,
        Trouble::Fault => PrinterTrouble::Fault,
        Trouble::Stuck => PrinterTrouble::Stuck,
        Trouble::CutOff => PrinterTrouble::CutOff,
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
