use super::*;
use secrecy::ExposeSecret;
use std::task::{Context, Poll, Waker};
use till::Vault;

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[test]
fn silence_is_broken_and_only_a_keyring_that_says_so_is_locked() {
    assert_eq!(trouble_of(&SecretError::Locked), VaultTrouble::Locked);
    assert_eq!(trouble_of(&SecretError::Missing), VaultTrouble::Missing);
    assert_eq!(trouble_of(&SecretError::TimedOut), VaultTrouble::Broken);
    assert_eq!(
        trouble_of(&SecretError::Broken("x".to_owned())),
        VaultTrouble::Broken
    );
}

#[tokio::test]
async fn training_uses_the_desktops_keyring_when_it_is_ready() {
    let dir = tempfile::tempdir().unwrap();
    let desktop = Keyring::in_memory();
    desktop.set(Entry::DeviceId, secret("kept")).await.unwrap();
    let chosen = Safe::of_training(desktop, dir.path(), true).chosen().await;
    assert!(!chosen.in_memory);
    assert_eq!(
        chosen
            .keyring
            .get(Entry::DeviceId)
            .await
            .unwrap()
            .unwrap()
            .expose_secret(),
        "kept"
    );
}

#[tokio::test]
async fn training_without_a_usable_keyring_goes_on_in_memory() {
    for trouble in [
        SecretError::Locked,
        SecretError::Missing,
        SecretError::Broken("x".to_owned()),
    ] {
        let dir = tempfile::tempdir().unwrap();
        let desktop = Keyring::in_memory();
        desktop.fail_with(Some(trouble));
        let safe = Safe::of_training(desktop.clone(), dir.path(), true);
        assert!(safe.chosen().await.in_memory);
        assert!(!dir.path().join("keyring-is-set-up").exists());
        // It is decided once: a keyring that comes back later is not mixed with the one in memory.
        desktop.fail_with(None);
        assert!(safe.chosen().await.in_memory);
    }
}

#[tokio::test]
async fn without_a_session_bus_the_keyring_is_not_even_asked() {
    let dir = tempfile::tempdir().unwrap();
    assert!(
        Safe::of_training(Keyring::in_memory(), dir.path(), false)
            .chosen()
            .await
            .in_memory
    );
}

#[tokio::test]
async fn a_store_never_falls_back_to_memory() {
    let desktop = Keyring::in_memory();
    desktop.fail_with(Some(SecretError::Locked));
    let safe = Arc::new(Safe::of_a_store(desktop));
    let (_settle, verdict) = watch::channel(Verdict::Holds);
    let vault = SafeVault::new(safe.clone(), verdict);
    assert_eq!(
        vault.read(VaultEntry::UserToken("a1".to_owned())).await.err(),
        Some(VaultTrouble::Locked)
    );
    assert!(!safe.chosen().await.in_memory);
}

#[tokio::test]
async fn a_token_is_kept_under_its_customers_mark_and_forgotten() {
    let (_settle, verdict) = watch::channel(Verdict::Open);
    let vault = SafeVault::new(Arc::new(Safe::of_a_store(Keyring::in_memory())), verdict);
    let entry = || VaultEntry::UserToken("a1".to_owned());
    vault.write(entry(), secret("token")).await.unwrap();
    assert_eq!(
        vault.read(entry()).await.unwrap().unwrap().expose_secret(),
        "token"
    );
    assert!(
        vault
            .read(VaultEntry::UserToken("b2".to_owned()))
            .await
            .unwrap()
            .is_none()
    );
    vault.delete(entry()).await.unwrap();
    assert!(vault.read(entry()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_new_anchor_waits_until_the_old_one_was_compared() {
    let keyring = Keyring::in_memory();
    let (settle, verdict) = watch::channel(Verdict::Open);
    let vault = SafeVault::new(Arc::new(Safe::of_a_store(keyring.clone())), verdict);
    let mut writing = vault.write(VaultEntry::LedgerHead, secret("5:ab"));
    let polled = writing.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(polled, Poll::Pending));
    assert!(keyring.get(Entry::LedgerHead).await.unwrap().is_none());
    settle.send_replace(Verdict::Holds);
    writing.await.unwrap();
    assert_eq!(
        keyring
            .get(Entry::LedgerHead)
            .await
            .unwrap()
            .unwrap()
            .expose_secret(),
        "5:ab"
    );
}

#[tokio::test]
async fn a_ledger_that_broke_its_anchor_does_not_get_a_new_one() {
    let keyring = Keyring::in_memory();
    keyring.set(Entry::LedgerHead, secret("9:true")).await.unwrap();
    let (_settle, verdict) = watch::channel(Verdict::Broken);
    let vault = SafeVault::new(Arc::new(Safe::of_a_store(keyring.clone())), verdict);
    vault.write(VaultEntry::LedgerHead, secret("5:ab")).await.unwrap();
    assert_eq!(
        keyring
            .get(Entry::LedgerHead)
            .await
            .unwrap()
            .unwrap()
            .expose_secret(),
        "9:true"
    );
}
