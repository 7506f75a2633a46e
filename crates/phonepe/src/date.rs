use crate::client::Client;
use reqwest::header::DATE;

impl Client {
    /// What time the provider's server says it is: the `Date` header of its answer to a plain `HEAD` of the base URL,
    /// whatever else it answers. Unsigned and about nothing. `None`: no answer, or one without a date.
    pub async fn date(&self) -> Option<String> {
        let asked = self.inner.http.head(&self.inner.base).send().await.ok()?;
        asked.headers().get(DATE)?.to_str().ok().map(str::to_owned)
    }
}
