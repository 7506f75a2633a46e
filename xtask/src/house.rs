//! Where things are, and how cargo and npm are called.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::step::Stop;

/// The checkout this program was built from.
pub struct House {
    pub root: PathBuf,
    pub target: PathBuf,
    pub crates: Vec<Crate>,
}

/// One member of the workspace, as `cargo metadata` tells it.
#[derive(Debug, Clone)]
pub struct Crate {
    pub name: String,
    pub manifest: PathBuf,
    pub needs: Vec<Need>,
}

/// One direct dependency of a member, of any kind (normal, build, dev).
#[derive(Debug, Clone)]
pub struct Need {
    pub name: String,
    /// Whether it is one of the workspace's own crates.
    pub ours: bool,
}

impl House {
    /// Asks cargo for the workspace's members and its target directory.
    ///
    /// # Errors
    /// `Stop::Failed` when `cargo metadata` fails or prints something unexpected.
    pub fn find() -> Result<Self, Stop> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .unwrap_or(Path::new("."))
            .to_path_buf();
        let mut asking = cargo_in(&root);
        asking.args(["metadata", "--no-deps", "--format-version", "1"]);
        let output = asking
            .output()
            .map_err(|error| Stop::Failed(format!("cargo cannot be run: {error}")))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(Stop::Failed(format!("`cargo metadata` failed:\n{said}")));
        }
        let told = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
        Self::from_metadata(root, &told).ok_or_else(|| {
            Stop::Failed("`cargo metadata` printed something this program cannot read".to_owned())
        })
    }

    fn from_metadata(root: PathBuf, told: &Value) -> Option<Self> {
        let target = PathBuf::from(told.get("target_directory")?.as_str()?);
        let crates = told
            .get("packages")?
            .as_array()?
            .iter()
            .map(Crate::from_metadata)
            .collect::<Option<_>>()?;
        Some(Self { root, target, crates })
    }

    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The catalogues of words, which the window and the paper read.
    pub fn languages(&self) -> PathBuf {
        self.root.join("languages")
    }

    pub fn contract_types(&self) -> PathBuf {
        self.root.join("ui/src/contract")
    }

    /// `cargo WORDS…`, from the root.
    pub fn cargo(&self, words: &[&str]) -> Command {
        let mut command = cargo_in(&self.root);
        command.args(words);
        command
    }

    /// `npm WORDS…`, in `ui`.
    pub fn npm(&self, words: &[&str]) -> Command {
        let mut command = Command::new("npm");
        command
            .args(words)
            .current_dir(self.ui())
            .env("NPM_CONFIG_UPDATE_NOTIFIER", "false");
        command
    }
}

impl Crate {
    fn from_metadata(told: &Value) -> Option<Self> {
        let needs = told
            .get("dependencies")?
            .as_array()?
            .iter()
            .map(Need::from_metadata);
        Some(Self {
            name: told.get("name")?.as_str()?.to_owned(),
            manifest: PathBuf::from(told.get("manifest_path")?.as_str()?),
            needs: needs.collect::<Option<_>>()?,
        })
    }
}

impl Need {
    fn from_metadata(told: &Value) -> Option<Self> {
        let ours = told.get("path").is_some_and(Value::is_string);
        Some(Self {
            name: told.get("name")?.as_str()?.to_owned(),
            ours,
        })
    }
}

/// A cargo that knows nothing of the `cargo run` which started us: some build scripts (ring's for one) watch
/// these variables, and would compile again each time cargo is called from here instead of from a shell.
fn cargo_in(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        let own = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_", "CARGO_CRATE_"];
        if name_text == "CARGO" || own.iter().any(|start| name_text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_gives_the_members_their_needs_and_the_target_directory() {
        let told = serde_json::json!({
            "target_directory": "/built",
            "packages": [{
                "name": "ledger",
                "manifest_path": "/house/crates/ledger/Cargo.toml",
                "dependencies": [
                    { "name": "domain", "path": "/house/crates/domain" },
                    { "name": "rusqlite", "source": "registry" },
                ],
            }],
        });
        let house = House::from_metadata(PathBuf::from("/house"), &told).unwrap();
        assert_eq!(house.target, Path::new("/built"));
        let needs: Vec<(&str, bool)> = house.crates[0]
            .needs
            .iter()
            .map(|need| (need.name.as_str(), need.ours))
            .collect();
        assert_eq!(needs, [("domain", true), ("rusqlite", false)]);
    }

    #[test]
    fn metadata_without_packages_is_not_read_as_an_empty_house() {
        let told = serde_json::json!({ "target_directory": "/built" });
        assert!(House::from_metadata(PathBuf::new(), &told).is_none());
    }
}
