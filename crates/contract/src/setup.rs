use crate::{HealthLineView, PinText, ProfileName};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An account with PhonePe as a manager typed it. No `Debug`: the salt key is in it. It goes in and never comes back out.
#[derive(Clone, Deserialize, Serialize, TS)]
#[ts(export)]
pub struct SetupDraft {
    pub profile: ProfileName,
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index_text: String,
    #[ts(type = "string")]
    pub salt_key: PinText,
}

/// What PhonePe said to one signed question that moves nothing: about a transaction that it cannot know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export)]
pub enum SetupFound {
    /// It takes merchant id, salt key and index.
    Taken {
        took_ms: u64,
    },
    WrongKey {
        code: String,
    },
    Refused {
        code: String,
    },
    Unreachable {
        why: String,
    },
    NoAnswer,
    /// It answered, but nothing that PhonePe's pages have.
    Strange {
        code: String,
    },
}

/// A checked account. Nothing of the present settings was changed by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SetupView {
    /// Names the draft that the till keeps in memory; only that one can be kept.
    pub id: String,
    pub profile: ProfileName,
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index: u32,
    pub found: SetupFound,
    /// This machine's clock against PhonePe's.
    pub clock: HealthLineView,
    /// Account and clock are good. Otherwise it is kept only by a plain word.
    pub is_good: bool,
}
