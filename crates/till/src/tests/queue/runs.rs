use super::super::disks::Mood;
use super::super::rig::{auth_state, not_sent, paid, refused, timed_out};
use super::*;
use crate::{NotReady, VaultTrouble};
use contract::{ShiftCommand, WhyCode};
use domain::{CannotWhy, RefusalKind, SaleState};

#[test]
fn a_run_captures_each_hold_in_full_nearest_deadline_first_and_four_at_a_time() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    let mut selected = refs.clone();
    selected.reverse();
    let panel = rig.review_queue(QueueKind::Capture, &selected);
    assert_eq!(
        (panel.can, panel.cannot, panel.amount_text.as_str()),
        (6, 0, "₹2,100.00")
    );
    assert_eq!(rig.built(Call::Capture), 0, "a table asks nothing");
    rig.confirm_queue(panel.action_id.unwrap()).unwrap();
    assert_eq!(rig.asked_of(Call::Capture), refs[..4]);
    let run = rig.run();
    assert_eq!(
        (run.done, run.all, run.can_stop, run.is_over),
        (0, 6, true, false)
    );
    rig.reply(Call::Capture, accepted());
    assert_eq!(rig.asked_of(Call::Capture), refs[..5], "a free seat is taken");
    for _ in 1..6 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.asked_of(Call::Capture), refs);
    let run = rig.run();
    assert_eq!((run.done, run.can_stop, run.is_over), (6, false, true));
    assert_eq!(
        (run.done_text.as_str(), run.amount_text.as_str()),
        ("₹2,100.00", "₹2,100.00")
    );
    rig.pass_ms(22_000);
    for paise in [10_000, 20_000, 30_000, 40_000, 50_000, 60_000] {
        rig.reply(Call::TransactionStatus, paid(paise));
    }
    assert_eq!(rig.outcomes(), [RunOutcome::Paid; 6]);
    rig.pass_ms(86_400_000);
    assert_eq!(rig.built(Call::Capture), 6, "nothing is asked twice");
}

#[test]
fn a_run_releases_whole_holds() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.begin_run(QueueKind::Release, &refs);
    assert_eq!(rig.asked_of(Call::Cancel), refs);
    rig.reply(Call::Cancel, cancelled());
    rig.reply(Call::Cancel, cancelled());
    assert_eq!(rig.outcomes(), [RunOutcome::Released; 2]);
    assert_eq!(rig.run().done_text, "₹300.00");
}

#[test]
fn the_table_says_row_by_row_what_can_and_why_the_rest_cannot() {
    let mut rig = Rig::new();
    let refs = rig.holds(4);
    rig.act(Command::SaleOpen {
        our_ref: refs[0].clone(),
    })
    .unwrap();
    rig.release();
    rig.reply(Call::Cancel, cancelled());
    rig.act(Command::SaleOpen {
        our_ref: refs[1].clone(),
    })
    .unwrap();
    rig.capture("200");
    rig.reply(Call::Capture, timed_out());
    let panel = rig.review_queue(QueueKind::Capture, &refs);
    let told: Vec<_> = panel.rows.iter().map(|row| (&*row.held_text, row.why)).collect();
    assert_eq!(
        told,
        [
            ("₹300.00", None),
            ("₹400.00", None),
            ("₹200.00", Some(CannotWhy::NotSureYet)),
            ("₹100.00", Some(CannotWhy::ReleasedAlready)),
        ]
    );
    assert_eq!(
        (panel.can, panel.cannot, panel.amount_text.as_str()),
        (2, 2, "₹700.00")
    );
    rig.confirm_queue(panel.action_id.unwrap()).unwrap();
    assert_eq!(
        rig.asked_of(Call::Capture)[1..],
        refs[2..],
        "and those alone are asked"
    );
    assert_eq!(rig.run().all, 2);
}

#[test]
fn a_table_in_which_nothing_can_has_no_button() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    rig.begin_run(QueueKind::Release, &refs);
    rig.reply(Call::Cancel, cancelled());
    let panel = rig.review_queue(QueueKind::Capture, &refs);
    assert_eq!((panel.can, panel.action_id), (0, None));
}

