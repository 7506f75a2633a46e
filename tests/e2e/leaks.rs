//! Byte search for what must never be written: as it is, in UTF-16, in hex, in base64, and percent-encoded.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::phonepe::PhonePe;

/// Something secret, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Secret {
    pub(crate) what: &'static str,
    text: String,
    /// Five digits occur inside other figures by chance: these count only where no letter or digit is beside them.
    alone: bool,
}

impl Secret {
    pub(crate) fn new(what: &'static str, text: &str) -> Self {
        Secret {
            what,
            text: text.to_owned(),
            alone: text.len() < 8,
        }
    }

    fn is_in(&self, view: &str) -> bool {
        let is_word = |other: Option<char>| other.is_some_and(|other| other.is_ascii_alphanumeric());
        view.match_indices(&self.text).any(|(at, _)| {
            let beside = [
                view[..at].chars().next_back(),
                view[at + self.text.len()..].chars().next(),
            ];
            !self.alone || !beside.into_iter().any(is_word)
        })
    }
}

/// All that PhonePe was told in confidence: tokens, OTPs and numbers out of every request that reached it.
pub(crate) async fn told_in_confidence(phonepe: &PhonePe) -> Vec<Secret> {
    let mut secrets = Vec::new();
    for request in phonepe.requests().await {
        let body: Value = match serde_json::from_str(request["body"].as_str().unwrap_or_default()) {
            Ok(body) => body,
            Err(_) => continue,
        };
        let Some(inner) = body["request"].as_str() else {
            continue;
        };
        let padded = inner.trim_end_matches('=');
        let inner = STANDARD_NO_PAD.decode(padded).expect("PhonePe's base64");
        let payload: Value = serde_json::from_slice(&inner).expect("PhonePe's JSON");
        for (member, what) in [
            ("userAuthToken", "a customer's token"),
            ("otpToken", "an OTP's token"),
            ("otp", "an OTP"),
            ("mobileNumber", "a full mobile number"),
        ] {
            if let Some(text) = payload[member].as_str() {
                note(&mut secrets, Secret::new(what, text));
                if member == "mobileNumber" {
                    // Ten digits are few enough to try them all against a bare hash.
                    let hash = Sha256::digest(text.as_bytes());
                    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
                    note(&mut secrets, Secret::new("a bare hash of a mobile number", &hex));
                }
            }
        }
    }
    secrets
}

fn note(secrets: &mut Vec<Secret>, secret: Secret) {
    if !secrets.contains(&secret) {
        secrets.push(secret);
    }
}

const UTF_16: &str = "in UTF-16";

/// Every place under a folder where one of them stands, as sentences without the secret itself.
pub(crate) fn search(folder: &Path, secrets: &[Secret]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files_under(folder) {
        let Ok(bytes) = std::fs::read(&file) else {
            continue;
        };
        for (form, view) in views(&bytes) {
            if form == UTF_16 && is_index_of_a_log(&file) {
                continue;
            }
            let view = String::from_utf8_lossy(&view);
            for secret in secrets.iter().filter(|secret| secret.is_in(&view)) {
                found.push(format!("{} stands {form} in {}", secret.what, file.display()));
            }
        }
    }
    found
}

/// SQLite's index of its log has page and frame numbers in it, never content; without their zeros those between 48 and 57
/// are digits, and five in a row now and then an OTP.
fn is_index_of_a_log(file: &Path) -> bool {
    file.to_string_lossy().ends_with("-shm")
}

pub(crate) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files
}

/// The ways in which a file may be read.
fn views(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut views = vec![
        ("as it is", bytes.to_vec()),
        (UTF_16, bytes.iter().copied().filter(|byte| *byte != 0).collect()),
        ("percent-encoded", from_percent(bytes)),
        (
            "in hex",
            runs(bytes, u8::is_ascii_hexdigit).flat_map(from_hex).collect(),
        ),
    ];
    let is_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte);
    for skip in 0..4 {
        let decoded = runs(bytes, is_base64).flat_map(|run| from_base64(run.get(skip..).unwrap_or(&[])));
        views.push(("in base64", decoded.collect()));
    }
    views
}

/// The stretches of at least eight such bytes.
fn runs<'a>(bytes: &'a [u8], belongs: impl Fn(&u8) -> bool + 'a) -> impl Iterator<Item = &'a [u8]> {
    bytes
        .split(move |byte| !belongs(byte))
        .filter(|run| run.len() >= 8)
}

fn from_hex(run: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let decode = |run: &[u8]| {
        let pairs = run.as_chunks::<2>().0.iter();
        pairs
            .filter_map(|[high, low]| Some(digit(*high)? * 16 + digit(*low)?))
            .collect::<Vec<u8>>()
    };
    let mut both = decode(run);
    both.push(0);
    both.extend(decode(run.get(1..).unwrap_or(&[])));
    both.push(0);
    both
}

fn from_base64(run: &[u8]) -> Vec<u8> {
    let text: String = run
        .iter()
        .map(|byte| match byte {
            b'+' => '-',
            b'/' => '_',
            other => char::from(*other),
        })
        .collect();
    // A last quarter that cannot stand alone is left out; what is asked is whether something stands inside.
    let whole = text.len() - text.len() % 4;
    let mut decoded = URL_SAFE_NO_PAD
        .decode(text.get(..whole).unwrap_or_default())
        .unwrap_or_default();
    if let Some(rest) = text.get(whole..).filter(|rest| rest.len() >= 2) {
        let lenient = base64::engine::GeneralPurpose::new(
            &base64::alphabet::URL_SAFE,
            base64::engine::GeneralPurposeConfig::new()
                .with_decode_allow_trailing_bits(true)
                .with_decode_padding_mode(base64::engine::DecodePaddingMode::RequireNone),
        );
        decoded.extend(lenient.decode(rest).unwrap_or_default());
    }
    decoded.push(0);
    decoded
}

fn from_percent(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).filter(|_| *first == b'%');
        let byte = pair
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = after.get(if byte.is_some() { 2.. } else { 0.. }).unwrap_or(&[]);
    }
    out
}

/// The search itself is put to the test: it must find what is hidden in each of these ways.
#[test]
fn the_search_finds_a_hidden_secret_in_every_form() {
    let dir = tempfile::tempdir().unwrap();
    let token = Secret::new("a token", "tok-4f9c1e7a");
    let otp = Secret::new("an OTP", "48213");
    let hidden = "xx {\"otp\":\"48213\",\"t\":\"tok-4f9c1e7a\"}";
    let hex: String = hidden.bytes().map(|byte| format!("{byte:02x}")).collect();
    let wide: Vec<u8> = hidden.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let percent: String = hidden.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let forms: Vec<Vec<u8>> = vec![
        hidden.into(),
        hex.clone().into(),
        format!("a{hex}").into(),
        wide,
        percent.into(),
        STANDARD_NO_PAD.encode(hidden).into(),
        format!("ab{}", URL_SAFE_NO_PAD.encode(hidden)).into(),
    ];
    for (at, form) in forms.iter().enumerate() {
        std::fs::write(dir.path().join("file"), form).unwrap();
        let found = search(dir.path(), &[token.clone(), otp.clone()]);
        assert!(found.iter().any(|line| line.starts_with("a token")), "form {at}");
        assert!(found.iter().any(|line| line.starts_with("an OTP")), "form {at}");
    }
    std::fs::write(
        dir.path().join("file"),
        "at 2026-11-22T10:00:00.482137Z id 948213 4821",
    )
    .unwrap();
    assert_eq!(search(dir.path(), &[token, otp]), Vec::<String>::new());
}
