//! One payment as a PDF, for somebody who doubts it.

use crate::new_file::{NewFile, not_written};
use crate::options::Options;
use crate::outcome::{Outcome, Stop};
use crate::place::Place;
use domain::OurRef;
use jiff::Timestamp;
use ledger::Reader;
use receipts::evidence_pack;
use std::io::Write;
use std::path::Path;

pub const HELP: &str = "\
holdfast-admin evidence --ref ID --out FILE [--profile NAME]

  --ref ID         the payment's own id, as it stands on the holds board: S and 26 more letters and digits
  --out FILE       a PDF; replaced in one step, and readable by its owner alone; in the till's own home only a new file
  --profile NAME   training, uat or production; without it, the one that the till opens in

Amounts, every request and reply with who, when and hash, and how to check them. Works while the till runs.
";

/// # Errors
/// A [`Stop`] with a sentence; no file was made or replaced then.
pub fn run(words: &[String]) -> Result<Outcome, Stop> {
    let options = Options::read(words, &[], &["--ref", "--out", "--profile"])?;
    let our_ref: OurRef = options
        .needed("--ref")?
        .parse()
        .map_err(|_| Stop::usage("--ref is a payment's own id: S and 26 more letters and digits."))?;
    let out = Path::new(options.needed("--out")?);
    let place = Place::look(options.value("--profile"))?;
    let story = Reader::open(&place.ledger_file())
        .and_then(|reader| reader.story(&our_ref))
        .map_err(|fault| Stop::Wrong(format!("The ledger cannot be read: {fault}.")))?
        .ok_or_else(|| Stop::Wrong(format!("There is no payment {our_ref} in this ledger.")))?;
    let provider = place
        .settings
        .as_ref()
        .and_then(|settings| settings.provider.as_ref());
    let merchant_id = provider
        .filter(|provider| provider.profile == place.profile)
        .map(|provider| provider.merchant_id.as_str());
    let pdf = evidence_pack(&story, merchant_id, Timestamp::now().as_millisecond()).map_err(Stop::wrong)?;
    let mut file = NewFile::begin(out, place.home.root())?;
    file.writer().write_all(&pdf).map_err(not_written)?;
    file.keep()?;
    Ok(Outcome::fine(format!(
        "The evidence for {our_ref} is in {}\n",
        out.display()
    )))
}
