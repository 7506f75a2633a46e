//! One look at everything a till needs, and for each trouble what to do.

mod checks;
mod clock;
mod home;
mod hook;
mod provider;

use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::{Place, root};
use checks::Look;
use serde::Serialize;
use std::fmt::Write;

pub const HELP: &str = "\
holdfast-admin doctor [--json]

  --json   one JSON object instead of sentences: fine, version, home, profile, and checks with name, verdict, words, advice

Looks at settings, keyring, clock, ledger, disk, backups, PhonePe, and whom the store has told of its sales. It asks PhonePe one question that moves nothing: the status of a
transaction that cannot exist. The answer proves merchant id, salt key and index. Works while the till runs.
Exit 0 if nothing is wrong; notes are not wrong.
";

/// How a part of the till is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Fine,
    /// To be known; nothing has to be done now.
    Note,
    Wrong,
}

/// What was found about one part.
#[derive(Debug, Serialize)]
pub struct Check {
    pub name: &'static str,
    pub verdict: Verdict,
    pub words: String,
    /// What to do, where something is to be done.
    pub advice: Option<String>,
}

#[derive(Serialize)]
struct Report {
    fine: bool,
    version: &'static str,
    home: String,
    profile: Option<&'static str>,
    checks: Vec<Check>,
}

impl Check {
    pub fn fine(name: &'static str, words: impl Into<String>) -> Check {
        Check {
            name,
            verdict: Verdict::Fine,
            words: words.into(),
            advice: None,
        }
    }

    pub fn note(name: &'static str, words: impl Into<String>) -> Check {
        Check {
            verdict: Verdict::Note,
            ..Check::fine(name, words)
        }
    }

    pub fn wrong(name: &'static str, words: impl Into<String>, advice: impl Into<String>) -> Check {
        Check {
            verdict: Verdict::Wrong,
            advice: Some(advice.into()),
            ..Check::fine(name, words)
        }
    }
}

/// # Errors
/// A [`Stop`] when the words are not understood or there is no home to look at.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &["--json"], &[])?;
    let report = look()?;
    let text = if options.has("--json") {
        serde_json::to_string_pretty(&report).map_err(Stop::wrong)? + "\n"
    } else {
        sentences(&report)
    };
    Ok(Outcome {
        is_fine: report.fine,
        ..Outcome::fine(text)
    })
}

fn look() -> Result<Report, Stop> {
    let home = root()?.display().to_string();
    let (profile, checks) = match Place::look(None) {
        Ok(place) => (Some(place.profile_name()), Look::new(&place).checks()),
        Err(stop) => {
            let advice = "Correct the file, or move it away and provision again; without it nothing else can be looked at.";
            (
                None,
                vec![
                    Check::wrong("settings", stop.sentence().trim_end(), advice),
                    clock::alone(),
                ],
            )
        }
    };
    Ok(Report {
        fine: checks.iter().all(|check| check.verdict != Verdict::Wrong),
        version: env!("CARGO_PKG_VERSION"),
        home,
        profile,
        checks,
    })
}

fn sentences(report: &Report) -> String {
    let profile = report.profile.unwrap_or("unknown profile");
    let mut text = format!("Holdfast {} in {} ({profile})\n", report.version, report.home);
    for check in &report.checks {
        let mark = match check.verdict {
            Verdict::Fine => "✓",
            Verdict::Note => "•",
            Verdict::Wrong => "✗",
        };
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{mark} {:<9} {}", check.name, check.words);
        if let Some(advice) = &check.advice {
            let _ = writeln!(text, "            → {advice}");
        }
    }
    text.push_str(if report.fine {
        "Nothing is wrong.\n"
    } else {
        "Something is wrong.\n"
    });
    text
}
