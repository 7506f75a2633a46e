use std::future::Future as _;

use secrecy::ExposeSecret as _;

use super::*;

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[tokio::test]
async fn what_was_set_is_got_and_deleted_in_either_way_of_calling() {
    let keyring = Keyring::in_memory();
    let token = Entry::UserToken("c0ffee".into());
    keyring.set(token.clone(), secret("t0ken")).await.unwrap();
    let clone = keyring.clone();
    assert_eq!(
        clone
            .get_blocking(token.clone())
            .unwrap()
            .unwrap()
            .expose_secret(),
        "t0ken"
    );
    clone.set_blocking(token.clone(), secret("newer")).unwrap();
    assert_eq!(
        keyring.get(token.clone()).await.unwrap().unwrap().expose_secret(),
        "newer"
    );
    keyring.delete(token.clone()).await.unwrap();
    assert!(keyring.get(token.clone()).await.unwrap().is_none());
    keyring.delete_blocking(token).unwrap();
    assert_eq!(keyring.state().await, SecretState::Ready);
}

#[test]
fn nothing_there_is_not_believed_without_the_canary() {
    let keyring = Keyring::in_memory();
    keyring.set_blocking(Entry::HmacKey, secret("key")).unwrap();
    assert!(keyring.get_blocking(Entry::SaltKey).unwrap().is_none());

    keyring.delete_blocking(Entry::Canary).unwrap();
    assert!(matches!(
        keyring.get_blocking(Entry::SaltKey),
        Err(SecretError::Broken(_))
    ));
    assert!(matches!(
        keyring.delete_blocking(Entry::SaltKey),
        Err(SecretError::Broken(_))
    ));
    assert_eq!(keyring.state_blocking(), SecretState::Broken);
    assert_eq!(
        keyring
            .get_blocking(Entry::HmacKey)
            .unwrap()
            .unwrap()
            .expose_secret(),
        "key"
    );
    assert!(keyring.get_blocking(Entry::Canary).unwrap().is_none());

    keyring.ensure_canary_blocking().unwrap();
    assert!(keyring.get_blocking(Entry::SaltKey).unwrap().is_none());
    assert_eq!(keyring.state_blocking(), SecretState::Ready);
}

#[test]
fn an_altered_canary_is_broken_and_is_not_overwritten() {
    let keyring = Keyring::in_memory();
    keyring.set_blocking(Entry::Canary, secret("cuckoo")).unwrap();
    assert_eq!(keyring.state_blocking(), SecretState::Broken);
    assert!(matches!(
        keyring.ensure_canary_blocking(),
        Err(SecretError::Broken(_))
    ));
    assert_eq!(
        keyring
            .get_blocking(Entry::Canary)
            .unwrap()
            .unwrap()
            .expose_secret(),
        "cuckoo"
    );
}

#[tokio::test]
async fn an_in_memory_keyring_fails_as_told_and_recovers_with_nothing_lost() {
    let keyring = Keyring::in_memory();
    keyring.set(Entry::SaltKey, secret("salt")).await.unwrap();
    let states = [
        (SecretError::Locked, SecretState::Locked),
        (SecretError::Missing, SecretState::Missing),
        (SecretError::Broken("as told".into()), SecretState::Broken),
        (SecretError::TimedOut, SecretState::Broken),
    ];
    for (error, state) in states {
        keyring.fail_with(Some(error.clone()));
        assert_eq!(keyring.get(Entry::SaltKey).await.map(drop), Err(error.clone()));
        assert_eq!(
            keyring.set(Entry::SaltKey, secret("other")).await,
            Err(error.clone())
        );
        assert_eq!(keyring.delete(Entry::SaltKey).await, Err(error.clone()));
        assert_eq!(keyring.ensure_canary().await, Err(error));
        assert_eq!(keyring.state().await, state);
    }
    keyring.fail_with(None);
    assert_eq!(
        keyring
            .get(Entry::SaltKey)
            .await
            .unwrap()
            .unwrap()
            .expose_secret(),
        "salt"
    );
}

#[test]
fn an_in_memory_keyring_answers_at_the_first_poll_so_that_no_virtual_clock_runs_ahead_of_it() {
    let keyring = Keyring::in_memory();
    let mut call = Box::pin(keyring.set(Entry::LedgerHead, secret("head")));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(call.as_mut().poll(&mut context).is_ready());
}

#[test]
fn debug_shows_which_kind_it_is_and_nothing_else() {
    assert_eq!(format!("{:?}", Keyring::in_memory()), "Keyring(in memory)");
    assert_eq!(format!("{:?}", Keyring::system("id", "uat")), "Keyring(system)");
}
