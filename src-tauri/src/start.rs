//! The order of a start: the log, the lock, the engine's thread, the window. Nothing else happens before the window.

use crate::engine::{self, Ground, Slot, Standing};
use crate::shell::Shell;
use crate::{commands, display, ending, front, log, setup, window};
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use tauri::{Manager, RunEvent, Runtime, WindowEvent};
use till::Home;
use tokio::sync::watch;

/// Another till has this home open.
const ANOTHER_TILL_RUNS: u8 = 3;

/// How long a till that was told to close may still hold the home.
const CLOSING_TAKES: Duration = Duration::from_millis(1_500);

/// Runs the till until its window is closed.
#[must_use]
pub fn start() -> ExitCode {
    if !has_screen() {
        eprintln!("Holdfast needs a screen: neither DISPLAY nor WAYLAND_DISPLAY is set.");
        return ExitCode::FAILURE;
    }
    let Some(root) = Home::default_root().and_then(|root| std::path::absolute(root).ok()) else {
        eprintln!("Holdfast does not know where to keep its books: set HOLDFAST_HOME to a folder.");
        return ExitCode::FAILURE;
    };
    match Home::open(&root).and_then(|home| Ok((lock(&home)?, home))) {
        Ok((Some(lock), home)) => {
            log::start(
                &home.log_dir(),
                log::level_of(std::env::var("HOLDFAST_LOG").ok().as_deref()),
            );
            tracing::info!(version = env!("CARGO_PKG_VERSION"), "the till starts");
            let code = with_window(home, None);
            tracing::info!("the till ends");
            drop(lock);
            setup::start_again_if_asked();
            code
        }
        Ok((None, home)) => {
            eprintln!(
                "Holdfast is already running with {}. Use its window.",
                home.root().display()
            );
            front::call(&home);
            ExitCode::from(ANOTHER_TILL_RUNS)
        }
        Err(why) => {
            eprintln!("Holdfast cannot use {}: {why}", root.display());
            with_window(Home::at(&root), Some(format!("{}: {why}", root.display())))
        }
    }
}

/// Without one the window's library ends the program with a riddle.
fn has_screen() -> bool {
    let names = ["DISPLAY", "WAYLAND_DISPLAY"];
    cfg!(not(target_os = "linux"))
        || names
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|screen| !screen.is_empty()))
}

/// The kernel's lock on the home: it goes with the process, however that ends. A till that is just closing is waited
/// for; `None` when another one runs.
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
        Err(TryLockError::WouldBlock) => wait_for(file),
        Err(TryLockError::Error(why)) => Err(why),
    }
}

fn wait_for(file: File) -> io::Result<Option<File>> {
    let (got, wait) = mpsc::channel();
    thread::Builder::new().name("lock".to_owned()).spawn(move || {
        let _ = got.send(file.lock().map(|()| file));
    })?;
    wait.recv_timeout(CLOSING_TAKES).ok().transpose()
}

/// The app on any runtime: its state, its commands, and no window yet.
pub fn builder<R: Runtime>(builder: tauri::Builder<R>, slot: Slot) -> tauri::Builder<R> {
    builder
        .manage(Shell::new(slot))
        .invoke_handler(commands::handler())
}

/// Page, settings and access list as they were compiled in.
#[must_use]
pub fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

fn with_window(home: Home, trouble: Option<String>) -> ExitCode {
    let (slot, _) = watch::channel(Standing::Starting);
    let usable = trouble.is_none().then(|| home.clone());
    let standing = slot.subscribe();
    let ground = Ground {
        home,
        session_bus: engine::has_session_bus(),
        trouble,
    };
    let ended = match engine::start(ground, slot.clone()) {
        Ok(ended) => ended,
        Err(why) => return failed(&why),
    };
    let app = builder(tauri::Builder::default(), slot)
        .setup(move |app| {
            window::open(app, usable.as_ref())?;
            display::attend(app.handle().clone(), usable.clone(), standing);
            ending::hear_signals(app.handle().clone());
            if let Some(home) = &usable {
                front::listen(home, app.handle().clone());
            }
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
        if let RunEvent::WindowEvent {
            label,
            event: WindowEvent::Destroyed,
            ..
        } = event
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
    }

    #[test]
    fn a_till_that_is_just_closing_is_waited_for() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        let first = lock(&home).unwrap();
        let (asked, waiting) = (home.clone(), thread::spawn(move || drop(first)));
        assert!(lock(&asked).unwrap().is_some());
        waiting.join().unwrap();
    }
}
