//! A settlement file against the books, by the same comparison as the window's. It only lists: nothing is written down, and
//! nothing is closed. The file is read line by line, so it may be of any length.

use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use domain::{Difference, OurRef, Paise, ProviderText, RefundRef, SETTLEMENT_TERMS, Side};
use jiff::Timestamp;
use ledger::Reader;
use std::fmt::Write;
use std::fs::File;
use std::io::BufReader;
use till::{FileLimits, Period, SettlementMapping, compare_file, period_of, read_header, suggested_mapping};

pub const HELP: &str = "\
holdfast-admin reconcile --settlement FILE [--map our_ref=COLUMN,amount=COLUMN,provider_ref=COLUMN] [--paise]
                         [--from DAY] [--to DAY] [--json] [--profile NAME]

  --settlement FILE  a CSV file from PhonePe, in UTF-8, with the names of its columns in the first line
  --map …            which column is what; without it, what the names suggest. provider_ref may be left out
  --paise            amounts are paise and not rupees
  --from, --to DAY   the days of payments that the file stands for, like 2026-07-01; without them, yesterday
  --json             one JSON array of the differences
  --profile NAME     training, uat or production; without it, the one that the till opens in

Lists what the file and the books do not have in common. It writes nothing: the window's page keeps a file as a record and
closes its differences. Works while the till runs. Exit code 1 when there is a difference.
";

/// A file of a year of a chain of stores; a line is some hundred bytes in memory.
const ROWS_MAX: u32 = 5_000_000;

/// # Errors
/// A [`Stop`] with a sentence when the file, its mapping or the ledger cannot be used.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let valued = ["--settlement", "--map", "--from", "--to", "--profile"];
    let options = Options::read(words, &["--paise", "--json"], &valued)?;
    let path = options.needed("--settlement")?;
    let mapping = mapping_of(&options, path)?;
    let place = Place::look(options.value("--profile"))?;
    let ledger = place.ledger_file();
    if !ledger.exists() {
        return Err(Stop::Wrong(format!(
            "There is no ledger at {}.",
            ledger.display()
        )));
    }
    let books = Reader::open(&ledger).map_err(Stop::wrong)?;
    let span = span_of(&options)?;
    let limits = FileLimits { rows: ROWS_MAX };
    let mut found: Vec<Difference> = Vec::new();
    let summary = compare_file(&books, open(path)?, &mapping, span, limits, &mut |difference| {
        found.push(difference);
        Ok(())
    })
    .map_err(told)?;
    let text = if options.has("--json") {
        serde_json::to_string_pretty(&found).map_err(Stop::wrong)? + "\n"
    } else {
        let mut text: String = found.iter().map(line).collect();
        let _ = writeln!(
            text,
            "{} lines, {} agree, {} differences",
            summary.rows,
            summary.agree,
            found.len()
        );
        text
    };
    Ok(Outcome {
        is_fine: found.is_empty(),
        ..Outcome::fine(text)
    })
}

fn open(path: &str) -> Result<BufReader<File>, Stop> {
    let file = File::open(path).map_err(|why| Stop::Wrong(format!("The file cannot be read: {why}.")))?;
    Ok(BufReader::new(file))
}

fn told(why: till::SettlementError) -> Stop {
    Stop::Wrong(format!("{why}. Nothing was compared."))
}

fn mapping_of(options: &Options, path: &str) -> Result<SettlementMapping, Stop> {
    let header = read_header(open(path)?).map_err(told)?;
    let mut mapping = suggested_mapping(&header);
    if let Some(given) = options.value("--map") {
        mapping.columns.clear();
        for part in given.split(',') {
            let known = part
                .split_once('=')
                .filter(|(term, _)| SETTLEMENT_TERMS.contains(&term.trim()));
            let Some((term, column)) = known else {
                return Err(Stop::Usage(format!(
                    "--map is {}=COLUMN, with commas between.",
                    SETTLEMENT_TERMS.join("=COLUMN,")
                )));
            };
            let column = column.trim().to_owned();
            mapping.columns.insert(term.trim().to_owned(), column);
        }
    }
    mapping.in_paise = options.has("--paise") || (options.value("--map").is_none() && mapping.in_paise);
    Ok(mapping)
}

fn span_of(options: &Options) -> Result<(i64, i64), Stop> {
    let (from, to) = (options.value("--from"), options.value("--to"));
    let of = match from.or(to) {
        None => Period::Yesterday,
        Some(day) => Period::Days {
            from: from.unwrap_or(day).to_owned(),
            to: to.unwrap_or(day).to_owned(),
        },
    };
    let now_ms = Timestamp::now().as_millisecond();
    period_of(&of, now_ms).ok_or_else(|| {
        Stop::usage("--from and --to are days like 2026-07-01, the first not after the last or today.")
    })
}

fn line(found: &Difference) -> String {
    let kind = serde_json::to_value(found.kind).ok();
    let kind = kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default();
    let of = found
        .refund_ref
        .as_ref()
        .map(RefundRef::to_string)
        .or_else(|| found.our_ref.as_ref().map(OurRef::to_string))
        .or_else(|| found.named.as_ref().map(ProviderText::shown))
        .unwrap_or_default();
    format!(
        "{kind:<24} {of}  ours: {}  file: {}\n",
        side(found.ours.as_ref()),
        side(found.theirs.as_ref())
    )
}

fn side(side: Option<&Side>) -> String {
    let Some(side) = side else {
        return "nothing".to_owned();
    };
    let amount = side.amount_paise.map(|amount: Paise| amount.to_string());
    let parts = [
        Some(side.said.shown()),
        amount,
        side.provider_ref.as_ref().map(ProviderText::shown),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
