//! What a restore would do, found out before anything is changed.

use crate::anchor::Anchor;
use crate::keyring;
use crate::outcome::Stop;
use crate::place::Place;
use ledger::{AnchorVerdict, Loss, ProvedBackup};
use secrets::Keyring;
use std::fmt::Write;
use std::path::Path;
use till::ProfileName;

pub struct Plan<'a> {
    pub from: &'a Path,
    pub backup: ProvedBackup,
    pub loss: Loss,
    /// Where the new anchor goes; `None`: training, without a keyring.
    pub keyring: Option<Keyring>,
    anchored_seq: u64,
}

impl Plan<'_> {
    /// # Errors
    /// When the backup cannot be put back here, whatever the person accepts.
    pub fn make<'a>(place: &Place, from: &'a Path) -> Result<Plan<'a>, Stop> {
        if place.settings.is_none() {
            return Err(Stop::wrong(
                "There are no settings in this home, so nothing says whose ledger belongs here: run \
                 `holdfast-admin provision` first, or start the till once.",
            ));
        }
        let anchor = Anchor::read(place);
        let keyring = keyring_for(place, &anchor)?;
        let backup =
            ledger::prove_backup(from, anchor.head()).map_err(|fault| refused(&fault.to_string()))?;
        if backup.profile != place.profile_name() {
            let sentence = format!(
                "it is of the profile {}, and {} is to be restored",
                backup.profile,
                place.profile_name()
            );
            return Err(refused(&sentence));
        }
        if let AnchorVerdict::Tampered { seq } = backup.anchor {
            let sentence = format!(
                "its record {seq} is another than the one that the keyring remembers: it was rewritten, or is of another till \
                 (its id is {})",
                backup.installation
            );
            return Err(refused(&sentence));
        }
        let loss = ledger::loss(&place.ledger_file(), &backup.head);
        if let Some(here) = loss
            .installation
            .as_ref()
            .filter(|here| **here != backup.installation)
        {
            let sentence = format!(
                "it is of another till: its id is {}, the ledger here has {here}. If it is meant all the same, move the ledger \
                 here away by hand first",
                backup.installation
            );
            return Err(refused(&sentence));
        }
        Ok(Plan {
            from,
            backup,
            loss,
            keyring,
            anchored_seq: anchor.head().map_or(0, |head| head.seq),
        })
    }

    /// How far the ledger is known to have come.
    pub fn reached_seq(&self) -> u64 {
        self.anchored_seq
            .max(self.loss.reached_seq)
            .max(self.backup.head.seq)
    }

    pub fn loses(&self) -> bool {
        self.reached_seq() > self.backup.head.seq || (self.loss.reached_seq > 0 && !self.loss.goes_on)
    }

    pub fn would_lose(&self) -> String {
        let mut text = "Nothing was changed: this restore would lose records.\n".to_owned();
        text.push_str(&self.what_is_lost());
        text.push_str("Give --accept-loss if that is meant; the ledger here is then renamed and kept.\n");
        text
    }

    pub fn what_is_lost(&self) -> String {
        let from = self.backup.head.seq;
        let mut text = String::new();
        let lost = self.reached_seq().saturating_sub(from);
        // Writing into a String cannot fail.
        let _ = writeln!(
            text,
            "the backup ends at record {from}; {lost} records after it are lost"
        );
        if self.loss.reached_seq > 0 && !self.loss.goes_on {
            let _ = writeln!(
                text,
                "the ledger here does not go on where the backup ends: the two differ before"
            );
        }
        if self.loss.reached_seq < self.anchored_seq {
            let _ = writeln!(
                text,
                "records {} to {} cannot be read here at all: nobody but PhonePe knows their sales",
                self.loss.reached_seq.max(from).saturating_add(1),
                self.anchored_seq
            );
        }
        for sale in &self.loss.sales {
            let amount = sale
                .amount_paise
                .map(|amount| format!(" {amount}"))
                .unwrap_or_default();
            let _ = writeln!(text, "  {}{amount}", sale.our_ref);
        }
        text.push_str(
            "Holds that were asked, captured or released in the lost records are not known to the till any more: compare with \
             PhonePe's list and ask PhonePe about each, before anything of them is charged again.\n",
        );
        text
    }
}

/// A restore that cannot be anchored would lock the till out: it is refused before anything is done.
fn keyring_for(place: &Place, anchor: &Anchor) -> Result<Option<Keyring>, Stop> {
    match anchor {
        Anchor::Kept(_) | Anchor::NoneYet | Anchor::Garbled => Ok(place.keyring()),
        Anchor::NotRead(_) if place.profile == ProfileName::Training => Ok(None),
        Anchor::NotRead(why) => Err(Stop::Wrong(format!(
            "Nothing was changed: a restore has to be anchored in the keyring, and that cannot be used: {why}. {}",
            keyring::advice(secrets::SecretState::Locked)
        ))),
    }
}

fn refused(why: &str) -> Stop {
    Stop::Wrong(format!("Nothing was changed. The backup is refused: {why}."))
}
