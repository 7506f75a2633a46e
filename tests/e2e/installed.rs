//! The package on this very Debian, by its own apt, into `/` itself: installed, opened, upgraded under a till that runs, removed
//! and purged, with the books of years compared byte by byte. The `/` is this machine's with a layer above it that takes every
//! change and is gone with the test, in a mount namespace of its own; only root may do that. Whoever is not has the test of
//! `package.rs`, which does the same in a folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use holdfast_tests::bench::ages;

use super::package::{kept, opened, packed, user_id};
use super::world::{World, told};

/// Set for the part of the test that runs above the layer.
const INSIDE: &str = "HOLDFAST_TEST_ABOVE_A_LAYER";
const NAME: &str =
    "e2e::installed::apt_installs_opens_upgrades_removes_and_purges_it_here_without_touching_the_ledger";
/// `$1` is an empty folder, `$2` this test's program, `$3` its name, `$4` where it was started.
const ABOVE_A_LAYER: &str = r#"
mount -t tmpfs layer "$1"
mkdir "$1/changes" "$1/work" "$1/root"
mount -t overlay layer "$1/root" -o "lowerdir=/,upperdir=$1/changes,workdir=$1/work"
for place in proc sys dev run tmp; do mount --rbind "/$place" "$1/root/$place"; done
exec chroot "$1/root" sh -euc 'cd "$3" && exec "$1" "$2" --exact --nocapture' sh "$2" "$3" "$4"
"#;
const PROGRAMS: [&str; 3] = ["holdfast", "holdfast-admin", "holdfast-simulator"];

#[test]
fn apt_installs_opens_upgrades_removes_and_purges_it_here_without_touching_the_ledger() {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        return runtime.block_on(from_apt_to_purge());
    }
    if user_id() != "0" {
        eprintln!("only root may lay something over `/`: the test of package.rs stands for this one");
        return;
    }
    let before = PROGRAMS.map(|name| installed(name).exists());
    let layer = tempfile::tempdir().unwrap();
    let done = Command::new("unshare")
        .args([
            "--mount",
            "--propagation",
            "private",
            "sh",
            "-euc",
            ABOVE_A_LAYER,
            "sh",
        ])
        .arg(layer.path())
        .arg(std::env::current_exe().unwrap())
        .arg(NAME)
        .arg(std::env::current_dir().unwrap())
        .env(INSIDE, "1")
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", told(&done));
    assert!(told(&done).contains("1 passed"), "{}", told(&done));
    let after = PROGRAMS.map(|name| installed(name).exists());
    assert_eq!(before, after, "this machine is as it was");
}

async fn from_apt_to_purge() {
    let made = tempfile::tempdir().unwrap();
    let older = packed(&made.path().join("older"), "0.0.1");
    let newer = packed(&made.path().join("newer"), "9.0.0");
    apt(&["install", &older.display().to_string()]);
    let files = files_of_package();
    assert!(files.contains(&installed("holdfast-admin")), "{files:?}");

    let world = World::bare();
    let home = world.folders.home();
    write_years(&home);
    let window = opened(&world, &installed("holdfast")).await;
    window.set_amount("600", "₹600.00").await;
    apt(&["install", &newer.display().to_string()]);
    assert_eq!(version().as_deref(), Some("9.0.0"));
    // The till that runs goes on with the program that it was started from.
    window.set_amount("450", "₹450.00").await;
    window.close().await;
    let before = kept(&home);
    let window = opened(&world, &installed("holdfast")).await;
    apt(&["remove", "holdfast"]);
    window.set_amount("300", "₹300.00").await;
    window.close().await;
    assert_eq!(still_there(&files), Vec::<&PathBuf>::new(), "removed");

    apt(&["install", &newer.display().to_string()]);
    let mut verify = Command::new(installed("holdfast-admin"));
    world.lend_to(&mut verify);
    let verified = verify.arg("verify").output().unwrap();
    assert!(verified.status.success(), "{}", told(&verified));
    let ledger = home.join("training/ledger.sqlite");
    assert!(before.contains_key(&ledger));
    let before = kept(&home);
    apt(&["purge", "holdfast"]);
    assert_eq!(kept(&home), before, "a purge touches nothing of a home");
    assert_eq!(still_there(&files), Vec::<&PathBuf>::new(), "purged");
    assert_eq!(version(), None, "dpkg knows nothing of it any more");
}

fn installed(name: &str) -> PathBuf {
    Path::new("/usr/bin").join(name)
}

fn apt(words: &[&str]) {
    let done = Command::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["--yes", "--no-install-recommends"])
        .args(words)
        .output()
        .unwrap();
    assert!(done.status.success(), "apt-get {words:?}: {}", told(&done));
}

/// Its version, if dpkg knows of it at all.
fn version() -> Option<String> {
    let words = ["--show", "--showformat", "${Version}", "holdfast"];
    let asked = Command::new("dpkg-query").args(words).output().unwrap();
    asked.status.success().then(|| told(&asked))
}

/// What it brought: no folders, which are others' too.
fn files_of_package() -> Vec<PathBuf> {
    let asked = Command::new("dpkg")
        .args(["--listfiles", "holdfast"])
        .output()
        .unwrap();
    let files = told(&asked)
        .lines()
        .map(PathBuf::from)
        .filter(|path| !path.is_dir())
        .collect();
    assert!(asked.status.success(), "{files:?}");
    files
}

fn still_there(files: &[PathBuf]) -> Vec<&PathBuf> {
    files
        .iter()
        .filter(|file| file.symlink_metadata().is_ok())
        .collect()
}

/// Some hundred sales in the books of training.
fn write_years(home: &Path) {
    let folder = home.join("training");
    let size = ages::Size {
        holds: 400,
        events: 3_200,
        seed: 5,
        ends_at_ms: ages::END_MS,
    };
    ages::write(&folder.join("ledger.sqlite"), size);
    let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(folder, private).unwrap();
}
