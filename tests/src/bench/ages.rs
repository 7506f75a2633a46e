//! A ledger of years: as many sales and events as are asked for, in every state, over two years of days with their shifts
//! and Zs, told by one seed. It is written through the ledger's own door, so that it is a ledger and not a picture of one:
//! `holdfast-admin verify` has to accept it.

mod stories;

use super::super::damage::Dice;
use super::said;
use domain::{Actor, Closing, Fact, Moment, OurRef, Paise, Record, ShiftFact};
use ledger::Ledger;
use std::path::{Path, PathBuf};
use stories::{Plot, Story};

const DAY_MS: i64 = 86_400_000;
const DAYS: usize = 730;
/// A day's shift is opened so long before the hour at which the two years end.
const OPENED_BEFORE_MS: i64 = 9 * 3_600_000;
/// Sales are opened in the first part of it, so that the longest story of a closed one is over at that hour.
const SELLS_FOR_MS: usize = 7 * 3_600_000;
const SHIFT_MS: i64 = 20 * 3_600_000;
const CASHIERS: [&str; 12] = [
    "Asha", "Ravi", "Meena", "Imran", "Kavya", "Joseph", "Farah", "Suresh", "Divya", "Harpreet", "Lakshmi",
    "Tenzin",
];

/// What is to be made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub holds: usize,
    pub events: usize,
    pub seed: u64,
    /// The end of the two years, in milliseconds since 1970: the last sales are open then.
    pub ends_at_ms: i64,
}

/// 24 November 2026, 18:00 in India.
pub const END_MS: i64 = 1_795_523_400_000;
/// Sales of the last day, whose shift stays open.
pub const LAST_DAY: usize = 2_000;

impl Size {
    /// So many of the last sales are not at their end: half an hour's of a busy counter.
    pub fn open_holds(self) -> usize {
        (self.holds / 2_000).max(150).min(self.holds / 4)
    }

    /// As the environment says, or a million holds of ten events each.
    pub fn of_benches() -> Size {
        Size {
            holds: said("HOLDFAST_BENCH_HOLDS").unwrap_or(1_000_000),
            events: said("HOLDFAST_BENCH_ALL_EVENTS").unwrap_or(10_000_000),
            seed: 4,
            ends_at_ms: END_MS,
        }
    }
}

/// The ledger of the benches, made if it is not there: in `HOLDFAST_BENCH_FOLDER`, or in the system's temporary folder.
pub fn kept(size: Size) -> PathBuf {
    let root = std::env::var_os("HOLDFAST_BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let form = ledger::PROJECTION_FORM;
    let name = format!(
        "holdfast-ages-{}-{}-{}-form{form}",
        size.holds, size.events, size.seed
    );
    let whole = root.join(name);
    let file = whole.join("ledger.sqlite");
    if !whole.exists() {
        let making = root.join(format!("holdfast-ages-making-{}", std::process::id()));
        let began = std::time::Instant::now();
        write(&making.join("ledger.sqlite"), size);
        eprintln!("made {} in {:?}", whole.display(), began.elapsed());
        std::fs::rename(making, &whole).unwrap();
    }
    file
}

/// Writes the ledger of a training till to a new file.
pub fn write(path: &Path, size: Size) {
    let ledger = Ledger::open(path, "training").unwrap();
    let mut dice = Dice::of(size.seed, "ages", size.holds);
    let last_day = LAST_DAY.min(size.holds / 2);
    let days = DAYS.min(1 + (size.holds - last_day) / 10);
    let mut number = 0;
    for day in 0..days {
        let is_last = day + 1 == days;
        let until = if is_last {
            size.holds
        } else {
            (size.holds - last_day) * (day + 1) / (days - 1)
        };
        let days_ago = i64::try_from(days - 1 - day).unwrap();
        let opens_ms = size.ends_at_ms - OPENED_BEFORE_MS - DAY_MS * days_ago;
        let shift = u32::try_from(day + 1).unwrap();
        let mut records = vec![record(opens_ms, actor(shift, &mut dice), opened(shift))];
        while number < until {
            records.extend(sale(size, number, (opens_ms, shift), until - number, &mut dice));
            number += 1;
        }
        records.sort_by_key(|record| record.at.wall_ms);
        ledger.append_all(records).unwrap();
        if !is_last {
            close(&ledger, opens_ms + SHIFT_MS, shift, &mut dice);
        }
    }
}

/// The records of one sale; `left` says how many come after it on its day, and of the last day's last ones most are open.
fn sale(
    size: Size,
    number: usize,
    (opens_ms, shift): (i64, u32),
    left: usize,
    dice: &mut Dice,
) -> Vec<Record> {
    let is_recent = number + size.open_holds() >= size.holds;
    let at_ms = if is_recent {
        // Within the last half hour, the youngest last.
        size.ends_at_ms - i64::try_from(left).unwrap() * 1_800_000 / i64::try_from(size.open_holds()).unwrap()
    } else {
        opens_ms + 1 + i64::try_from(dice.below(SELLS_FOR_MS)).unwrap()
    };
    let plot = Plot {
        number,
        at_ms,
        events: size.events / size.holds,
        is_open: is_recent,
    };
    let by = actor(shift, dice);
    Story::told(plot, dice)
        .facts
        .into_iter()
        .map(|(at_ms, fact)| record(at_ms, by.clone(), fact))
        .collect()
}

fn close(ledger: &Ledger, at_ms: i64, shift: u32, dice: &mut Dice) {
    let counted = ShiftFact::Counted {
        counted_paise: Paise::new(200_000),
    };
    let by = actor(shift, dice);
    ledger
        .append(record(at_ms, by.clone(), Fact::Shift(counted)))
        .unwrap();
    let closing = Closing {
        by: by.cashier.clone(),
        reason: None,
    };
    let report = ledger.shift_report(at_ms + 1, Some(closing)).unwrap().unwrap();
    let closed = ShiftFact::Closed {
        number: shift,
        counted_paise: Paise::new(200_000),
        expected_paise: Paise::new(200_000),
        reason: None,
        report: Box::new(report),
    };
    ledger.append(record(at_ms + 1, by, Fact::Shift(closed))).unwrap();
}

fn opened(number: u32) -> Fact {
    Fact::Shift(ShiftFact::Opened {
        number,
        float_paise: Paise::new(200_000),
    })
}

/// Three people are there on a day. The till was called by another counter's number in its first year.
fn actor(shift: u32, dice: &mut Dice) -> Actor {
    let day = usize::try_from(shift).unwrap();
    let cashier = CASHIERS[(day + dice.below(3)) % CASHIERS.len()];
    Actor {
        cashier: cashier.to_owned(),
        counter: if day < DAYS / 2 { "1" } else { "2" }.to_owned(),
        shift,
    }
}

fn record(wall_ms: i64, by: Actor, fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms,
            mono_ms: 0,
            boot: "an earlier boot".to_owned(),
        },
        by,
        fact,
    }
}

