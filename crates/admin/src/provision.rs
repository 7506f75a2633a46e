//! Connects a till with a merchant's account: the salt key into the keyring, the rest into the settings, in that
//! order, so that settings never point at a key that is not there.

use crate::keyring;
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::{profile_named, root, unreadable};
use crate::secret_line;
use phonepe::{Client, DeviceHeaders, Profile, Settings};
use secrecy::{ExposeSecret, SecretString};
use secrets::{Entry, Keyring, SecretError, random_hex};
use std::io::{IsTerminal, stdin};
use till::{Home, ProfileName, ProviderSettings, StoreSettings, profile_name};

pub const HELP: &str = "\
holdfast-admin provision --profile uat --base-url URL --merchant-id MID --salt-index N --salt-key-stdin
                         [--device-id ID] [--callback-url URL]

  --profile NAME       uat, production, or training (a pretend PhonePe on this machine)
  --base-url URL       https://…; http:// on this machine's own addresses for uat and training only
  --merchant-id MID    as PhonePe gave it
  --salt-index N       the number of the salt key
  --salt-key-stdin     the salt key is read from standard input, as one line; it is never given in words or variables
  --device-id ID       one X-DEVICE-ID (up to 64 characters) for all counters of a store, so that they share their links;
                       without it each till makes its own
  --callback-url URL   where PhonePe may report outcomes; a till behind a router needs none

The salt key goes into the desktop's keyring and nothing of it onto the disk. A till that is running goes on with what
it started with: the new settings take effect at its next start.
";

const VALUED: [&str; 6] = [
    "--profile",
    "--base-url",
    "--merchant-id",
    "--salt-index",
    "--device-id",
    "--callback-url",
];

/// Stands in for a device id that the till will make; no request is sent with it.
const UNMADE_DEVICE_ID: &str = "not-made-yet";

/// # Errors
/// A [`Stop`] with a sentence; nothing was changed then, unless the sentence says otherwise.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let provider = read_options(words)?;
    check(&provider, SecretString::from("unread"))?;
    let salt_key = ask_for_key()?;
    check(&provider, salt_key.clone())?;
    let home =
        Home::open(&root()?).map_err(|why| Stop::Wrong(format!("The till's home cannot be made: {why}.")))?;
    let mut settings = home
        .stored_settings()
        .map_err(|why| unreadable(&home, &why))?
        .unwrap_or_default();
    if settings.installation.is_empty() {
        settings.installation = new_installation()?;
    }
    settings.provider = Some(provider.clone());
    store(&home, &settings, provider.profile, salt_key)?;
    Ok(Outcome::fine(said(&home, &provider)))
}

/// What PhonePe's client needs of a store's settings.
pub fn phonepe_settings(provider: &ProviderSettings) -> Settings {
    Settings {
        profile: match provider.profile {
            ProfileName::Training => Profile::Training,
            ProfileName::Uat => Profile::Uat,
            ProfileName::Production => Profile::Production,
        },
        base_url: provider.base_url.clone(),
        merchant_id: provider.merchant_id.clone(),
        salt_index: provider.salt_index,
        device_id: provider
            .device_id
            .clone()
            .unwrap_or_else(|| UNMADE_DEVICE_ID.to_owned()),
        phonepe_version_code: None,
        callback_url: provider.callback_url.clone(),
        headers: DeviceHeaders::default(),
    }
}

fn read_options(words: &[String]) -> Result<ProviderSettings, Stop> {
    let options = Options::read(words, &["--salt-key-stdin"], &VALUED)?;
    let provider = ProviderSettings {
        profile: profile_named(options.needed("--profile")?)?,
        base_url: options.needed("--base-url")?.to_owned(),
        merchant_id: options.needed("--merchant-id")?.to_owned(),
        salt_index: options
            .needed("--salt-index")?
            .parse()
            .map_err(|_| Stop::usage("--salt-index is a number."))?,
        device_id: options.value("--device-id").map(str::to_owned),
        callback_url: options.value("--callback-url").map(str::to_owned),
    };
    if options.has("--salt-key-stdin") {
        Ok(provider)
    } else {
        Err(Stop::usage(
            "The salt key comes in on standard input: add --salt-key-stdin and pipe it in.",
        ))
    }
}

/// By the rules of the very client that will use them.
fn check(provider: &ProviderSettings, salt_key: SecretString) -> Result<(), Stop> {
    Client::new(phonepe_settings(provider), salt_key)
        .map(drop)
        .map_err(|refusal| Stop::Usage(format!("This cannot be used: {refusal}. Nothing was changed.")))
}

fn ask_for_key() -> Result<SecretString, Stop> {
    let input = stdin();
    if input.is_terminal() {
        eprintln!("The salt key, then Enter and Ctrl-D (it can be seen while it is typed):");
    }
    secret_line::read(&mut input.lock(), "salt key")
}

fn new_installation() -> Result<String, Stop> {
    let id = random_hex(16).map_err(Stop::wrong)?;
    Ok(id.expose_secret().to_owned())
}

fn store(
    home: &Home,
    settings: &StoreSettings,
    profile: ProfileName,
    salt_key: SecretString,
) -> Result<(), Stop> {
    let keyring = Keyring::system(&settings.installation, profile_name(profile));
    keyring
        .ensure_canary_blocking()
        .map_err(|trouble| not_stored(&trouble))?;
    let before = keyring
        .get_blocking(Entry::SaltKey)
        .map_err(|trouble| not_stored(&trouble))?;
    keyring
        .set_blocking(Entry::SaltKey, salt_key)
        .map_err(|trouble| not_stored(&trouble))?;
    home.write_settings(settings).map_err(|why| {
        let undone = match before {
            Some(key) => keyring.set_blocking(Entry::SaltKey, key),
            None => keyring.delete_blocking(Entry::SaltKey),
        };
        let undone = undone.map_or_else(
            |trouble| format!("The new salt key is still in the keyring, because {trouble}."),
            |()| "The keyring is as it was.".to_owned(),
        );
        Stop::Wrong(format!(
            "The settings in {} could not be written: {why}. {undone}",
            home.root().display()
        ))
    })
}

fn not_stored(trouble: &SecretError) -> Stop {
    Stop::Wrong(format!(
        "Not provisioned, and the settings are as they were. {}",
        keyring::sentence(trouble)
    ))
}

fn said(home: &Home, provider: &ProviderSettings) -> String {
    format!(
        "Provisioned: {} for merchant {} at {}.\n\
         The salt key (index {}) is in the keyring and nowhere else; the settings are in {}.\n\
         A till that is running goes on as it started: this takes effect at its next start.\n\
         Next: `holdfast-admin doctor` asks PhonePe whether it takes this merchant id, salt key and index.\n",
        profile_name(provider.profile),
        provider.merchant_id,
        provider.base_url,
        provider.salt_index,
        home.root().display(),
    )
}
