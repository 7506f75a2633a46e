//! What the ledger stores of reconciling. The field names are its form on disk: added to, never renamed.

use super::{Difference, RowOutcome};
use crate::OurRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// As long as a reason of a shift's cash.
const NOTE_CHARS_MAX: usize = 200;

/// Why a difference is closed, in a person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReconcileNote(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    #[error("no note was given")]
    Empty,
    #[error("the note is longer than {NOTE_CHARS_MAX} characters")]
    TooLong,
}

impl ReconcileNote {
    /// Spaces around it are dropped; line ends and other control characters become spaces.
    ///
    /// # Errors
    /// A [`NoteRefusal`]; nothing is written.
    pub fn parse(typed: &str) -> Result<ReconcileNote, NoteRefusal> {
        let text: String = typed
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let text = text.trim();
        if text.is_empty() {
            return Err(NoteRefusal::Empty);
        }
        if text.chars().count() > NOTE_CHARS_MAX {
            return Err(NoteRefusal::TooLong);
        }
        Ok(ReconcileNote(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One step. None of them moves a sale, a refund or money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reconcile", rename_all = "snake_case")]
pub enum ReconcileFact {
    /// Every sale that was opened in the period is going to be asked about, oldest first. From one, without gaps.
    Begun {
        run: u32,
        /// From this moment on, and before that one (milliseconds since 1970).
        from_ms: i64,
        to_ms: i64,
        /// How many sales that are.
        rows: u32,
    },
    /// A sale of the run was asked about, with its refunds. This is what moves the run on.
    Compared {
        run: u32,
        our_ref: OurRef,
        outcome: RowOutcome,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        differences: Vec<Difference>,
    },
    /// A person stopped it; it may be taken up again.
    Stopped {
        run: u32,
    },
    Resumed {
        run: u32,
    },
    /// Every sale was asked about.
    Ended {
        run: u32,
    },
    /// A settlement file was compared with the books, whole.
    Imported {
        /// From one, without gaps.
        import: u32,
        name: String,
        /// Of the file's bytes, lower-case hex.
        sha256: String,
        /// The file's columns by their names, in their order: its mapping is remembered under them.
        header: Vec<String>,
        /// Which column is what.
        mapping: BTreeMap<String, String>,
        /// The period of payments that the file stands for (milliseconds since 1970).
        from_ms: i64,
        to_ms: i64,
        rows: u32,
        agree: u32,
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        differences: Vec<Difference>,
    },
    /// A person has settled a difference and says how.
    Closed {
        difference: u32,
        /// The sale that it is about, if it is one of ours.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        our_ref: Option<OurRef>,
        note: ReconcileNote,
    },
}

impl ReconcileFact {
    /// The sale in whose story it stands. That a sale agreed is said by the look itself.
    #[must_use]
    pub fn our_ref(&self) -> Option<&OurRef> {
        match self {
            ReconcileFact::Compared {
                our_ref, differences, ..
            } => (!differences.is_empty()).then_some(our_ref),
            ReconcileFact::Closed { our_ref, .. } => our_ref.as_ref(),
            ReconcileFact::Begun { .. }
            | ReconcileFact::Stopped { .. }
            | ReconcileFact::Resumed { .. }
            | ReconcileFact::Ended { .. }
            | ReconcileFact::Imported { .. } => None,
        }
    }

    /// The differences that it found.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        match self {
            ReconcileFact::Compared { differences, .. } | ReconcileFact::Imported { differences, .. } => {
                differences
            }
            ReconcileFact::Begun { .. }
            | ReconcileFact::Stopped { .. }
            | ReconcileFact::Resumed { .. }
            | ReconcileFact::Ended { .. }
            | ReconcileFact::Closed { .. } => &[],
        }
    }
}
