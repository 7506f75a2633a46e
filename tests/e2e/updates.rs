//! A newer version in this machine's package lists, told where it disturbs nobody. apt is the real one, on a state of its own:
//! one repository in a folder, and what is said to be installed.

use std::path::Path;
use std::process::Command;

use super::desk::Folders;
use super::pictures::Album;
use super::shifts::{close_shift, open_shift};
use super::window::Window;
use super::world::{World, told};

/// apt's lists of a machine that has 0.1.0 and may have this version.
fn offer(folders: &Folders, version: &str) {
    let root = folders.path().join("apt");
    for name in [
        "repository",
        "state/lists/partial",
        "cache/archives/partial",
        "parts",
    ] {
        std::fs::create_dir_all(root.join(name)).expect("the folder takes folders");
    }
    let package = |version: &str, more: &str| {
        format!(
            "Package: holdfast\n{more}Version: {version}\nArchitecture: all\nMaintainer: Nobody <nobody@example.invalid>\n\
             Description: a till\n\n"
        )
    };
    let write = |path: &Path, text: &str| std::fs::write(path, text).expect("the folder takes files");
    let offered = package(version, "Filename: ./holdfast.deb\nSize: 1\n");
    write(&root.join("repository/Packages"), &offered);
    write(
        &root.join("state/status"),
        &package("0.1.0", "Status: install ok installed\n"),
    );
    write(
        &root.join("sources.list"),
        &format!("deb [trusted=yes] file:{}/repository ./\n", root.display()),
    );
    let at = |name: &str| root.join(name).display().to_string();
    let parts = at("parts");
    write(
        &folders.apt_config(),
        &format!(
            "Dir::State \"{}\";\nDir::State::status \"{}\";\nDir::Cache \"{}\";\nDir::Etc::sourcelist \"{}\";\n\
             Dir::Etc::sourceparts \"{parts}\";\nDir::Etc::parts \"{parts}\";\nDir::Etc::preferencesparts \"{parts}\";\n\
             Debug::NoLocking \"true\";\nAPT::Sandbox::User \"root\";\n",
            at("state"),
            at("state/status"),
            at("cache"),
            at("sources.list"),
        ),
    );
    let mut update = Command::new("apt-get");
    folders.lend_to(&mut update);
    let done = update.arg("update").output().expect("apt is there");
    assert!(done.status.success(), "apt-get update: {}", told(&done));
}

impl Window {
    async fn until_version(&self, version: &str) {
        self.until("update", version, |update| {
            update.attribute("data-version") == version
        })
        .await;
    }

    async fn turn_asking(&self) {
        self.settings("updates").await;
        self.click("updates-ask").await;
    }

    async fn until_found(&self, is: &str) {
        self.until("updates-found", is, |found| found.attribute("data-is") == is)
            .await;
    }
}

#[tokio::test]
async fn a_newer_version_is_told_between_shifts_only_and_put_away_until_the_next() {
    let world = World::bare();
    offer(&world.folders, "0.9.0");
    let album = Album::open();
    let window = world.open().await;
    assert!(window.one("update").await.is_none(), "nobody has chosen to ask");
    window.turn_asking().await;
    window.until_found("update_waiting").await;
    window.until_says("updates-found", "0.9.0").await;
    window.click("nav-till").await;
    window.until_version("0.9.0").await;
    window.until_says("update", "sudo apt install holdfast").await;
    album.take(&window, "newer-version").await;

    window.set_amount("600", "₹600.00").await;
    window.until_gone("update").await;
    window.click("new-sale").await;
    window.until_version("0.9.0").await;
    open_shift(&window, "0").await;
    window.until_gone("update").await;
    close_shift(&window, "1", "a coin was found").await;
    window.click("nav-till").await;
    window.until_version("0.9.0").await;
    window.click("update-put-away").await;
    window.until_gone("update").await;
    window.close().await;

    // The next day it is asked without anybody's doing, and what was put away stays so until there is another version.
    offer(&world.folders, "0.10.0");
    let window = world.open().await;
    window.until_version("0.10.0").await;
    window.click("update-put-away").await;
    window.until_gone("update").await;
    window.close().await;
    let window = world.open().await;
    window.settings("updates").await;
    window.until_found("update_waiting").await;
    assert!(window.one("update").await.is_none(), "it was put away");
    window.turn_asking().await;
    window.until_gone("updates-found").await;
    window.close().await;
}
