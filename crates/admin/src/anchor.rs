//! The end of the chain as the keyring remembers it, outside the ledger's own file.

use crate::place::Place;
use ledger::Head;
use secrecy::ExposeSecret;
use secrets::Entry;

pub enum Anchor {
    Kept(Head),
    /// The keyring answered for certain that it holds none.
    NoneYet,
    /// The keyring holds something in its place that no till wrote.
    Garbled,
    /// The keyring could not be asked; why, as a sentence without its full stop.
    NotRead(String),
}

impl Anchor {
    pub fn read(place: &Place) -> Anchor {
        let Some(keyring) = place.keyring() else {
            return Anchor::NotRead(
                "there are no settings, so nothing says under which name it is kept".to_owned(),
            );
        };
        match keyring.get_blocking(Entry::LedgerHead) {
            Ok(Some(line)) => Head::from_line(line.expose_secret()).map_or(Anchor::Garbled, Anchor::Kept),
            Ok(None) => Anchor::NoneYet,
            Err(trouble) => Anchor::NotRead(trouble.to_string()),
        }
    }

    pub fn head(&self) -> Option<&Head> {
        match self {
            Anchor::Kept(head) => Some(head),
            Anchor::NoneYet | Anchor::Garbled | Anchor::NotRead(_) => None,
        }
    }
}
