//! What dpkg is told of a package.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{epoch, failed};
use crate::house::House;
use crate::step::{Stop, answer};

/// What a person reads in a package list.
const DESCRIPTION: &str = "\
Description: till for wallet payments whose final amount is known only later
 Holdfast blocks an amount on a customer's PhonePe wallet, waits for the
 service to be given, captures the final amount and releases the rest.
 .
 It opens in training, with a pretend PhonePe inside: no account, no
 network. Ledgers, backups and settings stand in the user's data directory,
 which installing, upgrading and removing this package never touch.
";

/// One release, for one architecture.
pub struct Release {
    pub version: String,
    pub architecture: String,
    /// When it was made, in seconds since 1970.
    pub epoch: u64,
}

impl Release {
    /// The version of the workspace, unless another is given.
    ///
    /// # Errors
    /// `Stop::Needs` without dpkg or a time.
    pub fn of(house: &House, version: Option<&str>) -> Result<Release, Stop> {
        let architecture = answer("dpkg", &["--print-architecture"]).ok_or_else(|| {
            Stop::Needs("A Debian package is made on a Debian system: dpkg is not here.".to_owned())
        })?;
        Ok(Release {
            version: version.unwrap_or(env!("CARGO_PKG_VERSION")).to_owned(),
            architecture: architecture.trim().to_owned(),
            epoch: epoch(house)?,
        })
    }

    pub fn file_name(&self) -> String {
        format!("holdfast_{}_{}.deb", self.version, self.architecture)
    }

    /// In one of `date`'s forms, in UTC.
    ///
    /// # Errors
    /// `Stop::Needs` without `date`.
    pub fn date(&self, form: &str) -> Result<String, Stop> {
        let at = format!("@{}", self.epoch);
        answer("date", &["--utc", "--date", &at, form])
            .map(|date| date.trim().to_owned())
            .ok_or_else(|| Stop::Needs("`date` is not here".to_owned()))
    }
}

/// The libraries that the program was linked with, as packages of this Debian, by its own tool.
///
/// # Errors
/// `Stop::Failed` when it fails, `Stop::Needs` when it is not there.
pub fn depends(out: &Path, root: &Path) -> Result<String, Stop> {
    let sources = out.join("shlibs");
    let wants_control = sources.join("debian");
    fs::create_dir_all(&wants_control).map_err(|why| failed("no folder for dpkg-shlibdeps", &why))?;
    fs::write(
        wants_control.join("control"),
        "Source: holdfast\n\nPackage: holdfast\nArchitecture: any\n",
    )
    .map_err(|why| failed("no control file for dpkg-shlibdeps", &why))?;
    let program = root.join("usr/bin").join(super::tree::PROGRAM);
    let asked = Command::new("dpkg-shlibdeps")
        .current_dir(&sources)
        .arg("-O")
        .arg(std::path::absolute(&program).unwrap_or(program))
        .output()
        .map_err(|why| Stop::Needs(format!("dpkg-shlibdeps (package dpkg-dev) cannot be run: {why}")))?;
    let told = String::from_utf8_lossy(&asked.stdout);
    told.lines()
        .find_map(|line| line.strip_prefix("shlibs:Depends="))
        .filter(|_| asked.status.success())
        .map(str::to_owned)
        .ok_or_else(|| failed("dpkg-shlibdeps", &String::from_utf8_lossy(&asked.stderr)))
}

/// `DEBIAN/control` and the sums of all files. There are no scripts: nothing runs when this is installed or removed, so
/// nothing can reach a till that runs, or its ledger.
///
/// # Errors
/// `Stop::Failed` when it cannot be written.
pub fn write(root: &Path, release: &Release, depends: &str, installed_kib: u64) -> Result<(), Stop> {
    let sums = Command::new("sh")
        .current_dir(root)
        .args([
            "-c",
            "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum",
        ])
        .output()
        .map_err(|why| failed("md5sum", &why))?;
    let folder = root.join("DEBIAN");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("control"), text(release, depends, installed_kib)))
        .and_then(|()| fs::write(folder.join("md5sums"), sums.stdout))
        .map_err(|why| failed("the control files cannot be written", &why))?;
    super::tree::make_plain(&folder)
}

fn text(release: &Release, depends: &str, installed_kib: u64) -> String {
    format!(
        "Package: holdfast\n\
         Version: {}\n\
         Architecture: {}\n\
         Maintainer: Holdfast maintainers <maintainers@holdfast.invalid>\n\
         Installed-Size: {installed_kib}\n\
         Depends: {depends}\n\
         Recommends: gnome-keyring | kwalletmanager | keepassxc, dbus-user-session | dbus-x11\n\
         Section: misc\n\
         Priority: optional\n\
         {DESCRIPTION}",
        release.version, release.architecture
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_control_file_has_what_dpkg_demands_and_no_line_is_empty() {
        let release = Release {
            version: "1.2.3".to_owned(),
            architecture: "amd64".to_owned(),
            epoch: 0,
        };
        let text = text(&release, "libc6 (>= 2.36)", 9);
        for member in ["Package", "Version", "Architecture", "Maintainer", "Description"] {
            assert!(
                text.lines().any(|line| line.starts_with(&format!("{member}: "))),
                "{member}"
            );
        }
        assert!(text.lines().all(|line| !line.trim().is_empty()));
        assert!(text.ends_with('\n'));
        assert_eq!(release.file_name(), "holdfast_1.2.3_amd64.deb");
    }
}
