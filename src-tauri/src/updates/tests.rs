use super::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const POLICY: &str = "holdfast:\n  Installed: 0.1.0\n  Candidate: 0.2.0\n  Version table:\n     0.2.0 500\n";

fn listed(installed: Option<&str>, candidate: Option<&str>) -> Option<Listed> {
    Some(Listed {
        installed: installed.map(str::to_owned),
        candidate: candidate.map(str::to_owned),
    })
}

#[test]
fn what_apt_says_of_a_package_is_read_and_nothing_else_is() {
    assert_eq!(read(POLICY), listed(Some("0.1.0"), Some("0.2.0")));
    assert_eq!(read(""), listed(None, None));
    assert_eq!(read("\n"), listed(None, None));
    assert_eq!(
        read("holdfast:\n  Installed: (none)\n  Candidate: 1:0.2.0~rc1+b2-3\n"),
        listed(None, Some("1:0.2.0~rc1+b2-3"))
    );
    for text in [
        "holdfast",
        "holdfast:\n",
        "holdfast:\n  Installed: 0.1.0\n",
        "holdfast-admin:\n  Installed: 0.1.0\n  Candidate: 0.2.0\n",
        "holdfast:\n  Installiert: 0.1.0\n  Installationskandidat: 0.2.0\n",
        "holdfast:\n  Candidate: 0.2.0\n  Installed: 0.1.0\n",
        "E: something\n",
        "holdfast:\n  Installed: 0.1.0\n  Candidate: \n",
        "holdfast:\n  Installed: 0.1.0\n  Candidate: --force\n",
        "holdfast:\n  Installed: 0.1.0\n  Candidate: 0.2.0 && reboot\n",
        "holdfast:\n  Installed: 0.1.0\n  Candidate: 0.2.0\u{202e}\n",
        "holdfast:\n  Installed: latest\n  Candidate: 0.2.0\n",
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
    let long = format!(
        "holdfast:\n  Installed: 0.1.0\n  Candidate: 0{}\n",
        "1".repeat(100)
    );
    assert_eq!(read(&long), None);
}

#[test]
fn versions_are_compared_as_dpkg_does() {
    for (one, other, newer) in [
        ("0.10.0", "0.9.0", true),
        ("0.2.0", "0.2.0", false),
        ("0.2.0~rc1", "0.2.0", false),
        ("0.2.0", "0.2.0~rc1", true),
        ("1:0.1.0", "0.9.0", true),
        ("0.2.0-2", "0.2.0-1", true),
        ("0.1.0", "0.2.0", false),
    ] {
        assert_eq!(is_newer(one, other), Ok(newer), "{one} against {other}");
    }
}

/// A program that stands where apt-cache would.
fn answered_by(script: &str) -> UpdateAnswer {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("apt-cache");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    fs::set_permissions(&path, may_run).unwrap();
    lists(path.to_str().unwrap(), || false).ask()
}

/// The name has to outlive the thread that asks.
fn lists(apt_cache: &str, is_replaced: fn() -> bool) -> AptLists {
    AptLists {
        apt_cache: apt_cache.to_owned().leak(),
        running: "0.1.0",
        is_replaced,
    }
}

#[test]
fn an_apt_that_fails_floods_or_talks_nonsense_is_not_understood_and_a_missing_one_is_said() {
    for script in [
        "exit 100",
        "echo hello",
        "yes",
        "printf '\\377\\376'",
        "printf 'holdfast:\\n  Installed: 0.1.0\\n  Candidate: 0.2.0\\n'; exit 1",
        "kill -9 $$",
    ] {
        assert_eq!(answered_by(script), UpdateAnswer::Unclear, "{script}");
    }
    assert_eq!(answered_by("true"), UpdateAnswer::NoPackage);
    let none = lists("/nowhere/apt-cache", || false);
    assert_eq!(none.ask(), UpdateAnswer::NoApt);
    // What it is asked with, word by word.
    let script = "[ \"$LC_ALL $*\" = 'C policy holdfast' ] && printf 'holdfast:\\n  Installed: 0.1.0\\n  Candidate: 0.2.0\\n'";
    assert_eq!(answered_by(script), UpdateAnswer::Waiting("0.2.0".to_owned()));
}

/// apt's own state of a machine that does not exist: one repository in a folder, and what is installed.
fn real_apt(root: &Path, installed: &str, offered: &[&str]) -> AptLists {
    for folder in [
        "repository",
        "state/lists/partial",
        "cache/archives/partial",
        "etc/parts",
    ] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    let package = |version: &str, more: &str| {
        format!(
            "Package: holdfast\n{more}Version: {version}\nArchitecture: all\nMaintainer: Nobody <nobody@example.invalid>\n\
             Description: a till\n\n"
        )
    };
    let packages: String = offered
        .iter()
        .map(|version| package(version, "Filename: ./holdfast.deb\nSize: 1\n"))
        .collect();
    fs::write(root.join("repository/Packages"), packages).unwrap();
    fs::write(
        root.join("state/status"),
        if installed.is_empty() {
            String::new()
        } else {
            package(installed, "Status: install ok installed\n")
        },
    )
    .unwrap();
    fs::write(
        root.join("etc/sources.list"),
        format!("deb [trusted=yes] file:{}/repository ./\n", root.display()),
    )
    .unwrap();
    let config = configured(root);
    let updated = Command::new("apt-get")
        .arg("update")
        .env("APT_CONFIG", &config)
        .output()
        .unwrap();
    assert!(
        updated.status.success(),
        "{}",
        String::from_utf8_lossy(&updated.stderr)
    );
    // A test's own environment is everybody's, so the real apt-cache gets its configuration by a word of its own.
    let wrapper = root.join("apt-cache");
    fs::write(
        &wrapper,
        format!(
            "#!/bin/sh\nAPT_CONFIG='{}' exec apt-cache \"$@\"\n",
            config.display()
        ),
    )
    .unwrap();
    let may_run = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    fs::set_permissions(&wrapper, may_run).unwrap();
    lists(wrapper.to_str().unwrap(), || false)
}

/// What keeps apt in that folder.
fn configured(root: &Path) -> PathBuf {
    let config = root.join("apt.conf");
    let at = |name: &str| root.join(name).display().to_string();
    let parts = at("etc/parts");
    fs::write(
        &config,
        format!(
            "Dir::State \"{}\";\nDir::State::status \"{}\";\nDir::Cache \"{}\";\nDir::Etc::sourcelist \"{}\";\n\
             Dir::Etc::sourceparts \"{parts}\";\nDir::Etc::parts \"{parts}\";\nDir::Etc::preferencesparts \"{parts}\";\n\
             Debug::NoLocking \"true\";\nAPT::Sandbox::User \"root\";\n",
            at("state"),
            at("state/status"),
            at("cache"),
            at("etc/sources.list"),
        ),
    )
    .unwrap();
    config
}

#[test]
fn the_real_apt_says_what_waits_what_is_installed_and_what_it_does_not_know() {
    for (installed, offered, answer) in [
        ("0.1.0", vec!["0.1.0"], UpdateAnswer::Newest),
        (
            "0.1.0",
            vec!["0.1.0", "0.10.0", "0.9.0"],
            UpdateAnswer::Waiting("0.10.0".to_owned()),
        ),
        ("0.1.0", vec![], UpdateAnswer::Newest),
        ("0.1.0", vec!["0.1.0~rc1"], UpdateAnswer::Newest),
        (
            "0.1.0",
            vec!["1:0.0.9"],
            UpdateAnswer::Waiting("1:0.0.9".to_owned()),
        ),
        ("", vec!["0.2.0"], UpdateAnswer::NoPackage),
        ("", vec![], UpdateAnswer::NoPackage),
    ] {
        let root = tempfile::tempdir().unwrap();
        let lists = real_apt(root.path(), installed, &offered);
        assert_eq!(lists.ask(), answer, "{installed} installed, {offered:?} offered");
    }
}

#[test]
fn a_newer_package_begins_at_the_next_start_if_it_took_the_place_of_the_program_that_runs() {
    let root = tempfile::tempdir().unwrap();
    let mut lists = real_apt(root.path(), "0.2.0", &["0.2.0"]);
    assert_eq!(
        lists.ask(),
        UpdateAnswer::Newest,
        "ours stands where it was started from"
    );
    lists.is_replaced = || true;
    assert_eq!(lists.ask(), UpdateAnswer::Installed("0.2.0".to_owned()));
    lists.running = "0.2.0";
    assert_eq!(
        lists.ask(),
        UpdateAnswer::Newest,
        "the same version was installed again"
    );
}

#[tokio::test]
async fn the_port_answers_beside_whoever_asks() {
    let lists = lists("/nowhere/apt-cache", || false);
    assert_eq!(lists.look().await, UpdateAnswer::NoApt);
}
