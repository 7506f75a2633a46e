//! The till's home as these tools find it.

use crate::outcome::Stop;
use secrets::Keyring;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::PathBuf;
use till::{Home, ProfileName, StoreSettings, profile_name};

const PROFILES: [ProfileName; 3] = [ProfileName::Training, ProfileName::Uat, ProfileName::Production];

/// A home, its settings if it has any, and the profile that is looked at.
pub struct Place {
    pub home: Home,
    pub settings: Option<StoreSettings>,
    pub profile: ProfileName,
}

impl Place {
    /// Only looks. Without `profile` it is the one that the till opens in.
    ///
    /// # Errors
    /// When there is no home to look at, or its settings cannot be read.
    pub fn look(profile: Option<&str>) -> Result<Place, Stop> {
        let home = Home::at(&root()?);
        let settings = home.stored_settings().map_err(|why| unreadable(&home, &why))?;
        let opened = settings
            .as_ref()
            .map_or(ProfileName::Training, StoreSettings::profile);
        let profile = profile.map(profile_named).transpose()?.unwrap_or(opened);
        Ok(Place {
            home,
            settings,
            profile,
        })
    }

    pub fn profile_name(&self) -> &'static str {
        profile_name(self.profile)
    }

    pub fn ledger_file(&self) -> PathBuf {
        self.home.ledger_file(self.profile)
    }

    /// The keyring under this installation's names; `None` before there are any.
    pub fn keyring(&self) -> Option<Keyring> {
        let settings = self
            .settings
            .as_ref()
            .filter(|settings| !settings.installation.is_empty())?;
        Some(Keyring::system(&settings.installation, self.profile_name()))
    }
}

/// The lock of a till that runs on this home; kept for as long as the file is.
///
/// # Errors
/// When a till runs, or the lock cannot be made.
pub fn lock_home(home: &Home) -> Result<File, Stop> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let file = options.open(home.lock_path()).map_err(Stop::wrong)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Stop::Wrong(format!(
            "A till is running on {}: close it first. Nothing was changed.",
            home.root().display()
        ))),
        Err(TryLockError::Error(why)) => Err(Stop::wrong(why)),
    }
}

/// # Errors
/// When the environment names no directory at all.
pub fn root() -> Result<PathBuf, Stop> {
    Home::default_root().ok_or_else(|| {
        Stop::wrong("There is no home directory here: set HOLDFAST_HOME to the till's data directory.")
    })
}

/// # Errors
/// [`Stop::Usage`] for any other name than the three.
pub fn profile_named(name: &str) -> Result<ProfileName, Stop> {
    PROFILES
        .into_iter()
        .find(|profile| profile_name(*profile) == name)
        .ok_or_else(|| Stop::usage("--profile is training, uat or production."))
}

/// As a sentence: the settings are a person's, so they are never overwritten when they cannot be read.
pub fn unreadable(home: &Home, why: &std::io::Error) -> Stop {
    Stop::Wrong(format!(
        "The settings in {} cannot be read: {why}. Nothing was changed.",
        home.root().display()
    ))
}
