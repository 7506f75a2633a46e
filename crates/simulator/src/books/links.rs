//! The merchant's links to wallets. Only a hash of each token is kept.

use serde::{Deserialize, Serialize};

use super::{Books, PersonId, random_hex};
use crate::reply::Refusal;
use crate::signing::sha256_hex;

/// What a `userAuthToken` stands for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Link {
    pub(crate) person: PersonId,
    device_id: String,
    state: LinkState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LinkState {
    Live,
    Killed,
    RelinkRequired,
}

impl Books {
    /// Makes a token for a person and the device that verified the OTP: merchant id and 32 hex digits, as in
    /// PhonePe's samples.
    pub(crate) fn link(&mut self, merchant_id: &str, person: PersonId, device_id: String) -> String {
        let token = format!("{merchant_id}{}", random_hex(16));
        let link = Link {
            person,
            device_id,
            state: LinkState::Live,
        };
        self.links.insert(self.key_of(&token), link);
        self.dirty = true;
        token
    }

    /// Whose wallet a token opens.
    ///
    /// # Errors
    /// `INVALID_USER_AUTH_TOKEN` for an unknown or dead token; `WALLET_RELINK_REQUIRED` when PhonePe suspects
    /// fraud or the device is not the one of the verify call; `USER_BLACKLISTED`.
    pub(crate) fn person_of(&self, token: &str, device: DeviceCheck<'_>) -> Result<PersonId, Refusal> {
        let link = self.links.get(&self.key_of(token));
        let link = link.filter(|link| link.state != LinkState::Killed);
        let link = link.ok_or(Refusal::of("INVALID_USER_AUTH_TOKEN"))?;
        let other_device = match device {
            DeviceCheck::Skip => false,
            DeviceCheck::Same(id) => id != link.device_id,
        };
        if other_device || link.state == LinkState::RelinkRequired {
            return Err(Refusal::of("WALLET_RELINK_REQUIRED"));
        }
        if self
            .person(&link.person)
            .is_some_and(|person| person.wallet.blacklisted)
        {
            return Err(Refusal::of("USER_BLACKLISTED"));
        }
        Ok(link.person.clone())
    }

    /// Ends one link, as the unlink call does.
    pub(crate) fn unlink(&mut self, token: &str) -> Result<(), Refusal> {
        self.person_of(token, DeviceCheck::Skip)?;
        let key = self.key_of(token);
        if let Some(link) = self.links.get_mut(&key) {
            link.state = LinkState::Killed;
        }
        self.dirty = true;
        Ok(())
    }

    /// Turns every link of a person, and says how many there were.
    pub(crate) fn turn_links(&mut self, mobile: &str, state: LinkState) -> usize {
        let person = self.id_of(mobile);
        let links = self.links.values_mut().filter(|link| link.person == person);
        let turned = links.map(|link| link.state = state).count();
        self.dirty = true;
        turned
    }

    fn key_of(&self, token: &str) -> String {
        sha256_hex(&[&self.pepper, "token", token])
    }
}

/// Whether the caller's device must be the one that linked.
#[derive(Clone, Copy)]
pub(crate) enum DeviceCheck<'a> {
    Skip,
    Same(&'a str),
}
