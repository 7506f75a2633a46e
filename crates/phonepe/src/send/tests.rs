//! Real sockets on loopback, each of which fails in its own way.

use super::*;
use crate::client::Deadlines;
use crate::meaning::tests::{MERCHANT, SALE, TOKEN, ask, sample};
use crate::settings::tests::settings;
use crate::{x_verify_get, x_verify_post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Answer;
use secrecy::SecretString;
use server::{Arrived, Server, reply_with};
use std::time::Duration;

mod certificates;
mod hostile;
mod leaks;
mod replies;
mod server;

const SALT_KEY: &str = "099eb0cd-02cf-4e2a-8aca-3e6c6aff0399";
const SHORT: Deadlines = Deadlines {
    connect: Duration::from_millis(250),
    total: Duration::from_millis(400),
};

fn client(base_url: &str, deadlines: Deadlines) -> Client {
    Client::with_deadlines(settings(base_url), SecretString::from(SALT_KEY), deadlines).unwrap()
}

async fn asked(base_url: &str, call: Call, deadlines: Deadlines) -> Heard {
    let client = client(base_url, deadlines);
    let prepared = client.prepare(&ask(call)).unwrap();
    client.send(prepared).await
}

/// Asks for a capture and gives what was heard and what arrived, having seen that nothing more arrived.
async fn captured(server: Server, deadlines: Deadlines) -> (Heard, Arrived) {
    let heard = asked(&server.base_url(), Call::Capture, deadlines).await;
    assert_eq!(heard.call, Call::Capture);
    (heard, server.arrived_once().await)
}

async fn heard_of(reply: impl Into<Vec<u8>>) -> Heard {
    captured(Server::replying(reply.into()), Deadlines::default())
        .await
        .0
}

fn unknown(heard: &Heard) -> Option<&UnknownWhy> {
    match &heard.meaning {
        Meaning::Unknown(why) => Some(why),
        Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) => None,
    }
}

fn not_sent(heard: &Heard) -> Option<&str> {
    match &heard.meaning {
        Meaning::NotSent(why) => Some(why),
        Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::Unknown(_) => None,
    }
}

fn is_unreadable(heard: &Heard) -> bool {
    matches!(unknown(heard), Some(UnknownWhy::Unreadable(_)))
}

#[tokio::test]
async fn what_is_signed_is_what_arrives_with_every_header() {
    let body = sample(Call::Capture).to_string();
    let (heard, arrived) = captured(
        Server::replying(reply_with(200, "", body.as_bytes())),
        Deadlines::default(),
    )
    .await;
    assert!(matches!(
        heard.meaning,
        Meaning::Agreed(Answer::CaptureAccepted { .. })
    ));
    assert_eq!(
        (heard.code.as_deref(), heard.http_status),
        (Some("SUCCESS"), Some(200))
    );
    assert_eq!(heard.reply_sha256, Some(hex_lower(&Sha256::digest(&body))));
    assert!(
        arrived.head.starts_with("POST /v3/auth/capture HTTP/1.1\r\n"),
        "{}",
        arrived.head
    );
    let sent: serde_json::Value = serde_json::from_str(&arrived.body).unwrap();
    let payload = sent["request"].as_str().unwrap();
    let x_verify = x_verify_post(payload, "/v3/auth/capture", &SecretString::from(SALT_KEY), 1);
    assert_eq!(arrived.header("x-verify"), Some(x_verify.as_str()));
    assert_eq!(arrived.header("content-type"), Some("application/json"));
    assert_eq!(
        arrived.header("x-device-id"),
        Some("78e29dc5-872e-404a-8243-e431b25bf650bGl0bw-cWNvbQ-")
    );
    for absent in [
        "accept-encoding",
        "cookie",
        "x-callback-url",
        "x-call-mode",
        "referer",
        "transfer-encoding",
    ] {
        assert_eq!(arrived.header(absent), None);
    }
}

#[tokio::test]
async fn each_call_arrives_at_its_path_with_its_headers() {
    for call in Call::ALL {
        let server = Server::replying(reply_with(200, "", sample(call).to_string().as_bytes()));
        let heard = asked(
            &format!("{}/enterprise-sandbox", server.base_url()),
            call,
            Deadlines::default(),
        )
        .await;
        assert!(matches!(heard.meaning, Meaning::Agreed(_)), "{heard:?}");
        let arrived = server.arrived_once().await;
        assert_eq!(
            arrived.header("x-device-id").is_some(),
            !matches!(call, Call::TransactionStatus | Call::Refund),
            "{call:?}"
        );
        assert_eq!(
            arrived.header("content-type"),
            Some("application/json"),
            "{call:?}"
        );
        assert!(
            arrived.head.contains(" /enterprise-sandbox/v3/"),
            "{}",
            arrived.head
        );
    }
    let server = Server::replying(reply_with(200, "", sample(Call::Suggest).to_string().as_bytes()));
    asked(&server.base_url(), Call::Suggest, Deadlines::default()).await;
    let arrived = server.arrived_once().await;
    let path = format!("/v3/account/token/{MERCHANT}/{TOKEN}/debit/suggest");
    assert!(
        arrived
            .head
            .starts_with(&format!("GET {path}?txnAmount=9900 HTTP/1.1\r\n")),
        "{}",
        arrived.head
    );
    let x_verify = x_verify_get(&path, &SecretString::from(SALT_KEY), 1);
    assert_eq!(
        (arrived.header("x-verify"), arrived.body.as_str()),
        (Some(x_verify.as_str()), "")
    );
}

