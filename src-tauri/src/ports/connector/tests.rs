use super::*;
use crate::Playground;
use domain::{Ask, Expected, Meaning, OurRef, Paise, RefusalKind};
use std::sync::mpsc::{self, Receiver};
use till::Connect;

fn store() -> ProviderSettings {
    ProviderSettings {
        profile: ProfileName::Uat,
        base_url: "https://mercury-uat.phonepe.com".to_owned(),
        merchant_id: "MID12345".to_owned(),
        salt_index: 1,
        device_id: None,
        callback_url: None,
    }
}

fn connector(line: Line, keyring: &Keyring) -> (Connector, Receiver<Anchor>) {
    let (anchors, heard) = mpsc::channel();
    let safe = Arc::new(Safe::of_a_store(keyring.clone()));
    (
        Connector::new(line, StoreSettings::default(), safe, anchors),
        heard,
    )
}

async fn provisioned() -> Keyring {
    let keyring = Keyring::in_memory();
    keyring
        .set(Entry::SaltKey, SecretString::from("a-salt-key"))
        .await
        .unwrap();
    keyring
}

async fn refusal(line: Line, keyring: &Keyring) -> NotReady {
    match connector(line, keyring).0.connect().await {
        Ok(_) => panic!("connected"),
        Err(why) => why,
    }
}

#[tokio::test]
async fn ids_and_keys_are_made_once_and_kept() {
    let keyring = provisioned().await;
    let (connector, _heard) = connector(Line::Store(store()), &keyring);
    let first = connector.connect().await.ok().unwrap();
    let second = connector.connect().await.ok().unwrap();
    assert_eq!(first.device_id, second.device_id);
    assert!((1..=64).contains(&first.device_id.len()));
    assert_eq!(first.hmac_key.expose_secret(), second.hmac_key.expose_secret());
    assert_eq!(first.hmac_key.expose_secret().len(), 64);
    assert!(!first.in_memory);
}

#[tokio::test]
async fn a_device_id_that_the_store_gave_is_used_as_it_is() {
    let given = ProviderSettings {
        device_id: Some("STORE-7".to_owned()),
        ..store()
    };
    let keyring = provisioned().await;
    let connected = connector(Line::Store(given), &keyring)
        .0
        .connect()
        .await
        .ok()
        .unwrap();
    assert_eq!(connected.device_id, "STORE-7");
    assert!(keyring.get(Entry::DeviceId).await.unwrap().is_none());
}

#[tokio::test]
async fn each_reason_for_not_being_ready_has_its_own_name() {
    assert_eq!(
        refusal(Line::Store(store()), &Keyring::in_memory()).await,
        NotReady::SaltKeyMissing
    );
    for (error, trouble) in [
        (SecretError::Locked, VaultTrouble::Locked),
        (SecretError::Missing, VaultTrouble::Missing),
        (SecretError::TimedOut, VaultTrouble::Broken),
    ] {
        let keyring = provisioned().await;
        keyring.fail_with(Some(error));
        assert_eq!(
            refusal(Line::Store(store()), &keyring).await,
            NotReady::Keyring(trouble)
        );
    }
    let http = ProviderSettings {
        base_url: "http://mercury-uat.phonepe.com".to_owned(),
        ..store()
    };
    assert!(matches!(
        refusal(Line::Store(http), &provisioned().await).await,
        NotReady::SettingsRefused(_)
    ));
    let nobody = Line::Nobody("settings.json: half".to_owned());
    let why = NotReady::SettingsRefused("settings.json: half".to_owned());
    assert_eq!(refusal(nobody, &provisioned().await).await, why);
}

#[tokio::test]
async fn the_anchor_is_passed_on_at_each_attempt() {
    let keyring = provisioned().await;
    let (connector, heard) = connector(Line::Store(store()), &keyring);
    keyring.fail_with(Some(SecretError::Locked));
    assert!(connector.connect().await.is_err());
    assert_eq!(heard.try_recv(), Ok(Anchor::Unreadable));
    keyring.fail_with(None);
    assert!(connector.connect().await.is_ok());
    assert_eq!(heard.try_recv(), Ok(Anchor::Read(None)));
    let head = Head {
        seq: 7,
        hash_hex: "a".repeat(64),
    };
    keyring
        .set(Entry::LedgerHead, SecretString::from(head.to_line()))
        .await
        .unwrap();
    assert!(connector.connect().await.is_ok());
    assert_eq!(heard.try_recv(), Ok(Anchor::Read(Some(head))));
}

#[tokio::test]
async fn a_keyring_that_was_just_found_locked_is_only_looked_at_until_it_is_open() {
    let keyring = provisioned().await;
    let (connector, heard) = connector(Line::Store(store()), &keyring);
    keyring.fail_with(Some(SecretError::Locked));
    for _ in 0..3 {
        assert!(matches!(
            connector.connect().await,
            Err(NotReady::Keyring(VaultTrouble::Locked))
        ));
    }
    // Reading an entry is what makes the desktop prompt; only the first attempt did.
    assert_eq!(heard.try_iter().count(), 1);
    keyring.fail_with(None);
    assert!(connector.connect().await.is_ok());
}

#[test]
fn training_talks_to_the_simulator_inside_this_program() {
    let dir = tempfile::tempdir().unwrap();
    let playground = Playground::start(dir.path()).unwrap();
    let line = TrainingLine::new(playground.simulator());
    assert!(line.base_url().starts_with("http://127.0.0.1:"));
    let (connector, _heard) = connector(Line::Training(line), &Keyring::in_memory());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let heard = runtime.block_on(async {
        let connected = connector.connect().await.ok().unwrap();
        let our_ref = OurRef::try_from("S01J00000000000000000000000".to_owned()).unwrap();
        let ask = Ask::TransactionStatus {
            our_ref,
            expected: Expected::AtMost(Paise::SALE_MAX),
        };
        let prepared = connected.provider.prepare(&ask).unwrap();
        assert_eq!(prepared.request_sha256.len(), 64);
        prepared.going.await
    });
    // Merchant and signature were right: the simulator only does not know the sale.
    assert!(matches!(heard.meaning, Meaning::Refused(RefusalKind::NotFound)));
    assert!(playground.simulator().violations().is_empty());
}
