//! Is the ledger what was written? The chain against itself, the projections against the events, the end of the chain
//! against what the keyring remembers.

use crate::anchor::Anchor;
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use ledger::{AnchorVerdict, LedgerError, Verification};
use serde::Serialize;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;
use till::ProfileName;

pub const HELP: &str = "\
holdfast-admin verify [--json] [--profile NAME]

  --json           one JSON object instead of sentences
  --profile NAME   training, uat or production; without it, the one that the till opens in

Checks the hash chain of the events, the projections against the events, and the end of the chain against the anchor
in the keyring. Works while the till runs. Exit 0 only if all of it holds.
No anchor kept yet (a young ledger) is a note. A keyring that cannot be read leaves the anchor unchecked: a note in
training, which needs no keyring; for uat and production it is not a proof, and the exit code is 1.
";

#[derive(Serialize)]
struct Report {
    holds: bool,
    profile: &'static str,
    ledger: String,
    /// Why nothing could be checked at all.
    error: Option<String>,
    events: Option<u64>,
    head: Option<HeadLine>,
    chain: Option<Part>,
    projections: Option<Part>,
    anchor: AnchorPart,
    took_ms: Took,
}

#[derive(Serialize)]
struct HeadLine {
    seq: u64,
    hash: String,
}

#[derive(Serialize)]
struct Part {
    holds: bool,
    fault: Option<String>,
}

#[derive(Serialize)]
struct AnchorPart {
    /// `holds`, `tampered`, `cut_off`, `garbled`, `none_yet` or `not_checked`.
    verdict: &'static str,
    checked: bool,
    holds: bool,
    words: String,
}

#[derive(Serialize)]
struct Took {
    keyring: u64,
    ledger: u64,
}

/// # Errors
/// A [`Stop`] when the words or the settings cannot be read. Everything about the ledger is in the outcome.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &["--json"], &["--profile"])?;
    let place = Place::look(options.value("--profile"))?;
    let report = look(&place);
    let text = if options.has("--json") {
        serde_json::to_string_pretty(&report).map_err(Stop::wrong)? + "\n"
    } else {
        sentences(&report)
    };
    Ok(Outcome {
        is_fine: report.holds,
        ..Outcome::fine(text)
    })
}

fn look(place: &Place) -> Report {
    let file = place.ledger_file();
    let asked = Instant::now();
    // Before the ledger: what a running till appends meanwhile only moves the ledger's end further.
    let anchor = Anchor::read(place);
    let keyring_ms = millis(asked);
    let walked = Instant::now();
    let found = check(&file, &anchor);
    let took_ms = Took {
        keyring: keyring_ms,
        ledger: millis(walked),
    };
    let verdict = found.as_ref().ok().map(|found| &found.anchor);
    let anchor = anchor_part(&anchor, verdict, place.profile);
    let holds = anchor.holds
        && found
            .as_ref()
            .is_ok_and(|found| found.chain.is_ok() && found.projections.is_ok());
    let part = |fault: Option<String>| Part {
        holds: fault.is_none(),
        fault,
    };
    let error = found.as_ref().err().cloned();
    let found = found.ok();
    Report {
        holds,
        profile: place.profile_name(),
        ledger: file.display().to_string(),
        error,
        events: found.as_ref().map(|found| found.events),
        head: found.as_ref().map(|found| HeadLine {
            seq: found.head.seq,
            hash: found.head.hash_hex.clone(),
        }),
        chain: found
            .as_ref()
            .map(|found| part(found.chain.as_ref().err().map(ToString::to_string))),
        projections: found
            .as_ref()
            .map(|found| part(found.projections.as_ref().err().map(ToString::to_string))),
        anchor,
        took_ms,
    }
}

fn check(file: &Path, anchor: &Anchor) -> Result<Verification, String> {
    if !file.exists() {
        return Err(match anchor.head() {
            Some(head) => format!(
                "the ledger is gone, but the keyring remembers {} records of it",
                head.seq
            ),
            None => "there is no ledger yet: a till makes it at its first start".to_owned(),
        });
    }
    ledger::verify(file, anchor.head()).map_err(|fault: LedgerError| fault.to_string())
}

fn anchor_part(anchor: &Anchor, verdict: Option<&AnchorVerdict>, profile: ProfileName) -> AnchorPart {
    let part = |verdict, checked, holds, words: String| AnchorPart {
        verdict,
        checked,
        holds,
        words,
    };
    match (anchor, verdict) {
        (Anchor::NotRead(why), _) => {
            let words = format!("not checked, because the keyring could not be read: {why}");
            part("not_checked", false, profile == ProfileName::Training, words)
        }
        (Anchor::Garbled, _) => part(
            "garbled",
            true,
            false,
            "what the keyring holds in its place is no anchor".to_owned(),
        ),
        (Anchor::NoneYet, _) | (Anchor::Kept(_), Some(AnchorVerdict::NotGiven)) => {
            let words = "none is kept yet, so a ledger that was rewritten as a whole would not be noticed";
            part("none_yet", false, true, words.to_owned())
        }
        (Anchor::Kept(_), None) => part(
            "not_checked",
            false,
            false,
            "not checked: there is nothing to hold it against".to_owned(),
        ),
        (Anchor::Kept(head), Some(AnchorVerdict::Holds)) => part(
            "holds",
            true,
            true,
            format!("record {} is the one that was anchored", head.seq),
        ),
        (Anchor::Kept(_), Some(broken @ AnchorVerdict::Tampered { .. })) => {
            part("tampered", true, false, broken.to_string())
        }
        (Anchor::Kept(_), Some(broken @ AnchorVerdict::CutOff { .. })) => {
            part("cut_off", true, false, broken.to_string())
        }
    }
}

fn sentences(report: &Report) -> String {
    let mut text = format!("ledger       {} ({})\n", report.ledger, report.profile);
    let mut line = |name: &str, words: &str| {
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{name:<12} {words}");
    };
    let of = |part: &Part| {
        part.fault
            .clone()
            .map_or("holds".to_owned(), |fault| format!("BROKEN: {fault}"))
    };
    if let Some(why) = &report.error {
        line("error", why);
    }
    if let Some(events) = report.events {
        line("events", &events.to_string());
    }
    if let Some(head) = &report.head {
        line("head", &format!("{}:{}", head.seq, head.hash));
    }
    if let Some(chain) = &report.chain {
        line("chain", &of(chain));
    }
    if let Some(projections) = &report.projections {
        line("projections", &of(projections));
    }
    let mark = if report.anchor.holds || !report.anchor.checked {
        ""
    } else {
        "BROKEN: "
    };
    line("anchor", &format!("{mark}{}", report.anchor.words));
    line(
        "took",
        &format!(
            "{} ms, and {} ms for the keyring",
            report.took_ms.ledger, report.took_ms.keyring
        ),
    );
    line(
        "verdict",
        if report.holds {
            "everything that was checked holds"
        } else {
            "NOT everything holds"
        },
    );
    text
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
