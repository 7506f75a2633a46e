use super::super::rig::{auth_state, refused};
use super::*;
use domain::{Paise, RefusalKind, SaleState};

/// From the asking of a hold until what was chosen for its deadline is done.
const UNTIL_DUE_MS: i64 = 3_600_000 - 180_000;

fn a_hold() -> (Rig, OurRef) {
    let mut rig = Rig::new();
    let our_ref = rig.holds(1).remove(0);
    (rig, our_ref)
}

#[test]
fn a_set_amount_is_captured_three_minutes_before_the_deadline() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Capture, "45").unwrap();
    let plan = rig.board_row(&our_ref).plan.unwrap();
    assert_eq!(
        (plan.at_deadline, plan.amount_text.as_deref()),
        (AtDeadline::Capture, Some("₹45.00"))
    );
    rig.pass_ms(UNTIL_DUE_MS - 1);
    assert_eq!(rig.built(Call::Capture), 0);
    rig.pass_ms(1);
    let Ask::Capture {
        our_ref: asked,
        amount_paise,
    } = rig.last_ask(Call::Capture)
    else {
        unreachable!("a capture was asked for")
    };
    assert_eq!((asked, amount_paise), (our_ref.clone(), Paise::new(4_500)));
    assert_eq!(rig.board_row(&our_ref).plan, None, "it is used up");
    rig.reply(Call::Capture, accepted());
    assert_eq!(rig.written(&our_ref), SaleState::CaptureAccepted);
    rig.pass_ms(3_600_000);
    assert_eq!(rig.built(Call::Capture), 1);
}

#[test]
fn a_hold_is_released_at_its_deadline_and_the_nearest_comes_first() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    for our_ref in refs.iter().rev() {
        rig.choose(our_ref, AtDeadline::Release, "").unwrap();
    }
    rig.pass_ms(UNTIL_DUE_MS - 1_000);
    assert_eq!(rig.asked_of(Call::Cancel), refs[..1]);
    rig.pass_ms(1_000);
    assert_eq!(rig.asked_of(Call::Cancel), refs);
}

#[test]
fn without_a_choice_and_after_it_was_taken_back_a_person_is_asked() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.choose(&refs[0], AtDeadline::Release, "").unwrap();
    rig.choose(&refs[0], AtDeadline::AskAPerson, "").unwrap();
    rig.choose(&refs[1], AtDeadline::AskAPerson, "").unwrap();
    rig.pass_ms(3_600_000);
    assert_eq!((rig.built(Call::Cancel), rig.built(Call::Capture)), (0, 0));
}

#[test]
fn a_choice_can_be_changed() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    let written = rig.reader().head().unwrap();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    assert_eq!(
        rig.reader().head().unwrap(),
        written,
        "the same again is no change"
    );
    rig.choose(&our_ref, AtDeadline::Capture, "100").unwrap();
    rig.pass_ms(UNTIL_DUE_MS);
    assert_eq!((rig.built(Call::Cancel), rig.built(Call::Capture)), (0, 1));
}

#[test]
fn an_illegal_choice_says_why_and_nothing_is_written() {
    let (mut rig, our_ref) = a_hold();
    let written = rig.reader().head().unwrap();
    for (typed, code) in [
        ("", ErrorCode::AmountEmpty),
        ("abc", ErrorCode::AmountNotANumber),
        ("0", ErrorCode::AmountZero),
        ("-5", ErrorCode::AmountNegative),
        ("1.005", ErrorCode::AmountTooFine),
        ("100.01", ErrorCode::AmountOverTheHold),
    ] {
        assert_eq!(
            rig.choose(&our_ref, AtDeadline::Capture, typed),
            Err(code),
            "{typed}"
        );
    }
    let unknown: OurRef = "S01ARZ3NDEKTSV4RRFFQ0000001".parse().unwrap();
    assert_eq!(
        rig.choose(&unknown, AtDeadline::Release, ""),
        Err(ErrorCode::NoSuchSale)
    );
    rig.pass_ms(UNTIL_DUE_MS);
    let late = Command::Queue(QueueCommand::Choose {
        our_ref: our_ref.clone(),
        at_deadline: AtDeadline::Release,
        amount_text: String::new(),
    });
    let late = rig.act(late).unwrap_err();
    assert_eq!(
        (late.code, late.detail.as_deref()),
        (ErrorCode::QueueTooLate, Some("3"))
    );
    assert_eq!(rig.reader().head().unwrap(), written);
    rig.begin_run(QueueKind::Release, std::slice::from_ref(&our_ref));
    assert_eq!(
        rig.choose(&our_ref, AtDeadline::Release, ""),
        Err(ErrorCode::NotAllowedNow)
    );
}

