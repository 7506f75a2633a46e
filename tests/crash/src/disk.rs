//! A disk that keeps only what it was made to keep. Writes wait until their file is synced, names until their folder is;
//! after a power cut each waiting write may be there, be gone, or be there in some of its sectors.
//!
//! Assumed: a sync that returned is honest, a sector is written whole or not at all, and the names of one folder are kept
//! in the order in which they were changed, as every journalling file system does. Not assumed: that a synced file keeps
//! its name, or a folder its place, before the folder above was synced.

use crate::draw::Draw;
use crate::tape::Deed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const SECTOR: usize = 512;

/// Every file by its path, as a power cut leaves it.
pub type Image = BTreeMap<PathBuf, Vec<u8>>;

/// What to do with everything that waits.
pub enum Fate {
    Kept,
    Dropped,
    /// Each by a draw.
    Drawn(Draw),
}

#[derive(Default)]
pub struct Disk {
    files: Vec<File>,
    /// Names as the running program sees them.
    seen: BTreeMap<PathBuf, Thing>,
    /// Names that are on the disk.
    lasting: BTreeMap<PathBuf, Thing>,
    /// Changes of names that wait for their folder, oldest first.
    renamed: Vec<NameChange>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Thing {
    File(usize),
    Folder,
}

#[derive(Default)]
struct File {
    lasting: Vec<u8>,
    waiting: Vec<Change>,
    /// As the running program sees it.
    length: u64,
}

enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
}

enum NameChange {
    Add { path: PathBuf, thing: Thing },
    Remove { path: PathBuf },
    Move { from: PathBuf, to: PathBuf },
}

impl NameChange {
    fn folder(&self) -> &Path {
        let (NameChange::Add { path, .. } | NameChange::Remove { path } | NameChange::Move { to: path, .. }) =
            self;
        path.parent().unwrap_or(Path::new(""))
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, Thing>) {
        match self {
            NameChange::Add { path, thing } => {
                names.insert(path.clone(), *thing);
            }
            NameChange::Remove { path } => {
                names.remove(path);
            }
            NameChange::Move { from, to } => {
                if let Some(thing) = names.remove(from) {
                    names.insert(to.clone(), thing);
                }
            }
        }
    }
}

impl Disk {
    /// Something waits: a power cut now leaves more than one possible disk.
    pub fn is_open(&self) -> bool {
        !self.renamed.is_empty() || self.seen_files().any(|file| !file.waiting.is_empty())
    }

    pub fn play(&mut self, deed: &Deed) {
        match deed {
            Deed::Open { path, empties } => self.open(path, *empties),
            Deed::Write { path, at, bytes, .. } => {
                let file = self.file(path);
                let at = at.unwrap_or(file.length);
                file.length = file.length.max(at + bytes.len() as u64);
                file.waiting.push(Change::Write {
                    at: at as usize,
                    bytes: bytes.clone(),
                });
            }
            Deed::Cut { path, length } => self.file(path).cut(*length),
            Deed::Sync { path, .. } => self.sync(path),
            Deed::MakeFolder { path } => self.rename(NameChange::Add {
                path: path.clone(),
                thing: Thing::Folder,
            }),
            Deed::Rename { from, to } => self.rename(NameChange::Move {
                from: from.clone(),
                to: to.clone(),
            }),
            Deed::Remove { path } => self.rename(NameChange::Remove { path: path.clone() }),
            Deed::Said(_) => {}
        }
    }

    /// The disk after a power cut now.
    pub fn cut(&self, mut fate: Fate) -> Image {
        let names = self.names_after(&mut fate);
        let mut image = Image::new();
        for (path, thing) in &names {
            let Thing::File(at) = thing else { continue };
            if has_its_folders(&names, path) {
                image.insert(path.clone(), self.files[*at].after(&mut fate));
            }
        }
        image
    }

