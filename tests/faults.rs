//! Each money call against each kind of trouble: where the sale stands at once, and where it ends. The ends are those
//! that PhonePe's books have; the audit compares them.

use contract::{ButtonKind, Command};
use domain::SaleState::{
    self, CancelUnknown, CaptureAccepted, CaptureUnknown, Expired, Held, HoldAbsent, HoldRefused,
    HoldUnknown, NeedsPerson, Paid, Released,
};
use holdfast_tests::{Captures, Counter, Plan, RAVI};
use simulator::{Call, Fault};

/// Trouble, where the sale stands right after the reply (or its absence), and where it ends by itself.
type Row = (Fault, SaleState, SaleState);

const NEVER: u64 = 10_000_000_000;

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

/// What every call can meet on its way: nothing is proved by it, whatever was done.
fn on_the_way(unknown: SaleState, undone: SaleState, done: SaleState) -> Vec<Row> {
    vec![
        (Fault::LostBeforeEffect, unknown, undone),
        (Fault::LostAfterEffect, unknown, done),
        (Fault::Delay { ms: NEVER }, unknown, done),
        (Fault::LateEffect { ms: 25_000 }, unknown, done),
        (Fault::LateEffect { ms: NEVER }, unknown, undone),
        (Fault::ServerError { done: false }, unknown, undone),
        (Fault::ServerError { done: true }, unknown, done),
        (Fault::BadGateway { done: false }, unknown, undone),
        (Fault::BadGateway { done: true }, unknown, done),
        (Fault::TruncatedBody, unknown, done),
        (Fault::GarbageBody, unknown, done),
        (Fault::Duplicate, unknown, undone),
        (refuse("A_CODE_OF_TOMORROW"), unknown, undone),
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
                r#"{"success":true,"code":"SUCCESS","data":{"authState":"SOMETHING_NEW"}}"#,
                true,
            ),
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
async fn every_trouble_of_a_hold_ends_where_phonepes_books_are() {
    let mut rows = on_the_way(HoldUnknown, HoldAbsent, Held);
    for code in [
        "BAD_REQUEST",
        "AUTHORIZATION_FAILED",
        "USER_BLACKLISTED",
        "USER_DOESNOT_EXIST",
        "BLOCKED_FRAUD",
    ] {
        rows.push((refuse(code), HoldRefused, HoldRefused));
    }
    for code in [
        "PAYMENT_ERROR",
        "TRANSACTION_NOT_FOUND",
        "INTERNAL_SERVER_ERROR",
        "TOO_MANY_REQUESTS",
    ] {
        rows.push((refuse(code), HoldUnknown, HoldAbsent));
    }
    // Another amount or merchant is nobody's agreement, even where the hold stands.
    let other = r#"{"success":true,"code":"SUCCESS","data":{"authState":"AUTHORIZED","authorizedAmount":1}}"#;
    rows.push((literal(other, true), NeedsPerson, Held));
    let other =
        r#"{"success":true,"code":"SUCCESS","data":{"authState":"AUTHORIZED","merchantId":"ANOTHER"}}"#;
    rows.push((literal(other, true), NeedsPerson, Held));
    for row in rows {
        let counter = counter_for(&row.0).await;
        counter.ready("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthAuthorize, row.0.clone(), 1);
        counter.press(ButtonKind::Pay).await;
        ends(&counter, row, Captures::AtMostOne).await;
        assert_eq!(counter.simulator.request_count(Call::AuthAuthorize), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_trouble_of_a_capture_ends_where_phonepes_books_are() {
    let mut rows = on_the_way(CaptureUnknown, Held, Paid);
    // Refused, and the hold stands: the cashier may try again.
    for code in ["BAD_REQUEST", "AUTHORIZATION_FAILED"] {
        rows.push((refuse(code), Held, Held));
    }
    rows.push((refuse("TRANSACTION_NOT_FOUND"), CaptureUnknown, Held));
    // PhonePe suspects fraud: a person has it, and sees what becomes of the hold.
    for code in ["BLOCKED_FRAUD", "USER_BLACKLISTED"] {
        rows.push((refuse(code), NeedsPerson, Held));
    }
    let other = r#"{"code":"SUCCESS","data":{"amount":1,"authState":"CREATED"}}"#;
    rows.push((literal(other, true), NeedsPerson, Paid));
    let accepted = r#"{"code":"SUCCESS","data":{"amount":45000,"authState":"COMPLETED"}}"#;
    rows.push((literal(accepted, true), CaptureAccepted, Paid));
    for row in rows {
        let counter = counter_for(&row.0).await;
        counter.hold("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthCapture, row.0.clone(), 1);
        counter.capture("450").await;
        ends(&counter, row.clone(), Captures::AtMostOne).await;
        assert_eq!(
            counter.simulator.request_count(Call::AuthCapture),
            1,
            "no layer repeats a capture"
        );
        if row.2 == Held {
            counter.capture("450").await;
            counter.time_until_state(Paid).await;
            counter.audit_with(Captures::OneLost).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_trouble_of_a_release_ends_released() {
    // A release is the one call that may be asked again, so what was not done is done a little later.
    let mut rows = on_the_way(CancelUnknown, Released, Released);
    rows.push((refuse("TRANSACTION_NOT_FOUND"), CancelUnknown, Released));
    for code in [
        "BAD_REQUEST",
        "AUTHORIZATION_FAILED",
        "USER_BLACKLISTED",
        "USER_DOESNOT_EXIST",
    ] {
        rows.push((refuse(code), Held, Held));
    }
    for row in rows {
        let counter = counter_for(&row.0).await;
        counter.hold("600", RAVI).await;
        counter.simulator.add_fault(Call::AuthCancel, row.0.clone(), 1);
        counter.release().await;
        ends(&counter, row, Captures::AtMostOne).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_trouble_of_a_look_is_only_a_look_more() {
    for (fault, _, _) in on_the_way(HoldUnknown, HoldUnknown, HoldUnknown) {
        let counter = counter_for(&fault).await;
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
async fn every_trouble_of_a_balance_greys_the_button_until_a_good_answer() {
    for (fault, _, _) in on_the_way(HoldUnknown, HoldUnknown, HoldUnknown) {
        let counter = counter_for(&fault).await;
        counter.ready("600", RAVI).await;
        counter.simulator.add_fault(Call::WalletBalance, fault.clone(), 1);
        counter.does(Command::BalanceRefresh).await;
        let button = counter.view().button.clone();
        assert_eq!(button.action_id, None, "{fault:?}");
        counter.does(Command::BalanceRefresh).await;
        counter.armed(ButtonKind::Pay);
        counter.audit().await;
    }
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

/// Only where no reply ever comes does anybody wait for a deadline; a slow machine must not turn an answer into none.
async fn counter_for(fault: &Fault) -> Counter {
    let waits = matches!(fault, Fault::Delay { .. } | Fault::LateEffect { .. });
    Counter::with(if waits { Plan::impatient() } else { Plan::default() }).await
}

async fn ends(counter: &Counter, (fault, at_once, at_last): Row, captures: Captures) {
    let sale = counter.sale();
    assert_eq!(sale.state, at_once, "{fault:?}: {sale:#?}");
    let settled = |view: &contract::TillView| view.sale.as_ref().is_some_and(|sale| sale.state == at_last);
    counter
        .time_until(&format!("{at_last:?} after {fault:?}"), 45 * 60_000, settled)
        .await;
    counter.audit_with(captures).await;
}