#[test]
fn a_confirmation_is_good_once_and_only_for_what_was_shown() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    let first = rig
        .review_queue(QueueKind::Capture, &refs[..1])
        .action_id
        .unwrap();
    let second = rig.review_queue(QueueKind::Capture, &refs).action_id.unwrap();
    assert_eq!(
        rig.confirm_queue(first),
        Err(ErrorCode::NotArmed),
        "another selection"
    );
    rig.confirm_queue(second.clone()).unwrap();
    assert_eq!(rig.confirm_queue(second), Err(ErrorCode::AlreadyTaken));
    assert_eq!(rig.built(Call::Capture), 2);
    let third = rig.review_queue(QueueKind::Capture, &refs);
    assert_eq!(third.action_id, None);
    rig.queue(QueueCommand::Close).unwrap();
    assert!(rig.view().queue.panel.is_none());
}

#[test]
fn a_row_that_changes_under_the_table_changes_it_and_disarms_its_button() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    let shown = rig.review_queue(QueueKind::Capture, &refs);
    rig.act(Command::SaleOpen {
        our_ref: refs[0].clone(),
    })
    .unwrap();
    assert_eq!(
        rig.view().queue.panel.unwrap().action_id,
        shown.action_id,
        "nothing of it has changed"
    );
    rig.release();
    let stale = rig.confirm_queue(shown.action_id.unwrap());
    assert_eq!(stale, Err(ErrorCode::NotArmed));
    let fresh = rig.view().queue.panel.unwrap();
    assert_eq!(fresh.rows[1].why, Some(CannotWhy::BeingSent));
    rig.confirm_queue(fresh.action_id.unwrap()).unwrap();
    assert_eq!(rig.asked_of(Call::Capture), refs[1..]);
}

#[test]
fn a_deadline_that_passes_under_the_table_changes_it() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    let shown = rig.review_queue(QueueKind::Capture, &refs);
    rig.pass_ms(3_600_000);
    let panel = rig.view().queue.panel.unwrap();
    assert_eq!(panel.rows[0].why, Some(CannotWhy::PastDeadline));
    assert_eq!(
        rig.confirm_queue(shown.action_id.unwrap()),
        Err(ErrorCode::NotArmed)
    );
    assert_eq!(rig.built(Call::Capture), 0);
}

#[test]
fn a_hold_that_waits_in_a_run_is_not_taken_into_another() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs[..5]);
    assert!(rig.board_row(&refs[4]).queued, "it waits for a seat");
    let panel = rig.review_queue(QueueKind::Release, &refs);
    let why: Vec<_> = panel.rows.iter().map(|row| row.why).collect();
    let sending = Some(CannotWhy::BeingSent);
    assert_eq!(
        why,
        [None, sending, sending, sending, sending, Some(CannotWhy::InQueue)]
    );
    rig.confirm_queue(panel.action_id.unwrap()).unwrap();
    let runs = rig.view().queue.runs;
    assert_eq!((runs[0].run, runs[0].all), (2, 1));
    for _ in 0..5 {
        rig.reply(Call::Capture, accepted());
    }
    rig.reply(Call::Cancel, cancelled());
    assert_eq!(rig.asked_of(Call::Cancel), refs[5..]);
    assert_eq!(rig.asked_of(Call::Capture), refs[..5]);
}

#[test]
fn a_stop_lets_what_was_asked_end_and_asks_nothing_more() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.queue(QueueCommand::Stop { run: 1 }).unwrap();
    assert_eq!(
        rig.queue(QueueCommand::Stop { run: 1 }),
        Err(ErrorCode::NotAllowedNow)
    );
    for _ in 0..4 {
        rig.reply(Call::Capture, accepted());
    }
    rig.pass_ms(1_000);
    assert_eq!(rig.built(Call::Capture), 4);
    let outcomes = rig.outcomes();
    assert_eq!(outcomes[..4], [RunOutcome::Captured; 4]);
    assert_eq!(outcomes[4..], [RunOutcome::Stopped; 2]);
    assert_eq!(rig.written(&refs[5]), SaleState::Held);
    let run = rig.run();
    assert_eq!((run.is_over, run.done_text.as_str()), (true, "₹1,000.00"));
}

