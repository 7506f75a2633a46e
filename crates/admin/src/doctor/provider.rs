//! Asks PhonePe about a transaction that cannot exist: "never heard of it" proves merchant id, salt key and index, and
//! moves nothing.

use super::{Check, clock};
use crate::provision::phonepe_settings;
use domain::{Ask, Expected, Heard, Meaning, OurRef, Paise, RefusalKind, UnknownWhy};
use jiff::Timestamp;
use phonepe::{Client, Deadlines};
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use till::ProviderSettings;
use ulid::Ulid;

const NAME: &str = "provider";
const REPROVISION: &str = "Compare merchant id, salt key and salt index with what PhonePe gave you, and run `holdfast-admin provision` again.";
const LATER: &str = "Try again in a few minutes; if it stays, ask PhonePe's support.";

const DEADLINES: Deadlines = Deadlines {
    connect: Duration::from_secs(5),
    total: Duration::from_secs(10),
};

/// What was heard, and when.
struct Asked {
    heard: Option<Result<Heard, String>>,
    date: Option<(Timestamp, String)>,
}

/// The provider's check and the clock's. Without a salt key only the clock is held against PhonePe's.
pub fn look(provider: &ProviderSettings, salt_key: Option<SecretString>) -> (Check, Check) {
    let asked = ask(provider, salt_key);
    let clock = match &asked.date {
        Some((heard_at, date)) => clock::against(*heard_at, date),
        None => clock::alone(),
    };
    (judge(asked, provider), clock)
}

fn ask(provider: &ProviderSettings, salt_key: Option<SecretString>) -> Asked {
    let has_key = salt_key.is_some();
    // The clock's question is not signed.
    let key = salt_key.unwrap_or_else(|| SecretString::from("unread"));
    let nothing = |why: String| Asked {
        heard: Some(Err(why)),
        date: None,
    };
    let client = match Client::with_deadlines(phonepe_settings(provider), key, DEADLINES) {
        Ok(client) => client,
        Err(refusal) => return nothing(refusal.to_string()),
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(why) => return nothing(why.to_string()),
    };
    runtime.block_on(async {
        let date = client.date().await.map(|date| (Timestamp::now(), date));
        let heard = if has_key {
            Some(status_of_nothing(&client).await)
        } else {
            None
        };
        Asked { heard, date }
    })
}

async fn status_of_nothing(client: &Client) -> Result<Heard, String> {
    let chance = secrets::random_hex(16).map_err(|why| why.to_string())?;
    let chance = u128::from_str_radix(chance.expose_secret(), 16).map_err(|why| why.to_string())?;
    let question = Ask::TransactionStatus {
        our_ref: OurRef::for_sale(Ulid(chance)),
        expected: Expected::AtMost(Paise::SALE_MAX),
    };
    let prepared = client.prepare(&question).map_err(|why| why.to_string())?;
    Ok(client.send(prepared).await)
}

fn judge(asked: Asked, provider: &ProviderSettings) -> Check {
    let base_url = &provider.base_url;
    let heard = match asked.heard {
        Some(Ok(heard)) => heard,
        Some(Err(why)) => return Check::wrong(NAME, format!("it could not be asked: {why}"), REPROVISION),
        None if asked.date.is_some() => {
            let advice = "Once the salt key can be read, run this again.";
            return Check::wrong(
                NAME,
                format!("{base_url} answers, but without the salt key nothing can be asked"),
                advice,
            );
        }
        None => {
            return Check::wrong(
                NAME,
                format!("{base_url} does not answer, and there is no salt key to ask with"),
                LATER,
            );
        }
    };
    let code = heard.code.as_deref().unwrap_or("no code");
    match &heard.meaning {
        Meaning::Refused(RefusalKind::NotFound) => {
            let words = format!(
                "{base_url} answered in {} ms and takes merchant id, salt key and index",
                heard.took_ms
            );
            Check::fine(NAME, words)
        }
        Meaning::Refused(RefusalKind::WrongSignature) => Check::wrong(
            NAME,
            format!("the salt key or its index is wrong ({code})"),
            REPROVISION,
        ),
        Meaning::Refused(_) => Check::wrong(
            NAME,
            format!("PhonePe refused the question with {code}"),
            REPROVISION,
        ),
        Meaning::NotSent(why) => Check::wrong(
            NAME,
            format!("{base_url} cannot be reached: {why}"),
            "Look at this machine's network, and at the base URL.",
        ),
        Meaning::Unknown(why) => Check::wrong(NAME, format!("{base_url} {}", unknown(why, code)), LATER),
        Meaning::Agreed(_) => Check::wrong(
            NAME,
            "PhonePe claims to know a transaction that was never made".to_owned(),
            LATER,
        ),
    }
}

fn unknown(why: &UnknownWhy, code: &str) -> String {
    match why {
        UnknownWhy::TimedOut => "did not answer in time".to_owned(),
        UnknownWhy::ConnectionLost => "broke the connection off".to_owned(),
        UnknownWhy::ProviderError => format!("is in trouble of its own ({code})"),
        UnknownWhy::Unreadable(what) => {
            format!("answered something that PhonePe's pages do not have: {what}")
        }
        UnknownWhy::UnlistedCode => {
            format!("answered with {code}, which PhonePe's pages do not list for this call")
        }
        UnknownWhy::Mismatch(what) => format!("answered about something else: {what}"),
    }
}
