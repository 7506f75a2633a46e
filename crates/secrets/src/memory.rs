//! A keyring that ends with the program: for tests, and for training where there is no Secret Service.

use std::collections::HashMap;
use std::sync::Mutex;

use secrecy::SecretString;

use crate::backend::Backend;
use crate::entry::{Entry, Names};
use crate::error::SecretError;
use crate::operation::{Answer, CANARY, Operation};
use crate::watch::{Watch, held};

pub(crate) struct Memory {
    names: Names,
    secrets: Mutex<HashMap<String, SecretString>>,
    failing: Mutex<Option<SecretError>>,
}

impl Memory {
    /// Born set up: its canary is there.
    pub(crate) fn new() -> Self {
        let names = Names::new("memory", "memory");
        let secrets = HashMap::from([(names.user(&Entry::Canary), SecretString::from(CANARY))]);
        Self {
            names,
            secrets: Mutex::new(secrets),
            failing: Mutex::new(None),
        }
    }

    pub(crate) fn fail_with(&self, error: Option<SecretError>) {
        *held(&self.failing) = error;
    }

    /// Answers on the caller's own thread, so that a test's virtual clock never runs ahead of it.
    pub(crate) fn call(&self, operation: &Operation) -> Answer {
        if let Some(error) = held(&self.failing).clone() {
            return Err(error);
        }
        let mut backend = self;
        operation.perform(&mut backend, &self.names, &Watch::unneeded())
    }
}

impl Backend for &Memory {
    fn get(&mut self, user: &str, _watch: &Watch) -> Result<Option<SecretString>, SecretError> {
        Ok(held(&self.secrets).get(user).cloned())
    }

    fn set(&mut self, user: &str, secret: &SecretString, watch: &Watch) -> Result<(), SecretError> {
        watch.begin_write()?;
        held(&self.secrets).insert(user.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&mut self, user: &str, watch: &Watch) -> Result<bool, SecretError> {
        watch.begin_write()?;
        Ok(held(&self.secrets).remove(user).is_some())
    }
}
