//! Who is let in, and how long the others wait.

use super::disks::Mood;
use super::people::{MEENA, RAVI, WRONG, lock, name, sign_in, typed};
use super::rig::{Rig, authorized, record};
use crate::{Effect, Input, VaultTrouble};
use contract::{Command, ErrorCode, StaffCommand};
use domain::{Call, LockedWhy, PinUse, Role, SaleState, StaffFact};
use std::sync::atomic::Ordering;

fn wait_ms(rig: &mut Rig, who: &str) -> i64 {
    let view = rig.view();
    let person = view
        .staff
        .people
        .iter()
        .find(|person| person.name == who)
        .unwrap();
    // In whole seconds, upwards.
    person
        .wait_until_ms
        .map_or(0, |until| (until - view.now_ms) / 1_000 * 1_000)
}

fn five_wrong(who: &str) -> Rig {
    let mut rig = Rig::staffed();
    for _ in 0..4 {
        assert_eq!(rig.try_pin(who, WRONG), Err(ErrorCode::PinWrong));
    }
    assert_eq!(rig.try_pin(who, WRONG), Err(ErrorCode::PinWait));
    rig
}

#[test]
fn while_nobody_was_added_the_till_is_open_as_cashier_with_all_rights() {
    let mut rig = Rig::new();
    let view = rig.view();
    assert!(view.staff.is_empty && !view.staff.locked && view.staff.can_edit);
    assert_eq!(view.cashier, "Asha", "the word that the till was started with");
    rig.held("99999");
    assert_eq!(rig.refused(lock()), ErrorCode::NotAllowedNow);
    assert_eq!(rig.refused(sign_in("Asha", RAVI)), ErrorCode::NotAllowedNow);
}

#[test]
fn the_first_person_is_a_manager_and_is_signed_in_with_the_bill_that_stands_there() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    let add = |role, pin| StaffCommand::PersonAdd {
        name: " Meena ".to_owned(),
        role,
        pin: typed(pin),
    };
    let refused = rig.staff(add(Role::Cashier, MEENA)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::FirstIsManager);
    let refused = rig.staff(add(Role::Manager, "111111")).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PinTooEasy);
    rig.staff(add(Role::Manager, MEENA)).unwrap();
    assert_eq!(rig.here().as_deref(), Some("Meena"));
    let view = rig.view();
    assert_eq!((view.cart.total_paise, view.cashier.as_str()), (60_000, "Meena"));
    let facts = rig.staff_facts();
    assert_eq!(facts[0].0, "Asha", "added by whoever was there");
    assert!(matches!(facts[0].1, StaffFact::Added { .. }));
    assert_eq!(
        facts[1],
        ("Meena".to_owned(), StaffFact::SignedIn { name: name("Meena") })
    );
    let rig = rig.ready_after(1_000);
    assert!({ rig }.view().staff.locked, "the next start is locked");
}

#[test]
fn a_right_pin_lets_in_and_stands_in_every_record_from_then_on() {
    let mut rig = Rig::staffed();
    assert!(rig.view().staff.locked);
    assert_eq!(rig.try_pin("ravi", RAVI), Ok(()));
    assert_eq!(rig.here().as_deref(), Some("Ravi"));
    rig.held("600");
    let our_ref = rig.sale_ref();
    assert_eq!(rig.reader().row(&our_ref).unwrap().unwrap().cashier, "Ravi");
}

#[test]
fn a_wrong_pin_and_a_wrong_name_do_the_same_and_are_events() {
    let mut rig = Rig::staffed();
    rig.pins_wait = true;
    let mut answers = Vec::new();
    for (who, has_hash) in [("Ravi", true), ("Nobody here", false)] {
        rig.act(sign_in(who, WRONG)).unwrap();
        assert!(rig.view().staff.checking);
        let effect = rig.pins.pop().expect("one PIN is handed out");
        let Effect::CheckPin(_, _, phc) = &effect else {
            panic!("it is to be checked")
        };
        assert_eq!(phc.is_some(), has_hash, "the port makes as much of nothing");
        rig.answer_pin(effect);
        let staff = rig.view().staff;
        answers.push((staff.refusal, staff.locked, staff.checking, rig.sent.len()));
    }
    assert_eq!(answers[0], answers[1]);
    let wrong = |who| StaffFact::PinWrong {
        name: name(who),
        purpose: PinUse::SignIn,
    };
    let nobody = "(nobody)".to_owned();
    assert_eq!(
        rig.staff_facts()[2..],
        [(nobody.clone(), wrong("Ravi")), (nobody, wrong("Nobody here"))]
    );
}

