//! A second start brings the first till's window to the front. Nothing is said over this line: a connection is all.
//! The line has a name in the kernel and no file, so that a home holds nothing but files that can be read and copied.

use tauri::{AppHandle, Runtime};
use till::Home;

#[cfg(target_os = "linux")]
mod line {
    use crate::window;
    use std::io;
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::net::{SocketAddr, UnixListener, UnixStream};
    use tauri::{AppHandle, Manager, Runtime};
    use till::Home;

    pub fn listen<R: Runtime>(home: &Home, app: AppHandle<R>) -> io::Result<()> {
        let listener = UnixListener::bind_addr(&name(home)?)?;
        std::thread::Builder::new()
            .name("front".to_owned())
            .spawn(move || {
                for _call in listener.incoming() {
                    if let Some(window) = app.get_webview_window(window::MAIN) {
                        let _ = window
                            .unminimize()
                            .and_then(|()| window.show())
                            .and_then(|()| window.set_focus());
                    }
                }
            })?;
        Ok(())
    }

    pub fn call(home: &Home) -> io::Result<()> {
        UnixStream::connect_addr(&name(home)?).map(drop)
    }

    /// One name per home. The kernel takes about a hundred bytes; a longer path has no line.
    fn name(home: &Home) -> io::Result<SocketAddr> {
        let root = std::fs::canonicalize(home.root())?;
        SocketAddr::from_abstract_name([b"holdfast:", root.as_os_str().as_bytes()].concat())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_call_reaches_the_till_of_the_same_home_only() {
            let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let listener = UnixListener::bind_addr(&name(&Home::at(one.path())).unwrap()).unwrap();
            call(&Home::at(one.path())).unwrap();
            assert!(listener.accept().is_ok());
            assert!(call(&Home::at(other.path())).is_err());
            assert_eq!(std::fs::read_dir(one.path()).unwrap().count(), 0);
        }
    }
}

/// Listens for second starts. Where the system refuses the line, there is none.
pub fn listen<R: Runtime>(home: &Home, app: AppHandle<R>) {
    #[cfg(target_os = "linux")]
    if let Err(error) = line::listen(home, app) {
        tracing::warn!(%error, "a second start will not bring this window to the front");
    }
    #[cfg(not(target_os = "linux"))]
    drop((home, app));
}

/// Asks the till that runs to show itself.
pub fn call(home: &Home) {
    #[cfg(target_os = "linux")]
    let _ = line::call(home);
    #[cfg(not(target_os = "linux"))]
    let _ = home;
}
