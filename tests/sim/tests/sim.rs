//! The pull request's share: two thousand seeds, every seed that ever found something, and each planted fault caught.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "all of it is test code: a failed unwrap is a failed test"
)]

use holdfast_sim::{Counts, Planted, Property, caught_by, run};

const KEPT: &str = include_str!("../seeds.txt");

fn all_hold(seeds: std::ops::Range<u64>) -> Counts {
    let mut all = Counts::default();
    for seed in seeds {
        all.add(&run(seed).unwrap_or_else(|broken| panic!("{broken}")));
    }
    all
}

/// Pieces of the two thousand, so that they run beside each other.
macro_rules! seeds {
    ($($name:ident: $seeds:expr;)*) => {
        $(
            #[test]
            fn $name() {
                let all = all_hold($seeds);
                // A run in which nothing happens would hold as well.
                assert!(all.holds > 100 && all.captures > 50 && all.refunds > 15 && all.queued > 15 && all.chosen > 2 && all.crashes > 100 && all.disk_errors > 10, "{all}");
            }
        )*
    };
}

seeds! {
    every_promise_holds_in_seeds_0_to_250: 0..250;
    every_promise_holds_in_seeds_250_to_500: 250..500;
    every_promise_holds_in_seeds_500_to_750: 500..750;
    every_promise_holds_in_seeds_750_to_1000: 750..1_000;
    every_promise_holds_in_seeds_1000_to_1250: 1_000..1_250;
    every_promise_holds_in_seeds_1250_to_1500: 1_250..1_500;
    every_promise_holds_in_seeds_1500_to_1750: 1_500..1_750;
    every_promise_holds_in_seeds_1750_to_2000: 1_750..2_000;
}

#[test]
fn every_seed_that_ever_found_something_holds_now() {
    let kept: Vec<u64> = KEPT
        .lines()
        .filter_map(|line| line.split('#').next())
        .filter(|seed| !seed.trim().is_empty())
        .map(|seed| seed.trim().parse().unwrap())
        .collect();
    assert!(!kept.is_empty());
    for seed in kept {
        all_hold(seed..seed + 1);
    }
}

#[test]
fn a_seed_means_the_same_each_time() {
    for seed in 0..40 {
        assert_eq!(run(seed), run(seed));
    }
}

/// Within how many seeds each planted fault is caught, and by the checker of which promise.
macro_rules! planted {
    ($($name:ident: $fault:ident, $seeds:expr, $property:ident;)*) => {
        $(
            #[test]
            fn $name() {
                let seed = caught_by(Planted::$fault, Property::$property, 0..$seeds);
                assert!(seed.is_some(), "{:?} in {} seeds: nobody noticed {:?}", Property::$property, $seeds, Planted::$fault);
            }
        )*

        #[test]
        fn every_planted_fault_has_its_test() {
            let tested = [$(Planted::$fault),*];
            for fault in Planted::ALL {
                assert!(tested.contains(&fault), "{fault:?}");
            }
        }
    };
}

planted! {
    an_unanswered_hold_asked_again_under_a_new_id_is_caught: NewIdOnRetry, 20, P1;
    an_unanswered_capture_sent_once_more_is_caught: CaptureSentAgain, 30, P1;
    a_call_that_leaves_before_its_intent_is_committed_is_caught: CallBeforeIntent, 20, P1;
    an_unanswered_refund_sent_once_more_is_caught: RefundSentAgain, 20, P1;
    a_refund_under_way_taken_for_given_is_caught: RefundPendingIsGiven, 100, P2;
    a_release_asked_again_without_end_is_caught: ReleaseWithoutEnd, 600, P1;
    a_second_press_that_acts_is_caught: SecondPressActs, 60, P1;
    a_lost_answer_taken_for_not_sent_is_caught: LostIsNotSent, 60, P4;
    a_new_code_taken_for_a_refusal_is_caught: NewCodeRefuses, 40, P4;
    an_amount_that_is_not_compared_is_caught: AmountNotCompared, 400, P2;
    a_merchant_and_a_sale_that_are_not_compared_are_caught: NameNotCompared, 20, P2;
    paid_on_the_auth_state_is_caught: PaidOnAuthState, 250, P2;
    an_absence_believed_at_once_is_caught: AbsenceAtOnce, 700, P4;
    an_absence_believed_for_good_is_caught: AbsenceForGood, 1_500, P4;
    an_expiry_concluded_by_our_own_clock_is_caught: ExpiryByOurClock, 80, P4;
    a_reply_that_is_not_kept_is_caught: ReplyNotKept, 20, P5;
    a_projection_that_is_left_out_is_caught: ProjectionLeftOut, 20, P5;
    a_record_changed_after_it_was_written_is_caught: RecordChanged, 10, P5;
    commits_that_are_gone_after_a_crash_are_caught: ForgetsAtCrash, 10, P5;
    a_hold_asked_after_the_disk_failed_is_caught: DiskErrorSwallowed, 60, P9;
    a_start_that_forgets_the_queue_is_caught: QueueForgotten, 400, Liveness;
    a_start_that_forgets_the_calls_on_their_way_is_caught: RecoverySkipsAsked, 60, Liveness;
}
