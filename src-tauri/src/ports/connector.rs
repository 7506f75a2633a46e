//! Makes the provider's client from the settings and the keyring.

use crate::books::Anchor;
use crate::ports::{PhonePe, Safe, device_headers, trouble_of};
use contract::ProfileName;
use ledger::Head;
use phonepe::{Client, Profile, Settings};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring, SecretError, SecretState, random_hex};
use simulator::Simulator;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use till::{Connected, Going, NotReady, ProviderSettings, StoreSettings, VaultTrouble};

const PROMPT_AGAIN_AFTER: Duration = Duration::from_secs(60);
const DEVICE_ID_BYTES: usize = 16;
const HMAC_KEY_BYTES: usize = 32;

/// Whom the till talks to.
pub enum Line {
    Training(TrainingLine),
    /// As provisioned. For training that is a pretend PhonePe of its own program; the client refuses any address of
    /// training's that is not this machine's.
    Store(ProviderSettings),
    /// Nobody, and why.
    Nobody(String),
}

/// Training that nobody provisioned: the in-process simulator. It can be made from a running simulator only, so no other address is ever in it.
pub struct TrainingLine {
    base_url: String,
    options: simulator::Options,
}

impl TrainingLine {
    #[must_use]
    pub fn new(simulator: &Simulator) -> TrainingLine {
        TrainingLine {
            base_url: simulator.base_url(),
            options: simulator::Options::training(),
        }
    }

    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }
}

/// The engine's port.
#[derive(Clone)]
pub struct Connector {
    inner: Arc<Inner>,
}

struct Inner {
    line: Line,
    settings: StoreSettings,
    safe: Arc<Safe>,
    anchors: Sender<Anchor>,
    /// When the desktop last asked for the keyring's password because of us.
    prompted: Mutex<Option<Instant>>,
}

impl Connector {
    /// `anchors` hears at each attempt what the keyring holds of the ledger's head.
    #[must_use]
    pub fn new(line: Line, settings: StoreSettings, safe: Arc<Safe>, anchors: Sender<Anchor>) -> Connector {
        let prompted = Mutex::new(None);
        Connector {
            inner: Arc::new(Inner {
                line,
                settings,
                safe,
                anchors,
                prompted,
            }),
        }
    }
}

impl till::Connect for Connector {
    fn connect(&self) -> Going<Result<Connected, NotReady>> {
        let inner = self.inner.clone();
        Box::pin(async move { inner.connect().await })
    }
}

impl Inner {
    async fn connect(&self) -> Result<Connected, NotReady> {
        let chosen = self.safe.chosen().await;
        let keyring = &chosen.keyring;
        self.spare_the_prompt(keyring).await?;
        self.pass_anchor_on(keyring).await?;
        if let Line::Nobody(why) = &self.line {
            return Err(NotReady::SettingsRefused(why.clone()));
        }
        let salt_key = self.salt_key(keyring).await?;
        let device_id = self.device_id(keyring).await?;
        let hmac_key = kept_or_made(keyring, Entry::HmacKey, HMAC_KEY_BYTES).await?;
        let settings = self.client_settings(&device_id)?;
        // Reading the machine's certificates takes a while, and the engine's thread has other things to do.
        let client = tokio::task::spawn_blocking(move || Client::new(settings, salt_key))
            .await
            .map_err(|_| NotReady::SettingsRefused("the client could not be made".to_owned()))?
            .map_err(|refusal| NotReady::SettingsRefused(refusal.to_string()))?;
        Ok(Connected {
            provider: Arc::new(PhonePe::new(client)),
            hmac_key,
            device_id,
            in_memory: chosen.in_memory,
        })
    }

    /// The engine asks again every few seconds. A locked keyring is then only looked at: a person who dismissed the
    /// desktop's prompt is not shown it again at once.
    async fn spare_the_prompt(&self, keyring: &Keyring) -> Result<(), NotReady> {
        let is_recent = self
            .prompted()
            .is_some_and(|at| at.elapsed() < PROMPT_AGAIN_AFTER);
        if is_recent && keyring.state().await == SecretState::Locked {
            return Err(NotReady::Keyring(VaultTrouble::Locked));
        }
        Ok(())
    }

