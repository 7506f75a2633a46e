use super::*;
use crate::{Actor, Call, Event, Moment, Paise, SaleMode, SaleState, apply};

const DEADLINE_MS: i64 = 3_600_000;

fn our_ref(n: u32) -> OurRef {
    format!("S01ARZ3NDEKTSV4RRFFQ{n:07}").parse().unwrap()
}

fn sale_in(state: SaleState) -> Sale {
    let mut sale = Sale::draft(our_ref(1), SaleMode::Hold, Paise::new(60_000), 60);
    sale.state = state;
    sale.deadline_at_ms = Some(DEADLINE_MS);
    sale
}

fn capture(paise: i64) -> QueuedWhat {
    QueuedWhat::Capture {
        amount_paise: Paise::new(paise),
    }
}

fn item(n: u32, what: QueuedWhat) -> Queued {
    Queued {
        our_ref: our_ref(n),
        what,
    }
}

fn record(fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms: 1_000,
            mono_ms: 1,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "Asha".to_owned(),
            counter: "2".to_owned(),
            shift: 1,
        },
        fact,
    }
}

fn intent(n: u32, event: Event) -> Fact {
    Fact::Intent {
        our_ref: our_ref(n),
        call: Call::Capture,
        request_sha256: "ef56".to_owned(),
        event,
        opening: None,
    }
}

fn capture_asked(paise: i64) -> Event {
    Event::CaptureAsked {
        amount_paise: Paise::new(paise),
    }
}

/// Run 1: two captures in full.
fn a_run() -> Queue {
    let mut queue = Queue::default();
    let items = vec![item(2, capture(60_000)), item(1, capture(60_000))];
    queue.follow(&record(Fact::Queue(QueueFact::Queued { run: 1, items })));
    queue
}

fn steps(queue: &Queue) -> Vec<RowStep> {
    queue.rows.iter().map(|row| row.step).collect()
}

#[test]
fn each_state_has_its_own_reason_and_only_a_surely_held_sale_may() {
    let told = |state| eligible(&sale_in(state), &QueuedWhat::Release, 0);
    for (state, why) in [
        (SaleState::Draft, CannotWhy::NotHeld),
        (SaleState::HoldAsked, CannotWhy::BeingSent),
        (SaleState::HoldUnknown, CannotWhy::NotSureYet),
        (SaleState::HoldRefused, CannotWhy::NotHeld),
        (SaleState::HoldAbsent, CannotWhy::NotHeld),
        (SaleState::CaptureAsked, CannotWhy::BeingSent),
        (SaleState::CaptureUnknown, CannotWhy::NotSureYet),
        (SaleState::CaptureAccepted, CannotWhy::CapturedAlready),
        (SaleState::Paid, CannotWhy::CapturedAlready),
        (SaleState::NotPaid, CannotWhy::CaptureFailed),
        (SaleState::CancelAsked, CannotWhy::BeingSent),
        (SaleState::CancelUnknown, CannotWhy::NotSureYet),
        (SaleState::Released, CannotWhy::ReleasedAlready),
        (SaleState::Expired, CannotWhy::Expired),
        (SaleState::NeedsPerson, CannotWhy::NeedsPerson),
    ] {
        assert_eq!(told(state), Err(why), "{state:?}");
    }
    assert_eq!(told(SaleState::Held), Ok(()));
}

#[test]
fn whatever_may_be_asked_is_a_move_of_the_sale_and_nothing_else_is() {
    for state in SaleState::ALL {
        let sale = sale_in(state);
        for what in [QueuedWhat::Release, capture(60_000), capture(1)] {
            let may = eligible(&sale, &what, 0).is_ok();
            assert_eq!(may, apply(&sale, &what.event(), 0).is_ok(), "{state:?} {what:?}");
        }
    }
}

#[test]
fn a_hold_is_not_asked_for_at_or_after_its_deadline() {
    let held = sale_in(SaleState::Held);
    for what in [QueuedWhat::Release, capture(1)] {
        assert_eq!(eligible(&held, &what, DEADLINE_MS - 1), Ok(()));
        assert_eq!(eligible(&held, &what, DEADLINE_MS), Err(CannotWhy::PastDeadline));
    }
}

#[test]
fn a_capture_is_of_something_and_of_no_more_than_is_held() {
    let held = sale_in(SaleState::Held);
    let told = |paise| eligible(&held, &capture(paise), 0);
    assert_eq!(told(60_000), Ok(()));
    assert_eq!(told(60_001), Err(CannotWhy::OverTheHold));
    assert_eq!(told(0), Err(CannotWhy::NothingToCapture));
    assert_eq!(told(-1), Err(CannotWhy::NothingToCapture));
}

