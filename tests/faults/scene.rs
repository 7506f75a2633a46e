//! Each call's scene: how a cashier comes to it, what is seen after it, and what the cashier does until all is well.

use crate::faults::mode::Mode;
use crate::faults::refund;
use crate::faults::trouble::theirs;
use contract::{ButtonKind, Command, CustomerState, TillView, WalletState, WhyCode};
use domain::{Call, EventKind, OurRef, SaleState};
use holdfast_tests::{Counter, Plan, RAVI};
use serde::Serialize;
use simulator::Fault;

/// A customer or cashier tries this often and then gives up.
const TRIES_MAX: usize = 4;

/// The counter, standing right before the call.
pub async fn before(call: Call, mode: Mode) -> Counter {
    let counter = Counter::with(Plan {
        reads_suggest: call == Call::Suggest,
        keeps_books: false,
        ..Plan::default()
    })
    .await;
    counter.amount("600").await;
    match call {
        Call::SendOtp => {}
        Call::VerifyOtp => counter.mobile(RAVI).await,
        Call::Unlink | Call::Balance | Call::Suggest | Call::Authorize => counter.link(RAVI).await,
        Call::TopUp => {
            counter
                .simulator
                .edit_wallet(RAVI, |wallet| wallet.balance_paise = 9_900);
            counter.link(RAVI).await;
        }
        Call::AuthStatus => {
            counter.link(RAVI).await;
            let lost = if mode == Mode::YesThenNo {
                Fault::LostBeforeEffect
            } else {
                Fault::LostAfterEffect
            };
            counter
                .simulator
                .add_fault(simulator::Call::AuthAuthorize, lost, 1);
            counter.press(ButtonKind::Pay).await;
        }
        Call::Capture | Call::Cancel => {
            counter.link(RAVI).await;
            counter.press(ButtonKind::Pay).await;
        }
        Call::TransactionStatus => {
            counter.link(RAVI).await;
            counter.press(ButtonKind::Pay).await;
            counter.capture("450").await;
        }
        Call::Refund => refund::before(&counter).await,
    }
    counter
}

/// The call, up to the moment at which its trouble was heard.
pub async fn play(counter: &Counter, call: Call, mode: Mode) {
    match call {
        Call::SendOtp => counter.mobile(RAVI).await,
        Call::VerifyOtp => counter.otp(&otp_of(counter)).await,
        Call::Unlink => counter.does(Command::CustomerUnlink).await,
        Call::Balance | Call::Suggest => counter.does(Command::BalanceRefresh).await,
        Call::TopUp => counter.press(ButtonKind::TopUpAndPay).await,
        Call::Authorize => counter.press(ButtonKind::Pay).await,
        Call::Capture => counter.capture("450").await,
        Call::Cancel => counter.release().await,
        Call::Refund => refund::play(counter).await,
        Call::AuthStatus => counter.sleep_ms(22_000).await,
        Call::TransactionStatus => {
            counter.sleep_ms(22_000).await;
            if mode == Mode::YesThenNo {
                counter.is(SaleState::Paid);
                let no = r#"{"success":false,"code":"PAYMENT_ERROR","data":{}}"#;
                let no = Fault::Literal {
                    status: 200,
                    body: no.to_owned(),
                    done: false,
                };
                counter.simulator.add_fault(theirs(call), no, 1);
                look(counter).await;
            }
        }
    }
}

/// Where it stands, and what the cashier is told.
pub fn seen(counter: &Counter, call: Call) -> (String, String) {
    let view = counter.view();
    match call {
        Call::SendOtp | Call::VerifyOtp | Call::Unlink => (stands(counter, call), customer_words(&view)),
        Call::Balance | Call::Suggest => {
            let usable = view.wallet.usable_text.as_deref().unwrap_or("no figure");
            (
                stands(counter, call),
                format!("{}, {usable}", button_words(&view)),
            )
        }
        Call::TopUp => {
            let error = view.top_up.as_ref().and_then(|top_up| top_up.error.as_ref());
            let words = error.map_or_else(|| "QR".to_owned(), |error| name_of(&error.code));
            (stands(counter, call), words)
        }
        Call::Authorize | Call::AuthStatus | Call::Capture | Call::Cancel | Call::TransactionStatus => {
            (stands(counter, call), sale_words(&view))
        }
        Call::Refund => refund::seen(counter),
    }
}

