//! Where the file may stand: only its owner can read it, and nobody else can put another in its place.

use crate::LedgerError;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Makes the folder if it is missing and closes it to everybody else. Its own name is made to last at each opening, not
/// only when it is made: whoever made it may have been cut short before that.
pub(crate) fn prepare_folder(path: &Path) -> Result<PathBuf, LedgerError> {
    let folder = folder_of(path);
    match fs::symlink_metadata(&folder) {
        Ok(_) => {}
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => make_folder(&folder)?,
        Err(fault) => return Err(fault.into()),
    }
    check_folder(&folder)?;
    close_to_others(&folder, 0o700)?;
    sync_folder(&folder_of(&folder))?;
    Ok(folder)
}

/// A folder that others may write to, or that is only a pointer to one, is refused; so is one on a network, where
/// SQLite's locks do not hold.
pub(crate) fn check_folder(folder: &Path) -> Result<(), LedgerError> {
    let meta = fs::symlink_metadata(folder)?;
    if meta.is_symlink() {
        return Err(unsafe_place(folder, "the folder is a symbolic link"));
    }
    if !meta.is_dir() {
        return Err(unsafe_place(folder, "it is not a folder"));
    }
    if may_be_written_by_anybody(&meta) {
        return Err(unsafe_place(folder, "anybody may write into the folder"));
    }
    match network_file_system(folder) {
        Some(kind) => Err(unsafe_place(
            folder,
            &format!("the folder is on a network ({kind})"),
        )),
        None => Ok(()),
    }
}

/// Makes the file if it is missing, readable by its owner alone.
///
/// An existing file is not opened here: closing any descriptor of it would drop the locks that SQLite holds on it in
/// this process.
pub(crate) fn prepare_file(path: &Path) -> Result<(), LedgerError> {
    if is_free(path)? {
        private_options().create_new(true).open(path)?.sync_all()?;
        return Ok(());
    }
    check_file(path)?;
    close_to_others(path, 0o600)?;
    Ok(())
}

/// Nothing has this name, not even a pointer to nowhere.
pub(crate) fn is_free(path: &Path) -> Result<bool, LedgerError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(false),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(fault) => Err(fault.into()),
    }
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), LedgerError> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A ledger is an ordinary file under its own name.
pub(crate) fn check_file(path: &Path) -> Result<(), LedgerError> {
    let meta = fs::symlink_metadata(path)?;
    if meta.is_symlink() {
        return Err(unsafe_place(path, "the file is a symbolic link"));
    }
    if !meta.is_file() {
        return Err(unsafe_place(path, "it is not an ordinary file"));
    }
    Ok(())
}

/// The kernel's lock that says "one writer": it ends with the process, however that ends.
pub(crate) fn lock(path: &Path) -> Result<File, LedgerError> {
    let beside = with_ending(path, ".lock");
    if fs::symlink_metadata(&beside).is_ok_and(|meta| meta.is_symlink()) {
        return Err(unsafe_place(&beside, "the file is a symbolic link"));
    }
    let file = private_options().create(true).truncate(false).open(&beside)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LedgerError::Locked),
        Err(TryLockError::Error(fault)) => Err(fault.into()),
    }
}

/// A new name in a folder is only durable once the folder is.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), LedgerError> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        Some(_) | None => PathBuf::from("."),
    }
}

pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

fn unsafe_place(path: &Path, why: &str) -> LedgerError {
    LedgerError::UnsafePlace(format!("{why} ({})", path.display()))
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(folder)
}

#[cfg(unix)]
fn private_options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.read(true).write(true).mode(0o600);
    options
}

#[cfg(not(unix))]
fn private_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    options
}

#[cfg(unix)]
fn may_be_written_by_anybody(meta: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    meta.permissions().mode() & 0o002 != 0
}

#[cfg(not(unix))]
fn may_be_written_by_anybody(_: &fs::Metadata) -> bool {
    false
}

#[cfg(unix)]
fn close_to_others(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = fs::symlink_metadata(path)?.permissions();
    if permissions.mode() & 0o077 == 0 {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn close_to_others(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

fn network_file_system(folder: &Path) -> Option<String> {
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    network_kind(&mounts, &folder.canonicalize().ok()?)
}

/// The kind of the mount that holds the folder, if that is a network's. `mounts` has the form of Linux's
/// `/proc/self/mountinfo`; the longest mount point that contains the folder is its own.
pub(crate) fn network_kind(mounts: &str, folder: &Path) -> Option<String> {
    const NETWORKS: [&str; 8] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "fuse.sshfs",
    ];
    let kind = mounts
        .lines()
        .filter_map(|line| {
            let (left, right) = line.split_once(" - ")?;
            let point = left.split(' ').nth(4)?.replace("\\040", " ");
            folder
                .starts_with(&point)
                .then(|| (point.len(), right.split(' ').next().unwrap_or_default()))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)?;
    NETWORKS.contains(&kind).then(|| kind.to_owned())
}
