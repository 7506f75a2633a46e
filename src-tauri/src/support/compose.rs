//! What stands in a bundle. Nothing is copied whole but the log, which has no secret in it; of settings and ledger only what
//! is named here.

use super::SupportFile;
use super::scrub::scrub;
use crate::log;
use contract::{ErrorCode, HealthView, NoticeCode, ProfileName};
use jiff::Timestamp;
use ledger::{LedgerError, Reader};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use till::{Home, HookSettings, StoreSettings, profile_name};

/// The newest files of the log, up to about so many bytes: a bundle has to go through a mail.
const LOG_BYTES_MAX: u64 = 3_000_000;
/// A longer ledger was proved at the start and is not walked again for this.
const WALKED_MAX: u64 = 50_000;

/// What a bundle is made of.
pub struct Sources {
    pub at_ms: i64,
    pub version: String,
    pub profile: ProfileName,
    pub health: HealthView,
    pub notice: Option<NoticeCode>,
    /// Refusals of this run: milliseconds since 1970, and the code.
    pub refusals: Vec<(i64, ErrorCode)>,
    pub home: Home,
    pub ledger: PathBuf,
}

/// Every file of the bundle. What cannot be read is said in its place; the rest is worth having all the same.
#[must_use]
pub fn compose(sources: &Sources) -> Vec<SupportFile> {
    let file = |name: &str, told: &Value| SupportFile {
        name: name.to_owned(),
        text: scrub(&format!("{told:#}\n")),
    };
    let mut files = vec![
        file("about.json", &about(sources)),
        file("health.json", &json!(sources.health)),
        file("settings.json", &settings(sources)),
        file("ledger.json", &ledger_shape(&sources.ledger, sources.profile)),
        file("refusals.json", &refusals(&sources.refusals)),
    ];
    files.extend(logs(&sources.home.log_dir()));
    files
}

fn about(sources: &Sources) -> Value {
    json!({
        "program": "holdfast",
        "version": sources.version,
        "made_at": moment(sources.at_ms),
        "profile": profile_name(sources.profile),
        "notice": sources.notice,
        "system": fs::read_to_string("/etc/os-release").ok().and_then(|text| pretty_name(&text)),
        "kernel": fs::read_to_string("/proc/sys/kernel/osrelease").ok().map(|text| text.trim().to_owned()),
        "architecture": std::env::consts::ARCH,
        "left_out": "secrets, device id, location, customers, amounts, names of people",
    })
}

fn pretty_name(os_release: &str) -> Option<String> {
    os_release
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))
        .map(|name| name.trim().trim_matches('"').to_owned())
}

/// Member by member, so that a new member does not slip in unseen.
fn settings(sources: &Sources) -> Value {
    let stored = match sources.home.stored_settings() {
        Ok(stored) => stored.unwrap_or_default(),
        Err(why) => return json!({ "unreadable": why.to_string() }),
    };
    let StoreSettings {
        installation: _,
        counter,
        expiry_minutes,
        reads_suggest,
        top_up_hosts,
        provider,
        latitude,
        longitude: _,
        phonepe_version_code,
        speak_with,
        hook,
    } = stored;
    let preferences = sources.home.preferences();
    json!({
        "counter": counter,
        "expiry_minutes": expiry_minutes,
        "reads_suggest": reads_suggest,
        "top_up_hosts": top_up_hosts,
        "phonepe_version_code": phonepe_version_code,
        "has_location": latitude.is_some(),
        // What a program is told on its command line is nobody's business but the store's.
        "speaks_with": speak_with.first(),
        "hook": told_through(&hook),
        "provider": provider.map(|provider| json!({
            "profile": profile_name(provider.profile),
            "base_url": provider.base_url,
            "merchant_id": provider.merchant_id,
            "salt_index": provider.salt_index,
            "has_device_id_of_its_own": provider.device_id.is_some(),
            "has_callback": provider.callback_url.is_some(),
        })),
        "preferences": {
            "language": preferences.chosen.language,
            "trouble": preferences.trouble,
        },
    })
}

/// A program's name, or a host: the rest may be a secret of the store's or of its gateway's.
fn told_through(hook: &HookSettings) -> Value {
    match hook {
        HookSettings::Program(words) => json!(words.first()),
        HookSettings::Address(named) => json!({
            "host": webhook::Address::parse(&named.url).map(|address| address.host().to_owned()).ok(),
        }),
    }
}

/// Where it ends, how long its tables are, whether it holds. No row of it.
fn ledger_shape(path: &Path, profile: ProfileName) -> Value {
    match shape(path) {
        Ok(told) => told,
        Err(why) => json!({ "profile": profile_name(profile), "unreadable": why.to_string() }),
    }
}

fn shape(path: &Path) -> Result<Value, LedgerError> {
    let reader = Reader::open(path)?;
    let head = reader.head()?;
    let rows: serde_json::Map<String, Value> = reader
        .table_rows()?
        .into_iter()
        .map(|(table, rows)| (table, json!(rows)))
        .collect();
    let holds = if head.seq <= WALKED_MAX {
        let found = ledger::verify(path, None)?;
        json!({
            "holds": found.holds(),
            "chain": found.chain.err().map(|fault| fault.to_string()),
            "figures": found.projections.err().map(|fault| fault.to_string()),
        })
    } else {
        json!("not walked again for this: health.json has what the till's own check says")
    };
    Ok(json!({
        "profile": reader.profile()?,
        "head": head.to_line(),
        "bytes": fs::metadata(path).map(|metadata| metadata.len()).ok(),
        "rows": rows,
        "verified": holds,
    }))
}

fn refusals(refusals: &[(i64, ErrorCode)]) -> Value {
    refusals
        .iter()
        .map(|(at_ms, code)| json!({ "at": moment(*at_ms), "code": code }))
        .collect()
}

fn logs(dir: &Path) -> Vec<SupportFile> {
    let mut room = LOG_BYTES_MAX;
    let mut taken = Vec::new();
    for path in log::files_in(dir).into_iter().rev() {
        let length = fs::metadata(&path).map_or(0, |metadata| metadata.len());
        let Some(left) = room.checked_sub(length) else {
            break;
        };
        room = left;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = match fs::read(&path) {
            Ok(bytes) => scrub(&String::from_utf8_lossy(&bytes)),
            Err(why) => format!("unreadable: {why}\n"),
        };
        taken.push(SupportFile {
            name: format!("logs/{name}"),
            text,
        });
    }
    taken.reverse();
    taken
}

fn moment(at_ms: i64) -> String {
    Timestamp::from_millisecond(at_ms).map_or_else(|_| at_ms.to_string(), |at| at.to_string())
}
