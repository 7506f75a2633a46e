//! Hands for the sessions: the shell, the bus, and a keyring that is never the user's own.

use std::process::Command;
use std::time::{Duration, Instant};

use secrecy::{ExposeSecret as _, SecretString};
use secrets::{Entry, Keyring};

/// Set inside a throw-away session only, so that no test ever touches the keyring of whoever runs it.
pub(crate) const INSIDE: &str = "HOLDFAST_THROW_AWAY_SESSION";
/// A daemon that has not found its bus before the session ends never ends itself; so its name is waited for.
pub(crate) const UNLOCK: &str = "\
    printf test | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1; \
    gdbus wait --session --timeout 30 org.freedesktop.secrets";
/// A running one can only be unlocked by a prompt, so another, unlocked, takes its place.
pub(crate) const REPLACE: &str =
    "printf test | gnome-keyring-daemon --replace --unlock --components=secrets --daemonize >/dev/null";

/// A screen that nobody sees, for a prompt that nobody answers; to be there before the bus that starts the prompt.
pub(crate) const SCREEN: &str = "Xvfb -displayfd 1 -nolisten tcp -noreset >\"$HOME/display\" 2>/dev/null & screen=$!; \
    until [ -s \"$HOME/display\" ]; do sleep 0.05; done; DISPLAY=:$(cat \"$HOME/display\"); export DISPLAY";
pub(crate) const SCREEN_OFF: &str = "code=$?; kill $screen; exit $code";
pub(crate) const LOCK: &str = "\
    gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
    --method org.freedesktop.Secret.Service.Lock \"['/org/freedesktop/secrets/aliases/default']\"";

pub(crate) fn open(installation: &str, profile: &str) -> Keyring {
    assert!(
        std::env::var_os(INSIDE).is_some(),
        "this would use the keyring of whoever runs it"
    );
    Keyring::system(installation, profile)
}

pub(crate) fn set_up() -> Keyring {
    let keyring = open("a", "production");
    keyring.ensure_canary_blocking().unwrap();
    keyring.set_blocking(Entry::SaltKey, secret("salt")).unwrap();
    keyring
}

pub(crate) fn salt(keyring: &Keyring) -> String {
    keyring
        .get_blocking(Entry::SaltKey)
        .unwrap()
        .unwrap()
        .expose_secret()
        .to_owned()
}

pub(crate) fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

pub(crate) fn customer() -> Entry {
    Entry::UserToken("c0ffee".to_owned())
}

pub(crate) fn shell(script: &str) -> String {
    let output = Command::new("sh").args(["-c", script]).output().unwrap();
    assert!(
        output.status.success(),
        "{script}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn bus_call(method: &str) -> Option<String> {
    let call =
        "gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus --method";
    let script = format!("{call} org.freedesktop.DBus.{method} org.freedesktop.secrets");
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).unwrap())
}

/// gdbus answers `(uint32 4711,)`.
pub(crate) fn service_pid() -> String {
    let answer = bus_call("GetConnectionUnixProcessID").unwrap();
    answer
        .rsplit(' ')
        .next()
        .unwrap()
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

pub(crate) fn signal(name: &str) {
    kill(name, &service_pid());
}

pub(crate) fn kill(signal: &str, pid: &str) {
    shell(&format!("kill -{signal} {pid}"));
}

pub(crate) fn await_no_service() {
    eventually(|| bus_call("GetNameOwner").is_none());
}

/// For what another process does in its own time.
pub(crate) fn eventually(done: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !done() {
        assert!(Instant::now() < deadline, "it did not happen within 20 s");
        shell("sleep 0.05");
    }
}
