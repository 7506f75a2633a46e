use serde::{Deserialize, Serialize};

/// Words of the provider. Kept as received (cut at [`ProviderText::KEPT_CHARS_MAX`]), never parsed, never translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProviderText(String);

impl ProviderText {
    pub const KEPT_CHARS_MAX: usize = 2_000;
    pub const SHOWN_CHARS_MAX: usize = 300;

    #[must_use]
    pub fn received(text: &str) -> Self {
        ProviderText(text.chars().take(Self::KEPT_CHARS_MAX).collect())
    }

    /// As received, for the ledger.
    #[must_use]
    pub fn verbatim(&self) -> &str {
        &self.0
    }

    /// For a screen or a slip: control and direction-changing characters become visible marks, so that no text can
    /// reorder or hide its neighbours; longer than 300 characters ends in `…`. Everything else is left alone.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut shown: String = self.0.chars().take(Self::SHOWN_CHARS_MAX).map(visible).collect();
        if self.0.chars().count() > Self::SHOWN_CHARS_MAX {
            shown.push('…');
        }
        shown
    }
}

fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        // The joiners U+200C and U+200D stay: Hindi is misspelt without them, and they reorder nothing.
        '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{061C}' => '\u{FFFD}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_words_are_shown_as_received() {
        for text in [
            "Please complete your wallet KYC on PhonePe",
            "The transaction will breach your wallet’s KYC limits.",
            "<b>कृपया</b> {{x}} javascript:alert(1)",
        ] {
            assert_eq!(ProviderText::received(text).shown(), text);
        }
    }

    #[test]
    fn controls_and_direction_marks_become_visible_and_long_text_is_cut() {
        assert_eq!(
            ProviderText::received("a\u{202E}b\u{0}c\u{200B}").shown(),
            "a\u{FFFD}b\u{FFFD}c\u{FFFD}"
        );
        let long = ProviderText::received(&"x".repeat(5_000));
        assert_eq!(long.verbatim().chars().count(), 2_000);
        assert_eq!(long.shown().chars().count(), 301);
        let longest = "x".repeat(ProviderText::SHOWN_CHARS_MAX);
        assert_eq!(ProviderText::received(&longest).shown(), longest);
    }
}
