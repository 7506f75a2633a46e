//! The lamps in the top bar: what was last heard of the provider and of the keyring.

use crate::ports::{NotReady, VaultTrouble};
use contract::{KeyringState, ProviderState};
use domain::{Heard, Meaning, RefusalKind, UnknownWhy};

/// A reply slower than this turns the lamp to "slow".
const SLOW_AFTER_MS: u64 = 3_000;

pub(crate) struct Lamps {
    pub provider: ProviderState,
    pub latency_ms: Option<u64>,
    pub keyring: KeyringState,
}

impl Default for Lamps {
    fn default() -> Self {
        Lamps {
            provider: ProviderState::Unasked,
            latency_ms: None,
            keyring: KeyringState::Unasked,
        }
    }
}

impl Lamps {
    pub fn heard(&mut self, heard: &Heard) {
        self.provider = match &heard.meaning {
            Meaning::NotSent(_) => ProviderState::Unreachable,
            Meaning::Unknown(UnknownWhy::TimedOut | UnknownWhy::ConnectionLost) => ProviderState::NoAnswer,
            Meaning::Refused(RefusalKind::WrongSignature) => ProviderState::WrongKey,
            Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::Unknown(_)
                if heard.took_ms > SLOW_AFTER_MS =>
            {
                ProviderState::Slow
            }
            Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::Unknown(_) => ProviderState::Good,
        };
        let answered = !matches!(
            self.provider,
            ProviderState::Unreachable | ProviderState::NoAnswer
        );
        self.latency_ms = answered.then_some(heard.took_ms);
    }

    pub fn connected(&mut self, in_memory: bool) {
        self.keyring = if in_memory {
            KeyringState::InMemory
        } else {
            KeyringState::Ready
        };
    }

    pub fn not_connected(&mut self, why: &NotReady) {
        self.keyring = match why {
            NotReady::Keyring(trouble) => keyring_state(*trouble),
            NotReady::SaltKeyMissing | NotReady::SettingsRefused(_) => KeyringState::Ready,
        };
    }

    pub fn keyring_answered(&mut self, trouble: Option<VaultTrouble>) {
        match trouble {
            Some(trouble) => self.keyring = keyring_state(trouble),
            None if self.keyring != KeyringState::InMemory => self.keyring = KeyringState::Ready,
            None => {}
        }
    }
}

fn keyring_state(trouble: VaultTrouble) -> KeyringState {
    match trouble {
        VaultTrouble::Locked => KeyringState::Locked,
        VaultTrouble::Missing => KeyringState::Missing,
        VaultTrouble::Broken => KeyringState::Broken,
    }
}
