//! Looking for a secret in files, byte by byte, in every form in which it could have been written by accident.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Fewer characters than this stand in other figures by chance.
const SHORT: usize = 10;

/// One secret in one form.
pub struct Needle {
    pub name: String,
    pub form: &'static str,
    bytes: Vec<u8>,
    /// A short secret counts only where it stands alone.
    alone: bool,
}

/// Where a secret was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub form: &'static str,
    pub file: PathBuf,
    pub at: usize,
}

impl Needle {
    /// All forms of one secret: as it is, in hex, in UTF-16, percent-encoded, and in base64 at each of its three places.
    pub fn forms(name: &str, secret: &str) -> Vec<Needle> {
        let needle = |form, bytes: Vec<u8>, alone| Needle {
            name: name.to_owned(),
            form,
            bytes,
            alone,
        };
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        let wide = |of: fn(u16) -> [u8; 2]| secret.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        let percent = |form: fn(u8) -> String| secret.bytes().map(form).collect::<String>().into_bytes();
        let short = secret.len() < SHORT;
        let mut forms = vec![
            needle("clear", secret.as_bytes().to_vec(), short),
            needle("hex", hex.clone().into_bytes(), false),
            needle("upper-case hex", hex.to_uppercase().into_bytes(), false),
            needle("UTF-16 LE", wide(u16::to_le_bytes), false),
            needle("UTF-16 BE", wide(u16::to_be_bytes), false),
            needle(
                "percent throughout",
                percent(|byte| format!("%{byte:02X}")),
                false,
            ),
        ];
        let in_a_url = percent(percent_where_needed);
        if in_a_url != secret.as_bytes() {
            forms.push(needle("percent", in_a_url, short));
        }
        for skipped in 0..3 {
            forms.push(needle(
                "base64",
                inner_base64(secret, skipped, |bytes| STANDARD_NO_PAD.encode(bytes)),
                false,
            ));
            forms.push(needle(
                "base64url",
                inner_base64(secret, skipped, |bytes| URL_SAFE_NO_PAD.encode(bytes)),
                false,
            ));
        }
        forms.push(needle(
            "padded base64",
            STANDARD.encode(secret).into_bytes(),
            false,
        ));
        forms
    }

    fn stands_at(&self, text: &[u8], at: usize) -> bool {
        let end = at + self.bytes.len();
        if text.get(at..end) != Some(self.bytes.as_slice()) {
            return false;
        }
        let beside = |place: Option<usize>| {
            place
                .and_then(|place| text.get(place))
                .is_some_and(u8::is_ascii_alphanumeric)
        };
        !self.alone || !(beside(at.checked_sub(1)) || beside(Some(end)))
    }
}

/// As a URL carries it.
fn percent_where_needed(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

/// The characters of the base64 of a longer text that this secret alone decides, when `skipped` bytes of a group of
/// three stand before it.
fn inner_base64(secret: &str, skipped: usize, encode: impl Fn(&[u8]) -> String) -> Vec<u8> {
    let mut bytes = vec![0; skipped];
    bytes.extend_from_slice(secret.as_bytes());
    let text = encode(&bytes);
    let first = (skipped * 8).div_ceil(6);
    let last = bytes.len() * 8 / 6;
    text.as_bytes()[first..last].to_vec()
}

/// The first place in each file under `folder` where each of them stands.
pub fn search(folder: &Path, needles: &[Needle]) -> Vec<Found> {
    let beginnings = by_beginning(needles);
    let mut found: Vec<Found> = Vec::new();
    for file in files_under(folder) {
        let text = fs::read(&file).unwrap();
        let mut seen = HashSet::new();
        for (at, two) in text.windows(2).enumerate() {
            for number in &beginnings[usize::from(u16::from_be_bytes([two[0], two[1]]))] {
                let needle = &needles[*number];
                if !seen.contains(number) && needle.stands_at(&text, at) {
                    seen.insert(*number);
                    found.push(Found {
                        name: needle.name.clone(),
                        form: needle.form,
                        file: file.clone(),
                        at,
                    });
                }
            }
        }
    }
    found
}

/// Needles by their first two bytes, so that a file is walked once, however many there are.
fn by_beginning(needles: &[Needle]) -> Vec<Vec<usize>> {
    let mut beginnings = vec![Vec::new(); 1 << 16];
    for (number, needle) in needles.iter().enumerate() {
        let two = [needle.bytes[0], needle.bytes[1]];
        beginnings[usize::from(u16::from_be_bytes(two))].push(number);
    }
    beginnings
}

/// Every file under a folder.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files
}
