//! The home's disk and backups, by the limits of the till's own health panel.

use super::Check;
use crate::place::Place;
use jiff::Timestamp;
use till::{Footprint, HealthFound, HealthLineView, HealthVerdict, backup_line, disk_line};

const DISK: &str = "disk";
const BACKUP: &str = "backup";
const MAKE_ROOM: &str = "Make room before it is full: then the till could take no money.";
const KEEP_OPEN: &str = "The till takes one a day while it is open; `holdfast-admin backup` takes one now.";

pub fn checks(place: &Place) -> Vec<Check> {
    let footprint = place.home.footprint(place.profile);
    let mut checks = vec![disk(&footprint)];
    if place.ledger_file().exists() {
        let now_ms = Timestamp::now().as_millisecond();
        let line = backup_line(now_ms, None, footprint.backup_at_ms, None);
        checks.push(backup(&line));
    }
    checks
}

fn disk(footprint: &Footprint) -> Check {
    let line = disk_line(footprint);
    let words = if let HealthFound::DiskFree { free_text } = &line.found {
        let taken = till::size_text(footprint.ledger_bytes);
        format!("{free_text} free; the ledger takes {taken}")
    } else if let HealthFound::DiskLow {
        free_text,
        wanted_text,
    } = &line.found
    {
        format!("only {free_text} free; {wanted_text} should be")
    } else {
        "this system does not say how much is free".to_owned()
    };
    judged(DISK, line.verdict, words, MAKE_ROOM)
}

fn backup(line: &HealthLineView) -> Check {
    let words = if let HealthFound::BackupTaken { age_ms } | HealthFound::BackupOld { age_ms } = &line.found {
        format!("the last one is {} h old", age_ms / 3_600_000)
    } else {
        "none was taken yet".to_owned()
    };
    judged(BACKUP, line.verdict, words, KEEP_OPEN)
}

fn judged(name: &'static str, verdict: HealthVerdict, words: String, advice: &str) -> Check {
    match verdict {
        HealthVerdict::Ok => Check::fine(name, words),
        HealthVerdict::Watch => Check {
            advice: Some(advice.to_owned()),
            ..Check::note(name, words)
        },
        HealthVerdict::Act => Check::wrong(name, words, advice),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    #[test]
    fn a_disk_and_a_backup_are_judged_as_the_till_judges_them() {
        let footprint = |free_bytes| Footprint {
            free_bytes: Some(free_bytes),
            ..Footprint::default()
        };
        assert_eq!(disk(&footprint(41_000_000_000)).verdict, Verdict::Fine);
        assert_eq!(disk(&footprint(900_000_000)).verdict, Verdict::Note);
        let full = disk(&footprint(9_000_000));
        assert_eq!(
            (full.verdict, full.advice.as_deref()),
            (Verdict::Wrong, Some(MAKE_ROOM))
        );
        assert!(full.words.contains("only 9 MB free"), "{}", full.words);
        let of = |age_hours: i64| backup(&backup_line(age_hours * 3_600_000, None, Some(0), None));
        assert_eq!(
            [of(2), of(40), of(80)].map(|check| check.verdict),
            [Verdict::Fine, Verdict::Note, Verdict::Wrong]
        );
        assert_eq!(backup(&backup_line(0, None, None, None)).verdict, Verdict::Note);
    }
}
