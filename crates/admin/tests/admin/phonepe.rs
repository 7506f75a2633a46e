//! As much of PhonePe as doctor asks for: the transaction status of what was never made. The simulator cannot stand
//! here, for these tools may not depend on it.

use crate::user::SALT_KEY;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

/// Starts it and returns its base URL. `date` goes into its answers; it ends with the test's process.
pub fn start(date: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            answer(&stream.unwrap(), &date);
        }
    });
    base_url
}

/// An address where nobody listens.
pub fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// A date as HTTP writes it, so many seconds from now.
pub fn date_in(seconds: i64) -> String {
    let at = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn answer(mut stream: &TcpStream, date: &str) {
    let lines: Vec<String> = BufReader::new(stream)
        .lines()
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let Some(first) = lines.first() else { return };
    let path = first.split(' ').nth(1).unwrap();
    let x_verify = lines.iter().find_map(|line| line.strip_prefix("x-verify: "));
    let digest: String = Sha256::digest(format!("{path}{SALT_KEY}"))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let (status, body) = if first.starts_with("HEAD") {
        ("404 Not Found", "")
    } else if !path.starts_with("/v3/transaction/MID12345/S") || !path.ends_with("/status") {
        (
            "400 Bad Request",
            r#"{"success":false,"code":"BAD_REQUEST","message":"Bad request","data":{}}"#,
        )
    } else if x_verify == Some(&format!("{digest}###1")) {
        (
            "404 Not Found",
            r#"{"success":false,"code":"TRANSACTION_NOT_FOUND","message":"No such transaction","data":{}}"#,
        )
    } else {
        (
            "401 Unauthorized",
            r#"{"success":false,"code":"AUTHORIZATION_FAILED","message":"Wrong X-VERIFY","data":{}}"#,
        )
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nDate: {date}\r\nContent-Type: application/json\r\nContent-Length: {length}"
    );
    stream
        .write_all(format!("{head}\r\nConnection: close\r\n\r\n{body}").as_bytes())
        .unwrap();
}
