//! `bills.json` and `catalogue.csv` in a profile's folder.

use super::{Home, replace, sync_folder};
use crate::bills::BillTray;
use contract::ProfileName;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const BILLS: &str = "bills.json";
const CATALOGUE: &str = "catalogue.csv";
const STAGED: &str = "catalogue.csv.new";

/// The tray of one profile.
pub struct HomeTray(PathBuf);

impl Home {
    /// # Errors
    /// When the profile's folder cannot be made.
    pub fn tray(&self, profile: ProfileName) -> io::Result<HomeTray> {
        self.profile_dir(profile).map(HomeTray)
    }

    /// The catalogue as it stands there; `None`: there is none yet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn catalogue_file(&self, profile: ProfileName) -> io::Result<Option<Vec<u8>>> {
        read(&self.profile_dir(profile)?.join(CATALOGUE))
    }

    /// Puts a new catalogue beside the old one, on the disk as a whole. It counts for nothing before the engine has
    /// adopted it.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn stage_catalogue(&self, profile: ProfileName, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create(self.profile_dir(profile)?.join(STAGED))?;
        file.write_all(bytes)?;
        file.sync_all()
    }
}

impl BillTray for HomeTray {
    fn read_bills(&self) -> io::Result<Option<Vec<u8>>> {
        read(&self.0.join(BILLS))
    }

    fn write_bills(&self, text: Vec<u8>) -> io::Result<()> {
        replace(&self.0, BILLS, text)
    }

    fn put_bills_aside(&self) -> io::Result<String> {
        let free = (1..=u32::MAX)
            .map(|nth| format!("{BILLS}.unreadable-{nth}"))
            .find(|name| !self.0.join(name).exists())
            .unwrap_or_default();
        fs::rename(self.0.join(BILLS), self.0.join(&free))?;
        sync_folder(&self.0)?;
        Ok(free)
    }

    fn adopt_catalogue(&self) -> io::Result<()> {
        fs::rename(self.0.join(STAGED), self.0.join(CATALOGUE))?;
        sync_folder(&self.0)
    }
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(failed) => Err(failed),
    }
}
