//! Is there a screen to open a window on, and a session bus for the keyring?

use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixStream};
use std::path::Path;

use crate::step::{Stop, answer};

const HOW_TO_GET_ONE: &str = "\
Start this in a desktop session, or give it a screen that nobody sees:\n\n  \
  sudo apt-get install -y xvfb xauth && xvfb-run -a cargo xtask run";

/// Refuses before any long work when no window could be opened at the end of it.
///
/// # Errors
/// `Stop::Needs` without a display, or with one that does not answer.
pub fn ensure() -> Result<(), Stop> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    check(
        variable("WAYLAND_DISPLAY").as_deref(),
        variable("DISPLAY").as_deref(),
        x_answers,
    )
}

/// Whether a session bus can be reached; without one the till cannot ask the system's keyring.
pub fn has_session_bus() -> bool {
    let runtime_bus =
        || std::env::var("XDG_RUNTIME_DIR").is_ok_and(|dir| Path::new(&dir).join("bus").exists());
    std::env::var("DBUS_SESSION_BUS_ADDRESS").is_ok_and(|address| !address.is_empty()) || runtime_bus()
}

pub fn can_start_session_bus() -> bool {
    answer("dbus-run-session", &["--version"]).is_some()
}

fn check(wayland: Option<&str>, x: Option<&str>, x_answers: impl Fn(u32) -> bool) -> Result<(), Stop> {
    match (wayland, x) {
        (Some(_), _) => Ok(()),
        (None, None) => Err(Stop::Needs(format!(
            "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.\n{HOW_TO_GET_ONE}"
        ))),
        (None, Some(display)) => match local_number(display) {
            Some(number) if !x_answers(number) => Err(Stop::Needs(format!(
                "DISPLAY is {display}, but no X server answers there, so no window can open.\n{HOW_TO_GET_ONE}"
            ))),
            Some(_) | None => Ok(()),
        },
    }
}

/// `:99` and `unix:99.0` are this machine's display 99; a display with a host's name is not looked at.
fn local_number(display: &str) -> Option<u32> {
    let number = display
        .strip_prefix("unix")
        .unwrap_or(display)
        .strip_prefix(':')?;
    number.split('.').next()?.parse().ok()
}

fn x_answers(number: u32) -> bool {
    let path = format!("/tmp/.X11-unix/X{number}");
    let hidden = SocketAddr::from_abstract_name(&path).and_then(|address| UnixStream::connect_addr(&address));
    UnixStream::connect(&path).is_ok() || hidden.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_display_the_sentence_says_how_to_get_one() {
        let stop = check(None, None, |_| true).unwrap_err();
        assert!(
            stop.sentence().contains("xvfb-run -a cargo xtask run"),
            "{stop:?}"
        );
        assert_eq!(stop.exit_code(), 2);
    }

    #[test]
    fn a_display_where_nobody_answers_is_refused_before_the_work() {
        assert!(
            check(None, Some(":99"), |_| false)
                .unwrap_err()
                .sentence()
                .contains("DISPLAY is :99")
        );
        assert_eq!(check(None, Some(":99"), |number| number == 99), Ok(()));
    }

    #[test]
    fn wayland_and_displays_of_other_machines_are_taken_at_their_word() {
        assert_eq!(check(Some("wayland-0"), None, |_| false), Ok(()));
        assert_eq!(check(None, Some("desk.example:0"), |_| false), Ok(()));
    }

    #[test]
    fn a_local_display_has_a_number() {
        assert_eq!(local_number(":0"), Some(0));
        assert_eq!(local_number("unix:12.1"), Some(12));
        assert_eq!(local_number("localhost:10.0"), None);
    }
}
