use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a key can be given to. Esc, one step back, is not among them: it is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum KeyAction {
    /// The sheet of keys.
    Keys,
    /// A new sale, or the amount.
    Sale,
    Customer,
    /// The money button.
    Money,
    /// The balance again.
    Balance,
    /// The open holds.
    Strip,
    /// Looks at an unknown outcome now.
    Look,
    Print,
    /// The release (which asks), or the way out of a top-up.
    Release,
    /// Locks the till, so that somebody else can sign in.
    Lock,
    /// Puts a bill aside.
    Park,
    /// Takes a bill back that was put aside.
    Recall,
}

impl KeyAction {
    /// In the order of the sheet.
    pub const ALL: [KeyAction; 12] = [
        KeyAction::Keys,
        KeyAction::Sale,
        KeyAction::Customer,
        KeyAction::Money,
        KeyAction::Balance,
        KeyAction::Strip,
        KeyAction::Look,
        KeyAction::Print,
        KeyAction::Release,
        KeyAction::Lock,
        KeyAction::Park,
        KeyAction::Recall,
    ];

    /// The key it has while nobody chose another.
    #[must_use]
    pub fn usual_key(self) -> &'static str {
        match self {
            KeyAction::Keys => "F1",
            KeyAction::Sale => "F2",
            KeyAction::Customer => "F3",
            KeyAction::Money => "F4",
            KeyAction::Balance => "F5",
            KeyAction::Strip => "F6",
            KeyAction::Look => "F7",
            KeyAction::Print => "F8",
            KeyAction::Release => "F9",
            KeyAction::Lock => "F10",
            KeyAction::Park => "F11",
            KeyAction::Recall => "Ctrl+O",
        }
    }
}

/// A key in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct KeyView {
    pub action: KeyAction,
    /// As it is drawn and as a press is told: `F4`, `Ctrl+B`, `Alt+7`.
    pub key: String,
    /// Nobody chose it.
    pub is_usual: bool,
}
