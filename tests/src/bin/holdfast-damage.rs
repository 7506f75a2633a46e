//! `holdfast-damage [--flips N] [--seed N] [--backups N] [--case KIND:NUMBER]`: harms copies of a ledger and starts on
//! them. One summary line at the end; exit 1 when a change stayed silent or a file that was not trusted was changed.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use holdfast_tests::damage::{Findings, Kind, Plan, backups, replay};
use std::process::ExitCode;
use std::time::Instant;

const USAGE: &str = "holdfast-damage [--flips N] [--seed N] [--backups N] [--case KIND:NUMBER]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(asked) = Asked::read(&words) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let began = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let findings = match asked.case {
        Some((kind, number)) => replay(asked.seed, kind, number),
        None => Plan::of(asked.seed, asked.flips, threads).run(),
    };
    let taken = if asked.case.is_some() { 0 } else { asked.backups };
    let restored = backups(taken);
    for line in findings.silent.iter().chain(&findings.overwritten) {
        println!("{line}");
    }
    println!(
        "damage: seed {}, {} events, {}: {} cases, {} silent changes, {} untrusted files changed; {restored} of {taken} \
         backups hold; {} s",
        asked.seed,
        findings.events,
        counts(&findings),
        findings.cases(),
        findings.silent.len(),
        findings.overwritten.len(),
        began.elapsed().as_secs(),
    );
    ExitCode::from(u8::from(!findings.is_clean() || restored != taken))
}

fn counts(findings: &Findings) -> String {
    let each: Vec<String> = findings
        .noticed
        .iter()
        .map(|(kind, count, noticed)| format!("{} {noticed}/{count}", kind.name()))
        .collect();
    each.join(", ")
}

struct Asked {
    flips: usize,
    seed: u64,
    backups: usize,
    case: Option<(Kind, usize)>,
}

impl Asked {
    fn read(words: &[String]) -> Option<Asked> {
        let mut asked = Asked {
            flips: 10_000,
            seed: 1,
            backups: 200,
            case: None,
        };
        for pair in words.chunks(2) {
            let [name, value] = pair else { return None };
            match name.as_str() {
                "--flips" => asked.flips = value.parse().ok()?,
                "--seed" => asked.seed = value.parse().ok()?,
                "--backups" => asked.backups = value.parse().ok()?,
                "--case" => {
                    let (kind, number) = value.split_once(':')?;
                    asked.case = Some((Kind::named(kind)?, number.parse().ok()?));
                }
                _ => return None,
            }
        }
        Some(asked)
    }
}
