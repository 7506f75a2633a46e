//! A running engine, as the shell runs it: on a thread of its own. Ending it is a power cut: nothing is said to it, and
//! whatever it had on the way is dropped with its runtime.

use crate::ports::{NoPackages, NoPrinter, NoShelf, Wiring};
use contract::ProfileName;
use holdfast_shell::Verdict;
use holdfast_shell::ports::{SafePins, SafeVault, SystemChance};
use ledger::{Head, Ledger, LedgerError};
use secrecy::ExposeSecret;
use secrets::Entry;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use till::{BooksTrouble, Clock, Config, OpenBooks, Parts, Till, TillHandle};
use tokio::sync::{oneshot, watch};

pub struct Engine {
    pub handle: TillHandle,
    cut: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    /// A new anchor of the ledger waits for the word on the old one.
    _verdict: watch::Sender<Verdict>,
}

pub struct Start<'a> {
    pub ledger: &'a Path,
    pub clock: Arc<dyn Clock>,
    pub wiring: Wiring,
    pub expiry_minutes: u32,
    pub reads_suggest: bool,
}

impl Engine {
    /// Opens the ledger, starts the loop and has the chain checked, as a start of the program does.
    pub fn start(start: Start<'_>) -> Engine {
        let books = open_books(start.ledger);
        let opened = matches!(books, OpenBooks::Open(_));
        let clock = start.clock;
        let config = config(&start.wiring, start.expiry_minutes, start.reads_suggest);
        let (settle, verdict) = watch::channel(Verdict::Open);
        let parts = Parts {
            vault: Arc::new(SafeVault::new(start.wiring.safe(), verdict)),
            pins: Arc::new(SafePins::new(start.wiring.safe())),
            connect: Arc::new(start.wiring.clone()),
            clock: clock.clone(),
            shelf: Arc::new(NoShelf),
            packages: Arc::new(NoPackages),
            printer: Arc::new(NoPrinter),
        };
        let (handle, going) = till::run(Till::new(config, clock, Arc::new(SystemChance), books), parts);
        let (cut, was_cut) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async move {
                tokio::select! {
                    () = going => {}
                    _ = was_cut => {}
                }
            });
        });
        if opened {
            let checked = check(start.ledger, &start.wiring);
            settle.send_replace(if checked.is_ok() {
                Verdict::Holds
            } else {
                Verdict::Broken
            });
            handle.books_checked(checked);
        }
        Engine {
            handle,
            cut: Some(cut),
            thread: Some(thread),
            _verdict: settle,
        }
    }

    /// Ends it without a word and waits until its ledger is closed.
    pub fn cut(mut self) {
        self.end();
    }

    fn end(&mut self) {
        drop(self.cut.take());
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the engine panicked");
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.end();
    }
}

fn config(wiring: &Wiring, expiry_minutes: u32, reads_suggest: bool) -> Config {
    Config {
        profile: ProfileName::Uat,
        counter: "2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 14,
        version: "0.1.0".to_owned(),
        base_url: wiring.store.base_url.clone(),
        merchant_id: wiring.store.merchant_id.clone(),
        salt_index: wiring.store.salt_index,
        expiry_minutes,
        reads_suggest,
        top_up_hosts: Vec::new(),
        preferences: contract::PreferencesView::default(),
    }
}

fn open_books(path: &Path) -> OpenBooks {
    match Ledger::open(path, "uat") {
        Ok(ledger) => OpenBooks::Open(Box::new(ledger)),
        Err(why @ LedgerError::Newer { .. }) => OpenBooks::Closed(BooksTrouble::Newer(why.to_string())),
        Err(why @ LedgerError::Damaged(_)) => OpenBooks::Closed(BooksTrouble::Damaged(why.to_string())),
        Err(why) => OpenBooks::Closed(BooksTrouble::CannotOpen(why.to_string())),
    }
}

fn check(path: &Path, wiring: &Wiring) -> Result<(), BooksTrouble> {
    let line = wiring.keyring.get_blocking(Entry::LedgerHead).ok().flatten();
    let anchor = line.and_then(|line| Head::from_line(line.expose_secret()));
    match ledger::verify(path, anchor.as_ref()) {
        Ok(found) if found.holds() => Ok(()),
        Ok(found) => Err(BooksTrouble::Tampered(format!("{found:?}"))),
        Err(why) => Err(BooksTrouble::Damaged(why.to_string())),
    }
}
