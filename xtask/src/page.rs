//! The window's page: Node, its npm packages, and `ui/dist`, which is embedded in the program.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::house::House;
use crate::step::{self, Stop, answer};

/// The oldest Node that the bundler runs on.
const NODE_MIN: (u32, u32) = (20, 19);

/// Folders of `ui` that are made from the others.
const MADE: &[&str] = &["node_modules", "dist", "gallery", "coverage"];

/// The npm packages as `package-lock.json` has them.
///
/// # Errors
/// `Stop::Needs` without a Node new enough; `Stop::Failed` when npm fails.
pub fn ensure_packages(house: &House) -> Result<(), Stop> {
    check_node(answer("node", &["--version"]).as_deref())?;
    let lock = modified_at(&house.ui().join("package-lock.json"));
    let installed = modified_at(&house.ui().join("node_modules/.package-lock.json"));
    if lock.is_some() && installed >= lock {
        return Ok(());
    }
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    step::run("installing the page's npm packages", &mut house.npm(&words))
}

/// `ui/dist`, built unless it is newer than everything it is made of.
///
/// # Errors
/// As `ensure_packages`, and `Stop::Failed` when the page does not build.
pub fn ensure_built(house: &House) -> Result<(), Stop> {
    ensure_packages(house)?;
    // The display's page is built last, into the same folder.
    if is_fresh(house, "dist/customer.html") {
        return Ok(());
    }
    step::run("building the page", &mut house.npm(&["run", "build"]))
}

/// `ui/gallery`, the page of all states that tests measure; as `ensure_built`.
///
/// # Errors
/// As `ensure_built`.
pub fn ensure_gallery(house: &House) -> Result<(), Stop> {
    ensure_packages(house)?;
    if is_fresh(house, "gallery/dev/gallery.html") {
        return Ok(());
    }
    step::run(
        "building the page of all states",
        &mut house.npm(&["run", "gallery"]),
    )
}

fn is_fresh(house: &House, built: &str) -> bool {
    let sources = newest_source(&house.ui()).max(newest_source(&house.languages()));
    modified_at(&house.ui().join(built)) > sources
}

fn check_node(version: Option<&str>) -> Result<(), Stop> {
    let (major, minor) = NODE_MIN;
    let how = format!("Install Node {major}.{minor} or newer with npm (https://nodejs.org), then try again.");
    let Some(version) = version else {
        return Err(Stop::Needs(format!("Node is not installed. {how}")));
    };
    match parse_node(version) {
        Some(found) if found >= NODE_MIN => Ok(()),
        Some(_) | None => Err(Stop::Needs(format!("Node {} is too old. {how}", version.trim()))),
    }
}

/// `v20.20.2` → (20, 20).
fn parse_node(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

fn modified_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// The latest change of anything the page is made of. A folder's own time counts too: it moves when a file
/// in it is deleted or renamed. `ui` itself is left out, because making `dist` moves it.
fn newest_source(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?;
    entries
        .filter_map(Result::ok)
        .filter(|entry| !is_made(&entry.file_name().to_string_lossy()))
        .fold(None, |newest, entry| {
            let path = entry.path();
            let inside = if path.is_dir() { newest_source(&path) } else { None };
            newest.max(modified_at(&path)).max(inside)
        })
}

fn is_made(name: &str) -> bool {
    name.starts_with('.') || MADE.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_taken_from_its_first_good_version_on() {
        assert_eq!(check_node(Some("v20.19.0\n")), Ok(()));
        assert_eq!(check_node(Some("v24.1.0")), Ok(()));
    }

    #[test]
    fn an_old_absent_or_strange_node_is_refused_with_what_to_do() {
        for version in [Some("v18.20.4"), Some("v20.18.3"), Some("nodding"), None] {
            let stop = check_node(version).unwrap_err();
            assert!(stop.sentence().contains("https://nodejs.org"), "{stop:?}");
            assert_eq!(stop.exit_code(), 2);
        }
    }

    #[test]
    fn the_page_is_made_of_everything_but_what_is_made_from_it() {
        assert!(
            ["dist", "node_modules", ".svelte-kit", "coverage"]
                .iter()
                .all(|name| is_made(name))
        );
        assert!(
            !["src", "index.html", "package-lock.json", "public"]
                .iter()
                .any(|name| is_made(name))
        );
    }

    #[test]
    fn the_newest_source_is_found_however_deep_and_what_is_made_does_not_count() {
        let folder = std::env::temp_dir().join(format!("holdfast-page-{}", std::process::id()));
        let later = |seconds: u64| SystemTime::now() + std::time::Duration::from_secs(seconds);
        let written = |place: &str, at: SystemTime| {
            let path = folder.join(place);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::File::create(path).unwrap().set_modified(at).unwrap();
        };
        let (deep, made) = (later(100), later(200));
        written("index.html", later(50));
        written("src/screens/Till.svelte", deep);
        written("dist/index.html", made);
        written("node_modules/svelte/index.js", made);

        let newest = newest_source(&folder);

        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(newest, Some(deep));
    }
}
