//! The till's wall clock is set wrong, by a second or by years, forward and back, while a sale stands in each of its
//! states: nothing wrong is concluded, and nothing is waited for that never comes.

use contract::{ButtonKind, TillView};
use domain::{Call, SaleState};
use holdfast_tests::{Counter, Detour, Plan, RAVI, beside};
use serde_json::json;
use simulator::Fault;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
const JUMPS_MS: [i64; 8] = [
    1_000,
    -1_000,
    5 * MINUTE_MS,
    -5 * MINUTE_MS,
    DAY_MS,
    -DAY_MS,
    3_652 * DAY_MS,
    -3_652 * DAY_MS,
];
/// Each state in which a sale waits for something, which call brings it there, and how it must end however the clock is
/// set there.
const STATES: [(SaleState, Step, SaleState); 10] = [
    (SaleState::Draft, Step::Hold, SaleState::Paid),
    (SaleState::HoldAsked, Step::Hold, SaleState::Paid),
    (SaleState::HoldUnknown, Step::Hold, SaleState::Paid),
    (SaleState::Held, Step::Capture, SaleState::Paid),
    (SaleState::CaptureAsked, Step::Capture, SaleState::Paid),
    (SaleState::CaptureUnknown, Step::Capture, SaleState::Paid),
    (SaleState::CaptureAccepted, Step::Capture, SaleState::Paid),
    (SaleState::NeedsPerson, Step::Capture, SaleState::Paid),
    (SaleState::CancelAsked, Step::Release, SaleState::Released),
    (SaleState::CancelUnknown, Step::Release, SaleState::Released),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Hold,
    Capture,
    Release,
}

impl Step {
    fn calls(self) -> (Call, simulator::Call) {
        match self {
            Step::Hold => (Call::Authorize, simulator::Call::AuthAuthorize),
            Step::Capture => (Call::Capture, simulator::Call::AuthCapture),
            Step::Release => (Call::Cancel, simulator::Call::AuthCancel),
        }
    }

    /// Takes it and does not wait for the answer.
    async fn take(self, counter: &Counter) {
        match self {
            Step::Hold => {
                counter.press_and_leave_it().await;
            }
            Step::Capture => counter.capture_and_leave_it("450").await,
            Step::Release => counter.release_and_leave_it().await,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_set_in_any_state_leads_to_no_wrong_conclusion() {
    let cells: Vec<_> = STATES
        .into_iter()
        .flat_map(|row| JUMPS_MS.map(|jump_ms| (row, jump_ms)))
        .collect();
    let runs = cells
        .iter()
        .map(|((state, step, at_last), jump_ms)| run(*state, *step, *at_last, *jump_ms));
    let mut wrong = Vec::new();
    for (((state, _, _), jump_ms), seen) in cells.iter().zip(beside(runs).await) {
        if let Err(why) = seen {
            wrong.push(format!("{state:?}, set by {jump_ms} ms: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn run(state: SaleState, step: Step, at_last: SaleState, jump_ms: i64) {
    let counter = stands_at(state, step).await;
    counter.set_clock_by(jump_ms);
    if state == SaleState::Draft {
        counter.settle().await;
        counter.press(ButtonKind::Pay).await;
    } else if state.is_asked() {
        // The answer comes five seconds after the asking.
        counter.pass_ms(5_000);
    }
    ends_or_is_held(&counter).await;
    if counter.sale().state == SaleState::Held {
        assert_eq!(at_last, SaleState::Paid, "what was released is not held");
        assert!(state != SaleState::CaptureUnknown, "the capture did arrive");
        counter.capture("450").await;
        ends_or_is_held(&counter).await;
    }
    counter.is(at_last);
    counter.audit().await;
}

async fn ends_or_is_held(counter: &Counter) {
    let rests = |view: &TillView| {
        let sale = view.sale.as_ref();
        sale.is_some_and(|sale| sale.state.is_final() || sale.state == SaleState::Held)
    };
    counter
        .time_until("an end, or a hold", 30 * MINUTE_MS, rests)
        .await;
}

/// A counter whose sale stands there.
async fn stands_at(state: SaleState, step: Step) -> Counter {
    let counter = Counter::with(Plan {
        keeps_books: false,
        ..Plan::default()
    })
    .await;
    counter.ready("600", RAVI).await;
    if state == SaleState::Draft {
        return counter;
    }
    if step != Step::Hold {
        counter.press(ButtonKind::Pay).await;
    }
    if state.is_asked() {
        asks(&counter, step).await;
    } else if state.is_unknown() {
        is_unanswered(&counter, step).await;
    } else if state == SaleState::NeedsPerson {
        let members = [("/data/amount".to_owned(), json!(1))].into();
        let lie = Fault::Altered { members };
        counter.simulator.add_fault(step.calls().1, lie, 1);
        counter.capture("450").await;
    } else if state == SaleState::CaptureAccepted {
        counter.capture("450").await;
    }
    counter.is(state);
    counter
}

/// The answer comes five seconds later.
async fn asks(counter: &Counter, step: Step) {
    let slow = Fault::Delay { ms: 5_000 };
    counter.simulator.add_fault(step.calls().1, slow, 1);
    step.take(counter).await;
}

/// It does happen, 25 s after it was asked for. A hold and a capture were looked up once before that, and PhonePe had
/// nothing of them: the moment at which "never heard of it" would be believed most easily.
async fn is_unanswered(counter: &Counter, step: Step) {
    let (ours, theirs) = step.calls();
    let impatient = Detour::impatient(&counter.simulator.base_url());
    counter.send_round(ours, &impatient).await;
    let late = Fault::LateEffect { ms: 25_000 };
    counter.simulator.add_fault(theirs, late, 1);
    step.take(counter).await;
    counter.settle().await;
    if step != Step::Release {
        counter.sleep_ms(22_000).await;
    }
}
