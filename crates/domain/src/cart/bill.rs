use super::{Discount, GstPart, GstRate, Line, Quantity};
use crate::Paise;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What somebody is to pay for, as it is kept: with a sale when it is held, and again when less was delivered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    pub lines: Vec<Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// For the paper.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One difference between the bill that was held and the one that was delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BillChange<'a> {
    Added(&'a Line),
    Removed(&'a Line),
    Quantity {
        line: &'a Line,
        before: Quantity,
    },
    Price {
        line: &'a Line,
        before: Paise,
    },
    LineDiscount {
        line: &'a Line,
        before: Option<Discount>,
    },
    Discount {
        before: Option<Discount>,
        after: Option<Discount>,
    },
}

impl Bill {
    /// The lines after their own discounts; `None` when no till adds up to so much.
    #[must_use]
    pub fn checked_subtotal(&self) -> Option<Paise> {
        let mut lines = self.lines.iter();
        lines.try_fold(Paise::ZERO, |sum, line| sum.checked_add(line.net()?))
    }

    #[must_use]
    pub fn subtotal(&self) -> Paise {
        self.checked_subtotal().unwrap_or(Paise::ZERO)
    }

    /// What the bill's own discount takes off.
    #[must_use]
    pub fn less(&self) -> Paise {
        let subtotal = self.subtotal();
        self.discount
            .map_or(Paise::ZERO, |discount| discount.of(subtotal))
    }

    #[must_use]
    pub fn total(&self) -> Paise {
        self.subtotal().checked_sub(self.less()).unwrap_or(Paise::ZERO)
    }

    /// What is blocked for the bill: its total, and for each line whose item has a larger default hold, what that asks for
    /// beyond the line's amount. `None` when no till adds up to so much.
    #[must_use]
    pub fn checked_hold(&self) -> Option<Paise> {
        let mut lines = self.lines.iter();
        lines.try_fold(self.total(), |sum, line| sum.checked_add(line.held_beyond()))
    }

    #[must_use]
    pub fn hold(&self) -> Paise {
        self.checked_hold().unwrap_or_else(|| self.total())
    }

    /// The longest default expiry of its items.
    #[must_use]
    pub fn expiry_minutes(&self) -> Option<u32> {
        let items = self.lines.iter().filter_map(|line| line.item.as_ref());
        items.filter_map(|item| item.expiry_minutes).max()
    }

    /// The tax that is contained, rate by rate. The bill's discount is taken from every rate in proportion, so that the
    /// parts and what has no rate add up to the total.
    #[must_use]
    pub fn gst(&self) -> Vec<GstPart> {
        let mut sums: BTreeMap<Option<GstRate>, Paise> = BTreeMap::new();
        for line in &self.lines {
            let rate = line.item.as_ref().and_then(|item| item.gst);
            let sum = sums.entry(rate).or_insert(Paise::ZERO);
            *sum = sum.checked_add(line.net().unwrap_or(Paise::ZERO)).unwrap_or(*sum);
        }
        let (mut left, mut less) = (self.subtotal(), self.less());
        let mut parts = Vec::new();
        for (rate, sum) in sums {
            // What is left of the discount over what is left of the bill: the last part takes what rounding left.
            let off = proportion(less, sum, left);
            left = left.checked_sub(sum).unwrap_or(Paise::ZERO);
            less = less.checked_sub(off).unwrap_or(Paise::ZERO);
            let of_paise = sum.checked_sub(off).unwrap_or(Paise::ZERO);
            if let Some(rate) = rate {
                let tax_paise = rate.contained_in(of_paise);
                parts.push(GstPart {
                    rate,
                    of_paise,
                    tax_paise,
                });
            }
        }
        parts
    }

    /// What is not as in `held`, in the order of this bill's lines; what is gone comes after them.
    #[must_use]
    pub fn changes_since<'a>(&'a self, held: &'a Bill) -> Vec<BillChange<'a>> {
        let same = |line: &Line, other: &Line| line.id == other.id;
        let mut changes = Vec::new();
        for line in &self.lines {
            match held.lines.iter().find(|other| same(line, other)) {
                None => changes.push(BillChange::Added(line)),
                Some(before) => line_changes(before, line, &mut changes),
            }
        }
        let is_gone = |line: &&Line| !self.lines.iter().any(|other| same(line, other));
        changes.extend(held.lines.iter().filter(is_gone).map(BillChange::Removed));
        if self.discount != held.discount {
            changes.push(BillChange::Discount {
                before: held.discount,
                after: self.discount,
            });
        }
        changes
    }
}

fn line_changes<'a>(before: &Line, line: &'a Line, changes: &mut Vec<BillChange<'a>>) {
    if line.quantity != before.quantity {
        changes.push(BillChange::Quantity {
            line,
            before: before.quantity,
        });
    }
    if line.price_paise != before.price_paise {
        changes.push(BillChange::Price {
            line,
            before: before.price_paise,
        });
    }
    if line.discount != before.discount {
        changes.push(BillChange::LineDiscount {
            line,
            before: before.discount,
        });
    }
}

/// whole × part / of, rounded down; never more than the part.
fn proportion(whole: Paise, part: Paise, of: Paise) -> Paise {
    if part == of {
        return whole;
    }
    let product = i128::from(whole.get()).saturating_mul(i128::from(part.get()));
    let paise = product.checked_div(i128::from(of.get()));
    Paise::new(paise.and_then(|paise| i64::try_from(paise).ok()).unwrap_or(0))
}
