//! Who may depend on whom. A crate exists only if it forbids something; this is what it forbids.

use crate::house::Crate;

struct Row {
    name: &'static str,
    sees: Sees,
    why: &'static str,
}

enum Sees {
    Only(&'static [&'static str]),
    Everything,
}

/// The table of the house. Dependencies for building and for tests count like any other.
const HOUSE: &[Row] = &[
    Row {
        name: "domain",
        sees: Sees::Only(&[]),
        why: "money and its states are pure: no clock, no IO, nobody else's types",
    },
    Row {
        name: "phonepe",
        sees: Sees::Only(&["domain"]),
        why: "it knows the provider and nothing of how we keep or show a sale",
    },
    Row {
        name: "ledger",
        sees: Sees::Only(&["domain"]),
        why: "what is recorded may not depend on who asked or who answered",
    },
    Row {
        name: "contract",
        sees: Sees::Only(&["domain"]),
        why: "the page may see words and views, never machinery",
    },
    Row {
        name: "receipts",
        sees: Sees::Only(&["domain", "ledger"]),
        why: "what goes on paper is drawn from what was recorded, whoever prints it",
    },
    Row {
        name: "printer",
        sees: Sees::Only(&["holdfast-virtual-printer"]),
        why: "it moves dots and knows no sale, so that nothing about money can depend on a printer",
    },
    Row {
        name: "holdfast-virtual-printer",
        sees: Sees::Only(&[]),
        why: "it reads what the encoder wrote, so that one mistake cannot hide on both sides",
    },
    Row {
        name: "webhook",
        sees: Sees::Only(&[]),
        why: "it signs and posts bytes and knows no sale, so that nothing about money can depend on a gateway",
    },
    Row {
        name: "secrets",
        sees: Sees::Only(&[]),
        why: "keys are kept by something that knows nothing they could leak into",
    },
    Row {
        name: "simulator",
        sees: Sees::Only(&[]),
        why: "it has its own checksum and its own JSON, so that one mistake cannot hide on both sides",
    },
    Row {
        name: "till",
        sees: Sees::Only(&["domain", "ledger", "contract"]),
        why: "the engine reaches the provider, the clock and the keys through ports it defines",
    },
    Row {
        name: "admin",
        sees: Sees::Only(&["till", "ledger", "phonepe", "secrets", "receipts", "domain"]),
        why: "headless tools need no window and must never pretend to be the provider",
    },
    Row {
        name: "holdfast",
        sees: Sees::Only(&[
            "domain",
            "phonepe",
            "ledger",
            "secrets",
            "till",
            "contract",
            "printer",
            "receipts",
            "simulator",
            "webhook",
        ]),
        why: "the shell plugs real parts together; the headless tools are not one of its parts",
    },
    Row {
        name: "installed",
        sees: Sees::Only(&["holdfast", "admin", "simulator"]),
        why: "it only chooses which of the package's programs it is, and nothing else may join them",
    },
    Row {
        name: "holdfast-sim",
        sees: Sees::Only(&["domain", "ledger", "till", "contract", "phonepe"]),
        why: "one thread and no real clock, network or window: it must be built and run without them",
    },
    Row {
        name: "holdfast-tests",
        sees: Sees::Everything,
        why: "tests may look everywhere",
    },
    Row {
        name: "holdfast-crash",
        sees: Sees::Only(&["domain", "phonepe", "ledger", "till", "contract", "simulator"]),
        why: "a program that is killed ten thousand times starts in milliseconds, which no window does",
    },
    Row {
        name: "xtask",
        sees: Sees::Only(&[]),
        why: "developer commands must build while everything else is broken",
    },
];

/// One sentence for each arrow that the table does not have, and for each crate that it does not know.
pub fn refused(crates: &[Crate]) -> Vec<String> {
    crates.iter().flat_map(refused_of).collect()
}

fn refused_of(member: &Crate) -> Vec<String> {
    let name = &member.name;
    let Some(row) = HOUSE.iter().find(|row| row.name == name) else {
        return vec![format!(
            "`{name}` has no row in xtask/src/tidy/arrows.rs: say there whom it may see and why"
        )];
    };
    let Sees::Only(allowed) = row.sees else {
        return Vec::new();
    };
    let ours = member
        .needs
        .iter()
        .filter(|need| need.ours && !allowed.contains(&need.name.as_str()));
    ours.map(|need| {
        format!(
            "`{name}` may not depend on `{}`; {}, because {}",
            need.name,
            sight(allowed),
            row.why
        )
    })
    .collect()
}

fn sight(allowed: &[&str]) -> String {
    if allowed.is_empty() {
        "it sees nothing of ours".to_owned()
    } else {
        format!("it sees only {}", allowed.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Need;

    fn member(name: &str, ours: &[&str], others: &[&str]) -> Crate {
        let need = |ours: bool| {
            move |name: &&str| Need {
                name: (*name).to_owned(),
                ours,
            }
        };
        let needs = ours
            .iter()
            .map(need(true))
            .chain(others.iter().map(need(false)))
            .collect();
        Crate {
            name: name.to_owned(),
            manifest: "Cargo.toml".into(),
            needs,
        }
    }

    #[test]
    fn the_arrows_of_the_design_are_allowed() {
        let house = [
            member("domain", &[], &["serde"]),
            member("phonepe", &["domain"], &["reqwest"]),
            member("till", &["domain", "ledger", "contract"], &["tokio"]),
            member("admin", &["till", "ledger", "phonepe", "secrets", "domain"], &[]),
            member(
                "holdfast",
                &["till", "phonepe", "simulator", "secrets", "contract"],
                &["tauri"],
            ),
            member("holdfast-tests", &["domain", "simulator", "phonepe", "till"], &[]),
        ];
        assert_eq!(refused(&house), Vec::<String>::new());
    }

    #[test]
    fn each_forbidden_arrow_is_refused_with_its_reason() {
        for (from, to) in [
            ("domain", "contract"),
            ("phonepe", "ledger"),
            ("ledger", "phonepe"),
            ("contract", "till"),
            ("secrets", "domain"),
            ("simulator", "phonepe"),
            ("webhook", "phonepe"),
            ("till", "phonepe"),
            ("admin", "simulator"),
            ("holdfast", "admin"),
            ("installed", "ledger"),
            ("holdfast-crash", "holdfast"),
            ("holdfast-sim", "holdfast"),
            ("holdfast-sim", "simulator"),
            ("xtask", "domain"),
        ] {
            let said = refused(&[member(from, &[to], &[])]);
            assert_eq!(said.len(), 1, "{from} → {to}");
            assert!(
                said[0].starts_with(&format!("`{from}` may not depend on `{to}`; ")),
                "{said:?}"
            );
            assert!(said[0].contains(", because "), "{said:?}");
        }
    }

    #[test]
    fn a_foreign_crate_with_one_of_our_names_is_not_ours() {
        assert_eq!(
            refused(&[member("domain", &[], &["ledger"])]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_crate_nobody_placed_is_refused() {
        assert!(refused(&[member("sync", &["domain"], &[])])[0].contains("has no row"));
    }
}
