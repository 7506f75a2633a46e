//! Where the pictures go that tests take: `HOLDFAST_PICTURES` names a folder of the house. In `docs` only those are kept
//! that a document shows, so that a run of every test makes the documents true again and leaves nothing else there.

use std::path::{Path, PathBuf};

/// The house itself, from wherever a test runs.
#[must_use]
pub fn house() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every document: the house's own, and all below `docs`.
#[must_use]
pub fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![house().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "md") {
                found.push(path);
            }
        }
    }
    found.extend(["README.md", "ARCHITECTURE.md"].map(|name| house().join(name)));
    found.sort();
    found
}

/// The pictures that a document shows, as paths.
#[must_use]
pub fn shown_by(document: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(document).unwrap();
    let folder = document.parent().unwrap();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    links
        .filter(|link| link.ends_with(".png"))
        .map(|link| folder.join(link))
        .collect()
}

/// Where a picture with this name (`till.png`, `guide/en/otp.png`) is to be kept, and its folder made; `None`: nobody
/// asked for it. The dark one of a pair, `till-dark.png`, goes where the light one goes.
#[must_use]
pub fn place(name: &str) -> Option<PathBuf> {
    let wanted = std::env::var_os("HOLDFAST_PICTURES")?;
    let path = house().join(&wanted).join(name);
    if wanted == "docs" {
        let light = house().join("docs").join(name.replace("-dark.png", ".png"));
        let is_shown = documents().iter().any(|one| shown_by(one).contains(&light));
        is_shown.then_some(())?;
    }
    std::fs::create_dir_all(path.parent()?).unwrap();
    Some(path)
}