#[test]
fn a_till_that_was_off_when_it_was_due_does_it_at_once_if_there_is_still_time() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Capture, "100").unwrap();
    let mut rig = rig.restarted(UNTIL_DUE_MS + 60_000);
    assert!(
        rig.board_row(&our_ref).plan.is_some(),
        "the choice outlives the program"
    );
    rig.started();
    assert_eq!(rig.asked_of(Call::Capture), [our_ref]);
}

#[test]
fn a_till_that_was_off_past_the_deadline_says_so_and_asks_for_nothing() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Capture, "100").unwrap();
    let mut rig = rig.restarted(3_600_000);
    rig.started();
    assert_eq!(rig.built(Call::Capture), 0);
    let desk = crate::Desk::open(&rig.ledger_path()).unwrap();
    let told = desk.timeline(&our_ref, rig.view().now_ms).unwrap();
    let last = told.entries.last().unwrap();
    assert_eq!(
        (last.fact.as_str(), last.meaning.as_deref()),
        ("deadline_skipped", Some("past_deadline"))
    );
    assert_eq!(told.row.plan, None);
}

#[test]
fn a_hold_that_was_captured_by_hand_before_is_left_alone() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    assert!(rig.view().sale.unwrap().plan.is_some(), "the cashier can see it");
    rig.capture("100");
    rig.reply(Call::Capture, accepted());
    rig.pass_ms(UNTIL_DUE_MS);
    assert_eq!(rig.built(Call::Cancel), 0);
    assert_eq!(
        rig.board_row(&our_ref).plan,
        None,
        "it was due, and was skipped with a reason"
    );
}

#[test]
fn a_hold_that_a_failed_capture_left_standing_keeps_what_was_chosen() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.capture("100");
    rig.reply(Call::Capture, refused(RefusalKind::BadRequest));
    rig.pass_ms(UNTIL_DUE_MS);
    assert_eq!(rig.asked_of(Call::Cancel), [our_ref]);
}

#[test]
fn a_lost_release_at_the_deadline_is_looked_up_like_any_other() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    rig.pass_ms(UNTIL_DUE_MS);
    rig.reply(Call::Cancel, super::super::rig::timed_out());
    assert_eq!(rig.written(&our_ref), SaleState::CancelUnknown);
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert_eq!(rig.written(&our_ref), SaleState::Released);
    assert_eq!(rig.built(Call::Cancel), 1);
}

/// The monotonic clock goes on.
fn set_back_an_hour(rig: &mut Rig) {
    use std::sync::atomic::Ordering;
    rig.clock.0.fetch_sub(3_600_000, Ordering::SeqCst);
    rig.clock.1.fetch_add(3_600_000, Ordering::SeqCst);
    rig.hear(Input::Tick);
}

#[test]
fn a_wall_clock_that_was_set_back_does_not_make_it_late() {
    let (mut rig, our_ref) = a_hold();
    rig.choose(&our_ref, AtDeadline::Release, "").unwrap();
    rig.pass_ms(60_000);
    set_back_an_hour(&mut rig);
    rig.pass_ms(UNTIL_DUE_MS - 60_000 - 1);
    assert_eq!(rig.built(Call::Cancel), 0);
    rig.pass_ms(1);
    assert_eq!(rig.asked_of(Call::Cancel), [our_ref]);
}

#[test]
fn a_hold_that_was_placed_after_the_clock_was_set_back_is_not_early() {
    let (mut rig, before) = a_hold();
    set_back_an_hour(&mut rig);
    let after = rig.hold_another("200");
    rig.choose(&after, AtDeadline::Release, "").unwrap();
    rig.choose(&before, AtDeadline::Capture, "100").unwrap();
    rig.pass_ms(UNTIL_DUE_MS - 1);
    assert_eq!((rig.built(Call::Capture), rig.built(Call::Cancel)), (0, 0));
    rig.pass_ms(1);
    assert_eq!(rig.asked_of(Call::Capture), [before]);
    assert_eq!(rig.asked_of(Call::Cancel), [after]);
}

#[test]
fn a_hold_that_waits_in_a_run_is_asked_for_once_although_its_deadline_comes() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    rig.choose(&refs[0], AtDeadline::Release, "").unwrap();
    rig.pass_ms(UNTIL_DUE_MS - 1);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.pass_ms(1_000);
    rig.reply(Call::Capture, accepted());
    assert_eq!((rig.built(Call::Capture), rig.built(Call::Cancel)), (1, 0));
}
