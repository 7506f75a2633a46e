//! The ledger as the engine uses it: what may be written and when, and how the till goes on when nothing can be.

use crate::inputs::BooksTrouble;
use crate::ports::Books;
use crate::state::{Flight, OpenBooks, Till};
use contract::{ErrorCode, UiError};
use domain::{Fact, Moment, OurRef, Record, RefundFact};
use ledger::{Appended, HoldRow, LedgerError};

impl Till {
    /// Commits one fact. Before the chain was checked it waits: nothing is written into a file that nobody has judged.
    /// A ledger that fails closes the books: nothing new is asked of anybody, and what PhonePe still answers moves the
    /// sale in memory alone, marked as not written.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`], [`ErrorCode::BooksChecking`] or [`ErrorCode::NotAllowedNow`]; nothing was written.
    pub(crate) fn commit(&mut self, fact: Fact) -> Result<(), UiError> {
        self.note_asker(&fact);
        let record = self.record(fact);
        self.commit_record(record)
    }

    /// The same for a fact whose moment is part of what it says.
    ///
    /// # Errors
    /// As [`Till::commit`].
    pub(crate) fn commit_record(&mut self, record: Record) -> Result<(), UiError> {
        match &self.books {
            OpenBooks::Closed(_) => self.keep_in_mind(&record),
            OpenBooks::Open(_) if !self.books_checked => self.keep_until_checked(record),
            OpenBooks::Open(books) => match books.append(record.clone()) {
                Ok(mut appended) => {
                    self.queue.follow(&record);
                    self.follow_reconciling(&record.fact);
                    // A slip leaves its sale where it is: one of last month does not come into the strip.
                    appended.row = appended.row.filter(|_| !matches!(record.fact, Fact::Paper(_)));
                    self.note_appended(appended)
                }
                Err(failed) => self.stop_after(&failed, &record),
            },
        }
    }

    /// All of the facts in one commit, or none of them.
    ///
    /// # Errors
    /// As [`Till::commit`].
    pub(crate) fn commit_all(&mut self, facts: Vec<Fact>) -> Result<(), UiError> {
        let records: Vec<Record> = facts.into_iter().map(|fact| self.record(fact)).collect();
        let books = match &self.books {
            OpenBooks::Closed(_) => return Err(ErrorCode::BooksClosed.into()),
            OpenBooks::Open(_) if !self.books_checked => return Err(ErrorCode::BooksChecking.into()),
            OpenBooks::Open(books) => books,
        };
        match books.append_all(records.clone()) {
            Ok(all) => {
                for (record, appended) in records.iter().zip(all) {
                    self.queue.follow(record);
                    self.note_appended(appended)?;
                }
                Ok(())
            }
            Err(failed) => {
                tracing::error!(%failed, "records could not be written");
                self.close_books(trouble_of(&failed));
                Err(ErrorCode::BooksClosed.into())
            }
        }
    }

    pub(crate) fn record(&self, fact: Fact) -> Record {
        self.record_at(self.now(), fact)
    }

    pub(crate) fn record_at(&self, at: Moment, fact: Fact) -> Record {
        Record {
            at,
            by: self.actor_of(&fact),
            fact,
        }
    }

    /// The check of the whole chain ended. Only now the start itself is written, and with it that requests were found
    /// without a reply: all of it or nothing.
    pub(crate) fn hear_books_checked(&mut self, result: Result<(), BooksTrouble>) {
        match (result, &self.books) {
            (Err(trouble), _) => self.close_books(trouble),
            (Ok(()), OpenBooks::Closed(_)) => {}
            (Ok(()), OpenBooks::Open(_)) if self.books_checked => {}
            (Ok(()), OpenBooks::Open(books)) => {
                let appended = books.append_all(std::mem::take(&mut self.waiting));
                match appended {
                    Ok(all) => self.take_up(all),
                    Err(failed) => self.close_books(trouble_of(&failed)),
                }
            }
        }
    }

