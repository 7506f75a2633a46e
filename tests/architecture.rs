//! The state tables of `ARCHITECTURE.md` are written from the program's own, and the tables keep their promises.

use domain::{
    EventKind, MOVES, Move, OurRef, Paise, REFUND_MOVES, RefundEventKind, RefundState, Sale, SaleMode,
    SaleState,
};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const BEGIN: &str =
    "<!-- moves:begin (written by the test `architecture`, from crates/domain/src/sale/moves.rs) -->";
const END: &str = "<!-- moves:end -->";
const REFUND_BEGIN: &str = "<!-- refund-moves:begin (written by the test `architecture`, from crates/domain/src/refund/moves.rs) -->";
const REFUND_END: &str = "<!-- refund-moves:end -->";

/// One test for both, because with UPDATE=1 both are written into one file.
#[test]
fn the_state_tables_in_architecture_md_are_the_programs_own() {
    is_written(BEGIN, END, &table());
    is_written(REFUND_BEGIN, REFUND_END, &refund_table());
}

fn is_written(begin: &str, end: &str, table: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ARCHITECTURE.md");
    let stands = fs::read_to_string(&path).unwrap();
    let (before, rest) = stands
        .split_once(begin)
        .expect("ARCHITECTURE.md has the mark where the table begins");
    let (_, after) = rest
        .split_once(end)
        .expect("ARCHITECTURE.md has the mark where the table ends");
    let right = format!("{before}{begin}\n\n{table}\n{end}{after}");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &right).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(
        written == right,
        "ARCHITECTURE.md is not what the program does: run this test with UPDATE=1 and commit the result"
    );
}

#[test]
fn every_state_is_reachable_from_a_draft() {
    let mut reached = BTreeSet::from([SaleState::Draft]);
    while let Some(next) = MOVES
        .iter()
        .find(|step| reached.contains(&step.from) && !reached.contains(&step.to))
    {
        reached.insert(next.to);
    }
    assert_eq!(reached, SaleState::ALL.into_iter().collect());
}

#[test]
fn every_state_that_is_not_final_has_a_way_to_an_end() {
    for state in SaleState::ALL {
        let mut reached = BTreeSet::from([state]);
        while let Some(next) = MOVES
            .iter()
            .find(|step| reached.contains(&step.from) && !reached.contains(&step.to))
        {
            reached.insert(next.to);
        }
        assert!(reached.iter().any(|end| end.is_final()), "{state:?} never ends");
        assert!(
            state.is_final() || MOVES.iter().any(|step| step.from == state),
            "{state:?} has no way out"
        );
    }
}

#[test]
fn a_final_state_moves_only_by_a_contradiction_and_only_to_a_person() {
    for step in MOVES.iter().filter(|step| step.from.is_final()) {
        assert_eq!(
            (step.on, step.to),
            (EventKind::Contradicted, SaleState::NeedsPerson),
            "{step:?}"
        );
    }
}

#[test]
fn only_a_proof_leads_to_paid() {
    for step in MOVES.iter().filter(|step| step.to == SaleState::Paid) {
        assert_eq!(step.on, EventKind::PaymentProved, "{step:?}");
    }
}

#[test]
fn an_unknown_is_never_left_by_asking_the_same_again_except_for_a_release() {
    for step in MOVES.iter().filter(|step| step.from.is_unknown()) {
        let asks = matches!(
            step.on,
            EventKind::HoldAsked | EventKind::CaptureAsked | EventKind::CancelAsked
        );
        assert!(!asks, "{step:?}");
        let asks_again = step.on == EventKind::CancelAskedAgain;
        assert!(!asks_again || step.from == SaleState::CancelUnknown, "{step:?}");
    }
}

#[test]
fn every_unknown_what_waits_for_proof_and_an_absence_is_looked_up_by_itself() {
    for state in SaleState::ALL {
        let our_ref: OurRef = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        let mut sale = Sale::draft(our_ref, SaleMode::Hold, Paise::new(100), 60);
        sale.state = state;
        sale.deadline_at_ms = Some(3_600_000);
        let looked_up = till::scheduled_look_at_ms(&sale).is_some();
        let waits = state.is_unknown()
            || matches!(
                state,
                SaleState::CaptureAccepted | SaleState::NeedsPerson | SaleState::Held | SaleState::HoldAbsent
            );
        assert_eq!(looked_up, waits, "{state:?}");
        if state.is_unknown() {
            let found = |step: &&Move| step.from == state && is_of_a_look(step.on);
            assert!(
                MOVES.iter().filter(found).count() >= 2,
                "a look at {state:?} must be able to end it"
            );
        }
    }
}

fn is_of_a_look(event: EventKind) -> bool {
    matches!(
        event,
        EventKind::FoundHeld
            | EventKind::FoundAbsent
            | EventKind::FoundFailed
            | EventKind::FoundCaptured
            | EventKind::FoundCancelled
            | EventKind::FoundExpired
            | EventKind::PaymentProved
            | EventKind::PaymentDenied
    )
}

/// One row per state: the cashier's word, and where each event leads.
fn table() -> String {
    let mut text = String::from("| state | word | moves |\n|---|---|---|\n");
    for state in SaleState::ALL {
        let moves: Vec<String> = MOVES
            .iter()
            .filter(|step| step.from == state)
            .map(|step| format!("{} → {}", name_of(step.on), step.to.name()))
            .collect();
        let end = if state.is_final() { " (end)" } else { "" };
        let word = serde_json::to_value(state.word()).unwrap();
        let word = word.as_str().unwrap().replace('_', " ");
        writeln!(
            text,
            "| **{}**{end} | {word} | {} |",
            state.name(),
            moves.join("<br>")
        )
        .unwrap();
    }
    text
}

fn name_of(event: EventKind) -> String {
    serde_json::to_value(event).unwrap().as_str().unwrap().to_owned()
}

/// The same for a refund, which has a word of its own in the window.
fn refund_table() -> String {
    let mut text = String::from("| state | moves |\n|---|---|\n");
    for state in RefundState::ALL {
        let moves: Vec<String> = REFUND_MOVES
            .iter()
            .filter(|step| step.from == state)
            .map(|step| format!("{} → {}", refund_name_of(step.on), step.to.name()))
            .collect();
        let end = if state.is_final() { " (end)" } else { "" };
        writeln!(text, "| **{}**{end} | {} |", state.name(), moves.join("<br>")).unwrap();
    }
    text
}

fn refund_name_of(event: RefundEventKind) -> String {
    serde_json::to_value(event).unwrap().as_str().unwrap().to_owned()
}
