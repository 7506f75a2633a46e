//! Putting a backup in the place of a ledger. What stands there is moved aside, never deleted, and the act is a record of
//! the ledger that goes on.

use crate::chain::{self, Head};
use crate::verify::{AnchorVerdict, judge};
use crate::writer::Writer;
use crate::{LedgerError, Salvage, open, place, replay};
use domain::{Fact, OurRef, Paise, Record};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A backup that proves itself: its chain and its projections hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvedBackup {
    pub profile: String,
    /// The random id that was made with the ledger.
    pub installation: String,
    pub head: Head,
    /// Against the anchor. [`AnchorVerdict::CutOff`] says only that it is older than the anchor.
    pub anchor: AnchorVerdict,
}

/// What would go if a backup took a ledger's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// The id of the ledger that stands there, if it can be read.
    pub installation: Option<String>,
    /// Its last record that can be read; zero: none.
    pub reached_seq: u64,
    /// The backup's last record stands in it, so that it goes on where the backup ends.
    pub goes_on: bool,
    pub sales: Vec<LostSale>,
}

/// A sale with records that the backup does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostSale {
    pub our_ref: OurRef,
    /// `None`: it was opened before the backup's end, or its opening cannot be read.
    pub amount_paise: Option<Paise>,
}

/// Proves a backup without touching it or the files beside it.
///
/// # Errors
/// [`LedgerError::Damaged`] when it does not verify; [`LedgerError::Newer`], [`LedgerError::UnsafePlace`],
/// [`LedgerError::NotWritable`] when there is no such file.
pub fn prove_backup(path: &Path, anchor: Option<&Head>) -> Result<ProvedBackup, LedgerError> {
    place::check_file(path)?;
    if fs::metadata(place::with_ending(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        let why = "a log stands beside it: it is a ledger in use or a copy of one, and not a backup";
        return Err(LedgerError::Damaged(why.to_owned()));
    }
    let conn = open::read_only(path, true)?;
    open::must_be_ours(&conn)?;
    let walk = chain::walk(&conn);
    walk.chain
        .map_err(|fault| LedgerError::Damaged(format!("the backup does not verify: {fault}")))?;
    let is_of_this_form = open::meta(&conn, "projection")? == open::PROJECTION;
    if is_of_this_form {
        replay::compare(&conn).map_err(|difference| {
            LedgerError::Damaged(format!("the backup does not verify: {difference}"))
        })?;
    }
    Ok(ProvedBackup {
        profile: open::meta(&conn, "profile")?,
        installation: open::meta(&conn, "installation")?,
        anchor: judge(&conn, anchor, &walk.head),
        head: walk.head,
    })
}

/// What of the ledger at `path` the backup does not have, as far as it can be read. Nothing is changed.
#[must_use]
pub fn loss(path: &Path, backup: &Head) -> Loss {
    let Ok(salvage) = Salvage::open(path) else {
        return Loss::default();
    };
    let mut loss = Loss {
        installation: salvage.installation(),
        ..Loss::default()
    };
    let mut sales: BTreeMap<OurRef, Option<Paise>> = BTreeMap::new();
    for event in salvage.events() {
        loss.reached_seq = event.seq;
        loss.goes_on |= event.seq == backup.seq && event.hash_hex == backup.hash_hex;
        let fact = event
            .record
            .filter(|_| event.seq > backup.seq)
            .map(|record| record.fact);
        if let Some((fact, our_ref)) = fact.as_ref().and_then(|fact| Some((fact, fact.our_ref()?))) {
            let amount = sales.entry(our_ref.clone()).or_default();
            *amount = amount.or(opened_with(fact));
        }
    }
    loss.goes_on |= backup.seq == 0;
    loss.sales = sales
        .into_iter()
        .map(|(our_ref, amount_paise)| LostSale {
            our_ref,
            amount_paise,
        })
        .collect();
    loss
}

/// Puts a copy of the backup in the ledger's place with `record` as its next event; what stood there is renamed to
/// `aside` with the same endings. Returns the new end of the chain, which is to be anchored. A crash in between leaves
/// the old files under one of the two names.
///
/// # Errors
/// [`LedgerError::Locked`] while a till uses the ledger; otherwise nothing was moved, or the disk's word.
pub fn put_back(backup: &Path, ledger: &Path, aside: &Path, record: &Record) -> Result<Head, LedgerError> {
    let folder = place::prepare_folder(ledger)?;
    let _lock = place::lock(ledger)?;
    let copy = place::with_ending(ledger, ".restoring");
    remove_all(&copy)?;
    let head = match copy_with(backup, &copy, record) {
        Ok(head) => head,
        Err(fault) => {
            remove_all(&copy)?;
            return Err(fault);
        }
    };
    remove_if_there(&place::with_ending(&copy, ".lock"))?;
    for ending in ENDINGS {
        let old = place::with_ending(ledger, ending);
        if fs::symlink_metadata(&old).is_ok() {
            fs::rename(&old, place::with_ending(aside, ending))?;
        }
    }
    fs::rename(&copy, ledger)?;
    place::sync_folder(&folder)?;
    Ok(head)
}

const ENDINGS: [&str; 3] = ["", "-wal", "-shm"];

/// Written, closed into one file, and proved once more as it will stand.
fn copy_with(backup: &Path, copy: &Path, record: &Record) -> Result<Head, LedgerError> {
    place::prepare_file(copy)?;
    fs::copy(backup, copy)?;
    fs::File::open(copy)?.sync_all()?;
    let profile = open::meta(&open::read_only(copy, true)?, "profile")?;
    let body = serde_json::to_vec(record).map_err(|why| LedgerError::Damaged(why.to_string()))?;
    let mut writer = Writer::new(open::writing(copy, &profile)?, Some(place::lock(copy)?))?;
    writer.append(record, &body)?;
    let head = writer.head();
    drop(writer);
    prove_backup(copy, Some(&head)).map(|_| head)
}

fn opened_with(fact: &Fact) -> Option<Paise> {
    if let Fact::Intent {
        opening: Some(opening),
        ..
    } = fact
    {
        Some(opening.amount_paise)
    } else {
        None
    }
}

fn remove_all(copy: &Path) -> Result<(), LedgerError> {
    remove_if_there(&place::with_ending(copy, ".lock"))?;
    for ending in ENDINGS {
        remove_if_there(&place::with_ending(copy, ending))?;
    }
    Ok(())
}

fn remove_if_there(path: &PathBuf) -> Result<(), LedgerError> {
    match fs::remove_file(path) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(fault.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}