    /// The ledger was opened again, and its chain checked, after the books had been closed. The till goes on as after a
    /// start: from what is written, not from what it remembers.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when they are closed still or again; [`ErrorCode::NotAllowedNow`] when they are open.
    pub(crate) fn reopen(&mut self, opened: Result<Box<dyn Books>, BooksTrouble>) -> Result<(), UiError> {
        if matches!(self.books, OpenBooks::Open(_)) {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        match opened {
            Err(trouble) => self.close_books(trouble),
            Ok(books) => {
                self.forget_the_unwritten();
                self.books = OpenBooks::Open(books);
                self.recover();
                self.hear_books_checked(Ok(()));
                let on_screen = self.front.sale.clone();
                self.front.sale = on_screen.filter(|our_ref| self.row(our_ref).is_some());
            }
        }
        match &self.books {
            OpenBooks::Open(_) => Ok(()),
            OpenBooks::Closed(_) => Err(ErrorCode::BooksClosed.into()),
        }
    }

    pub(crate) fn close_books(&mut self, trouble: BooksTrouble) {
        self.books = OpenBooks::Closed(trouble);
        self.books_checked = false;
        // What PhonePe said of a sale while the chain was being checked is known, and will not be written now.
        for record in std::mem::take(&mut self.waiting) {
            let is_look = matches!(
                record.fact,
                Fact::Look { .. } | Fact::Refund(RefundFact::Looked { .. })
            );
            if let Some(our_ref) = record.fact.our_ref().filter(|_| is_look && record.fact.moves()) {
                self.unwritten.insert(our_ref.clone());
            }
        }
        self.front.review = None;
        self.front.top_up = None;
        self.refunds.panel = None;
        self.queue.close_panel();
    }

    /// A sale, from memory or from the ledger.
    pub(crate) fn row(&mut self, our_ref: &OurRef) -> Option<HoldRow> {
        if let Some(row) = self.sales.get(our_ref) {
            return Some(row.clone());
        }
        let OpenBooks::Open(books) = &self.books else {
            return None;
        };
        let row = books.row(our_ref).ok().flatten()?;
        self.sales.insert(our_ref.clone(), row.clone());
        Some(row)
    }

    /// A person has read that the ledger was put back from a backup.
    pub(crate) fn note_restore_seen(&mut self) -> Result<(), UiError> {
        if self.restored.is_none() {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.commit(Fact::RestoreSeen)?;
        let OpenBooks::Open(books) = &self.books else {
            return Err(ErrorCode::BooksClosed.into());
        };
        self.restored = books.unseen_restore().unwrap_or_default();
        Ok(())
    }

    /// What the start found is written; whatever comes next stands on it.
    fn take_up(&mut self, all: Vec<Appended>) {
        self.books_checked = true;
        for appended in all {
            if self.note_appended(appended).is_err() {
                return;
            }
        }
        if let OpenBooks::Open(books) = &self.books {
            self.head_text = books.head().map_or_else(|_| String::new(), |head| head.to_line());
        }
    }

    /// Memory follows the file. If the record does not stand where memory says that it must, somebody else writes into
    /// this ledger, or memory is wrong: the till stops.
    fn note_appended(&mut self, appended: Appended) -> Result<(), UiError> {
        let expected = self.head_seq.saturating_add(1);
        self.head_seq = appended.seq;
        if let Some(row) = appended.row {
            self.note_row(row);
        }
        if appended.seq == expected {
            return Ok(());
        }
        let found = format!("a record became number {}, and not {expected}", appended.seq);
        tracing::error!(found, "the ledger is not where memory says");
        self.close_books(BooksTrouble::Contradicted(found));
        Err(ErrorCode::BooksClosed.into())
    }

    fn stop_after(&mut self, failed: &LedgerError, record: &Record) -> Result<(), UiError> {
        tracing::error!(%failed, "a record could not be written");
        let trouble = trouble_of(failed);
        let is_contradiction = matches!(trouble, BooksTrouble::Contradicted(_));
        self.close_books(trouble);
        if is_contradiction {
            // The domain has no such move, so memory cannot make it either.
            return Err(ErrorCode::BooksClosed.into());
        }
        self.keep_in_mind(record)
    }

    /// While the chain is being checked. What asks for something is refused; everything else is a fact already.
    pub(crate) fn keep_until_checked(&mut self, record: Record) -> Result<(), UiError> {
        if record.fact.asks() {
            return Err(ErrorCode::BooksChecking.into());
        }
        if let Some(our_ref) = record.fact.our_ref().cloned() {
            self.advance_in_memory(&our_ref, &record)?;
        }
        self.waiting.push(record);
        Ok(())
    }

    /// While nothing can be written. What asks for something is refused.
    fn keep_in_mind(&mut self, record: &Record) -> Result<(), UiError> {
        let our_ref = record.fact.our_ref().filter(|_| !record.fact.asks()).cloned();
        let our_ref = our_ref.ok_or(ErrorCode::BooksClosed)?;
        self.advance_in_memory(&our_ref, record)?;
        if record.fact.moves() {
            self.unwritten.insert(our_ref);
        }
        Ok(())
    }

    fn advance_in_memory(&mut self, our_ref: &OurRef, record: &Record) -> Result<(), UiError> {
        let before = self.sales.get(our_ref);
        let seq = before.map_or(0, |row| row.seq);
        let row = ledger::advance(before, our_ref, record, seq).map_err(|refused| {
            tracing::error!(%refused, %our_ref, "a sale could not be moved in memory");
            ErrorCode::NotAllowedNow
        })?;
        self.note_row(row);
        Ok(())
    }

    /// Requests that are still on their way lose their place: their sales are looked up, as after a start.
    fn forget_the_unwritten(&mut self) {
        self.flights
            .retain(|_, flight| !matches!(flight, Flight::Money(..) | Flight::Look(..)));
        self.forget_refunds_under_way();
        self.sales.clear();
        self.ended.clear();
        self.looks.clear();
        self.recovering.clear();
        self.unwritten.clear();
        self.front.unsent = None;
        self.forget_unwritten_fronts();
    }
}

fn trouble_of(failed: &LedgerError) -> BooksTrouble {
    let is_refused = matches!(
        failed,
        LedgerError::Refused(_)
            | LedgerError::NoSuchSale(_)
            | LedgerError::Shift(_)
            | LedgerError::Queue(_)
            | LedgerError::Reconcile(_)
            | LedgerError::WrongZ(_)
    );
    if is_refused {
        BooksTrouble::Contradicted(failed.to_string())
    } else {
        BooksTrouble::CannotWrite(failed.to_string())
    }
}
