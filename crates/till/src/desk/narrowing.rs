//! What a person typed to narrow the board, read and checked.

use crate::reconcile::period::{DAY_MS, begin_of};
use contract::{ErrorCode, FilterPart, HoldsFilter, NarrowedBy, UiError};
use domain::Paise;
use ledger::Filter;

/// The ledger's filter, and what it says to people.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Narrowing {
    pub filter: Filter,
    pub by: Vec<NarrowedBy>,
}

impl Narrowing {
    /// # Errors
    /// The first member that is wrong, each with a code of its own, so that the refusal stands beside its field.
    pub fn of(typed: &HoldsFilter) -> Result<Narrowing, UiError> {
        let from_ms = read(&typed.from, begin_of).ok_or(ErrorCode::FilterFrom)?;
        let last_ms = read(&typed.to, begin_of).ok_or(ErrorCode::FilterTo)?;
        if is_above(from_ms, last_ms) {
            return Err(ErrorCode::FilterDays.into());
        }
        let amount = |text: &str| Paise::parse_rupees(text).ok();
        let least_paise = read(&typed.least, amount).ok_or(ErrorCode::FilterLeast)?;
        let most_paise = read(&typed.most, amount).ok_or(ErrorCode::FilterMost)?;
        if is_above(least_paise, most_paise) {
            return Err(ErrorCode::FilterAmounts.into());
        }
        let name = |text: &str| read(text, |name| Some(name.to_owned())).flatten();
        let filter = Filter {
            cashier: name(&typed.cashier),
            counter: name(&typed.counter),
            from_ms,
            before_ms: last_ms.map(|last_ms| last_ms.saturating_add(DAY_MS)),
            least_paise,
            most_paise,
        };
        let amount_text = |amount: Option<Paise>| amount.map(|amount| amount.to_string());
        let by = [
            (FilterPart::From, name(&typed.from)),
            (FilterPart::To, name(&typed.to)),
            (FilterPart::Cashier, filter.cashier.clone()),
            (FilterPart::Counter, filter.counter.clone()),
            (FilterPart::Least, amount_text(least_paise)),
            (FilterPart::Most, amount_text(most_paise)),
        ];
        let by = by
            .into_iter()
            .filter_map(|(part, text)| Some(NarrowedBy { part, text: text? }))
            .collect();
        Ok(Narrowing { filter, by })
    }
}

/// `Some(None)`: nothing was typed; `None`: what was typed cannot be read.
fn read<T>(typed: &str, reading: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    match typed.trim() {
        "" => Some(None),
        text => reading(text).map(Some),
    }
}

fn is_above<T: PartialOrd>(low: Option<T>, high: Option<T>) -> bool {
    low.zip(high).is_some_and(|(low, high)| low > high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Midnight of 15 November 2023 in India.
    const MIDNIGHT_MS: i64 = 1_699_986_600_000;

    fn typed(change: impl FnOnce(&mut HoldsFilter)) -> Result<Narrowing, UiError> {
        let mut typed = HoldsFilter::default();
        change(&mut typed);
        Narrowing::of(&typed)
    }

    #[test]
    fn blanks_narrow_nothing() {
        let blank = typed(|typed| {
            typed.from = " ".to_owned();
            typed.cashier = "\t".to_owned();
            typed.least = "  ".to_owned();
        });
        assert_eq!(blank, Ok(Narrowing::default()));
    }

    #[test]
    fn a_period_is_whole_days_of_india_with_its_last_day_in_it() {
        let one_day = typed(|typed| {
            typed.from = "2023-11-15".to_owned();
            typed.to = " 2023-11-15 ".to_owned();
        })
        .unwrap();
        assert_eq!(
            (one_day.filter.from_ms, one_day.filter.before_ms),
            (Some(MIDNIGHT_MS), Some(MIDNIGHT_MS + DAY_MS))
        );
        let since = typed(|typed| typed.from = "2023-11-15".to_owned()).unwrap();
        assert_eq!(
            (since.filter.from_ms, since.filter.before_ms),
            (Some(MIDNIGHT_MS), None)
        );
    }

    #[test]
    fn amounts_are_read_as_everywhere_and_told_as_money() {
        let narrowing = typed(|typed| {
            typed.cashier = " Asha ".to_owned();
            typed.counter = "2".to_owned();
            typed.least = "1,250.50".to_owned();
            typed.most = "1250.50".to_owned();
        })
        .unwrap();
        let amount = Some(Paise::new(125_050));
        assert_eq!(
            (narrowing.filter.least_paise, narrowing.filter.most_paise),
            (amount, amount)
        );
        let told: Vec<_> = narrowing
            .by
            .iter()
            .map(|by| (by.part, by.text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (FilterPart::Cashier, "Asha"),
                (FilterPart::Counter, "2"),
                (FilterPart::Least, "₹1,250.50"),
                (FilterPart::Most, "₹1,250.50"),
            ]
        );
    }

    #[test]
    fn each_member_that_is_wrong_has_a_refusal_of_its_own() {
        type Case<'a> = (&'a [(FilterPart, &'a str)], ErrorCode);
        let cases: [Case; 9] = [
            (&[(FilterPart::From, "2023-02-30")], ErrorCode::FilterFrom),
            (&[(FilterPart::To, "yesterday")], ErrorCode::FilterTo),
            (
                &[(FilterPart::From, "2023-11-15"), (FilterPart::To, "2023-11-14")],
                ErrorCode::FilterDays,
            ),
            (&[(FilterPart::Least, "six")], ErrorCode::FilterLeast),
            (&[(FilterPart::Least, "-5")], ErrorCode::FilterLeast),
            (&[(FilterPart::Least, "0")], ErrorCode::FilterLeast),
            (&[(FilterPart::Most, "1.005")], ErrorCode::FilterMost),
            (&[(FilterPart::Most, "1e3")], ErrorCode::FilterMost),
            (
                &[(FilterPart::Least, "600.01"), (FilterPart::Most, "600")],
                ErrorCode::FilterAmounts,
            ),
        ];
        for (parts, code) in cases {
            let refused = typed(|typed| {
                for (part, text) in parts {
                    *member(typed, *part) = (*text).to_owned();
                }
            });
            assert_eq!(refused, Err(code.into()), "{parts:?}");
        }
    }

    fn member(typed: &mut HoldsFilter, part: FilterPart) -> &mut String {
        match part {
            FilterPart::From => &mut typed.from,
            FilterPart::To => &mut typed.to,
            FilterPart::Cashier => &mut typed.cashier,
            FilterPart::Counter => &mut typed.counter,
            FilterPart::Least => &mut typed.least,
            FilterPart::Most => &mut typed.most,
        }
    }
}
