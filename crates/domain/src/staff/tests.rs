use super::*;
use crate::{Actor, Fact, Paise, Record};

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn at(boot: &str, mono_ms: u64) -> Moment {
    Moment {
        wall_ms: 1_700_000_000_000,
        mono_ms,
        boot: boot.to_owned(),
    }
}

fn added(text: &str, role: Role) -> StaffFact {
    StaffFact::Added {
        name: name(text),
        role,
        pin_phc: format!("$argon2id$of-{text}"),
    }
}

fn wrong(text: &str) -> StaffFact {
    StaffFact::PinWrong {
        name: name(text),
        purpose: PinUse::SignIn,
    }
}

fn after(facts: &[StaffFact]) -> Staff {
    let mut staff = Staff::default();
    for fact in facts {
        staff.apply(fact, &at("b", 1_000));
    }
    staff
}

#[test]
fn names_of_india_are_names_and_nothing_that_hides_is() {
    assert_eq!(name("  Asha   K. ").as_str(), "Asha K.");
    for fine in ["आशा", "கவிதா", "Zoë D'Souza", "Anne-Marie", "Counter 2"] {
        assert_eq!(name(fine).as_str(), fine);
    }
    assert_eq!(Name::parse(" \t"), Err(NameRefusal::Empty));
    assert_eq!(Name::parse(&"a".repeat(41)), Err(NameRefusal::TooLong));
    for odd in [NOBODY, "A\u{202E}b", "a\u{0}b", "<b>", "a/b", "=1+1"] {
        assert_eq!(Name::parse(odd), Err(NameRefusal::OddCharacter), "{odd:?}");
    }
}

#[test]
fn a_pin_is_six_digits_and_a_chosen_one_is_not_what_anybody_tries_first() {
    assert!(Pin::parse(" 482913 ").is_ok());
    for (typed, refusal) in [
        ("", PinRefusal::Empty),
        ("48291a", PinRefusal::NotDigits),
        ("४८२९१३", PinRefusal::NotDigits),
        ("48291", PinRefusal::WrongLength),
        ("4829130", PinRefusal::WrongLength),
    ] {
        assert_eq!(Pin::parse(typed).unwrap_err(), refusal, "{typed}");
    }
    for easy in ["111111", "123456", "654321", "012345"] {
        assert!(Pin::parse(easy).is_ok(), "to be let in, any six digits are tried");
        assert_eq!(Pin::choose(easy).unwrap_err(), PinRefusal::TooEasy);
    }
    assert!(Pin::choose("121212").is_ok());
    assert!(!format!("{:?}", Pin::parse("482913").unwrap()).contains("48"));
}

/// What the till comes with. C cashier, M manager; below, at and over the limit; A allowed, M ask a manager, D denied.
const USUAL: [(Action, &str, &str); 16] = [
    (Action::Hold, "AAM", "AAA"),
    (Action::Charge, "AAM", "AAA"),
    (Action::Capture, "AAM", "AAA"),
    (Action::Release, "AAA", "AAA"),
    (Action::Refund, "MMM", "AAA"),
    (Action::Bulk, "MMM", "AAA"),
    (Action::UnlinkCustomer, "AAA", "AAA"),
    (Action::ShiftOpen, "AAA", "AAA"),
    (Action::ShiftClose, "AAA", "AAA"),
    (Action::CashInOut, "MMM", "AAA"),
    (Action::HandOver, "AAA", "AAA"),
    (Action::Reconcile, "DDD", "AAA"),
    (Action::PriceChange, "MMM", "AAA"),
    (Action::CatalogueEdit, "DDD", "AAA"),
    (Action::StaffEdit, "DDD", "AAA"),
    (Action::Settings, "DDD", "AAA"),
];

#[test]
fn the_usual_rules_are_this_table() {
    let policy = Policy::default();
    assert_eq!(USUAL.map(|(action, ..)| action), Action::ALL);
    for (action, cashier, manager) in USUAL {
        for (role, expected) in [(Role::Cashier, cashier), (Role::Manager, manager)] {
            let judged: String = [999_999, 1_000_000, 1_000_001]
                .into_iter()
                .map(
                    |paise| match judge(&policy, role, action, Some(Paise::new(paise))) {
                        Permission::Allowed => 'A',
                        Permission::AskManager => 'M',
                        Permission::Denied => 'D',
                    },
                )
                .collect();
            assert_eq!(judged, expected, "{role:?} {action:?}");
        }
    }
}

