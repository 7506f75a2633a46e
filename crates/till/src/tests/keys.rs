//! Which keys an action may be given, and what each of the others is told.

use super::rig::Rig;
use crate::keys::keys_in_force;
use contract::{Command, ErrorCode, KeyAction, Preferences, PreferencesCommand};

fn give(action: KeyAction, key: &str) -> Command {
    Command::Preferences(PreferencesCommand::Key {
        action,
        key: key.to_owned(),
    })
}

fn key_of(rig: &mut Rig, action: KeyAction) -> String {
    let keys = &rig.view().preferences.keys;
    keys.iter().find(|one| one.action == action).unwrap().key.clone()
}

#[test]
fn the_usual_keys_are_those_of_the_key_map_and_no_two_are_the_same() {
    let mut rig = Rig::new();
    let keys: Vec<String> = rig
        .view()
        .preferences
        .keys
        .iter()
        .map(|one| one.key.clone())
        .collect();
    let map = [
        "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "Ctrl+O",
    ];
    assert_eq!(keys, map);
    assert!(rig.view().preferences.keys.iter().all(|one| one.is_usual));
}

#[test]
fn a_manager_gives_another_key_and_it_holds_at_once_and_is_kept() {
    let mut rig = Rig::new();
    for key in ["Ctrl+B", "F12", "Ctrl+K", "Alt+7", "Alt+C"] {
        rig.act(give(KeyAction::Money, key)).unwrap();
        assert_eq!(key_of(&mut rig, KeyAction::Money), key);
    }
    assert_eq!(
        rig.preferences_kept.last().unwrap().keys[&KeyAction::Money],
        "Alt+C"
    );
    // A usual key is no choice, so the next program may change its mind about it.
    rig.act(give(KeyAction::Money, "F4")).unwrap();
    assert!(rig.preferences_kept.last().unwrap().keys.is_empty());
}

#[test]
fn a_key_that_cannot_be_given_is_refused_with_its_reason_and_changes_nothing() {
    let mut rig = Rig::new();
    let cases: [(ErrorCode, &[&str]); 4] = [
        (ErrorCode::KeyTypes, &["a", "A", "F", "7", ".", "₹", "अ"]),
        (
            ErrorCode::KeyFixed,
            &[
                "Enter",
                "Tab",
                "Escape",
                "Esc",
                " ",
                "Backspace",
                "ArrowUp",
                "Shift+F4",
            ],
        ),
        (
            ErrorCode::KeyReserved,
            &[
                "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+W", "Ctrl+R", "Ctrl+0", "Ctrl+M",
                "Ctrl+J",
            ],
        ),
        (
            ErrorCode::KeyUnknown,
            &[
                "",
                "F0",
                "F01",
                "F+4",
                "F13",
                "Ctrl+",
                "Ctrl+k",
                "Ctrl+F4",
                "Ctrl+Enter",
                "Ctrl+Alt+K",
                "Alt+₹",
                "Meta+K",
                "AltGraph",
                "Ctrl+KK",
            ],
        ),
    ];
    for (code, keys) in cases {
        for key in keys {
            assert_eq!(
                rig.act(give(KeyAction::Money, key)).unwrap_err().code,
                code,
                "{key}"
            );
        }
    }
    assert_eq!(rig.view().preferences.chosen, Preferences::default());
    assert!(rig.preferences_kept.is_empty());
}

#[test]
fn no_two_actions_share_a_key_and_the_refusal_names_the_other() {
    let mut rig = Rig::new();
    let refused = rig.act(give(KeyAction::Money, "F9")).unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_deref()),
        (ErrorCode::KeyTaken, Some("release"))
    );
    // Its own key again is no quarrel, and a key that was left is free.
    rig.act(give(KeyAction::Money, "F4")).unwrap();
    rig.act(give(KeyAction::Release, "F12")).unwrap();
    rig.act(give(KeyAction::Money, "F9")).unwrap();
    let refused = rig.act(give(KeyAction::Release, "F9")).unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_deref()),
        (ErrorCode::KeyTaken, Some("money"))
    );
}

#[test]
fn all_keys_go_back_to_the_usual_ones() {
    let mut rig = Rig::new();
    rig.act(give(KeyAction::Money, "F12")).unwrap();
    rig.act(Command::Preferences(PreferencesCommand::KeysUsual))
        .unwrap();
    assert_eq!(key_of(&mut rig, KeyAction::Money), "F4");
}

#[test]
fn a_file_with_two_actions_on_one_key_or_an_impossible_key_is_not_believed() {
    for keys in [
        vec![(KeyAction::Money, "F9")],
        vec![(KeyAction::Money, "F12"), (KeyAction::Release, "F12")],
        vec![(KeyAction::Money, "Enter")],
    ] {
        let keys = keys
            .into_iter()
            .map(|(action, key)| (action, key.to_owned()))
            .collect();
        let preferences = Preferences {
            keys,
            ..Preferences::default()
        };
        assert!(
            keys_in_force(&preferences).iter().all(|one| one.is_usual),
            "{:?}",
            preferences.keys
        );
    }
}
