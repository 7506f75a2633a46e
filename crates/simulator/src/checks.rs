//! The strict reading of a request. Whatever breaks the published form is refused here, before the books.

mod body;
mod fields;
mod headers;

use axum::http::HeaderMap;

use crate::calls::{Call, Route};
use crate::reply::Refusal;
use crate::signing;
pub(crate) use body::Payload;
use body::read_envelope;
#[cfg(test)]
pub(crate) use fields::check as check_fields;
pub(crate) use fields::is_mobile;

/// What the simulator expects of its one merchant.
pub(crate) struct Merchant {
    pub(crate) id: String,
    pub(crate) salt_key: String,
    pub(crate) salt_index: u32,
}

/// A request as it came off the wire.
#[derive(Clone)]
pub(crate) struct Incoming {
    pub(crate) route: Route,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// A request that keeps to the published form.
pub(crate) struct Asked {
    pub(crate) call: Call,
    pub(crate) payload: Payload,
    /// The token or transaction id that a GET carries in its path.
    pub(crate) id_in_path: String,
    pub(crate) txn_amount: Option<i64>,
    pub(crate) device_id: Option<String>,
}

impl Incoming {
    /// The transaction id, read leniently, so that even a request that is about to be lost is counted under it.
    pub(crate) fn transaction_id(&self) -> Option<String> {
        match self.route.call {
            Call::AuthStatus | Call::TransactionStatus => {
                self.route.in_path.as_ref().map(|(_, id)| id.clone())
            }
            Call::AuthAuthorize | Call::AuthCapture | Call::AuthCancel | Call::Refund => {
                let payload = read_envelope(&self.body)
                    .and_then(|base64| Payload::decode(&base64))
                    .ok()?;
                Some(payload.text("transactionId").to_owned()).filter(|id| !id.is_empty())
            }
            Call::OtpSend
            | Call::OtpVerify
            | Call::TokenUnlink
            | Call::WalletBalance
            | Call::WalletTopup
            | Call::DebitSuggest => None,
        }
    }
}

/// Checks headers, envelope, signature, payload, merchant and device, in this order.
///
/// # Errors
/// The first breach, with the code that PhonePe gives it.
pub(crate) fn check(merchant: &Merchant, incoming: &Incoming) -> Result<Asked, Refusal> {
    let Incoming { route, headers, body } = incoming;
    headers::check_form(route.call, headers)?;
    let payload = match &route.in_path {
        None => read_post(merchant, route, headers, body)?,
        Some(_) => read_get(merchant, route, headers, body)?,
    };
    let device_id = headers::device_id(route.call, headers)?;
    let txn_amount = query_amount(route)?;
    let id_in_path = route
        .in_path
        .as_ref()
        .map(|(_, id)| id.clone())
        .unwrap_or_default();
    Ok(Asked {
        call: route.call,
        payload,
        id_in_path,
        txn_amount,
        device_id,
    })
}

fn read_post(
    merchant: &Merchant,
    route: &Route,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Payload, Refusal> {
    let base64 = read_envelope(body)?;
    let expected = signing::for_post(&base64, &route.path, &merchant.salt_key, merchant.salt_index);
    headers::check_signature(headers, &expected)?;
    let payload = Payload::decode(&base64)?;
    fields::check(route.call, &payload)?;
    if payload.text("merchantId") != merchant.id {
        return Err(Refusal::bad_request(
            "merchantId is not the merchant of this salt key",
        ));
    }
    Ok(payload)
}

fn read_get(
    merchant: &Merchant,
    route: &Route,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Payload, Refusal> {
    if !body.is_empty() {
        return Err(Refusal::bad_request("a GET carries no body"));
    }
    let expected = signing::for_get(&route.path, &merchant.salt_key, merchant.salt_index);
    headers::check_signature(headers, &expected)?;
    if let Some((asked, id)) = &route.in_path {
        if *asked != merchant.id {
            return Err(Refusal::bad_request(
                "merchantId in the path is not the merchant of this salt key",
            ));
        }
        if route.call != Call::DebitSuggest && !fields::is_transaction_id(id) {
            return Err(Refusal::bad_request(
                "transactionId in the path has a wrong length or character",
            ));
        }
    }
    Ok(Payload::empty())
}

/// `txnAmount` of debit/suggest, the only query on any page.
fn query_amount(route: &Route) -> Result<Option<i64>, Refusal> {
    let Some(query) = &route.query else {
        return Ok(None);
    };
    let digits = query
        .strip_prefix("txnAmount=")
        .filter(|_| route.call == Call::DebitSuggest);
    let amount = digits.filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    match amount.and_then(|text| text.parse().ok()) {
        Some(paise) => Ok(Some(paise)),
        None => Err(Refusal::bad_request(
            "a query other than txnAmount=<paise> on debit/suggest",
        )),
    }
}
