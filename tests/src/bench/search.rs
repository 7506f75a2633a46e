//! One key of a search among twenty thousand items, against one bare pass over the same names that looks for the same
//! letters: what a search costs that keeps no index, ranks nothing and reads no codes. One sample is a dozen searches, as
//! somebody types them.

use super::{Measured, rounds};
use domain::{Catalogue, Item, ItemForm};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ITEMS: usize = 20_000;
const WORDS: [&str; 12] = [
    "masala",
    "green",
    "chai",
    "चाय",
    "cable",
    "charging",
    "valet",
    "filter",
    "தேநீர்",
    "battery",
    "wash",
    "oil",
];
/// What is typed, key by key; the shortest find most.
const TYPED: [&str; 12] = [
    "c", "ch", "cha", "char", "char 19", "च", "चा", "oil w", "b", "bat oi", "item 777", "8900",
];
/// What a key may take, so that the list below the field follows the hand.
const KEY_MAX: Duration = Duration::from_millis(10);

pub fn measure() -> Measured {
    let catalogue = Catalogue::of((0..ITEMS).map(item).collect()).unwrap();
    let names: Vec<String> = catalogue
        .items()
        .iter()
        .map(|item| item.name.to_lowercase())
        .collect();
    let pairs: Vec<(Duration, Duration)> = (0..rounds(200))
        .map(|round| {
            if round % 2 == 0 {
                let first = ours(&catalogue);
                (first, floor(&names))
            } else {
                let first = floor(&names);
                (ours(&catalogue), first)
            }
        })
        .collect();
    Measured::of_times(&pairs, u32::try_from(TYPED.len()).unwrap())
}

fn ours(catalogue: &Catalogue) -> Duration {
    let began = Instant::now();
    for typed in TYPED {
        let key = Instant::now();
        assert!(
            !black_box(catalogue.search(black_box(typed), 8)).is_empty(),
            "{typed}"
        );
        assert!(
            cfg!(debug_assertions) || key.elapsed() < KEY_MAX,
            "{typed} took {:?}",
            key.elapsed()
        );
    }
    began.elapsed()
}

fn floor(names: &[String]) -> Duration {
    let began = Instant::now();
    for typed in TYPED {
        black_box(
            names
                .iter()
                .filter(|name| name.contains(black_box(typed)))
                .count(),
        );
    }
    began.elapsed()
}

fn item(n: usize) -> Item {
    Item::parse(&item_form(n)).unwrap()
}

/// The n-th of a catalogue of many.
pub fn item_form(n: usize) -> ItemForm {
    let word = |at: usize| WORDS[at % WORDS.len()];
    ItemForm {
        code: format!("K{n}"),
        name: format!("{} {} item {}", word(n), word(n / 7 + 3), n % 1_000),
        barcode: format!("890{n:010}"),
        price: "12.50".to_owned(),
        ..ItemForm::default()
    }
}
