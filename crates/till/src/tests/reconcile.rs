//! The books against PhonePe and against its settlement files.

mod files;

use super::rig::{Rig, auth_state, enough, not_sent, paid, refused, timed_out};
use crate::reconcile::{AGAIN_MS, PAUSE_MS, TRIES_MAX};
use crate::tests::disks::Mood;
use contract::{
    AskDifferences, Command, DifferenceView, ErrorCode, Period, ReconcileCommand, ReconcileRunView,
    ReconcileState,
};
use domain::{Answer, Ask, Call, DifferenceKind, Meaning, OurRef, RefusalKind, SaleState};

impl Rig {
    fn reconcile(&mut self, command: ReconcileCommand) -> Result<(), ErrorCode> {
        self.act(Command::Reconcile(command))
            .map_err(|refused| refused.code)
    }

    /// Everything of today; the sales were opened before this moment.
    fn begin_reconcile(&mut self) {
        self.pass_ms(10);
        self.reconcile(ReconcileCommand::Begin { of: Period::Today })
            .unwrap();
    }

    fn reconcile_run(&mut self) -> ReconcileRunView {
        self.view().reconcile.run.unwrap()
    }

    fn differences(&self, open_only: bool) -> Vec<DifferenceView> {
        let desk = crate::Desk::open(&self.ledger_path()).unwrap();
        let before = None;
        desk.differences(&AskDifferences { open_only, before })
            .unwrap()
            .rows
    }

    fn kinds(&self) -> Vec<DifferenceKind> {
        self.differences(true).iter().map(|found| found.kind).collect()
    }

    fn asked_last(&self) -> OurRef {
        let asks = self.provider.asks.lock().unwrap();
        let (Ask::AuthStatus { our_ref, .. } | Ask::TransactionStatus { our_ref, .. }) = asks.last().unwrap()
        else {
            panic!("{:?} is no look at a sale", asks.last().unwrap().call())
        };
        our_ref.clone()
    }

    fn started_again(&mut self) {
        self.connect();
        self.hear(crate::Input::BooksChecked(Ok(())));
    }

    /// A hold that was released here.
    fn released(&mut self) -> OurRef {
        self.held("600");
        let our_ref = self.sale_ref();
        self.release();
        self.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
        assert_eq!(self.written(&our_ref), SaleState::Released);
        our_ref
    }
}

fn not_found() -> Meaning {
    refused(RefusalKind::NotFound)
}

#[test]
fn every_sale_of_the_period_is_asked_about_once_one_at_a_time_with_a_pause() {
    let mut rig = Rig::new();
    let refs = rig.holds(3);
    rig.begin_reconcile();
    for our_ref in &refs {
        assert_eq!(rig.sent.len(), 1, "one question at a time");
        assert_eq!(rig.asked_last(), *our_ref, "oldest first");
        rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
        assert!(rig.sent.is_empty());
        rig.pass_ms(PAUSE_MS - 1);
        assert!(rig.sent.is_empty(), "not before the pause is over");
        rig.pass_ms(1);
    }
    let run = rig.reconcile_run();
    assert_eq!(
        (run.state, run.rows, run.done, run.agrees),
        (ReconcileState::Ended, 3, 3, 3)
    );
    assert_eq!(rig.view().reconcile.open_differences, 0);
    rig.pass_ms(60_000);
    assert_eq!(rig.built(Call::AuthStatus), 3);
}

#[test]
fn money_and_the_cashier_go_first_and_a_sale_that_money_overtook_is_asked_about_again() {
    let mut rig = Rig::new();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.begin_reconcile();
    assert!(rig.is_on_its_way(Call::AuthStatus));
    rig.capture("600");
    assert!(
        rig.is_on_its_way(Call::Capture),
        "money does not wait for a question"
    );
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(5_000);
    assert_eq!(rig.sent.len(), 1, "nothing is asked while money is on its way");
    rig.reply(
        Call::Capture,
        Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None }),
    );
    rig.pass_ms(PAUSE_MS);
    rig.reply(Call::TransactionStatus, paid(60_000));
    let run = rig.reconcile_run();
    assert_eq!(
        (run.state, run.moved_on, run.differs),
        (ReconcileState::Running, 1, 0)
    );
    assert_eq!(rig.written(&our_ref), SaleState::Paid);
    rig.pass_ms(PAUSE_MS);
    assert_eq!(rig.reconcile_run().state, ReconcileState::Ended);
}

