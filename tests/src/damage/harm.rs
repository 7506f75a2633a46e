//! The harms: what a failing disk does, and what somebody does who means it.

use super::dice::Dice;
use super::files::{Bench, Shelf};
use super::tamper;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Flip,
    Truncate,
    SwapPages,
    LogFlip,
    LogTruncate,
    LogMissing,
    LogForeign,
    LogOfYesterday,
    Edit,
    Insert,
    Delete,
    Reorder,
    CutTail,
    PutBackYesterday,
    Recompute,
}

impl Kind {
    pub const ALL: [Kind; 15] = [
        Kind::Flip,
        Kind::Truncate,
        Kind::SwapPages,
        Kind::LogFlip,
        Kind::LogTruncate,
        Kind::LogMissing,
        Kind::LogForeign,
        Kind::LogOfYesterday,
        Kind::Edit,
        Kind::Insert,
        Kind::Delete,
        Kind::Reorder,
        Kind::CutTail,
        Kind::PutBackYesterday,
        Kind::Recompute,
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Flip => "flip",
            Kind::Truncate => "truncate",
            Kind::SwapPages => "swap",
            Kind::LogFlip => "log-flip",
            Kind::LogTruncate => "log-truncate",
            Kind::LogMissing => "log-missing",
            Kind::LogForeign => "log-foreign",
            Kind::LogOfYesterday => "log-of-yesterday",
            Kind::Edit => "edit",
            Kind::Insert => "insert",
            Kind::Delete => "delete",
            Kind::Reorder => "reorder",
            Kind::CutTail => "cut-tail",
            Kind::PutBackYesterday => "put-back-yesterday",
            Kind::Recompute => "recompute",
        }
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Somebody's work, and never an accident that may hit unused space: each must be noticed.
    #[must_use]
    pub fn is_meant(self) -> bool {
        matches!(
            self,
            Kind::Edit
                | Kind::Insert
                | Kind::Delete
                | Kind::Reorder
                | Kind::CutTail
                | Kind::PutBackYesterday
                | Kind::Recompute
        )
    }
}

/// What was done to the copy.
pub struct Harmed {
    pub what: String,
    /// The start may rightly write: an empty file is a ledger that is about to be made, and derived tables of another
    /// form are derived anew from a sound chain.
    pub may_be_finished: bool,
}

pub fn harm(shelf: &Shelf, bench: &Bench, kind: Kind, dice: &mut Dice) -> Harmed {
    let mut may_be_finished = false;
    let what = match kind {
        Kind::Flip | Kind::SwapPages => {
            let mut file = shelf.closed.clone();
            let what = if kind == Kind::Flip {
                flip(&mut file, dice)
            } else {
                swap(&mut file, dice)
            };
            bench.put(&file, None);
            what
        }
        Kind::Truncate => {
            let (file, what) = cut(&shelf.closed, dice);
            bench.put(file, None);
            may_be_finished = file.is_empty();
            what
        }
        Kind::LogFlip => {
            let mut log = shelf.living.log.clone();
            let live = live_length(&log);
            let what = flip(&mut log[..live], dice);
            bench.put(&shelf.living.file, Some(&log));
            format!("in the log: {what}")
        }
        Kind::LogTruncate => {
            let live = live_length(&shelf.living.log);
            let (log, what) = cut(&shelf.living.log[..live], dice);
            bench.put(&shelf.living.file, Some(log));
            format!("the log {what}")
        }
        Kind::LogMissing => {
            bench.put(&shelf.living.file, None);
            "the log is gone".to_owned()
        }
        Kind::LogForeign => {
            bench.put(&shelf.closed, Some(&shelf.foreign.log));
            "another till's log".to_owned()
        }
        Kind::LogOfYesterday => {
            bench.put(&shelf.closed, Some(&shelf.yesterday.log));
            "yesterday's log beside today's file".to_owned()
        }
        Kind::PutBackYesterday => {
            bench.put(&shelf.yesterday_closed, None);
            "yesterday's copy in today's place".to_owned()
        }
        Kind::Edit | Kind::Insert | Kind::Delete | Kind::Reorder | Kind::CutTail | Kind::Recompute => {
            bench.put(&shelf.closed, None);
            may_be_finished = true;
            tamper::tamper_by(&bench.ledger(), kind, dice)
        }
    };
    Harmed {
        what,
        may_be_finished,
    }
}

/// SQLite says in its header how large its pages are.
fn page_size(file: &[u8]) -> usize {
    usize::from(u16::from_be_bytes([file[16], file[17]]))
}

/// How much of a write-ahead log counts: a log that has begun anew keeps, behind its end, frames of the time before, and
/// whatever happens to those means nothing. Source: sqlite.org, "Database File Format", section 4.1; the frames that
/// count carry the header's two salts.
fn live_length(log: &[u8]) -> usize {
    const HEADER: usize = 32;
    const FRAME_HEADER: usize = 24;
    let page_size = u32::from_be_bytes([log[8], log[9], log[10], log[11]]);
    let frame = FRAME_HEADER + usize::try_from(page_size).unwrap();
    let salts = &log[16..24];
    let counts = log[HEADER..]
        .chunks_exact(frame)
        .take_while(|frame| frame[8..16] == *salts);
    HEADER + frame * counts.count()
}

fn swap(file: &mut [u8], dice: &mut Dice) -> String {
    let page_size = page_size(file);
    let pages = file.len() / page_size;
    let one = dice.below(pages);
    let other = (one + 1 + dice.below(pages - 1)) % pages;
    for at in 0..page_size {
        file.swap(one * page_size + at, other * page_size + at);
    }
    format!("pages {} and {} changed places", one + 1, other + 1)
}

/// Half of them end where a page does, as a file system leaves a file.
fn cut<'a>(bytes: &'a [u8], dice: &mut Dice) -> (&'a [u8], String) {
    const BLOCK: usize = 4_096;
    let length = dice.below(bytes.len());
    let length = if dice.below(2) == 0 {
        length
    } else {
        length / BLOCK * BLOCK
    };
    (&bytes[..length], format!("cut to {length} bytes"))
}

fn flip(bytes: &mut [u8], dice: &mut Dice) -> String {
    let bit = dice.below(bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
    format!("bit {bit} flipped")
}
