//! Whom a store has told what happens to its sales: a program, or an address.

use serde::{Deserialize, Serialize};

/// The member `hook` of `settings.json`: `["/usr/local/bin/tell", "--shop", "12"]`, or `{"url": "https://gateway.example/x"}`.
/// It stands there and not among the preferences, so that nothing in the window can name a program to run or a place to send to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "`hook` is a program as a list of words, or {\"url\": \"https://…\"}"
)]
pub enum HookSettings {
    /// A program and its arguments; empty: nobody.
    Program(Vec<String>),
    Address(HookAddress),
}

/// Where messages are posted to. The key that they are signed with is in the keyring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HookAddress {
    pub url: String,
}

impl Default for HookSettings {
    fn default() -> Self {
        HookSettings::Program(Vec::new())
    }
}

impl HookSettings {
    /// The program's name, without what it is told on its command line.
    #[must_use]
    pub fn program(&self) -> Option<&str> {
        match self {
            HookSettings::Program(words) => words.first().map(String::as_str),
            HookSettings::Address(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StoreSettings;

    fn read(hook: &str) -> Result<HookSettings, String> {
        let text = format!(r#"{{"installation":"a1","hook":{hook}}}"#);
        serde_json::from_str::<StoreSettings>(&text)
            .map(|settings| settings.hook)
            .map_err(|why| why.to_string())
    }

    #[test]
    fn a_program_and_an_address_are_read_and_written_as_a_person_writes_them() {
        for text in [
            r#"["tell","--shop","12"]"#,
            "[]",
            r#"{"url":"https://gateway.example/x"}"#,
        ] {
            assert_eq!(serde_json::to_string(&read(text).unwrap()).unwrap(), text);
        }
        assert_eq!(read(r#"["tell","a-secret"]"#).unwrap().program(), Some("tell"));
        assert_eq!(read("[]").unwrap().program(), None);
        assert_eq!(read(r#"{"url":"https://x"}"#).unwrap().program(), None);
        assert_eq!(StoreSettings::default().hook, HookSettings::default());
    }

    #[test]
    fn anything_else_is_refused_with_what_it_may_be() {
        for text in [
            r#""https://gateway.example""#,
            r#"{"url":1}"#,
            r#"{"url":"https://x","key":"k"}"#,
        ] {
            let why = read(text).unwrap_err();
            assert!(why.contains("a program as a list of words"), "{text}: {why}");
        }
    }
}
