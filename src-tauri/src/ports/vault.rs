//! The keyring behind the engine's port, and which keyring that is.

use crate::books::Verdict;
use secrecy::SecretString;
use secrets::{Entry, Keyring, SecretError, SecretState};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use till::{Going, VaultEntry, VaultTrouble};
use tokio::sync::{OnceCell, watch};

/// Training must be usable at once: a keyring that has not answered by then is left alone.
const TRAINING_WAITS: Duration = Duration::from_millis(1_500);

/// The keyring that this run uses. Decided once: links made under one keyring are not looked for in another.
pub struct Safe {
    system: Keyring,
    /// Training's mark that its keyring was set up; `None` in every other profile, whose keyring was provisioned.
    training_mark: Option<PathBuf>,
    bus: bool,
    chosen: OnceCell<Chosen>,
}

#[derive(Clone, Debug)]
pub struct Chosen {
    pub keyring: Keyring,
    pub in_memory: bool,
}

impl Safe {
    /// The desktop's keyring and nothing else.
    #[must_use]
    pub fn of_a_store(system: Keyring) -> Safe {
        let chosen = OnceCell::new_with(Some(Chosen {
            keyring: system.clone(),
            in_memory: false,
        }));
        Safe {
            system,
            training_mark: None,
            bus: true,
            chosen,
        }
    }

    /// The desktop's keyring if it is ready, otherwise one in memory. `profile_dir` keeps the mark of the first set-up;
    /// without a session bus nothing is asked at all.
    #[must_use]
    pub fn of_training(system: Keyring, profile_dir: &Path, has_session_bus: bool) -> Safe {
        let training_mark = Some(profile_dir.join("keyring-is-set-up"));
        Safe {
            system,
            training_mark,
            bus: has_session_bus,
            chosen: OnceCell::new(),
        }
    }

    /// The keyring, decided at the first call.
    pub async fn chosen(&self) -> Chosen {
        self.chosen.get_or_init(|| self.choose()).await.clone()
    }

    /// Training with its own simulator, which works without a keyring.
    #[must_use]
    pub fn is_training(&self) -> bool {
        self.training_mark.is_some()
    }

    /// The keyring, if it was decided already.
    #[must_use]
    pub fn known(&self) -> Option<Chosen> {
        self.chosen.get().cloned()
    }

    async fn choose(&self) -> Chosen {
        let ready = match &self.training_mark {
            Some(mark) if self.bus => {
                tokio::time::timeout(TRAINING_WAITS, ready_for_training(&self.system, mark))
                    .await
                    .unwrap_or(false)
            }
            Some(_) => false,
            None => true,
        };
        if ready {
            return Chosen {
                keyring: self.system.clone(),
                in_memory: false,
            };
        }
        tracing::info!("training goes on without the desktop's keyring: links are forgotten at exit");
        Chosen {
            keyring: Keyring::in_memory(),
            in_memory: true,
        }
    }
}

/// The canary is written once. A keyring that had one and lost it was replaced, and stays out of use.
async fn ready_for_training(system: &Keyring, mark: &Path) -> bool {
    match system.state().await {
        SecretState::Ready => true,
        SecretState::Broken if !mark.exists() => {
            system.ensure_canary().await.is_ok() && std::fs::write(mark, "").is_ok()
        }
        SecretState::Broken | SecretState::Locked | SecretState::Missing => false,
    }
}

/// The engine's port.
pub struct SafeVault {
    safe: Arc<Safe>,
    verdict: watch::Receiver<Verdict>,
}

impl SafeVault {
    #[must_use]
    pub fn new(safe: Arc<Safe>, verdict: watch::Receiver<Verdict>) -> SafeVault {
        SafeVault { safe, verdict }
    }
}

impl till::Vault for SafeVault {
    fn read(&self, entry: VaultEntry) -> Going<Result<Option<SecretString>, VaultTrouble>> {
        let safe = self.safe.clone();
        Box::pin(async move {
            safe.chosen()
                .await
                .keyring
                .get(entry_of(entry))
                .await
                .map_err(|why| trouble_of(&why))
        })
    }

    fn write(&self, entry: VaultEntry, secret: SecretString) -> Going<Result<(), VaultTrouble>> {
        let safe = self.safe.clone();
        let mut verdict = self.verdict.clone();
        Box::pin(async move {
            // A new anchor replaces the old one, so it must not be written before the old one was compared.
            if entry == VaultEntry::LedgerHead && !may_be_anchored(&mut verdict).await {
                return Ok(());
            }
            safe.chosen()
                .await
                .keyring
                .set(entry_of(entry), secret)
                .await
                .map_err(|why| trouble_of(&why))
        })
    }

    fn delete(&self, entry: VaultEntry) -> Going<Result<(), VaultTrouble>> {
        let safe = self.safe.clone();
        Box::pin(async move {
            safe.chosen()
                .await
                .keyring
                .delete(entry_of(entry))
                .await
                .map_err(|why| trouble_of(&why))
        })
    }
}

async fn may_be_anchored(verdict: &mut watch::Receiver<Verdict>) -> bool {
    let settled = verdict.wait_for(|verdict| *verdict != Verdict::Open).await;
    settled.is_ok_and(|verdict| *verdict == Verdict::Holds)
}

fn entry_of(entry: VaultEntry) -> Entry {
    match entry {
        VaultEntry::UserToken(hmac_hex) => Entry::UserToken(hmac_hex),
        VaultEntry::LedgerHead => Entry::LedgerHead,
    }
}

/// What a failing keyring means to the engine. Silence counts as broken: only a keyring that says so is locked.
#[must_use]
pub fn trouble_of(error: &SecretError) -> VaultTrouble {
    match error {
        SecretError::Locked => VaultTrouble::Locked,
        SecretError::Missing => VaultTrouble::Missing,
        SecretError::Broken(_) | SecretError::TimedOut => VaultTrouble::Broken,
    }
}

#[cfg(test)]
mod tests;
