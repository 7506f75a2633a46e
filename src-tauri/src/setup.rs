//! A store is set up in the window: what was typed is checked with PhonePe first, and nothing of the present settings is
//! replaced before that is good, or a manager says plainly that it is to be kept unchecked. The salt key goes from the
//! page into this memory and from here into the keyring; it never comes back in a view.

use crate::engine::Running;
use crate::ports::device_headers;
use contract::{ErrorCode, HealthVerdict, ProfileName, SetupDraft, SetupFound, SetupView, UiError};
use domain::{Ask, Expected, Heard, Meaning, OurRef, Paise, RefusalKind, UnknownWhy};
use phonepe::{Client, Deadlines, Profile, Settings};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use till::{Clock, ProviderSettings, clock_line, profile_name};

const DEADLINES: Deadlines = Deadlines {
    connect: Duration::from_secs(5),
    total: Duration::from_secs(10),
};
/// Stands in for a device id that the till makes at its next start; no request that is sent here carries it.
const UNMADE_DEVICE_ID: &str = "not-made-yet";

static AGAIN: AtomicBool = AtomicBool::new(false);

/// The account that was checked last.
#[derive(Default)]
pub struct SetupDesk {
    checked: Mutex<Option<Checked>>,
}

#[derive(Clone)]
struct Checked {
    view: SetupView,
    provider: ProviderSettings,
    salt_key: SecretString,
}

impl SetupDesk {
    fn put(&self, checked: Checked) {
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some(checked);
    }

    fn get(&self, id: &str) -> Option<Checked> {
        let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        checked.as_ref().filter(|checked| checked.view.id == id).cloned()
    }

