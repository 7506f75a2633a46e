//! Every cell, run: real client, real engine, real ledger file, against the simulator over loopback. Two tests a call,
//! so that they run beside each other.

use crate::faults::mode::Mode;
use crate::faults::scene;
use crate::faults::table::{Cell, cells_of};
use crate::faults::trouble::{put, theirs};
use domain::{Call, SaleState};
use holdfast_tests::{Captures, Counter, Needle, beside, needles_of, search, trace_folder, traced};

/// What was seen of one run, as the table says it.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    at_once: String,
    screen: String,
    at_last: String,
    requests: String,
}

impl Seen {
    fn expected(cell: &Cell, cut: bool) -> Seen {
        let ending = if cut { &cell.cut } else { &cell.whole };
        Seen {
            at_once: cell.at_once.to_owned(),
            screen: cell.screen.to_owned(),
            at_last: ending.at_last.to_owned(),
            requests: ending.requests.to_owned(),
        }
    }
}

async fn every_mode_of(call: Call, cut: bool) {
    trace_folder();
    let cells = cells_of(call);
    let mut wrong = Vec::new();
    let mut needles = Vec::new();
    let runs = cells.iter().map(|cell| run(call, cell.mode, cut));
    for (cell, seen) in cells.iter().zip(beside(runs).await) {
        match seen {
            Ok((seen, planted)) => {
                needles.extend(planted);
                if seen != Seen::expected(cell, cut) {
                    wrong.push(format!("{}: {seen:?}", cell.name));
                }
            }
            Err(why) => wrong.push(format!("{}: {why}", cell.name)),
        }
    }
    assert!(wrong.is_empty(), "{call:?}, seen instead:\n{}", wrong.join("\n"));
    assert!(
        traced().contains("PhonePe was asked"),
        "the log is really written"
    );
    assert_eq!(search(trace_folder(), &needles), Vec::new(), "secrets in the log");
}

/// What was seen, and every secret that went over the wire. None of them stands in the home.
async fn run(call: Call, mode: Mode, cut: bool) -> (Seen, Vec<Needle>) {
    let mut counter = scene::before(call, mode).await;
    let sent_before = counter.simulator.request_count(theirs(call));
    let listener = put(&counter, call, mode).await;
    scene::play(&counter, call, mode).await;
    let (at_once, screen) = scene::seen(&counter, call);
    let our_ref = counter.rows().first().map(|row| row.sale.our_ref.clone());
    if cut {
        counter.restart().await;
    }
    scene::mend(&counter, call, mode, cut.then_some(&our_ref)).await;
    let at_last = scene::stands(&counter, call);
    let sent = counter.simulator.request_count(theirs(call)) - sent_before;
    let turned_away = listener.map_or(0, |listener| listener.visits());
    goes_on(&counter, call).await;
    let needles = needles_of(&counter).await;
    assert_eq!(search(counter.home(), &needles), Vec::new(), "secrets on disk");
    let seen = Seen {
        at_once,
        screen,
        at_last,
        requests: (sent + turned_away).to_string(),
    };
    (seen, needles)
}

/// Whatever is held after all this can be captured and paid, and the books agree.
async fn goes_on(counter: &Counter, call: Call) {
    let is_held = |view: &contract::TillView| {
        view.sale
            .as_ref()
            .is_some_and(|sale| sale.state == SaleState::Held)
    };
    if is_held(&counter.view()) {
        counter.simulator.clear_faults();
        counter.capture("450").await;
        scene::rests(counter).await;
        counter.is(SaleState::Paid);
    }
    let captures = if call == Call::Capture {
        Captures::OneLost
    } else {
        Captures::AtMostOne
    };
    counter.audit_with(captures).await;
}

macro_rules! runs {
    ($($call:ident, $whole:ident, $cut:ident;)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $whole() {
                every_mode_of(Call::$call, false).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn $cut() {
                every_mode_of(Call::$call, true).await;
            }
        )+
    };
}

runs! {
    SendOtp, every_trouble_of_asking_for_an_otp, every_trouble_of_asking_for_an_otp_and_a_power_cut;
    VerifyOtp, every_trouble_of_an_otp, every_trouble_of_an_otp_and_a_power_cut;
    Unlink, every_trouble_of_unlinking, every_trouble_of_unlinking_and_a_power_cut;
    Balance, every_trouble_of_a_balance, every_trouble_of_a_balance_and_a_power_cut;
    Suggest, every_trouble_of_the_older_balance_call, every_trouble_of_the_older_balance_call_and_a_power_cut;
    TopUp, every_trouble_of_a_top_up, every_trouble_of_a_top_up_and_a_power_cut;
    Authorize, every_trouble_of_a_hold, every_trouble_of_a_hold_and_a_power_cut;
    AuthStatus, every_trouble_of_a_look_at_a_hold, every_trouble_of_a_look_at_a_hold_and_a_power_cut;
    Capture, every_trouble_of_a_capture, every_trouble_of_a_capture_and_a_power_cut;
    Cancel, every_trouble_of_a_release, every_trouble_of_a_release_and_a_power_cut;
    TransactionStatus, every_trouble_of_a_look_at_a_payment, every_trouble_of_a_look_at_a_payment_and_a_power_cut;
    Refund, every_trouble_of_a_refund, every_trouble_of_a_refund_and_a_power_cut;
}
