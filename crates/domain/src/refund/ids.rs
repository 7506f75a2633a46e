use serde::{Deserialize, Serialize};
use std::fmt;
use ulid::Ulid;

/// The reference of a refund; PhonePe's `transactionId` of it, "different from the payment's". The letter R and a ULID,
/// and a type of its own: the reference of a sale cannot stand where one of a refund belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RefundRef(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of our references: a letter R and a ULID")]
pub struct RefundRefRefusal;

impl RefundRef {
    /// The caller brings time and chance; this crate has neither.
    #[must_use]
    pub fn of(ulid: Ulid) -> Self {
        RefundRef(format!("R{ulid}"))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RefundRef {
    type Error = RefundRefRefusal;

    fn try_from(text: String) -> Result<Self, RefundRefRefusal> {
        let ulid = text.strip_prefix('R').ok_or(RefundRefRefusal)?;
        let parsed = Ulid::from_string(ulid).map_err(|_| RefundRefRefusal)?;
        // Only the canonical spelling is ours, as for a sale.
        if parsed.to_string() == ulid {
            Ok(RefundRef(text))
        } else {
            Err(RefundRefRefusal)
        }
    }
}

impl std::str::FromStr for RefundRef {
    type Err = RefundRefRefusal;

    fn from_str(text: &str) -> Result<Self, RefundRefRefusal> {
        RefundRef::try_from(text.to_owned())
    }
}

impl From<RefundRef> for String {
    fn from(refund_ref: RefundRef) -> String {
        refund_ref.0
    }
}

impl fmt::Display for RefundRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
