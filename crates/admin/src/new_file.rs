//! A file that is whole or is not there.

use crate::outcome::Stop;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file under a name of its own until it is whole; without [`NewFile::keep`] it is gone again.
pub struct NewFile {
    file: File,
    unfinished: PathBuf,
    target: PathBuf,
    is_kept: bool,
}

impl NewFile {
    /// # Errors
    /// When `target` cannot be such a file. In the till's `home` nothing that is there is ever replaced.
    pub fn begin(target: &Path, home: &Path) -> Result<NewFile, Stop> {
        let cannot = |why: &str| Stop::Wrong(format!("{} cannot be written: {why}.", target.display()));
        let name = target.file_name().ok_or_else(|| cannot("it is no file's name"))?;
        if target.is_dir() {
            return Err(cannot("it is a folder"));
        }
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            Some(_) | None => Path::new("."),
        };
        let folder = folder
            .canonicalize()
            .map_err(|why| cannot(&format!("its folder: {why}")))?;
        let target = folder.join(name);
        let in_home = home.canonicalize().is_ok_and(|home| folder.starts_with(home));
        if in_home && fs::symlink_metadata(&target).is_ok() {
            return Err(cannot(
                "nothing in the till's own home is replaced; give another name",
            ));
        }
        let mut ending = OsString::from(".");
        ending.push(name);
        ending.push(format!(".{}.part", std::process::id()));
        let unfinished = folder.join(ending);
        let file = private(&unfinished).map_err(|why| cannot(&why.to_string()))?;
        Ok(NewFile {
            file,
            unfinished,
            target,
            is_kept: false,
        })
    }

    pub fn writer(&mut self) -> &mut File {
        &mut self.file
    }

    /// Gives it its name, once everything is on the disk.
    ///
    /// # Errors
    /// When the disk does not take it; then the name is as it was.
    pub fn keep(mut self) -> Result<(), Stop> {
        self.put_in_place().map_err(not_written)?;
        self.is_kept = true;
        Ok(())
    }

    fn put_in_place(&self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.unfinished, &self.target)?;
        // The name is only durable once the folder is.
        match self.target.parent() {
            Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
            Some(_) | None => Ok(()),
        }
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.is_kept {
            // It may have been renamed already; nothing else can be done about it here.
            let _ = fs::remove_file(&self.unfinished);
        }
    }
}

/// What is said when the disk does not take a file.
pub fn not_written(why: io::Error) -> Stop {
    Stop::Wrong(format!(
        "The file could not be written: {why}. There is no half of it."
    ))
}

fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn a_file_appears_whole_and_a_dropped_one_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        let target = folder.path().join("out.csv");
        fs::write(&target, "before").unwrap();
        let mut half = NewFile::begin(&target, &home).unwrap();
        half.writer().write_all(b"half").unwrap();
        drop(half);
        assert_eq!(fs::read_to_string(&target).unwrap(), "before");
        let mut whole = NewFile::begin(&target, &home).unwrap();
        whole.writer().write_all(b"whole").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "before");
        whole.keep().unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "whole");
        assert_eq!(names(folder.path()), ["out.csv"]);
    }

    #[test]
    fn nothing_of_the_till_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let settings = home.path().join("settings.json");
        fs::write(&settings, "{}").unwrap();
        assert!(NewFile::begin(&settings, home.path()).is_err());
        assert!(NewFile::begin(&home.path().join("out.csv"), home.path()).is_ok());
        assert!(NewFile::begin(home.path(), Path::new("/nowhere")).is_err());
        assert!(NewFile::begin(&home.path().join("no/such/out.csv"), home.path()).is_err());
    }
}