#[test]
fn what_phonepe_contradicts_stands_before_a_person_and_the_next_run_leaves_it_there() {
    let mut rig = Rig::new();
    let our_ref = rig.released();
    rig.begin_reconcile();
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(rig.written(&our_ref), SaleState::NeedsPerson);
    let found = rig.differences(true).remove(0);
    assert_eq!(found.kind, DifferenceKind::PaidThereNotHere);
    assert_eq!(found.our_ref.as_deref(), Some(our_ref.as_str()));
    let (ours, theirs) = (found.ours.unwrap(), found.theirs.unwrap());
    assert_eq!(ours.said, "Released");
    assert_eq!(
        (theirs.said.as_str(), theirs.amount_text.as_deref()),
        ("PAYMENT_SUCCESS", Some("₹600.00"))
    );
    rig.pass_ms(PAUSE_MS);
    let looks = rig.built(Call::TransactionStatus);
    rig.begin_reconcile();
    rig.pass_ms(2 * PAUSE_MS);
    let run = rig.reconcile_run();
    assert_eq!(
        (run.run, run.state, run.left_to_a_person),
        (2, ReconcileState::Ended, 1)
    );
    assert_eq!(
        rig.built(Call::TransactionStatus),
        looks,
        "no run decides for a person"
    );
    assert_eq!(rig.view().reconcile.open_differences, 1, "found once");
    let story: Vec<String> = rig
        .told(&our_ref)
        .entries
        .into_iter()
        .map(|entry| entry.fact)
        .collect();
    assert_eq!(story.last().map(String::as_str), Some("difference_found"));
}

#[test]
fn a_sale_that_phonepe_never_heard_of_is_a_difference_and_moves_nothing() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.begin_reconcile();
    rig.reply(Call::TransactionStatus, not_found());
    assert_eq!(rig.kinds(), [DifferenceKind::UnknownThere]);
    assert_eq!(
        rig.written(&our_ref),
        SaleState::Paid,
        "nothing is adjusted in silence"
    );
}

#[test]
fn a_killed_till_goes_on_with_the_run_where_it_was() {
    let mut rig = Rig::new();
    let refs = rig.holds(3);
    rig.begin_reconcile();
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(PAUSE_MS);
    assert_eq!(rig.asked_last(), refs[1]);
    let mut rig = rig.restarted(5_000);
    rig.started_again();
    rig.pass_ms(PAUSE_MS);
    assert_eq!(rig.asked_last(), refs[1], "its answer was never heard");
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(PAUSE_MS);
    assert_eq!(rig.asked_last(), refs[2]);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(PAUSE_MS);
    let run = rig.reconcile_run();
    assert_eq!((run.state, run.agrees), (ReconcileState::Ended, 3));
}

#[test]
fn a_stopped_run_asks_nothing_until_it_is_taken_up_and_goes_on_where_it_was() {
    let mut rig = Rig::new();
    let refs = rig.holds(2);
    rig.begin_reconcile();
    assert_eq!(
        rig.reconcile(ReconcileCommand::Stop { run: 2 }),
        Err(ErrorCode::NotAllowedNow)
    );
    rig.reconcile(ReconcileCommand::Stop { run: 1 }).unwrap();
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(60_000);
    assert!(rig.sent.is_empty());
    assert_eq!(rig.reconcile_run().state, ReconcileState::Stopped);
    let mut rig = rig.restarted(5_000);
    rig.started_again();
    rig.pass_ms(60_000);
    assert!(rig.sent.is_empty(), "a restart does not take it up");
    rig.reconcile(ReconcileCommand::Resume { run: 1 }).unwrap();
    assert_eq!(rig.asked_last(), refs[0]);
    assert_eq!(
        rig.reconcile(ReconcileCommand::Resume { run: 1 }),
        Err(ErrorCode::NotAllowedNow)
    );
}

#[test]
fn a_sale_that_cannot_be_asked_about_is_called_so_after_three_tries_and_a_dead_line_is_waited_for() {
    let mut rig = Rig::new();
    rig.holds(2);
    rig.begin_reconcile();
    for _ in 0..TRIES_MAX {
        rig.reply(Call::AuthStatus, timed_out());
        assert!(rig.sent.is_empty());
        rig.pass_ms(AGAIN_MS);
    }
    assert_eq!(rig.kinds(), [DifferenceKind::NotAsked]);
    // The second sale is tried, however long nobody answers, and is not called a difference for it.
    for _ in 0..10 {
        assert!(rig.reconcile_run().waits.is_some());
        rig.reply(Call::AuthStatus, not_sent());
        rig.pass_ms(AGAIN_MS);
    }
    assert_eq!(rig.kinds(), [DifferenceKind::NotAsked]);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(PAUSE_MS);
    let run = rig.reconcile_run();
    assert_eq!(
        (run.state, run.agrees, run.differs),
        (ReconcileState::Ended, 1, 1)
    );
}

#[test]
fn a_sales_refunds_are_asked_about_with_it() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "100");
    rig.reply(Call::Refund, refused(RefusalKind::BadRequest));
    rig.begin_reconcile();
    rig.reply(Call::TransactionStatus, paid(45_000));
    rig.pass_ms(PAUSE_MS);
    assert!(matches!(
        rig.last_ask(Call::TransactionStatus),
        Ask::RefundStatus { .. }
    ));
    rig.reply(Call::TransactionStatus, paid(10_000));
    let found = rig.differences(true).remove(0);
    assert_eq!(found.kind, DifferenceKind::RefundedThereNotHere);
    assert!(found.refund_ref.is_some());
    assert_eq!(rig.reconcile_run().differs, 1);
}

