//! Connections that hold, and what comes over them.

use super::*;

#[tokio::test]
async fn more_than_256_kib_are_not_read() {
    let body = format!("{{\"code\":\"SUCCESS\",\"pad\":\"{}\"}}", "x".repeat(300 * 1024));
    assert!(is_unreadable(
        &heard_of(reply_with(200, "", body.as_bytes())).await
    ));
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{body}\r\n0\r\n\r\n",
        body.len()
    );
    let heard = heard_of(chunked).await;
    assert!(is_unreadable(&heard), "{heard:?}");
    assert_eq!((heard.http_status, heard.reply_sha256), (Some(200), None));
    let mut most = sample(Call::Capture);
    most["pad"] = serde_json::json!("");
    most["pad"] = serde_json::json!("x".repeat(REPLY_BYTES_MAX - most.to_string().len()));
    let heard = heard_of(reply_with(200, "", most.to_string().as_bytes())).await;
    assert!(
        matches!(heard.meaning, Meaning::Agreed(_)),
        "exactly 256 KiB are read"
    );
}

#[tokio::test]
async fn http_errors_are_judged_by_their_body() {
    let heard = heard_of(reply_with(
        502,
        "Content-Type: text/html\r\n",
        b"<html>Bad Gateway</html>",
    ))
    .await;
    assert_eq!(
        (unknown(&heard), heard.http_status),
        (Some(&UnknownWhy::ProviderError), Some(502))
    );
    let heard = heard_of(reply_with(404, "", b"<html>Not found</html>")).await;
    assert!(is_unreadable(&heard));
    let heard = heard_of(reply_with(
        417,
        "",
        br#"{"success":false,"code":"INVALID_TRANSACTION_ID"}"#,
    ))
    .await;
    assert!(
        matches!(heard.meaning, Meaning::Refused(domain::RefusalKind::AlreadyAsked)),
        "{heard:?}"
    );
    let heard = heard_of(reply_with(204, "", b"")).await;
    assert!(is_unreadable(&heard));
}

#[tokio::test]
async fn a_signed_reply_is_verified_before_it_is_read() {
    let plain = sample(Call::Capture).to_string();
    let response = STANDARD.encode(&plain);
    let body = serde_json::json!({ "response": response }).to_string();
    let stamp = x_verify_post(&response, "", &SecretString::from(SALT_KEY), 1);
    let heard = heard_of(reply_with(
        200,
        &format!("X-VERIFY: {stamp}\r\n"),
        body.as_bytes(),
    ))
    .await;
    assert!(
        matches!(heard.meaning, Meaning::Agreed(Answer::CaptureAccepted { .. })),
        "{heard:?}"
    );
    let wrong = x_verify_post(&response, "", &SecretString::from("another"), 1);
    let heard = heard_of(reply_with(
        200,
        &format!("X-VERIFY: {wrong}\r\n"),
        body.as_bytes(),
    ))
    .await;
    assert!(is_unreadable(&heard), "{heard:?}");
    assert!(
        is_unreadable(&heard_of(reply_with(200, "", body.as_bytes())).await),
        "signed by nobody"
    );
    let heard = heard_of(reply_with(
        200,
        &format!("X-VERIFY: {wrong}\r\n"),
        plain.as_bytes(),
    ))
    .await;
    assert!(
        matches!(heard.meaning, Meaning::Agreed(_)),
        "a plain reply has nothing that is signed"
    );
}

#[tokio::test]
async fn a_money_calls_reply_about_another_sale_is_a_mismatch() {
    let body = sample(Call::Capture)
        .to_string()
        .replace(SALE, "S01ARZ3NDEKTSV4RRFFQ69G5FAW");
    let heard = heard_of(reply_with(200, "", body.as_bytes())).await;
    assert!(
        matches!(unknown(&heard), Some(UnknownWhy::Mismatch(_))),
        "{heard:?}"
    );
}
