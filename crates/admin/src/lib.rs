#![doc = include_str!("../README.md")]

mod anchor;
mod backup;
mod doctor;
mod evidence;
mod export;
mod hook_key;
mod keyring;
mod new_file;
mod options;
mod outcome;
mod place;
mod provision;
mod reconcile;
mod report;
mod restore;
mod secret_line;
mod staff;
mod verify;

use outcome::{Outcome, Stop};
use std::io::Write;
use std::process::ExitCode;

const HELP: &str = "\
holdfast-admin: Holdfast without its window

  holdfast-admin provision …      connect this till with a merchant's PhonePe account
  holdfast-admin verify …         check the ledger: its chain, its projections, its anchor
  holdfast-admin export …         write holds, events or days for Excel, Tally or another program
  holdfast-admin report …         print the X or Z of a shift
  holdfast-admin evidence …       draw one payment's whole story as a PDF
  holdfast-admin reconcile …      list what a settlement file and the books do not have in common
  holdfast-admin backup …         copy the ledger to a file that proves itself
  holdfast-admin restore …        put such a file in the ledger's place
  holdfast-admin staff add …      let a person sign in at the till
  holdfast-admin hook-key …       the key that messages to the store's own address are signed with
  holdfast-admin doctor …         look at settings, keyring, clock, ledger, disk and PhonePe
  holdfast-admin COMMAND --help   what a command takes
  holdfast-admin --version

HOLDFAST_HOME is the till's data directory; without it, holdfast in the platform's own.
Every command but provision, restore, staff and hook-key only looks, and works while the till runs.
Exit codes: 0 fine, 1 something is wrong, 2 the command was not understood.
";

/// The program, from its words to its exit code.
#[must_use]
pub fn start() -> ExitCode {
    let (outcome, exit_code) = match obey(std::env::args_os().skip(1)) {
        Ok(outcome) => {
            let exit_code = u8::from(!outcome.is_fine);
            (outcome, exit_code)
        }
        Err(stop) => (Outcome::silent(stop.sentence()), stop.exit_code()),
    };
    // Whoever closed the pipe does not want the rest.
    let _ = std::io::stdout().write_all(outcome.text.as_bytes());
    let _ = std::io::stderr().write_all(outcome.warning.as_bytes());
    ExitCode::from(exit_code)
}

fn obey(words: impl Iterator<Item = std::ffi::OsString>) -> Result<Outcome, Stop> {
    let words: Vec<String> = words
        .map(|word| {
            word.into_string()
                .map_err(|_| Stop::Usage("Words on the command line must be UTF-8.".to_owned()))
        })
        .collect::<Result<_, _>>()?;
    let Some((command, rest)) = words.split_first() else {
        return Err(Stop::Usage(HELP.to_owned()));
    };
    let wants_help = rest.iter().any(|word| word == "--help" || word == "-h");
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Outcome::fine(HELP)),
        "--version" => Ok(Outcome::fine(concat!(
            "holdfast-admin ",
            env!("CARGO_PKG_VERSION"),
            "\n"
        ))),
        "provision" if wants_help => Ok(Outcome::fine(provision::HELP)),
        "provision" => provision::run(rest),
        "verify" if wants_help => Ok(Outcome::fine(verify::HELP)),
        "verify" => verify::run(rest),
        "export" if wants_help => Ok(Outcome::fine(export::HELP)),
        "export" => export::run(rest),
        "evidence" if wants_help => Ok(Outcome::fine(evidence::HELP)),
        "evidence" => evidence::run(rest),
        "report" if wants_help => Ok(Outcome::fine(report::HELP)),
        "report" => report::run(rest),
        "reconcile" if wants_help => Ok(Outcome::fine(reconcile::HELP)),
        "reconcile" => reconcile::run(rest),
        "backup" if wants_help => Ok(Outcome::fine(backup::HELP)),
        "backup" => backup::run(rest),
        "restore" if wants_help => Ok(Outcome::fine(restore::HELP)),
        "restore" => restore::run(rest),
        "doctor" if wants_help => Ok(Outcome::fine(doctor::HELP)),
        "doctor" => doctor::run(rest),
        "hook-key" if wants_help => Ok(Outcome::fine(hook_key::HELP)),
        "hook-key" => hook_key::run(rest),
        "staff" if wants_help => Ok(Outcome::fine(staff::HELP)),
        "staff" => staff::run(rest),
        "bench" => Err(not_here(
            "`bench`: the benches are not part of this program; `cargo xtask bench` runs them.",
        )),
        _ => Err(Stop::Usage(format!(
            "The first word is not a command of this program.\n\n{HELP}"
        ))),
    }
}

fn not_here(sentence: &str) -> Stop {
    Stop::Usage(sentence.to_owned())
}
