//! A running engine, as the shell runs it: on a thread of its own. Ending it is a power cut: nothing is said to it, and
//! whatever it had on the way is dropped with its runtime.

use crate::ports::{Dice, HandClock, KeyringVault, Wiring};
use contract::ProfileName;
use ledger::{Head, Ledger, LedgerError};
use secrecy::ExposeSecret;
use secrets::Entry;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use till::{BooksTrouble, Config, OpenBooks, Parts, Till, TillHandle};
use tokio::sync::oneshot;

pub struct Engine {
    pub handle: TillHandle,
    cut: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

pub struct Start<'a> {
    pub ledger: &'a Path,
    pub clock: HandClock,
    pub wiring: Wiring,
    pub expiry_minutes: u32,
    pub reads_suggest: bool,
}

impl Engine {
    /// Opens the ledger, starts the loop and has the chain checked, as a start of the program does.
    pub fn start(start: Start<'_>) -> Engine {
        let books = open_books(start.ledger);
        let opened = matches!(books, OpenBooks::Open(_));
        let clock: Arc<HandClock> = Arc::new(start.clock);
        let till = Till::new(
            config(&start.wiring, start.expiry_minutes, start.reads_suggest),
            clock.clone(),
            Arc::new(Dice),
            books,
        );
        let parts = Parts {
            vault: Arc::new(KeyringVault(start.wiring.keyring.clone())),
            connect: Arc::new(start.wiring.clone()),
            clock,
        };
        let (handle, going) = till::run(till, parts);
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
            handle.books_checked(check(start.ledger, &start.wiring));
        }
        Engine {
            handle,
            cut: Some(cut),
            thread: Some(thread),
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
        base_url: wiring.base_url.clone(),
        merchant_id: wiring.merchant_id.clone(),
        salt_index: wiring.salt_index,
        expiry_minutes,
        reads_suggest,
        top_up_hosts: Vec::new(),
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
