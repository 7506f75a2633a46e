//! The power is cut between each two steps of each call: intent saved, on the wire, done there, reply read, reply saved.

use crate::faults::mode::Mode;
use crate::faults::scene;
use crate::faults::trouble::theirs;
use contract::{ButtonKind, Command, CustomerState, RefundCommand};
use domain::{Call, OurRef};
use holdfast_tests::{Captures, Counter, RAVI, beside};
use simulator::Fault;

const NEVER_MS: u64 = 10_000_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The intent of a money call is on disk; nothing has left.
    IntentSaved,
    /// The request has arrived and is not carried out.
    OnTheWire,
    /// It was carried out; no reply has left.
    DoneThere,
    /// The reply was read to its end and is nowhere yet.
    ReplyRead,
    /// The reply is on disk and on the screen.
    ReplySaved,
}

const STEPS: [Step; 5] = [
    Step::IntentSaved,
    Step::OnTheWire,
    Step::DoneThere,
    Step::ReplyRead,
    Step::ReplySaved,
];

/// After a cut at each step in turn: where it ends, and how often the call reached PhonePe in all.
#[rustfmt::skip]
const TABLE: [(Call, [(&str, u64); 5]); 12] = [
    //                         intent saved       on the wire        done there           reply read           reply saved
    (Call::SendOtp,           [("Linked", 1),     ("Linked", 2),     ("Linked", 2),       ("Linked", 2),       ("Linked", 2)]),
    (Call::VerifyOtp,         [("Linked", 1),     ("Linked", 2),     ("Linked", 2),       ("Linked", 2),       ("Linked", 1)]),
    (Call::Unlink,            [("None", 1),       ("None", 2),       ("RelinkNeeded", 1), ("RelinkNeeded", 1), ("OtpAsked", 1)]),
    (Call::Balance,           [("Fresh", 1),      ("Fresh", 2),      ("Fresh", 2),        ("Fresh", 2),        ("Fresh", 2)]),
    (Call::Suggest,           [("Fresh", 1),      ("Fresh", 2),      ("Fresh", 2),        ("Fresh", 2),        ("Fresh", 2)]),
    (Call::TopUp,             [("Pay", 1),        ("Pay", 2),        ("Pay", 2),          ("Pay", 2),          ("Pay", 2)]),
    (Call::Authorize,         [("HoldAbsent", 0), ("HoldAbsent", 1), ("Held", 1),         ("Held", 1),         ("Held", 1)]),
    (Call::AuthStatus,        [("Held", 1),       ("Held", 2),       ("Held", 2),         ("Held", 2),         ("Held", 1)]),
    (Call::Capture,           [("Held", 0),       ("Held", 1),       ("Paid", 1),         ("Paid", 1),         ("Paid", 1)]),
    (Call::Cancel,            [("Released", 1),   ("Released", 2),   ("Released", 1),     ("Released", 1),     ("Released", 1)]),
    (Call::TransactionStatus, [("Paid", 1),       ("Paid", 2),       ("Paid", 2),         ("Paid", 2),         ("Paid", 1)]),
    (Call::Refund,            [("Refunded", 1),   ("Refunded", 2),   ("Refunded", 1),     ("Refunded", 1),     ("Refunded", 1)]),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_power_cut_between_any_two_steps_of_any_call_asks_no_money_twice() {
    let cells: Vec<_> = TABLE
        .into_iter()
        .flat_map(|(call, row)| {
            STEPS
                .into_iter()
                .zip(row)
                .map(move |(step, end)| (call, step, end))
        })
        .collect();
    let runs = cells.iter().map(|(call, step, _)| run(*call, *step));
    let mut wrong = Vec::new();
    for ((call, step, (at_last, requests)), seen) in cells.iter().zip(beside(runs).await) {
        let expected = ((*at_last).to_owned(), *requests);
        if seen.as_ref().ok() != Some(&expected) {
            wrong.push(format!("{call:?}, {step:?}: {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "seen instead:\n{}", wrong.join("\n"));
}

async fn run(call: Call, step: Step) -> (String, u64) {
    // Of the modes it is only read where the scene lies about the truth; this one does not.
    let mode = Mode::ClosedAfterEffect;
    let mut counter = scene::before(call, mode).await;
    let sent_before = counter.simulator.request_count(theirs(call));
    comes_to(&counter, call, step).await;
    let our_ref: Option<OurRef> = counter.rows().first().map(|row| row.sale.our_ref.clone());
    counter.switch.hold_back(false);
    counter.switch.swallow_replies(false);
    counter.restart().await;
    scene::mend(&counter, call, mode, Some(&our_ref)).await;
    let at_last = scene::stands(&counter, call);
    let sent = counter.simulator.request_count(theirs(call)) - sent_before;
    counter.audit_with(Captures::AtMostOne).await;
    (at_last, sent)
}

async fn comes_to(counter: &Counter, call: Call, step: Step) {
    let never = match step {
        Step::OnTheWire => Some(Fault::LateEffect { ms: NEVER_MS }),
        Step::DoneThere => Some(Fault::Delay { ms: NEVER_MS }),
        Step::IntentSaved | Step::ReplyRead | Step::ReplySaved => None,
    };
    if let Some(never) = never {
        counter.simulator.add_fault(theirs(call), never, 1);
    }
    counter.switch.hold_back(step == Step::IntentSaved);
    counter.switch.swallow_replies(step == Step::ReplyRead);
    let arrived = counter.simulator.request_count(theirs(call)) + 1;
    begins(counter, call).await;
    match step {
        Step::IntentSaved => {}
        Step::OnTheWire => counter.arrived(theirs(call), arrived).await,
        Step::DoneThere => {
            let is_done = |phonepe: &simulator::Steering| {
                let requests = phonepe.requests();
                let last = requests.iter().rfind(|request| request.call == theirs(call));
                last.is_some_and(|request| request.answered.is_some())
            };
            counter.arrived(theirs(call), arrived).await;
            counter.simulator.wait_until(is_done).await;
        }
        Step::ReplyRead => counter.switch.has_swallowed().await,
        Step::ReplySaved => {
            counter.settle().await;
        }
    }
}

/// The call, and nothing is waited for.
async fn begins(counter: &Counter, call: Call) {
    let command = match call {
        Call::SendOtp => Command::MobileSubmit {
            text: RAVI.to_owned(),
        },
        Call::VerifyOtp => Command::OtpSubmit {
            text: counter.simulator.otp(RAVI).unwrap(),
        },
        Call::Unlink => Command::CustomerUnlink,
        Call::Balance | Call::Suggest => Command::BalanceRefresh,
        Call::TopUp => Command::Press {
            action_id: counter.armed(ButtonKind::TopUpAndPay),
        },
        Call::Authorize => Command::Press {
            action_id: counter.armed(ButtonKind::Pay),
        },
        Call::Capture => Command::CaptureConfirm {
            action_id: counter.review_capture("450").await,
        },
        Call::Cancel => Command::ReleaseConfirm {
            action_id: counter.review_release().await,
        },
        Call::Refund => {
            let our_ref = counter.our_ref();
            let action_id = counter.review_refund(&our_ref, "200").await;
            Command::Refund(RefundCommand::Confirm { action_id })
        }
        Call::AuthStatus | Call::TransactionStatus => {
            counter.pass_ms(22_000);
            // Anything that makes the engine read its clock.
            Command::ReviewClose
        }
    };
    counter.send(command).await.unwrap();
    if call == Call::SendOtp {
        let asked = |view: &contract::TillView| {
            !matches!(
                view.customer.state,
                CustomerState::None | CustomerState::LookingUp
            )
        };
        counter.until("an OTP is asked for", asked).await;
    }
}
