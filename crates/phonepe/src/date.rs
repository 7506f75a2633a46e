use crate::client::{Client, Inner};
use reqwest::header::{DATE, HeaderMap};
use std::sync::PoisonError;
use std::time::SystemTime;

impl Client {
    /// What time the provider's server says it is: the `Date` header of its answer to a plain `HEAD` of the base URL,
    /// whatever else it answers. Unsigned and about nothing. `None`: no answer, or one without a date.
    pub async fn date(&self) -> Option<String> {
        let asked = self.inner.http.head(&self.inner.base).send().await.ok()?;
        asked.headers().get(DATE)?.to_str().ok().map(str::to_owned)
    }

    /// The `Date` header of the last answer to any call, and when it was heard by this machine's clock. Nothing is asked
    /// for it.
    #[must_use]
    pub fn last_date(&self) -> Option<(String, SystemTime)> {
        let last = self.inner.last_date.lock();
        last.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Inner {
    pub(crate) fn note_date(&self, headers: &HeaderMap) {
        if let Some(date) = headers.get(DATE).and_then(|date| date.to_str().ok()) {
            let heard = (date.to_owned(), SystemTime::now());
            *self.last_date.lock().unwrap_or_else(PoisonError::into_inner) = Some(heard);
        }
    }
}
