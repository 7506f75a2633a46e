//! What the matrix has no row for: more codes, and more ways of not being an answer.

use crate::faults::scene::rests;
use contract::{ButtonKind, Command};
use domain::SaleState::{
    self, CancelUnknown, CaptureAccepted, CaptureUnknown, Expired, Held, HoldAbsent, HoldRefused,
    HoldUnknown, NeedsPerson, Paid, Released,
};
use holdfast_tests::{Captures, Counter, Plan, RAVI};
use simulator::{Call, Fault};

/// Trouble, where the sale stands right after the reply, and where it ends by itself.
type Row = (Fault, SaleState, SaleState);

/// Nothing is proved by any of these, whatever was done.
fn no_answers(unknown: SaleState, undone: SaleState, done: SaleState) -> Vec<Row> {
    vec![
        (Fault::ServerError { done: false }, unknown, undone),
        (Fault::BadGateway { done: true }, unknown, done),
        (Fault::GarbageBody, unknown, done),
        (literal("", true), unknown, done),
        (literal("null", true), unknown, done),
        (literal("[]", false), unknown, undone),
        (
            literal(r#"{"success":true,"code":"SUCCESS"}"#, true),
            unknown,
            done,
        ),
        (
            literal(
                r#"{"success":true,"code":"success","data":{"authState":"AUTHORIZED"}}"#,
                false,
            ),
            unknown,
            undone,
        ),
        (
            Fault::Literal {
                status: 302,
                body: "{}".to_owned(),
                done: false,
            },
            unknown,
            undone,
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_answer_to_a_hold_ends_where_phonepes_books_are() {
    let mut rows = no_answers(HoldUnknown, HoldAbsent, Held);
    for code in ["USER_DOESNOT_EXIST", "BLOCKED_FRAUD"] {
        rows.push((refuse(code), HoldRefused, HoldRefused));
    }
    for code in ["PAYMENT_ERROR", "INTERNAL_SERVER_ERROR"] {
        rows.push((refuse(code), HoldUnknown, HoldAbsent));
    }
    let other =
        r#"{"success":true,"code":"SUCCESS","data":{"authState":"AUTHORIZED","merchantId":"ANOTHER"}}"#;
    rows.push((literal(other, true), NeedsPerson, Held));
    for row in rows {
        let counter = counter().await;
        counter.ready("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthAuthorize, row.0.clone(), 1);
        counter.press(ButtonKind::Pay).await;
        ends(&counter, row).await;
        assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_answer_to_a_capture_ends_where_phonepes_books_are() {
    let mut rows = no_answers(CaptureUnknown, Held, Paid);
    // PhonePe suspects the customer: a person has it, and sees what becomes of the hold.
    rows.push((refuse("USER_BLACKLISTED"), NeedsPerson, Held));
    let accepted = r#"{"code":"SUCCESS","data":{"amount":45000,"authState":"COMPLETED"}}"#;
    rows.push((literal(accepted, true), CaptureAccepted, Paid));
    for row in rows {
        let counter = counter().await;
        counter.hold("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthCapture, row.0.clone(), 1);
        counter.capture("450").await;
        ends(&counter, row).await;
        assert_eq!(
            counter.simulator.request_count(Call::AuthCapture),
            1,
            "no layer repeats a capture"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_answer_to_a_release_ends_released() {
    // A release is the one call that may be asked again, so what was not done is done a little later.
    let mut rows = no_answers(CancelUnknown, Released, Released);
    rows.push((refuse("USER_DOESNOT_EXIST"), Held, Held));
    for row in rows {
        let counter = counter().await;
        counter.hold("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthCancel, row.0.clone(), 1);
        counter.release().await;
        ends(&counter, row).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_answer_to_a_look_is_only_a_look_more() {
    for (fault, _, _) in no_answers(HoldUnknown, HoldUnknown, HoldUnknown) {
        let counter = counter().await;
        counter.ready("600", RAVI).await;
        counter
            .simulator
            .add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
        counter.simulator.add_fault(Call::AuthStatus, fault.clone(), 1);
        counter.press(ButtonKind::Pay).await;
        counter.sleep_ms(22_000).await;
        counter.is(HoldUnknown);
        counter.time_until_state(Held).await;
        counter.simulator.add_fault(Call::TransactionStatus, fault, 1);
        counter.capture("450").await;
        counter.sleep_ms(22_000).await;
        counter.is(CaptureAccepted);
        counter.time_until_state(Paid).await;
        counter.audit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_other_answer_to_a_balance_greys_the_button_until_a_good_one() {
    let counter = counter().await;
    counter.ready("600", RAVI).await;
    for (fault, _, _) in no_answers(HoldUnknown, HoldUnknown, HoldUnknown) {
        counter.simulator.add_fault(Call::WalletBalance, fault.clone(), 1);
        counter.does(Command::BalanceRefresh).await;
        let button = counter.view().button.clone();
        assert_eq!(button.action_id, None, "{fault:?}");
        counter.does(Command::BalanceRefresh).await;
        counter.armed(ButtonKind::Pay);
    }
    counter.audit().await;
}

/// A final code that contradicts the books that PhonePe has: the till believes the code, because it must.
#[tokio::test(flavor = "multi_thread")]
async fn a_final_code_of_phonepes_is_believed() {
    let counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, refuse("AUTHORIZATION_ALREADY_CANCELLED"), 1);
    counter.capture("450").await;
    counter.is(Expired);
    // A person who looks again is told of the contradiction.
    counter.sleep_ms(5_000).await;
    let our_ref = counter.our_ref();
    counter.does(Command::LookNow { our_ref }).await;
    counter.is(NeedsPerson);
}

async fn counter() -> Counter {
    Counter::with(Plan {
        keeps_books: false,
        ..Plan::default()
    })
    .await
}

async fn ends(counter: &Counter, (fault, at_once, at_last): Row) {
    let sale = counter.sale();
    assert_eq!(sale.state, at_once, "{fault:?}: {sale:#?}");
    rests(counter).await;
    let sale = counter.sale();
    assert_eq!(sale.state, at_last, "{fault:?}: {sale:#?}");
    counter.audit_with(Captures::AtMostOne).await;
}

fn refuse(code: &str) -> Fault {
    Fault::Refuse {
        code: code.to_owned(),
    }
}

fn literal(body: &str, done: bool) -> Fault {
    Fault::Literal {
        status: 200,
        body: body.to_owned(),
        done,
    }
}
