use super::*;
use secrets::{Keyring, SecretError};
use std::io::{Read, Write};
use till::{HookAddress, ProviderSettings};

fn store(profile: ProfileName, hook: HookSettings) -> StoreSettings {
    StoreSettings {
        provider: Some(ProviderSettings {
            profile,
            base_url: "http://127.0.0.1:1".to_owned(),
            merchant_id: "M".to_owned(),
            salt_index: 1,
            device_id: None,
            callback_url: None,
        }),
        hook,
        ..StoreSettings::default()
    }
}

fn address(url: &str) -> HookSettings {
    HookSettings::Address(HookAddress { url: url.to_owned() })
}

fn program() -> HookSettings {
    HookSettings::Program(vec!["tell".to_owned(), "--key=a-secret".to_owned()])
}

#[test]
fn a_store_tells_through_what_its_settings_name_and_shows_no_more_of_that_than_a_name() {
    let view = Way::of(&store(ProfileName::Uat, program())).view();
    assert_eq!(view.through(), Some("tell"));
    let view = Way::of(&store(
        ProfileName::Production,
        address("https://gateway.example/s3cret?x=y"),
    ))
    .view();
    assert_eq!(view.through(), Some("gateway.example"));
    assert!(view.program.is_none() && view.trouble.is_none());
    let nobody = Way::of(&store(ProfileName::Uat, HookSettings::default()));
    assert_eq!(nobody, Way::Nobody);
}

#[test]
fn an_address_that_cannot_be_used_is_said_and_never_used() {
    for url in [
        "http://gateway.example/x",
        "gateway.example",
        "https://u:p@gateway.example/",
    ] {
        let way = Way::of(&store(ProfileName::Uat, address(url)));
        assert_eq!(way, Way::Unusable, "{url}");
        let view = way.view();
        assert_eq!(view.through(), None);
        assert_eq!(view.trouble, Some(HookTrouble::Address));
        assert!(way.teller().is_none());
    }
}

#[test]
fn training_tells_nobody_also_where_a_store_was_provisioned_for_it() {
    for hook in [program(), address("https://gateway.example/x")] {
        assert_eq!(Way::of(&store(ProfileName::Training, hook.clone())), Way::Nobody);
        let unprovisioned = StoreSettings {
            hook,
            ..StoreSettings::default()
        };
        assert_eq!(Way::of(&unprovisioned), Way::Nobody);
    }
}

/// Counts what reaches it; answers 204.
fn gateway() -> (String, std::thread::JoinHandle<String>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let serving = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut bytes = [0; 4_096];
        let read = stream.read(&mut bytes).unwrap();
        stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").unwrap();
        String::from_utf8_lossy(&bytes[..read]).into_owned()
    });
    (url, serving)
}

#[tokio::test]
async fn nothing_is_sent_before_the_keyring_has_given_the_key() {
    let (url, serving) = gateway();
    let keyring = Keyring::in_memory();
    let safe = Arc::new(Safe::of_a_store(keyring.clone()));
    let teller = Way::of(&store(ProfileName::Uat, address(&url))).teller().unwrap();
    for (trouble, told) in [
        (Some(SecretError::Locked), HookTrouble::KeyringLocked),
        (Some(SecretError::Missing), HookTrouble::KeyringBroken),
        (Some(SecretError::TimedOut), HookTrouble::KeyringBroken),
        (None, HookTrouble::KeyMissing),
    ] {
        keyring.fail_with(trouble);
        let said = teller.tell("{}", Some(safe.clone()), 1_795_350_000_999).await;
        assert_eq!(said, Err(told));
    }
    let without = teller.tell("{}", None, 0).await;
    assert_eq!(without, Err(HookTrouble::KeyringBroken));
    assert!(!serving.is_finished());
    let key = SecretString::from("a-key-of-a-test".to_owned());
    keyring.set(Entry::HookKey, key.clone()).await.unwrap();
    let said = teller.tell("{}", Some(safe), 1_795_350_000_999).await;
    assert_eq!(said, Ok(()));
    let arrived = serving.join().unwrap();
    assert!(arrived.contains("x-holdfast-time: 1795350000\r\n"), "{arrived}");
    assert!(
        arrived.contains(&webhook::signature(&key, "1795350000", "{}")),
        "{arrived}"
    );
}
