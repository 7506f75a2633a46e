use super::super::disks::Mood;
use super::super::rig::{auth_state, not_sent, paid, refused, timed_out};
use super::*;
use crate::{NotReady, VaultTrouble};
use contract::{CartCommand, Command, ShiftCommand, WhyCode};
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

/// The cashier says what was delivered of this hold.
fn deliver(rig: &mut Rig, our_ref: &OurRef, rupees: &str) {
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.act(Command::Cart(CartCommand::FinalBegin)).unwrap();
    rig.act(Command::AmountSet {
        text: rupees.to_owned(),
    })
    .unwrap();
}

#[test]
fn a_run_takes_no_other_amount_than_what_was_delivered() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    deliver(&mut rig, &refs[0], "45");
    for kind in [QueueKind::Capture, QueueKind::Release] {
        let panel = rig.review_queue(kind, &refs);
        let why: Vec<_> = panel.rows.iter().map(|row| row.why).collect();
        assert_eq!(why, [None, Some(CannotWhy::FinalCart)]);
    }
    // The whole of it was delivered: then it is as it was held.
    deliver(&mut rig, &refs[0], "100");
    assert_eq!(rig.review_queue(QueueKind::Capture, &refs).can, 2);
}

#[test]
fn what_is_delivered_while_a_hold_waits_in_a_run_takes_it_out() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    deliver(&mut rig, &refs[5], "450");
    for _ in 0..5 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.asked_of(Call::Capture), refs[..5]);
    assert_eq!(rig.run().rows[5].skipped, Some(CannotWhy::FinalCart));
}