/// Where the customer, the wallet, the top-up or the sale stands. For a sale the ledger is asked, and the screen must
/// say the same.
pub fn stands(counter: &Counter, call: Call) -> String {
    let view = counter.view();
    match call {
        Call::SendOtp | Call::VerifyOtp | Call::Unlink => format!("{:?}", view.customer.state),
        Call::Balance | Call::Suggest => format!("{:?}", view.wallet.state),
        Call::TopUp => match &view.top_up {
            Some(top_up) if top_up.waiting => "Waiting".to_owned(),
            Some(_) => "Failed".to_owned(),
            None => format!("{:?}", view.button.kind),
        },
        Call::Authorize | Call::AuthStatus | Call::Capture | Call::Cancel | Call::TransactionStatus => {
            sale_stands(counter, &view)
        }
        Call::Refund => refund::stands(counter),
    }
}

fn sale_stands(counter: &Counter, view: &TillView) -> String {
    let rows = counter.rows();
    assert_eq!(rows.len(), 1, "{rows:#?}");
    let state = rows[0].sale.state;
    let Some(sale) = &view.sale else {
        return format!("{state:?}");
    };
    assert_eq!(sale.state, state, "the screen says what the ledger says");
    let person = if sale.needs_person && state != SaleState::NeedsPerson {
        ", a person"
    } else {
        ""
    };
    format!("{state:?}{person}")
}

/// What the cashier does about it, until all is well or nothing more can be done.
pub async fn mend(counter: &Counter, call: Call, mode: Mode, cut: Option<&Option<OurRef>>) {
    let forgotten = cut.is_some();
    match call {
        Call::SendOtp | Call::VerifyOtp => {
            if forgotten {
                counter.amount("600").await;
            }
            link(counter).await;
        }
        Call::Unlink => {
            if forgotten {
                counter.amount("600").await;
                counter.mobile(RAVI).await;
            }
            if counter.view().customer.state == CustomerState::Linked {
                counter.does(Command::CustomerUnlink).await;
            }
        }
        Call::Balance | Call::Suggest => {
            if forgotten {
                counter.amount("600").await;
                counter.mobile(RAVI).await;
            }
            read_again(counter).await;
        }
        Call::TopUp => top_up(counter, forgotten).await,
        Call::Authorize | Call::AuthStatus | Call::Capture | Call::Cancel | Call::TransactionStatus => {
            if let Some(Some(our_ref)) = cut {
                counter.bring(our_ref).await;
            }
            settle_sale(counter, call, mode, forgotten).await;
        }
        Call::Refund => refund::mend(counter, mode).await,
    }
}

/// Links the customer, doing each time what the screen asks for.
async fn link(counter: &Counter) {
    for _ in 0..TRIES_MAX {
        let customer = counter.view().customer.clone();
        match customer.state {
            CustomerState::None | CustomerState::Stopped => counter.mobile(RAVI).await,
            CustomerState::OtpAsked => match customer.error.map(|why| why.code) {
                Some(WhyCode::OtpAlreadyUsed | WhyCode::OtpTokenInvalid) => {
                    counter.does(Command::OtpResend).await;
                }
                _ => counter.otp(&otp_of(counter)).await,
            },
            CustomerState::RelinkNeeded => counter.does(Command::Relink).await,
            CustomerState::Linked => return,
            CustomerState::LookingUp
            | CustomerState::SendingOtp
            | CustomerState::Verifying
            | CustomerState::Unlinking => panic!("silence, and yet: {customer:#?}"),
        }
    }
}

/// What the customer reads from the phone, or makes up where no OTP came.
fn otp_of(counter: &Counter) -> String {
    counter
        .simulator
        .otp(RAVI)
        .unwrap_or_else(|| "12345678".to_owned())
}

async fn read_again(counter: &Counter) {
    counter.sleep_ms(5_000).await;
    if counter.view().wallet.state == WalletState::Stale {
        counter.does(Command::BalanceRefresh).await;
    }
}