    /// Forgets it, key and all.
    pub fn forget(&self) {
        *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Asks PhonePe whether it takes what was typed. Nothing is written.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::ManagerNeeded`]; [`ErrorCode::SetupUnusable`] with the sentence when it cannot
/// be right whatever PhonePe says: nothing was sent.
pub async fn check(running: Arc<Running>, desk: &SetupDesk, draft: SetupDraft) -> Result<SetupView, UiError> {
    allowed(&running)?;
    desk.forget();
    let provider = provider_of(&draft)?;
    let salt_key = SecretString::from(draft.salt_key.expose().trim().to_owned());
    let client = client(&running, &provider, salt_key.clone())?;
    let found = found(client.send(status_of_nothing(&client)?).await);
    let off_ms = crate::ports::clock_off_ms(&client);
    let clock = clock_line(running.clock.now().wall_ms, off_ms);
    let is_taken = matches!(found, SetupFound::Taken { .. });
    let view = SetupView {
        id: new_id()?,
        profile: provider.profile,
        base_url: provider.base_url.clone(),
        merchant_id: provider.merchant_id.clone(),
        salt_index: provider.salt_index,
        is_good: is_taken && clock.verdict != HealthVerdict::Act,
        found,
        clock,
    };
    desk.put(Checked {
        view: view.clone(),
        provider,
        salt_key,
    });
    Ok(view)
}

/// Keeps the account that was checked under this id: the key in the keyring, then the rest in the settings. It takes effect
/// at the next start.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::ManagerNeeded`]; [`ErrorCode::NotAllowedNow`] when another account, or none,
/// was checked, when the check was not good and `unchecked` was not said, or while a store still has open holds;
/// [`ErrorCode::SetupNotKept`] with the reason: everything is as it was.
pub async fn keep(running: Arc<Running>, desk: &SetupDesk, id: &str, unchecked: bool) -> Result<(), UiError> {
    allowed(&running)?;
    let checked = desk.get(id).ok_or(ErrorCode::NotAllowedNow)?;
    if !checked.view.is_good && !unchecked || has_open_holds(&running) {
        return Err(ErrorCode::NotAllowedNow.into());
    }
    let Checked {
        provider, salt_key, ..
    } = checked;
    tokio::task::spawn_blocking(move || store(&running, provider, salt_key))
        .await
        .map_err(|_| ErrorCode::Stopped)?
        .map_err(|why| {
            tracing::error!(why, "the set-up was not kept");
            UiError {
                code: ErrorCode::SetupNotKept,
                detail: Some(why),
            }
        })?;
    desk.forget();
    tracing::info!("another account was set up; it takes effect at the next start");
    Ok(())
}

/// The till is to be opened again once it has closed.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::ManagerNeeded`].
pub fn restart(running: &Running) -> Result<(), UiError> {
    allowed(running)?;
    AGAIN.store(true, Ordering::SeqCst);
    Ok(())
}

/// Starts the program once more, when that was asked for; to be called when it has let go of its home.
pub fn start_again_if_asked() {
    if !AGAIN.load(Ordering::SeqCst) {
        return;
    }
    let program = std::env::current_exe().map(|exe| {
        // An upgrade replaced the file meanwhile: the new one stands under the same name.
        let path = exe.to_string_lossy().into_owned();
        path.strip_suffix(" (deleted)").unwrap_or(&path).to_owned()
    });
    if let Err(why) = program.and_then(|program| Command::new(program).spawn()) {
        tracing::error!(%why, "the till could not be opened again");
    }
}

/// Holds of the present account could not be looked up with another one's key. Practice may be left behind.
fn has_open_holds(running: &Running) -> bool {
    let views = running.till.views();
    let view = views.borrow();
    let is_open = view.strip.iter().any(|row| row.ended_at_ms.is_none());
    running.profile != ProfileName::Training && (is_open || view.strip_more > 0 || view.lamps.queue > 0)
}

fn allowed(running: &Running) -> Result<(), UiError> {
    running.signed_in()?;
    if running.till.views().borrow().staff.can_edit {
        Ok(())
    } else {
        Err(ErrorCode::ManagerNeeded.into())
    }
}

fn unusable(why: impl Into<String>) -> UiError {
    UiError {
        code: ErrorCode::SetupUnusable,
        detail: Some(why.into()),
    }
}

fn provider_of(draft: &SetupDraft) -> Result<ProviderSettings, UiError> {
    let salt_index = draft.salt_index_text.trim().parse();
    Ok(ProviderSettings {
        profile: draft.profile,
        base_url: draft.base_url.trim().to_owned(),
        merchant_id: draft.merchant_id.trim().to_owned(),
        salt_index: salt_index.map_err(|_| unusable("the salt index is a number, most often 1"))?,
        device_id: None,
        callback_url: None,
    })
}

fn client(running: &Running, provider: &ProviderSettings, salt_key: SecretString) -> Result<Client, UiError> {
    let stored = running.home.stored_settings().ok().flatten().unwrap_or_default();
    let settings = Settings {
        profile: match provider.profile {
            ProfileName::Training => Profile::Training,
            ProfileName::Uat => Profile::Uat,
            ProfileName::Production => Profile::Production,
        },
        base_url: provider.base_url.clone(),
        merchant_id: provider.merchant_id.clone(),
        salt_index: provider.salt_index,
        device_id: UNMADE_DEVICE_ID.to_owned(),
        phonepe_version_code: stored.phonepe_version_code,
        callback_url: None,
        headers: device_headers(&stored, env!("CARGO_PKG_VERSION")),
    };
    Client::with_deadlines(settings, salt_key, DEADLINES).map_err(|refusal| unusable(refusal.to_string()))
}

fn status_of_nothing(client: &Client) -> Result<phonepe::Prepared, UiError> {
    let chance = secrets::random_hex(16).map_err(|why| unusable(why.to_string()))?;
    let chance = u128::from_str_radix(chance.expose_secret(), 16).map_err(|why| unusable(why.to_string()))?;
    let question = Ask::TransactionStatus {
        our_ref: OurRef::for_sale(chance.into()),
        expected: Expected::AtMost(Paise::SALE_MAX),
    };
    client.prepare(&question).map_err(|why| unusable(why.to_string()))
}

/// "Never heard of it" proves merchant id, salt key and index.
fn found(heard: Heard) -> SetupFound {
    let code = heard.code.unwrap_or_default();
    match heard.meaning {
        Meaning::Refused(RefusalKind::NotFound) => SetupFound::Taken {
            took_ms: heard.took_ms,
        },
        Meaning::Refused(RefusalKind::WrongSignature) => SetupFound::WrongKey { code },
        Meaning::Refused(_) => SetupFound::Refused { code },
        Meaning::NotSent(why) => SetupFound::Unreachable { why },
        Meaning::Unknown(UnknownWhy::TimedOut | UnknownWhy::ConnectionLost) => SetupFound::NoAnswer,
        Meaning::Unknown(_) | Meaning::Agreed(_) => SetupFound::Strange { code },
    }
}

fn new_id() -> Result<String, UiError> {
    let id = secrets::random_hex(16).map_err(|why| unusable(why.to_string()))?;
    Ok(id.expose_secret().to_owned())
}

/// In this order, so that settings never point at a key that is not there; and if they cannot be written, the keyring gets
/// back what it had.
fn store(running: &Running, provider: ProviderSettings, salt_key: SecretString) -> Result<(), String> {
    let told = |why: &dyn std::fmt::Display| why.to_string();
    let mut settings = running
        .home
        .stored_settings()
        .map_err(|why| told(&why))?
        .unwrap_or_default();
    let keyring = Keyring::system(&settings.installation, profile_name(provider.profile));
    keyring.ensure_canary_blocking().map_err(|why| told(&why))?;
    let before = keyring.get_blocking(Entry::SaltKey).map_err(|why| told(&why))?;
    keyring
        .set_blocking(Entry::SaltKey, salt_key)
        .map_err(|why| told(&why))?;
    settings.provider = Some(provider);
    running.home.write_settings(&settings).map_err(|why| {
        let undone = match before {
            Some(key) => keyring.set_blocking(Entry::SaltKey, key),
            None => keyring.delete_blocking(Entry::SaltKey),
        };
        undone.map_or_else(|trouble| format!("{why}; {trouble}"), |()| told(&why))
    })
}

#[cfg(test)]
mod tests;