#[test]
fn a_difference_is_closed_by_name_with_a_note_and_only_once() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.begin_reconcile();
    rig.reply(Call::TransactionStatus, not_found());
    let number = rig.differences(true)[0].number.unwrap();
    let close = |note: &str| ReconcileCommand::CloseDifference {
        number,
        note: note.to_owned(),
    };
    assert_eq!(rig.reconcile(close("  ")), Err(ErrorCode::NoteEmpty));
    assert_eq!(
        rig.reconcile(close(&"x".repeat(201))),
        Err(ErrorCode::NoteTooLong)
    );
    rig.reconcile(close("PhonePe confirmed it; ticket 12")).unwrap();
    assert_eq!(rig.reconcile(close("again")), Err(ErrorCode::DifferenceClosed));
    assert_eq!(rig.view().reconcile.open_differences, 0);
    let closed = rig.differences(false).remove(0).closed.unwrap();
    assert_eq!(
        (closed.by.as_str(), closed.note.as_str()),
        ("Asha", "PhonePe confirmed it; ticket 12")
    );
    let last = rig.told(&our_ref).entries.pop().unwrap();
    assert_eq!(
        (last.fact.as_str(), last.cashier.as_str()),
        ("difference_closed", "Asha")
    );
    assert_eq!(last.meaning.as_deref(), Some("PhonePe confirmed it; ticket 12"));
}

#[test]
fn a_note_that_cannot_be_written_is_refused_and_the_difference_stays_open() {
    let (mut rig, mood) = Rig::shaky();
    rig.paid_sale();
    rig.begin_reconcile();
    rig.reply(Call::TransactionStatus, not_found());
    *mood.lock().unwrap() = Mood::Full;
    let close = || ReconcileCommand::CloseDifference {
        number: 1,
        note: "ticket 12".to_owned(),
    };
    assert_eq!(rig.reconcile(close()), Err(ErrorCode::BooksClosed));
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    assert_eq!(rig.kinds(), [DifferenceKind::UnknownThere]);
    rig.reconcile(close()).unwrap();
    assert!(rig.kinds().is_empty());
}

#[test]
fn one_run_at_a_time_of_a_period_that_has_sales() {
    let mut rig = Rig::new();
    let begin = |of: Period| ReconcileCommand::Begin { of };
    assert_eq!(rig.reconcile(begin(Period::Today)), Err(ErrorCode::PeriodEmpty));
    assert_eq!(rig.reconcile(begin(Period::Shift)), Err(ErrorCode::NoShift));
    let days = Period::Days {
        from: "yesterday".to_owned(),
        to: "today".to_owned(),
    };
    assert_eq!(rig.reconcile(begin(days)), Err(ErrorCode::PeriodWrong));
    rig.held("600");
    rig.begin_reconcile();
    assert_eq!(
        rig.reconcile(begin(Period::Today)),
        Err(ErrorCode::ReconcileUnderWay)
    );
    assert_eq!(
        rig.reconcile(begin(Period::Yesterday)),
        Err(ErrorCode::ReconcileUnderWay)
    );
}

#[test]
fn a_hold_that_never_left_the_machine_is_passed_over() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, not_sent());
    rig.act(Command::NewSale).unwrap();
    while rig.is_on_its_way(Call::Balance) {
        rig.reply(Call::Balance, enough());
    }
    rig.begin_reconcile();
    rig.pass_ms(2 * PAUSE_MS);
    let run = rig.reconcile_run();
    assert_eq!((run.state, run.agrees), (ReconcileState::Ended, 1));
    assert_eq!(
        rig.built(Call::TransactionStatus) + rig.built(Call::AuthStatus),
        0
    );
}

#[test]
fn a_full_disk_stops_the_run_and_it_goes_on_when_the_books_are_open_again() {
    let (mut rig, mood) = Rig::shaky();
    rig.held("600");
    rig.begin_reconcile();
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(60_000);
    assert!(rig.sent.is_empty());
    let run = rig.reconcile_run();
    assert_eq!((run.done, run.waits.is_some()), (0, true));
    assert_eq!(
        rig.reconcile(ReconcileCommand::Stop { run: 1 }),
        Err(ErrorCode::BooksClosed)
    );
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    rig.pass_ms(PAUSE_MS);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.pass_ms(PAUSE_MS);
    assert_eq!(rig.reconcile_run().state, ReconcileState::Ended);
}

#[test]
fn a_clock_that_is_set_back_does_not_put_the_run_to_sleep() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.act(Command::NewSale).unwrap();
    rig.hold_another("700");
    rig.begin_reconcile();
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    let now_ms = rig.clock.0.load(std::sync::atomic::Ordering::SeqCst);
    rig.clock
        .0
        .store(now_ms - 3_600_000, std::sync::atomic::Ordering::SeqCst);
    // By such a clock the schedule asks at once too, and goes first.
    for _ in 0..10 {
        rig.pass_ms(PAUSE_MS);
        while rig.is_on_its_way(Call::AuthStatus) {
            rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
        }
    }
    assert_eq!(rig.reconcile_run().state, ReconcileState::Ended);
}
