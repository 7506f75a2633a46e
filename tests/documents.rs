//! The documents show what is there: no picture is missing, and none lies in `docs` that nobody sees.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use holdfast_tests::pictures::{documents, house, shown_by};

/// What all pictures of the cashier's guide may weigh together.
const GUIDE_BYTES_MAX: u64 = 3_000_000;

fn pictures_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(pictures_under(&path));
        } else if path.extension().is_some_and(|end| end == "png") {
            found.push(path);
        }
    }
    found
}

/// A dark picture belongs to its light twin.
fn light(picture: &Path) -> PathBuf {
    PathBuf::from(picture.display().to_string().replace("-dark.png", ".png"))
}

#[test]
fn every_picture_that_a_document_shows_is_there_and_none_lies_there_unseen() {
    let shown: BTreeSet<PathBuf> = documents().iter().flat_map(|one| shown_by(one)).collect();
    assert!(
        shown.len() > 90,
        "the guide and the managers' pages have pictures"
    );
    let missing: Vec<_> = shown.iter().filter(|picture| !picture.is_file()).collect();
    assert!(
        missing.is_empty(),
        "take them with `HOLDFAST_PICTURES=docs cargo xtask e2e`: {missing:#?}"
    );
    let there = pictures_under(&house().join("docs"));
    let unseen: Vec<_> = there
        .iter()
        .filter(|picture| !shown.contains(&light(picture)))
        .collect();
    assert!(unseen.is_empty(), "no document shows them: {unseen:#?}");
}

#[test]
fn the_pictures_of_the_guide_stay_small() {
    let pictures = pictures_under(&house().join("docs/guide"));
    let bytes = pictures
        .iter()
        .map(|picture| picture.metadata().unwrap().len())
        .sum::<u64>();
    assert!(bytes <= GUIDE_BYTES_MAX, "they have {bytes} bytes");
}
