//! The system keyring against a real gnome-keyring, in throw-away sessions without a display.
//!
//! Each test starts itself again inside a session of its own and plays its scene of `inside` there.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failed unwrap in a test is a failed test"
)]

#[path = "secret_service/inside.rs"]
mod inside;
#[path = "secret_service/tools.rs"]
mod tools;

use std::path::Path;
use std::process::{Command, Output};

use tools::{INSIDE, UNLOCK};

#[test]
fn without_a_session_bus_the_keyring_is_missing() {
    let no_bus = ["sh", "-c", "exec \"$@\"", "sh"];
    scene(
        "without_a_session_bus_the_keyring_is_missing",
        &no_bus,
        inside::everything_is_missing,
    );
}

#[test]
fn on_a_bus_without_a_secret_service_the_keyring_is_missing() {
    let config = tempfile::NamedTempFile::new().unwrap();
    let bus = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>\
               <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
               <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
    std::fs::write(config.path(), bus).unwrap();
    let config = format!("--config-file={}", config.path().display());
    scene(
        "on_a_bus_without_a_secret_service_the_keyring_is_missing",
        &["dbus-run-session", &config, "--"],
        inside::everything_is_missing,
    );
}

#[test]
fn on_a_fresh_account_without_any_keyring_it_is_missing() {
    let bus = ["dbus-run-session", "--"];
    scene(
        "on_a_fresh_account_without_any_keyring_it_is_missing",
        &bus,
        inside::everything_is_missing,
    );
}

#[test]
fn an_unlocked_keyring_keeps_finds_replaces_and_forgets() {
    unlocked_scene(
        "an_unlocked_keyring_keeps_finds_replaces_and_forgets",
        inside::a_round_trip,
    );
}

#[test]
fn two_installations_and_two_profiles_never_meet() {
    unlocked_scene("two_installations_and_two_profiles_never_meet", inside::two_homes);
}

#[test]
fn a_keyring_locked_without_a_display_is_locked_until_it_is_unlocked() {
    unlocked_scene(
        "a_keyring_locked_without_a_display_is_locked_until_it_is_unlocked",
        inside::locked_and_unlocked,
    );
}

#[test]
fn a_restarted_service_is_found_again() {
    unlocked_scene("a_restarted_service_is_found_again", inside::a_restarted_service);
}

#[test]
fn a_service_that_does_not_answer_times_out_and_is_used_again_once_it_does() {
    unlocked_scene(
        "a_service_that_does_not_answer_times_out_and_is_used_again_once_it_does",
        inside::a_stopped_service,
    );
}

#[test]
fn a_service_killed_in_a_call_is_never_taken_for_an_empty_keyring() {
    unlocked_scene(
        "a_service_killed_in_a_call_is_never_taken_for_an_empty_keyring",
        inside::a_killed_service,
    );
}

fn unlocked_scene(test: &str, inside: fn()) {
    let script = format!("{UNLOCK}; exec \"$@\"");
    scene(
        test,
        &["dbus-run-session", "--", "sh", "-c", &script, "sh"],
        inside,
    );
}

/// Outside, starts this very test again behind `wrapper`; inside that session, plays the scene.
fn scene(test: &str, wrapper: &[&str], inside: fn()) {
    if std::env::var_os(INSIDE).is_some() {
        inside();
    } else {
        pass(&session(wrapper, test));
    }
}

/// Runs one test of this binary behind `wrapper`, with a home that is thrown away.
fn session(wrapper: &[&str], inside: &str) -> Output {
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
    command.output().unwrap()
}

fn private_directory(home: &Path, name: &str) -> std::path::PathBuf {
    use std::os::unix::fs::DirBuilderExt as _;
    let path = home.join(name);
    std::fs::DirBuilder::new().mode(0o700).create(&path).unwrap();
    path
}

fn require_tools() {
    for tool in ["dbus-run-session", "gnome-keyring-daemon", "gdbus", "secret-tool"] {
        let path = std::env::var_os("PATH").unwrap_or_default();
        assert!(
            std::env::split_paths(&path).any(|directory| directory.join(tool).is_file()),
            "{tool} is not installed: these tests need the Debian packages dbus, gnome-keyring, libsecret-tools \
             and libglib2.0-bin"
        );
    }
}

/// The test inside must have run, not merely not have failed.
fn pass(output: &Output) {
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success() && text.contains("1 passed"),
        "inside the session:\n{text}"
    );
}