#[test]
fn what_cannot_be_a_pin_is_said_and_counts_as_no_try() {
    let mut rig = Rig::staffed();
    for (pin, code) in [
        ("", ErrorCode::PinEmpty),
        ("12345", ErrorCode::PinWrongLength),
        ("12345x", ErrorCode::PinNotDigits),
    ] {
        assert_eq!(rig.refused(sign_in("Ravi", pin)), code);
    }
    assert_eq!(rig.refused(sign_in("", RAVI)), ErrorCode::NameEmpty);
    assert_eq!(rig.staff_facts().len(), 2);
}

#[test]
fn waits_grow_with_each_wrong_pin_after_the_fifth() {
    let mut rig = five_wrong("Ravi");
    for seconds in [30, 60, 300, 900, 900] {
        assert_eq!(wait_ms(&mut rig, "Ravi"), seconds * 1_000);
        rig.pass_ms(seconds * 1_000 - 1);
        let refused = rig.act(sign_in("Ravi", RAVI)).unwrap_err();
        assert_eq!(
            (refused.code, refused.detail.as_deref()),
            (ErrorCode::PinWait, Some("1"))
        );
        rig.pass_ms(1);
        assert_eq!(wait_ms(&mut rig, "Ravi"), 0);
        assert_eq!(rig.try_pin("Ravi", WRONG), Err(ErrorCode::PinWait));
    }
    assert_eq!(rig.try_pin("Meena", MEENA), Ok(()), "the others do not wait");
}

#[test]
fn a_thousand_tries_in_a_row_shorten_nothing_lengthen_nothing_and_are_not_checked() {
    let mut rig = five_wrong("Ravi");
    let written = rig.staff_facts().len();
    rig.pins_wait = true;
    for _ in 0..1_000 {
        assert_eq!(rig.refused(sign_in("Ravi", RAVI)), ErrorCode::PinWait);
    }
    assert!(rig.pins.is_empty());
    assert_eq!(rig.staff_facts().len(), written);
    rig.pins_wait = false;
    rig.pass_ms(30_000);
    assert_eq!(rig.try_pin("Ravi", RAVI), Ok(()));
}

#[test]
fn one_pin_is_checked_at_a_time() {
    let mut rig = Rig::staffed();
    rig.pins_wait = true;
    rig.act(sign_in("Ravi", WRONG)).unwrap();
    for _ in 0..1_000 {
        assert_eq!(rig.refused(sign_in("Meena", MEENA)), ErrorCode::Busy);
    }
    assert_eq!(rig.pins.len(), 1);
}

#[test]
fn a_restart_makes_no_wait_shorter() {
    let mut rig = five_wrong("Ravi").ready_after(29_999);
    assert_eq!(
        wait_ms(&mut rig, "Ravi"),
        30_000,
        "not certainly over, so it begins again"
    );
    assert_eq!(rig.refused(sign_in("Ravi", RAVI)), ErrorCode::PinWait);
    let mut rig = rig.ready_after(30_000);
    assert_eq!(
        wait_ms(&mut rig, "Ravi"),
        0,
        "the same boot's clock proves that it is over"
    );
    assert_eq!(
        rig.try_pin("Ravi", WRONG),
        Err(ErrorCode::PinWait),
        "and the row goes on"
    );
    assert_eq!(wait_ms(&mut rig, "Ravi"), 60_000);
}

#[test]
fn after_another_boot_a_wait_begins_again() {
    let mut rig = Rig::unconnected().restarted_after(|ledger| {
        super::people::staffed(ledger);
        let mut wrong = record(domain::Fact::Staff(StaffFact::PinWrong {
            name: name("Ravi"),
            purpose: PinUse::SignIn,
        }));
        wrong.at.boot = "another".to_owned();
        for _ in 0..5 {
            ledger.append(wrong.clone()).unwrap();
        }
    });
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(wait_ms(&mut rig, "Ravi"), 30_000);
}

