//! What each call does to the books and says back.

use serde_json::{Value, json};

use crate::books::{
    Books, DeviceCheck, Hold, HoldRequest, HoldState, PersonId, Refund, RefundRequest, TopUpRequest, Workflow,
};
use crate::calls::Call;
use crate::checks::Asked;
use crate::reply::{Refusal, Reply};
use crate::signing::sha256_hex;

/// PhonePe prints no default for `expiry`; its sample has 60 minutes.
const EXPIRY_MINUTES: i64 = 60;

/// Carries out a request that keeps to the published form.
///
/// # Errors
/// The refusal to answer with.
pub(crate) fn answer(
    books: &mut Books,
    merchant_id: &str,
    asked: &Asked,
    now_ms: i64,
) -> Result<Reply, Refusal> {
    match asked.call {
        Call::OtpSend => send_otp(books, merchant_id, asked, now_ms),
        Call::OtpVerify => verify_otp(books, merchant_id, asked, now_ms),
        Call::TokenUnlink => unlink(books, merchant_id, asked),
        Call::WalletBalance => balance(books, asked),
        Call::DebitSuggest => suggest(books, asked, now_ms),
        Call::WalletTopup => topup(books, asked, now_ms),
        Call::AuthAuthorize => authorize(books, asked, now_ms),
        Call::AuthCapture => capture(books, asked, now_ms),
        Call::AuthCancel => cancel(books, asked, now_ms),
        Call::AuthStatus => auth_status(books, asked),
        Call::TransactionStatus => transaction_status(books, merchant_id, asked),
        Call::Refund => refund(books, merchant_id, asked, now_ms),
    }
}

fn send_otp(books: &mut Books, merchant_id: &str, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let token = books.send_otp(asked.payload.text("mobileNumber"), now_ms)?;
    Ok(Reply::success(
        json!({"merchantId": merchant_id, "otpToken": token}),
    ))
}

fn verify_otp(books: &mut Books, merchant_id: &str, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let person = books.verify_otp(asked.payload.text("otpToken"), asked.payload.text("otp"), now_ms)?;
    let token = books.link(merchant_id, person, asked.device_id.clone().unwrap_or_default());
    Ok(Reply::success(
        json!({"merchantId": merchant_id, "userAuthToken": token}),
    ))
}

fn unlink(books: &mut Books, merchant_id: &str, asked: &Asked) -> Result<Reply, Refusal> {
    let token = asked.payload.text("userAuthToken");
    books.unlink(token)?;
    Ok(Reply::success(
        json!({"merchantId": merchant_id, "userAuthToken": token}),
    ))
}

fn balance(books: &Books, asked: &Asked) -> Result<Reply, Refusal> {
    let person = books.person_of(asked.payload.text("userAuthToken"), device(asked))?;
    let workflow = match asked.payload.text("topupWorkflowType") {
        "TRANSACTIONAL" => Workflow::Transactional,
        _ => Workflow::NonTransactional,
    };
    let amount_paise = asked.payload.number("txnAmount").unwrap_or(0);
    Ok(Reply::success(wallet_view(
        books,
        &person,
        workflow,
        amount_paise,
        asked.payload.app_version(),
    )))
}

fn suggest(books: &Books, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let person = books.person_of(&asked.id_in_path, DeviceCheck::Skip)?;
    if books
        .person(&person)
        .is_some_and(|person| person.wallet.is_blocked(now_ms))
    {
        return Err(Refusal::of("USER_BLOCKED"));
    }
    // Without an amount the page leaves the comparison to the merchant: one paisa stands for "any".
    let amount_paise = asked.txn_amount.unwrap_or(1);
    let mut data = wallet_view(books, &person, Workflow::Suggest, amount_paise, None);
    if let Some(members) = data.as_object_mut() {
        members.insert("responseCode".to_owned(), json!("SUCCESS"));
    }
    Ok(Reply::success(data))
}

/// The `data` of both samples on the balance page, member by member.
fn wallet_view(
    books: &Books,
    person: &PersonId,
    workflow: Workflow,
    amount_paise: i64,
    app_version: Option<i64>,
) -> Value {
    let wallet = books
        .person(person)
        .map(|person| person.wallet.clone())
        .unwrap_or_default();
    let usable_paise = books.usable_paise(person);
    let flags = wallet.flags(workflow, amount_paise, usable_paise, app_version);
    json!({
        "responseType": "WALLET_ONLY",
        "wallet": {
            "availableBalance": books.available_paise(person),
            "usableBalance": usable_paise,
            "maxTopupAllowed": wallet.topup_paise_max,
            "debitPossible": flags.debit_possible,
            "topupPossible": flags.topup_possible,
        },
        "displayMessage": flags.display_message,
        "userIdHash": sha256_hex(&["user", person]),
        "maskedMobileNumber": null,
        "linkedUser": null,
    })
}

fn topup(books: &mut Books, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let token = Some(asked.payload.text("userAuthToken")).filter(|token| !token.is_empty());
    let person = token
        .map(|token| books.person_of(token, DeviceCheck::Skip))
        .transpose()?;
    let amounts = asked.payload.get("recommendedAmounts").and_then(Value::as_array);
    let request = TopUpRequest {
        amount_paise: asked.payload.number("amount").unwrap_or(0),
        recommended_paise: amounts.into_iter().flatten().filter_map(Value::as_i64).collect(),
        adjusts: asked
            .payload
            .get("adjustAmount")
            .and_then(Value::as_bool)
            .unwrap_or(true),
    };
    let wallet = person
        .as_deref()
        .and_then(|id| books.person(id))
        .map(|person| person.wallet.clone());
    let needed_paise = books.topup_paise(person.as_deref(), &request);
    let refused = wallet.and_then(|wallet| wallet.topup_refusal(needed_paise, asked.payload.app_version()));
    if let Some(code) = refused {
        return Err(Refusal::of(code));
    }
    let topup = books.ask_topup(person, &request, now_ms);
    Ok(Reply::success(
        json!({"responseType": "WALLET_TOPUP_DEEPLINK", "redirectUrl": topup.link()}),
    ))
}

