//! What is chosen in the window: it holds at once, and the last choice is the one that is kept.

use super::rig::Rig;
use crate::inputs::{Effect, Input};
use contract::{Command, ErrorCode, Preferences, PreferencesCommand, TextSize};

fn language(name: &str) -> Command {
    Command::Preferences(PreferencesCommand::Language {
        language: name.to_owned(),
    })
}

fn kept(effects: Vec<Effect>) -> Vec<Preferences> {
    effects
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::KeepPreferences(preferences) => Some(preferences),
            Effect::Send(..)
            | Effect::ReadSecret(..)
            | Effect::WriteSecret(..)
            | Effect::DeleteSecret(_)
            | Effect::CheckPin(..)
            | Effect::HashPin(..)
            | Effect::AskForUpdate
            | Effect::Print(..)
            | Effect::UsePrinter(_)
            | Effect::Connect => None,
        })
        .collect()
}

#[test]
fn a_language_holds_at_once_and_is_kept() {
    let mut rig = Rig::new();
    rig.act(language("hi")).unwrap();
    assert_eq!(rig.view().preferences.chosen.language, "hi");
    let languages: Vec<&str> = rig
        .preferences_kept
        .iter()
        .map(|kept| kept.language.as_str())
        .collect();
    assert_eq!(languages, ["hi"]);
}

#[test]
fn a_size_of_text_holds_at_once_and_is_kept_and_an_older_file_has_the_usual_one() {
    let mut rig = Rig::new();
    let text_size = TextSize::Percent200;
    rig.act(Command::Preferences(PreferencesCommand::TextSize { text_size }))
        .unwrap();
    assert_eq!(rig.view().preferences.chosen.text_size, text_size);
    assert_eq!(rig.preferences_kept.last().unwrap().text_size, text_size);
    let older: Preferences = serde_json::from_str(r#"{"language":"hi"}"#).unwrap();
    assert_eq!(older.text_size, TextSize::Percent100);
}

#[test]
fn what_has_not_the_form_of_a_language_is_refused_and_changes_nothing() {
    let mut rig = Rig::new();
    for name in [
        "",
        "h",
        "Hindi",
        "../hi",
        "hi-",
        "hi/../x",
        "हिन्दी",
        "hi-aaaaaaaaaaaaaaaaaa",
    ] {
        let refused = rig.act(language(name)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::LanguageUnknown, "{name}");
    }
    assert_eq!(rig.view().preferences.chosen, Preferences::default());
    assert!(rig.preferences_kept.is_empty());
}

#[test]
fn a_choice_that_the_disk_does_not_take_holds_and_says_so_until_one_is_taken() {
    let mut rig = Rig::new();
    rig.shelf = Err("the disk is full".to_owned());
    rig.act(language("hi")).unwrap();
    let view = rig.view().preferences.clone();
    assert_eq!(view.chosen.language, "hi");
    assert_eq!(view.trouble.as_deref(), Some("the disk is full"));
    rig.shelf = Ok(());
    rig.act(language("ta")).unwrap();
    assert_eq!(rig.view().preferences.trouble, None);
}

#[test]
fn of_choices_made_while_one_is_being_written_the_last_is_written() {
    let mut rig = Rig::new();
    let (_, effects) = rig.till.hear(Input::Command(language("hi")));
    assert_eq!(kept(effects).len(), 1);
    for name in ["ta", "en", "bn"] {
        let (_, effects) = rig.till.hear(Input::Command(language(name)));
        assert!(kept(effects).is_empty(), "{name}");
    }
    let (_, effects) = rig.till.hear(Input::PreferencesKept(Ok(())));
    let next: Vec<String> = kept(effects).into_iter().map(|kept| kept.language).collect();
    assert_eq!(next, ["bn"]);
    let (_, effects) = rig.till.hear(Input::PreferencesKept(Ok(())));
    assert!(kept(effects).is_empty());
}