    fn names_after(&self, fate: &mut Fate) -> BTreeMap<PathBuf, Thing> {
        let mut folders: Vec<&Path> = self.renamed.iter().map(NameChange::folder).collect();
        folders.sort();
        folders.dedup();
        let mut left: BTreeMap<&Path, usize> = BTreeMap::new();
        for folder in folders {
            let waiting = self
                .renamed
                .iter()
                .filter(|change| change.folder() == folder)
                .count();
            let kept = match fate {
                Fate::Kept => waiting,
                Fate::Dropped => 0,
                Fate::Drawn(draw) => draw.below(waiting + 1),
            };
            left.insert(folder, kept);
        }
        let mut names = self.lasting.clone();
        for change in &self.renamed {
            let left = left.get_mut(change.folder()).unwrap();
            if *left > 0 {
                *left -= 1;
                change.apply(&mut names);
            }
        }
        names
    }

    fn open(&mut self, path: &Path, empties: bool) {
        if self.seen.contains_key(path) {
            if empties {
                self.file(path).cut(0);
            }
            return;
        }
        self.files.push(File::default());
        let thing = Thing::File(self.files.len() - 1);
        self.rename(NameChange::Add {
            path: path.to_owned(),
            thing,
        });
    }

    fn sync(&mut self, path: &Path) {
        // The home's own place is not the program's to keep.
        if path.as_os_str().is_empty() || self.seen.get(path) == Some(&Thing::Folder) {
            let (settled, waiting): (Vec<_>, Vec<_>) =
                self.renamed.drain(..).partition(|change| change.folder() == path);
            settled.iter().for_each(|change| change.apply(&mut self.lasting));
            self.renamed = waiting;
        } else {
            self.file(path).sync();
        }
    }

    fn rename(&mut self, change: NameChange) {
        // The home itself is where the recording begins.
        if let NameChange::Add { path, .. } = &change
            && path.as_os_str().is_empty()
        {
            return;
        }
        change.apply(&mut self.seen);
        self.renamed.push(change);
    }

    fn file(&mut self, path: &Path) -> &mut File {
        match self.seen.get(path) {
            Some(Thing::File(at)) => &mut self.files[*at],
            _ => panic!("{} was never opened", path.display()),
        }
    }

    fn seen_files(&self) -> impl Iterator<Item = &File> {
        self.seen.values().filter_map(|thing| match thing {
            Thing::File(at) => Some(&self.files[*at]),
            Thing::Folder => None,
        })
    }
}

impl File {
    fn cut(&mut self, length: u64) {
        self.length = length;
        self.waiting.push(Change::Cut {
            length: length as usize,
        });
    }

    fn sync(&mut self) {
        for change in std::mem::take(&mut self.waiting) {
            change.apply(&mut self.lasting, |_| true);
        }
    }

    fn after(&self, fate: &mut Fate) -> Vec<u8> {
        let mut bytes = self.lasting.clone();
        for change in &self.waiting {
            match fate {
                Fate::Kept => change.apply(&mut bytes, |_| true),
                Fate::Dropped => {}
                Fate::Drawn(draw) => match draw.below(3) {
                    0 => {}
                    1 => change.apply(&mut bytes, |_| true),
                    _ => {
                        let torn = draw.next();
                        change.apply(&mut bytes, |sector| torn >> (sector % 64) & 1 == 1);
                    }
                },
            }
        }
        bytes
    }
}

impl Change {
    /// Does it in the sectors that are kept; a sector is named by its number in the file.
    fn apply(&self, file: &mut Vec<u8>, is_kept: impl Fn(usize) -> bool) {
        match self {
            Change::Cut { length } if is_kept(0) => file.resize(*length, 0),
            Change::Cut { .. } => {}
            Change::Write { at, bytes } => {
                let mut done = 0;
                while done < bytes.len() {
                    let place = at + done;
                    let count = (SECTOR - place % SECTOR).min(bytes.len() - done);
                    if is_kept(place / SECTOR) {
                        if file.len() < place + count {
                            file.resize(place + count, 0);
                        }
                        file[place..place + count].copy_from_slice(&bytes[done..done + count]);
                    }
                    done += count;
                }
            }
        }
    }
}

