//! X-VERIFY, computed here on its own so that a mistake in the till's own signing cannot hide.

use sha2::{Digest, Sha256};

/// The lower-case hex SHA-256 of the parts, one after the other.
pub(crate) fn sha256_hex(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
    }
    hex(hash.finalize().as_slice())
}

/// Lower-case hex, as in every checksum that PhonePe prints.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The header of a POST: `SHA256(base64 + path + key)###index`.
pub(crate) fn for_post(base64: &str, path: &str, salt_key: &str, salt_index: u32) -> String {
    format!("{}###{salt_index}", sha256_hex(&[base64, path, salt_key]))
}

/// The header of a GET: `SHA256(path + key)###index`; a query is not signed (page "Fetch PhonePe user profile").
pub(crate) fn for_get(path: &str, salt_key: &str, salt_index: u32) -> String {
    format!("{}###{salt_index}", sha256_hex(&[path, salt_key]))
}
