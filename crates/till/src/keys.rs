//! Which key does what: the usual ones, and what was chosen instead. A key is told by its name, as the window draws it.

use crate::state::Till;
use contract::{ErrorCode, KeyAction, KeyView, Preferences, UiError};

/// Keys that mean something of their own wherever the cursor stands.
const FIXED: &[&str] = &[
    "Enter",
    "Tab",
    "Escape",
    "Esc",
    "Space",
    " ",
    "Backspace",
    "Delete",
    "Insert",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
];

/// With Ctrl. Editing needs A C V X Y Z; Q and W close windows; R, P and 0 are the web view's reload, print and zoom, which
/// are dead here and must stay so; H, I, J and M are what a scanner's backspace, tab and line ends arrive as.
const RESERVED_WITH_CTRL: &[u8] = b"ACVXYZQWRP0HIJM";

impl Till {
    /// Gives an action another key.
    ///
    /// # Errors
    /// Why it cannot have that one; nothing was changed.
    pub(crate) fn choose_key(&mut self, action: KeyAction, key: &str) -> Result<(), UiError> {
        may_have(key)?;
        let keys = keys_in_force(&self.chosen.view.chosen);
        if let Some(other) = keys
            .iter()
            .find(|other| other.key == key && other.action != action)
        {
            return Err(UiError {
                code: ErrorCode::KeyTaken,
                detail: Some(name_of(other.action)),
            });
        }
        let chosen = &mut self.chosen.view.chosen.keys;
        if key == action.usual_key() {
            chosen.remove(&action);
        } else {
            chosen.insert(action, key.to_owned());
        }
        Ok(())
    }
}

/// Every action with its key. What a file says is believed as a whole or not at all: with two actions on one key, or a
/// key that none can have, the usual ones hold.
pub(crate) fn keys_in_force(preferences: &Preferences) -> Vec<KeyView> {
    let with = |chosen: bool| -> Vec<KeyView> {
        KeyAction::ALL
            .into_iter()
            .map(|action| {
                let other = preferences.keys.get(&action).filter(|_| chosen);
                KeyView {
                    action,
                    key: other.cloned().unwrap_or_else(|| action.usual_key().to_owned()),
                    is_usual: other.is_none(),
                }
            })
            .collect()
    };
    let wished = with(true);
    let is_sound = wished.iter().enumerate().all(|(place, one)| {
        may_have(&one.key).is_ok() && wished.iter().skip(place + 1).all(|other| other.key != one.key)
    });
    if is_sound { wished } else { with(false) }
}

/// Whether an action can have this key at all.
fn may_have(key: &str) -> Result<(), UiError> {
    if FIXED.contains(&key) || key.starts_with("Shift+") {
        return Err(ErrorCode::KeyFixed.into());
    }
    if is_function_key(key) {
        return Ok(());
    }
    let (with_ctrl, letter) = match (key.strip_prefix("Ctrl+"), key.strip_prefix("Alt+")) {
        (Some(letter), _) => (true, letter),
        (None, Some(letter)) => (false, letter),
        (None, None) if key.chars().count() == 1 => return Err(ErrorCode::KeyTypes.into()),
        (None, None) => return Err(ErrorCode::KeyUnknown.into()),
    };
    match letter.as_bytes() {
        [byte] if with_ctrl && RESERVED_WITH_CTRL.contains(byte) => Err(UiError {
            code: ErrorCode::KeyReserved,
            detail: Some(key.to_owned()),
        }),
        [byte] if byte.is_ascii_uppercase() || byte.is_ascii_digit() => Ok(()),
        _ => Err(ErrorCode::KeyUnknown.into()),
    }
}

fn is_function_key(key: &str) -> bool {
    let number = key
        .strip_prefix('F')
        .filter(|number| !number.starts_with(['0', '+']));
    number
        .and_then(|number| number.parse::<u8>().ok())
        .is_some_and(|number| (1..=12).contains(&number))
}

/// As it crosses the border.
fn name_of(action: KeyAction) -> String {
    serde_json::to_value(action)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}
