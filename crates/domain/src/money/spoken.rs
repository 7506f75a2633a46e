//! An amount as it is said aloud, in the Indian way of counting: lakh and crore.

use super::Paise;

/// A language that amounts can be said in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    English,
    Hindi,
}

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
/// Hindi has a word of its own for each number below a hundred.
const HINDI: [&str; 100] = [
    "शून्य",
    "एक",
    "दो",
    "तीन",
    "चार",
    "पाँच",
    "छह",
    "सात",
    "आठ",
    "नौ",
    "दस",
    "ग्यारह",
    "बारह",
    "तेरह",
    "चौदह",
    "पंद्रह",
    "सोलह",
    "सत्रह",
    "अठारह",
    "उन्नीस",
    "बीस",
    "इक्कीस",
    "बाईस",
    "तेईस",
    "चौबीस",
    "पच्चीस",
    "छब्बीस",
    "सत्ताईस",
    "अट्ठाईस",
    "उनतीस",
    "तीस",
    "इकतीस",
    "बत्तीस",
    "तैंतीस",
    "चौंतीस",
    "पैंतीस",
    "छत्तीस",
    "सैंतीस",
    "अड़तीस",
    "उनतालीस",
    "चालीस",
    "इकतालीस",
    "बयालीस",
    "तैंतालीस",
    "चवालीस",
    "पैंतालीस",
    "छियालीस",
    "सैंतालीस",
    "अड़तालीस",
    "उनचास",
    "पचास",
    "इक्यावन",
    "बावन",
    "तिरेपन",
    "चौवन",
    "पचपन",
    "छप्पन",
    "सत्तावन",
    "अट्ठावन",
    "उनसठ",
    "साठ",
    "इकसठ",
    "बासठ",
    "तिरेसठ",
    "चौंसठ",
    "पैंसठ",
    "छियासठ",
    "सड़सठ",
    "अड़सठ",
    "उनहत्तर",
    "सत्तर",
    "इकहत्तर",
    "बहत्तर",
    "तिहत्तर",
    "चौहत्तर",
    "पचहत्तर",
    "छिहत्तर",
    "सतहत्तर",
    "अठहत्तर",
    "उन्यासी",
    "अस्सी",
    "इक्यासी",
    "बयासी",
    "तिरासी",
    "चौरासी",
    "पचासी",
    "छियासी",
    "सत्तासी",
    "अट्ठासी",
    "नवासी",
    "नब्बे",
    "इक्यानवे",
    "बानवे",
    "तिरानवे",
    "चौरानवे",
    "पचानवे",
    "छियानवे",
    "सत्तानवे",
    "अट्ठानवे",
    "निन्यानवे",
];

impl Paise {
    /// What is said when this amount was received: `six hundred rupees and fifty paise received`.
    #[must_use]
    pub fn spoken_as_received(self, tongue: Tongue) -> String {
        let amount = self.spoken(tongue);
        match tongue {
            Tongue::English => format!("{amount} received"),
            Tongue::Hindi if self.get() == 100 || self.get() == 1 => format!("{amount} प्राप्त हुआ"),
            Tongue::Hindi => format!("{amount} प्राप्त हुए"),
        }
    }

    /// The amount in words, with its unit.
    #[must_use]
    pub fn spoken(self, tongue: Tongue) -> String {
        let (rupees, paise) = (self.get() / 100, self.get() % 100);
        let (one_rupee, rupee_word, one_paisa, paise_word, and) = match tongue {
            Tongue::English => ("rupee", "rupees", "paisa", "paise", "and"),
            Tongue::Hindi => ("रुपया", "रुपये", "पैसा", "पैसे", "और"),
        };
        let rupee_word = if rupees == 1 { one_rupee } else { rupee_word };
        let paise_word = if paise == 1 { one_paisa } else { paise_word };
        let whole = format!("{} {rupee_word}", number(rupees, tongue));
        let rest = format!("{} {paise_word}", number(paise, tongue));
        match (rupees, paise) {
            (_, 0) => whole,
            (0, _) => rest,
            _ => format!("{whole} {and} {rest}"),
        }
    }
}

