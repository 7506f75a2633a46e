//! Over the limit: a manager's PIN in the same place, and the same press goes on.

use super::people::{MEENA, RAVI, WRONG, approve, lock, name, sign_in};
use super::rig::{Rig, authorized, enough};
use contract::{ActionId, Command, ErrorCode, StaffCommand, WhyCode};
use domain::{Action, Call, Fact, Paise, Permission, PinUse, Role, SaleState, StaffFact};

/// Ravi has pressed for more than he may.
fn asked(rupees: &str) -> (Rig, ActionId) {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay(rupees);
    assert_eq!(rig.view().button.why.code, WhyCode::ManagerWillBeAsked);
    let action_id = rig.view().button.action_id.unwrap();
    let refused = rig.press().unwrap_err();
    assert_eq!(refused.code, ErrorCode::ManagerNeeded);
    (rig, action_id)
}

fn rule(action: Action, within: Permission) -> Command {
    Command::Staff(StaffCommand::RuleSet {
        role: Role::Cashier,
        action,
        within,
        limit_text: String::new(),
        over: within,
    })
}

#[test]
fn a_hold_over_the_limit_goes_on_with_a_managers_pin_and_both_names_are_written() {
    let (mut rig, action_id) = asked("10000.01");
    assert_eq!(rig.built(Call::Authorize), 0);
    let approval = rig.view().staff.approval.expect("a manager is asked for");
    assert_eq!(approval.action_id, action_id, "the same press goes on");
    assert_eq!(approval.amount_text.as_deref(), Some("₹10,000.01"));
    assert_eq!(approval.managers, ["Meena"]);
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.state(), SaleState::Held);
    assert_eq!(
        rig.here().as_deref(),
        Some("Ravi"),
        "the manager was not signed in by it"
    );
    let our_ref = rig.sale_ref();
    let (by, fact) = rig.staff_facts().pop().unwrap();
    let approved = StaffFact::Approved {
        manager: name("Meena"),
        action: Action::Hold,
        amount_paise: Some(Paise::new(1_000_001)),
        our_ref: Some(our_ref.clone()),
    };
    assert_eq!((by.as_str(), fact), ("Ravi", approved));
    let events = rig.reader().events_of(&our_ref).unwrap();
    assert_eq!(events[0].record.by.cashier, "Ravi");
    let before = rig
        .reader()
        .events()
        .unwrap()
        .map(Result::unwrap)
        .find(|stored| stored.seq + 1 == events[0].seq)
        .map(|stored| stored.record.fact);
    assert!(
        matches!(before, Some(Fact::Staff(StaffFact::Approved { .. }))),
        "right before the intent"
    );
    assert!(rig.view().staff.approval.is_none());
}

#[test]
fn up_to_the_limit_nobody_is_asked() {
    let mut rig = Rig::with_ravi();
    rig.held("10000");
    assert_eq!(rig.staff_facts().len(), 3);
}

#[test]
fn one_approval_is_for_one_press() {
    let (mut rig, action_id) = asked("20000");
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    rig.reply(Call::Authorize, authorized());
    assert_eq!(
        rig.refused(approve(&action_id, "Meena", MEENA)),
        ErrorCode::NotArmed
    );
    assert_eq!(rig.refused(Command::Press { action_id }), ErrorCode::AlreadyTaken);
    rig.act(Command::NewSale).unwrap();
    rig.act(Command::AmountSet {
        text: "20000".to_owned(),
    })
    .unwrap();
    rig.act(Command::MobileSubmit {
        text: "98765 43210".to_owned(),
    })
    .unwrap();
    rig.reply(Call::Balance, enough());
    assert_eq!(rig.press().unwrap_err().code, ErrorCode::ManagerNeeded);
}

#[test]
fn a_wrong_managers_pin_counts_against_that_manager_and_nothing_moves() {
    let (mut rig, action_id) = asked("20000");
    for code in [
        ErrorCode::PinWrong,
        ErrorCode::PinWrong,
        ErrorCode::PinWrong,
        ErrorCode::PinWrong,
        ErrorCode::PinWait,
    ] {
        rig.act(approve(&action_id, "Meena", WRONG)).unwrap();
        let staff = rig.view().staff;
        assert_eq!(staff.refusal.unwrap().code, code);
        assert_eq!(staff.refused_name.as_deref(), Some("Meena"));
        assert!(staff.approval.is_some(), "and it can be tried again");
    }
    let (by, fact) = rig.staff_facts().pop().unwrap();
    let wrong = StaffFact::PinWrong {
        name: name("Meena"),
        purpose: PinUse::Approval,
    };
    assert_eq!((by.as_str(), fact), ("Ravi", wrong));
    assert_eq!(
        rig.refused(approve(&action_id, "Meena", MEENA)),
        ErrorCode::PinWait
    );
    assert_eq!(rig.refused(sign_in("Meena", MEENA)), ErrorCode::PinWait);
    assert_eq!(rig.built(Call::Authorize), 0);
    rig.pass_ms(30_000);
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    assert_eq!(rig.built(Call::Authorize), 1);
}

