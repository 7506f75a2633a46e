//! The order of a start: the log, the lock, the engine's thread, the window. Nothing else happens before the window.

use crate::engine::{self, Running};
use crate::shell::Shell;
use crate::{commands, ending, log, window};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use tauri::{Manager, RunEvent, Runtime, WindowEvent};
use till::Home;
use tokio::sync::watch;

/// Another till has this home open.
const ANOTHER_TILL_RUNS: u8 = 3;

/// Runs the till until its window is closed.
#[must_use]
pub fn start() -> ExitCode {
    let home = match place() {
        Ok(home) => home,
        Err(why) => {
            eprintln!("Holdfast cannot use its folder: {why}");
            return ExitCode::FAILURE;
        }
    };
    let lock = match lock(&home) {
        Ok(Some(lock)) => lock,
        Ok(None) => {
            eprintln!("Holdfast is already running with {}. Use its window.", home.root().display());
            return ExitCode::from(ANOTHER_TILL_RUNS);
        }
        Err(why) => {
            eprintln!("Holdfast cannot use {}: {why}", home.root().display());
            return ExitCode::FAILURE;
        }
    };
    log::start(&home.log_dir(), log::level_of(std::env::var("HOLDFAST_LOG").ok().as_deref()));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "the till starts");
    let code = with_window(&home);
    tracing::info!("the till ends");
    drop(lock);
    code
}

/// The data directory, by its full path: a later change of folder must not move it.
fn place() -> io::Result<Home> {
    let root = Home::default_root().ok_or_else(|| io::Error::other("HOLDFAST_HOME is not set"))?;
    Home::open(&std::path::absolute(root)?)
}

/// The kernel's lock on the home: it goes with the process, however that ends. `None` when another till has it.
///
/// # Errors
/// When the file cannot be made.
pub fn lock(home: &Home) -> io::Result<Option<File>> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(home.lock_path())?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(why)) => Err(why),
    }
}

/// The app on any runtime: its state, its commands, and no window yet.
pub fn builder<R: Runtime>(builder: tauri::Builder<R>, slot: watch::Sender<Option<Arc<Running>>>) -> tauri::Builder<R> {
    builder.manage(Shell::new(slot)).invoke_handler(commands::handler())
}

/// Page, settings and access list as they were compiled in.
#[must_use]
pub fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

fn with_window(home: &Home) -> ExitCode {
    let (slot, _) = watch::channel(None);
    let ended = match engine::start(home.clone(), slot.clone(), engine::has_session_bus()) {
        Ok(ended) => ended,
        Err(why) => return failed(&why),
    };
    let for_window = home.clone();
    let app = builder(tauri::Builder::default(), slot)
        .setup(move |app| {
            window::open(app, &for_window)?;
            ending::hear_signals(app.handle().clone());
            Ok(())
        })
        .build(context());
    match app {
        Ok(app) => run(app, &ended),
        Err(why) => failed(&why),
    }
}

fn run(app: tauri::App, ended: &Receiver<()>) -> ExitCode {
    let handle = app.handle().clone();
    let code = app.run_return(|app, event| {
        if let RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. } = event
            && label == window::MAIN
        {
            // A second window alone is no till.
            app.exit(0);
        }
    });
    ending::end(&handle.state::<Shell>(), ended);
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

fn failed(why: &dyn std::fmt::Display) -> ExitCode {
    tracing::error!(%why, "the window could not be opened");
    eprintln!("Holdfast cannot open its window: {why}");
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_locked_by_one_till_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        let first = lock(&home).unwrap();
        assert!(first.is_some());
        assert!(lock(&home).unwrap().is_none());
        drop(first);
        assert!(lock(&home).unwrap().is_some());
    }
}
