//! Power cuts: disks that the recording allows, opened with the ledger's own code.

use crate::Said;
use crate::day::{backups_path, ledger_path};
use crate::disk::{Disk, Fate, Image};
use crate::draw::Draw;
use crate::tape::{Deed, Step};
use ledger::{Head, Ledger};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use till::Home;

/// The moments of a recording at which the power may go: after each step.
pub struct Moments<'a> {
    steps: &'a [Step],
    /// Those at which something waits for a sync.
    open: Vec<usize>,
}

/// What a sweep found. Each fault is a sentence that begins with the image's number.
#[derive(Default)]
pub struct Found {
    pub images: u64,
    /// So many of them were different disks; the others were not opened a second time.
    pub different: u64,
    /// An acknowledged event was not there.
    pub lost: Vec<String>,
    /// The ledger could not be opened, or did not prove itself.
    pub corrupt: Vec<String>,
    pub took: Duration,
}

/// What must be on a disk.
#[derive(Debug, Default)]
struct Owed {
    acked: Option<Head>,
    backups: Vec<(PathBuf, Head)>,
}

enum Fault {
    Lost(String),
    Corrupt(String),
}

impl<'a> Moments<'a> {
    pub fn of(steps: &'a [Step]) -> Moments<'a> {
        let mut disk = Disk::default();
        let mut open = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            disk.play(&step.deed);
            if disk.is_open() {
                open.push(at);
            }
        }
        Moments { steps, open }
    }

    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// Image `number` is the power cut after a step: first each with everything that waits dropped, then each with
    /// everything kept, then draws over those where something waits.
    fn of_number(&self, number: u64) -> (usize, u64) {
        let count = self.steps.len() as u64;
        if number < 2 * count {
            return ((number % count) as usize, number / count);
        }
        let drawn = number - 2 * count;
        (self.open[(drawn % self.open.len() as u64) as usize], 2)
    }
}

/// Builds the images `0..images` of this seed and opens each, `jobs` at once.
pub fn sweep(moments: &Moments<'_>, seed: u64, images: u64, jobs: usize) -> Found {
    let began = Instant::now();
    let found = Mutex::new(Found::default());
    std::thread::scope(|scope| {
        for job in 0..jobs {
            let found = &found;
            scope.spawn(move || share(moments, seed, images, (job, jobs), found));
        }
    });
    let mut found = found.into_inner().unwrap();
    found.images = images;
    found.took = began.elapsed();
    found
}

/// Builds one image at `home` and says what is wrong with it, if anything.
pub fn rebuild(moments: &Moments<'_>, seed: u64, number: u64, home: &Path) -> Option<String> {
    let (at, way) = moments.of_number(number);
    let (mut disk, mut owed) = (Disk::default(), Owed::default());
    for step in &moments.steps[..=at] {
        disk.play(&step.deed);
        owed.hear(&step.deed);
    }
    let image = disk.cut(fate(way, seed, number));
    write(&image, home);
    match judge(home, &owed).and_then(|()| judge_backups(&image, home, &owed, &mut Seen::default())) {
        Ok(()) => None,
        Err(Fault::Lost(what) | Fault::Corrupt(what)) => Some(what),
    }
}

/// Every image of a run of moments is made while the disk stands there, so the recording is played once.
fn share(moments: &Moments<'_>, seed: u64, images: u64, (job, jobs): (usize, usize), found: &Mutex<Found>) {
    let numbers = by_moment(moments, images, job, jobs);
    let (mut disk, mut owed) = (Disk::default(), Owed::default());
    let folder = crate::world::folder();
    let mut seen = Seen::default();
    for (at, step) in moments.steps.iter().enumerate() {
        disk.play(&step.deed);
        owed.hear(&step.deed);
        for (number, way) in &numbers[at] {
            let image = disk.cut(fate(*way, seed, *number));
            if !seen.is_new(&format!("{owed:?}"), &image) {
                continue;
            }
            let home = folder.path().join(number.to_string());
            write(&image, &home);
            let judged = judge(&home, &owed).and_then(|()| judge_backups(&image, &home, &owed, &mut seen));
            found.lock().unwrap().note(*number, at, step, judged);
            fs::remove_dir_all(&home).unwrap();
        }
    }
}

/// What was looked at before, by its hash. A job has its own, so that two jobs may look at one disk twice.
#[derive(Default)]
struct Seen(HashSet<[u8; 32]>);

