//! What stands behind the engine's ports here: the simulator's clock, so that both sides always agree on the time, and
//! a line to PhonePe that can be held back.

use domain::{Ask, Heard, Moment};
use phonepe::{Client, Deadlines, DeviceHeaders, Profile, Settings};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring, SecretError, random_hex};
use simulator::Simulator;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use till::{
    Chance, Clock, Connect, Connected, Going, NotReady, Prepared, Provider, Vault, VaultEntry, VaultTrouble,
};

/// The engine's clock is the simulator's: it stands still until a test moves it.
#[derive(Clone)]
pub struct HandClock {
    hands: Arc<Mutex<Simulator>>,
}

impl HandClock {
    pub fn of(simulator: &Simulator) -> HandClock {
        HandClock {
            hands: Arc::new(Mutex::new(simulator.clone())),
        }
    }

    /// From now on this simulator's clock counts.
    pub fn follow(&self, simulator: &Simulator) {
        *self.hands.lock().unwrap() = simulator.clone();
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        let wall_ms = self.hands.lock().unwrap().now_ms();
        Moment {
            wall_ms,
            mono_ms: u64::try_from(wall_ms).unwrap(),
            boot: "a boot of the tests".to_owned(),
        }
    }
}

/// Never gives the same number twice in one process, whatever is restarted.
pub struct Dice;

impl Chance for Dice {
    fn next_u128(&self) -> u128 {
        static THROWS: AtomicU64 = AtomicU64::new(1);
        let throw = u128::from(THROWS.fetch_add(1, Ordering::Relaxed));
        // An odd factor keeps the throws apart and spreads them over all bits.
        throw.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)
    }
}

/// What a test does to the requests of a counter.
#[derive(Default)]
pub struct Line {
    held_back: AtomicBool,
}

impl Line {
    /// From now on a request that is handed out never leaves: what a crash between commit and sending looks like.
    pub fn hold_back(&self, held_back: bool) {
        self.held_back.store(held_back, Ordering::SeqCst);
    }
}

pub struct PhonePe {
    pub client: Client,
    pub line: Arc<Line>,
}

impl Provider for PhonePe {
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String> {
        let prepared = self.client.prepare(ask).map_err(|why| why.to_string())?;
        let request_sha256 = prepared.sha256_hex().to_owned();
        let going: Going<Heard> = if self.line.held_back.load(Ordering::SeqCst) {
            Box::pin(std::future::pending())
        } else {
            Box::pin(self.client.send(prepared))
        };
        Ok(Prepared {
            request_sha256,
            going,
        })
    }
}

/// How a counter is provisioned.
#[derive(Clone)]
pub struct Wiring {
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index: u32,
    pub deadlines: Deadlines,
    pub keyring: Keyring,
    pub line: Arc<Line>,
}

impl Connect for Wiring {
    fn connect(&self) -> Going<Result<Connected, NotReady>> {
        let wiring = self.clone();
        Box::pin(async move { wiring.make().await })
    }
}

impl Wiring {
    async fn make(&self) -> Result<Connected, NotReady> {
        let salt_key = self.keyring.get(Entry::SaltKey).await.map_err(not_ready)?;
        let salt_key = salt_key.ok_or(NotReady::SaltKeyMissing)?;
        let device_id = self
            .kept_or_made(Entry::DeviceId)
            .await?
            .expose_secret()
            .to_owned();
        let hmac_key = self.kept_or_made(Entry::HmacKey).await?;
        let settings = Settings {
            profile: Profile::Uat,
            base_url: self.base_url.clone(),
            merchant_id: self.merchant_id.clone(),
            salt_index: self.salt_index,
            device_id: device_id.clone(),
            phonepe_version_code: Some(400_698),
            callback_url: None,
            headers: DeviceHeaders {
                manufacturer: "Acme".to_owned(),
                model: "Till 1".to_owned(),
                os_version: "12".to_owned(),
                merchant_app_version: "0.1.0".to_owned(),
                ..DeviceHeaders::default()
            },
        };
        let client = Client::with_deadlines(settings, salt_key, self.deadlines)
            .map_err(|refusal| NotReady::SettingsRefused(refusal.to_string()))?;
        let provider = Arc::new(PhonePe {
            client,
            line: self.line.clone(),
        });
        Ok(Connected {
            provider,
            hmac_key,
            device_id,
            in_memory: false,
        })
    }

    async fn kept_or_made(&self, entry: Entry) -> Result<SecretString, NotReady> {
        if let Some(kept) = self.keyring.get(entry.clone()).await.map_err(not_ready)? {
            return Ok(kept);
        }
        let made = random_hex(32).map_err(not_ready)?;
        self.keyring.set(entry, made.clone()).await.map_err(not_ready)?;
        Ok(made)
    }
}

pub struct KeyringVault(pub Keyring);

impl Vault for KeyringVault {
    fn read(&self, entry: VaultEntry) -> Going<Result<Option<SecretString>, VaultTrouble>> {
        let keyring = self.0.clone();
        Box::pin(async move { keyring.get(entry_of(entry)).await.map_err(trouble) })
    }

    fn write(&self, entry: VaultEntry, secret: SecretString) -> Going<Result<(), VaultTrouble>> {
        let keyring = self.0.clone();
        Box::pin(async move { keyring.set(entry_of(entry), secret).await.map_err(trouble) })
    }

    fn delete(&self, entry: VaultEntry) -> Going<Result<(), VaultTrouble>> {
        let keyring = self.0.clone();
        Box::pin(async move { keyring.delete(entry_of(entry)).await.map_err(trouble) })
    }
}

fn entry_of(entry: VaultEntry) -> Entry {
    match entry {
        VaultEntry::UserToken(hmac_hex) => Entry::UserToken(hmac_hex),
        VaultEntry::LedgerHead => Entry::LedgerHead,
    }
}

fn trouble(error: SecretError) -> VaultTrouble {
    match error {
        SecretError::Locked => VaultTrouble::Locked,
        SecretError::Missing => VaultTrouble::Missing,
        SecretError::Broken(_) | SecretError::TimedOut => VaultTrouble::Broken,
    }
}

fn not_ready(error: SecretError) -> NotReady {
    NotReady::Keyring(trouble(error))
}
