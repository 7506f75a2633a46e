//! `cargo xtask tidy`: the rules of the house that no compiler checks.

mod arrows;
mod dependencies;
mod files;
mod links;
mod sizes;
mod words;

use std::fs;
use std::io;
use std::path::Path;

use crate::house::House;
use crate::step::Stop;

/// What a rule found: refused makes the command fail, warned does not.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub refused: Vec<String>,
    pub warned: Vec<String>,
}

impl Findings {
    fn refuse(&mut self, sentences: impl IntoIterator<Item = String>) {
        self.refused.extend(sentences);
    }

    fn add(&mut self, other: Self) {
        self.refused.extend(other.refused);
        self.warned.extend(other.warned);
    }
}

/// Checks every rule and prints everything that is wrong.
///
/// # Errors
/// `Stop::Failed` when something is refused, or when a file cannot be read.
pub fn tidy(house: &House) -> Result<(), Stop> {
    let findings =
        look(house).map_err(|error| Stop::Failed(format!("✗ tidy cannot read the house: {error}")))?;
    for sentence in &findings.warned {
        println!("! {sentence}");
    }
    if findings.refused.is_empty() {
        println!("✓ tidy");
        return Ok(());
    }
    Err(Stop::Failed(format!(
        "✗ tidy refuses:\n  {}",
        findings.refused.join("\n  ")
    )))
}

fn look(house: &House) -> io::Result<Findings> {
    let mut findings = Findings::default();
    findings.refuse(arrows::refused(&house.crates));
    findings.refuse(dependencies::too_many_crates(&house.crates));
    findings.refuse(links::in_crates(&house.crates));
    for member in &house.crates {
        findings.refuse(in_text(&member.manifest, |text| {
            dependencies::without_lints(&member.name, text)
        }));
    }
    findings.refuse(in_text(
        &house.root.join("ui/package.json"),
        dependencies::too_many_npm,
    ));
    findings.refuse(in_text(
        &house.root.join("src-tauri/tauri.conf.json"),
        links::in_settings,
    ));
    for file in files::of_the_house(&house.root)? {
        findings.add(sizes::look(&file.place, &file.text));
        findings.refuse(words::refused(&file.place, &file.text));
        findings.refuse(links::in_file(&file.place, &file.text));
    }
    Ok(findings)
}

/// A file that a rule is about and that is not there is itself a finding.
fn in_text(path: &Path, rule: impl Fn(&str) -> Option<String>) -> Option<String> {
    match fs::read_to_string(path) {
        Ok(text) => rule(&text),
        Err(error) => Some(format!("{} cannot be read: {error}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_a_rule_is_about_must_be_there() {
        let said = in_text(Path::new("no/such/package.json"), |_| None);
        assert!(said.unwrap().starts_with("no/such/package.json cannot be read"));
    }
}
