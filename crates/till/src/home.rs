//! `HOLDFAST_HOME`: where the till keeps its files, and the settings file in it. Shared by the window and by
//! `holdfast-admin`. No secret ever stands in any of these files.

mod footprint;
mod hook;
mod preferences;
mod saved_views;
mod tray;

pub use tray::HomeTray;

pub use footprint::Footprint;
pub use hook::{HookAddress, HookSettings};

use contract::ProfileName;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The data directory. One per till; two homes never share a keyring entry, because each has an installation id.
#[derive(Clone, Debug)]
pub struct Home {
    root: PathBuf,
}

/// `settings.json`: what a store chose. Every member has a default, so that an older file stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoreSettings {
    /// Made once; names the keyring's entries.
    pub installation: String,
    pub counter: String,
    /// The profile that the till opens in; without it, training.
    pub provider: Option<ProviderSettings>,
    /// Minutes that PhonePe is to keep a hold.
    pub expiry_minutes: u32,
    /// Read the balance by `GET …/debit/suggest`, for merchants without `/v3/wallet/balance`.
    pub reads_suggest: bool,
    /// Hosts whose top-up pages may be opened in the locked-down window.
    pub top_up_hosts: Vec<String>,
    /// The version code of the customer's PhonePe app that is assumed: a till cannot read it, and PhonePe says that it
    /// "should ideally always be passed". `None` leaves it out.
    pub phonepe_version_code: Option<u64>,
    /// Sent as `X-DEVICE-LATITUDE` and `X-DEVICE-LONGITUDE` if the store sets them.
    pub latitude: Option<String>,
    pub longitude: Option<String>,
    /// A program that speaks what it reads from its standard input, and its arguments: `["espeak-ng", "--stdin"]`. It stands
    /// here and not among the preferences, so that nothing in the window can name a program to run.
    pub speak_with: Vec<String>,
    /// Who is told what happens to a sale (`docs/hook.md`). Here for the same reason.
    pub hook: HookSettings,
}

/// What `holdfast-admin provision` writes. The salt key is in the keyring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderSettings {
    pub profile: ProfileName,
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index: u32,
    /// Given once per store, if counters are to share their links; otherwise made once per till and kept in the keyring.
    #[serde(default)]
    pub device_id: Option<String>,
    #[serde(default)]
    pub callback_url: Option<String>,
}

impl Default for StoreSettings {
    fn default() -> Self {
        StoreSettings {
            installation: String::new(),
            counter: "1".to_owned(),
            provider: None,
            expiry_minutes: 60,
            reads_suggest: false,
            top_up_hosts: [
                "phonepe.com",
                "www.phonepe.com",
                "phon.pe",
                "mercury-uat.phonepe.com",
                "mercury-t2.phonepe.com",
            ]
            .map(str::to_owned)
            .to_vec(),
            // The figure of PhonePe's own samples.
            phonepe_version_code: Some(400_698),
            latitude: None,
            longitude: None,
            speak_with: Vec::new(),
            hook: HookSettings::default(),
        }
    }
}

impl Home {
    /// Where this machine's user has it: `HOLDFAST_HOME`, else `holdfast` in the platform's data directory (on Linux
    /// `$XDG_DATA_HOME` or `~/.local/share`). `None` when the environment names no directory at all.
    #[must_use]
    pub fn default_root() -> Option<PathBuf> {
        root_by(|name| std::env::var_os(name).filter(|value| !value.is_empty()))
    }

    /// The directory as it is, for programs that only look: nothing is made.
    #[must_use]
    pub fn at(root: &Path) -> Home {
        Home {
            root: root.to_owned(),
        }
    }

    /// The directory itself; made with mode 0700 when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(root: &Path) -> io::Result<Home> {
        make_private(root)?;
        Ok(Home {
            root: root.to_owned(),
        })
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of one profile: its ledger and, in training, the simulator's books.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn profile_dir(&self, profile: ProfileName) -> io::Result<PathBuf> {
        let dir = self.root.join(profile_name(profile));
        make_private(&dir)?;
        Ok(dir)
    }

    /// The ledger of one profile.
    ///
    /// # Errors
    /// When its folder cannot be made.
    pub fn ledger_path(&self, profile: ProfileName) -> io::Result<PathBuf> {
        self.profile_dir(profile)?;
        Ok(self.ledger_file(profile))
    }

    /// The same for programs that only look: no folder is made.
    #[must_use]
    pub fn ledger_file(&self, profile: ProfileName) -> PathBuf {
        self.root.join(profile_name(profile)).join("ledger.sqlite")
    }

    #[must_use]
    pub fn log_dir(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The file whose kernel lock says that a till runs on this home.
    #[must_use]
    pub fn lock_path(&self) -> PathBuf {
        self.root.join("till.lock")
    }

    /// Reads the settings. A first start gets defaults and an installation id from `new_installation`, written at once.
    ///
    /// # Errors
    /// When the file cannot be read, is not valid, or cannot be written.
    pub fn settings(&self, new_installation: impl FnOnce() -> String) -> io::Result<StoreSettings> {
        let mut settings = self.stored_settings()?.unwrap_or_default();
        if settings.installation.is_empty() {
            settings.installation = new_installation();
            self.write_settings(&settings)?;
        }
        Ok(settings)
    }

    /// The settings as they stand there, for programs that only look; `None` before the first start.
    ///
    /// # Errors
    /// When the file cannot be read or is not valid.
    pub fn stored_settings(&self) -> io::Result<Option<StoreSettings>> {
        match fs::read(self.settings_path()) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|why| io::Error::new(io::ErrorKind::InvalidData, format!("settings.json: {why}"))),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    /// Replaces the settings in one step: a crash leaves the old file or the new one, never half of either.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_settings(&self, settings: &StoreSettings) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(settings).map_err(io::Error::other)?;
        replace(&self.root, "settings.json", text)
    }

    fn settings_path(&self) -> PathBuf {
        self.root.join("settings.json")
    }
}