    fn prompted(&self) -> MutexGuard<'_, Option<Instant>> {
        self.prompted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn pass_anchor_on(&self, keyring: &Keyring) -> Result<(), NotReady> {
        let read = keyring.get(Entry::LedgerHead).await;
        let anchor = match &read {
            Ok(line) => Anchor::Read(line.as_ref().and_then(head_of)),
            Err(_) => Anchor::Unreadable,
        };
        if matches!(read, Err(SecretError::Locked)) {
            *self.prompted() = Some(Instant::now());
        }
        // Nobody listens any more once the anchor was compared.
        let _ = self.anchors.send(anchor);
        read.map(drop).map_err(not_ready)
    }

    async fn salt_key(&self, keyring: &Keyring) -> Result<SecretString, NotReady> {
        match &self.line {
            Line::Training(training) => Ok(SecretString::from(training.options.salt_key.clone())),
            Line::Store(_) => keyring
                .get(Entry::SaltKey)
                .await
                .map_err(not_ready)?
                .ok_or(NotReady::SaltKeyMissing),
            Line::Nobody(why) => Err(NotReady::SettingsRefused(why.clone())),
        }
    }

    async fn device_id(&self, keyring: &Keyring) -> Result<String, NotReady> {
        if let Line::Store(ProviderSettings {
            device_id: Some(given),
            ..
        }) = &self.line
        {
            return Ok(given.clone());
        }
        let made = kept_or_made(keyring, Entry::DeviceId, DEVICE_ID_BYTES).await?;
        Ok(made.expose_secret().to_owned())
    }

    fn client_settings(&self, device_id: &str) -> Result<Settings, NotReady> {
        let headers = device_headers(&self.settings, env!("CARGO_PKG_VERSION"));
        let phonepe_version_code = self.settings.phonepe_version_code;
        let device_id = device_id.to_owned();
        match &self.line {
            Line::Training(TrainingLine { base_url, options }) => Ok(Settings {
                profile: Profile::Training,
                base_url: base_url.clone(),
                merchant_id: options.merchant_id.clone(),
                salt_index: options.salt_index,
                device_id,
                phonepe_version_code,
                callback_url: None,
                headers,
            }),
            Line::Store(store) => Ok(Settings {
                profile: profile_of(store.profile),
                base_url: store.base_url.clone(),
                merchant_id: store.merchant_id.clone(),
                salt_index: store.salt_index,
                device_id,
                phonepe_version_code,
                callback_url: store.callback_url.clone(),
                headers,
            }),
            Line::Nobody(why) => Err(NotReady::SettingsRefused(why.clone())),
        }
    }
}

/// A secret that the till makes for itself. "Not there" is believed, because the keyring says it only while it holds the
/// canary of this installation; otherwise it fails and nothing is made.
async fn kept_or_made(keyring: &Keyring, entry: Entry, bytes: usize) -> Result<SecretString, NotReady> {
    if let Some(kept) = keyring.get(entry.clone()).await.map_err(not_ready)? {
        return Ok(kept);
    }
    let made = random_hex(bytes).map_err(not_ready)?;
    keyring.set(entry, made.clone()).await.map_err(not_ready)?;
    Ok(made)
}

fn head_of(line: &SecretString) -> Option<Head> {
    let head = Head::from_line(line.expose_secret());
    if head.is_none() {
        tracing::warn!("the keyring's anchor of the ledger cannot be read");
    }
    head
}

fn not_ready(error: SecretError) -> NotReady {
    NotReady::Keyring(trouble_of(&error))
}

fn profile_of(profile: ProfileName) -> Profile {
    match profile {
        ProfileName::Training => Profile::Training,
        ProfileName::Uat => Profile::Uat,
        ProfileName::Production => Profile::Production,
    }
}

#[cfg(test)]
mod tests;