#[tokio::test]
async fn nothing_is_kept_between_two_calls() {
    let body = sample(Call::Capture).to_string();
    let reply = reply_with(
        200,
        "Set-Cookie: a=b; Path=/\r\nConnection: keep-alive\r\n",
        body.as_bytes(),
    );
    let server = Server::replying(reply.clone());
    let client = client(&server.base_url(), Deadlines::default());
    let ask = ask(Call::Capture);
    client.send(client.prepare(&ask).unwrap()).await;
    let listener = server.handled().await.1;
    let server = Server::replying_on(listener, reply);
    let heard = client.send(client.prepare(&ask).unwrap()).await;
    assert!(matches!(heard.meaning, Meaning::Agreed(_)), "{heard:?}");
    assert_eq!(
        server.arrived_once().await.header("cookie"),
        None,
        "and it came by a connection of its own"
    );
}

#[tokio::test]
async fn a_refused_port_means_not_sent() {
    let gone = Server::replying(Vec::new());
    let base_url = gone.base_url();
    gone.leave().await;
    let heard = asked(&base_url, Call::Authorize, Deadlines::default()).await;
    assert_eq!(not_sent(&heard), Some("the connection was refused"));
    assert_eq!(
        (heard.http_status, heard.code, heard.reply_sha256),
        (None, None, None)
    );
}

#[tokio::test]
async fn a_name_that_does_not_exist_means_not_sent() {
    let deadlines = Deadlines {
        connect: Duration::from_secs(2),
        total: Duration::from_secs(20),
    };
    let heard = asked("https://no-such-host.invalid", Call::Authorize, deadlines).await;
    let why = not_sent(&heard).unwrap();
    assert!(
        ["the name was not found", "no connection in time"].contains(&why),
        "{why}"
    );
}

#[tokio::test]
async fn tls_that_is_not_agreed_means_not_sent() {
    let garbage = Server::replying(b"HTTP/1.1 400 this is not TLS\r\n\r\n".to_vec());
    let heard = asked(
        &garbage.base_url().replace("http:", "https:"),
        Call::Authorize,
        Deadlines::default(),
    )
    .await;
    assert_eq!(not_sent(&heard), Some("TLS was not agreed"));
    let closing = Server::closing_at_once();
    let heard = asked(
        &closing.base_url().replace("http:", "https:"),
        Call::Authorize,
        Deadlines::default(),
    )
    .await;
    assert!(not_sent(&heard).is_some(), "{heard:?}");
    let silent = Server::silent(Vec::new());
    let heard = asked(
        &silent.base_url().replace("http:", "https:"),
        Call::Authorize,
        SHORT,
    )
    .await;
    assert_eq!(not_sent(&heard), Some("no connection in time"));
}

#[tokio::test]
async fn a_connection_that_closes_after_it_stood_is_unknown() {
    let closing = Server::closing_at_once();
    let heard = asked(&closing.base_url(), Call::Capture, Deadlines::default()).await;
    assert_eq!(unknown(&heard), Some(&UnknownWhy::ConnectionLost));
    for reply in [&b""[..], b"HTTP/1.1 200 O", b"HTTP/1.1 200 OK\r\nContent-Le"] {
        let heard = heard_of(reply).await;
        assert_eq!(
            (unknown(&heard), heard.http_status),
            (Some(&UnknownWhy::ConnectionLost), None)
        );
    }
    let whole = reply_with(200, "", sample(Call::Capture).to_string().as_bytes());
    let heard = heard_of(&whole[..whole.len() - 10]).await;
    assert_eq!(
        (unknown(&heard), heard.http_status),
        (Some(&UnknownWhy::ConnectionLost), Some(200))
    );
    assert_eq!(heard.reply_sha256, None, "half a reply proves nothing");
    let heard =
        heard_of(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"cod".as_slice()).await;
    assert_eq!(unknown(&heard), Some(&UnknownWhy::ConnectionLost));
}

#[tokio::test]
async fn what_is_not_http_is_unknown() {
    for reply in [
        &b"220 mail.example ESMTP\r\n\r\n"[..],
        b"\0\0\0\0\0\0\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
    ] {
        assert!(unknown(&heard_of(reply).await).is_some());
    }
    let flood = format!("HTTP/1.1 200 OK\r\n{}\r\n", "A: b\r\n".repeat(20_000));
    assert!(unknown(&heard_of(flood).await).is_some());
}

#[tokio::test]
async fn no_answer_within_the_deadline_is_unknown() {
    let (heard, arrived) = captured(Server::silent(Vec::new()), SHORT).await;
    assert_eq!(
        (unknown(&heard), heard.http_status),
        (Some(&UnknownWhy::TimedOut), None)
    );
    assert!(arrived.head.starts_with("POST /v3/auth/capture"));
    assert!((400..5_000).contains(&heard.took_ms), "{}", heard.took_ms);
    let half = reply_with(200, "", sample(Call::Capture).to_string().as_bytes());
    let (heard, _) = captured(Server::silent(half[..half.len() - 5].to_vec()), SHORT).await;
    assert_eq!(
        (unknown(&heard), heard.http_status),
        (Some(&UnknownWhy::TimedOut), Some(200))
    );
}
