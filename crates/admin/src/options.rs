//! `--name VALUE`, `--name=VALUE` and `--switch`. What is refused is never repeated, for it may be a secret that
//! was put where it does not belong.

use crate::outcome::Stop;
use std::collections::BTreeMap;

/// The options of one command, each given at most once.
#[derive(Debug)]
pub struct Options {
    given: BTreeMap<&'static str, Option<String>>,
}

impl Options {
    /// `switches` stand alone, `valued` have a value.
    ///
    /// # Errors
    /// [`Stop::Usage`] that names the option, or the place of the word, that is not understood.
    pub fn read(
        words: &[String],
        switches: &[&'static str],
        valued: &[&'static str],
    ) -> Result<Options, Stop> {
        let mut given = BTreeMap::new();
        let mut left = words.iter().enumerate();
        while let Some((at, word)) = left.next() {
            let (name, joined) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            let known = |names: &[&'static str]| names.iter().find(|known| **known == name).copied();
            let (name, value) = if let Some(name) = known(valued) {
                let next = || {
                    left.next()
                        .map(|(_, word)| word.clone())
                        .filter(|word| !word.starts_with("--"))
                };
                let value = joined.or_else(next);
                (
                    name,
                    Some(value.ok_or_else(|| Stop::Usage(format!("{name} needs a value.")))?),
                )
            } else if let (Some(name), None) = (known(switches), &joined) {
                (name, None)
            } else {
                return Err(unknown(name, at));
            };
            if given.insert(name, value).is_some() {
                return Err(Stop::Usage(format!("{name} is given twice.")));
            }
        }
        Ok(Options { given })
    }

    pub fn has(&self, switch: &str) -> bool {
        self.given.contains_key(switch)
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.given.get(name)?.as_deref()
    }

    /// # Errors
    /// [`Stop::Usage`] when it is not given.
    pub fn needed(&self, name: &str) -> Result<&str, Stop> {
        self.value(name)
            .ok_or_else(|| Stop::Usage(format!("{name} is missing.")))
    }
}

fn unknown(name: &str, at: usize) -> Stop {
    if name == "--salt-key" {
        return Stop::usage(
            "The salt key never stands on a command line, where every program on this machine can read it: \
             pipe it in and say --salt-key-stdin.",
        );
    }
    if name == "--pin" {
        return Stop::usage(
            "A PIN never stands on a command line, where every program on this machine can read it: pipe it in and say \
             --pin-stdin.",
        );
    }
    let is_name =
        name.starts_with("--") && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let what = if is_name {
        name.to_owned()
    } else {
        format!("Word {} after the command", at.saturating_add(1))
    };
    Stop::Usage(format!("{what} is not understood here; --help says what is."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, Stop> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::read(&words, &["--json"], &["--out", "--from"])
    }

    #[test]
    fn values_stand_behind_their_names_or_are_joined_with_them() {
        let options = read("--out a.csv --json --from=2026-01-01").unwrap();
        assert_eq!(options.value("--out"), Some("a.csv"));
        assert_eq!(options.needed("--from"), Ok("2026-01-01"));
        assert!(options.has("--json"));
        assert!(!read("").unwrap().has("--json"));
    }

    #[test]
    fn what_is_not_understood_is_refused_and_never_repeated() {
        for line in [
            "--out",
            "--out --json",
            "--json --json",
            "--json=yes",
            "S3CRET",
            "--S3CRET",
            "--out a S3CRET",
            "--salt-key S3CRET",
        ] {
            let Err(Stop::Usage(sentence)) = read(line) else {
                panic!("{line} was taken")
            };
            assert!(!sentence.contains("S3CRET"), "{sentence}");
        }
    }
}
