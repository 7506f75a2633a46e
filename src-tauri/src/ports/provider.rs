use domain::Ask;
use jiff::Timestamp;
use phonepe::Client;
use std::time::SystemTime;

/// PhonePe behind the engine's port.
pub struct PhonePe {
    client: Client,
}

impl PhonePe {
    #[must_use]
    pub fn new(client: Client) -> PhonePe {
        PhonePe { client }
    }
}

impl till::Provider for PhonePe {
    fn prepare(&self, ask: &Ask) -> Result<till::Prepared, String> {
        let prepared = self.client.prepare(ask).map_err(|why| why.to_string())?;
        let request_sha256 = prepared.sha256_hex().to_owned();
        Ok(till::Prepared {
            request_sha256,
            going: Box::pin(self.client.send(prepared)),
        })
    }

    fn clock_off_ms(&self) -> Option<i64> {
        clock_off_ms(&self.client)
    }
}

/// This machine's clock less PhonePe's, by the date of its last answer.
#[must_use]
pub fn clock_off_ms(client: &Client) -> Option<i64> {
    let (date, heard_at) = client.last_date()?;
    off_ms(&date, heard_at)
}

/// Ours less theirs. A date that cannot be read is none.
fn off_ms(date: &str, heard_at: SystemTime) -> Option<i64> {
    let theirs = jiff::fmt::rfc2822::parse(date).ok()?.timestamp();
    let ours = Timestamp::try_from(heard_at).ok()?;
    Some(ours.as_millisecond().saturating_sub(theirs.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_clock_is_ahead_or_behind_by_the_date_of_an_answer() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let date = "Wed, 01 Jul 2026 06:00:00 GMT";
        assert_eq!(off_ms(date, at(1_782_885_600)), Some(0));
        assert_eq!(off_ms(date, at(1_782_885_600 + 301)), Some(301_000));
        assert_eq!(off_ms(date, at(1_782_885_600 - 60)), Some(-60_000));
        assert_eq!(off_ms("yesterday", at(0)), None);
    }
}
