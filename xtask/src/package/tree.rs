//! The files of the package, as they will stand under `/`.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::control::Release;
use super::failed;
use crate::house::House;
use crate::step::{self, Stop};

/// The one file that is all programs, as cargo makes it (crates/installed), and the name that it is installed by.
const BUILT: &str = "holdfast-installed";
pub const PROGRAM: &str = "holdfast";
/// What it is called else, by a link each.
const OTHER_NAMES: [&str; 2] = ["holdfast-admin", "holdfast-simulator"];

/// Below `usr/share/icons/hicolor`, and what it is made of in `icons`.
const ICONS: [(&str, &str); 5] = [
    ("32x32/apps/in.holdfast.till.png", "32x32.png"),
    ("128x128/apps/in.holdfast.till.png", "128x128.png"),
    ("256x256/apps/in.holdfast.till.png", "128x128@2x.png"),
    ("512x512/apps/in.holdfast.till.png", "icon.png"),
    ("scalable/apps/in.holdfast.till.svg", "icon.svg"),
];

/// Below `usr/share`, and what it is in `package`.
const SHARED: [(&str, &str); 3] = [
    (
        "applications/in.holdfast.till.desktop",
        "in.holdfast.till.desktop",
    ),
    (
        "metainfo/in.holdfast.till.metainfo.xml",
        "in.holdfast.till.metainfo.xml",
    ),
    ("doc/holdfast/copyright", "copyright"),
];

/// Lays out everything afresh in `root`.
///
/// # Errors
/// `Stop::Failed` when a program is not there or a file cannot be written.
pub fn lay_out(house: &House, programs: &Path, root: &Path, release: &Release) -> Result<(), Stop> {
    if root.exists() {
        fs::remove_dir_all(root).map_err(|why| failed("the last tree cannot be removed", &why))?;
    }
    let share = root.join("usr/share");
    let bin = root.join("usr/bin");
    put(&programs.join(BUILT), &bin.join(PROGRAM))?;
    strip(&bin.join(PROGRAM))?;
    for name in [PROGRAM].iter().chain(&OTHER_NAMES) {
        let page = share.join("man/man1").join(format!("{name}.1"));
        write(&page, &filled(house, &format!("man/{name}.1"), release)?)?;
        squeeze(&page)?;
    }
    for (to, from) in SHARED {
        write(&share.join(to), &filled(house, from, release)?)?;
    }
    for (to, from) in ICONS {
        put(
            &house.root.join("icons").join(from),
            &share.join("icons/hicolor").join(to),
        )?;
    }
    let changes = share.join("doc/holdfast/changelog");
    write(&changes, &changelog(release)?)?;
    squeeze(&changes)?;
    make_plain(root)?;
    allow(&bin.join(PROGRAM), 0o755).map_err(|why| failed(PROGRAM, &why))?;
    for name in OTHER_NAMES {
        std::os::unix::fs::symlink(PROGRAM, bin.join(name)).map_err(|why| failed(name, &why))?;
    }
    Ok(())
}

/// What dpkg counts: each file and folder in whole KiB.
///
/// # Errors
/// When it cannot be read.
pub fn size_kib(root: &Path) -> io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(root)? {
        let entry = entry?;
        // A link counts as itself: these are the sizes of what is there, not of what it leads to.
        let metadata = entry.metadata()?;
        sum += if metadata.is_dir() {
            1 + size_kib(&entry.path())?
        } else {
            metadata.len().div_ceil(1024)
        };
    }
    Ok(sum)
}

/// Folders 0755, files 0644, whatever the umask of whoever builds.
///
/// # Errors
/// `Stop::Failed` when they cannot be changed.
pub fn make_plain(folder: &Path) -> Result<(), Stop> {
    plain(folder).map_err(|why| failed("permissions cannot be set", &why))
}

fn plain(folder: &Path) -> io::Result<()> {
    allow(folder, 0o755)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            plain(&path)?;
        } else {
            allow(&path, 0o644)?;
        }
    }
    Ok(())
}

fn allow(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

fn filled(house: &House, name: &str, release: &Release) -> Result<String, Stop> {
    let text = fs::read_to_string(house.root.join("package").join(name)).map_err(|why| failed(name, &why))?;
    Ok(text
        .replace("@VERSION@", &release.version)
        .replace("@DATE@", &release.date("+%Y-%m-%d")?))
}

fn changelog(release: &Release) -> Result<String, Stop> {
    Ok(format!(
        "holdfast ({}) stable; urgency=medium\n\n  * Release {}.\n\n -- Holdfast maintainers \
         <maintainers@holdfast.invalid>  {}\n",
        release.version,
        release.version,
        release.date("+%a, %d %b %Y %H:%M:%S %z")?
    ))
}

fn put(from: &Path, to: &Path) -> Result<(), Stop> {
    make_folder_of(to)?;
    fs::copy(from, to)
        .map(drop)
        .map_err(|why| failed(&from.display().to_string(), &why))
}

fn write(to: &Path, text: &str) -> Result<(), Stop> {
    make_folder_of(to)?;
    fs::write(to, text).map_err(|why| failed(&to.display().to_string(), &why))
}

fn make_folder_of(path: &Path) -> Result<(), Stop> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|why| failed(&folder.display().to_string(), &why))
}

fn strip(program: &Path) -> Result<(), Stop> {
    let mut strip = Command::new("strip");
    strip.args([
        "--strip-unneeded",
        "--remove-section=.comment",
        "--remove-section=.note",
    ]);
    step::run("stripping a program", strip.arg(program))
}

/// As Debian wants its documents: without a name or time inside, so that the same text is the same bytes.
fn squeeze(path: &Path) -> Result<(), Stop> {
    step::run(
        "compressing a document",
        Command::new("gzip").args(["-9", "-n"]).arg(path),
    )
}
