//! A second hand over texts that should hold no secret anyway.

/// A whole mobile number: ten digits that begin as India's do, with or without the country's prefix before them.
const MOBILE_DIGITS: usize = 10;
const LEFT_OUT: &str = "[ten digits left out]";

/// Replaces what looks like a mobile number: a run of ten digits from 6, 7, 8 or 9, or of twelve after 91.
pub fn scrub(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at(end);
        clean.push_str(before);
        // Inside a word of letters and digits, a hash or an id, ten digits are no number of anybody's.
        let is_escape = ["\\n", "\\r", "\\t"]
            .iter()
            .any(|escape| before.ends_with(escape));
        let beside = [
            before.chars().next_back().filter(|_| !is_escape),
            after.chars().next(),
        ];
        let in_a_word = beside.into_iter().flatten().any(|c| c.is_ascii_alphabetic());
        clean.push_str(if is_mobile(digits) && !in_a_word {
            LEFT_OUT
        } else {
            digits
        });
        rest = after;
    }
    clean.push_str(rest);
    clean
}

fn is_mobile(digits: &str) -> bool {
    let national = match digits.len() {
        MOBILE_DIGITS => digits,
        12 => digits.strip_prefix("91").unwrap_or_default(),
        11 => digits.strip_prefix('0').unwrap_or_default(),
        _ => return false,
    };
    national.starts_with(['6', '7', '8', '9'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_mobile_numbers_go_and_figures_and_ids_stay() {
        for number in ["9876543210", "919876543210", "09876543210"] {
            let text = format!("asked for {number}, 3 times");
            assert_eq!(scrub(&text), format!("asked for {LEFT_OUT}, 3 times"));
        }
        assert_eq!(
            scrub("{\"a\":\"x\\n9876543210\"}"),
            format!("{{\"a\":\"x\\n{LEFT_OUT}\"}}")
        );
        for stays in [
            "1234567890",
            "98765432101234",
            "S01KAZ9876543210QWERTY",
            "2026-11-26T11:30:24.987654Z took_ms=9876",
            "",
        ] {
            assert_eq!(scrub(stays), stays);
        }
    }
}