#[test]
fn an_amount_that_is_not_known_is_over_every_limit() {
    let judged = judge(&Policy::default(), Role::Cashier, Action::Hold, None);
    assert_eq!(judged, Permission::AskManager);
}

#[test]
fn a_set_rule_counts_for_its_role_and_action_alone() {
    let rule = Rule {
        within: Permission::AskManager,
        limit_paise: Some(Paise::new(50_000)),
        over: Permission::Denied,
    };
    let staff = after(&[StaffFact::PolicySet {
        role: Role::Cashier,
        action: Action::Refund,
        rule,
    }]);
    let judged = |action, paise| judge(&staff.policy, Role::Cashier, action, Some(Paise::new(paise)));
    assert_eq!(judged(Action::Refund, 50_000), Permission::AskManager);
    assert_eq!(judged(Action::Refund, 50_001), Permission::Denied);
    assert_eq!(judged(Action::Hold, 50_001), Permission::Allowed);
    let manager = judge(&staff.policy, Role::Manager, Action::Refund, None);
    assert_eq!(manager, Permission::Allowed);
}

#[test]
fn no_rule_locks_the_managers_out_or_lets_more_through_over_the_limit() {
    let denied = Rule::always(Permission::Denied);
    for action in [Action::StaffEdit, Action::Settings] {
        let refused = Policy::check(Role::Manager, action, denied);
        assert_eq!(refused, Err(RuleRefusal::LocksEverybodyOut));
        assert_eq!(Policy::check(Role::Cashier, action, denied), Ok(()));
    }
    let limited = |within, over| Rule {
        within,
        limit_paise: Some(Paise::new(100)),
        over,
    };
    assert_eq!(
        Policy::check(
            Role::Cashier,
            Action::HandOver,
            limited(Permission::Allowed, Permission::AskManager)
        ),
        Err(RuleRefusal::NoAmount)
    );
    assert_eq!(
        Policy::check(
            Role::Cashier,
            Action::Hold,
            limited(Permission::AskManager, Permission::Allowed)
        ),
        Err(RuleRefusal::WeakerOverTheLimit)
    );
}

#[test]
fn the_wait_grows_from_the_fifth_wrong_pin_and_then_stays() {
    let waits: Vec<u64> = (0..=9).map(delay_ms_after).collect();
    assert_eq!(waits, [0, 0, 0, 0, 0, 30_000, 60_000, 300_000, 900_000, 900_000]);
    assert_eq!(delay_ms_after(u32::MAX), 900_000);
}

#[test]
fn a_wait_is_over_only_when_a_monotonic_clock_proves_it() {
    let tries = |boot: &str, mono_ms| Tries {
        wrong: 5,
        last: at(boot, mono_ms),
    };
    let left = |tries: &Tries, began_ms, now_ms| tries.wait_left_ms(&at("b", began_ms), &at("b", now_ms));
    // (boot, wrong at, this run began at, now, left)
    for (boot, wrong_ms, began_ms, now_ms, expected) in [
        ("b", 100_000, 50_000, 100_000, 30_000),
        ("b", 100_000, 50_000, 129_999, 1),
        ("b", 100_000, 50_000, 130_000, 0),
        // A new start on the same boot: not certainly over, so it begins again.
        ("b", 100_000, 129_999, 129_999, 30_000),
        ("b", 100_000, 129_999, 159_999, 0),
        ("b", 100_000, 130_000, 130_000, 0),
        // Another boot: its clock proves nothing.
        ("a", 100_000, 900_000, 900_000, 30_000),
        ("a", 5, 900_000, 930_000, 0),
    ] {
        assert_eq!(
            left(&tries(boot, wrong_ms), began_ms, now_ms),
            expected,
            "{boot} {wrong_ms} {began_ms} {now_ms}"
        );
    }
}

