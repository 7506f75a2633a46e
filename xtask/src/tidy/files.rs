//! The text files that people wrote.

use std::fs;
use std::io;
use std::path::Path;

const FOLDERS: &[&str] = &["crates", "src-tauri", "tests", "ui", "xtask"];

/// Made from other files, fetched, or (fixtures) kept exactly as they came.
const NOT_OURS: &[&str] = &[
    "target",
    "node_modules",
    "dist",
    "gallery",
    "coverage",
    "gen",
    "fixtures",
];
const GENERATED: &str = "ui/src/contract";

const KINDS: &[&str] = &[
    "rs", "ts", "js", "svelte", "css", "html", "toml", "desktop", "plist", "nsh", "nsi", "wxs",
];

pub struct File {
    /// From the root, with `/`.
    pub place: String,
    pub text: String,
}

/// # Errors
/// When a folder or file cannot be read, or a source is not UTF-8.
pub fn of_the_house(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        gather(root, folder, &mut files)?;
    }
    files.sort_by(|one, other| one.place.cmp(&other.place));
    Ok(files)
}

fn gather(root: &Path, folder: &str, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = format!("{folder}/{name}");
        if entry.file_type()?.is_dir() {
            if is_ours(&name, &place) {
                gather(root, &place, files)?;
            }
        } else if is_source(&name) {
            let text = fs::read_to_string(entry.path())
                .map_err(|error| io::Error::new(error.kind(), format!("{place}: {error}")))?;
            files.push(File { place, text });
        }
    }
    Ok(())
}

fn is_ours(name: &str, place: &str) -> bool {
    !name.starts_with('.') && !NOT_OURS.contains(&name) && place != GENERATED
}

fn is_source(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, kind)| KINDS.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_and_made_things_are_not() {
        assert!(is_source("till.rs") && is_source("Till.svelte") && is_source("sale.test.ts"));
        assert!(!is_source("icon.png") && !is_source("package-lock.json") && !is_source("LICENSE"));
        assert!(is_ours("screens", "ui/src/screens"));
        assert!(!is_ours("node_modules", "ui/node_modules") && !is_ours("contract", GENERATED));
        assert!(is_ours("contract", "crates/contract"));
    }

    #[test]
    fn this_very_file_is_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut files = Vec::new();
        gather(root, "xtask", &mut files).unwrap();
        assert!(files.iter().any(|file| file.place == "xtask/src/tidy/files.rs"));
    }
}