#[test]
fn a_wall_clock_set_forward_or_back_changes_no_wait() {
    for years in [10, -10] {
        let mut rig = five_wrong("Ravi");
        let by_ms = years * 365 * 24 * 3_600_000;
        rig.clock.0.fetch_add(by_ms, Ordering::SeqCst);
        rig.clock.1.fetch_sub(by_ms, Ordering::SeqCst);
        assert_eq!(rig.refused(sign_in("Ravi", RAVI)), ErrorCode::PinWait);
        assert_eq!(wait_ms(&mut rig, "Ravi"), 30_000);
        rig.pass_ms(30_000);
        assert_eq!(rig.try_pin("Ravi", RAVI), Ok(()));
    }
}

#[test]
fn a_right_pin_ends_the_row_of_wrong_ones() {
    let mut rig = Rig::staffed();
    for _ in 0..4 {
        assert_eq!(rig.try_pin("Ravi", WRONG), Err(ErrorCode::PinWrong));
    }
    assert_eq!(rig.try_pin("Ravi", RAVI), Ok(()));
    assert_eq!(rig.try_pin("Ravi", WRONG), Err(ErrorCode::PinWrong));
    assert_eq!(rig.here().as_deref(), Some("Ravi"), "a wrong PIN puts nobody out");
}

#[test]
fn a_keyring_that_is_not_ready_lets_nobody_in_says_so_and_counts_nothing() {
    for (trouble, code) in [
        (VaultTrouble::Locked, ErrorCode::KeyringLocked),
        (VaultTrouble::Missing, ErrorCode::KeyringMissing),
        (VaultTrouble::Broken, ErrorCode::KeyringBroken),
    ] {
        let mut rig = Rig::staffed();
        rig.keyring_trouble = Some(trouble);
        assert_eq!(rig.try_pin("Ravi", RAVI), Err(code));
        assert_eq!((rig.here(), rig.staff_facts().len()), (None, 2));
        rig.keyring_trouble = None;
        assert_eq!(rig.try_pin("Ravi", RAVI), Ok(()));
    }
}

#[test]
fn a_pin_waits_for_the_books_because_a_wrong_one_must_be_written_down() {
    let mut rig = Rig::unconnected().restarted_after(super::people::staffed);
    rig.connect();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    let staff = rig.view().staff;
    assert!(staff.checking && staff.locked);
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(rig.here().as_deref(), Some("Ravi"));
}

#[test]
fn a_wrong_pin_that_cannot_be_written_down_counts_all_the_same() {
    let (mut rig, mood) = Rig::shaky();
    for (who, role, pin) in [("Meena", Role::Manager, MEENA), ("Ravi", Role::Cashier, RAVI)] {
        let person = StaffCommand::PersonAdd {
            name: who.to_owned(),
            role,
            pin: typed(pin),
        };
        rig.staff(person).unwrap();
    }
    rig.act(lock()).unwrap();
    for _ in 0..4 {
        assert_eq!(rig.try_pin("Ravi", WRONG), Err(ErrorCode::PinWrong));
    }
    *mood.lock().unwrap() = Mood::Full;
    assert_eq!(rig.try_pin("Ravi", WRONG), Err(ErrorCode::BooksClosed));
    assert_eq!(rig.refused(sign_in("Ravi", RAVI)), ErrorCode::BooksClosed);
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    assert_eq!(rig.refused(sign_in("Ravi", RAVI)), ErrorCode::PinWait);
}

#[test]
fn nobody_is_let_in_without_a_record_of_it() {
    let (mut rig, mood) = Rig::shaky();
    let meena = StaffCommand::PersonAdd {
        name: "Meena".to_owned(),
        role: Role::Manager,
        pin: typed(MEENA),
    };
    rig.staff(meena).unwrap();
    rig.act(lock()).unwrap();
    *mood.lock().unwrap() = Mood::Full;
    rig.act(sign_in("Meena", MEENA)).unwrap();
    assert_eq!(rig.here(), None);
}

#[test]
fn the_till_locks_itself_when_no_hand_is_on_it_and_says_when() {
    let mut rig = Rig::with_ravi();
    let view = rig.view();
    assert_eq!(view.staff.locks_at_ms, Some(view.now_ms + 300_000));
    rig.pass_ms(299_000);
    rig.staff(StaffCommand::Awake).unwrap();
    rig.pass_ms(299_999);
    assert_eq!(rig.here().as_deref(), Some("Ravi"));
    rig.pass_ms(1);
    assert_eq!(rig.here(), None);
    let (by, fact) = rig.staff_facts().pop().unwrap();
    let locked = StaffFact::Locked {
        name: name("Ravi"),
        why: LockedWhy::Idle,
    };
    assert_eq!((by.as_str(), fact), ("Ravi", locked));
}

