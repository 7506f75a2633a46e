//! Putting a backup in the ledger's place: stated, recorded and anchored anew, so that it is neither silent nor a
//! lock-out.

mod plan;

use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::{Place, lock_home};
use domain::{Actor, Fact, Moment, Record};
use jiff::Timestamp;
use plan::Plan;
use secrecy::SecretString;
use secrets::Entry;
use std::fmt::Write;
use std::path::Path;

pub const HELP: &str = "\
holdfast-admin restore --from FILE [--accept-loss] [--profile NAME]

  --from FILE      a file that `holdfast-admin backup` or the till's daily backup wrote
  --accept-loss    go on although records are lost by it; without it, they are only listed
  --profile NAME   training, uat or production; without it, the one that the till opens in

The till must be closed. The backup must verify, be of this profile and, where that can be known, of this till.
If the ledger that stands here, or the anchor in the keyring, goes further than the backup, the records in between
would be lost: then this says how many, names their sales, and changes nothing, unless --accept-loss is given.
The ledger that stands here is never deleted: it is renamed to ledger.sqlite.replaced-DATE beside the new one.
The restore is a record of its own in the chain, its end is the new anchor, and the till says so until a person has
read it. Holds of the lost records are known to PhonePe alone: ask there. Exit 0 only when all of it was done.
";

/// # Errors
/// A [`Stop`] with a sentence; the ledger is as it was unless the sentence says otherwise.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &["--accept-loss"], &["--from", "--profile"])?;
    let from = Path::new(options.needed("--from")?);
    let place = Place::look(options.value("--profile"))?;
    let _lock = lock_home(&place.home)?;
    let plan = Plan::make(&place, from)?;
    if plan.loses() && !options.has("--accept-loss") {
        return Ok(Outcome {
            is_fine: false,
            ..Outcome::fine(plan.would_lose())
        });
    }
    carry_out(&place, &plan)
}

fn carry_out(place: &Place, plan: &Plan<'_>) -> Result<Outcome, Stop> {
    let file = place.ledger_file();
    let now = Timestamp::now();
    let aside = file.with_file_name(format!(
        "ledger.sqlite.replaced-{}",
        now.strftime("%Y%m%dT%H%M%SZ")
    ));
    let had_one = file.exists();
    let record = stated(place, plan, now);
    let head = ledger::put_back(plan.from, &file, &aside, &record)
        .map_err(|fault| Stop::Wrong(format!("The backup was not put back: {fault}.")))?;
    if let Some(keyring) = &plan.keyring {
        keyring
            .set_blocking(Entry::LedgerHead, SecretString::from(head.to_line()))
            .map_err(|trouble| Stop::Wrong(not_anchored(&trouble.to_string())))?;
    }
    let mut text = format!("{} is the backup {}\n", file.display(), plan.from.display());
    // Writing into a String cannot fail.
    let _ = writeln!(text, "its end, with this restore as a record: {}", head.to_line());
    if had_one {
        let _ = writeln!(text, "the ledger that stood here is now {}", aside.display());
    }
    if plan.loses() {
        text.push_str(&plan.what_is_lost());
    }
    Ok(Outcome::fine(text))
}

fn not_anchored(why: &str) -> String {
    format!(
        "The backup was put back, but its end could not be put into the keyring ({why}): the till will call the ledger \
         changed. Unlock the keyring and run this restore again."
    )
}

fn stated(place: &Place, plan: &Plan<'_>, now: Timestamp) -> Record {
    let counter = place.settings.as_ref().map(|settings| settings.counter.clone());
    Record {
        at: Moment {
            wall_ms: now.as_millisecond(),
            mono_ms: 0,
            boot: "holdfast-admin".to_owned(),
        },
        by: Actor {
            cashier: "holdfast-admin restore".to_owned(),
            counter: counter.unwrap_or_default(),
            shift: 0,
        },
        fact: Fact::Restored {
            backup_seq: plan.backup.head.seq,
            reached_seq: plan.reached_seq(),
            sales: plan.loss.sales.iter().map(|sale| sale.our_ref.clone()).collect(),
        },
    }
}