impl StoreSettings {
    /// The profile that the till opens in.
    #[must_use]
    pub fn profile(&self) -> ProfileName {
        self.provider
            .as_ref()
            .map_or(ProfileName::Training, |provider| provider.profile)
    }
}

/// The old file or the new one, never half of either.
fn replace(folder: &Path, name: &str, mut text: Vec<u8>) -> io::Result<()> {
    text.push(b'\n');
    let new = folder.join(format!("{name}.new"));
    let mut file = fs::File::create(&new)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&new, folder.join(name))?;
    sync_folder(folder)
}

/// The profile's name in folders, keyring entries and the ledger.
#[must_use]
pub fn profile_name(profile: ProfileName) -> &'static str {
    match profile {
        ProfileName::Training => "training",
        ProfileName::Uat => "uat",
        ProfileName::Production => "production",
    }
}

fn root_by(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(chosen) = variable("HOLDFAST_HOME") {
        return Some(PathBuf::from(chosen));
    }
    let path = |name: &str| {
        variable(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    let platform = if cfg!(windows) {
        path("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        path("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        path("XDG_DATA_HOME").or_else(|| path("HOME").map(|home| home.join(".local/share")))
    };
    platform.map(|platform| platform.join("holdfast"))
}

/// Made, and its name made to last: a power cut takes no folder away in which something was recorded.
fn make_private(dir: &Path) -> io::Result<()> {
    let missing = dir.ancestors().take_while(|folder| !folder.exists());
    let made: Vec<&Path> = missing.collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(dir)?;
    made.iter()
        .filter_map(|folder| folder.parent())
        .try_for_each(sync_folder)
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    let here = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    match fs::File::open(here) {
        Ok(opened) if cfg!(unix) => opened.sync_all(),
        // Not ours to read, so not ours to keep either.
        Err(refused) if refused.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        Ok(_) => Ok(()),
        Err(failed) => Err(failed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_start_makes_an_installation_id_and_keeps_it() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(&dir.path().join("home")).unwrap();
        let first = home.settings(|| "a1".to_owned()).unwrap();
        let second = home.settings(|| "b2".to_owned()).unwrap();
        assert_eq!(first.installation, "a1");
        assert_eq!(second, first);
        assert_eq!(first.profile(), ProfileName::Training);
    }

    #[test]
    fn a_look_makes_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(&dir.path().join("home"));
        assert!(home.stored_settings().unwrap().is_none());
        assert!(home.ledger_file(ProfileName::Uat).ends_with("uat/ledger.sqlite"));
        assert!(!home.root().exists());
    }

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_home_is_the_chosen_one_or_in_the_users_data_directory() {
        let root = |set: &[(&str, &str)]| {
            root_by(|name| {
                set.iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| OsString::from(value))
            })
        };
        let all = [
            ("HOLDFAST_HOME", "here"),
            ("XDG_DATA_HOME", "/data"),
            ("HOME", "/home/a"),
        ];
        assert_eq!(root(&all), Some(PathBuf::from("here")));
        assert_eq!(root(&all[1..]), Some(PathBuf::from("/data/holdfast")));
        assert_eq!(
            root(&all[2..]),
            Some(PathBuf::from("/home/a/.local/share/holdfast"))
        );
        // The XDG specification: a relative path there counts as none.
        assert_eq!(
            root(&[("XDG_DATA_HOME", "data"), ("HOME", "/h")]),
            Some(PathBuf::from("/h/.local/share/holdfast"))
        );
        assert_eq!(root(&[]), None);
    }

    #[test]
    fn settings_that_are_no_json_are_not_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        fs::write(dir.path().join("settings.json"), "{ half").unwrap();
        assert!(home.settings(|| "x".to_owned()).is_err());
        assert_eq!(
            fs::read_to_string(dir.path().join("settings.json")).unwrap(),
            "{ half"
        );
    }
}