#[test]
fn a_lost_reply_in_the_middle_is_looked_up_and_not_sent_again_while_the_rest_goes_on() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.reply(Call::Capture, timed_out());
    assert_eq!(rig.outcomes()[0], RunOutcome::NotSureYet);
    for _ in 1..6 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.run().done, 6);
    assert_eq!(
        rig.run().done_text,
        "₹2,000.00",
        "what is not sure is not called captured"
    );
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(10_000));
    assert_eq!(rig.outcomes()[0], RunOutcome::Paid);
    assert_eq!(rig.asked_of(Call::Capture), refs);
}

#[test]
fn what_certainly_did_not_happen_is_told_and_left_to_a_person() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.reply(Call::Capture, not_sent());
    rig.reply_coded(
        Call::Capture,
        refused(RefusalKind::BadRequest),
        Some("not this one"),
    );
    let run = rig.run();
    assert_eq!(rig.outcomes(), [RunOutcome::StillHeld; 2]);
    assert_eq!(run.rows[0].why, Some(WhyCode::CaptureNotSent));
    assert_eq!(
        (run.rows[1].why, run.rows[1].provider_words.as_deref()),
        (Some(WhyCode::CaptureRefused), Some("not this one"))
    );
    assert_eq!(run.done_text, "₹0.00");
    rig.pass_ms(60_000);
    assert_eq!(rig.built(Call::Capture), 2, "nobody asks again by himself");
    assert_eq!(rig.review_queue(QueueKind::Capture, &refs).can, 2, "a person may");
}

#[test]
fn a_cashier_who_ends_a_waiting_hold_otherwise_is_not_followed() {
    let mut rig = Rig::new();
    let refs = rig.holds(5);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.act(Command::SaleOpen {
        our_ref: refs[4].clone(),
    })
    .unwrap();
    rig.release();
    // The release is refused, and the hold stands again: still nobody captures it.
    rig.reply(Call::Cancel, refused(RefusalKind::BadRequest));
    for _ in 0..4 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.asked_of(Call::Capture), refs[..4]);
    let run = rig.run();
    assert_eq!(run.rows[4].outcome, RunOutcome::Skipped);
    assert_eq!(run.rows[4].skipped, Some(CannotWhy::AskedOtherwise));
    assert_eq!(
        rig.written(&refs[4]),
        SaleState::Held,
        "{:?}",
        rig.board_row(&refs[4])
    );
}

#[test]
fn a_hold_whose_panel_is_open_at_the_till_waits_for_the_cashier_but_not_into_its_last_minute() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.act(Command::SaleOpen {
        our_ref: refs[0].clone(),
    })
    .unwrap();
    rig.act(Command::ReleaseReview).unwrap();
    rig.begin_run(QueueKind::Capture, &refs);
    assert_eq!(rig.asked_of(Call::Capture), refs[1..]);
    rig.reply(Call::Capture, accepted());
    // The second deadline is a second later; its proof is asked for meanwhile.
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(20_000));
    let left_ms = 3_600_000 - 1_000 - 22_000 - 60_000;
    rig.pass_ms(left_ms - 1);
    assert_eq!(rig.built(Call::Capture), 1);
    assert!(rig.view().review.is_some());
    rig.pass_ms(1);
    assert_eq!(rig.asked_of(Call::Capture), [refs[1].clone(), refs[0].clone()]);
    assert!(rig.view().review.is_none(), "its question is no longer open");
}

#[test]
fn a_closed_panel_gives_its_hold_back_to_the_queue() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    rig.act(Command::SaleOpen {
        our_ref: refs[0].clone(),
    })
    .unwrap();
    rig.act(Command::ReleaseReview).unwrap();
    rig.begin_run(QueueKind::Capture, &refs);
    assert_eq!(rig.built(Call::Capture), 0);
    rig.act(Command::ReviewClose).unwrap();
    assert_eq!(rig.built(Call::Capture), 1);
}

