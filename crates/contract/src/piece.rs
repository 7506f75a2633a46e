use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A part of a view on its way to the page: its JSON, cut. The page puts the parts together in the order in which they come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ViewPiece {
    pub text: String,
    /// Another part of the same view follows.
    pub more: bool,
}
