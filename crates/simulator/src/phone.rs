//! The customer's phone: a page with the SMS, the wallet, what is blocked, and top-ups to be done.

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::books::{Books, HoldState, Message, Person, TopUp, rupees};
use crate::cast::{CAST, Part};
use crate::steering::Steering;

const PAGE: &str = include_str!("phone/phone.html");
const STYLE: &str = include_str!("phone/phone.css");
const SCRIPT: &str = include_str!("phone/phone.js");
/// The page can load what it is made of and talk to this server, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(crate) fn router() -> Router<Steering> {
    Router::new()
        .route("/phone", get(async || file("text/html; charset=utf-8", PAGE)))
        .route(
            "/phone/phone.css",
            get(async || file("text/css; charset=utf-8", STYLE)),
        )
        .route(
            "/phone/phone.js",
            get(async || file("text/javascript; charset=utf-8", SCRIPT)),
        )
        .route("/phone/view", get(view))
        .route("/phone/topup", post(top_up))
}

fn file(kind: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, text).into_response()
}

/// What the page asks for: whose phone, and which top-up code it has scanned.
#[derive(Deserialize)]
struct Look {
    phone: Option<String>,
    topup: Option<String>,
}

#[derive(Serialize)]
struct View {
    phones: Vec<Tab>,
    phone: Option<PhoneView>,
    /// Set when a scanned code leads nowhere.
    scan_problem: Option<&'static str>,
    cast: &'static [Part],
}

#[derive(Serialize)]
struct Tab {
    id: String,
    label: String,
    selected: bool,
}

#[derive(Serialize)]
struct PhoneView {
    available: String,
    usable: String,
    blocked: String,
    /// Plain sentences about what is unusual with this wallet.
    conditions: Vec<&'static str>,
    messages: Vec<Message>,
    holds: Vec<HoldLine>,
    topups: Vec<TopUpLine>,
}

#[derive(Serialize)]
struct HoldLine {
    transaction_id: String,
    amount: String,
    settling: bool,
    expires_at_ms: i64,
}

#[derive(Serialize)]
struct TopUpLine {
    id: String,
    scanned: bool,
    amounts: Vec<Amount>,
}

#[derive(Serialize)]
struct Amount {
    paise: i64,
    label: String,
}

async fn view(State(steering): State<Steering>, Query(look): Query<Look>) -> Json<View> {
    Json(steering.shared.with_books(|books, now_ms| {
        let selected = selected(books, &look);
        if let (Some(topup), Some(person)) = (&look.topup, &selected) {
            books.claim_topup(topup, person);
        }
        let phone = selected
            .as_deref()
            .and_then(|id| Some(phone_view(books, id, books.person(id)?, &look, now_ms)));
        let missing = look.topup.as_ref().is_some_and(|id| books.topup(id).is_none());
        View {
            phones: tabs(books, selected.as_deref()),
            phone,
            scan_problem: missing.then_some("This top-up code is used or has expired."),
            cast: CAST,
        }
    }))
}

/// The phone that was asked for, else the one that the scanned code is for, else the latest in use.
fn selected(books: &Books, look: &Look) -> Option<String> {
    let asked = look.phone.clone().filter(|id| books.person(id).is_some());
    let scanned = || books.topup(look.topup.as_ref()?)?.person.clone();
    let latest = || {
        books
            .people()
            .max_by_key(|(_, person)| person.seen_at_ms)
            .map(|(id, _)| id.clone())
    };
    asked.or_else(scanned).or_else(latest)
}

fn tabs(books: &Books, selected: Option<&str>) -> Vec<Tab> {
    let mut people: Vec<_> = books.people().collect();
    people.sort_by_key(|(_, person)| std::cmp::Reverse(person.seen_at_ms));
    let tab = |(id, person): (&String, &Person)| Tab {
        id: id.clone(),
        label: label(person),
        selected: selected == Some(id.as_str()),
    };
    people.into_iter().take(12).map(tab).collect()
}

/// After a restart only the last four digits are known, until the number is used again.
fn label(person: &Person) -> String {
    match person
        .mobile
        .as_deref()
        .and_then(|mobile| mobile.split_at_checked(5))
    {
        Some((head, tail)) => format!("{head} {tail}"),
        None => format!("•••••• {}", person.last_four),
    }
}

fn phone_view(books: &Books, id: &str, person: &Person, look: &Look, now_ms: i64) -> PhoneView {
    let holds = books
        .holds()
        .filter(|hold| hold.person == id && hold.blocked_paise() > 0);
    let own = |topup: &&TopUp| topup.person.as_deref() == Some(id);
    let mut topups: Vec<&TopUp> = books.topups().filter(own).collect();
    let is_scanned = |topup: &TopUp| look.topup.as_ref() == Some(&topup.id);
    topups.sort_by_key(|topup| std::cmp::Reverse((is_scanned(topup), topup.expires_at_ms)));
    PhoneView {
        available: rupees(books.available_paise(id)),
        usable: rupees(books.usable_paise(id)),
        blocked: rupees(books.blocked_paise(id)),
        conditions: conditions(person, now_ms),
        messages: person.messages.iter().rev().take(8).cloned().collect(),
        holds: holds
            .map(|hold| HoldLine {
                transaction_id: hold.transaction_id.clone(),
                amount: rupees(hold.blocked_paise()),
                settling: hold.state == HoldState::Created,
                expires_at_ms: hold.expires_at_ms,
            })
            .collect(),
        topups: topups
            .into_iter()
            .take(2)
            .map(|topup| topup_line(topup, is_scanned(topup)))
            .collect(),
    }
}

fn topup_line(topup: &TopUp, scanned: bool) -> TopUpLine {
    let amount = |paise: &i64| Amount {
        paise: *paise,
        label: rupees(*paise),
    };
    TopUpLine {
        id: topup.id.clone(),
        scanned,
        amounts: topup.amounts_paise.iter().map(amount).collect(),
    }
}

fn conditions(person: &Person, now_ms: i64) -> Vec<&'static str> {
    let wallet = &person.wallet;
    let all = [
        (!wallet.kyc_done, "KYC not done"),
        (!wallet.active, "Wallet not active"),
        (wallet.limit_paise == 0, "KYC limits reached"),
        (!wallet.app_supports_topup, "App too old for top-up"),
        (wallet.blacklisted, "Blacklisted"),
        (wallet.is_blocked(now_ms), "Blocked for a day"),
        (wallet.otp_limited, "Too many OTPs"),
    ];
    all.into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, text)| text)
        .collect()
}

#[derive(Deserialize)]
struct Chosen {
    topup: String,
    amount_paise: i64,
}

async fn top_up(State(steering): State<Steering>, Json(chosen): Json<Chosen>) -> Response {
    match steering.do_top_up(&chosen.topup, chosen.amount_paise) {
        Ok(()) => Json(json!({"done": true})).into_response(),
        Err(why) => (StatusCode::BAD_REQUEST, Json(json!({"error": why}))).into_response(),
    }
}
