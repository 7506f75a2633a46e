//! One payment for somebody who doubts it.

use crate::layout::{Flow, Page, Style};
use crate::{DrawError, pdf, words};
use domain::ProviderText;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use ledger::{HoldRow, StoredRecord, Story};

/// India has no summer time.
const INDIA_SECONDS: i32 = 19_800;

/// The whole story of a sale as a PDF of a few pages. `merchant_id` is the shop as PhonePe knows it, `None` in training;
/// `drawn_at_ms` is now, in milliseconds since 1970.
///
/// # Errors
/// [`DrawError`]; then there is nothing.
pub fn evidence_pack(
    story: &Story,
    merchant_id: Option<&str>,
    drawn_at_ms: i64,
) -> Result<Vec<u8>, DrawError> {
    let title = format!("Evidence for payment {}", story.row.sale.our_ref);
    pdf::draw(&title, &laid_out(story, merchant_id, drawn_at_ms, &title)?)
}

fn laid_out(
    story: &Story,
    merchant_id: Option<&str>,
    drawn_at_ms: i64,
    title: &str,
) -> Result<Vec<Page>, DrawError> {
    let mut flow = Flow::begin()?;
    flow.text(Style::TITLE, title);
    flow.gap(40);
    flow.text(
        Style::QUIET,
        &format!("Drawn by Holdfast from its ledger on {}", moment(drawn_at_ms)),
    );
    if story.profile != "production" {
        flow.text(
            Style::STRONG,
            &format!(
                "This is the profile \"{}\": no real money was moved.",
                story.profile
            ),
        );
    }
    flow.rule();
    payment(&mut flow, &story.row, merchant_id);
    flow.rule();
    flow.text(Style::HEADING, "What happened");
    flow.gap(60);
    for stored in &story.events {
        record(&mut flow, stored);
    }
    flow.rule();
    how_to_check(&mut flow, story);
    Ok(flow.end(&format!(
        "{} · chain ends at record {} {}",
        story.row.sale.our_ref, story.head.seq, story.head.hash_hex
    )))
}

fn payment(flow: &mut Flow, row: &HoldRow, merchant_id: Option<&str>) {
    flow.text(Style::HEADING, "The payment");
    flow.gap(60);
    let sale = &row.sale;
    flow.named("Now", Style::STRONG, words::state(sale.state));
    for (name, paise) in [
        ("Held", row.held_paise()),
        ("Charged", row.captured_paise()),
        ("Released", row.released_paise()),
        ("Refunded", row.refunded_paise()),
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
        merchant_id.unwrap_or("none, in training"),
    );
    flow.named("Customer", Style::BODY, &row.customer.masked());
    let place = format!(
        "{} by {}, shift {}",
        visible(&row.counter),
        visible(&row.cashier),
        row.shift
    );
    flow.named("Counter", Style::BODY, &place);
    flow.named("Begun", Style::BODY, &moment(row.created_at_ms));
    if let Some(at_ms) = sale.deadline_at_ms {
        flow.named("Held until", Style::BODY, &moment(at_ms));
    }
    if let Some(at_ms) = sale.paid_at_ms {
        flow.named("Proved paid", Style::BODY, &moment(at_ms));
    }
    for refund in row.bare_refunds() {
        let text = format!(
            "{} as {}: {}",
            refund.amount_paise,
            refund.refund_ref,
            words::refund_state(refund.state)
        );
        flow.named("Refund", Style::BODY, &text);
    }
    for line in &row.bill.lines {
        let text = format!(
            "{} × {} at {}",
            line.quantity,
            visible(&line.name),
            line.price_paise
        );
        flow.named("Cart", Style::BODY, &text);
    }
}

fn record(flow: &mut Flow, stored: &StoredRecord) {
    const TOGETHER: i16 = 500;
    flow.keep(TOGETHER);
    let record = &stored.record;
    flow.text(
        Style::QUIET,
        &format!(
            "{} · {} at {} · record {}",
            moment(record.at.wall_ms),
            visible(&record.by.cashier),
            visible(&record.by.counter),
            stored.seq
        ),
    );
    flow.text(Style::STRONG, &visible(&words::sentence(&record.fact)));
    if let Some((_, reply)) = record.fact.answer() {
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
    if let Some(hash) = record.fact.request_sha256() {
        flow.text(Style::SMALL, &format!("request SHA-256 {hash}"));
    }
    flow.text(Style::SMALL, &format!("record hash {}", stored.hash_hex));
    flow.gap(70);
}

fn how_to_check(flow: &mut Flow, story: &Story) {
    flow.keep(1_500);
    flow.text(Style::HEADING, "How to check this paper");
    flow.gap(60);
    for step in [
        format!(
            "1. The records stand in the ledger of till {} ({}). Each record's hash covers its own bytes and the hash of \
             the record before it, so none can be changed, left out or put in without every later hash changing.",
            story.installation, story.profile
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
            story.row.sale.our_ref
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
