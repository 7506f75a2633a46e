//! A manager's PIN in place for refunds, shifts and the queue, and whose the queue's requests are.

use super::people::{MEENA, RAVI, approve, lock, name, sign_in};
use super::queue::accepted;
use super::refunds::taken_on;
use super::rig::Rig;
use contract::{
    ActionId, AtDeadline, Command, ErrorCode, QueueCommand, QueueKind, RefundCommand, StaffCommand,
};
use domain::{Action, Call, Fact, OurRef, Paise, Permission, RefundState, Role, StaffFact};

/// The id under which a manager is asked.
fn asked_id(rig: &mut Rig) -> ActionId {
    rig.view()
        .staff
        .approval
        .expect("a manager is asked for")
        .action_id
}

fn approved(rig: &mut Rig) {
    let action_id = asked_id(rig);
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    assert!(rig.view().staff.approval.is_none());
    assert_eq!(rig.view().staff.refusal, None);
}

/// The last record and the one before it, with who stands in them.
fn last_two(rig: &Rig) -> [(String, Fact); 2] {
    let events = rig.reader().events().unwrap();
    let mut all: Vec<(String, Fact)> = events
        .map(|stored| stored.unwrap().record)
        .map(|record| (record.by.cashier, record.fact))
        .collect();
    let last = all.pop().unwrap();
    [all.pop().unwrap(), last]
}

fn is_approved(fact: &Fact, action: Action, paise: Option<i64>, our_ref: Option<&OurRef>) -> bool {
    *fact
        == Fact::Staff(StaffFact::Approved {
            manager: name("Meena"),
            action,
            amount_paise: paise.map(Paise::new),
            our_ref: our_ref.cloned(),
        })
}

fn cashiers_need_a_manager_for(rig: &mut Rig, action: Action) {
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.act(Command::Staff(StaffCommand::RuleSet {
        role: Role::Cashier,
        action,
        within: Permission::AskManager,
        limit_text: String::new(),
        over: Permission::AskManager,
    }))
    .unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
}

#[test]
fn a_refund_goes_on_with_a_managers_pin_and_its_story_names_both() {
    let mut rig = Rig::with_ravi();
    let our_ref = rig.paid_sale();
    let action_id = rig.review_refund(&our_ref, "200").unwrap();
    let confirm = RefundCommand::Confirm {
        action_id: action_id.clone(),
    };
    assert_eq!(rig.refused(Command::Refund(confirm)), ErrorCode::ManagerNeeded);
    assert!(rig.view().refund.is_some(), "the panel stays");
    assert_eq!(asked_id(&mut rig), action_id, "and the same press goes on");
    assert_eq!(rig.built(Call::Refund), 0);
    approved(&mut rig);
    assert!(rig.view().refund.is_none());
    let [(_, before), (by, intent)] = last_two(&rig);
    assert!(is_approved(&before, Action::Refund, Some(20_000), Some(&our_ref)));
    assert!(matches!(intent, Fact::Refund(domain::RefundFact::Asked { .. })));
    assert_eq!(by, "Ravi");
    let entry = rig.told(&our_ref).entries.pop().unwrap();
    assert_eq!(
        (entry.cashier.as_str(), entry.approved_by.as_deref()),
        ("Ravi", Some("Meena"))
    );
    // The answer belongs to him who asked, although somebody else stands there by then.
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.reply(Call::Refund, taken_on());
    assert_eq!(rig.refund_state(&our_ref), RefundState::Pending);
    assert_eq!(rig.told(&our_ref).entries.pop().unwrap().cashier, "Ravi");
}

#[test]
fn many_at_once_go_on_with_a_managers_pin_for_their_sum() {
    let mut rig = Rig::with_ravi();
    let refs = rig.holds(2);
    let action_id = rig.review_queue(QueueKind::Capture, &refs).action_id.unwrap();
    let confirm = QueueCommand::Confirm {
        action_id: action_id.clone(),
    };
    assert_eq!(rig.refused(Command::Queue(confirm)), ErrorCode::ManagerNeeded);
    assert_eq!(asked_id(&mut rig), action_id);
    let approval = rig.view().staff.approval.unwrap();
    assert_eq!(approval.amount_text.as_deref(), Some("₹300.00"));
    assert_eq!(rig.built(Call::Capture), 0);
    approved(&mut rig);
    assert_eq!(rig.built(Call::Capture), 2);
    let facts = rig.staff_facts();
    let (by, fact) = facts.last().unwrap();
    assert_eq!(by, "Ravi");
    assert!(is_approved(
        &Fact::Staff(fact.clone()),
        Action::Bulk,
        Some(30_000),
        None
    ));
    // The story of each says that it was one of many, who wanted that and who allowed it; the run's end takes nothing away.
    rig.reply(Call::Capture, accepted());
    rig.reply(Call::Capture, accepted());
    rig.act(Command::Queue(QueueCommand::CloseRun { run: 1 }))
        .unwrap();
    for our_ref in &refs {
        let story = rig.told(our_ref).entries;
        let queued = story.iter().find(|entry| entry.fact == "queued").unwrap();
        assert_eq!(queued.cashier, "Ravi");
        assert_eq!(queued.approved_by.as_deref(), Some("Meena"));
    }
}

