//! Looking for a secret in files, byte by byte, in every form in which it could have been written by accident.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use std::fs;
use std::path::{Path, PathBuf};

/// One secret in one form.
pub struct Needle {
    pub name: String,
    pub form: &'static str,
    bytes: Vec<u8>,
    /// Few digits stand in many numbers by chance: a short secret counts only where it stands alone.
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
    /// All forms of one secret: as it is, in hex, in base64 at each of its three places, and in UTF-16.
    pub fn forms(name: &str, secret: &str) -> Vec<Needle> {
        let needle = |form, bytes: Vec<u8>, alone| Needle {
            name: name.to_owned(),
            form,
            bytes,
            alone,
        };
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        let wide = |of: fn(u16) -> [u8; 2]| secret.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        let short = secret.len() < 8;
        let mut forms = vec![
            needle("clear", secret.as_bytes().to_vec(), short),
            needle("hex", hex.clone().into_bytes(), false),
            needle("upper-case hex", hex.to_uppercase().into_bytes(), false),
            needle("UTF-16 LE", wide(u16::to_le_bytes), false),
            needle("UTF-16 BE", wide(u16::to_be_bytes), false),
        ];
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

/// Every place under `folder` where one of them stands.
pub fn search(folder: &Path, needles: &[Needle]) -> Vec<Found> {
    let mut found = Vec::new();
    for file in files_under(folder) {
        let text = fs::read(&file).unwrap();
        for needle in needles {
            let at = (0..text.len()).find(|at| needle.stands_at(&text, *at));
            found.extend(at.map(|at| Found {
                name: needle.name.clone(),
                form: needle.form,
                file: file.clone(),
                at,
            }));
        }
    }
    found
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
