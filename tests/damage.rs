//! A sample of `cargo xtask damage`: a ledger that was harmed is noticed or unchanged, and never written to.

use holdfast_tests::damage::{Findings, Kind, Plan, backups};

fn sample(flips: usize) -> Plan {
    Plan::of(1, flips, 2)
}

#[test]
fn no_damage_changes_a_sale_in_silence_and_nothing_that_is_not_trusted_is_written_to() {
    let findings = sample(SAMPLE).run();
    assert!(
        findings.is_clean(),
        "{:#?}\n{:#?}",
        findings.silent,
        findings.overwritten
    );
    for (kind, cases, noticed) in &findings.noticed {
        let hits_something = matches!(kind, Kind::LogMissing | Kind::LogForeign | Kind::LogOfYesterday);
        if kind.is_meant() {
            assert_eq!(noticed, cases, "{}", kind.name());
        } else if !hits_something {
            assert!(2 * noticed > *cases, "{}: only {noticed} of {cases}", kind.name());
        }
    }
}

/// A start that believes everything shows that the sweep can fail.
#[test]
fn a_start_that_checks_nothing_is_caught() {
    let every_kind = Kind::ALL.map(|kind| (kind, 1)).to_vec();
    let plan = Plan {
        cases: every_kind,
        ..sample(1)
    };
    let findings: Findings = plan.run_with(|_, _| Ok(()));
    let caught = |kind: Kind| {
        findings
            .silent
            .iter()
            .any(|line| line.contains(&format!(" {}:", kind.name())))
    };
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_meant()) {
        assert!(caught(kind), "{}: {:#?}", kind.name(), findings.silent);
    }
    assert!(caught(Kind::LogMissing));
}

#[test]
fn backups_taken_while_the_till_writes_all_hold() {
    assert_eq!(backups(8), 8);
}

/// Small enough for every run; the whole of it is `cargo xtask damage`.
const SAMPLE: usize = 40;