#[test]
fn a_hold_that_waits_is_not_queued_a_second_time() {
    let mut queue = a_run();
    let held = sale_in(SaleState::Held);
    assert_eq!(
        queue.admits(&held, &QueuedWhat::Release, 0),
        Err(CannotWhy::InQueue)
    );
    let again = QueueFact::Queued {
        run: 2,
        items: vec![item(1, QueuedWhat::Release)],
    };
    assert_eq!(queue.check(&again), Err(QueueRefusal::InQueue));
    queue.follow(&record(Fact::Queue(QueueFact::Stopped { run: 1 })));
    assert_eq!(queue.admits(&held, &QueuedWhat::Release, 0), Ok(()));
    assert_eq!(queue.check(&again), Ok(()));
}

#[test]
fn the_intent_of_its_sale_takes_a_row_out_of_the_queue() {
    let mut queue = a_run();
    queue.follow(&record(intent(1, capture_asked(60_000))));
    assert_eq!(steps(&queue), [RowStep::Asked, RowStep::Waiting]);
    assert!(!queue.is_waiting(&our_ref(1)));
    queue.follow(&record(intent(1, Event::CancelAsked)));
    assert_eq!(
        steps(&queue),
        [RowStep::Asked, RowStep::Waiting],
        "what was asked stays so"
    );
}

#[test]
fn a_person_who_asks_for_something_else_meanwhile_is_not_followed_by_the_queue() {
    for event in [Event::CancelAsked, capture_asked(45_000)] {
        let mut queue = a_run();
        queue.follow(&record(intent(2, event)));
        let why = CannotWhy::AskedOtherwise;
        assert_eq!(steps(&queue), [RowStep::Waiting, RowStep::Skipped { why }]);
    }
}

#[test]
fn a_stop_leaves_what_was_asked_and_ends_what_waits() {
    let mut queue = a_run();
    queue.follow(&record(intent(2, capture_asked(60_000))));
    queue.follow(&record(Fact::Queue(QueueFact::Stopped { run: 1 })));
    assert_eq!(steps(&queue), [RowStep::Stopped, RowStep::Asked]);
}

#[test]
fn a_result_is_closed_only_when_nothing_waits_and_its_number_is_not_used_again() {
    let mut queue = a_run();
    let closed = QueueFact::Closed { run: 1 };
    assert_eq!(queue.check(&closed), Err(QueueRefusal::StillWaiting));
    queue.follow(&record(Fact::Queue(QueueFact::Stopped { run: 1 })));
    assert_eq!(queue.check(&closed), Ok(()));
    queue.follow(&record(Fact::Queue(closed.clone())));
    assert_eq!((queue.rows.len(), queue.runs.len()), (0, 0));
    assert_eq!(queue.check(&closed), Err(QueueRefusal::NoSuchRun));
    let next = |run| QueueFact::Queued {
        run,
        items: vec![item(1, QueuedWhat::Release)],
    };
    assert_eq!(queue.check(&next(1)), Err(QueueRefusal::WrongNumber));
    assert_eq!(queue.check(&next(2)), Ok(()));
}

#[test]
fn what_does_not_follow_is_refused() {
    let queue = a_run();
    let skip = |run, n| QueueFact::Skipped {
        run,
        our_ref: our_ref(n),
        why: CannotWhy::BeingSent,
    };
    assert_eq!(queue.check(&skip(Some(1), 1)), Ok(()));
    assert_eq!(queue.check(&skip(Some(1), 3)), Err(QueueRefusal::NotWaiting));
    assert_eq!(queue.check(&skip(Some(2), 1)), Err(QueueRefusal::NotWaiting));
    assert_eq!(queue.check(&skip(None, 1)), Err(QueueRefusal::NoChoice));
    assert_eq!(
        queue.check(&QueueFact::Stopped { run: 2 }),
        Err(QueueRefusal::NoSuchRun)
    );
    let empty = QueueFact::Queued {
        run: 2,
        items: vec![],
    };
    assert_eq!(queue.check(&empty), Err(QueueRefusal::Nothing));
    let twice = QueueFact::Queued {
        run: 2,
        items: vec![item(3, QueuedWhat::Release), item(3, QueuedWhat::Release)],
    };
    assert_eq!(queue.check(&twice), Err(QueueRefusal::InQueue));
}

fn chosen(what: QueuedWhat) -> Queue {
    let mut queue = Queue::default();
    let choice = Choice {
        what,
        not_before_ms: 9,
        by: None,
    };
    queue.follow(&record(Fact::Queue(QueueFact::Chosen {
        our_ref: our_ref(1),
        choice: Some(choice),
    })));
    queue
}