fn has_its_folders(names: &BTreeMap<PathBuf, Thing>, path: &Path) -> bool {
    let mut folders = path
        .ancestors()
        .skip(1)
        .filter(|folder| !folder.as_os_str().is_empty());
    folders.all(|folder| names.get(folder) == Some(&Thing::Folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &str, at: u64, bytes: &[u8]) -> Deed {
        Deed::Write {
            path: path.into(),
            at: Some(at),
            bytes: bytes.to_vec(),
            call: "pwrite64",
        }
    }

    fn sync(path: &str) -> Deed {
        Deed::Sync {
            path: path.into(),
            call: "fsync",
        }
    }

    fn open(path: &str) -> Deed {
        Deed::Open {
            path: path.into(),
            empties: false,
        }
    }

    fn disk(deeds: &[Deed]) -> Disk {
        let mut disk = Disk::default();
        deeds.iter().for_each(|deed| disk.play(deed));
        disk
    }

    fn names(image: &Image) -> Vec<&str> {
        image.keys().map(|path| path.to_str().unwrap()).collect()
    }

    #[test]
    fn what_was_synced_with_its_folder_stays_and_the_rest_may_go() {
        let mut disk = disk(&[
            open("a"),
            write("a", 0, b"one"),
            sync("a"),
            sync(""),
            write("a", 3, b"two"),
        ]);
        assert!(disk.is_open());
        assert_eq!(disk.cut(Fate::Dropped)[Path::new("a")], b"one");
        assert_eq!(disk.cut(Fate::Kept)[Path::new("a")], b"onetwo");
        disk.play(&sync("a"));
        assert!(!disk.is_open());
        assert_eq!(disk.cut(Fate::Dropped)[Path::new("a")], b"onetwo");
    }

    #[test]
    fn a_synced_file_without_its_folder_may_lose_its_name_and_so_may_a_folder() {
        let folder = Deed::MakeFolder { path: "f".into() };
        let deeds = [folder, open("f/a"), write("f/a", 0, b"x"), sync("f/a"), sync("f")];
        assert_eq!(names(&disk(&deeds).cut(Fate::Dropped)), Vec::<&str>::new());
        let mut kept = disk(&deeds);
        kept.play(&sync(""));
        assert_eq!(names(&kept.cut(Fate::Dropped)), ["f/a"]);
    }

    #[test]
    fn a_rename_and_a_removal_wait_for_their_folder() {
        let rename = Deed::Rename {
            from: "a.new".into(),
            to: "a".into(),
        };
        let mut disk = disk(&[open("a.new"), sync("a.new"), sync(""), rename]);
        assert_eq!(names(&disk.cut(Fate::Dropped)), ["a.new"]);
        disk.play(&sync(""));
        assert_eq!(names(&disk.cut(Fate::Dropped)), ["a"]);
        disk.play(&Deed::Remove { path: "a".into() });
        assert_eq!(names(&disk.cut(Fate::Dropped)), ["a"]);
        assert_eq!(names(&disk.cut(Fate::Kept)), Vec::<&str>::new());
    }

    #[test]
    fn a_write_is_torn_between_sectors_and_never_inside_one() {
        let disk = disk(&[open("a"), sync("a"), sync(""), write("a", 0, &[7; 2 * SECTOR])]);
        let mut seen = std::collections::BTreeSet::new();
        for number in 0..200 {
            let bytes = disk
                .cut(Fate::Drawn(Draw::of(1, number)))
                .remove(Path::new("a"))
                .unwrap();
            let sectors: Vec<u8> = bytes.chunks(SECTOR).map(|sector| sector[0]).collect();
            assert!(
                bytes
                    .chunks(SECTOR)
                    .all(|sector| sector.iter().all(|byte| *byte == sector[0]))
            );
            seen.insert(sectors);
        }
        let all = [vec![], vec![7], vec![0, 7], vec![7, 7]];
        assert_eq!(seen, std::collections::BTreeSet::from(all));
    }
}
