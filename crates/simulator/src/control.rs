//! `/control/…`: the typed methods of [`Steering`] over HTTP, JSON in and out. A POST needs
//! `Content-Type: application/json`, which no foreign page can send here without being asked first.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::books::{OtpRules, Outcome, RefundRule, RefundState, Settlement, Wallet};
use crate::calls::Call;
use crate::checks::is_mobile;
use crate::faults::Fault;
use crate::steering::Steering;

pub(crate) fn router() -> Router<Steering> {
    Router::new()
        .route("/control/clock", get(clock))
        .route("/control/clock/advance", post(advance))
        .route("/control/clock/freeze", post(freeze))
        .route("/control/clock/unfreeze", post(unfreeze))
        .route("/control/faults", post(add_fault))
        .route("/control/faults/clear", post(clear_faults))
        .route("/control/wallet", get(wallet).post(set_wallet))
        .route("/control/otp", get(otp))
        .route("/control/otp/rules", post(set_otp_rules))
        .route("/control/tokens/kill", post(kill_tokens))
        .route("/control/tokens/relink", post(require_relink))
        .route("/control/topups", get(topups))
        .route("/control/topup", post(top_up))
        .route("/control/holds", get(holds))
        .route("/control/settlement", post(set_settlement))
        .route("/control/settle", post(settle))
        .route("/control/refunds", get(refunds))
        .route("/control/refund/rule", post(set_refund_rule))
        .route("/control/refund/end", post(end_refund))
        .route("/control/requests", get(requests))
        .route("/control/violations", get(violations))
        .route("/control/violations/clear", post(clear_violations))
}

async fn clock(State(steering): State<Steering>) -> Json<Value> {
    Json(json!({"now_ms": steering.now_ms(), "frozen": steering.shared.clock.is_frozen()}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    ms: u64,
}

async fn advance(state: State<Steering>, Json(Advance { ms }): Json<Advance>) -> Json<Value> {
    state.advance_clock_ms(ms);
    clock(state).await
}

async fn freeze(state: State<Steering>) -> Json<Value> {
    state.freeze_clock();
    clock(state).await
}

async fn unfreeze(state: State<Steering>) -> Json<Value> {
    state.unfreeze_clock();
    clock(state).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddFault {
    call: Call,
    fault: Fault,
    #[serde(default = "once")]
    count: u32,
}

fn once() -> u32 {
    1
}

async fn add_fault(State(steering): State<Steering>, Json(order): Json<AddFault>) -> Json<Value> {
    steering.add_fault(order.call, order.fault, order.count);
    done()
}

async fn clear_faults(State(steering): State<Steering>) -> Json<Value> {
    steering.clear_faults();
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whose {
    mobile: String,
}

async fn wallet(State(steering): State<Steering>, Query(Whose { mobile }): Query<Whose>) -> Response {
    if !is_mobile(&mobile) {
        return refuse("mobile is not ten digits beginning 6 to 9");
    }
    Json(steering.wallet(&mobile)).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetWallet {
    mobile: String,
    /// Members that are left out stay as they are.
    wallet: Map<String, Value>,
}

async fn set_wallet(State(steering): State<Steering>, Json(order): Json<SetWallet>) -> Response {
    if !is_mobile(&order.mobile) {
        return refuse("mobile is not ten digits beginning 6 to 9");
    }
    match merged(&steering.wallet(&order.mobile).wallet, order.wallet) {
        Ok(wallet) => {
            steering.set_wallet(&order.mobile, wallet);
            Json(steering.wallet(&order.mobile)).into_response()
        }
        Err(why) => refuse(&why.to_string()),
    }
}

fn merged(wallet: &Wallet, changes: Map<String, Value>) -> serde_json::Result<Wallet> {
    let mut whole = serde_json::to_value(wallet)?;
    if let Some(members) = whole.as_object_mut() {
        members.extend(changes);
    }
    serde_json::from_value(whole)
}

async fn otp(State(steering): State<Steering>, Query(Whose { mobile }): Query<Whose>) -> Json<Value> {
    Json(json!({"otp": steering.otp(&mobile)}))
}

async fn set_otp_rules(State(steering): State<Steering>, Json(rules): Json<OtpRules>) -> Json<Value> {
    steering.set_otp_rules(rules);
    done()
}

async fn kill_tokens(State(steering): State<Steering>, Json(Whose { mobile }): Json<Whose>) -> Json<Value> {
    Json(json!({"tokens": steering.kill_tokens(&mobile)}))
}

async fn require_relink(
    State(steering): State<Steering>,
    Json(Whose { mobile }): Json<Whose>,
) -> Json<Value> {
    Json(json!({"tokens": steering.require_relink(&mobile)}))
}

async fn topups(State(steering): State<Steering>) -> Json<Value> {
    Json(json!(steering.top_ups()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoTopUp {
    id: Option<String>,
    mobile: Option<String>,
    amount_paise: i64,
}

async fn top_up(State(steering): State<Steering>, Json(order): Json<DoTopUp>) -> Response {
    let outcome = match (&order.id, &order.mobile) {
        (Some(id), None) => steering.do_top_up(id, order.amount_paise),
        (None, Some(mobile)) if is_mobile(mobile) => steering.credit(mobile, order.amount_paise),
        _ => Err("exactly one of id and a valid mobile is needed"),
    };
    outcome.map_or_else(refuse, |()| done().into_response())
}

async fn holds(State(steering): State<Steering>) -> Json<Value> {
    Json(json!(steering.holds()))
}

async fn set_settlement(State(steering): State<Steering>, Json(settlement): Json<Settlement>) -> Json<Value> {
    steering.set_settlement(settlement);
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settle {
    transaction_id: String,
    outcome: Outcome,
}

async fn settle(State(steering): State<Steering>, Json(order): Json<Settle>) -> Response {
    if steering.settle(&order.transaction_id, order.outcome) {
        done().into_response()
    } else {
        refuse("no capture of that transaction is settling")
    }
}

async fn refunds(State(steering): State<Steering>) -> Json<Value> {
    Json(json!(steering.refunds()))
}

async fn set_refund_rule(State(steering): State<Steering>, Json(rule): Json<RefundRule>) -> Json<Value> {
    steering.set_refund_rule(rule);
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndRefund {
    transaction_id: String,
    state: RefundState,
}

async fn end_refund(State(steering): State<Steering>, Json(order): Json<EndRefund>) -> Response {
    if steering.end_refund(&order.transaction_id, order.state) {
        done().into_response()
    } else {
        refuse("no refund with that id is pending")
    }
}

async fn requests(State(steering): State<Steering>) -> Json<Value> {
    let counts = steering.shared.traffic().counts().clone();
    Json(json!({"counts": counts, "requests": steering.requests()}))
}

async fn violations(State(steering): State<Steering>) -> Json<Value> {
    Json(json!(steering.violations()))
}

async fn clear_violations(State(steering): State<Steering>) -> Json<Value> {
    steering.clear_violations();
    done()
}

fn done() -> Json<Value> {
    Json(json!({"done": true}))
}

fn refuse(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": why}))).into_response()
}
