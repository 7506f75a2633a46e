//! The end of the chain, kept outside the file.

use crate::inputs::Effect;
use crate::ports::VaultEntry;
use crate::state::{OpenBooks, Till};
use secrecy::SecretString;

const ANCHOR_EVERY_MS: i64 = 20_000;

impl Till {
    /// The head is kept outside the file too, so that a file that was cut off or put back is noticed.
    pub(crate) fn anchor_if_due(&mut self, now_ms: i64) {
        let anchored_seq = self.anchored.as_ref().map_or(0, |head| head.seq);
        let waits = self.head_seq > anchored_seq && self.books_checked && self.connected.is_some();
        let books = match &self.books {
            OpenBooks::Open(books) if waits => books,
            // A moment that stays set and is never used would have the engine woken for it again and again.
            OpenBooks::Open(_) | OpenBooks::Closed(_) => {
                self.anchor_due_at_ms = None;
                return;
            }
        };
        match self.anchor_due_at_ms {
            None => self.anchor_due_at_ms = Some(now_ms.saturating_add(ANCHOR_EVERY_MS)),
            Some(due) if now_ms >= due => {
                self.anchor_due_at_ms = None;
                let Ok(head) = books.head() else { return };
                let anchor = SecretString::from(head.to_line());
                self.head_text = head.to_line();
                self.anchored = Some(head);
                self.effects
                    .push(Effect::WriteSecret(VaultEntry::LedgerHead, anchor));
            }
            Some(_) => {}
        }
    }
}
