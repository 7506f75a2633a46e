//! Amounts as files write them. No floats: digits are digits.

use domain::Paise;

/// Rupees such as `450`, `1,23,456.78`, `-450.00` or `₹450.0000`, or whole paise; `None`: it is no amount.
pub fn parse(cell: &str, in_paise: bool) -> Option<Paise> {
    let text = cell.trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let text = text.strip_prefix('₹').unwrap_or(text).trim_start();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_grouped = whole.starts_with(|c: char| c.is_ascii_digit())
        && whole.chars().all(|c| c.is_ascii_digit() || c == ',')
        && !whole.ends_with(',')
        && !whole.contains(",,");
    if !is_grouped || !fraction.chars().all(|c| c.is_ascii_digit()) || text.ends_with('.') {
        return None;
    }
    let whole: i64 = whole.replace(',', "").parse().ok()?;
    let fraction = fraction.trim_end_matches('0');
    let paise = if in_paise {
        fraction.is_empty().then_some(whole)?
    } else {
        let rest: i64 = match fraction.len() {
            0 => 0,
            1 => fraction.parse::<i64>().ok()?.checked_mul(10)?,
            2 => fraction.parse().ok()?,
            _ => return None,
        };
        whole.checked_mul(100)?.checked_add(rest)?
    };
    Some(Paise::new(if negative { paise.checked_neg()? } else { paise }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rupees_and_paise_are_read_as_files_write_them() {
        for (cell, paise) in [
            ("450", 45_000),
            ("450.5", 45_050),
            ("450.50", 45_050),
            ("450.5000", 45_050),
            (" ₹1,23,456.78 ", 12_345_678),
            ("-450.00", -45_000),
            ("0", 0),
        ] {
            assert_eq!(parse(cell, false), Some(Paise::new(paise)), "{cell}");
        }
        assert_eq!(parse("45000", true), Some(Paise::new(45_000)));
        assert_eq!(parse("45000.00", true), Some(Paise::new(45_000)));
    }

    #[test]
    fn what_is_no_amount_is_refused_whatever_it_looks_like() {
        for cell in [
            "",
            "-",
            ".",
            "4.5.0",
            "450.",
            ".5",
            "4e3",
            "450.505",
            "NaN",
            "=1+1",
            "१२३",
            "1,,0",
            ",1",
            "--1",
            "₹",
            "1 000",
            "99999999999999999999",
        ] {
            assert_eq!(parse(cell, false), None, "{cell}");
        }
        assert_eq!(parse("450.5", true), None);
    }

    proptest! {
        #[test]
        fn any_amount_that_is_written_is_read_back(paise in -9_000_000_000_i64..9_000_000_000) {
            let sign = if paise < 0 { "-" } else { "" };
            let text = format!("{sign}{}.{:02}", paise.abs() / 100, paise.abs() % 100);
            prop_assert_eq!(parse(&text, false), Some(Paise::new(paise)));
            prop_assert_eq!(parse(&paise.to_string(), true), Some(Paise::new(paise)));
        }

        #[test]
        fn no_text_makes_it_panic(cell in ".*") {
            let _ = (parse(&cell, false), parse(&cell, true));
        }
    }
}
