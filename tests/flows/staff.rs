//! People at the counter: real PINs and a real keyring's front, over real HTTP.

use contract::{
    ButtonKind, Command, ErrorCode, PinText, QueueCommand, QueueKind, RefundCommand, StaffCommand,
};
use domain::{Fact, SaleState, StaffFact};
use holdfast_tests::{ASHA, Counter, MEENA, RAVI, WRONG_PIN, sign_in};
use ledger::Reader;
use secrets::Keyring;
use simulator::Call;
use till::Desk;

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_over_the_limit_is_asked_of_phonepe_once_and_only_after_the_managers_pin() {
    let counter = Counter::open().await;
    counter.staffed("500").await;
    counter.ready("600", RAVI).await;
    let action_id = counter.armed(ButtonKind::Pay);
    let press = Command::Press {
        action_id: action_id.clone(),
    };
    assert_eq!(counter.refused(press).await, ErrorCode::ManagerNeeded);
    counter.approve(&action_id, (MEENA.0, WRONG_PIN)).await;
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 0);
    counter.approve(&action_id, MEENA).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    let our_ref = counter.our_ref();
    let reader = Reader::open(&counter.ledger_path()).unwrap();
    let intent = reader.events_of(&our_ref).unwrap().remove(0);
    assert_eq!(intent.record.by.cashier, ASHA.0);
    let before = reader
        .events()
        .unwrap()
        .map(Result::unwrap)
        .find(|stored| stored.seq + 1 == intent.seq)
        .unwrap();
    assert_eq!(before.record.by.cashier, ASHA.0);
    assert!(
        matches!(&before.record.fact, Fact::Staff(StaffFact::Approved { manager, our_ref: Some(of), .. })
            if manager.as_str() == MEENA.0 && *of == our_ref),
        "{before:?}"
    );
    let timeline = Desk::open(&counter.ledger_path())
        .unwrap()
        .timeline(&our_ref, 0)
        .unwrap();
    let told = &timeline.entries[0];
    assert_eq!(
        (told.cashier.as_str(), told.approved_by.as_deref()),
        (ASHA.0, Some(MEENA.0))
    );
    assert_eq!(timeline.entries[1].approved_by, None);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_power_cut_the_till_is_locked_and_wrong_pins_still_count() {
    let mut counter = Counter::open().await;
    counter.staffed("500").await;
    counter.hold("400", RAVI).await;
    for _ in 0..4 {
        counter.does(sign_in(MEENA.0, WRONG_PIN)).await;
    }
    counter.restart().await;
    assert!(counter.view().staff.locked && counter.view().sale.is_none());
    assert_eq!(counter.refused(Command::NewSale).await, ErrorCode::TillLocked);
    counter.does(sign_in(MEENA.0, WRONG_PIN)).await;
    assert_eq!(
        counter.refused(sign_in(MEENA.0, MEENA.1)).await,
        ErrorCode::PinWait
    );
    counter.restart().await;
    assert_eq!(
        counter.refused(sign_in(MEENA.0, MEENA.1)).await,
        ErrorCode::PinWait,
        "a restart is no way round"
    );
    counter.sign_in(ASHA).await;
    assert_eq!(counter.view().strip.len(), 1, "the hold is where it was");
    counter.sleep_ms(30_000).await;
    counter.sign_in(MEENA).await;
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keyring_without_the_pepper_lets_nobody_in_and_says_why() {
    let mut counter = Counter::open().await;
    counter.staffed("500").await;
    counter.cut_power();
    let other = Keyring::in_memory();
    let salt_key = counter.keyring.get(secrets::Entry::SaltKey).await.unwrap();
    other
        .set(secrets::Entry::SaltKey, salt_key.unwrap())
        .await
        .unwrap();
    counter.change_keyring(other);
    counter.start();
    counter.settle().await;
    counter.does(sign_in(ASHA.0, ASHA.1)).await;
    let staff = &counter.view().staff;
    assert_eq!(
        staff.refusal.as_ref().map(|why| why.code),
        Some(ErrorCode::PinKeyGone)
    );
    assert!(staff.locked);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_in_the_middle_of_a_hold_loses_nothing_of_it() {
    let counter = Counter::open().await;
    counter.staffed("5000").await;
    counter.ready("600", RAVI).await;
    let our_ref = counter.press_and_leave_it().await;
    counter.staff(StaffCommand::Lock).await;
    counter.sign_in(MEENA).await;
    assert!(counter.view().sale.is_none() && counter.view().strip.len() == 1);
    counter.sign_in(ASHA).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.our_ref(), our_ref);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refund_and_a_run_are_asked_of_phonepe_once_and_only_after_the_managers_pin() {
    let counter = Counter::open().await;
    counter.staffed("5000").await;
    let our_ref = counter.hold("600", RAVI).await;
    counter.capture("450").await;
    counter.time_until_state(SaleState::Paid).await;
    let action_id = counter.review_refund(&our_ref, "200").await;
    let confirm = Command::Refund(RefundCommand::Confirm {
        action_id: action_id.clone(),
    });
    assert_eq!(counter.refused(confirm).await, ErrorCode::ManagerNeeded);
    assert_eq!(counter.simulator.request_count(Call::Refund), 0);
    counter.approve(&action_id, MEENA).await;
    assert_eq!(counter.simulator.request_count(Call::Refund), 1);
    let again = StaffCommand::Approve {
        action_id,
        manager: MEENA.0.to_owned(),
        pin: PinText::typed(MEENA.1.to_owned()),
    };
    assert_eq!(
        counter.refused(Command::Staff(again)).await,
        ErrorCode::NotArmed,
        "one approval is for one press"
    );
    assert_eq!(counter.simulator.request_count(Call::Refund), 1);

    let held = counter.hold_again("300", RAVI).await;
    let panel = counter.review_queue(QueueKind::Release, &[held]).await;
    let action_id = panel.action_id.unwrap();
    let confirm = Command::Queue(QueueCommand::Confirm {
        action_id: action_id.clone(),
    });
    assert_eq!(counter.refused(confirm).await, ErrorCode::ManagerNeeded);
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 0);
    counter.approve(&action_id, MEENA).await;
    assert_eq!(counter.simulator.request_count(Call::AuthCancel), 1);
    let desk = Desk::open(&counter.ledger_path()).unwrap();
    let story = desk.timeline(&our_ref, 0).unwrap().entries;
    let asked = story
        .iter()
        .find(|entry| entry.event.as_deref() == Some("refund_asked"))
        .unwrap();
    assert_eq!(
        (asked.cashier.as_str(), asked.approved_by.as_deref()),
        (ASHA.0, Some(MEENA.0))
    );
    counter.audit().await;
}
