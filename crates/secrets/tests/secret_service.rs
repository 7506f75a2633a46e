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
#[path = "secret_service/session.rs"]
mod session;
#[path = "secret_service/tools.rs"]
mod tools;

use session::{scene, unlocked_scene};
use tools::{SCREEN, SCREEN_OFF, UNLOCK};

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

#[test]
fn a_keyring_locked_behind_a_prompt_on_a_screen_is_locked_and_keeps_what_it_has() {
    let script =
        format!("{SCREEN}; dbus-run-session -- sh -c '{UNLOCK}; exec \"$@\"' sh \"$@\"; {SCREEN_OFF}");
    scene(
        "a_keyring_locked_behind_a_prompt_on_a_screen_is_locked_and_keeps_what_it_has",
        &["sh", "-c", &script, "sh"],
        inside::locked_behind_a_prompt,
    );
}
