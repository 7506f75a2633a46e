use contract::{PreferencesView, ProfileName};
use domain::Actor;

/// What the shell knows before the engine starts. No secret is in it.
#[derive(Clone, Debug)]
pub struct Config {
    pub profile: ProfileName,
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub version: String,
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index: u32,
    /// How long PhonePe is to keep a hold, in minutes; always sent.
    pub expiry_minutes: u32,
    /// `GET …/debit/suggest` instead of `POST /v3/wallet/balance`, for merchants that have only the former.
    pub reads_suggest: bool,
    /// Hosts whose top-up pages may be opened in the locked-down second window.
    pub top_up_hosts: Vec<String>,
    /// As they were read at the start.
    pub preferences: PreferencesView,
}

impl Config {
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            cashier: self.cashier.clone(),
            counter: self.counter.clone(),
            shift: self.shift,
        }
    }
}
