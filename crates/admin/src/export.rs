//! Holds, events or days, written to a file that is whole or is not there.

mod days;
mod lines;
mod rest;
mod sheet;
mod span;
mod tally;
mod workbook;

use crate::new_file::{NewFile, not_written};
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use days::{DayLine, Days};
use ledger::{HoldRow, LedgerError, ListedHold};
use lines::{EventLine, HoldLine};
use rest::Rest;
use sheet::{Format, Line, Sheet};
use span::Span;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use tally::Ledgers;

pub const HELP: &str = "\
holdfast-admin export --format csv|xlsx|json|tally --what holds|events|days [--from T] [--to T] --out FILE
                      [--wallet-ledger NAME] [--sales-ledger NAME] [--profile NAME]

  --format csv           UTF-8 with a byte order mark, for Excel; cells that a spreadsheet would run begin with '
  --format xlsx          an Excel workbook with the same columns; 1,048,575 rows at most
  --format json          one array of objects
  --format tally         days only: vouchers for Tally, a receipt for what a day brought and a payment for its refunds
  --what holds           one row per sale:
                         our_ref, provider_ref, state, held_paise, captured_paise, released_paise, refunded_paise,
                         customer (masked), counter, cashier, shift, created_at, deadline_at, paid_at
                         held_paise is the amount that was asked to be held, from the asking on and also after its
                         capture or release; 0 once it is known that nothing was ever held
                         moments are RFC 3339 in UTC; null (csv: empty) where it has not happened
  --what events          one row per record of the chain: seq, hash, record
  --what days            one row per day of India's calendar in which something was paid or refunded:
                         day, paid (how many), paid_paise, refunds (how many), refunded_paise, net_paise
                         paid and refunded are what PhonePe's transaction status proved, on the day of the proof
  --from T, --to T       by created_at (holds), the record's own moment (events) or the proof's (days); from T on,
                         and before T
                         RFC 3339 (2026-07-01T09:00:00+05:30), or a day of India's calendar (2026-07-01);
                         --to with a day takes in that whole day
  --out FILE             replaced in one step, and readable by its owner alone; in the till's own home only a new file
  --wallet-ledger NAME   tally: the ledger for PhonePe's money, by its name there; \"PhonePe\" without it
  --sales-ledger NAME    tally: the ledger against which it is booked; \"Sales\" without it
  --profile NAME         training, uat or production; without it, the one that the till opens in

Works while the till runs. Of a damaged ledger it writes what can be read, says so, and exits with 1.
";

/// # Errors
/// A [`Stop`] with a sentence; no file was made or replaced then.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let valued = [
        "--format",
        "--what",
        "--from",
        "--to",
        "--out",
        "--wallet-ledger",
        "--sales-ledger",
        "--profile",
    ];
    let options = Options::read(words, &[], &valued)?;
    let table = Table::asked(&options)?;
    let span = Span::read(options.value("--from"), options.value("--to"))?;
    let out = Path::new(options.needed("--out")?);
    let place = Place::look(options.value("--profile"))?;
    let ledger = place.ledger_file();
    if !ledger.exists() {
        return Err(Stop::Wrong(format!(
            "There is no ledger at {}; nothing was written.",
            ledger.display()
        )));
    }
    let mut file = NewFile::begin(out, place.home.root())?;
    let told = table.write(&ledger, span, file.writer())?;
    file.keep()?;
    Ok(outcome(out, told))
}

/// What is wanted, and in which form.
enum Table<'a> {
    Holds(Format),
    Events(Format),
    Days(Format),
    Tally(Ledgers<'a>),
}

impl Table<'_> {
    fn asked(options: &Options) -> Result<Table<'_>, Stop> {
        let format = match options.needed("--format")? {
            "csv" => Format::Csv,
            "json" => Format::Json,
            "xlsx" => Format::Xlsx,
            "tally" => return Table::tally(options),
            _ => return Err(Stop::usage("--format is csv, xlsx, json or tally.")),
        };
        if let Some(name) = ["--wallet-ledger", "--sales-ledger"]
            .into_iter()
            .find(|name| options.value(name).is_some())
        {
            return Err(Stop::Usage(format!("{name} goes with --format tally.")));
        }
        match options.needed("--what")? {
            "holds" => Ok(Table::Holds(format)),
            "events" => Ok(Table::Events(format)),
            "days" => Ok(Table::Days(format)),
            _ => Err(Stop::usage("--what is holds, events or days.")),
        }
    }

    fn tally(options: &Options) -> Result<Table<'_>, Stop> {
        if options.needed("--what")? != "days" {
            return Err(Stop::usage("--format tally goes with --what days."));
        }
        Ok(Table::Tally(Ledgers {
            wallet: options.value("--wallet-ledger").unwrap_or("PhonePe"),
            sales: options.value("--sales-ledger").unwrap_or("Sales"),
        }))
    }

    fn write(&self, ledger: &Path, span: Span, file: &mut File) -> Result<Told, Stop> {
        match self {
            Table::Holds(format) => write_holds(ledger, span, *format, file),
            Table::Events(format) => write_events(ledger, span, *format, file),
            Table::Days(format) => write_days(ledger, span, *format, file),
            Table::Tally(ledgers) => write_tally(ledger, span, ledgers, file),
        }
    }
}

