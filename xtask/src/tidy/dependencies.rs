//! Every direct dependency is somebody else's code next to money: few, and each member under the same lints.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::house::Crate;

const CRATES_MAX: usize = 41;
const NPM_MAX: usize = 20;

/// Direct dependencies of all members together, each counted once.
pub fn too_many_crates(crates: &[Crate]) -> Option<String> {
    let needs = crates.iter().flat_map(|member| &member.needs);
    let foreign: BTreeSet<&str> = needs
        .filter(|need| !need.ours)
        .map(|need| need.name.as_str())
        .collect();
    (foreign.len() > CRATES_MAX).then(|| {
        let names: Vec<&str> = foreign.iter().copied().collect();
        format!(
            "{} direct Rust dependencies, more than {CRATES_MAX}: {}",
            foreign.len(),
            names.join(", ")
        )
    })
}

/// Direct npm packages, for running and for developing.
pub fn too_many_npm(package_json: &str) -> Option<String> {
    let Ok(told) = serde_json::from_str::<Value>(package_json) else {
        return Some("ui/package.json is not JSON".to_owned());
    };
    let groups = ["dependencies", "devDependencies", "optionalDependencies"];
    let names: Vec<&String> = groups
        .iter()
        .filter_map(|group| told.get(group)?.as_object())
        .flat_map(|group| group.keys())
        .collect();
    (names.len() > NPM_MAX).then(|| {
        format!(
            "ui/package.json names {} packages, more than {NPM_MAX}",
            names.len()
        )
    })
}

/// A member that forgets `[lints] workspace = true` would be held to nothing.
pub fn without_lints(name: &str, manifest: &str) -> Option<String> {
    let mut lines = manifest
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != "[lints]")
        .skip(1);
    let inherits = lines.find(|line| !line.is_empty() && !line.starts_with('#')) == Some("workspace = true");
    (!inherits)
        .then(|| format!("`{name}` does not take the workspace's lints: add `[lints]` `workspace = true`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::Need;

    fn crates(foreign: usize) -> Vec<Crate> {
        let need = |at: usize| Need {
            name: format!("crate-{at}"),
            ours: false,
        };
        let own = Need {
            name: "domain".to_owned(),
            ours: true,
        };
        let needs: Vec<Need> = (0..foreign).map(need).chain([own]).collect();
        let member = Crate {
            name: "till".to_owned(),
            manifest: "Cargo.toml".into(),
            needs,
        };
        vec![member.clone(), member]
    }

    #[test]
    fn forty_one_crates_are_enough_and_each_counts_once() {
        assert_eq!(too_many_crates(&crates(41)), None);
        assert!(
            too_many_crates(&crates(42))
                .unwrap()
                .starts_with("42 direct Rust dependencies")
        );
    }

    #[test]
    fn twenty_npm_packages_are_enough_whatever_they_are_for() {
        let package = |running: usize, developing: usize| {
            let group = |count: usize| {
                (0..count)
                    .map(|at| (format!("p{at}"), "1".into()))
                    .collect::<serde_json::Map<_, _>>()
            };
            serde_json::json!({ "dependencies": group(running), "devDependencies": group(developing) })
                .to_string()
        };
        assert_eq!(too_many_npm(&package(5, 15)), None);
        assert!(too_many_npm(&package(5, 16)).unwrap().contains("21 packages"));
        assert!(too_many_npm("{").is_some());
    }

    #[test]
    fn a_member_without_the_lints_is_refused() {
        assert_eq!(
            without_lints("till", "[package]\n\n[lints]\n# Strict.\nworkspace = true\n"),
            None
        );
        assert!(without_lints("till", "[package]\n[lints]\n[dependencies]\n").is_some());
        assert!(without_lints("till", "[package]\nversion.workspace = true\n").is_some());
    }
}
