//! What stands behind the engine's ports in the day. PhonePe's client and the ledger are the program's own.

use crate::Said;
use domain::{Ask, Closing, Moment, OurRef, Pin, Queue, ReconcileRun, Record, Shift, ShiftReport, Staff};
use ledger::{Appended, FoundDifference, Head, HoldRow, Ledger, LedgerError, Owner, Reconciling, Restored};
use phonepe::{Client, DeviceHeaders, Profile, Settings};
use secrecy::{ExposeSecret, SecretString};
use simulator::Options;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use till::{
    Books, Chance, Clock, Connect, Connected, Going, NotReady, PinTrouble, Pins, Prepared, Provider, Vault,
    VaultEntry, VaultTrouble,
};

/// The ledger, which says each acknowledgement aloud before the engine hears it.
pub struct SpokenBooks(pub Ledger);

impl Books for SpokenBooks {
    fn append(&self, record: Record) -> Result<Appended, LedgerError> {
        let asks = record.fact.asks();
        match self.0.append(record) {
            Ok(appended) => {
                let head = self.0.head()?;
                Said::Acked { head, asks }.say();
                Ok(appended)
            }
            Err(why) => {
                Said::Failed(why.to_string()).say();
                Err(why)
            }
        }
    }

    fn append_all(&self, records: Vec<Record>) -> Result<Vec<Appended>, LedgerError> {
        let all = self.0.append_all(records).inspect_err(|why| {
            Said::Failed(why.to_string()).say();
        })?;
        let head = self.0.head()?;
        // What a start finds is written at once, and nothing of it asks.
        Said::Acked { head, asks: false }.say();
        Ok(all)
    }

    fn unseen_restore(&self) -> Result<Option<Restored>, LedgerError> {
        self.0.unseen_restore()
    }

    fn staff(&self) -> Result<Staff, LedgerError> {
        Books::staff(&self.0)
    }

    fn shift(&self) -> Result<Option<Shift>, LedgerError> {
        Books::shift(&self.0)
    }

    fn owners(&self) -> Result<Vec<Owner>, LedgerError> {
        Books::owners(&self.0)
    }

    fn queue(&self) -> Result<Queue, LedgerError> {
        Books::queue(&self.0)
    }

    fn reconciling(&self) -> Result<Reconciling, LedgerError> {
        Books::reconciling(&self.0)
    }

    fn opened_between(&self, from_ms: i64, to_ms: i64) -> Result<u32, LedgerError> {
        Books::opened_between(&self.0, from_ms, to_ms)
    }

    fn next_to_reconcile(&self, run: &ReconcileRun) -> Result<Option<HoldRow>, LedgerError> {
        Books::next_to_reconcile(&self.0, run)
    }

    fn difference(&self, number: u32) -> Result<Option<FoundDifference>, LedgerError> {
        Books::difference(&self.0, number)
    }

    fn z_report(&self, at_ms: i64, closing: Closing) -> Result<Option<ShiftReport>, LedgerError> {
        Books::z_report(&self.0, at_ms, closing)
    }

    fn live_rows(&self) -> Result<Vec<HoldRow>, LedgerError> {
        self.0.live_rows()
    }

    fn row(&self, our_ref: &OurRef) -> Result<Option<HoldRow>, LedgerError> {
        self.0.row(our_ref)
    }

    fn head(&self) -> Result<Head, LedgerError> {
        self.0.head()
    }
}

/// PhonePe's clock as the day last read or moved it: hours pass in no time.
#[derive(Clone, Default)]
pub struct DayClock(Arc<AtomicI64>);

impl DayClock {
    pub fn set(&self, wall_ms: i64) {
        self.0.store(wall_ms, Ordering::SeqCst);
    }
}

impl Clock for DayClock {
    fn now(&self) -> Moment {
        let wall_ms = self.0.load(Ordering::SeqCst);
        Moment {
            wall_ms,
            mono_ms: u64::try_from(wall_ms).unwrap(),
            boot: "a boot of the day".to_owned(),
        }
    }
}

pub struct SystemChance;

impl Chance for SystemChance {
    fn next_u128(&self) -> u128 {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).unwrap();
        u128::from_ne_bytes(bytes)
    }
}

/// The customers' tokens, in memory. A keyring is another process, whose own writes are not what is cut here: the day
/// starts in milliseconds without one, and no sale is begun after a kill, so nothing asks for a lost token. What the
/// keyring does for a killed till, to keep the ledger's head, the reader of the day's output does with every event.
#[derive(Default)]
pub struct PocketVault(Mutex<BTreeMap<String, String>>);

impl Vault for PocketVault {
    fn read(&self, entry: VaultEntry) -> Going<Result<Option<SecretString>, VaultTrouble>> {
        let found = self.0.lock().unwrap().get(&name_of(&entry)).cloned();
        Box::pin(async move { Ok(found.map(SecretString::from)) })
    }

    fn write(&self, entry: VaultEntry, secret: SecretString) -> Going<Result<(), VaultTrouble>> {
        let secret = secret.expose_secret().to_owned();
        self.0.lock().unwrap().insert(name_of(&entry), secret);
        Box::pin(async { Ok(()) })
    }

    fn delete(&self, entry: VaultEntry) -> Going<Result<(), VaultTrouble>> {
        self.0.lock().unwrap().remove(&name_of(&entry));
        Box::pin(async { Ok(()) })
    }
}

/// The day has no staff: no PIN is ever asked for.
pub struct NoStaff;

impl Pins for NoStaff {
    fn check(&self, _: Pin, _: Option<String>) -> Going<Result<bool, PinTrouble>> {
        Box::pin(async { Err(PinTrouble::KeyGone) })
    }

    fn hash(&self, _: Pin) -> Going<Result<String, PinTrouble>> {
        Box::pin(async { Err(PinTrouble::KeyGone) })
    }
}

fn name_of(entry: &VaultEntry) -> String {
    match entry {
        VaultEntry::UserToken(hmac_hex) => format!("token {hmac_hex}"),
        VaultEntry::LedgerHead => "head".to_owned(),
    }
}

/// PhonePe's client at the simulator's address.
pub struct Line {
    pub base_url: String,
}

impl Connect for Line {
    fn connect(&self) -> Going<Result<Connected, NotReady>> {
        let connected = self.client().map(|client| Connected {
            provider: Arc::new(PhonePe(client)),
            hmac_key: SecretString::from("a key of the day"),
            device_id: DEVICE_ID.to_owned(),
            in_memory: false,
        });
        Box::pin(async { connected })
    }
}

const DEVICE_ID: &str = "device-of-the-day";

impl Line {
    fn client(&self) -> Result<Client, NotReady> {
        let training = Options::training();
        let settings = Settings {
            profile: Profile::Uat,
            base_url: self.base_url.clone(),
            merchant_id: training.merchant_id,
            salt_index: training.salt_index,
            device_id: DEVICE_ID.to_owned(),
            phonepe_version_code: Some(400_698),
            callback_url: None,
            headers: DeviceHeaders::default(),
        };
        Client::new(settings, SecretString::from(training.salt_key))
            .map_err(|refusal| NotReady::SettingsRefused(refusal.to_string()))
    }
}

struct PhonePe(Client);

impl Provider for PhonePe {
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String> {
        let prepared = self.0.prepare(ask).map_err(|why| why.to_string())?;
        Ok(Prepared {
            request_sha256: prepared.sha256_hex().to_owned(),
            going: Box::pin(self.0.send(prepared)),
        })
    }
}