#[test]
fn nothing_of_a_run_is_sent_while_there_is_nobody_to_send_it() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    // The settings were read again, and the keyring is locked now.
    let mut rig = rig.restarted(1_000);
    rig.refuse_to_connect(NotReady::Keyring(VaultTrouble::Locked));
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(rig.run().waits, Some(WhyCode::KeyringNotReady));
    assert_eq!(rig.built(Call::Capture), 0);
    rig.connect();
    assert_eq!(rig.run().waits, Some(WhyCode::Recovering));
    for paise in [10_000, 20_000, 30_000] {
        rig.reply(Call::TransactionStatus, paid(paise));
        assert_eq!(rig.built(Call::Capture), 0, "open questions first");
    }
    rig.reply(Call::TransactionStatus, paid(40_000));
    assert_eq!(rig.asked_of(Call::Capture), refs[4..]);
}

#[test]
fn a_run_waits_while_nobody_answers_and_a_look_that_is_answered_starts_it_again() {
    let mut rig = Rig::new();
    let refs = rig.holds(9);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.reply(Call::Capture, not_sent());
    assert_eq!(rig.built(Call::Capture), 5, "one lost reply is no reason to wait");
    for _ in 0..4 {
        rig.reply(Call::Capture, not_sent());
    }
    assert_eq!(rig.built(Call::Capture), 5);
    let run = rig.run();
    assert_eq!((run.waits, run.can_stop), (Some(WhyCode::Offline), true));
    rig.pass_ms(19_999);
    assert_eq!(rig.built(Call::AuthStatus), 0);
    rig.pass_ms(1);
    assert_eq!(rig.last_ask_ref(Call::AuthStatus), refs[5], "the next one's hold");
    rig.reply(Call::AuthStatus, not_sent());
    assert_eq!((rig.built(Call::Capture), rig.built(Call::AuthStatus)), (5, 1));
    rig.pass_ms(20_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.run().waits, None);
    for _ in 5..9 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.asked_of(Call::Capture), refs);
    assert_eq!(
        rig.run()
            .rows
            .iter()
            .filter(|row| row.outcome == RunOutcome::Captured)
            .count(),
        4
    );
}

#[test]
fn a_run_that_waits_for_an_answer_can_be_stopped_and_then_asks_nobody() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Release, &refs);
    for _ in 0..5 {
        rig.reply(Call::Cancel, not_sent());
    }
    rig.queue(QueueCommand::Stop { run: 1 }).unwrap();
    rig.pass_ms(3 * 60_000);
    assert_eq!((rig.built(Call::Cancel), rig.built(Call::AuthStatus)), (5, 0));
}

#[test]
fn a_run_with_a_wrong_key_waits_for_a_manager_and_not_through_all_its_rows() {
    let mut rig = Rig::new();
    let refs = rig.holds(9);
    rig.begin_run(QueueKind::Capture, &refs);
    for _ in 0..4 {
        rig.reply(Call::Capture, refused(RefusalKind::WrongSignature));
    }
    assert_eq!(rig.built(Call::Capture), 4);
    assert_eq!(rig.run().waits, Some(WhyCode::WrongKey));
}

#[test]
fn books_that_fail_in_the_middle_stop_the_run_and_it_goes_on_when_they_are_open_again() {
    let (mut rig, mood) = Rig::shaky();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Capture, accepted());
    assert_eq!(rig.built(Call::Capture), 4, "what cannot be written is not asked");
    assert_eq!(
        rig.queue(QueueCommand::Stop { run: 1 }),
        Err(ErrorCode::BooksClosed)
    );
    *mood.lock().unwrap() = Mood::Well;
    rig.sent.clear();
    rig.reopen(&mood).unwrap();
    for paise in [10_000, 20_000, 30_000, 40_000] {
        rig.reply(Call::TransactionStatus, paid(paise));
    }
    assert_eq!(rig.asked_of(Call::Capture), refs);
    rig.reply(Call::Capture, accepted());
    rig.reply(Call::Capture, accepted());
    let outcomes = rig.outcomes();
    assert_eq!(outcomes[..4], [RunOutcome::Paid; 4]);
    assert_eq!(outcomes[4..], [RunOutcome::Captured; 2]);
}

