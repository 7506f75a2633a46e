use super::*;
use crate::tests::rig::Rig;
use contract::{LessonMistake, LessonState};

fn after(lesson: LessonKey, change: impl Fn(&mut LessonSeen)) -> LessonState {
    let mut seen = LessonSeen {
        was_here: true,
        was_linked: true,
        otps_sent: 1,
        holds_asked: 1,
        ..LessonSeen::default()
    };
    change(&mut seen);
    judge(lesson, &seen)
}

const RIGHT: LessonState = LessonState::Right { detours: 0 };

#[test]
fn no_lesson_is_over_before_anything_was_done() {
    for lesson in LESSONS {
        assert_eq!(judge(lesson.key, &LessonSeen::default()), LessonState::Going);
    }
}

#[test]
fn a_lost_reply_is_right_when_it_was_waited_for_and_wrong_when_it_was_asked_again() {
    let asked_twice = LessonState::Wrong {
        mistake: LessonMistake::AskedTwice,
    };
    let lesson = LessonKey::LostReply;
    assert_eq!(after(lesson, |seen| seen.was_unknown = true), LessonState::Going);
    let found = |seen: &mut LessonSeen| (seen.was_unknown, seen.is_held) = (true, true);
    assert_eq!(after(lesson, found), RIGHT);
    let again = |seen: &mut LessonSeen| {
        found(seen);
        seen.holds_asked = 2;
    };
    assert_eq!(after(lesson, again), asked_twice, "no later luck makes it right");
    assert_eq!(after(LessonKey::Crash, |seen| seen.holds_asked = 2), asked_twice);
}

#[test]
fn a_crash_is_right_when_the_hold_that_was_there_is_ended_after_the_start() {
    let lesson = LessonKey::Crash;
    assert_eq!(after(lesson, |seen| seen.was_held = true), LessonState::Going);
    let without_a_crash = |seen: &mut LessonSeen| (seen.was_held, seen.is_over) = (true, true);
    assert_eq!(after(lesson, without_a_crash), LessonState::Going);
    let ended = |seen: &mut LessonSeen| (seen.was_held, seen.is_over, seen.starts) = (true, true, 1);
    assert_eq!(after(lesson, ended), RIGHT);
}

#[test]
fn what_ran_out_is_held_again_before_the_service_is_given() {
    let lesson = LessonKey::Expiry;
    assert_eq!(after(lesson, |seen| seen.expired = true), LessonState::Going);
    let again = |seen: &mut LessonSeen| (seen.expired, seen.is_held, seen.holds_asked) = (true, true, 2);
    assert_eq!(after(lesson, again), RIGHT);
    let let_go = |seen: &mut LessonSeen| (seen.expired, seen.let_go) = (true, true);
    let mistake = LessonMistake::NothingHeld;
    assert_eq!(after(lesson, let_go), LessonState::Wrong { mistake });
}

#[test]
fn a_short_wallet_is_topped_up_and_a_blocked_one_is_let_go() {
    let short = LessonKey::LowBalance;
    assert_eq!(
        after(short, |seen| (seen.topped_up, seen.is_held) = (true, true)),
        RIGHT
    );
    let mistake = LessonMistake::SentAway;
    assert_eq!(
        after(short, |seen| seen.let_go = true),
        LessonState::Wrong { mistake }
    );
    let blocked = LessonKey::KycBlock;
    assert_eq!(after(blocked, |seen| seen.was_greyed = true), LessonState::Going);
    assert_eq!(
        after(blocked, |seen| (seen.was_greyed, seen.let_go) = (true, true)),
        RIGHT
    );
    let mistake = LessonMistake::AskedInVain;
    assert_eq!(
        after(blocked, |seen| seen.balances_read = 7),
        LessonState::Wrong { mistake }
    );
}

#[test]
fn a_mistyped_otp_needs_no_new_one() {
    let lesson = LessonKey::WrongOtp;
    assert_eq!(after(lesson, |_| ()), LessonState::Going, "it was never mistyped");
    assert_eq!(after(lesson, |seen| seen.saw_wrong_otp = true), RIGHT);
    let resent = |seen: &mut LessonSeen| (seen.saw_wrong_otp, seen.otps_sent) = (true, 2);
    assert_eq!(after(lesson, resent), LessonState::Right { detours: 1 });
}

#[test]
fn the_same_seed_is_the_same_exercise_and_the_next_is_another_customer() {
    for lesson in LESSONS {
        let exercises: Vec<Exercise> = (1..=50).map(|seed| Exercise::of(lesson.key, seed)).collect();
        assert_eq!(exercises[6], Exercise::of(lesson.key, 7));
        for (one, next) in exercises.iter().zip(&exercises[1..]) {
            assert_ne!(one.mobile, next.mobile);
            assert_ne!(one.ending(), next.ending());
        }
        for exercise in &exercises {
            assert!(domain::Mobile::parse(&exercise.mobile).is_ok(), "{exercise:?}");
            // None of the pretend PhonePe's own cast, whose wallets are what their numbers say.
            assert!(exercise.ending() >= "1000", "{exercise:?}");
            assert!((30_000..=89_000).contains(&exercise.amount_paise), "{exercise:?}");
        }
    }
}

#[test]
fn an_empty_till_has_nothing_of_the_lessons_customer() {
    let mut rig = Rig::new();
    let mut seen = LessonSeen::default();
    seen.note(&rig.view(), "1234");
    assert_eq!(seen, LessonSeen::default());
}
