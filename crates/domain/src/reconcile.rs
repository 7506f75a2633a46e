//! Our books against PhonePe's: what is called a difference, and how a run that asks about every sale of a period stands.
//! A comparison is pure and moves nothing. What a look proves moves its sale by [`crate::conclude`] alone; beside that, a
//! difference is written down, and it stays until a person has closed it with a note.

mod compare;
mod fact;
mod run;
mod settlement;

pub use compare::{Compared, compare_refund, compare_sale, could_not_be_asked};
pub use fact::{NoteRefusal, ReconcileFact, ReconcileNote};
pub use run::{ReconcileRefusal, ReconcileRun, RowCounts, RunState};
pub use settlement::{OurSide, SETTLEMENT_TERMS, SettlementRow, Theirs, compare_line, not_in_file};

use crate::{OurRef, Paise, ProviderText, RefundRef};
use serde::{Deserialize, Serialize};

/// What is not the same on both sides. The window has an explanation and a way to close for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// PhonePe has a payment; here the sale is not paid.
    PaidThereNotHere,
    /// Here the sale is proved paid; PhonePe has no successful payment.
    PaidHereNotThere,
    OtherAmount,
    /// Another transaction id than the one that was asked about, or than the one that was kept.
    OtherId,
    OtherMerchant,
    /// Captured at PhonePe; nobody here asked for it.
    CapturedThere,
    /// The money is still blocked at PhonePe; here the sale has ended.
    StillHeldThere,
    /// The hold is gone at PhonePe before its deadline; here it was held.
    GoneThere,
    /// PhonePe knows nothing of it.
    UnknownThere,
    /// PhonePe's answer says nothing that the till can use.
    Unclear,
    /// PhonePe could not be asked.
    NotAsked,
    RefundedThereNotHere,
    RefundedHereNotThere,
    InFileNotInBooks,
    InBooksNotInFile,
    TwiceInFile,
}

/// What one side says of a sale or a refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The state's name for ours, the provider's words for theirs: verbatim, shown as text.
    pub said: ProviderText,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub amount_paise: Option<Paise>,
    /// PhonePe's id, as this side has it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub provider_ref: Option<ProviderText>,
}

impl Side {
    #[must_use]
    pub fn of(said: &str, amount_paise: Option<Paise>) -> Side {
        Side {
            said: ProviderText::received(said),
            amount_paise,
            provider_ref: None,
        }
    }

    #[must_use]
    pub fn with_ref(mut self, provider_ref: Option<&str>) -> Side {
        self.provider_ref = provider_ref.map(ProviderText::received);
        self
    }
}

/// One difference. `ours` is missing where the books have nothing, `theirs` where PhonePe or the file has nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    pub kind: DifferenceKind,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub our_ref: Option<OurRef>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refund_ref: Option<RefundRef>,
    /// The reference as the file has it, where it is none of ours.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub named: Option<ProviderText>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ours: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub theirs: Option<Side>,
    /// The line of the settlement file, from one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<u64>,
}

impl Difference {
    /// Two differences with the same twin are one and the same: found again, it is not listed a second time while it is
    /// open. The line of a file is not part of it, and neither is a state that has moved since.
    #[must_use]
    pub fn twin(&self) -> String {
        let theirs = self.theirs.as_ref();
        let amount = theirs.and_then(|side| side.amount_paise).map(Paise::get);
        let of = [
            self.our_ref.as_ref().map(OurRef::as_str),
            self.refund_ref.as_ref().map(RefundRef::as_str),
            self.named.as_ref().map(ProviderText::verbatim),
            theirs
                .and_then(|side| side.provider_ref.as_ref())
                .map(ProviderText::verbatim),
        ];
        let of: Vec<&str> = of.into_iter().map(Option::unwrap_or_default).collect();
        format!("{:?} {} {}", self.kind, amount.unwrap_or_default(), of.join(" "))
    }
}

/// How one sale of a run came out, with its refunds. The greater is the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    Agrees,
    /// The answer was new here and moved the sale on, as any look would have.
    MovedOn,
    /// Not at its end on either side.
    StillOpen,
    /// PhonePe contradicted it earlier, and a person has not decided yet: it is not asked about without one.
    LeftToAPerson,
    Differs,
}

#[cfg(test)]
mod tests;
