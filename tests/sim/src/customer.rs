use secrecy::SecretString;
use till::VaultEntry;

/// Every customer of the simulation is linked already; the token says which customer it is.
pub(crate) fn token_of(entry: &VaultEntry) -> SecretString {
    match entry {
        VaultEntry::UserToken(hmac_hex) => SecretString::from(format!("TOKEN{hmac_hex}")),
        VaultEntry::LedgerHead => SecretString::from(String::new()),
    }
}
