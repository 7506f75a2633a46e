//! The lamps in the top bar: what was last heard of the provider and of the keyring.

use crate::ports::{NotReady, VaultTrouble};
use contract::{KeyringState, ProviderState, WhyCode};
use domain::{Heard, Meaning, RefusalKind, UnknownWhy};
use std::collections::VecDeque;

/// A reply slower than this turns the lamp to "slow".
const SLOW_AFTER_MS: u64 = 3_000;
/// One reply that gets lost is an accident; with so many in a row the next would get lost as well.
const LOST_IN_A_ROW: u32 = 2;
/// How many answers the health panel draws its median of.
const ANSWERS_KEPT: usize = 20;

pub(crate) struct Lamps {
    pub provider: ProviderState,
    pub latency_ms: Option<u64>,
    /// How long the last ones took, oldest first.
    pub answers_ms: VecDeque<u64>,
    pub keyring: KeyringState,
    lost: u32,
    /// Since when asking is in vain, in milliseconds since 1970.
    pub in_vain_since_ms: i64,
}

impl Default for Lamps {
    fn default() -> Self {
        Lamps {
            provider: ProviderState::Unasked,
            latency_ms: None,
            answers_ms: VecDeque::new(),
            keyring: KeyringState::Unasked,
            lost: 0,
            in_vain_since_ms: 0,
        }
    }
}

impl Lamps {
    pub fn heard(&mut self, heard: &Heard, now_ms: i64) {
        let was_in_vain = self.asks_in_vain().is_some();
        self.lost = if is_lost(&heard.meaning) {
            self.lost.saturating_add(1)
        } else {
            0
        };
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
        if answered {
            if self.answers_ms.len() >= ANSWERS_KEPT {
                self.answers_ms.pop_front();
            }
            self.answers_ms.push_back(heard.took_ms);
        }
        if !was_in_vain {
            self.in_vain_since_ms = now_ms;
        }
    }

    /// Why whatever is asked next would hardly be answered.
    pub fn asks_in_vain(&self) -> Option<WhyCode> {
        if self.provider == ProviderState::WrongKey {
            return Some(WhyCode::WrongKey);
        }
        (self.lost >= LOST_IN_A_ROW).then_some(WhyCode::Offline)
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

/// Nothing was said about what was asked: there is no line, or nobody behind it who understands.
fn is_lost(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::NotSent(_)
        | Meaning::Unknown(
            UnknownWhy::TimedOut
            | UnknownWhy::ConnectionLost
            | UnknownWhy::ProviderError
            | UnknownWhy::Unreadable(_),
        ) => true,
        Meaning::Agreed(_)
        | Meaning::Refused(_)
        | Meaning::Unknown(UnknownWhy::UnlistedCode | UnknownWhy::Mismatch(_)) => false,
    }
}

fn keyring_state(trouble: VaultTrouble) -> KeyringState {
    match trouble {
        VaultTrouble::Locked => KeyringState::Locked,
        VaultTrouble::Missing => KeyringState::Missing,
        VaultTrouble::Broken => KeyringState::Broken,
    }
}