fn authorize(books: &mut Books, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let person = books.person_of(asked.payload.text("userAuthToken"), device(asked))?;
    let loses_reply = books
        .person(&person)
        .is_some_and(|person| person.wallet.loses_authorize_replies);
    let transaction_id = asked.payload.text("transactionId");
    let request = HoldRequest {
        transaction_id: transaction_id.to_owned(),
        amount_paise: asked.payload.number("amount").unwrap_or(0),
        expiry_minutes: asked.payload.number("expiry").unwrap_or(EXPIRY_MINUTES),
    };
    books.authorize(person, request, now_ms)?;
    let hold = books
        .hold(transaction_id)
        .ok_or(Refusal::of("INTERNAL_SERVER_ERROR"))?;
    Ok(Reply {
        lost: loses_reply,
        ..Reply::success(auth_view(hold))
    })
}

fn capture(books: &mut Books, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let transaction_id = asked.payload.text("transactionId");
    let hold = books.capture(transaction_id, asked.payload.number("amount"), now_ms)?;
    Ok(Reply::success_without_member(json!({
        "amount": hold.captured_paise,
        "transactionId": hold.transaction_id,
        "authState": hold.state,
        "providerReferenceId": hold.provider_reference,
    })))
}

fn cancel(books: &mut Books, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let transaction_id = asked.payload.text("transactionId");
    books.cancel(transaction_id, now_ms)?;
    let data = json!({"transactionId": transaction_id, "authState": HoldState::Cancelled});
    Ok(Reply::success_without_member(data))
}

fn auth_status(books: &Books, asked: &Asked) -> Result<Reply, Refusal> {
    let hold = books
        .hold(&asked.id_in_path)
        .ok_or(Refusal::of("TRANSACTION_NOT_FOUND"))?;
    Ok(Reply::success(auth_view(hold)))
}

/// The `data` of the check-auth-status sample; authorize's own reply is on no stored page and is given the same.
fn auth_view(hold: &Hold) -> Value {
    json!({
        "transactionId": hold.transaction_id,
        "authState": hold.state,
        "authorizedAmount": hold.authorized_paise,
        "capturedAmount": hold.captured_paise.unwrap_or(0),
        "providerReferenceId": hold.provider_reference,
    })
}

/// The first state is PAYMENT_PENDING, whatever comes of it.
fn refund(books: &mut Books, merchant_id: &str, asked: &Asked, now_ms: i64) -> Result<Reply, Refusal> {
    let request = RefundRequest {
        transaction_id: asked.payload.text("transactionId").to_owned(),
        original_id: asked.payload.text("originalTransactionId").to_owned(),
        provider_reference: asked.payload.text("providerReferenceId").to_owned(),
        amount_paise: asked.payload.number("amount").unwrap_or(0),
    };
    let id = request.transaction_id.clone();
    match books.refund(request, now_ms)? {
        Some(refund) => Ok(Reply::payment(
            "PAYMENT_PENDING",
            refund_view(&refund, merchant_id, "PENDING"),
        )),
        None => {
            let data = json!({"transactionId": id, "merchantId": merchant_id, "payResponseCode": "EXCESS_REFUND_AMOUNT"});
            Ok(Reply::payment("PAYMENT_ERROR", data))
        }
    }
}

fn refund_view(refund: &Refund, merchant_id: &str, status: &str) -> Value {
    json!({
        "transactionId": refund.transaction_id,
        "merchantId": merchant_id,
        "amount": refund.amount_paise,
        "status": status,
        "providerReferenceId": refund.provider_reference,
        "payResponseCode": status,
    })
}

fn transaction_status(books: &Books, merchant_id: &str, asked: &Asked) -> Result<Reply, Refusal> {
    if let Some(refund) = books.refund_of_id(&asked.id_in_path) {
        let code = refund.state.payment_code();
        let status = code.trim_start_matches("PAYMENT_");
        return Ok(Reply::payment(code, refund_view(refund, merchant_id, status)));
    }
    let hold = books
        .hold(&asked.id_in_path)
        .ok_or(Refusal::of("TRANSACTION_NOT_FOUND"))?;
    let code = hold.payment_code();
    let (payment_state, pay_response_code) = match code {
        "PAYMENT_SUCCESS" => ("COMPLETED", "SUCCESS"),
        "PAYMENT_PENDING" => ("PENDING", "PENDING"),
        other => ("FAILED", other),
    };
    let data = json!({
        "transactionId": hold.transaction_id,
        "merchantId": merchant_id,
        "amount": hold.captured_paise.unwrap_or(hold.authorized_paise),
        "providerReferenceId": hold.provider_reference,
        "paymentState": payment_state,
        "payResponseCode": pay_response_code,
    });
    Ok(Reply::payment(code, data))
}

fn device(asked: &Asked) -> DeviceCheck<'_> {
    asked
        .device_id
        .as_deref()
        .map_or(DeviceCheck::Skip, DeviceCheck::Same)
}
