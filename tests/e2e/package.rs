//! The Debian package, as dpkg sees it: installed beside this Debian's own packages (their list decides whether everything
//! it depends on is there), started, upgraded, removed and purged. The program is the one that was compiled with this test;
//! `cargo xtask package` packs another in the very same layout, and refuses one that is too large.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};

use super::leaks::files_under;
use super::programs::ours;
use super::window::Window;
use super::world::{World, told};

/// A folder that dpkg takes for the root of this Debian: it knows of every package that is installed here, and its files go
/// nowhere else.
struct Debian {
    root: tempfile::TempDir,
}

impl Debian {
    fn like_this_one() -> Self {
        let root = tempfile::Builder::new()
            .prefix("hf-root-")
            .tempdir()
            .expect("the temporary folder takes folders");
        let state = root.path().join("var/lib/dpkg");
        for name in ["info", "updates", "triggers"] {
            std::fs::create_dir_all(state.join(name)).expect("a new folder takes folders");
        }
        std::fs::copy("/var/lib/dpkg/status", state.join("status")).expect("this is a Debian");
        Debian { root }
    }

    fn dpkg(&self, words: &[&str]) {
        let done = self.run(words);
        assert!(done.status.success(), "dpkg {words:?}: {}", told(&done));
    }

    fn run(&self, words: &[&str]) -> Output {
        // Whoever is not root is it in a world of his own, where files may belong to nobody else anyway.
        let mut command = if user_id() == "0" {
            Command::new("dpkg")
        } else {
            let mut own_world = Command::new("unshare");
            own_world.args(["--map-root-user", "dpkg"]);
            own_world
        };
        command
            .arg(format!("--root={}", self.root.path().display()))
            .args(words)
            .output()
            .expect("dpkg is there")
    }

    fn program(&self, name: &str) -> PathBuf {
        self.root.path().join("usr/bin").join(name)
    }

    fn files(&self) -> Vec<PathBuf> {
        files_under(self.root.path())
            .into_iter()
            .filter(|file| !file.starts_with(self.root.path().join("var/lib/dpkg")))
            .collect()
    }
}

pub(crate) fn user_id() -> String {
    let told = Command::new("id").arg("-u").output().expect("id is there");
    String::from_utf8_lossy(&told.stdout).trim().to_owned()
}

/// The package of the programs beside this test.
pub(crate) fn packed(out: &Path, version: &str) -> PathBuf {
    let programs = ours("holdfast");
    let programs = programs.parent().expect("it stands in a folder");
    let done = Command::new(ours("xtask"))
        .args(["package", "--programs"])
        .arg(programs)
        .arg("--out")
        .arg(out)
        .args(["--as-version", version])
        .output()
        .expect("xtask runs");
    assert!(done.status.success(), "{}", told(&done));
    let named = |file: &PathBuf| file.to_string_lossy().contains(&format!("holdfast_{version}_"));
    files_under(out)
        .into_iter()
        .find(named)
        .expect("a package is made")
}

/// Every file of a home by its bytes, but for what the web view keeps for itself and may still write as it ends.
pub(crate) fn kept(home: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let sum = |file: &PathBuf| Sha256::digest(std::fs::read(file).expect("it can be read")).to_vec();
    files_under(home)
        .into_iter()
        .filter(|file| !file.starts_with(home.join("webview")))
        .map(|file| (file.clone(), sum(&file)))
        .collect()
}

pub(crate) async fn opened(world: &World, program: &Path) -> Window {
    let window = Window::open_program(program, &world.folders, &world.screen, &world.bus).await;
    window.until_text("profile", "Training").await;
    window
        .until("lamp-books", "in order", |lamp| {
            lamp.attribute("data-light") == "good"
        })
        .await;
    window
}

