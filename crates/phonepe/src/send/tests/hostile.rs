//! A provider that means harm, at each call whose answer the till believes something by.

use super::*;

const BELIEVED: [Call; 6] = [
    Call::Authorize,
    Call::Capture,
    Call::Cancel,
    Call::AuthStatus,
    Call::TransactionStatus,
    Call::Balance,
];
const HUNDRED_MB: usize = 100 * 1024 * 1024;
/// What the sockets of both sides may hold between them after the client has turned away.
const IN_THE_PIPES: usize = 16 * 1024 * 1024;

/// Asks that server once; what is heard must prove nothing, in time, and nothing may be asked a second time.
async fn proves_nothing(call: Call, server: Server, deadlines: Deadlines) -> (Heard, Arrived) {
    let heard = asked(&server.base_url(), call, deadlines).await;
    assert!(unknown(&heard).is_some(), "{call:?}: {heard:?}");
    assert!(heard.took_ms < 20_000, "{call:?}: {}", heard.took_ms);
    (heard, server.arrived_once().await)
}

#[tokio::test]
async fn an_endless_body_is_left_after_256_kib() {
    let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x1_0000));
    let endings = [
        "",
        "Content-Length: 104857600\r\n",
        "Transfer-Encoding: chunked\r\n",
    ];
    for call in BELIEVED {
        for headers in endings {
            let more = if headers.contains("chunked") {
                chunk.as_bytes()
            } else {
                &[b' '; 0x1_0000]
            };
            let head = format!("HTTP/1.1 200 OK\r\n{headers}\r\n");
            let server = Server::pouring(head.as_bytes(), more, HUNDRED_MB);
            let (heard, arrived) = proves_nothing(call, server, Deadlines::default()).await;
            let why = unknown(&heard).cloned();
            assert_eq!(
                why,
                Some(UnknownWhy::Unreadable("longer than 262144 bytes".to_owned()))
            );
            assert!(
                arrived.poured < IN_THE_PIPES,
                "{call:?} {headers}: {}",
                arrived.poured
            );
        }
    }
}

#[tokio::test]
async fn a_head_that_never_ends_is_left() {
    let line = format!("X-Filler: {}\r\n", "x".repeat(1_000));
    for call in BELIEVED {
        for more in [&line, &"x".repeat(1_000)] {
            let beginning = b"HTTP/1.1 200 OK\r\nX-Long: ";
            let server = Server::pouring(beginning, more.as_bytes(), HUNDRED_MB);
            let (_, arrived) = proves_nothing(call, server, Deadlines::default()).await;
            assert!(arrived.poured < IN_THE_PIPES, "{call:?}: {}", arrived.poured);
        }
    }
}

#[tokio::test]
async fn one_byte_after_another_does_not_stretch_the_deadline_of_any_call() {
    let slow = BELIEVED.map(|call| async move {
        let reply = reply_with(200, "", sample(call).to_string().as_bytes());
        let server = Server::dripping(reply, Duration::from_millis(50));
        let heard = asked(&server.base_url(), call, SHORT).await;
        assert_eq!(unknown(&heard), Some(&UnknownWhy::TimedOut), "{call:?}");
        assert!(heard.took_ms < 5_000, "{call:?}: {}", heard.took_ms);
    });
    let [one, two, three, four, five, six] = slow;
    tokio::join!(one, two, three, four, five, six);
}

#[tokio::test]
async fn no_call_follows_a_redirect_anywhere() {
    for call in BELIEVED {
        let elsewhere = Server::replying(reply_with(200, "", sample(call).to_string().as_bytes()));
        for status in [301, 302, 303, 307, 308] {
            let location = format!("Location: {}/v3/auth/capture\r\n", elsewhere.base_url());
            let body = sample(call).to_string();
            let server = Server::replying(reply_with(status, &location, body.as_bytes()));
            let (heard, _) = proves_nothing(call, server, Deadlines::default()).await;
            assert!(is_unreadable(&heard), "{call:?}: {heard:?}");
            assert_eq!(heard.http_status, Some(status));
        }
        assert!(!elsewhere.was_reached(), "{call:?}: nobody came");
    }
}

#[tokio::test]
async fn a_bomb_stays_packed_whatever_it_is_called() {
    let bomb = bomb();
    assert!(bomb.len() < 220 * 1024, "short enough to be read");
    for call in BELIEVED {
        let packings: &[&str] = if call == Call::TransactionStatus {
            &["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip"]
        } else {
            &["gzip"]
        };
        for packing in packings {
            let headers = format!("Content-Encoding: {packing}\r\nContent-Type: application/json\r\n");
            let server = Server::replying(reply_with(200, &headers, &bomb));
            let (heard, _) = proves_nothing(call, server, Deadlines::default()).await;
            assert_eq!(heard.reply_sha256, Some(hex_lower(&Sha256::digest(&bomb))));
        }
    }
}

/// Gzip of 30 MB of one letter: one literal, and then "the last byte, 258 times more" over and over, in the fixed code of
/// RFC 1951 (13 bits each).
fn bomb() -> Vec<u8> {
    let repeats = 30 * 1024 * 1024 / 258;
    let mut bits = "110".to_owned() + "10101000";
    bits.push_str(&"1100010100000".repeat(repeats));
    bits.push_str("0000000");
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    for eight in bits.as_bytes().chunks(8) {
        let byte = eight.iter().rev().fold(0, |byte, bit| byte * 2 + (bit - b'0'));
        packed.push(byte);
    }
    packed
}

#[tokio::test]
async fn a_reply_in_another_alphabet_is_not_guessed_at() {
    let kinds = ["utf-16", "utf-7", "iso-8859-1", "x-user-defined"];
    for call in BELIEVED {
        let text = sample(call).to_string();
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut broken = text.replace("SUCCESS", "SUCC?SS").into_bytes();
        let at = broken.iter().position(|byte| *byte == b'?').unwrap();
        broken[at] = 0xe9;
        for kind in kinds {
            for body in [&wide, &broken] {
                let headers = format!("Content-Type: application/json; charset={kind}\r\n");
                let server = Server::replying(reply_with(200, &headers, body));
                let (heard, _) = proves_nothing(call, server, Deadlines::default()).await;
                assert!(is_unreadable(&heard), "{call:?} {kind}: {heard:?}");
            }
        }
    }
}