fn number(count: i64, tongue: Tongue) -> String {
    let names = match tongue {
        Tongue::English => ["crore", "lakh", "thousand", "hundred"],
        Tongue::Hindi => ["करोड़", "लाख", "हज़ार", "सौ"],
    };
    let mut said = Vec::new();
    let mut left = count;
    for (size, name) in [10_000_000, 100_000, 1_000, 100].into_iter().zip(names) {
        if left >= size {
            said.push(format!("{} {name}", number(left / size, tongue)));
            left %= size;
        }
    }
    if left > 0 || said.is_empty() {
        said.push(below_a_hundred(left, tongue));
    }
    said.join(" ")
}

fn below_a_hundred(count: i64, tongue: Tongue) -> String {
    let at = usize::try_from(count).unwrap_or_default();
    let word = |words: &[&str], at: usize| words.get(at).copied().unwrap_or_default().to_owned();
    match tongue {
        Tongue::Hindi => word(&HINDI, at),
        Tongue::English if at < ENGLISH.len() => word(&ENGLISH, at),
        Tongue::English if at % 10 == 0 => word(&TENS, at / 10),
        Tongue::English => format!("{}-{}", word(&TENS, at / 10), word(&ENGLISH, at % 10)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn said(paise: i64) -> (String, String) {
        let amount = Paise::new(paise);
        (amount.spoken(Tongue::English), amount.spoken(Tongue::Hindi))
    }

    #[test]
    fn amounts_are_said_in_lakh_and_crore() {
        for (paise, english, hindi) in [
            (0, "zero rupees", "शून्य रुपये"),
            (100, "one rupee", "एक रुपया"),
            (60_000, "six hundred rupees", "छह सौ रुपये"),
            (
                45_050,
                "four hundred fifty rupees and fifty paise",
                "चार सौ पचास रुपये और पचास पैसे",
            ),
            (1, "one paisa", "एक पैसा"),
            (99, "ninety-nine paise", "निन्यानवे पैसे"),
            (
                12_345_678,
                "one lakh twenty-three thousand four hundred fifty-six rupees and seventy-eight paise",
                "एक लाख तेईस हज़ार चार सौ छप्पन रुपये और अठहत्तर पैसे",
            ),
            (1_000_000_000, "one crore rupees", "एक करोड़ रुपये"),
            (
                Paise::SALE_MAX.get(),
                "ninety-nine lakh ninety-nine thousand nine hundred ninety-nine rupees and ninety-nine paise",
                "निन्यानवे लाख निन्यानवे हज़ार नौ सौ निन्यानवे रुपये और निन्यानवे पैसे",
            ),
            (10_000_100, "one lakh one rupees", "एक लाख एक रुपये"),
        ] {
            assert_eq!(said(paise), (english.to_owned(), hindi.to_owned()), "{paise}");
        }
    }

    #[test]
    fn no_two_numbers_below_a_hundred_sound_the_same() {
        for tongue in [Tongue::English, Tongue::Hindi] {
            let all: BTreeSet<String> = (0..100).map(|count| below_a_hundred(count, tongue)).collect();
            assert_eq!(all.len(), 100);
            assert!(all.iter().all(|word| !word.is_empty()));
        }
    }

    #[test]
    fn one_rupee_is_received_and_two_are() {
        let hindi = |paise| Paise::new(paise).spoken_as_received(Tongue::Hindi);
        assert_eq!(hindi(100), "एक रुपया प्राप्त हुआ");
        assert_eq!(hindi(200), "दो रुपये प्राप्त हुए");
        let english = Paise::new(60_000).spoken_as_received(Tongue::English);
        assert_eq!(english, "six hundred rupees received");
    }
}
