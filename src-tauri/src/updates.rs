//! Asks this machine's package lists whether a newer version of the till is there. They are apt's own: the operating system has
//! fetched them, checked their signatures, and installs; the till does none of that and asks nobody on the network. What apt
//! says is read strictly, and believed for a sentence on the screen only.

use crate::beside::{self, NoAnswer};
use std::thread;
use std::time::Duration;
use till::{Going, Packages, UpdateAnswer};
use tokio::sync::oneshot;

const PACKAGE: &str = "holdfast";
/// It reads every list there is, on a machine that has better to do.
const APT_TAKES_AT_MOST: Duration = Duration::from_secs(20);
const DPKG_TAKES_AT_MOST: Duration = Duration::from_secs(5);
/// A table of a hundred repositories is a tenth of that.
const BYTES_MAX: u64 = 65_536;
const VERSION_CHARS_MAX: usize = 100;

/// apt's lists of this machine, or another's of a test.
#[derive(Clone, Debug)]
pub struct AptLists {
    apt_cache: &'static str,
    running: &'static str,
    is_replaced: fn() -> bool,
}

impl Default for AptLists {
    fn default() -> Self {
        AptLists {
            apt_cache: "apt-cache",
            running: env!("CARGO_PKG_VERSION"),
            is_replaced: is_program_replaced,
        }
    }
}

impl Packages for AptLists {
    /// On a thread of its own, which nobody waits for: a till that closes meanwhile just closes.
    fn look(&self) -> Going<UpdateAnswer> {
        let (done, answered) = oneshot::channel();
        let lists = self.clone();
        let spawned = thread::Builder::new().name("updates".to_owned()).spawn(move || {
            let answer = lists.ask();
            tracing::info!(?answer, "the package lists were asked");
            let _ = done.send(answer);
        });
        Box::pin(async move {
            match spawned {
                Ok(_) => answered.await.unwrap_or(UpdateAnswer::Unclear),
                Err(_) => UpdateAnswer::Unclear,
            }
        })
    }
}

impl AptLists {
    fn ask(&self) -> UpdateAnswer {
        self.answer().unwrap_or_else(|none| none)
    }

    /// # Errors
    /// Why there is none.
    fn answer(&self) -> Result<UpdateAnswer, UpdateAnswer> {
        let program = [self.apt_cache, "policy", PACKAGE];
        let answer = beside::ask(&program, APT_TAKES_AT_MOST, BYTES_MAX).map_err(|none| match none {
            NoAnswer::Missing => UpdateAnswer::NoApt,
            NoAnswer::Hung => UpdateAnswer::Hung,
            NoAnswer::Unusable => UpdateAnswer::Unclear,
        })?;
        if answer.code != Some(0) {
            return Err(UpdateAnswer::Unclear);
        }
        let listed = read(&answer.text).ok_or(UpdateAnswer::Unclear)?;
        let (Some(installed), Some(candidate)) = (listed.installed, listed.candidate) else {
            return Err(UpdateAnswer::NoPackage);
        };
        if is_newer(&candidate, &installed)? {
            return Ok(UpdateAnswer::Waiting(candidate));
        }
        // A package may be called more than its program (0.2.0+shop1), so a version alone does not say that another program
        // stands where ours was started from.
        if (self.is_replaced)() && is_newer(&installed, self.running)? {
            return Ok(UpdateAnswer::Installed(installed));
        }
        Ok(UpdateAnswer::Newest)
    }
}

/// What apt says of the package.
#[derive(Debug, Default, PartialEq, Eq)]
struct Listed {
    installed: Option<String>,
    candidate: Option<String>,
}

/// `apt-cache policy` in the locale C: nothing at all for a package that it does not know, otherwise the name and two lines
/// before a table. Anything else is not understood.
fn read(text: &str) -> Option<Listed> {
    if text.trim().is_empty() {
        return Some(Listed::default());
    }
    let mut lines = text.lines();
    if lines.next()? != format!("{PACKAGE}:") {
        return None;
    }
    let installed = lines.next()?.strip_prefix("  Installed: ")?;
    let candidate = lines.next()?.strip_prefix("  Candidate: ")?;
    Some(Listed {
        installed: version(installed)?,
        candidate: version(candidate)?,
    })
}

/// In the form of Debian's policy, which leaves nothing over that a command line or a sentence could be upset by.
fn version(text: &str) -> Option<Option<String>> {
    if text == "(none)" {
        return Some(None);
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+-~:".contains(&byte);
    let is_version = text.len() <= VERSION_CHARS_MAX
        && text.bytes().next().is_some_and(|first| first.is_ascii_digit())
        && text.bytes().all(is_plain);
    is_version.then(|| Some(text.to_owned()))
}

/// By dpkg's own rules of epochs, tildes and revisions.
fn is_newer(one: &str, other: &str) -> Result<bool, UpdateAnswer> {
    let program = ["dpkg", "--compare-versions", one, "gt", other];
    let answer = beside::ask(&program, DPKG_TAKES_AT_MOST, BYTES_MAX).map_err(|none| match none {
        NoAnswer::Missing => UpdateAnswer::NoApt,
        NoAnswer::Hung => UpdateAnswer::Hung,
        NoAnswer::Unusable => UpdateAnswer::Unclear,
    })?;
    match answer.code {
        Some(0) => Ok(true),
        Some(1) => Ok(false),
        Some(_) | None => Err(UpdateAnswer::Unclear),
    }
}

/// An installed package puts a new file in the place of ours; the system then calls ours deleted.
fn is_program_replaced() -> bool {
    std::env::current_exe().is_ok_and(|exe| exe.to_string_lossy().ends_with(" (deleted)"))
}

#[cfg(test)]
mod tests;
