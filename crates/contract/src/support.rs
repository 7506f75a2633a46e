use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One file of a support bundle, exactly as it will be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SupportFileView {
    pub name: String,
    pub size_text: String,
    pub text: String,
}

/// A support bundle before it is saved: everything that will be in it. Only this one can be saved, by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SupportView {
    /// SHA-256 of all names and texts, lower-case hex.
    pub id: String,
    pub files: Vec<SupportFileView>,
}