#[test]
fn a_table_that_changed_while_the_manager_typed_is_not_confirmed() {
    let mut rig = Rig::with_ravi();
    let refs = rig.holds(2);
    let action_id = rig.review_queue(QueueKind::Release, &refs).action_id.unwrap();
    let confirm = QueueCommand::Confirm { action_id };
    assert_eq!(rig.refused(Command::Queue(confirm)), ErrorCode::ManagerNeeded);
    rig.pins_wait = true;
    let action_id = asked_id(&mut rig);
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    rig.pass_ms(3_700_000);
    let pin = rig.pins.pop().unwrap();
    rig.answer_pin(pin);
    assert_eq!(rig.built(Call::Cancel), 0);
    let approvals = rig.staff_facts();
    assert!(
        !approvals
            .iter()
            .any(|(_, fact)| matches!(fact, StaffFact::Approved { .. }))
    );
}

#[test]
fn what_is_chosen_for_a_deadline_needs_whom_it_would_need_now() {
    let mut rig = Rig::staffed();
    cashiers_need_a_manager_for(&mut rig, Action::Release);
    let our_ref = rig.holds(1).remove(0);
    assert_eq!(rig.choose(&our_ref, AtDeadline::Capture, "100"), Ok(()));
    let choose = rig.choose(&our_ref, AtDeadline::Release, "");
    assert_eq!(choose, Err(ErrorCode::ManagerNeeded));
    approved(&mut rig);
    let [(_, before), (by, chosen)] = last_two(&rig);
    assert!(is_approved(
        &before,
        Action::Release,
        Some(10_000),
        Some(&our_ref)
    ));
    assert!(matches!(chosen, Fact::Queue(domain::QueueFact::Chosen { .. })));
    assert_eq!(by, "Ravi");
    assert_eq!(
        rig.choose(&our_ref, AtDeadline::AskAPerson, ""),
        Ok(()),
        "back is free"
    );
}

#[test]
fn a_request_of_the_queue_belongs_to_whoever_wanted_it_also_after_a_restart() {
    let mut rig = Rig::with_ravi();
    let refs = rig.holds(2);
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.choose(&refs[0], AtDeadline::Release, "").unwrap();
    rig.begin_run(QueueKind::Capture, &refs[1..]);
    rig.act(lock()).unwrap();
    rig.reply(Call::Capture, accepted());
    let story = rig.told(&refs[1]).entries;
    let by: Vec<&str> = story.iter().map(|entry| entry.cashier.as_str()).collect();
    assert_eq!(by, ["Ravi", "Ravi", "Meena", "Meena", "Meena"]);
    let mut rig = rig.ready_after(1_000);
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    rig.pass_ms(3_430_000);
    let entry = rig.told(&refs[0]).entries.pop().unwrap();
    assert_eq!(
        (entry.event.as_deref(), entry.cashier.as_str()),
        (Some("cancel_asked"), "Meena")
    );
}

#[test]
fn a_shift_that_a_manager_lets_close_has_its_approval_before_the_end_that_its_z_names() {
    let mut rig = Rig::with_ravi();
    rig.open_shift("500").unwrap();
    let paid_out = rig.pay_out("20", "milk");
    assert_eq!(paid_out, Err(ErrorCode::ManagerNeeded));
    approved(&mut rig);
    rig.count("480").unwrap();
    cashiers_need_a_manager_for(&mut rig, Action::ShiftClose);
    assert_eq!(rig.close_shift("", false), Err(ErrorCode::ManagerNeeded));
    approved(&mut rig);
    let [(_, before), (by, closed)] = last_two(&rig);
    assert!(is_approved(&before, Action::ShiftClose, None, None));
    assert!(matches!(closed, Fact::Shift(domain::ShiftFact::Closed { .. })));
    assert_eq!(by, "Ravi");
    let verified = ledger::verify(&rig.ledger_path(), None).unwrap();
    assert!(verified.holds(), "{verified:?}");
}

#[test]
fn a_step_that_is_refused_for_itself_calls_no_manager_and_leaves_no_approval() {
    let mut rig = Rig::with_ravi();
    assert_eq!(rig.pay_out("20", "milk"), Err(ErrorCode::ManagerNeeded));
    let action_id = asked_id(&mut rig);
    rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    assert_eq!(rig.view().staff.refusal.unwrap().code, ErrorCode::NoShift);
    let facts = rig.staff_facts();
    assert!(
        !facts
            .iter()
            .any(|(_, fact)| matches!(fact, StaffFact::Approved { .. }))
    );
    rig.open_shift("500").unwrap();
    assert_eq!(rig.pay_out("", "milk"), Err(ErrorCode::AmountEmpty));
}

#[test]
fn a_locked_till_shows_no_result_no_panel_and_no_hold_of_the_shift() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    let refs = rig.holds(2);
    rig.open_shift("500").unwrap();
    rig.count("500").unwrap();
    rig.begin_run(QueueKind::Release, &refs[..1]);
    rig.review_queue(QueueKind::Release, &refs[1..]);
    rig.act(lock()).unwrap();
    let view = rig.view();
    assert!(view.queue.runs.is_empty() && view.queue.panel.is_none() && view.refund.is_none());
    assert!(view.shift_desk.holds.is_empty() && view.shift_desk.count.is_none());
    rig.act(sign_in("Meena", MEENA)).unwrap();
    let view = rig.view();
    assert_eq!(view.queue.runs.len(), 1, "the result waits for a person");
    assert!(
        view.queue.panel.is_none(),
        "nobody confirms what somebody else has read"
    );
    assert!(view.shift_desk.count.is_some());
}
