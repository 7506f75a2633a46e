//! What is tried inside a throw-away session.

use std::time::{Duration, Instant};

use secrecy::ExposeSecret as _;
use secrets::{DEADLINE, Entry, SecretError, SecretState};

use super::tools::{
    LOCK, REPLACE, UNLOCK, await_no_service, customer, eventually, kill, open, salt, secret, service_pid,
    set_up, shell, signal,
};

/// What a busy machine may add to a deadline.
const SLACK: Duration = Duration::from_secs(2);

pub(crate) fn everything_is_missing() {
    let keyring = open("a", "production");
    assert_eq!(keyring.state_blocking(), SecretState::Missing);
    assert_eq!(
        keyring.get_blocking(Entry::SaltKey).map(drop),
        Err(SecretError::Missing)
    );
    assert_eq!(
        keyring.set_blocking(Entry::SaltKey, secret("salt")),
        Err(SecretError::Missing)
    );
    assert_eq!(keyring.delete_blocking(Entry::SaltKey), Err(SecretError::Missing));
    assert_eq!(keyring.ensure_canary_blocking(), Err(SecretError::Missing));
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn a_round_trip() {
    let keyring = open("a", "production");
    assert!(
        matches!(keyring.get(Entry::SaltKey).await, Err(SecretError::Broken(_))),
        "not set up yet"
    );
    keyring.ensure_canary().await.unwrap();
    keyring.ensure_canary().await.unwrap();
    assert_eq!(keyring.state().await, SecretState::Ready);
    assert!(keyring.get(Entry::SaltKey).await.unwrap().is_none());

    keyring.set(Entry::SaltKey, secret("first")).await.unwrap();
    keyring.set(Entry::SaltKey, secret("sécond ₹")).await.unwrap();
    assert_eq!(
        keyring
            .get(Entry::SaltKey)
            .await
            .unwrap()
            .unwrap()
            .expose_secret(),
        "sécond ₹"
    );
    let found = shell("secret-tool lookup service holdfast username a/production/salt-key");
    assert_eq!(found, "sécond ₹");

    keyring.delete(Entry::SaltKey).await.unwrap();
    assert!(keyring.get(Entry::SaltKey).await.unwrap().is_none());
    keyring.delete(Entry::SaltKey).await.unwrap();

    shell("secret-tool clear service holdfast username a/production/canary");
    assert_eq!(keyring.state().await, SecretState::Broken);
    assert!(
        matches!(keyring.get(Entry::SaltKey).await, Err(SecretError::Broken(_))),
        "replaced"
    );
}

pub(crate) fn two_homes() {
    let homes = [open("a", "production"), open("b", "production"), open("a", "uat")];
    for (home, token) in homes.iter().zip(["one", "two", "three"]) {
        home.ensure_canary_blocking().unwrap();
        assert!(home.get_blocking(customer()).unwrap().is_none());
        home.set_blocking(customer(), secret(token)).unwrap();
    }
    homes[1].delete_blocking(customer()).unwrap();
    assert_eq!(
        homes[0]
            .get_blocking(customer())
            .unwrap()
            .unwrap()
            .expose_secret(),
        "one"
    );
    assert!(homes[1].get_blocking(customer()).unwrap().is_none());
    assert_eq!(
        homes[2]
            .get_blocking(customer())
            .unwrap()
            .unwrap()
            .expose_secret(),
        "three"
    );
}

pub(crate) fn locked_and_unlocked() {
    let keyring = set_up();
    shell(LOCK);
    let start = Instant::now();
    assert_eq!(keyring.state_blocking(), SecretState::Locked);
    assert_eq!(
        keyring.get_blocking(Entry::SaltKey).map(drop),
        Err(SecretError::Locked)
    );
    assert_eq!(
        keyring.get_blocking(customer()).map(drop),
        Err(SecretError::Locked),
        "not: never linked"
    );
    assert_eq!(
        keyring.set_blocking(Entry::SaltKey, secret("other")),
        Err(SecretError::Locked)
    );
    assert_eq!(keyring.delete_blocking(Entry::SaltKey), Err(SecretError::Locked));
    assert_eq!(keyring.ensure_canary_blocking(), Err(SecretError::Locked));
    assert_eq!(
        open("never set up", "uat").get_blocking(customer()).map(drop),
        Err(SecretError::Locked)
    );
    assert!(
        start.elapsed() < DEADLINE,
        "with no display nobody is waited for: {:?}",
        start.elapsed()
    );

    shell(REPLACE);
    eventually(|| keyring.state_blocking() == SecretState::Ready);
    assert_eq!(salt(&keyring), "salt");
    assert_eq!(keyring.state_blocking(), SecretState::Ready);
}

pub(crate) fn locked_behind_a_prompt() {
    let keyring = set_up();
    keyring.set_blocking(customer(), secret("token")).unwrap();
    shell(LOCK);
    let start = Instant::now();
    assert_eq!(keyring.state_blocking(), SecretState::Locked, "without a prompt");
    assert!(start.elapsed() < DEADLINE, "{:?}", start.elapsed());
    assert_eq!(
        keyring.get_blocking(customer()).map(drop),
        Err(SecretError::Locked),
        "not: never linked"
    );
    assert!(
        start.elapsed() > DEADLINE,
        "the prompt was waited for, so it was really there: {:?}",
        start.elapsed()
    );
    assert!(start.elapsed() < DEADLINE + SLACK, "{:?}", start.elapsed());
    // Whoever else asks while the prompt stands is told the same and is not made to wait for it as well.
    let start = Instant::now();
    assert_eq!(
        keyring.set_blocking(Entry::SaltKey, secret("other")),
        Err(SecretError::Locked)
    );
    assert_eq!(keyring.delete_blocking(customer()), Err(SecretError::Locked));
    assert!(
        start.elapsed() < DEADLINE + DEADLINE + SLACK,
        "{:?}",
        start.elapsed()
    );

    shell(REPLACE);
    eventually(|| keyring.state_blocking() == SecretState::Ready);
    assert_eq!(salt(&keyring), "salt");
    let kept = keyring.get_blocking(customer()).unwrap().unwrap();
    assert_eq!(kept.expose_secret(), "token");
}

pub(crate) fn a_restarted_service() {
    let keyring = set_up();
    signal("KILL");
    await_no_service();
    shell(UNLOCK);
    assert_eq!(salt(&keyring), "salt");
}

pub(crate) fn a_stopped_service() {
    let keyring = set_up();
    let pid = service_pid();
    kill("STOP", &pid);
    for _ in 0..2 {
        let start = Instant::now();
        assert_eq!(
            keyring.get_blocking(Entry::SaltKey).map(drop),
            Err(SecretError::TimedOut)
        );
        assert!(
            start.elapsed() >= DEADLINE && start.elapsed() < DEADLINE + SLACK,
            "{:?}",
            start.elapsed()
        );
    }
    let start = Instant::now();
    assert_eq!(
        keyring.get_blocking(Entry::SaltKey).map(drop),
        Err(SecretError::TimedOut)
    );
    assert!(
        start.elapsed() < SLACK,
        "two threads hang, so this is refused at once: {:?}",
        start.elapsed()
    );

    kill("CONT", &pid);
    eventually(|| keyring.get_blocking(Entry::SaltKey).is_ok());
    assert_eq!(salt(&keyring), "salt");
}

pub(crate) fn a_killed_service() {
    let keyring = set_up();
    let pid = service_pid();
    kill("STOP", &pid);
    let answer = std::thread::scope(|scope| {
        let call = scope.spawn(|| keyring.get_blocking(customer()));
        kill("KILL", &pid);
        call.join().unwrap()
    });
    assert!(
        answer.is_err(),
        "the service died in the call, so nothing is known"
    );
    shell(REPLACE);
    eventually(|| keyring.get_blocking(Entry::SaltKey).is_ok());
    assert_eq!(salt(&keyring), "salt");
    assert!(keyring.get_blocking(customer()).unwrap().is_none());
}
