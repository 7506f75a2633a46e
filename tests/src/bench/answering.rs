//! A server that does nothing but answer at once: the wire's share of a step, the same for ours and for the floor.

use std::io;
use std::net::SocketAddr;
use std::thread;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Starts it on a thread of its own; it lives as long as the program.
pub fn start() -> SocketAddr {
    let (told, address) = std::sync::mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async move {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            told.send(listener.local_addr().unwrap()).unwrap();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                // A caller that hangs up in the middle is its own affair.
                tokio::spawn(async move { serve(stream).await.ok() });
            }
        });
    });
    address.recv().unwrap()
}

async fn serve(mut stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut bytes = Vec::with_capacity(4_096);
    loop {
        let Some(whole) = whole_request(&bytes) else {
            if stream.read_buf(&mut bytes).await? == 0 {
                return Ok(());
            }
            continue;
        };
        let body = answer(&String::from_utf8_lossy(&bytes[..whole]));
        bytes.drain(..whole);
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).await?;
    }
}

/// How long the first request in there is, once it is whole.
fn whole_request(bytes: &[u8]) -> Option<usize> {
    let head = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
    let length: usize = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"))
        .map_or(0, |length| length.trim().parse().unwrap());
    (bytes.len() >= head + length).then_some(head + length)
}

fn answer(request: &str) -> &'static str {
    let path = request.split(' ').nth(1).unwrap_or_default();
    match path {
        "/v3/merchant/otp/send" => r#"{"success":true,"code":"SUCCESS","data":{"otpToken":"t0"}}"#,
        "/v3/merchant/otp/verify" => r#"{"success":true,"code":"SUCCESS","data":{"userAuthToken":"u0"}}"#,
        "/v3/wallet/balance" => {
            r#"{"success":true,"code":"SUCCESS","data":{"wallet":{"usableBalance":500000,"maxTopupAllowed":1000000,"debitPossible":true,"topupPossible":true}}}"#
        }
        "/v3/auth/authorize" => AUTHORIZED,
        "/v3/auth/cancel" => r#"{"code":"SUCCESS","data":{"authState":"CANCELLED"}}"#,
        _ => r#"{"success":false,"code":"BAD_REQUEST"}"#,
    }
}

const AUTHORIZED: &str = r#"{"success":true,"code":"SUCCESS","message":"Your request has been successfully completed.","data":{"authState":"AUTHORIZED","authorizedAmount":60000,"capturedAmount":0}}"#;
