//! A second start brings the first till's window to the front. Nothing is said over this line: a connection is all.

use crate::window;
use std::path::PathBuf;
use tauri::{AppHandle, Manager, Runtime};
use till::Home;

/// Listens for second starts. The folder is its owner's alone; where the system refuses the line, there is none.
pub fn listen<R: Runtime>(home: &Home, app: AppHandle<R>) {
    let place = place(home);
    // The home's lock is ours, so whatever stands there is left over.
    let _ = std::fs::remove_file(&place);
    #[cfg(unix)]
    if let Ok(listener) = std::os::unix::net::UnixListener::bind(&place) {
        let spawned = std::thread::Builder::new().name("front".to_owned()).spawn(move || {
            for _call in listener.incoming() {
                to_front(&app);
            }
        });
        if let Err(error) = spawned {
            tracing::warn!(%error, "a second start will not bring this window to the front");
        }
    }
    #[cfg(not(unix))]
    drop(app);
}

/// Asks the till that runs to show itself.
pub fn call(home: &Home) {
    #[cfg(unix)]
    let _ = std::os::unix::net::UnixStream::connect(place(home));
}

fn to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(window::MAIN) {
        let _ = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
    }
}

fn place(home: &Home) -> PathBuf {
    home.root().join("till.sock")
}
