//! What the ledger stores of the queue. The field names are its form on disk: added to, never renamed.

use super::{CannotWhy, Choice, QueueRow, RowStep};
use crate::{Event, OurRef, Paise};
use serde::{Deserialize, Serialize};

/// What is asked for a hold when its turn comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum QueuedWhat {
    Capture { amount_paise: Paise },
    Release,
}

impl QueuedWhat {
    /// What its intent says, when it is asked for.
    #[must_use]
    pub fn event(&self) -> Event {
        match self {
            QueuedWhat::Capture { amount_paise } => Event::CaptureAsked {
                amount_paise: *amount_paise,
            },
            QueuedWhat::Release => Event::CancelAsked,
        }
    }

    /// The intent asks for just this. Whether the queue or a person made it, it is asked for once.
    #[must_use]
    pub fn is_asked_by(&self, event: &Event) -> bool {
        *event == self.event()
    }
}

/// A hold that a person put into the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    pub our_ref: OurRef,
    pub what: QueuedWhat,
}

impl Queued {
    #[must_use]
    pub fn in_run(&self, run: u32) -> QueueRow {
        QueueRow {
            run,
            our_ref: self.our_ref.clone(),
            what: self.what,
            step: RowStep::Waiting,
        }
    }
}

/// One step of the queue. That a row was asked for is not among them: its sale's intent says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "queue", rename_all = "snake_case")]
pub enum QueueFact {
    /// A person has seen which holds can be captured or released and which cannot, and confirmed those that can.
    Queued { run: u32, items: Vec<Queued> },
    /// What is to happen at this hold's deadline was set, changed or, without a choice, taken back.
    Chosen {
        our_ref: OurRef,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        choice: Option<Choice>,
    },
    /// Its turn had come, or its sale had moved, and it could not be asked for. Without a run: the choice for its deadline.
    Skipped {
        #[serde(skip_serializing_if = "Option::is_none", default)]
        run: Option<u32>,
        our_ref: OurRef,
        why: CannotWhy,
    },
    /// Whatever of the run still waited is not asked for any more.
    Stopped { run: u32 },
    /// A person has read what became of the run.
    Closed { run: u32 },
}

impl QueueFact {
    /// The one sale that it is about; a run is about many.
    #[must_use]
    pub fn our_ref(&self) -> Option<&OurRef> {
        match self {
            QueueFact::Chosen { our_ref, .. } | QueueFact::Skipped { our_ref, .. } => Some(our_ref),
            QueueFact::Queued { .. } | QueueFact::Stopped { .. } | QueueFact::Closed { .. } => None,
        }
    }

    /// Money will move because of it, unless something comes in between.
    #[must_use]
    pub fn leads_to_money(&self) -> bool {
        match self {
            QueueFact::Queued { .. } | QueueFact::Chosen { choice: Some(_), .. } => true,
            QueueFact::Chosen { choice: None, .. }
            | QueueFact::Skipped { .. }
            | QueueFact::Stopped { .. }
            | QueueFact::Closed { .. } => false,
        }
    }
}