impl Seen {
    /// `owed`: what must be on it; the same bytes are another case when more is owed.
    fn is_new<'a>(
        &mut self,
        owed: &str,
        files: impl IntoIterator<Item = (&'a PathBuf, &'a Vec<u8>)>,
    ) -> bool {
        let mut hash = Sha256::new().chain_update(owed);
        for (path, bytes) in files {
            hash.update(format!(" {} {} ", path.display(), bytes.len()));
            hash.update(bytes);
        }
        self.0.insert(hash.finalize().into())
    }
}

fn by_moment(moments: &Moments<'_>, images: u64, job: usize, jobs: usize) -> Vec<Vec<(u64, u64)>> {
    let mut numbers = vec![Vec::new(); moments.steps.len()];
    for number in (job as u64..images).step_by(jobs) {
        let (at, way) = moments.of_number(number);
        numbers[at].push((number, way));
    }
    numbers
}

fn fate(way: u64, seed: u64, number: u64) -> Fate {
    match way {
        0 => Fate::Dropped,
        1 => Fate::Kept,
        _ => Fate::Drawn(Draw::of(seed, number)),
    }
}

fn write(image: &Image, home: &Path) {
    Home::open(home).unwrap();
    for (path, bytes) in image {
        let path = home.join(path);
        Home::open(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The next start, as far as the disk is concerned, and a look at everything that was promised.
fn judge(home: &Path, owed: &Owed) -> Result<(), Fault> {
    let settings = Home::at(home).stored_settings();
    let settings = settings.map_err(|why| Fault::Corrupt(format!("the settings cannot be read: {why}")))?;
    let path = ledger_path(home);
    let acked = owed.acked.as_ref().map_or(0, |head| head.seq);
    if acked > 0 && settings.is_none() {
        return Err(Fault::Lost("the settings are gone".to_owned()));
    }
    if acked > 0 && !path.exists() {
        return Err(Fault::Lost(format!(
            "event {acked} was acknowledged, and there is no ledger"
        )));
    }
    Home::open(path.parent().unwrap()).unwrap();
    let ledger =
        Ledger::open(&path, "uat").map_err(|why| Fault::Corrupt(format!("it cannot be opened: {why}")))?;
    let found = ledger.head().unwrap().seq;
    drop(ledger);
    if found < acked {
        return Err(Fault::Lost(format!(
            "event {acked} was acknowledged, and {found} is the last"
        )));
    }
    holds(&path, owed.acked.as_ref())
}

/// A backup that was reported is there and whole; the same bytes are looked at once.
fn judge_backups(image: &Image, home: &Path, owed: &Owed, seen: &mut Seen) -> Result<(), Fault> {
    for (name, head) in &owed.backups {
        let path = backups_path(home).join(name);
        if seen.is_new("backup", image.get_key_value(path.strip_prefix(home).unwrap())) {
            holds(&path, Some(head))?;
        }
    }
    Ok(())
}

fn holds(path: &Path, head: Option<&Head>) -> Result<(), Fault> {
    let name = path.file_name().unwrap().display().to_string();
    match ledger::verify(path, head) {
        Ok(found) if found.holds() => Ok(()),
        Ok(found) => Err(Fault::Corrupt(format!("{name} does not prove itself: {found:?}"))),
        Err(why) => Err(Fault::Corrupt(format!("{name} cannot be verified: {why}"))),
    }
}

impl Owed {
    fn hear(&mut self, deed: &Deed) {
        match deed {
            Deed::Said(Said::Acked { head, .. } | Said::Found(head)) => self.acked = Some(head.clone()),
            Deed::Said(Said::BackedUp { head, path }) => {
                let name = Path::new(path).file_name().unwrap();
                self.backups.push((name.into(), head.clone()));
            }
            _ => {}
        }
    }
}

impl Found {
    fn note(&mut self, number: u64, at: usize, step: &Step, judged: Result<(), Fault>) {
        self.different += 1;
        let when = format!(
            "image {number}, after step {at} ({}: {:.80})",
            step.part.name(),
            step.deed.to_string()
        );
        match judged {
            Ok(()) => {}
            Err(Fault::Lost(what)) => self.lost.push(format!("{when}: {what}")),
            Err(Fault::Corrupt(what)) => self.corrupt.push(format!("{when}: {what}")),
        }
    }
}
