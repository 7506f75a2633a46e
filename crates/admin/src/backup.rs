//! A copy of the ledger that proves itself, taken while the till may be writing.

use crate::anchor::Anchor;
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use ledger::AnchorVerdict;
use std::path::Path;
use till::ProfileName;

pub const HELP: &str = "\
holdfast-admin backup --out FILE [--profile NAME]

  --out FILE       a new file, readable by its owner alone, in a folder that only its owner may write to
  --profile NAME   training, uat or production; without it, the one that the till opens in

Works while the till runs, and does not make it wait. The copy is one moment of the ledger; its chain, its projections
and the anchor in the keyring are checked before it is called a backup, and nothing is left if they do not hold.
Exit 0 only then. A keyring that cannot be read is a note: `restore` asks it again.
";

/// # Errors
/// A [`Stop`] with a sentence; no file is left then.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &[], &["--out", "--profile"])?;
    let out = Path::new(options.needed("--out")?);
    let place = Place::look(options.value("--profile"))?;
    let file = place.ledger_file();
    if !file.exists() {
        let sentence = format!("There is no ledger at {}; nothing was written.", file.display());
        return Err(Stop::Wrong(sentence));
    }
    // Before the copy: what a running till appends meanwhile only moves the ledger's end further.
    let anchor = Anchor::read(&place);
    ledger::backup(&file, out).map_err(|fault| not_taken(&fault.to_string()))?;
    match proved(out, &anchor) {
        Ok(end) => Ok(told(out, &end, &anchor, place.profile)),
        Err(why) => {
            std::fs::remove_file(out).map_err(Stop::wrong)?;
            Err(not_taken(&why))
        }
    }
}

fn proved(out: &Path, anchor: &Anchor) -> Result<String, String> {
    if matches!(anchor, Anchor::Garbled) {
        return Err("what the keyring holds in the anchor's place is none".to_owned());
    }
    let found = ledger::prove_backup(out, anchor.head()).map_err(|fault| fault.to_string())?;
    match found.anchor {
        AnchorVerdict::Holds | AnchorVerdict::NotGiven => Ok(found.head.to_line()),
        broken @ (AnchorVerdict::Tampered { .. } | AnchorVerdict::CutOff { .. }) => Err(broken.to_string()),
    }
}

fn told(out: &Path, end: &str, anchor: &Anchor, profile: ProfileName) -> Outcome {
    let mut outcome = Outcome::fine(format!("{} holds the ledger up to {end}\n", out.display()));
    if let Anchor::NotRead(why) = anchor
        && profile != ProfileName::Training
    {
        outcome.warning =
            format!("It was not held against the anchor, because the keyring could not be read: {why}.\n");
    }
    outcome
}

fn not_taken(why: &str) -> Stop {
    Stop::Wrong(format!(
        "No backup was taken: {why}. `holdfast-admin verify` says more; `holdfast-admin export` writes what can be read."
    ))
}
