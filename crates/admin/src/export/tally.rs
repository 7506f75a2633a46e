//! Day totals as vouchers that Tally imports (Gateway of Tally, Import, Vouchers).
//!
//! Source: Tally's developer reference, "Understanding Integration – Transactions": a debit stands with a minus and
//! `ISDEEMEDPOSITIVE` Yes, a credit without and No; dates are `yyyymmdd`.

use super::days::DayLine;
use std::fmt::Write as _;
use std::io::{self, Write};

/// The two ledgers of Tally between which the money moves.
pub struct Ledgers<'a> {
    /// Where PhonePe's money is expected.
    pub wallet: &'a str,
    /// What it was paid for.
    pub sales: &'a str,
}

/// Writes a receipt for what a day brought and a payment for what it gave back. Returns how many vouchers.
///
/// `till` is the installation: with the day it makes an id, so that Tally knows a voucher that comes twice.
pub fn write(
    days: impl Iterator<Item = DayLine>,
    till: &str,
    ledgers: &Ledgers<'_>,
    out: &mut dyn Write,
) -> io::Result<u64> {
    out.write_all(HEAD.as_bytes())?;
    let mut count: u64 = 0;
    for day in days {
        let received = Voucher {
            kind: "Receipt",
            what: "captured",
            count: day.paid,
            paise: day.paid_paise.get(),
            debit: ledgers.wallet,
            credit: ledgers.sales,
        };
        let given_back = Voucher {
            kind: "Payment",
            what: "refunded",
            count: day.refunds,
            paise: day.refunded_paise.get(),
            debit: ledgers.sales,
            credit: ledgers.wallet,
        };
        for voucher in [received, given_back].iter().filter(|voucher| voucher.count > 0) {
            out.write_all(voucher.text(&day.day, till).as_bytes())?;
            count = count.saturating_add(1);
        }
    }
    out.write_all(TAIL.as_bytes())?;
    out.flush()?;
    Ok(count)
}

struct Voucher<'a> {
    kind: &'static str,
    what: &'static str,
    count: u32,
    paise: i64,
    debit: &'a str,
    credit: &'a str,
}

impl Voucher<'_> {
    fn text(&self, day: &str, till: &str) -> String {
        let Voucher {
            kind, what, count, ..
        } = self;
        let mut text = format!(
            "<TALLYMESSAGE>\n<VOUCHER REMOTEID=\"holdfast-{}-{day}-{what}\" VCHTYPE=\"{kind}\" ACTION=\"Create\">\n\
             <DATE>{}</DATE>\n<VOUCHERTYPENAME>{kind}</VOUCHERTYPENAME>\n\
             <NARRATION>PhonePe wallet: {count} {what} on {day}</NARRATION>\n",
            inert(till),
            day.replace('-', ""),
        );
        let rupees = rupees(self.paise);
        for (ledger, is_debit, amount) in [
            (self.debit, "Yes", format!("-{rupees}")),
            (self.credit, "No", rupees.clone()),
        ] {
            let _ = writeln!(
                text,
                "<ALLLEDGERENTRIES.LIST><LEDGERNAME>{}</LEDGERNAME><ISDEEMEDPOSITIVE>{is_debit}</ISDEEMEDPOSITIVE>\
                 <AMOUNT>{amount}</AMOUNT></ALLLEDGERENTRIES.LIST>",
                inert(ledger),
            );
        }
        text.push_str("</VOUCHER>\n</TALLYMESSAGE>\n");
        text
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ENVELOPE>\n<HEADER>\n<VERSION>1</VERSION>\n\
<TALLYREQUEST>Import</TALLYREQUEST>\n<TYPE>Data</TYPE>\n<ID>Vouchers</ID>\n</HEADER>\n<BODY>\n<DESC></DESC>\n<DATA>\n";
const TAIL: &str = "</DATA>\n</BODY>\n</ENVELOPE>\n";

fn rupees(paise: i64) -> String {
    format!("{}.{:02}", paise.div_euclid(100), paise.rem_euclid(100))
}

/// A name is text, whatever is in it. What XML cannot carry at all is left out.
fn inert(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Paise;

    fn day(paid: u32, paid_paise: i64, refunds: u32, refunded_paise: i64) -> DayLine {
        DayLine {
            day: "2026-07-01".to_owned(),
            paid,
            paid_paise: Paise::new(paid_paise),
            refunds,
            refunded_paise: Paise::new(refunded_paise),
            net_paise: paid_paise - refunded_paise,
        }
    }

    fn written(day: DayLine, wallet: &str) -> (u64, String) {
        let mut out = Vec::new();
        let ledgers = Ledgers {
            wallet,
            sales: "Sales",
        };
        let count = write(std::iter::once(day), "0a1b", &ledgers, &mut out).unwrap();
        (count, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_day_is_a_receipt_and_a_payment_whose_sides_are_equal() {
        let (count, text) = written(day(2, 80_005, 1, 1_050), "PhonePe");
        assert_eq!(count, 2);
        for part in [
            "REMOTEID=\"holdfast-0a1b-2026-07-01-captured\" VCHTYPE=\"Receipt\"",
            "<DATE>20260701</DATE>",
            "<LEDGERNAME>PhonePe</LEDGERNAME><ISDEEMEDPOSITIVE>Yes</ISDEEMEDPOSITIVE><AMOUNT>-800.05</AMOUNT>",
            "<LEDGERNAME>Sales</LEDGERNAME><ISDEEMEDPOSITIVE>No</ISDEEMEDPOSITIVE><AMOUNT>800.05</AMOUNT>",
            "REMOTEID=\"holdfast-0a1b-2026-07-01-refunded\" VCHTYPE=\"Payment\"",
            "<LEDGERNAME>Sales</LEDGERNAME><ISDEEMEDPOSITIVE>Yes</ISDEEMEDPOSITIVE><AMOUNT>-10.50</AMOUNT>",
            "<LEDGERNAME>PhonePe</LEDGERNAME><ISDEEMEDPOSITIVE>No</ISDEEMEDPOSITIVE><AMOUNT>10.50</AMOUNT>",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn what_did_not_happen_is_no_voucher() {
        assert_eq!(written(day(1, 100, 0, 0), "PhonePe").0, 1);
        assert_eq!(written(day(0, 0, 1, 100), "PhonePe").0, 1);
        assert_eq!(written(day(0, 0, 0, 0), "PhonePe").0, 0);
    }

    #[test]
    fn a_name_with_markup_stays_text() {
        let (_, text) = written(day(1, 100, 0, 0), "A & <B> \"c\"\u{1}");
        assert!(text.contains("<LEDGERNAME>A &amp; &lt;B&gt; &quot;c&quot;</LEDGERNAME>"));
    }
}
