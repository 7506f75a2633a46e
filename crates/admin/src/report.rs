//! X and Z from the ledger, by the same function as the window's.

use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use jiff::Timestamp;
use std::fmt::Write;
use till::{Desk, DueHoldView, FigureKey, FigureView, NamedSaleView, ShiftReportView};

pub const HELP: &str = "\
holdfast-admin report [--shift N] [--json] [--profile NAME]

  --shift N        the Z of shift N as it was made, or its X while it is open; without it, the X of the open shift
  --json           one JSON object: amounts in paise, moments in milliseconds since 1970
  --profile NAME   training, uat or production; without it, the one that the till opens in

A Z is read from its own record and never computed anew; an X changes nothing. Works while the till runs.
";

/// # Errors
/// A [`Stop`] with a sentence when there is no such report or the ledger cannot be read.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &["--json"], &["--shift", "--profile"])?;
    let number = options.value("--shift").map(number_of).transpose()?;
    let place = Place::look(options.value("--profile"))?;
    let ledger = place.ledger_file();
    if !ledger.exists() {
        return Err(Stop::Wrong(format!(
            "There is no ledger at {}.",
            ledger.display()
        )));
    }
    let desk = Desk::open(&ledger).map_err(Stop::wrong)?;
    let report = find(&desk, number)?;
    let text = if options.has("--json") {
        serde_json::to_string_pretty(&report).map_err(Stop::wrong)? + "\n"
    } else {
        sheet(&report)
    };
    Ok(Outcome::fine(text))
}

fn number_of(typed: &str) -> Result<u32, Stop> {
    typed
        .parse()
        .map_err(|_| Stop::usage("--shift is the number of a shift."))
}

fn find(desk: &Desk, number: Option<u32>) -> Result<ShiftReportView, Stop> {
    let read = |number| {
        let now_ms = Timestamp::now().as_millisecond();
        desk.shift_page(number, now_ms)
            .map(|page| page.report)
            .map_err(|_| Stop::wrong("The ledger cannot be read; `holdfast-admin verify` says why."))
    };
    if let Some(number) = number
        && let Some(z) = read(Some(number))?
    {
        return Ok(z);
    }
    let x = read(None)?.filter(|x| number.is_none_or(|number| number == x.number));
    x.ok_or_else(|| match number {
        Some(number) => Stop::Wrong(format!("There is no shift {number}.")),
        None => Stop::wrong("No shift is open; --shift N gives the Z of an earlier one."),
    })
}

fn sheet(report: &ShiftReportView) -> String {
    let mut text = String::new();
    let kind = if report.is_z { "Z" } else { "X" };
    let _ = writeln!(text, "{kind} {}  counter {}", report.number, report.counter);
    let _ = writeln!(text, "cashiers    {}", report.cashiers.join(", "));
    let _ = writeln!(
        text,
        "opened      {} by {}",
        moment(report.opened_at_ms),
        report.opened_by
    );
    match &report.closed_by {
        Some(by) => {
            let _ = writeln!(text, "closed      {} by {by}", moment(report.at_ms));
        }
        None => {
            let _ = writeln!(text, "as of       {}", moment(report.at_ms));
        }
    }
    for (name, at_ms) in [
        ("first sale", report.first_sale_at_ms),
        ("last sale", report.last_sale_at_ms),
    ] {
        let at = at_ms.map_or_else(|| "none".to_owned(), moment);
        let _ = writeln!(text, "{name:<11} {at}");
    }
    text.push('\n');
    for figure in &report.figures {
        text.push_str(&line(figure));
    }
    if let Some(reason) = &report.reason {
        let _ = writeln!(text, "reason      {reason}");
    }
    dues(&mut text, "Open holds", &report.open);
    dues(&mut text, "Not sure", &report.not_sure);
    sales(&mut text, "Captured, not proved yet", &report.unproved);
    sales(
        &mut text,
        "Contradicted by PhonePe in this shift",
        &report.corrected,
    );
    let _ = writeln!(text, "\nchain before this report  {}", report.head);
    if let Some(record) = &report.record {
        let _ = writeln!(text, "this Z is record          {record}");
    }
    text
}

fn line(figure: &FigureView) -> String {
    let count = figure.count.map(|count| count.to_string()).unwrap_or_default();
    let amount = figure.amount_text.as_deref().unwrap_or_default();
    format!("{:<36} {count:>6} {amount:>18}\n", name_of(figure.key))
}

/// As the window calls it in English.
fn name_of(key: FigureKey) -> &'static str {
    match key {
        FigureKey::CarriedIn => "Open, from the shift before",
        FigureKey::Placed => "Holds placed",
        FigureKey::CapturedInFull => "Captured in full",
        FigureKey::CapturedInPart => "Captured in part",
        FigureKey::RestReleased => "… their rest, released",
        FigureKey::Released => "Released",
        FigureKey::Expired => "Expired uncaptured",
        FigureKey::NotPaid => "Capture accepted, then not paid",
        FigureKey::NotHeld => "Refused or never arrived",
        FigureKey::Refunded => "Refunded",
        FigureKey::CarriedOver => "Open, carried over",
        FigureKey::Captured => "Captured by us",
        FigureKey::Proved => "Paid, by PhonePe’s status",
        FigureKey::Unproved => "Not proved yet",
        FigureKey::Float => "Float",
        FigureKey::PaidIn => "Paid in",
        FigureKey::PaidOut => "Paid out",
        FigureKey::Expected => "Expected",
        FigureKey::Counted => "Counted",
        FigureKey::Difference => "Difference",
    }
}

fn dues(text: &mut String, title: &str, holds: &[DueHoldView]) {
    if holds.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    for hold in holds {
        let until = hold.deadline_at_ms.map_or_else(|| "none".to_owned(), moment);
        let owner = hold
            .owner
            .as_deref()
            .map_or_else(|| "carried over".to_owned(), |owner| format!("now with {owner}"));
        let _ = writeln!(
            text,
            "  {} {} {} {}, deadline {until}, held by {}, {owner}",
            hold.our_ref,
            hold.state.name(),
            hold.amount_text,
            hold.masked,
            hold.cashier
        );
    }
}

fn sales(text: &mut String, title: &str, sales: &[NamedSaleView]) {
    if sales.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    for sale in sales {
        let _ = writeln!(text, "  {} {}", sale.our_ref, sale.amount_text);
    }
}

fn moment(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms).map_or_else(|_| at_ms.to_string(), |at| at.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_the_name_that_the_window_gives_it() {
        let english = include_str!("../../../languages/en.ftl");
        let figures = english
            .lines()
            .filter_map(|line| line.strip_prefix("report-figure-")?.split_once(" = "));
        let mut count = 0;
        for (key, name) in figures {
            let key: FigureKey = serde_json::from_value(key.into()).unwrap();
            assert_eq!(name_of(key), name);
            count += 1;
        }
        assert_eq!(count, 20, "all of them were compared");
    }
}