#[test]
fn people_are_found_by_their_name_however_it_is_capitalised() {
    let staff = after(&[added("Asha", Role::Manager)]);
    assert_eq!(staff.person(&name("ASHA")).unwrap().name, name("Asha"));
    assert_eq!(staff.check_add(&name("asha")), Err(StaffRefusal::NameTaken));
    assert_eq!(staff.check_add(&name("Ravi")), Ok(()));
}

#[test]
fn the_last_manager_stays() {
    let mut staff = after(&[added("Asha", Role::Manager), added("Ravi", Role::Cashier)]);
    assert_eq!(staff.check_without(&name("Asha")), Err(StaffRefusal::LastManager));
    assert_eq!(staff.check_without(&name("Ravi")), Ok(()));
    assert_eq!(
        staff.check_without(&name("Meena")),
        Err(StaffRefusal::NoSuchPerson)
    );
    let promoted = StaffFact::RoleChanged {
        name: name("Ravi"),
        role: Role::Manager,
    };
    staff.apply(&promoted, &at("b", 1));
    assert_eq!(staff.check_without(&name("Asha")), Ok(()));
}

#[test]
fn wrong_pins_count_in_a_row_and_a_right_one_or_a_new_one_ends_the_row() {
    let row = [added("Asha", Role::Manager), wrong("Asha"), wrong("asha")];
    assert_eq!(after(&row).tries(&name("Asha")).unwrap().wrong, 2);
    let ends = [
        StaffFact::SignedIn { name: name("Asha") },
        StaffFact::Approved {
            manager: name("Asha"),
            action: Action::Hold,
            amount_paise: None,
            our_ref: None,
        },
        StaffFact::PinChanged {
            name: name("Asha"),
            pin_phc: "$other".to_owned(),
        },
    ];
    for end in ends {
        let ended = after(&[row.as_slice(), &[end]].concat());
        assert_eq!(ended.tries(&name("Asha")), None);
    }
}

#[test]
fn names_that_nobody_has_share_one_count() {
    let staff = after(&[added("Asha", Role::Manager), wrong("Nina"), wrong("Ninette")]);
    assert_eq!(staff.tries(&name("Anybody")).unwrap().wrong, 2);
    assert_eq!(staff.tries(&name("Asha")), None);
}

#[test]
fn a_removed_person_is_gone_and_may_come_back_with_another_pin() {
    let removed = StaffFact::Removed { name: name("Asha") };
    let staff = after(&[added("Asha", Role::Manager), wrong("Asha"), removed]);
    assert!(staff.is_empty());
    let back = after(&[added("Asha", Role::Manager), added("Asha", Role::Cashier)]);
    assert_eq!(back.person(&name("Asha")).unwrap().tries, None);
}

#[test]
fn a_staff_fact_stands_in_a_record_beside_the_other_facts() {
    let record = Record {
        at: at("b", 7),
        by: Actor {
            cashier: "Ravi".to_owned(),
            counter: "2".to_owned(),
            shift: 1,
        },
        fact: Fact::Staff(StaffFact::Approved {
            manager: name("Asha"),
            action: Action::Hold,
            amount_paise: Some(Paise::new(2_000_000)),
            our_ref: None,
        }),
    };
    let json = serde_json::to_value(&record).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "at": {"wall_ms": 1_700_000_000_000_i64, "mono_ms": 7, "boot": "b"},
            "by": {"cashier": "Ravi", "counter": "2", "shift": 1},
            "fact": "staff", "staff": "approved",
            "manager": "Asha", "action": "hold", "amount_paise": 2_000_000
        })
    );
    assert_eq!(serde_json::from_value::<Record>(json).unwrap(), record);
}

#[test]
fn the_folded_staff_is_read_back_as_it_was_written() {
    let staff = after(&[
        added("Asha", Role::Manager),
        wrong("Asha"),
        wrong("Nobody here"),
        StaffFact::IdleSet { minutes: 9 },
        StaffFact::PolicySet {
            role: Role::Cashier,
            action: Action::Hold,
            rule: Rule::always(Permission::Denied),
        },
    ]);
    let text = serde_json::to_string(&staff).unwrap();
    assert_eq!(serde_json::from_str::<Staff>(&text).unwrap(), staff);
}
