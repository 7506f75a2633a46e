//! PINs as they are kept: Argon2id with a pepper from the keyring. A six-digit PIN falls to anybody who has its hash and a
//! few hours; without the pepper, which is no part of any file, he has nothing to try it against.

use crate::{Entry, Keyring, SecretError, random_hex};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, KeyId, Params, ParamsBuilder, PasswordHasher, PasswordVerifier, Version};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

/// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. Some 25 ms here, well under a half second on a
/// cheap PC.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

const PEPPER_BYTES: usize = 32;
const SALT_BYTES: usize = 16;
const ID_BYTES: usize = 6;

/// What training hashes with when there is no keyring. Nothing in training is a secret, and a pepper that goes with the
/// process would lock everybody out at the next start.
const TRAINING_PEPPER: &str = "holdfast training: no keyring, no secret";

/// Why a PIN could be neither checked nor hashed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    #[error(transparent)]
    Keyring(#[from] SecretError),
    #[error("the PIN was hashed with a pepper that is not in this keyring")]
    PepperGone,
    #[error("the PIN's hash is of no use: {0}")]
    Unusable(String),
}

/// The secret part of every PIN's hash, one for each installation and profile.
#[derive(Clone)]
pub struct Pepper(SecretString);

impl Pepper {
    /// The keyring's, made at the first call.
    ///
    /// # Errors
    /// [`SecretError`]: then there is no pepper, and nobody is let in.
    pub async fn kept_or_made(keyring: &Keyring) -> Result<Pepper, SecretError> {
        if let Some(kept) = keyring.get(Entry::PinPepper).await? {
            return Ok(Pepper(kept));
        }
        let made = random_hex(PEPPER_BYTES)?;
        keyring.set(Entry::PinPepper, made.clone()).await?;
        Ok(Pepper(made))
    }

    /// The keyring's; `None` when no PIN was ever hashed with it.
    ///
    /// # Errors
    /// [`SecretError`].
    pub async fn kept(keyring: &Keyring) -> Result<Option<Pepper>, SecretError> {
        Ok(keyring.get(Entry::PinPepper).await?.map(Pepper))
    }

    /// [`Pepper::kept_or_made`] for programs without a runtime.
    ///
    /// # Errors
    /// [`SecretError`].
    pub fn kept_or_made_blocking(keyring: &Keyring) -> Result<Pepper, SecretError> {
        if let Some(kept) = keyring.get_blocking(Entry::PinPepper)? {
            return Ok(Pepper(kept));
        }
        let made = random_hex(PEPPER_BYTES)?;
        keyring.set_blocking(Entry::PinPepper, made.clone())?;
        Ok(Pepper(made))
    }

    /// Training's, where there is no keyring.
    #[must_use]
    pub fn of_training() -> Pepper {
        Pepper(SecretString::from(TRAINING_PEPPER))
    }

    /// Whether this PHC string was made with this pepper: it names it, so that a keyring that was replaced is not taken
    /// for a wrong PIN.
    #[must_use]
    pub fn made(&self, phc: &str) -> bool {
        params_of(phc).is_some_and(|params| params.keyid() == self.id())
    }

    /// The PIN's PHC string, with a new salt. Takes a good part of a second on a slow machine: not on a thread that
    /// somebody waits for.
    ///
    /// # Errors
    /// [`PinError::Keyring`] when the system has no random bytes; [`PinError::Unusable`] never, by these figures.
    pub fn hash(&self, pin: &SecretString) -> Result<String, PinError> {
        let salt = random_hex(SALT_BYTES)?;
        let hasher = self.hasher(self.params()?)?;
        let phc =
            hasher.hash_password_with_salt(pin.expose_secret().as_bytes(), salt.expose_secret().as_bytes());
        phc.map(|phc| phc.to_string()).map_err(unusable)
    }

