//! A screen that nobody sees, and what is drawn on it. Xvfb keeps its picture in a file; it is read as it changes, so
//! neither program has to say anything about itself, and both are watched in the same way.

use std::fs::File;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Every fourth pixel of every fourth line.
const GRID: usize = 4;
const LOOK_EVERY: Duration = Duration::from_millis(4);
/// For what is over in some milliseconds.
const WATCH_EVERY: Duration = Duration::from_millis(1);
/// A picture that has hardly changed for so long is the last one.
const STILL_AFTER: Duration = Duration::from_millis(1_500);
const PATIENCE: Duration = Duration::from_secs(40);
/// Of what distinguishes the last picture from an empty one, so much makes it usable. The rest is clocks and lamps.
const USABLE_PERCENT: usize = 90;
/// A picture with so much of another's ink is the same page: only a countdown went on.
const SAME_PERCENT: usize = 97;
/// Fewer inked points than this are a cursor, not a page.
const INKED_MIN: usize = 12;

#[derive(Clone, PartialEq)]
struct Picture {
    points: Vec<u32>,
    width: usize,
}

pub struct Screen {
    server: Child,
    /// `:7`
    pub display: String,
    _folder: TempDir,
    file: File,
    layout: Layout,
}

#[derive(Clone, Copy)]
struct Layout {
    pixels_at: u64,
    line_bytes: u64,
    width: usize,
    height: usize,
}

impl Screen {
    pub fn start() -> Screen {
        let folder = tempfile::tempdir().unwrap();
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
                // Otherwise it begins anew, with another picture's file, whenever its last window closes.
                "-noreset",
                "-fbdir",
            ])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        let mut told = server.stdout.take().unwrap();
        let mut byte = [0];
        while told.read(&mut byte).unwrap() == 1 && byte[0] != b'\n' {
            number.push(char::from(byte[0]));
        }
        let file = File::open(folder.path().join("Xvfb_screen0")).unwrap();
        Screen {
            server,
            display: format!(":{number}"),
            _folder: folder,
            layout: Layout::of(&file),
            file,
        }
    }

    /// Watches until the picture stands still; returns when it was first nearly what it stayed. `began` is when the
    /// program was started.
    pub async fn first_usable(&self, began: Instant) -> Duration {
        let mut seen: Vec<(Duration, Picture)> = Vec::new();
        let mut page: Option<(Duration, Picture)> = None;
        let mut ticks = tokio::time::interval(LOOK_EVERY);
        loop {
            ticks.tick().await;
            let picture = self.layout.picture(&self.file);
            let now = began.elapsed();
            assert!(now < PATIENCE, "the window never stood still");
            if seen.last().is_some_and(|(_, last)| *last == picture) {
                let still = page
                    .as_ref()
                    .is_some_and(|(since, page)| now - *since > STILL_AFTER && page.ink().len() >= INKED_MIN);
                if still {
                    return usable_at(&seen);
                }
                continue;
            }
            let same = page.as_ref().is_some_and(|(_, page)| picture.is_same_page(page));
            if !same {
                page = Some((now, picture.clone()));
            }
            seen.push((now, picture));
        }
    }
}

/// Pixels of a screen: left, top, width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

/// Counted from the moment in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changes {
    pub first: Duration,
    pub last: Duration,
}

impl Screen {
    /// When regions of the screen first and last changed before they stood still for `still`, counted from `began`; nothing if
    /// they never change. `before` is how they looked when nothing was asked of them yet.
    pub async fn changes(
        &self,
        regions: &[Region],
        before: &[u8],
        began: Instant,
        still: Duration,
    ) -> Option<Changes> {
        let mut changes: Option<Changes> = None;
        let mut seen = before.to_vec();
        loop {
            let pixels = self.pixels(regions);
            let now = began.elapsed();
            if pixels != seen {
                let first = changes.as_ref().map_or(now, |changes| changes.first);
                changes = Some(Changes { first, last: now });
                seen = pixels;
            }
            if changes.as_ref().is_some_and(|changes| now > changes.last + still) || now > PATIENCE {
                return changes;
            }
            tokio::time::sleep(WATCH_EVERY).await;
        }
    }

    /// Waits until regions have stood still for `still`; returns how they look then.
    pub async fn settled(&self, regions: &[Region], still: Duration) -> Vec<u8> {
        let began = Instant::now();
        let (mut since, mut seen) = (Duration::ZERO, self.pixels(regions));
        loop {
            tokio::time::sleep(WATCH_EVERY).await;
            let (now, pixels) = (began.elapsed(), self.pixels(regions));
            assert!(now < PATIENCE, "the screen never stands still");
            if pixels != seen {
                (since, seen) = (now, pixels);
            } else if now > since + still {
                return seen;
            }
        }
    }

