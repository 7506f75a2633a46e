//! One payment for somebody who doubts it.

use crate::layout::{Flow, Style};
use crate::{DrawError, pdf, words};
use domain::{Line, Paise, ProviderText, Record, Refund, Sale};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// India has no summer time.
const INDIA_SECONDS: i32 = 19_800;

/// Everything that is known of a payment. Moments in milliseconds since 1970.
pub struct Case<'a> {
    /// `training`, `uat` or `production`.
    pub profile: &'a str,
    /// As PhonePe knows the shop; `None` in training.
    pub merchant_id: Option<&'a str>,
    /// The ledger's installation id.
    pub till: &'a str,
    pub sale: &'a Sale,
    pub amounts: Amounts,
    /// What was in the cart when the hold was asked for.
    pub lines: &'a [Line],
    pub refunds: &'a [&'a Refund],
    /// Masked.
    pub customer: &'a str,
    pub counter: &'a str,
    pub cashier: &'a str,
    pub shift: u32,
    pub created_at_ms: i64,
    /// Oldest first.
    pub exhibits: &'a [Exhibit<'a>],
    /// The end of the whole chain when this was drawn: its number and hash.
    pub head: (u64, &'a str),
    pub drawn_at_ms: i64,
}

/// The ledger's figures of the sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    pub held_paise: Paise,
    pub captured_paise: Paise,
    pub released_paise: Paise,
    pub refunded_paise: Paise,
}

/// One record of the chain.
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    pub seq: u64,
    pub hash_hex: &'a str,
    pub record: &'a Record,
}

/// The whole case as a PDF of a few pages.
///
/// # Errors
/// [`DrawError`]; then there is nothing.
pub fn evidence_pack(case: &Case<'_>) -> Result<Vec<u8>, DrawError> {
    let title = format!("Evidence for payment {}", case.sale.our_ref);
    let mut flow = Flow::begin()?;
    write(&mut flow, &title, case);
    let foot = format!(
        "{} · chain ends at record {} {}",
        case.sale.our_ref, case.head.0, case.head.1
    );
    pdf::draw(&title, &flow.end(&foot))
}

fn write(flow: &mut Flow, title: &str, case: &Case<'_>) {
    flow.text(Style::TITLE, title);
    flow.gap(40);
    flow.text(
        Style::QUIET,
        &format!(
            "Drawn by Holdfast from its ledger on {}",
            moment(case.drawn_at_ms)
        ),
    );
    if case.profile != "production" {
        flow.text(
            Style::STRONG,
            &format!(
                "This is the profile \"{}\": no real money was moved.",
                case.profile
            ),
        );
    }
    flow.rule();
    payment(flow, case);
    refunds(flow, case);
    cart(flow, case);
    flow.rule();
    flow.text(Style::HEADING, "What happened");
    flow.gap(60);
    for exhibit in case.exhibits {
        record(flow, exhibit);
    }
    flow.rule();
    how_to_check(flow, case);
}

fn payment(flow: &mut Flow, case: &Case<'_>) {
    flow.text(Style::HEADING, "The payment");
    flow.gap(60);
    let sale = case.sale;
    flow.named("Now", Style::STRONG, words::state(sale.state));
    for (name, paise) in [
        ("Held", case.amounts.held_paise),
        ("Charged", case.amounts.captured_paise),
        ("Released", case.amounts.released_paise),
        ("Refunded", case.amounts.refunded_paise),
    ] {
        flow.named(name, Style::STRONG, &paise.to_string());
    }
    flow.named("Our id", Style::BODY, sale.our_ref.as_str());
    let provider_ref = sale.provider_ref.as_ref();
    flow.named(
        "PhonePe's id",
        Style::BODY,
        &provider_ref.map_or_else(|| "none was given".to_owned(), |id| visible(&id.0)),
    );
    flow.named(
        "Merchant id",
        Style::BODY,
        case.merchant_id.unwrap_or("none, in training"),
    );
    flow.named("Customer", Style::BODY, case.customer);
    let place = format!(
        "{} by {}, shift {}",
        visible(case.counter),
        visible(case.cashier),
        case.shift
    );
    flow.named("Counter", Style::BODY, &place);
    flow.named("Begun", Style::BODY, &moment(case.created_at_ms));
    if let Some(at_ms) = sale.deadline_at_ms {
        flow.named("Held until", Style::BODY, &moment(at_ms));
    }
    if let Some(at_ms) = sale.paid_at_ms {
        flow.named("Proved paid", Style::BODY, &moment(at_ms));
    }
}