    /// Whether it is the PIN of that PHC string. Without one the same work is done for nothing, and the answer is no.
    ///
    /// # Errors
    /// [`PinError::PepperGone`], [`PinError::Unusable`].
    pub fn check(&self, pin: &SecretString, phc: Option<&str>) -> Result<bool, PinError> {
        let Some(phc) = phc else {
            return self.hash(pin).map(|_| false);
        };
        let params = params_of(phc).ok_or_else(|| unusable("it cannot be read"))?;
        if params.keyid() != self.id() {
            return Err(PinError::PepperGone);
        }
        let kept = PasswordHash::new(phc).map_err(unusable)?;
        let checked = self
            .hasher(params)?
            .verify_password(pin.expose_secret().as_bytes(), &kept);
        match checked {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(why) => Err(unusable(why)),
        }
    }

    /// A few bytes that name the pepper and tell nothing of it: it has 256 bits of its own.
    fn id(&self) -> [u8; ID_BYTES] {
        let digest = Sha256::new()
            .chain_update(b"holdfast pepper id\0")
            .chain_update(self.0.expose_secret().as_bytes())
            .finalize();
        let mut id = [0; ID_BYTES];
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        id
    }

    fn params(&self) -> Result<Params, PinError> {
        let id = KeyId::new(&self.id()).map_err(unusable)?;
        ParamsBuilder::new()
            .m_cost(MEMORY_KIB)
            .t_cost(PASSES)
            .p_cost(LANES)
            .keyid(id)
            .build()
            .map_err(unusable)
    }

    fn hasher(&self, params: Params) -> Result<Argon2<'_>, PinError> {
        let pepper = self.0.expose_secret().as_bytes();
        Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params).map_err(unusable)
    }
}

fn params_of(phc: &str) -> Option<Params> {
    Params::try_from(&PasswordHash::new(phc).ok()?).ok()
}

fn unusable(why: impl std::fmt::Display) -> PinError {
    PinError::Unusable(why.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(text: &str) -> SecretString {
        SecretString::from(text.to_owned())
    }

    #[test]
    fn a_pin_is_checked_against_its_hash_and_no_other_is() {
        let pepper = Pepper(pin("some pepper of the keyring"));
        let phc = pepper.hash(&pin("482913")).unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1,keyid="), "{phc}");
        assert!(!phc.contains("482913"));
        assert_eq!(pepper.check(&pin("482913"), Some(&phc)), Ok(true));
        assert_eq!(pepper.check(&pin("482914"), Some(&phc)), Ok(false));
        assert_eq!(pepper.check(&pin("482913"), None), Ok(false));
    }

    #[test]
    fn two_people_with_one_pin_have_two_hashes() {
        let pepper = Pepper::of_training();
        let hashes = [0, 1].map(|_| pepper.hash(&pin("482913")).unwrap());
        assert_ne!(hashes[0], hashes[1]);
    }

    #[test]
    fn without_its_pepper_a_hash_is_nothing_and_that_is_not_called_a_wrong_pin() {
        let phc = Pepper(pin("one")).hash(&pin("482913")).unwrap();
        let other = Pepper(pin("other"));
        assert!(!other.made(&phc) && Pepper(pin("one")).made(&phc));
        assert_eq!(other.check(&pin("482913"), Some(&phc)), Err(PinError::PepperGone));
    }

    #[test]
    fn the_pepper_itself_is_what_counts_not_its_name() {
        let pepper = Pepper(pin("one"));
        let phc = pepper.hash(&pin("482913")).unwrap();
        let parsed = PasswordHash::new(&phc).unwrap();
        let bare = Argon2::new(Algorithm::Argon2id, Version::V0x13, pepper.params().unwrap());
        assert!(bare.verify_password(b"482913", &parsed).is_err());
    }

    #[test]
    fn what_is_no_hash_is_said_and_lets_nobody_in() {
        for phc in ["", "482913", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ"] {
            let checked = Pepper::of_training().check(&pin("482913"), Some(phc));
            assert!(checked.is_err(), "{phc}");
        }
    }

    #[test]
    fn the_pepper_is_made_once_and_kept() {
        let keyring = Keyring::in_memory();
        let made = Pepper::kept_or_made_blocking(&keyring).unwrap();
        let phc = made.hash(&pin("482913")).unwrap();
        let again = Pepper::kept_or_made_blocking(&keyring).unwrap();
        assert_eq!(again.check(&pin("482913"), Some(&phc)), Ok(true));
    }
}
