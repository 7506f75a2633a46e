//! The names under which secrets are kept.

/// The `service` attribute of every item.
pub(crate) const SERVICE: &str = "holdfast";

/// One secret of an installation and profile.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Entry {
    /// The merchant's salt key.
    SaltKey,
    /// The key under which phone numbers and other identifiers are hashed.
    HmacKey,
    /// The id this counter shows to PhonePe as its device.
    DeviceId,
    /// The wallet token of one customer, who is named by the hex of an HMAC, never by a phone number.
    UserToken(String),
    /// The head of the event ledger, anchored outside its file.
    LedgerHead,
    /// The secret part of every PIN's hash.
    PinPepper,
    /// The key that messages to the store's own address are signed with.
    HookKey,
    /// A known value that proves this is the keyring the installation was set up with.
    Canary,
}

impl Entry {
    fn kind(&self) -> String {
        match self {
            Self::SaltKey => "salt-key".to_owned(),
            Self::HmacKey => "hmac-key".to_owned(),
            Self::DeviceId => "device-id".to_owned(),
            Self::UserToken(customer) => format!("user-token:{}", escaped(customer)),
            Self::LedgerHead => "ledger-head".to_owned(),
            Self::PinPepper => "pin-pepper".to_owned(),
            Self::HookKey => "hook-key".to_owned(),
            Self::Canary => "canary".to_owned(),
        }
    }
}

/// Turns entries into `username` attributes, `{installation}/{profile}/{kind}`, so that two homes never meet.
pub(crate) struct Names {
    prefix: String,
}

impl Names {
    pub(crate) fn new(installation: &str, profile: &str) -> Self {
        Self {
            prefix: format!("{}/{}", escaped(installation), escaped(profile)),
        }
    }

    pub(crate) fn user(&self, entry: &Entry) -> String {
        format!("{}/{}", self.prefix, entry.kind())
    }
}

/// A slash inside a part would let two different homes share a name.
fn escaped(part: &str) -> String {
    part.replace('%', "%25").replace('/', "%2F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_installation_profile_and_kind() {
        let names = Names::new("0a1b", "production");
        assert_eq!(names.user(&Entry::SaltKey), "0a1b/production/salt-key");
        assert_eq!(
            names.user(&Entry::UserToken("c0ffee".into())),
            "0a1b/production/user-token:c0ffee"
        );
    }

    #[test]
    fn a_slash_in_a_part_cannot_move_the_border_between_parts() {
        let left = Names::new("a/b", "c").user(&Entry::Canary);
        let right = Names::new("a", "b/c").user(&Entry::Canary);
        assert_ne!(left, right);
        assert_ne!(Names::new("a%2Fb", "c").user(&Entry::Canary), left);
    }

    #[test]
    fn every_kind_has_a_name_of_its_own() {
        let names = Names::new("i", "p");
        let entries = [
            Entry::SaltKey,
            Entry::HmacKey,
            Entry::DeviceId,
            Entry::UserToken("salt-key".into()),
            Entry::UserToken("canary".into()),
            Entry::LedgerHead,
            Entry::PinPepper,
            Entry::HookKey,
            Entry::Canary,
        ];
        let users: std::collections::HashSet<_> = entries.iter().map(|entry| names.user(entry)).collect();
        assert_eq!(users.len(), entries.len());
    }
}
