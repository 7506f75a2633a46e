use serde::{Deserialize, Serialize};
use std::fmt;
use ulid::Ulid;

/// Our own reference of a sale; PhonePe's `transactionId`. One letter and a ULID: 27 of `[A-Z0-9]`, which fits every
/// length and charset that PhonePe's pages give (at most 34, letters and digits).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OurRef(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of our references: a letter S and a ULID")]
pub struct OurRefRefusal;

impl OurRef {
    /// The reference of a sale. The caller brings time and chance; this crate has neither.
    #[must_use]
    pub fn for_sale(ulid: Ulid) -> Self {
        OurRef(format!("S{ulid}"))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for OurRef {
    type Error = OurRefRefusal;

    fn try_from(text: String) -> Result<Self, OurRefRefusal> {
        let ulid = text.strip_prefix('S').ok_or(OurRefRefusal)?;
        let parsed = Ulid::from_string(ulid).map_err(|_| OurRefRefusal)?;
        // Crockford's alphabet reads lower case too; only the canonical spelling is ours.
        if parsed.to_string() == ulid {
            Ok(OurRef(text))
        } else {
            Err(OurRefRefusal)
        }
    }
}

impl std::str::FromStr for OurRef {
    type Err = OurRefRefusal;

    fn from_str(text: &str) -> Result<Self, OurRefRefusal> {
        OurRef::try_from(text.to_owned())
    }
}

impl From<OurRef> for String {
    fn from(our_ref: OurRef) -> String {
        our_ref.0
    }
}

impl fmt::Display for OurRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// PhonePe's own reference (`providerReferenceId`): opaque, for people who talk to PhonePe's support.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProviderRef(pub String);

/// All that the ledger knows of a customer: an HMAC of the mobile number under a keyring key, and its last four digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CustomerMark {
    pub hmac_hex: String,
    pub last_four: String,
}

impl CustomerMark {
    /// `•••••• 3210`
    #[must_use]
    pub fn masked(&self) -> String {
        format!("•••••• {}", self.last_four)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_reference_fits_what_phonepe_takes() {
        let our_ref = OurRef::for_sale(Ulid::from_parts(1_700_000_000_000, u128::MAX));
        assert_eq!(our_ref.as_str().len(), 27);
        assert!(
            our_ref
                .as_str()
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        );
        assert_eq!(our_ref.as_str().parse(), Ok(our_ref.clone()));
    }

    #[test]
    fn our_reference_is_shown_as_it_is_sent() {
        let our_ref = OurRef::for_sale(Ulid::from_parts(1, 1));
        assert_eq!(our_ref.to_string(), our_ref.as_str());
    }

    #[test]
    fn a_customer_is_shown_by_four_digits_and_never_by_the_mark() {
        let customer = CustomerMark {
            hmac_hex: "ab12".to_owned(),
            last_four: "3210".to_owned(),
        };
        assert_eq!(customer.masked(), "•••••• 3210");
    }

    #[test]
    fn a_foreign_reference_is_not_ours() {
        for text in [
            "",
            "S",
            "R01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "S01arz3ndektsv4rrffq69g5fav",
            "S01ARZ3",
        ] {
            assert_eq!(text.parse::<OurRef>(), Err(OurRefRefusal), "{text}");
        }
    }
}
