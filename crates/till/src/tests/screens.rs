//! What is on the screen belongs to whoever put it there: it is kept over locks and switches, and nobody else sees it.

use super::people::{MEENA, RAVI, lock, sign_in};
use super::rig::{Rig, auth_state, authorized, balance, enough, not_sent, secret, timed_out};
use contract::{Command, CustomerState, TillView};
use domain::{Answer, Call, Meaning, SaleState, UnknownWhy};

fn meena(rig: &mut Rig) {
    rig.act(sign_in("Meena", MEENA)).unwrap();
}

fn ravi(rig: &mut Rig) {
    rig.act(sign_in("Ravi", RAVI)).unwrap();
}

/// Nothing of a bill, a customer or a sale.
fn shows_nothing(view: &TillView) -> bool {
    view.cart.lines.is_empty()
        && view.customer.masked.is_none()
        && view.wallet.usable_text.is_none()
        && view.button.action_id.is_none()
        && view.sale.is_none()
        && view.review.is_none()
        && view.top_up.is_none()
}

#[test]
fn a_locked_till_shows_nothing_and_gives_the_bill_back_to_its_owner() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    let before = rig.view();
    rig.act(lock()).unwrap();
    let locked = rig.view();
    assert!(shows_nothing(&locked) && locked.strip.is_empty(), "{locked:#?}");
    assert_eq!(locked.cashier, "(nobody)");
    ravi(&mut rig);
    rig.reply(Call::Balance, enough());
    let after = rig.view();
    assert_eq!((after.cart, after.customer), (before.cart, before.customer));
    assert_ne!(
        after.button.action_id, before.button.action_id,
        "a button from before the lock is not pressed after it"
    );
    rig.press().unwrap();
}

#[test]
fn somebody_else_starts_a_new_sale_and_the_first_one_finds_his_bill_again() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    meena(&mut rig);
    assert!(shows_nothing(&rig.view()));
    rig.act(Command::AmountSet {
        text: "75".to_owned(),
    })
    .unwrap();
    ravi(&mut rig);
    assert_eq!(rig.view().cart.total_paise, 60_000);
    rig.act(lock()).unwrap();
    meena(&mut rig);
    assert_eq!(rig.view().cart.total_paise, 7_500);
}

#[test]
fn a_button_of_the_one_before_is_not_pressed_by_the_next() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    let action_id = rig.view().button.action_id.unwrap();
    meena(&mut rig);
    assert!(rig.act(Command::Press { action_id }).is_err());
    assert_eq!(rig.built(Call::Authorize), 0);
}

#[test]
fn an_answer_to_a_hold_comes_while_somebody_else_is_there_and_is_his_who_asked() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let our_ref = rig.sale_ref();
    meena(&mut rig);
    rig.reply(Call::Authorize, authorized());
    assert!(rig.view().sale.is_none());
    assert_eq!(
        rig.view().strip.len(),
        1,
        "an open hold is the till's, and all see it"
    );
    let by: Vec<String> = rig
        .reader()
        .events_of(&our_ref)
        .unwrap()
        .into_iter()
        .map(|stored| stored.record.by.cashier)
        .collect();
    assert_eq!(by, ["Ravi", "Ravi"]);
    ravi(&mut rig);
    assert_eq!(rig.state(), SaleState::Held);
}

#[test]
fn who_captures_the_hold_of_another_is_the_one_whose_capture_it_is() {
    let mut rig = Rig::with_ravi();
    rig.held("600");
    let our_ref = rig.sale_ref();
    meena(&mut rig);
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.capture("600");
    ravi(&mut rig);
    rig.reply(
        Call::Capture,
        Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None }),
    );
    let by: Vec<String> = rig
        .reader()
        .events_of(&our_ref)
        .unwrap()
        .into_iter()
        .map(|stored| stored.record.by.cashier)
        .collect();
    assert_eq!(by, ["Ravi", "Ravi", "Meena", "Meena"]);
}

