use super::rig::{Rig, TestClock, auth_state, not_sent, refused, timed_out};
use crate::inputs::Input;
use contract::{Command, NoticeCode};
use domain::{Answer, Call, Meaning, RefusalKind, SaleState, UnknownWhy};
use std::sync::atomic::Ordering;

const YEAR_MS: i64 = 365 * 24 * 3_600_000;

impl TestClock {
    /// Sets the wall clock; no time passes by it.
    fn set_by(&self, by_ms: i64) {
        self.0.fetch_add(by_ms, Ordering::SeqCst);
        self.1.fetch_sub(by_ms, Ordering::SeqCst);
    }
}

fn unknown_hold() -> Rig {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    rig
}

#[test]
fn a_clock_set_back_by_a_year_stops_no_look() {
    let mut rig = unknown_hold();
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, timed_out());
    rig.clock.set_by(-YEAR_MS);
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, timed_out());
    rig.pass_ms(3_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.state(), SaleState::Held);
}

#[test]
fn a_clock_set_back_before_the_first_look_stops_no_look_either() {
    let mut rig = unknown_hold();
    rig.clock.set_by(-YEAR_MS);
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, not_sent());
    assert!(!rig.is_on_its_way(Call::AuthStatus));
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.state(), SaleState::Held);
}

#[test]
fn a_person_may_look_now_by_a_clock_that_was_set_back() {
    let mut rig = unknown_hold();
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, timed_out());
    let our_ref = rig.sale_ref();
    rig.clock.set_by(-60_000);
    rig.act(Command::LookNow { our_ref }).unwrap();
}

#[test]
fn a_hold_by_a_clock_that_was_set_back_behind_it_is_looked_up_now_and_then() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.clock.set_by(-YEAR_MS);
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(15 * 60_000);
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert_eq!(rig.state(), SaleState::Released);
}

#[test]
fn a_clock_set_forward_makes_no_absence_believed_before_its_time() {
    let mut rig = unknown_hold();
    rig.pass_ms(1_000);
    rig.clock.set_by(3_600_000);
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    rig.clock.set_by(3_600_000);
    rig.pass_ms(1);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(
        rig.state(),
        SaleState::HoldUnknown,
        "a second has passed since it was asked"
    );
    let mut looks = 0;
    while rig.state() == SaleState::HoldUnknown {
        rig.pass_ms(6_000);
        rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
        looks += 1;
    }
    assert_eq!(
        (rig.state(), looks),
        (SaleState::HoldAbsent, 6),
        "after thirty seconds"
    );
}

#[test]
fn an_absence_that_was_said_early_and_heard_late_is_an_early_one() {
    let mut rig = unknown_hold();
    let our_ref = rig.sale_ref();
    rig.pass_ms(1_000);
    rig.act(Command::LookNow { our_ref }).unwrap();
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    rig.pass_ms(21_000);
    assert!(rig.is_on_its_way(Call::AuthStatus), "the schedule's first look");
    rig.pass_ms(19_000);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert_eq!(
        rig.state(),
        SaleState::HoldUnknown,
        "the provider was asked 22 s after the call, when it could still take effect"
    );
}

#[test]
fn after_a_restart_an_absence_is_measured_from_the_start() {
    let mut rig = unknown_hold().restarted(100);
    rig.connect();
    rig.hear(crate::Input::BooksChecked(Ok(())));
    for _ in 0..2 {
        rig.clock.set_by(3_600_000);
        rig.pass_ms(1);
        rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    }
    let strip = rig.view().strip;
    assert_eq!(strip[0].state, SaleState::HoldUnknown);
}

#[test]
fn a_balance_that_is_to_be_read_again_is_read_by_a_clock_that_was_set_back_too() {
    let mut rig = Rig::new();
    let text = "600".to_owned();
    rig.act(Command::AmountSet { text }).unwrap();
    rig.link();
    rig.reply(Call::Balance, timed_out());
    rig.clock.set_by(-YEAR_MS);
    rig.pass_ms(10_000);
    assert!(rig.is_on_its_way(Call::Balance));
}

#[test]
fn a_capture_that_nobody_could_read_the_reply_of_is_given_its_time_before_the_hold_stands_again() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.capture("450");
    rig.reply(
        Call::Capture,
        Meaning::Unknown(UnknownWhy::Mismatch("another amount".to_owned())),
    );
    let mut looks = 0;
    while rig.state() == SaleState::NeedsPerson {
        rig.pass_ms(if looks == 0 { 22_000 } else { 3_000 });
        rig.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentPending));
        rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
        looks += 1;
    }
    assert_eq!(
        (rig.state(), looks),
        (SaleState::Held, 8),
        "said twice, twenty seconds apart"
    );
}

#[test]
fn a_clock_changed_by_more_than_two_minutes_is_told_for_an_hour_or_until_it_is_right_again() {
    let mut rig = Rig::new();
    let told = |rig: &mut Rig| {
        rig.hear(Input::Tick);
        rig.view().notice.map(|notice| (notice.code, notice.detail))
    };
    rig.clock.set_by(120_000);
    assert_eq!(told(&mut rig), None);
    rig.clock.set_by(-YEAR_MS);
    let (code, detail) = told(&mut rig).unwrap();
    assert_eq!(code, NoticeCode::ClockChanged);
    assert_eq!(detail.as_deref(), Some("−364 d 23 h 58 min"));
    rig.clock.set_by(YEAR_MS);
    assert_eq!(told(&mut rig), None);

    rig.clock.set_by(-300_000);
    assert_eq!(
        told(&mut rig).unwrap().1.as_deref(),
        Some("−3 min"),
        "it was two ahead"
    );
    rig.pass_ms(3_600_000);
    assert_eq!(told(&mut rig), None, "an hour is enough to read it");
    rig.clock.set_by(-60_000);
    assert_eq!(told(&mut rig), None, "from then on the clock counts as right");
}