#[test]
fn a_clock_set_forward_does_not_lock_the_till() {
    let mut rig = Rig::with_ravi();
    rig.clock.0.fetch_add(3_600_000, Ordering::SeqCst);
    rig.clock.1.fetch_sub(3_600_000, Ordering::SeqCst);
    rig.hear(Input::Tick);
    assert_eq!(rig.here().as_deref(), Some("Ravi"));
}

#[test]
fn the_till_does_not_lock_itself_while_a_request_of_the_screen_is_on_its_way() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.pass_ms(1_200_000);
    assert_eq!(rig.here().as_deref(), Some("Ravi"));
    rig.reply(Call::Authorize, authorized());
    assert_eq!(
        rig.state(),
        SaleState::Held,
        "and she has the whole time to read the answer"
    );
    rig.pass_ms(300_000);
    assert_eq!(rig.here(), None);
}

#[test]
fn the_idle_time_is_the_stores_to_set() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    for minutes in [0, 601] {
        let refused = rig.staff(StaffCommand::IdleSet { minutes }).unwrap_err();
        assert_eq!(refused.code, ErrorCode::IdleOutOfRange);
    }
    rig.staff(StaffCommand::IdleSet { minutes: 60 }).unwrap();
    rig.pass_ms(59 * 60_000);
    assert_eq!(rig.here().as_deref(), Some("Meena"));
    rig.pass_ms(60_000);
    assert_eq!(rig.here(), None);
    assert_eq!(rig.ready_after(0).view().staff.idle_minutes, 60);
}

#[test]
fn people_are_changed_by_managers_and_the_last_manager_stays() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    let code = |rig: &mut Rig, command| rig.staff(command).unwrap_err().code;
    let remove = |who: &str| StaffCommand::PersonRemove { name: who.to_owned() };
    let role = |who: &str, role| StaffCommand::PersonRole {
        name: who.to_owned(),
        role,
    };
    assert_eq!(code(&mut rig, remove("Meena")), ErrorCode::NotYourself);
    assert_eq!(
        code(&mut rig, role("Meena", Role::Cashier)),
        ErrorCode::NotYourself
    );
    assert_eq!(code(&mut rig, remove("Nina")), ErrorCode::NoSuchPerson);
    let again = StaffCommand::PersonAdd {
        name: "RAVI".to_owned(),
        role: Role::Cashier,
        pin: typed(RAVI),
    };
    assert_eq!(code(&mut rig, again), ErrorCode::NameTaken);
    rig.staff(role("Ravi", Role::Manager)).unwrap();
    let change = StaffCommand::PersonPin {
        name: "Ravi".to_owned(),
        pin: typed("505124"),
    };
    rig.staff(change).unwrap();
    assert_eq!(rig.try_pin("Ravi", RAVI), Err(ErrorCode::PinWrong));
    assert_eq!(rig.try_pin("Ravi", "505124"), Ok(()));
    rig.staff(remove("Meena")).unwrap();
    assert_eq!(rig.try_pin("Meena", MEENA), Err(ErrorCode::PinWrong));
    assert_eq!(rig.view().staff.people.len(), 1);
}

#[test]
fn a_new_pin_ends_the_wait_of_whoever_forgot_the_old_one() {
    let mut rig = five_wrong("Ravi");
    rig.act(sign_in("Meena", MEENA)).unwrap();
    let change = StaffCommand::PersonPin {
        name: "Ravi".to_owned(),
        pin: typed("505124"),
    };
    rig.staff(change).unwrap();
    assert_eq!(rig.try_pin("Ravi", "505124"), Ok(()));
}

#[test]
fn a_pin_that_was_changed_while_it_was_checked_lets_nobody_in() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.pins_wait = true;
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    let gone = StaffCommand::PersonRemove {
        name: "Ravi".to_owned(),
    };
    rig.staff(gone).unwrap();
    let effect = rig.pins.pop().unwrap();
    rig.answer_pin(effect);
    assert_eq!(rig.here().as_deref(), Some("Meena"));
}

#[test]
fn a_command_after_the_lock_is_refused_and_a_look_is_not() {
    let mut rig = Rig::with_ravi();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.act(lock()).unwrap();
    assert_eq!(rig.refused(Command::NewSale), ErrorCode::TillLocked);
    rig.act(Command::LookNow { our_ref }).unwrap();
    rig.act(lock()).unwrap();
}
