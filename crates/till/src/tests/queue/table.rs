//! The table before anything moves.

use super::super::rig::timed_out;
use super::*;
use domain::CannotWhy;

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
