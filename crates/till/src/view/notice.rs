//! What comes before everything else on the screen: trouble, and the screen on which the till takes no money.

use crate::inputs::BooksTrouble;
use crate::ports::{NotReady, VaultTrouble};
use crate::state::{OpenBooks, Till};
use contract::{KeyringState, NoticeCode, NoticeView, StopView};

impl Till {
    pub(crate) fn notice_view(&self) -> Option<NoticeView> {
        if let OpenBooks::Closed(trouble) = &self.books {
            return Some(wall(trouble));
        }
        match &self.not_ready {
            Some(NotReady::Keyring(VaultTrouble::Locked)) => Some(bar(NoticeCode::KeyringLocked, None)),
            Some(NotReady::Keyring(VaultTrouble::Missing)) => Some(bar(NoticeCode::KeyringMissing, None)),
            Some(NotReady::Keyring(VaultTrouble::Broken)) => Some(bar(NoticeCode::KeyringBroken, None)),
            Some(NotReady::SaltKeyMissing) => Some(bar(NoticeCode::SaltKeyMissing, None)),
            Some(NotReady::SettingsRefused(why)) => {
                Some(bar(NoticeCode::ProviderSettingsRefused, Some(why.clone())))
            }
            None if !self.recovering.is_empty() => Some(bar(
                NoticeCode::Recovering,
                Some(self.recovering.len().to_string()),
            )),
            None => self
                .restored_notice()
                .or_else(|| self.keyring_notice())
                .or_else(|| self.clock_notice())
                .or_else(|| {
                    // Before what follows from it.
                    let (code, free) = self.disk_notice()?;
                    Some(bar(code, Some(free)))
                })
                .or_else(|| {
                    let failed = self.backup.failed.clone()?;
                    Some(bar(NoticeCode::BackupFailed, Some(failed)))
                }),
        }
    }

    /// Nothing of the strip is hidden by it: what stands there is what the till knows.
    pub(crate) fn stop_view(&self) -> Option<StopView> {
        let OpenBooks::Closed(trouble) = &self.books else {
            return None;
        };
        let can_retry = match trouble {
            BooksTrouble::CannotOpen(_) | BooksTrouble::CannotWrite(_) | BooksTrouble::Contradicted(_) => {
                true
            }
            BooksTrouble::Newer(_)
            | BooksTrouble::Damaged(_)
            | BooksTrouble::Tampered(_)
            | BooksTrouble::Unusable(_) => false,
        };
        Some(StopView {
            can_retry,
            sales_known: self.sales_read,
            asking: self.connected.is_some(),
            unwritten: self.unwritten.iter().map(ToString::to_string).collect(),
        })
    }

    fn restored_notice(&self) -> Option<NoticeView> {
        let restored = self.restored.as_ref()?;
        Some(bar(
            NoticeCode::LedgerRestored,
            Some(restored.lost_records.to_string()),
        ))
    }

    /// Nothing that is concluded depends on it; the times on slips and in the books do.
    fn clock_notice(&self) -> Option<NoticeView> {
        let by_ms = self.steady.changed_by_ms()?;
        Some(bar(NoticeCode::ClockChanged, Some(clock_change_text(by_ms))))
    }

    /// The keyring was there at the start and has gone since.
    fn keyring_notice(&self) -> Option<NoticeView> {
        let code = match self.lamps.keyring {
            KeyringState::Locked => NoticeCode::KeyringLocked,
            KeyringState::Missing => NoticeCode::KeyringMissing,
            KeyringState::Broken => NoticeCode::KeyringBroken,
            KeyringState::Unasked | KeyringState::Ready | KeyringState::InMemory => return None,
        };
        Some(bar(code, None))
    }
}

/// `+1 d 2 h 5 min`: by how much, and in which direction.
fn clock_change_text(by_ms: i64) -> String {
    let minutes = by_ms.unsigned_abs() / 60_000;
    let sign = if by_ms < 0 { "−" } else { "+" };
    let parts = [
        (minutes / 1_440, "d"),
        (minutes / 60 % 24, "h"),
        (minutes % 60, "min"),
    ];
    let text: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}"))
        .collect();
    format!("{sign}{}", text.join(" "))
}

fn bar(code: NoticeCode, detail: Option<String>) -> NoticeView {
    NoticeView {
        code,
        blocks: false,
        detail,
        can_export: false,
    }
}

fn wall(trouble: &BooksTrouble) -> NoticeView {
    let (code, detail) = match trouble {
        BooksTrouble::CannotOpen(detail) | BooksTrouble::Unusable(detail) => {
            (NoticeCode::LedgerCannotOpen, detail)
        }
        BooksTrouble::Newer(detail) => (NoticeCode::LedgerNewer, detail),
        BooksTrouble::Damaged(detail) => (NoticeCode::LedgerDamaged, detail),
        BooksTrouble::Tampered(detail) => (NoticeCode::LedgerTampered, detail),
        BooksTrouble::CannotWrite(detail) => (NoticeCode::LedgerCannotWrite, detail),
        BooksTrouble::Contradicted(detail) => (NoticeCode::LedgerContradicted, detail),
    };
    NoticeView {
        code,
        blocks: true,
        detail: Some(detail.clone()),
        can_export: true,
    }
}
