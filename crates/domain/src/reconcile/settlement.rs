//! Our books against the lines of a settlement file. A line is compared by itself, so that a file of any length needs no
//! more memory than the references that it names.

use super::compare::{our_refund_side, our_side};
use super::{Difference, DifferenceKind, Side};
use crate::{OurRef, Paise, ProviderText, Refund, RefundRef, RefundState, Sale, SaleState};

/// What a column of a settlement file may be, the first two of which no file can do without.
pub const SETTLEMENT_TERMS: [&str; 3] = ["our_ref", "amount", "provider_ref"];

/// One line of the file, by its mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementRow {
    /// From one; the header is the first.
    pub line: u64,
    /// The reference as it stands there.
    pub named: String,
    pub amount_paise: Paise,
    pub provider_ref: Option<String>,
}

/// Whose reference it is. The letter tells: one of ours begins with S for a sale and R for a refund.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theirs {
    Sale(OurRef),
    Refund(RefundRef),
    Unknown,
}

impl SettlementRow {
    #[must_use]
    pub fn theirs(&self) -> Theirs {
        if let Ok(our_ref) = OurRef::try_from(self.named.clone()) {
            Theirs::Sale(our_ref)
        } else if let Ok(refund_ref) = RefundRef::try_from(self.named.clone()) {
            Theirs::Refund(refund_ref)
        } else {
            Theirs::Unknown
        }
    }

    fn side(&self) -> Side {
        Side::of(&format!("line {}", self.line), Some(self.amount_paise))
            .with_ref(self.provider_ref.as_deref())
    }
}

/// What the books have under a line's reference. A refund comes with its sale.
#[derive(Clone, Copy, Debug)]
pub enum OurSide<'a> {
    Sale(&'a Sale),
    Refund(&'a OurRef, &'a Refund),
    Nothing,
}

/// What is not the same; `None` where the line and the books agree. `seen` says that an earlier line named it already.
#[must_use]
pub fn compare_line(row: &SettlementRow, ours: OurSide<'_>, seen: bool) -> Option<Difference> {
    let kind = if seen {
        Some(DifferenceKind::TwiceInFile)
    } else {
        match ours {
            OurSide::Nothing => Some(DifferenceKind::InFileNotInBooks),
            OurSide::Sale(sale) => sale_kind(row, sale),
            OurSide::Refund(_, refund) => refund_kind(row, refund),
        }
    }?;
    let (our_ref, refund_ref, our_side) = match ours {
        OurSide::Nothing => (None, None, None),
        OurSide::Sale(sale) => (Some(sale.our_ref.clone()), None, Some(our_side(sale))),
        OurSide::Refund(our_ref, refund) => (
            Some(our_ref.clone()),
            Some(refund.refund_ref.clone()),
            Some(our_refund_side(refund)),
        ),
    };
    Some(Difference {
        kind,
        named: our_ref.is_none().then(|| ProviderText::received(&row.named)),
        our_ref,
        refund_ref,
        ours: our_side,
        theirs: Some(row.side()),
        line: Some(row.line),
    })
}

/// A sale that was proved paid in the file's period and has no line in it.
#[must_use]
pub fn not_in_file(sale: &Sale) -> Difference {
    Difference {
        kind: DifferenceKind::InBooksNotInFile,
        our_ref: Some(sale.our_ref.clone()),
        refund_ref: None,
        named: None,
        ours: Some(our_side(sale)),
        theirs: None,
        line: None,
    }
}

fn sale_kind(row: &SettlementRow, sale: &Sale) -> Option<DifferenceKind> {
    if sale.state != SaleState::Paid {
        return Some(DifferenceKind::PaidThereNotHere);
    }
    if row.amount_paise != sale.captured_paise() {
        return Some(DifferenceKind::OtherAmount);
    }
    let ours = sale.provider_ref.as_ref().map(|of| of.0.as_str());
    is_other(ours, row).then_some(DifferenceKind::OtherId)
}

fn refund_kind(row: &SettlementRow, refund: &Refund) -> Option<DifferenceKind> {
    if refund.state != RefundState::Refunded {
        return Some(DifferenceKind::RefundedThereNotHere);
    }
    // A refund stands in such files with a minus or without one.
    if row.amount_paise.get().checked_abs() != Some(refund.amount_paise.get()) {
        return Some(DifferenceKind::OtherAmount);
    }
    let ours = refund.provider_ref.as_ref().map(|of| of.0.as_str());
    is_other(ours, row).then_some(DifferenceKind::OtherId)
}

fn is_other(ours: Option<&str>, row: &SettlementRow) -> bool {
    matches!((ours, row.provider_ref.as_deref()), (Some(ours), Some(theirs)) if ours != theirs)
}
