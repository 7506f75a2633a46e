//! Holds or events, written to a file that is whole or is not there.

mod file;
mod lines;
mod rest;
mod sheet;
mod span;

use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use file::NewFile;
use ledger::LedgerError;
use lines::{EventLine, HoldLine};
use rest::Rest;
use sheet::{Format, Line, Sheet};
use span::Span;
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub const HELP: &str = "\
holdfast-admin export --format csv|json --what holds|events [--from T] [--to T] --out FILE [--profile NAME]

  --format csv|json      csv: UTF-8 with a byte order mark, for Excel; cells that a spreadsheet would run begin with '
                         json: one array of objects
  --what holds           one row per sale:
                         our_ref, provider_ref, state, held_paise, captured_paise, released_paise, refunded_paise,
                         customer (masked), counter, cashier, shift, created_at, deadline_at, paid_at
                         held_paise is the amount that was asked to be held, from the asking on and also after its
                         capture or release; 0 once it is known that nothing was ever held
                         moments are RFC 3339 in UTC; null (csv: empty) where it has not happened
  --what events          one row per record of the chain: seq, hash, record
  --from T, --to T       by created_at (holds) or the record's own moment (events); from T on, and before T
                         RFC 3339 (2026-07-01T09:00:00+05:30), or a day of India's calendar (2026-07-01);
                         --to with a day takes in that whole day
  --out FILE             replaced in one step, and readable by its owner alone; in the till's own home only a new file
  --profile NAME         training, uat or production; without it, the one that the till opens in

Works while the till runs. Of a damaged ledger it writes what can be read, says so, and exits with 1.
xlsx is not part of this version.
";

/// # Errors
/// A [`Stop`] with a sentence; no file was made or replaced then.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let valued = ["--format", "--what", "--from", "--to", "--out", "--profile"];
    let options = Options::read(words, &[], &valued)?;
    let format = format_named(options.needed("--format")?)?;
    let write = match options.needed("--what")? {
        "holds" => write_holds,
        "events" => write_events,
        _ => return Err(Stop::usage("--what is holds or events.")),
    };
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
    let told = write(&ledger, span, format, &mut BufWriter::new(file.writer()))?;
    file.keep()?;
    Ok(outcome(out, told))
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

fn format_named(name: &str) -> Result<Format, Stop> {
    match name {
        "csv" => Ok(Format::Csv),
        "json" => Ok(Format::Json),
        "xlsx" => Err(Stop::usage(
            "xlsx is not part of this version; csv opens in Excel as it is.",
        )),
        _ => Err(Stop::usage("--format is csv or json.")),
    }
}

fn write_holds(ledger: &Path, span: Span, format: Format, out: &mut dyn Write) -> Result<Told, Stop> {
    let mut sheet = Sheet::begin(format, HoldLine::COLUMNS, out).map_err(not_written)?;
    let mut after = 0;
    let fault = 'reading: {
        let rows = match ledger::Reader::open(ledger).and_then(|reader| reader.listed()) {
            Ok(rows) => rows,
            Err(fault) => break 'reading Some(fault),
        };
        for row in rows {
            let row = match row {
                Ok(row) => row,
                Err(fault) => break 'reading Some(fault),
            };
            after = row.seq;
            if span.has(row.created_at_ms) {
                sheet.add(&HoldLine::of(row)).map_err(not_written)?;
            }
        }
        None
    };
    let mut damage = None;
    if let Some(fault) = fault {
        let rest = Rest::open(ledger, fault)?;
        let (rows, words) = rest.holds(after);
        for row in rows.iter().filter(|row| span.has(row.created_at_ms)) {
            sheet.add(&HoldLine::of(row.into())).map_err(not_written)?;
        }
        damage = Some(words);
    }
    let lines = sheet.end().map_err(not_written)?;
    Ok(Told { lines, damage })
}

fn write_events(ledger: &Path, span: Span, format: Format, out: &mut dyn Write) -> Result<Told, Stop> {
    let mut sheet = Sheet::begin(format, EventLine::COLUMNS, out).map_err(not_written)?;
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

fn not_written(why: io::Error) -> Stop {
    Stop::Wrong(format!(
        "The file could not be written: {why}. There is no half of it."
    ))
}

/// A sentence about a ledger that cannot be exported at all.
fn not_read(fault: &LedgerError) -> Stop {
    Stop::Wrong(format!("Nothing was exported: {fault}."))
}