#[test]
fn a_choice_is_used_up_by_its_own_request_and_by_the_end_of_its_sale() {
    let mut queue = chosen(QueuedWhat::Release);
    queue.follow(&record(intent(1, capture_asked(60_000))));
    assert_eq!(
        queue.choices.len(),
        1,
        "that capture may leave the hold as it was"
    );
    queue.forget_choice_at_end(&sale_in(SaleState::CaptureUnknown));
    assert_eq!(queue.choices.len(), 1);
    queue.follow(&record(intent(2, Event::CancelAsked)));
    assert_eq!(queue.choices.len(), 1, "another sale's");
    queue.follow(&record(intent(1, Event::CancelAsked)));
    assert!(queue.choices.is_empty());
    let mut queue = chosen(capture(100));
    queue.forget_choice_at_end(&sale_in(SaleState::Paid));
    assert!(queue.choices.is_empty());
}

#[test]
fn a_choice_is_changed_taken_back_and_skipped() {
    let mut queue = chosen(QueuedWhat::Release);
    let change = |choice| {
        record(Fact::Queue(QueueFact::Chosen {
            our_ref: our_ref(1),
            choice,
        }))
    };
    let other = Choice {
        what: capture(100),
        not_before_ms: 9,
        by: None,
    };
    queue.follow(&change(Some(other.clone())));
    assert_eq!(queue.choices.get(&our_ref(1)), Some(&other));
    queue.follow(&change(None));
    assert!(queue.choices.is_empty());
    let mut queue = chosen(QueuedWhat::Release);
    queue.follow(&record(Fact::Queue(QueueFact::Skipped {
        run: None,
        our_ref: our_ref(1),
        why: CannotWhy::PastDeadline,
    })));
    assert!(queue.choices.is_empty());
}

#[test]
fn only_what_leads_to_money_is_refused_while_nothing_can_be_written() {
    let choice = Choice {
        what: QueuedWhat::Release,
        not_before_ms: 9,
        by: None,
    };
    let asks = |fact| Fact::Queue(fact).asks();
    assert!(asks(QueueFact::Queued {
        run: 1,
        items: vec![item(1, capture(1))]
    }));
    assert!(asks(QueueFact::Chosen {
        our_ref: our_ref(1),
        choice: Some(choice)
    }));
    assert!(!asks(QueueFact::Chosen {
        our_ref: our_ref(1),
        choice: None
    }));
    assert!(!asks(QueueFact::Stopped { run: 1 }));
    assert!(!asks(QueueFact::Closed { run: 1 }));
}

#[test]
fn the_form_on_disk_stays() {
    let stored = |fact| serde_json::to_string(&Fact::Queue(fact)).unwrap();
    let of = our_ref(1);
    let queued = QueueFact::Queued {
        run: 7,
        items: vec![item(1, capture(60_000))],
    };
    let chosen = QueueFact::Chosen {
        our_ref: of.clone(),
        choice: Some(Choice {
            what: QueuedWhat::Release,
            not_before_ms: 9,
            by: None,
        }),
    };
    let skipped = QueueFact::Skipped {
        run: None,
        our_ref: of.clone(),
        why: CannotWhy::PastDeadline,
    };
    for (fact, text) in [
        (
            queued,
            format!(
                r#"{{"fact":"queue","queue":"queued","run":7,"items":[{{"our_ref":"{of}","what":{{"ask":"capture","amount_paise":60000}}}}]}}"#
            ),
        ),
        (
            chosen,
            format!(
                r#"{{"fact":"queue","queue":"chosen","our_ref":"{of}","choice":{{"what":{{"ask":"release"}},"not_before_ms":9}}}}"#
            ),
        ),
        (
            skipped,
            format!(r#"{{"fact":"queue","queue":"skipped","our_ref":"{of}","why":"past_deadline"}}"#),
        ),
        (
            QueueFact::Stopped { run: 7 },
            r#"{"fact":"queue","queue":"stopped","run":7}"#.to_owned(),
        ),
        (
            QueueFact::Closed { run: 7 },
            r#"{"fact":"queue","queue":"closed","run":7}"#.to_owned(),
        ),
    ] {
        assert_eq!(stored(fact.clone()), text);
        let whole = record(Fact::Queue(fact));
        let read: Record = serde_json::from_str(&serde_json::to_string(&whole).unwrap()).unwrap();
        assert_eq!(read, whole);
    }
    for why in CannotWhy::ALL {
        let step = RowStep::Skipped { why };
        let text = serde_json::to_string(&step).unwrap();
        assert_eq!(serde_json::from_str::<RowStep>(&text).unwrap(), step);
    }
}
