//! When a sale without an answer is looked up, and what a look may conclude.

use super::rig::{Rig, auth_state, paid, refused, timed_out};
use contract::{Command, ErrorCode, ProviderState, WhyCode};
use domain::{Answer, Call, Meaning, RefusalKind, SaleState, UnknownWhy};

#[test]
fn an_unanswered_hold_is_looked_up_on_phonepes_schedule_and_never_asked_again() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.pass_ms(20_000);
    rig.reply(Call::Authorize, timed_out());
    let view = rig.view();
    assert_eq!(view.sale.as_ref().unwrap().state, SaleState::HoldUnknown);
    assert!(view.sale.as_ref().unwrap().unknown);
    assert_eq!(view.sale.unwrap().why.unwrap().code, WhyCode::NoAnswer);
    assert_eq!(view.lamps.provider, ProviderState::NoAnswer);
    assert!(
        !rig.is_on_its_way(Call::AuthStatus),
        "22 s after the asking, not before"
    );
    rig.pass_ms(2_000);
    rig.reply(Call::AuthStatus, timed_out());
    rig.pass_ms(2_999);
    assert!(!rig.is_on_its_way(Call::AuthStatus));
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.state(), SaleState::Held);
    assert_eq!(rig.built(Call::Authorize), 1);
}

#[test]
fn an_answer_that_settles_nothing_is_not_called_no_answer() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, Meaning::Unknown(UnknownWhy::UnlistedCode));
    let sale = rig.view().sale.unwrap();
    assert_eq!(
        (sale.state, sale.why.unwrap().code),
        (SaleState::HoldUnknown, WhyCode::AnswerUnclear)
    );
    assert_eq!(rig.view().lamps.provider, ProviderState::Good);
}

#[test]
fn a_person_may_look_now_but_not_in_a_hurry() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    let our_ref = rig.sale_ref();
    rig.act(Command::LookNow {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    assert_eq!(
        rig.refused(Command::LookNow {
            our_ref: our_ref.clone()
        }),
        ErrorCode::Busy
    );
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(rig.state(), SaleState::HoldUnknown, "said once, and too early");
    assert_eq!(
        rig.refused(Command::LookNow { our_ref }),
        ErrorCode::LookedJustNow
    );
    assert_eq!(
        rig.view().sale.unwrap().look.unwrap().done,
        0,
        "a look by hand does not use the schedule up"
    );
}

#[test]
fn a_capture_does_not_wait_for_a_look_and_is_not_undone_by_its_late_answer() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.pass_ms(5_000);
    let our_ref = rig.sale_ref();
    rig.act(Command::LookNow {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.capture("450");
    assert!(rig.is_on_its_way(Call::Capture));
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(
        rig.state(),
        SaleState::CaptureAsked,
        "that was before the capture"
    );
    rig.reply(Call::Capture, timed_out());
    assert_eq!(rig.state(), SaleState::CaptureUnknown);
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(
        (rig.state(), rig.written(&our_ref)),
        (SaleState::Paid, SaleState::Paid)
    );
    assert_eq!(rig.built(Call::Capture), 1);
}

#[test]
fn the_answer_to_an_overtaken_look_is_not_taken_for_that_of_the_next_one() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.pass_ms(5_000);
    let our_ref = rig.sale_ref();
    rig.act(Command::LookNow { our_ref }).unwrap();
    rig.capture("450");
    rig.reply(Call::Capture, timed_out());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentPending));
    // Two auth statuses are on their way: the first was asked before the capture, the second belongs to this look.
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.state(), SaleState::CaptureUnknown);
}

#[test]
fn an_unanswered_release_is_asked_again_bounded_then_a_persons() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.release();
    rig.reply(Call::Cancel, timed_out());
    for _ in 0..200 {
        rig.pass_ms(60_000);
        if rig.is_on_its_way(Call::AuthStatus) {
            rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
        }
        if rig.is_on_its_way(Call::Cancel) {
            rig.reply(Call::Cancel, timed_out());
        }
        if rig.state() == SaleState::NeedsPerson {
            break;
        }
    }
    assert_eq!(rig.state(), SaleState::NeedsPerson);
    assert_eq!(rig.built(Call::Cancel), 6);
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentPending));
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert!(
        matches!(rig.state(), SaleState::Released | SaleState::Expired),
        "proof still helps a person"
    );
}

#[test]
fn a_hold_past_its_deadline_is_asked_about_and_never_ended_by_our_clock() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.pass_ms(3_600_000 + 5_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.state(), SaleState::Held);
    rig.pass_ms(60_000);
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert_eq!(rig.state(), SaleState::Expired);
}
