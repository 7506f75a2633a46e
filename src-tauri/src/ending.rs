//! The end: a last anchor if it is quick, the ledger closed, nothing left hanging. Every commit was on the disk before,
//! so an end without this loses nothing.

use crate::books::Verdict;
use crate::engine::Running;
use crate::shell::Shell;
use contract::BooksState;
use secrecy::SecretString;
use secrets::Entry;
use std::sync::PoisonError;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Runtime};

const ANCHOR_TAKES: Duration = Duration::from_millis(800);
const ENGINE_TAKES: Duration = Duration::from_secs(2);

/// Asks the app to end when the system asks us to.
pub fn hear_signals<R: Runtime>(app: AppHandle<R>) {
    #[cfg(unix)]
    tauri::async_runtime::spawn(async move {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut terminate), Ok(mut interrupt), Ok(mut hang_up)) = (
            signal(SignalKind::terminate()),
            signal(SignalKind::interrupt()),
            signal(SignalKind::hangup()),
        ) else {
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hang_up.recv() => {}
        }
        app.exit(0);
    });
    #[cfg(not(unix))]
    drop(app);
}

/// Lets the engine go and waits a moment for it.
pub fn end(shell: &Shell, ended: &Receiver<()>) {
    if let Some(running) = shell.let_go() {
        anchor(&running);
        drop(running);
        // It never speaks; it hangs up when the thread is done.
        let _ = ended.recv_timeout(ENGINE_TAKES);
    }
}

/// Puts the ledger's head into the keyring, if the ledger was compared with the anchor that stands there now.
fn anchor(running: &Running) {
    let Some(line) = anchor_line(running) else { return };
    let Some(chosen) = running.safe.known().filter(|chosen| !chosen.in_memory) else {
        return;
    };
    let (done, wait) = mpsc::channel();
    let spawned = thread::Builder::new().name("anchor".to_owned()).spawn(move || {
        let _ = done.send(
            chosen
                .keyring
                .set_blocking(Entry::LedgerHead, SecretString::from(line)),
        );
    });
    if spawned.is_ok() && !matches!(wait.recv_timeout(ANCHOR_TAKES), Ok(Ok(()))) {
        tracing::warn!("the ledger's last head did not get into the keyring");
    }
}

fn anchor_line(running: &Running) -> Option<String> {
    let in_order = running.till.views().borrow().lamps.books == BooksState::InOrder;
    let holds = *running.verdict.borrow() == Verdict::Holds;
    let ledger = running.ledger.lock().unwrap_or_else(PoisonError::into_inner);
    let head = ledger.as_ref().filter(|_| in_order && holds)?.head().ok()?;
    (head.seq > 0).then(|| head.to_line())
}