async fn top_up(counter: &Counter, forgotten: bool) {
    if forgotten {
        counter.amount("600").await;
        counter.mobile(RAVI).await;
        counter.press(ButtonKind::TopUpAndPay).await;
    }
    // Without a link, or with one that the customer's phone does not know, the cashier asks for another.
    let link_is_good = counter
        .view()
        .top_up
        .as_ref()
        .is_some_and(|top_up| top_up.waiting)
        && !counter.simulator.top_ups().is_empty();
    if !link_is_good {
        let amount_paise = counter.view().top_up.as_ref().unwrap().suggested[0].amount_paise;
        counter.does(Command::TopUpChoose { amount_paise }).await;
    }
    if let Some(top_up) = counter.simulator.top_ups().first() {
        counter.simulator.do_top_up(&top_up.id, 60_000).unwrap();
        counter.sleep_ms(4_000).await;
    }
}

async fn settle_sale(counter: &Counter, call: Call, mode: Mode, forgotten: bool) {
    let never_left = counter.rows()[0].sale.state == SaleState::Draft;
    if never_left && forgotten {
        return;
    }
    if never_left {
        counter.press(ButtonKind::Pay).await;
    }
    rests(counter).await;
    match (mode, call) {
        // PhonePe's word turns out to be wrong when somebody looks again,
        (Mode::NoThenYes, Call::Authorize | Call::TransactionStatus) | (Mode::YesThenNo, Call::Cancel) => {
            look(counter).await;
        }
        // or when somebody tries to go on with the sale.
        (Mode::YesThenNo, Call::Authorize | Call::AuthStatus) | (Mode::NoThenYes, Call::Capture) => {
            counter.capture("450").await;
        }
        (Mode::NoThenYes, Call::Cancel) => counter.release().await,
        _ => {}
    }
    rests(counter).await;
    // What PhonePe contradicted waits for a person, and a person looks.
    let sale = counter.rows()[0].sale.clone();
    if sale.state == SaleState::NeedsPerson && sale.last_event == Some(EventKind::Contradicted) {
        look(counter).await;
        rests(counter).await;
    }
}

/// A person looks again.
async fn look(counter: &Counter) {
    counter.sleep_ms(2_000).await;
    let our_ref = counter.our_ref();
    counter.does(Command::LookNow { our_ref }).await;
}

/// Lets time pass until the sale has ended, is held, waits for a person, or is looked up slowly because nobody could say.
pub async fn rests(counter: &Counter) {
    let at_rest = |view: &TillView| {
        view.sale.as_ref().is_some_and(|sale| {
            let slow = sale.look.as_ref().is_some_and(|look| look.slow);
            let why = sale.why.as_ref().map(|why| why.code);
            let is_a_persons = why == Some(WhyCode::Contradicted);
            sale.state.is_final() || sale.state == SaleState::Held || slow || is_a_persons
        })
    };
    counter.time_until("the sale rests", 60 * 60_000, at_rest).await;
}

fn customer_words(view: &TillView) -> String {
    let error = view.customer.error.as_ref();
    error.map_or_else(|| "no error".to_owned(), |why| name_of(&why.code))
}

fn button_words(view: &TillView) -> String {
    let armed = if view.button.action_id.is_some() {
        "armed"
    } else {
        "greyed"
    };
    format!("{}, {armed}", name_of(&view.button.why.code))
}

fn sale_words(view: &TillView) -> String {
    let Some(sale) = &view.sale else {
        return format!("the bill: {}", button_words(view));
    };
    let mut words = vec![name_of(&sale.word)];
    words.extend(sale.why.as_ref().map(|why| name_of(&why.code)));
    for (is_so, panel) in [
        (sale.unknown, "unknown panel"),
        (sale.needs_person, "a person"),
        (sale.alarm, "alarm"),
        (sale.can_capture, "can capture"),
        (sale.can_leave, "back to the bill"),
    ] {
        words.extend(is_so.then(|| panel.to_owned()));
    }
    words.join(", ")
}

/// A code of the contract, in words.
pub fn name_of(code: &impl Serialize) -> String {
    let code = serde_json::to_value(code).unwrap();
    code.as_str().unwrap().replace('_', " ")
}