#[test]
fn a_closed_shift_does_not_stop_a_run() {
    let mut rig = Rig::new();
    let step = |rig: &mut Rig, command: fn(ActionId) -> ShiftCommand| {
        let action_id = rig.view().shift_desk.action_id;
        rig.act(Command::Shift(command(action_id))).unwrap();
    };
    step(&mut rig, |action_id| ShiftCommand::Open {
        action_id,
        float: "0".to_owned(),
    });
    let refs = rig.holds(1);
    step(&mut rig, |action_id| ShiftCommand::Count {
        action_id,
        counted: "0".to_owned(),
    });
    step(&mut rig, |action_id| ShiftCommand::Close {
        action_id,
        reason: String::new(),
        carry_over: true,
    });
    rig.begin_run(QueueKind::Capture, &refs);
    assert_eq!(rig.built(Call::Capture), 1);
    assert_eq!(rig.run().waits, None);
}

#[test]
fn a_result_stays_through_a_restart_until_a_person_closes_it() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.begin_run(QueueKind::Capture, &refs);
    assert_eq!(
        rig.queue(QueueCommand::CloseRun { run: 2 }),
        Err(ErrorCode::NotAllowedNow)
    );
    rig.reply(Call::Capture, accepted());
    rig.reply(Call::Capture, refused(RefusalKind::BadRequest));
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(10_000));
    let before = rig.run();
    let mut rig = rig.restarted(86_400_000);
    assert_eq!(
        rig.run(),
        before,
        "it can be read before the chain has been checked"
    );
    rig.started();
    rig.queue(QueueCommand::CloseRun { run: 1 }).unwrap();
    assert!(rig.view().queue.runs.is_empty());
    let mut rig = rig.restarted(1_000);
    assert!(rig.view().queue.runs.is_empty());
    assert_eq!(
        rig.written(&refs[0]),
        SaleState::Paid,
        "closing a result changes nothing else"
    );
}

#[test]
fn a_run_that_waits_cannot_be_closed() {
    let mut rig = Rig::new();
    let refs = rig.holds(5);
    rig.begin_run(QueueKind::Capture, &refs);
    assert_eq!(
        rig.queue(QueueCommand::CloseRun { run: 1 }),
        Err(ErrorCode::NotAllowedNow)
    );
}

#[test]
fn an_absurd_selection_is_refused_with_its_reason() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    let kind = QueueKind::Capture;
    let review = |our_refs| QueueCommand::Review { kind, our_refs };
    assert_eq!(rig.queue(review(vec![])), Err(ErrorCode::QueueNothing));
    let unknown: OurRef = "S01ARZ3NDEKTSV4RRFFQ0000001".parse().unwrap();
    assert_eq!(rig.queue(review(vec![unknown])), Err(ErrorCode::NoSuchSale));
    let many = (0..201).map(|n| format!("S01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap());
    let refused = rig.act(Command::Queue(review(many.collect()))).unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_deref()),
        (ErrorCode::QueueTooMany, Some("200"))
    );
    let twice = vec![refs[0].clone(), refs[0].clone()];
    rig.queue(review(twice)).unwrap();
    assert_eq!(rig.view().queue.panel.unwrap().rows.len(), 1);
}

#[test]
fn before_the_books_are_judged_nothing_is_put_into_the_queue() {
    let mut rig = Rig::new();
    let refs = rig.holds(1);
    let mut rig = rig.restarted(1_000);
    rig.connect();
    let review = QueueCommand::Review {
        kind: QueueKind::Capture,
        our_refs: refs,
    };
    assert_eq!(rig.queue(review), Err(ErrorCode::BooksChecking));
}

#[test]
fn a_hold_that_a_look_finds_gone_is_skipped_with_its_reason() {
    let mut rig = Rig::new();
    let refs = rig.holds(5);
    rig.begin_run(QueueKind::Capture, &refs);
    // The fifth waits for a seat; meanwhile somebody looks at it, and PhonePe has given it back.
    let our_ref = refs[4].clone();
    rig.act(Command::LookNow { our_ref }).unwrap();
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    let run = rig.run();
    assert_eq!(
        (run.rows[4].outcome, run.rows[4].skipped),
        (RunOutcome::Skipped, Some(CannotWhy::ReleasedAlready))
    );
    rig.reply(Call::Capture, accepted());
    assert_eq!(rig.built(Call::Capture), 4);
}