fn refunds(flow: &mut Flow, case: &Case<'_>) {
    for refund in case.refunds {
        let text = format!(
            "{} as {}: {}",
            refund.amount_paise,
            refund.refund_ref,
            words::refund_state(refund.state)
        );
        flow.named("Refund", Style::BODY, &text);
    }
}

fn cart(flow: &mut Flow, case: &Case<'_>) {
    for line in case.lines {
        let text = format!(
            "{} × {} at {}",
            line.quantity,
            visible(&line.name),
            line.price_paise
        );
        flow.named("Cart", Style::BODY, &text);
    }
}

fn record(flow: &mut Flow, exhibit: &Exhibit<'_>) {
    const TOGETHER: i16 = 500;
    flow.keep(TOGETHER);
    let record = exhibit.record;
    flow.text(
        Style::QUIET,
        &format!(
            "{} · {} at {} · record {}",
            moment(record.at.wall_ms),
            visible(&record.by.cashier),
            visible(&record.by.counter),
            exhibit.seq
        ),
    );
    flow.text(Style::STRONG, &visible(&words::sentence(&record.fact)));
    if let Some(reply) = words::reply_of(&record.fact) {
        if let Some(text) = &reply.words {
            flow.text(Style::BODY, &format!("PhonePe's words: “{}”", text.shown()));
        }
        let code = reply
            .code
            .as_deref()
            .map(|code| format!("code {}, ", visible(code)));
        let status = reply.http_status.map(|status| format!("HTTP {status}, "));
        flow.text(
            Style::QUIET,
            &format!(
                "{}{}{} ms, understood as {}",
                code.unwrap_or_default(),
                status.unwrap_or_default(),
                reply.took_ms,
                reply.meaning
            ),
        );
        if let Some(hash) = &reply.reply_sha256 {
            flow.text(Style::SMALL, &format!("reply SHA-256 {hash}"));
        }
    }
    if let Some(hash) = words::request_hash(&record.fact) {
        flow.text(Style::SMALL, &format!("request SHA-256 {hash}"));
    }
    flow.text(Style::SMALL, &format!("record hash {}", exhibit.hash_hex));
    flow.gap(70);
}

fn how_to_check(flow: &mut Flow, case: &Case<'_>) {
    flow.keep(1_500);
    flow.text(Style::HEADING, "How to check this paper");
    flow.gap(60);
    for step in [
        format!(
            "1. The records stand in the ledger of till {} ({}). Each record's hash covers its own bytes and the hash of \
             the record before it, so none can be changed, left out or put in without every later hash changing.",
            case.till, case.profile
        ),
        "2. On the till's machine, `holdfast-admin verify` computes the whole chain again, rebuilds every amount from the \
         records, and compares the end of the chain with the copy that is kept outside the file."
            .to_owned(),
        "3. `holdfast-admin export --what events --format json --out FILE` writes every record with its number and hash. \
         Those printed here must be found there, unchanged."
            .to_owned(),
        format!(
            "4. PhonePe can be asked about {} independently; its transaction status is what \"paid\" rests on. The hashes \
             of requests and replies prove which bytes were sent and received, should either side produce them.",
            case.sale.our_ref
        ),
    ] {
        flow.text(Style::BODY, &step);
        flow.gap(50);
    }
}

/// Typed or received text, with what could reorder or hide its neighbours made visible.
fn visible(text: &str) -> String {
    ProviderText::received(text).shown()
}

/// `26 Nov 2026 04:41:17.250 IST`, in India's time; the bare number for what is no moment of any calendar.
fn moment(at_ms: i64) -> String {
    let at = Timestamp::from_millisecond(at_ms).ok();
    let india = Offset::from_seconds(INDIA_SECONDS).ok().map(TimeZone::fixed);
    at.zip(india).map_or_else(
        || at_ms.to_string(),
        |(at, india)| {
            at.to_zoned(india)
                .strftime("%-d %b %Y %H:%M:%S.%3f IST")
                .to_string()
        },
    )
}

#[cfg(test)]
mod tests;
