//! The words of paper, from the catalogue at the repository's root. A language is one file there.

use crate::DrawError;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What every other language is a translation of.
const FIRST: &str = "en";

/// One language, opened.
pub struct Catalogue {
    code: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// The codes of all languages that paper can be in, such as `en` and `hi`.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(code, _)| *code)
}

/// The language's own name, for a person who chooses one.
///
/// # Errors
/// As [`Catalogue::open`].
pub fn name_of(code: &str) -> Result<String, DrawError> {
    Catalogue::open(code)?.say("paper-language", &[])
}

impl Catalogue {
    /// The language, or English where there is no such.
    ///
    /// # Errors
    /// [`DrawError::Words`] when a file of ours is no catalogue, which a test would have found.
    pub fn open(code: &str) -> Result<Catalogue, DrawError> {
        let known = FILES.iter().find(|(known, _)| *known == code);
        let first = || FILES.iter().find(|(known, _)| *known == FIRST);
        let (code, text) = known.or_else(first).ok_or_else(|| wrong(code))?;
        let resource = FluentResource::try_new((*text).to_owned()).map_err(|_| wrong(code))?;
        let mut bundle = FluentBundle::new(vec![code.parse().map_err(|_| wrong(code))?]);
        // The marks around a variable keep directions apart on a screen; a printer draws them as boxes.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|_| wrong(code))?;
        Ok(Catalogue { code, bundle })
    }

    pub fn code(&self) -> &'static str {
        self.code
    }

    /// A message with its variables.
    ///
    /// # Errors
    /// [`DrawError::Words`] when the language lacks the message or a variable of it: a paper with a hole is none.
    pub fn say(&self, id: &str, variables: &[(&'static str, &str)]) -> Result<String, DrawError> {
        let missing = || wrong(&format!("{} {id}", self.code));
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.ok_or_else(missing)?;
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            arguments.set(*name, *value);
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| said.into_owned()).ok_or_else(missing)
    }
}

fn wrong(what: &str) -> DrawError {
    DrawError::Words(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Messages of paper by their variables. Terms and the window's messages are the window's own test's.
    fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines() {
            if let Some((id, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
                current = id.to_owned();
                assert!(
                    !found.contains_key(id),
                    "{id} stands twice in one language's file"
                );
            }
            if !current.starts_with("paper-") || line.starts_with('#') {
                continue;
            }
            let variables = line.split("{ $").skip(1).filter_map(|part| part.split_once(' '));
            let known = found.entry(current.clone()).or_default();
            known.extend(variables.map(|(name, _)| name.to_owned()));
        }
        found
    }

    #[test]
    fn every_language_has_every_message_of_paper_with_the_same_variables() {
        let of = |code: &str| {
            let (_, text) = FILES.iter().find(|(known, _)| *known == code).unwrap();
            messages(text)
        };
        let first = of(FIRST);
        assert!(first.len() > 80, "{}", first.len());
        assert!(languages().count() >= 3);
        for code in languages() {
            let here = of(code);
            for (id, variables) in &first {
                assert_eq!(here.get(id), Some(variables), "{code}.ftl: {id}");
            }
            for id in here.keys() {
                assert!(first.contains_key(id), "{code}.ftl: {id} is not in {FIRST}.ftl");
            }
            // And Fluent itself reads each of them.
            let catalogue = Catalogue::open(code).unwrap();
            assert_eq!(catalogue.code(), code);
            for (id, variables) in &first {
                let given: Vec<(&'static str, &str)> = variables
                    .iter()
                    .map(|name| (&*name.clone().leak(), "₹1.00"))
                    .collect();
                let said = catalogue.say(id, &given).unwrap();
                assert!(!said.trim().is_empty(), "{code}.ftl: {id}");
                assert_eq!(said.contains("₹1.00"), !variables.is_empty(), "{code}.ftl: {id}");
            }
        }
    }

    #[test]
    fn a_missing_message_and_a_missing_variable_are_errors_and_no_gap_on_the_paper() {
        let english = Catalogue::open("en").unwrap();
        assert!(
            matches!(english.say("paper-no-such", &[]), Err(DrawError::Words(what)) if what == "en paper-no-such")
        );
        assert!(english.say("paper-note-held-returns", &[]).is_err());
        let said = english
            .say("paper-note-held-returns", &[("time", "14:35")])
            .unwrap();
        assert!(said.contains("by 14:35"), "{said}");
    }

    #[test]
    fn a_language_that_nobody_translated_is_printed_in_english() {
        assert_eq!(Catalogue::open("xx").unwrap().code(), "en");
        assert_eq!(name_of("hi").unwrap(), "हिन्दी");
    }
}
