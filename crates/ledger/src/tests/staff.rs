use super::*;
use crate::Difference;
use domain::{Action, Name, Permission, PinUse, Role, Rule, Staff, StaffFact};
use rusqlite::Connection;

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

/// What a first week leaves: two people, one of them gone, a rule, and wrong PINs.
fn a_week() -> Vec<StaffFact> {
    let added = |text, role| StaffFact::Added {
        name: name(text),
        role,
        pin_phc: "$argon2id$hash".to_owned(),
    };
    let wrong = |text| StaffFact::PinWrong {
        name: name(text),
        purpose: PinUse::SignIn,
    };
    vec![
        added("Asha", Role::Manager),
        added("Ravi", Role::Cashier),
        StaffFact::PolicySet {
            role: Role::Cashier,
            action: Action::Release,
            rule: Rule::always(Permission::AskManager),
        },
        wrong("Ravi"),
        wrong("Asha"),
        wrong("Nobody here"),
        StaffFact::SignedIn { name: name("Asha") },
        StaffFact::IdleSet { minutes: 10 },
    ]
}

fn written(bench: &Bench) -> Staff {
    let mut folded = Staff::default();
    for fact in a_week() {
        let record = record(NOON, Fact::Staff(fact.clone()));
        folded.apply(&fact, &record.at);
        assert_eq!(bench.append(record).row, None);
    }
    folded
}

#[test]
fn a_ledger_without_staff_says_so() {
    let bench = Bench::new();
    a_day(&bench);
    assert_eq!(bench.ledger.staff().unwrap(), Staff::default());
}

#[test]
fn the_staff_is_what_the_domain_folds_and_outlives_the_program() {
    let bench = Bench::new();
    let folded = written(&bench);
    assert_eq!(bench.ledger.staff().unwrap(), folded);
    let (_folder, path) = bench.close();
    let again = Ledger::open(&path, "training").unwrap();
    assert_eq!(again.staff().unwrap(), folded);
    let tries = again.staff().unwrap().tries(&name("Ravi")).cloned().unwrap();
    assert_eq!((tries.wrong, tries.last.wall_ms), (1, NOON));
}

#[test]
fn the_staff_is_rebuilt_from_the_events() {
    let bench = Bench::new();
    let folded = written(&bench);
    bench.ledger.rebuild_projections().unwrap();
    assert_eq!(bench.ledger.staff().unwrap(), folded);
    assert_eq!(bench.ledger.projections_match().unwrap(), Ok(()));
}

#[test]
fn a_right_that_somebody_gave_himself_in_the_file_is_found() {
    let bench = Bench::new();
    written(&bench);
    let (_folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .execute(
            "UPDATE staff SET state = replace(state, '\"role\":\"cashier\"', '\"role\":\"manager\"')",
            [],
        )
        .unwrap();
    let ledger = Ledger::open(&path, "training").unwrap();
    let found = ledger.projections_match().unwrap();
    assert!(
        matches!(&found, Err(Difference::Column { table, column, .. }) if table == "staff" && column == "state"),
        "{found:?}"
    );
}

#[test]
fn a_ledger_of_before_there_was_staff_is_derived_anew() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .execute_batch("DROP TABLE staff; UPDATE meta SET value = '3' WHERE key = 'projection';")
        .unwrap();
    let ledger = Ledger::open(&path, "training").unwrap();
    assert_eq!(ledger.staff().unwrap(), Staff::default());
    assert_eq!(ledger.projections_match().unwrap(), Ok(()));
}
