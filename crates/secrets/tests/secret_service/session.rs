//! Throw-away sessions: a bus, a home and a keyring that are never the user's own. A test starts itself again inside one.

use std::io::{Read, Seek};
use std::path::Path;
use std::process::Command;

use super::tools::{INSIDE, UNLOCK};

/// How a session ended, and all that was said in it.
struct Played {
    success: bool,
    text: String,
}

pub(crate) fn unlocked_scene(test: &str, inside: fn()) {
    let script = format!("{UNLOCK}; exec \"$@\"");
    scene(
        test,
        &["dbus-run-session", "--", "sh", "-c", &script, "sh"],
        inside,
    );
}

/// Outside, starts this very test again behind `wrapper`; inside that session, plays the scene.
pub(crate) fn scene(test: &str, wrapper: &[&str], inside: fn()) {
    if std::env::var_os(INSIDE).is_some() {
        inside();
    } else {
        pass(&session(wrapper, test));
    }
}

/// Runs one test of this binary behind `wrapper`, with a home that is thrown away.
fn session(wrapper: &[&str], inside: &str) -> Played {
    require_tools();
    let home = tempfile::tempdir().unwrap();
    let (program, arguments) = wrapper.split_first().unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(std::env::current_exe().unwrap());
    command.args(["--exact", inside, "--nocapture"]);
    for gone in [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "DBUS_SESSION_BUS_ADDRESS",
        "GNOME_KEYRING_CONTROL",
        "SSH_AUTH_SOCK",
    ] {
        command.env_remove(gone);
    }
    command.env("HOME", home.path()).env(INSIDE, home.path());
    for kind in [
        "RUNTIME_DIR",
        "DATA_HOME",
        "CONFIG_HOME",
        "CACHE_HOME",
        "STATE_HOME",
    ] {
        command.env(format!("XDG_{kind}"), private_directory(home.path(), kind));
    }
    // A file and not pipes: what the bus has started inherits it, and a pipe is read until the last one has ended.
    let mut said = tempfile::tempfile().unwrap();
    command
        .stdout(said.try_clone().unwrap())
        .stderr(said.try_clone().unwrap());
    let success = command.status().unwrap().success();
    let mut text = Vec::new();
    said.rewind().unwrap();
    said.read_to_end(&mut text).unwrap();
    Played {
        success,
        text: String::from_utf8_lossy(&text).into_owned(),
    }
}

fn private_directory(home: &Path, name: &str) -> std::path::PathBuf {
    use std::os::unix::fs::DirBuilderExt as _;
    let path = home.join(name);
    std::fs::DirBuilder::new().mode(0o700).create(&path).unwrap();
    path
}

fn require_tools() {
    for tool in [
        "dbus-run-session",
        "gnome-keyring-daemon",
        "gdbus",
        "secret-tool",
        "Xvfb",
    ] {
        let path = std::env::var_os("PATH").unwrap_or_default();
        assert!(
            std::env::split_paths(&path).any(|directory| directory.join(tool).is_file()),
            "{tool} is not installed: these tests need the Debian packages dbus, gnome-keyring, libsecret-tools, \
             libglib2.0-bin and xvfb"
        );
    }
}

/// The test inside must have run, not merely not have failed.
fn pass(played: &Played) {
    assert!(
        played.success && played.text.contains("1 passed"),
        "inside the session:\n{}",
        played.text
    );
}
