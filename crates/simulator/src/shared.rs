//! What the server and every handle share.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::answers;
use crate::books::Books;
use crate::checks::{self, Incoming, Merchant};
use crate::clock::Clock;
use crate::faults::Faults;
use crate::reply::{Refusal, Reply};
use crate::store::{self, Saved};
use crate::traffic::{Traffic, Violation};

/// Locks are taken one at a time and never held across an await.
pub(crate) struct Shared {
    pub(crate) merchant: Merchant,
    pub(crate) clock: Clock,
    pub(crate) news: watch::Sender<u64>,
    books: Mutex<Books>,
    faults: Mutex<Faults>,
    /// When each effect that was put off is due, by the number of its request.
    late: Mutex<BTreeMap<u64, i64>>,
    traffic: Mutex<Traffic>,
    state_file: Option<PathBuf>,
}

impl Shared {
    pub(crate) fn new(merchant: Merchant, saved: Saved<Books>, state_file: Option<PathBuf>) -> Self {
        Self {
            merchant,
            clock: Clock::new(saved.clock_offset_ms),
            news: watch::Sender::new(0),
            books: Mutex::new(saved.books),
            faults: Mutex::default(),
            late: Mutex::default(),
            traffic: Mutex::default(),
            state_file,
        }
    }

    /// Works on the books as they are now, and saves them if that changed anything.
    pub(crate) fn with_books<T>(&self, work: impl FnOnce(&mut Books, i64) -> T) -> T {
        let now_ms = self.clock.now_ms();
        let mut books = lock(&self.books);
        books.catch_up(now_ms);
        let done = work(&mut books, now_ms);
        if books.take_dirty() {
            self.save(&books);
        }
        done
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.faults)
    }

    pub(crate) fn late(&self) -> MutexGuard<'_, BTreeMap<u64, i64>> {
        lock(&self.late)
    }

    pub(crate) fn traffic(&self) -> MutexGuard<'_, Traffic> {
        lock(&self.traffic)
    }

    /// Checks a request, does what it asks and says what to answer.
    pub(crate) fn answer(&self, incoming: &Incoming) -> Reply {
        let call = incoming.route.call;
        let answered = checks::check(&self.merchant, incoming).and_then(|asked| {
            self.with_books(|books, now_ms| answers::answer(books, &self.merchant.id, &asked, now_ms))
        });
        answered.unwrap_or_else(|refusal| {
            tracing::debug!(?call, code = refusal.code, "refused");
            self.note_breach(incoming, &refusal);
            refusal.reply()
        })
    }

    /// Saves even when only the clock moved.
    pub(crate) fn save_now(&self) {
        self.save(&lock(&self.books));
    }

    /// Wakes whoever waits for something to happen here.
    pub(crate) fn announce(&self) {
        self.news.send_modify(|count| *count = count.wrapping_add(1));
    }

    fn note_breach(&self, incoming: &Incoming, refusal: &Refusal) {
        if let Some(what) = refusal.breach.clone() {
            let at_ms = self.clock.now_ms();
            self.traffic().violated(Violation {
                at_ms,
                call: Some(incoming.route.call),
                what,
            });
        }
    }

    fn save(&self, books: &Books) {
        let Some(path) = &self.state_file else { return };
        let saved = Saved {
            clock_offset_ms: self.clock.offset_ms(),
            books,
        };
        if let Err(why) = store::save(path, &saved) {
            tracing::error!(%why, "the simulator's state could not be saved");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic elsewhere leaves plain data behind, and the books are consistent between calls.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
