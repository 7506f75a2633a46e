use crate::catalogue::{ReadCatalogue, StagedCatalogue};
use crate::display::DisplayStanding;
use crate::home::Footprint;
use crate::news::HookStanding;
use crate::paper::{PaperOrder, Printed, PrinterStands};
use crate::ports::{Books, Connected, NotReady, Prepared, VaultEntry, VaultTrouble};
use crate::reconcile::ComparedFile;
use crate::staff::PinTrouble;
use crate::updates::UpdateAnswer;
use contract::{Command, Preferences};
use domain::{Heard, Pin};
use secrecy::SecretString;

/// Which question an answer belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u64);

/// Everything that can happen to the engine.
pub enum Input {
    Command(Command),
    Heard(Tag, Heard),
    SecretRead(Tag, Result<Option<SecretString>, VaultTrouble>),
    /// A write or delete in the keyring ended.
    SecretWritten(Result<(), VaultTrouble>),
    Connected(Result<Connected, NotReady>),
    /// The ledger's chain was checked.
    BooksChecked(Result<(), BooksTrouble>),
    /// After the books were closed: the ledger was opened again and its chain holds, or why not.
    BooksOpened(Result<Box<dyn Books>, BooksTrouble>),
    /// A daily backup was taken (when, in milliseconds since 1970), or why it could not be.
    BackedUp(Result<i64, String>),
    /// What is left of the home's disk.
    DiskSeen(Footprint),
    /// Whether a PIN was the right one.
    PinChecked(Tag, Result<bool, PinTrouble>),
    /// A new PIN's hash, as a PHC string.
    PinHashed(Tag, Result<String, PinTrouble>),
    /// A settlement file was compared with the books; its answer is whether that was written down.
    SettlementCompared(ComparedFile),
    /// The catalogue was read beside the start, or why it could not be.
    CatalogueRead(Result<ReadCatalogue, String>),
    /// A person has changed the catalogue; its answer is whether it is the store's now.
    CatalogueChanged(StagedCatalogue),
    /// The preferences were written, or why not.
    PreferencesKept(Result<(), String>),
    /// An amount was spoken, or why not.
    Spoken(Result<(), String>),
    /// How it goes with telling customers.
    Hook(HookStanding),
    /// How the customer's display stands.
    Display(DisplayStanding),
    /// What the package lists say of newer versions.
    UpdateAnswered(UpdateAnswer),
    /// What became of a paper that was ordered.
    Printed(Tag, Printed),
    /// How the printer stands, said by itself.
    PrinterStands(PrinterStands),
    /// A moment that was asked for has come.
    Tick,
}

/// What the loop is to do; its answers come back as [`Input`]s.
pub enum Effect {
    Send(Tag, Prepared),
    ReadSecret(Tag, VaultEntry),
    WriteSecret(VaultEntry, SecretString),
    DeleteSecret(VaultEntry),
    /// Against this PHC string; without one the answer is no, after as long.
    CheckPin(Tag, Pin, Option<String>),
    HashPin(Tag, Pin),
    KeepPreferences(Preferences),
    AskForUpdate,
    Print(Tag, Box<PaperOrder>),
    /// From now on this printer; empty: none.
    UsePrinter(String),
    Connect,
}

/// Why the ledger cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BooksTrouble {
    CannotOpen(String),
    Newer(String),
    Damaged(String),
    Tampered(String),
    CannotWrite(String),
    /// The ledger refused what the engine was sure of, or a record stands elsewhere than memory says.
    Contradicted(String),
    /// There is no home or there are no settings to open a ledger by; only a new start can help.
    Unusable(String),
}