#[test]
fn a_hold_that_never_left_gives_the_bill_back_to_the_one_who_asked() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let our_ref = rig.sale_ref();
    meena(&mut rig);
    rig.reply(Call::Authorize, not_sent());
    assert!(shows_nothing(&rig.view()));
    ravi(&mut rig);
    assert_eq!(rig.view().cart.total_paise, 60_000);
    rig.reply(Call::Balance, enough());
    rig.press().unwrap();
    assert_eq!(rig.sale_ref(), our_ref, "under the same reference");
}

#[test]
fn an_otp_that_was_asked_for_before_the_switch_is_waited_for_by_the_one_who_asked() {
    let mut rig = Rig::with_ravi();
    rig.act(Command::MobileSubmit {
        text: "98765 43210".to_owned(),
    })
    .unwrap();
    meena(&mut rig);
    rig.reply(
        Call::SendOtp,
        Meaning::Agreed(Answer::OtpSent {
            otp_token: secret("otp-token"),
        }),
    );
    assert_eq!(rig.view().customer.state, CustomerState::None);
    ravi(&mut rig);
    assert_eq!(rig.view().customer.state, CustomerState::OtpAsked);
}

#[test]
fn a_balance_of_the_one_before_is_not_shown_to_the_next() {
    let mut rig = Rig::with_ravi();
    rig.act(Command::AmountSet {
        text: "600".to_owned(),
    })
    .unwrap();
    rig.link();
    meena(&mut rig);
    rig.reply(Call::Balance, balance(123_400, Some(true), None, None));
    assert!(shows_nothing(&rig.view()));
}

#[test]
fn looks_go_on_behind_the_lock_and_their_outcome_is_there_afterwards() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    rig.act(lock()).unwrap();
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    ravi(&mut rig);
    assert_eq!(rig.state(), SaleState::Held);
}

#[test]
fn a_panel_does_not_outlive_the_lock() {
    let mut rig = Rig::with_ravi();
    rig.held("600");
    rig.act(Command::CaptureReview {
        amount_text: "450".to_owned(),
    })
    .unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    rig.act(lock()).unwrap();
    ravi(&mut rig);
    assert!(rig.view().review.is_none());
    assert!(rig.act(Command::CaptureConfirm { action_id }).is_err());
    assert_eq!(rig.built(Call::Capture), 0);
}

#[test]
fn a_view_does_not_grow_with_the_open_holds() {
    let mut rig = Rig::new();
    rig.holds(1);
    let mut size_of = |holds: usize| {
        for _ in 0..holds {
            rig.hold_another("100");
        }
        serde_json::to_string(&rig.view()).unwrap().len()
    };
    let (some, more) = (size_of(45), size_of(45));
    // Its counts have no more than some figures more.
    assert!(more < some + 20, "{some} bytes of 45 holds, {more} of 90");
}

#[test]
fn the_strip_has_room_for_forty_and_counts_the_rest() {
    let mut rig = Rig::new();
    rig.holds(2);
    assert_eq!((rig.view().strip.len(), rig.view().strip_more), (2, 0));
    for _ in 0..41 {
        rig.pass_ms(1_000);
        rig.hold_another("100");
    }
    let view = rig.view();
    assert_eq!((view.strip.len(), view.strip_more), (40, 3));
    let deadlines: Vec<_> = view.strip.iter().map(|hold| hold.deadline_at_ms).collect();
    assert!(
        deadlines.is_sorted(),
        "those that are due first are the ones that stay"
    );
    // The youngest would be among those that are left out, but a person has to see it.
    let youngest = rig.sale_ref();
    rig.capture("100");
    let mismatch = UnknownWhy::Mismatch("amount".to_owned());
    rig.reply(Call::Capture, Meaning::Unknown(mismatch));
    let view = rig.view();
    assert_eq!(view.strip[0].our_ref, youngest.to_string());
    assert!(view.strip[0].needs_person);
    assert_eq!((view.strip.len(), view.strip_more), (40, 3));
}