/// How much was written, and what could not be read.
struct Told {
    lines: u64,
    damage: Option<String>,
}

fn outcome(out: &Path, told: Told) -> Outcome {
    let text = format!("{} rows are in {}\n", told.lines, out.display());
    match told.damage {
        None => Outcome::fine(text),
        Some(damage) => Outcome {
            warning: format!("The file is NOT the whole ledger, only what can be read of it: {damage}.\n"),
            is_fine: false,
            ..Outcome::fine(text)
        },
    }
}

fn write_holds(ledger: &Path, span: Span, format: Format, file: &mut File) -> Result<Told, Stop> {
    let mut sheet = Sheet::begin(format, HoldLine::COLUMNS, file).map_err(not_written)?;
    let mut add = |row: ListedHold| {
        if span.has(row.created_at_ms) {
            sheet.add(&HoldLine::of(row)).map_err(not_written)?;
        }
        Ok(())
    };
    let read = ledger::Reader::open(ledger).and_then(|reader| reader.listed());
    let damage = each(ledger, read, |row| row.seq, &mut add)?;
    let lines = sheet.end().map_err(not_written)?;
    Ok(Told { lines, damage })
}

fn write_days(ledger: &Path, span: Span, format: Format, file: &mut File) -> Result<Told, Stop> {
    let mut days = Days::of(span);
    let damage = each_row(ledger, &mut |row| days.add(&row))?;
    let mut sheet = Sheet::begin(format, DayLine::COLUMNS, file).map_err(not_written)?;
    for line in days.lines() {
        sheet.add(&line).map_err(not_written)?;
    }
    let lines = sheet.end().map_err(not_written)?;
    Ok(Told { lines, damage })
}

/// Vouchers go into other books by themselves, so there are none of a ledger that cannot be read whole.
fn write_tally(ledger: &Path, span: Span, ledgers: &Ledgers<'_>, file: &mut File) -> Result<Told, Stop> {
    let mut days = Days::of(span);
    if let Some(damage) = each_row(ledger, &mut |row| days.add(&row))? {
        return Err(Stop::Wrong(format!(
            "No vouchers were written, for the ledger cannot be read whole: {damage}."
        )));
    }
    let till = ledger::Reader::open(ledger)
        .and_then(|reader| reader.installation_id())
        .map_err(|fault| not_read(&fault))?;
    let lines = tally::write(days.lines(), &till, ledgers, &mut BufWriter::new(file)).map_err(not_written)?;
    Ok(Told { lines, damage: None })
}

/// Every sale with its refunds, oldest first. Returns what could not be read, in words.
fn each_row(
    ledger: &Path,
    take: &mut dyn FnMut(HoldRow) -> Result<(), Stop>,
) -> Result<Option<String>, Stop> {
    let read = ledger::Reader::open(ledger).and_then(|reader| reader.all_rows());
    each(ledger, read, |row| row.seq, take)
}

/// Whatever the reader gives, and where it fails the sales that can be told from the records after it.
fn each<T: From<HoldRow>>(
    ledger: &Path,
    read: Result<impl Iterator<Item = Result<T, LedgerError>>, LedgerError>,
    seq: fn(&T) -> u64,
    take: &mut dyn FnMut(T) -> Result<(), Stop>,
) -> Result<Option<String>, Stop> {
    let mut after = 0;
    let fault = 'reading: {
        let rows = match read {
            Ok(rows) => rows,
            Err(fault) => break 'reading fault,
        };
        for row in rows {
            let row = match row {
                Ok(row) => row,
                Err(fault) => break 'reading fault,
            };
            after = seq(&row);
            take(row)?;
        }
        return Ok(None);
    };
    let (rows, words) = Rest::open(ledger, fault)?.holds(after);
    rows.into_iter().try_for_each(|row| take(row.into()))?;
    Ok(Some(words))
}

fn write_events(ledger: &Path, span: Span, format: Format, file: &mut File) -> Result<Told, Stop> {
    let mut sheet = Sheet::begin(format, EventLine::COLUMNS, file).map_err(not_written)?;
    let mut after = 0;
    let fault = 'reading: {
        let events = match ledger::Reader::open(ledger).and_then(|reader| reader.events()) {
            Ok(events) => events,
            Err(fault) => break 'reading Some(fault),
        };
        for stored in events {
            let stored = match stored {
                Ok(stored) => stored,
                Err(fault) => break 'reading Some(fault),
            };
            after = stored.seq;
            if span.has(stored.record.at.wall_ms) {
                sheet.add(&EventLine::of(stored)).map_err(not_written)?;
            }
        }
        None
    };
    let mut damage = None;
    if let Some(fault) = fault {
        let rest = Rest::open(ledger, fault)?;
        let words = rest.events(after, |line| {
            // What cannot be read has no moment; it is shown rather than lost.
            if line.wall_ms().is_none_or(|at_ms| span.has(at_ms)) {
                sheet.add(line).map_err(not_written)?;
            }
            Ok(())
        })?;
        damage = Some(words);
    }
    let lines = sheet.end().map_err(not_written)?;
    Ok(Told { lines, damage })
}

/// A sentence about a ledger that cannot be exported at all.
fn not_read(fault: &LedgerError) -> Stop {
    Stop::Wrong(format!("Nothing was exported: {fault}."))
}
