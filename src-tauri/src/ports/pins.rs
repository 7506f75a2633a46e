//! PINs against the keyring's pepper, on a thread where nobody waits.

use crate::ports::{Safe, trouble_of};
use domain::Pin;
use secrets::{Pepper, PinError};
use std::sync::Arc;
use till::{Going, PinTrouble};

/// The engine's port.
pub struct SafePins {
    safe: Arc<Safe>,
}

impl SafePins {
    #[must_use]
    pub fn new(safe: Arc<Safe>) -> SafePins {
        SafePins { safe }
    }
}

impl till::Pins for SafePins {
    fn check(&self, pin: Pin, phc: Option<String>) -> Going<Result<bool, PinTrouble>> {
        let safe = self.safe.clone();
        Box::pin(async move {
            let pepper = pepper_for(&safe, phc.as_deref()).await?;
            beside(move || pepper.check(pin.secret(), phc.as_deref())).await
        })
    }

    fn hash(&self, pin: Pin) -> Going<Result<String, PinTrouble>> {
        let safe = self.safe.clone();
        Box::pin(async move {
            let chosen = safe.chosen().await;
            let pepper = if chosen.in_memory {
                Pepper::of_training()
            } else {
                Pepper::kept_or_made(&chosen.keyring)
                    .await
                    .map_err(|why| trouble(why.into()))?
            };
            beside(move || pepper.hash(pin.secret())).await
        })
    }
}

/// Training's own pepper is taken where the hash was made without a keyring, and nowhere else.
async fn pepper_for(safe: &Safe, phc: Option<&str>) -> Result<Pepper, PinTrouble> {
    let of_training = Pepper::of_training();
    let chosen = safe.chosen().await;
    let is_made_without = safe.is_training() && phc.is_some_and(|phc| of_training.made(phc));
    if chosen.in_memory || is_made_without {
        return Ok(of_training);
    }
    Pepper::kept(&chosen.keyring)
        .await
        .map_err(|why| trouble(why.into()))?
        .ok_or(PinTrouble::KeyGone)
}

async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PinError> + Send + 'static,
) -> Result<T, PinTrouble> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|why| PinTrouble::Broken(why.to_string()))?
        .map_err(trouble)
}

fn trouble(why: PinError) -> PinTrouble {
    match why {
        PinError::Keyring(error) => PinTrouble::Keyring(trouble_of(&error)),
        PinError::PepperGone => PinTrouble::KeyGone,
        PinError::Unusable(why) => PinTrouble::Broken(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrets::Keyring;
    use till::Pins;

    fn pin(text: &str) -> Pin {
        Pin::parse(text).unwrap()
    }

    fn store(keyring: &Keyring) -> SafePins {
        SafePins::new(Arc::new(Safe::of_a_store(keyring.clone())))
    }

    fn training_without_a_keyring(dir: &std::path::Path) -> SafePins {
        let system = Keyring::system("an installation of this test", "training");
        SafePins::new(Arc::new(Safe::of_training(system, dir, false)))
    }

    #[tokio::test]
    async fn a_pin_lets_in_through_the_keyrings_pepper() {
        let pins = store(&Keyring::in_memory());
        let phc = pins.hash(pin("482913")).await.unwrap();
        assert_eq!(pins.check(pin("482913"), Some(phc.clone())).await, Ok(true));
        assert_eq!(pins.check(pin("482914"), Some(phc)).await, Ok(false));
        assert_eq!(pins.check(pin("482913"), None).await, Ok(false));
    }

    #[tokio::test]
    async fn another_keyring_lets_nobody_in_and_says_that_it_is_another() {
        let phc = store(&Keyring::in_memory()).hash(pin("482913")).await.unwrap();
        let empty = store(&Keyring::in_memory());
        assert_eq!(
            empty.check(pin("482913"), Some(phc.clone())).await,
            Err(PinTrouble::KeyGone)
        );
        empty.hash(pin("482913")).await.unwrap();
        assert_eq!(
            empty.check(pin("482913"), Some(phc)).await,
            Err(PinTrouble::KeyGone)
        );
    }

    #[tokio::test]
    async fn training_without_a_keyring_lets_in_after_a_restart_too_and_a_store_does_not_take_its_hashes() {
        let dir = tempfile::tempdir().unwrap();
        let phc = training_without_a_keyring(dir.path())
            .hash(pin("482913"))
            .await
            .unwrap();
        let again = training_without_a_keyring(dir.path());
        assert_eq!(again.check(pin("482913"), Some(phc.clone())).await, Ok(true));
        let a_store = store(&Keyring::in_memory());
        a_store.hash(pin("100200")).await.unwrap();
        assert_eq!(
            a_store.check(pin("482913"), Some(phc)).await,
            Err(PinTrouble::KeyGone)
        );
    }
}
