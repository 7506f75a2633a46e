use super::rig::{Rig, auth_state, enough, not_sent, paid, refused, timed_out};
use crate::Input;
use contract::{BooksState, Command, MoneyWord, NoticeCode, WhyCode};
use domain::{Answer, Call, Meaning, RefusalKind, SaleState};

fn started(rig: &mut Rig) {
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
}

fn only_state(rig: &mut Rig) -> SaleState {
    let strip = rig.view().strip;
    assert_eq!(strip.len(), 1);
    strip[0].state
}

#[test]
fn a_hold_killed_on_its_way_is_looked_up_before_the_first_new_sale() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let mut rig = rig.restarted(500);
    assert_eq!(only_state(&mut rig), SaleState::HoldUnknown);
    started(&mut rig);
    assert_eq!(rig.view().notice.unwrap().code, NoticeCode::Recovering);
    rig.act(Command::AmountSet {
        text: "100".to_owned(),
    })
    .unwrap();
    assert_eq!(rig.view().button.why.code, WhyCode::Recovering);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(only_state(&mut rig), SaleState::Held);
    assert!(rig.view().notice.is_none());
    assert_eq!(rig.built(Call::Authorize), 0, "this program asked no hold");
}

#[test]
fn a_capture_killed_on_its_way_ends_as_paid_without_a_second_one() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.capture("450");
    let mut rig = rig.restarted(60_000);
    assert_eq!(only_state(&mut rig), SaleState::CaptureUnknown);
    started(&mut rig);
    rig.reply(Call::TransactionStatus, paid(45_000));
    let strip = rig.view().strip;
    assert_eq!(
        (strip[0].state, strip[0].money),
        (SaleState::Paid, MoneyWord::Paid)
    );
    assert_eq!(rig.built(Call::Capture), 0);
}

#[test]
fn a_release_killed_on_its_way_is_looked_up_and_asked_again_if_the_hold_still_stands() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.release();
    let mut rig = rig.restarted(60_000);
    started(&mut rig);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
    assert_eq!(rig.view().strip[0].state, SaleState::Released);
}

#[test]
fn an_early_never_heard_of_it_after_a_restart_is_not_believed() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let mut rig = rig.restarted(100);
    started(&mut rig);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(only_state(&mut rig), SaleState::HoldUnknown);
    assert!(
        rig.view().notice.is_none(),
        "it was looked up; new sales may begin"
    );
}

#[test]
fn the_schedule_survives_a_restart() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, timed_out());
    rig.pass_ms(3_000);
    rig.reply(Call::AuthStatus, timed_out());
    assert_eq!(rig.view().sale.unwrap().look.unwrap().done, 2);
    let mut rig = rig.restarted(1_000);
    started(&mut rig);
    rig.reply(Call::AuthStatus, timed_out());
    let our_ref = rig.view().strip[0].our_ref.parse().unwrap();
    rig.act(Command::SaleOpen { our_ref }).unwrap();
    let done = |rig: &mut Rig| rig.view().sale.unwrap().look.unwrap().done;
    assert_eq!(done(&mut rig), 2, "a start's own look is not of the schedule");
    rig.pass_ms(3_000);
    rig.reply(Call::AuthStatus, timed_out());
    assert_eq!(done(&mut rig), 3);
}

#[test]
fn an_absence_that_was_said_once_on_the_slow_schedule_is_asked_about_again_soon() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    for _ in 0..40 {
        rig.pass_ms(60_000);
        rig.reply(Call::AuthStatus, timed_out());
    }
    let mut rig = rig.restarted(1_000);
    started(&mut rig);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(only_state(&mut rig), SaleState::HoldUnknown, "said once");
    let wait_ms = rig.view().strip[0].next_look_at_ms.unwrap() - rig.view().now_ms;
    assert_eq!(wait_ms, 31_000);
    rig.pass_ms(31_000);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(
        only_state(&mut rig),
        SaleState::HoldAbsent,
        "said twice, and late enough"
    );
}

#[test]
fn looks_that_never_leave_the_machine_do_not_use_the_schedule_up() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    for _ in 0..5 {
        rig.pass_ms(22_000);
        rig.reply(Call::AuthStatus, not_sent());
    }
    let look = rig.view().sale.unwrap().look.unwrap();
    assert_eq!((look.done, look.slow), (0, false));
}

#[test]
fn a_ledger_that_fails_its_check_takes_no_money() {
    let mut rig = Rig::unconnected();
    rig.connect();
    assert_eq!(rig.view().lamps.books, BooksState::Checking);
    assert_eq!(rig.view().button.why.code, WhyCode::BooksChecking);
    rig.hear(Input::BooksChecked(Err(crate::BooksTrouble::Tampered(
        "record 3".to_owned(),
    ))));
    let notice = rig.view().notice.unwrap();
    assert_eq!(notice.code, NoticeCode::LedgerTampered);
    assert!(notice.blocks && notice.can_export);
}

#[test]
fn the_head_is_anchored_in_the_keyring_once_the_chain_was_checked() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.pass_ms(20_000);
    let anchor = rig.keyring.get("LedgerHead").expect("anchored");
    assert!(ledger::Head::from_line(anchor).is_some());
}

#[test]
fn with_the_ledger_closed_the_engine_asks_to_be_woken_for_looks_alone() {
    let mut rig = Rig::new();
    rig.held("600");
    let deadline_ms = rig.view().sale.unwrap().deadline_at_ms.unwrap();
    assert!(
        rig.till.next_wake_at_ms().is_some_and(|wake| wake < deadline_ms),
        "the head waits to be anchored"
    );
    rig.hear(Input::BooksChecked(Err(crate::BooksTrouble::Tampered(
        "record 3".to_owned(),
    ))));
    rig.pass_ms(60_000);
    let wake_ms = rig.till.next_wake_at_ms().unwrap();
    assert!(
        wake_ms > deadline_ms,
        "the first look after the deadline: {wake_ms}"
    );
}

#[test]
fn with_as_many_looks_on_their_way_as_may_be_the_engine_waits_for_answers_and_not_for_now() {
    let mut rig = Rig::new();
    rig.ready_to_pay("10");
    rig.press().unwrap();
    for _ in 0..8 {
        rig.act(Command::NewSale).unwrap();
        let text = "10".to_owned();
        rig.act(Command::AmountSet { text }).unwrap();
        let text = "9876543210".to_owned();
        rig.act(Command::MobileSubmit { text }).unwrap();
        rig.reply(Call::Balance, enough());
        rig.press().unwrap();
    }
    let mut rig = rig.restarted(60_000);
    started(&mut rig);
    assert_eq!(rig.built(Call::AuthStatus), 8);
    let now_ms = rig.view().now_ms;
    assert!(rig.till.next_wake_at_ms().is_none_or(|wake_ms| wake_ms > now_ms));
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(
        rig.built(Call::AuthStatus),
        9,
        "the ninth goes when the first is answered"
    );
}