/// An id as the till makes them: its time, and chance that is the number.
fn our_ref(number: usize, at_ms: i64) -> OurRef {
    let mixed = u128::try_from(number)
        .unwrap()
        .wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    OurRef::for_sale(ulid::Ulid::from_parts(u64::try_from(at_ms).unwrap(), mixed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::SaleState;
    use ledger::Reader;
    use std::collections::BTreeSet;

    const SMALL: Size = Size {
        holds: 1_500,
        events: 10_500,
        seed: 1,
        ends_at_ms: END_MS,
    };

    #[test]
    fn a_made_ledger_verifies_has_its_size_and_every_state() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("books/ledger.sqlite");
        write(&path, SMALL);
        let found = ledger::verify(&path, None).unwrap();
        assert!(found.holds(), "{found:?}");
        let reader = Reader::open(&path).unwrap();
        let rows: Vec<ledger::HoldRow> = reader.all_rows().unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), SMALL.holds);
        let events = usize::try_from(found.events).unwrap();
        assert!(
            events.abs_diff(SMALL.events) < SMALL.events / 10,
            "{events} events"
        );
        let states: BTreeSet<&str> = rows.iter().map(|row| row.sale.state.name()).collect();
        let missing: Vec<&SaleState> = SaleState::ALL
            .iter()
            .filter(|state| !states.contains(state.name()))
            .collect();
        // A release that was asked for is answered or unanswered in a moment: it is a step, and no place to stay.
        assert_eq!(missing, [&SaleState::CancelAsked]);
        let live = rows.iter().filter(|row| row.is_live()).count();
        assert_eq!(live, SMALL.open_holds(), "nothing else is looked at any more");
        let first = rows.iter().map(|row| row.created_at_ms).min().unwrap();
        assert!(END_MS - first > 70 * DAY_MS);
    }

    #[test]
    fn one_seed_is_one_ledger() {
        let folder = tempfile::tempdir().unwrap();
        let size = Size {
            holds: 200,
            events: 1_000,
            ..SMALL
        };
        let heads: Vec<_> = ["one/ledger.sqlite", "other/ledger.sqlite"]
            .iter()
            .map(|name| {
                let path = folder.path().join(name);
                write(&path, size);
                Reader::open(&path).unwrap().head().unwrap()
            })
            .collect();
        assert_eq!(heads[0], heads[1]);
    }
}
