//! The committed corpora of the fuzz targets, replayed on the ordinary compiler: what was once found stays found.

mod parsers;

use std::fs;
use std::path::Path;

#[test]
fn every_reply_of_the_corpus_is_read_without_a_panic_and_without_a_wrong_yes() {
    replay("reply", parsers::reply);
}

#[test]
fn every_record_of_the_corpus_is_read_back_as_it_was_written() {
    replay("record", parsers::record);
}

#[test]
fn everything_typed_in_the_corpus_is_an_amount_a_number_or_a_refusal() {
    replay("typed", parsers::typed);
}

#[test]
fn every_command_of_the_corpus_is_answered_and_sends_nothing_without_books() {
    replay("command", parsers::command);
}

fn replay(target: &str, parser: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz")
        .join("corpus")
        .join(target);
    let mut inputs: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    inputs.sort();
    assert!(inputs.len() >= 20, "a corpus of {} is none", inputs.len());
    for input in inputs {
        eprintln!("{}", input.display());
        parser(&fs::read(&input).unwrap());
    }
}
