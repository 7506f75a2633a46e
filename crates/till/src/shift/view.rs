use super::is_due;
use crate::state::Till;
use contract::{CountView, HandOverView, ShiftState, ShiftView};
use domain::{Paise, Shift};
use ledger::HoldRow;

/// More than anybody hands over one by one at the end of a day; the rest is carried over. Every view has the list, so ten
/// thousand open holds in it made each key wait for two megabytes.
const HAND_OVERS_MAX: usize = 40;

impl Till {
    pub(crate) fn shift_view(&self) -> ShiftView {
        let open = self.shift.last.as_ref().filter(|last| last.is_open());
        let (due, left_out) = self.hand_overs();
        ShiftView {
            state: match &self.shift.last {
                None => ShiftState::Never,
                Some(last) if last.is_open() => ShiftState::Open,
                Some(_) => ShiftState::Closed,
            },
            number: self.running_shift(),
            opened_at_ms: open.map(|open| open.opened_at_ms),
            opened_by: open.map(|open| open.opened_by.clone()),
            action_id: self.shift.action_id(),
            count: open.and_then(count_view),
            holds: due.into_iter().map(|row| self.hand_over_view(row)).collect(),
            holds_more: u32::try_from(left_out).unwrap_or(u32::MAX),
            unhanded: u32::try_from(self.unhanded()).unwrap_or(u32::MAX),
        }
    }

    /// The open holds of the list, and how many it leaves out.
    fn hand_overs(&self) -> (Vec<&HoldRow>, usize) {
        let mut due: Vec<&HoldRow> = self.sales.values().filter(|row| is_due(row)).collect();
        let by_deadline = |row: &&HoldRow| (row.sale.deadline_at_ms.unwrap_or(i64::MAX), row.seq);
        let left_out = due.len().saturating_sub(HAND_OVERS_MAX);
        if left_out > 0 {
            due.sort_by_key(|row| (self.shift.is_handed(&row.sale.our_ref), by_deadline(row)));
            due.truncate(HAND_OVERS_MAX);
        }
        due.sort_by_key(by_deadline);
        (due, left_out)
    }

    fn hand_over_view(&self, row: &HoldRow) -> HandOverView {
        let our_ref = &row.sale.our_ref;
        HandOverView {
            our_ref: our_ref.to_string(),
            state: row.sale.state,
            amount_text: row.sale.amount_paise.to_string(),
            masked: row.customer.masked(),
            deadline_at_ms: row.sale.deadline_at_ms,
            cashier: row.cashier.clone(),
            owner: self.shift.owner(our_ref).map(|owner| owner.owner.clone()),
            is_handed: self.shift.is_handed(our_ref),
        }
    }
}

/// Nothing of what is expected leaves the engine before the drawer was counted.
fn count_view(shift: &Shift) -> Option<CountView> {
    let counted = shift.counted_paise?;
    let expected = shift.expected_paise()?;
    let difference = counted.get().saturating_sub(expected.get());
    Some(CountView {
        counted_text: counted.to_string(),
        expected_text: expected.to_string(),
        difference_text: signed(difference),
        difference_paise: difference,
        differs: difference != 0,
    })
}

/// `+₹45.00`, `-₹45.00`, `₹0.00`.
pub(super) fn signed(paise: i64) -> String {
    let sign = if paise > 0 { "+" } else { "" };
    format!("{sign}{}", Paise::new(paise))
}