#[tokio::test]
async fn the_package_installs_opens_a_till_is_upgraded_and_goes_without_touching_the_ledger() {
    let made = tempfile::tempdir().unwrap();
    let older = packed(&made.path().join("older"), "0.0.1");
    let newer = packed(&made.path().join("newer"), "9.0.0");
    let debian = Debian::like_this_one();
    debian.dpkg(&["--install", &older.display().to_string()]);

    let world = World::bare();
    let window = opened(&world, &debian.program("holdfast")).await;
    window.set_amount("600", "₹600.00").await;
    window.close().await;
    let home = world.folders.home();
    let before = kept(&home);
    assert!(before.contains_key(&home.join("training/ledger.sqlite")));

    debian.dpkg(&["--install", &newer.display().to_string()]);
    assert_eq!(kept(&home), before, "an upgrade touches nothing of a home");
    let mut verify = Command::new(debian.program("holdfast-admin"));
    world.lend_to(&mut verify);
    let verified = verify.arg("verify").output().expect("the installed program runs");
    assert!(verified.status.success(), "{}", told(&verified));

    // Whatever is done to the package, a till that runs goes on with the program it was started from.
    let window = opened(&world, &debian.program("holdfast")).await;
    debian.dpkg(&["--remove", "holdfast"]);
    window.set_amount("450", "₹450.00").await;
    window.close().await;
    assert_eq!(debian.files(), Vec::<PathBuf>::new(), "nothing of it is left");

    let before = kept(&home);
    debian.dpkg(&["--install", &newer.display().to_string()]);
    debian.dpkg(&["--purge", "holdfast"]);
    assert_eq!(debian.files(), Vec::<PathBuf>::new(), "nothing of it is left");
    assert_eq!(kept(&home), before, "a purge touches nothing of a home");
}

#[test]
fn the_same_programs_make_the_same_package_with_what_a_desktop_looks_for() {
    let made = tempfile::tempdir().unwrap();
    let package = packed(&made.path().join("one"), "1.2.3");
    let again = packed(&made.path().join("two"), "1.2.3");
    let bytes = |file: &Path| std::fs::read(file).unwrap();
    assert!(
        bytes(&package) == bytes(&again),
        "two packages of one build differ"
    );
    let debian = Debian::like_this_one();
    debian.dpkg(&["--install", &package.display().to_string()]);
    let share = debian.root.path().join("usr/share");
    let desktop = std::fs::read_to_string(share.join("applications/in.holdfast.till.desktop")).unwrap();
    assert!(desktop.contains("\nExec=holdfast\n") && desktop.contains("\nIcon=in.holdfast.till\n"));
    for size in ["32x32", "128x128", "256x256", "512x512"] {
        let icon = share.join(format!("icons/hicolor/{size}/apps/in.holdfast.till.png"));
        assert!(icon.is_file(), "{}", icon.display());
    }
    for page in ["holdfast", "holdfast-admin", "holdfast-simulator"] {
        assert!(share.join(format!("man/man1/{page}.1.gz")).is_file(), "{page}");
        let version = Command::new(debian.program(page)).arg("--help").output().unwrap();
        assert!(version.status.success(), "{page} --help: {}", told(&version));
    }
    // One file under three names: they share most of what they are made of.
    for name in ["holdfast-admin", "holdfast-simulator"] {
        let leads_to = std::fs::read_link(debian.program(name)).unwrap();
        assert_eq!(leads_to, Path::new("holdfast"));
    }
    let said = Command::new(debian.program("holdfast-admin"))
        .arg("--version")
        .output()
        .unwrap();
    assert!(told(&said).starts_with("holdfast-admin "), "{}", told(&said));
    let depends = Command::new("dpkg-deb")
        .arg("--field")
        .arg(&package)
        .arg("Depends")
        .output()
        .unwrap();
    let depends = told(&depends);
    assert!(
        depends.contains("libwebkit2gtk-4.1-0") && depends.contains("libgtk-3-0"),
        "{depends}"
    );
    let metainfo = std::fs::read_to_string(share.join("metainfo/in.holdfast.till.metainfo.xml")).unwrap();
    assert!(metainfo.contains("<release version=\"1.2.3\""), "{metainfo}");
}