    fn pixels(&self, regions: &[Region]) -> Vec<u8> {
        regions
            .iter()
            .flat_map(|region| self.pixels_of(*region))
            .collect()
    }

    /// What stands in a region, every second line of it: no letter is as thin.
    fn pixels_of(&self, region: Region) -> Vec<u8> {
        let line_bytes = region.width * 4;
        let mut pixels = vec![0; line_bytes * region.height.div_ceil(2)];
        let lines = (region.y..region.y + region.height).step_by(2);
        for (y, line) in lines.zip(pixels.chunks_exact_mut(line_bytes)) {
            let at = u64::try_from(y).unwrap() * self.layout.line_bytes;
            let left = u64::try_from(region.x * 4).unwrap();
            self.file
                .read_exact_at(line, self.layout.pixels_at + at + left)
                .unwrap();
        }
        pixels
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

impl Layout {
    /// The header of an XWD file: big-endian words, then the colours, then the pixels.
    fn of(file: &File) -> Layout {
        let word = |at: u64| {
            let mut bytes = [0; 4];
            file.read_exact_at(&mut bytes, at * 4).unwrap();
            u64::from(u32::from_be_bytes(bytes))
        };
        assert_eq!(word(11), 32, "bits per pixel");
        Layout {
            pixels_at: word(0) + word(19) * 12,
            line_bytes: word(12),
            width: usize::try_from(word(4)).unwrap(),
            height: usize::try_from(word(5)).unwrap(),
        }
    }

    fn picture(&self, file: &File) -> Picture {
        let mut line = vec![0; usize::try_from(self.line_bytes).unwrap()];
        let mut points = Vec::with_capacity(self.width * self.height / GRID / GRID);
        for y in (0..self.height).step_by(GRID) {
            let at = self.pixels_at + u64::try_from(y).unwrap() * self.line_bytes;
            file.read_exact_at(&mut line, at).unwrap();
            let of_line = line.chunks_exact(4).take(self.width).step_by(GRID);
            points.extend(of_line.map(|point| u32::from_ne_bytes(point.try_into().unwrap())));
        }
        Picture {
            points,
            width: self.width.div_ceil(GRID),
        }
    }
}

impl Picture {
    /// The points that differ from a neighbour: letters, lines and edges. A flat ground, however large, is none.
    fn ink(&self) -> Vec<usize> {
        let differs = |at: usize, from: usize| {
            self.points
                .get(from)
                .is_some_and(|point| *point != self.points[at])
        };
        let is_ink = |at: &usize| differs(*at, *at + 1) || differs(*at, *at + self.width);
        (0..self.points.len()).filter(is_ink).collect()
    }

    /// Each has nearly all of the other's ink: a picture without any is another page than one with.
    fn is_same_page(&self, other: &Picture) -> bool {
        self.share_of(other) >= SAME_PERCENT && other.share_of(self) >= SAME_PERCENT
    }

    /// How much of the other picture's ink stands in this one, in percent.
    fn share_of(&self, other: &Picture) -> usize {
        let ink = other.ink();
        let right = ink
            .iter()
            .filter(|at| self.points[**at] == other.points[**at])
            .count();
        (right * 100).checked_div(ink.len()).unwrap_or(100)
    }
}

fn usable_at(seen: &[(Duration, Picture)]) -> Duration {
    let (_, last) = seen.last().unwrap();
    let usable = seen
        .iter()
        .find(|(_, picture)| picture.share_of(last) >= USABLE_PERCENT);
    usable.unwrap().0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(drawn: usize, ground: u32) -> Picture {
        let mut points = vec![ground; 400];
        for at in 0..drawn {
            points[at * 2] = 1;
        }
        Picture { points, width: 20 }
    }

    #[test]
    fn the_first_picture_that_has_nearly_all_of_the_last_ones_ink_counts() {
        let at = Duration::from_millis;
        let seen = [
            (at(10), picture(0, 7)),
            (at(20), picture(20, 7)),
            (at(30), picture(38, 7)),
            (at(40), picture(40, 7)),
        ];
        assert_eq!(usable_at(&seen), at(30));
    }

    #[test]
    fn a_flat_ground_is_no_ink() {
        assert_eq!(picture(0, 7).ink(), Vec::<usize>::new());
        assert!(picture(0, 7).share_of(&picture(40, 7)) < 60);
        assert!(!picture(40, 7).is_same_page(&picture(0, 7)));
        assert!(picture(40, 7).is_same_page(&picture(40, 7)));
    }
}