#[test]
fn a_cashiers_pin_approves_nothing_not_even_his_own() {
    let (mut rig, action_id) = asked("20000");
    rig.act(approve(&action_id, "Ravi", RAVI)).unwrap();
    assert_eq!(rig.view().staff.refusal.unwrap().code, ErrorCode::PinWrong);
    assert_eq!(rig.built(Call::Authorize), 0);
}

#[test]
fn an_approval_is_for_the_amount_that_the_manager_saw() {
    let (mut rig, action_id) = asked("20000");
    rig.pins_wait = true;
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    rig.act(Command::AmountSet {
        text: "90000".to_owned(),
    })
    .unwrap();
    assert!(rig.view().staff.approval.is_none());
    rig.reply(Call::Balance, enough());
    let effect = rig.pins.pop().unwrap();
    rig.answer_pin(effect);
    assert_eq!(rig.built(Call::Authorize), 0);
    rig.pins_wait = false;
    assert_eq!(rig.press().unwrap_err().code, ErrorCode::ManagerNeeded);
}

#[test]
fn whatever_else_is_done_takes_the_question_away() {
    for leave in [
        Command::Staff(StaffCommand::ApprovalLeave),
        Command::NewSale,
        lock(),
    ] {
        let (mut rig, action_id) = asked("20000");
        rig.act(leave).unwrap();
        assert!(rig.view().staff.approval.is_none());
        assert!(rig.act(approve(&action_id, "Meena", MEENA)).is_err());
        assert_eq!(rig.built(Call::Authorize), 0);
    }
}

#[test]
fn a_capture_over_the_limit_is_approved_in_its_panel() {
    let (mut rig, action_id) = asked("20000");
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    rig.reply(Call::Authorize, authorized());
    rig.act(Command::CaptureReview {
        amount_text: "15000".to_owned(),
    })
    .unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    let confirm = Command::CaptureConfirm {
        action_id: action_id.clone(),
    };
    assert_eq!(rig.refused(confirm), ErrorCode::ManagerNeeded);
    assert!(rig.view().review.is_some(), "the panel stays");
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    assert_eq!(rig.state(), SaleState::CaptureAsked);
    let amounts: Vec<_> = rig
        .staff_facts()
        .into_iter()
        .filter_map(|(_, fact)| {
            if let StaffFact::Approved {
                action, amount_paise, ..
            } = fact
            {
                Some((action, amount_paise.unwrap().get()))
            } else {
                None
            }
        })
        .collect();
    assert_eq!(amounts, [(Action::Hold, 2_000_000), (Action::Capture, 1_500_000)]);
}

#[test]
fn any_command_that_a_store_wants_a_manager_for_is_kept_for_one() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.act(rule(Action::UnlinkCustomer, Permission::AskManager))
        .unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    rig.link();
    assert_eq!(rig.refused(Command::CustomerUnlink), ErrorCode::ManagerNeeded);
    let approval = rig.view().staff.approval.unwrap();
    rig.act(approve(&approval.action_id, "Meena", MEENA)).unwrap();
    assert!(rig.is_on_its_way(Call::Unlink));
}

#[test]
fn what_is_denied_is_greyed_and_says_why_and_no_pin_helps() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.act(rule(Action::Hold, Permission::Denied)).unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    rig.ready_to_pay("600");
    let button = rig.view().button;
    assert_eq!(
        (button.action_id, button.why.code),
        (None, WhyCode::NotAllowedForYou)
    );
    rig.act(Command::SaleModeSet {
        mode: domain::SaleMode::Charge,
    })
    .unwrap();
    assert!(
        rig.view().button.action_id.is_some(),
        "charging has a rule of its own"
    );
}

#[test]
fn a_rule_that_makes_no_sense_is_refused_with_its_reason() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    let set = |role, action, within, limit: &str, over| {
        Command::Staff(StaffCommand::RuleSet {
            role,
            action,
            within,
            limit_text: limit.to_owned(),
            over,
        })
    };
    let (yes, no) = (Permission::Allowed, Permission::Denied);
    for (command, code) in [
        (
            set(Role::Manager, Action::StaffEdit, no, "", no),
            ErrorCode::RuleLocksOut,
        ),
        (
            set(Role::Cashier, Action::ShiftClose, yes, "5", no),
            ErrorCode::RuleNoAmount,
        ),
        (
            set(Role::Cashier, Action::Hold, no, "5", yes),
            ErrorCode::RuleWeaker,
        ),
        (
            set(Role::Cashier, Action::Hold, yes, "5x", no),
            ErrorCode::AmountNotANumber,
        ),
    ] {
        assert_eq!(rig.refused(command), code);
    }
    rig.act(set(Role::Cashier, Action::Hold, yes, "1,000", no))
        .unwrap();
    let shown = rig.view().staff.rules;
    let hold = shown
        .iter()
        .find(|rule| rule.role == Role::Cashier && rule.action == Action::Hold)
        .unwrap();
    assert_eq!((hold.limit_field.as_str(), hold.over), ("1000.00", no));
}
