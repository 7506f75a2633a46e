use domain::{OurRef, QueueRefusal, ReconcileRefusal, Refusal, ShiftRefusal};
use rusqlite::ErrorCode;

/// Why the ledger did not do it. Each is a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    #[error("another program is using this ledger")]
    Locked,
    #[error(
        "this ledger was written by a newer version of the program (form {found}; this one knows {ours})"
    )]
    Newer { found: i32, ours: i32 },
    #[error("this ledger belongs to the profile {found}, not to {wanted}")]
    WrongProfile { found: String, wanted: String },
    #[error("the ledger is damaged: {0}")]
    Damaged(String),
    #[error("the ledger cannot be written: {0}")]
    NotWritable(String),
    #[error("the disk is full")]
    DiskFull,
    #[error("the ledger is in a place that is not safe: {0}")]
    UnsafePlace(String),
    #[error("SQLite {found} is too old: it can lose records; 3.51.3 is the oldest that is taken")]
    OldSqlite { found: String },
    #[error("SQLite did not take the setting {setting}: it is {found}")]
    Setting { setting: String, found: String },
    #[error(
        "an earlier record could not be written; nothing new is asked until the ledger has been opened again"
    )]
    Poisoned,
    #[error("refused: {0}")]
    Refused(Refusal),
    #[error("refused: {0}")]
    Shift(ShiftRefusal),
    #[error("refused: {0}")]
    Queue(QueueRefusal),
    #[error("refused: {0}")]
    Reconcile(ReconcileRefusal),
    #[error("refused: the Z of shift {0} does not say what the records say")]
    WrongZ(u32),
    #[error("the ledger knows no sale {0}")]
    NoSuchSale(OurRef),
    #[error("a file with the name {0} is already there")]
    AlreadyThere(String),
    #[error("the ledger's thread has ended")]
    Stopped,
    #[error("the ledger: {0}")]
    Sqlite(String),
}

impl From<Refusal> for LedgerError {
    fn from(refusal: Refusal) -> Self {
        LedgerError::Refused(refusal)
    }
}

impl From<ShiftRefusal> for LedgerError {
    fn from(refusal: ShiftRefusal) -> Self {
        LedgerError::Shift(refusal)
    }
}

impl From<QueueRefusal> for LedgerError {
    fn from(refusal: QueueRefusal) -> Self {
        LedgerError::Queue(refusal)
    }
}

impl From<ReconcileRefusal> for LedgerError {
    fn from(refusal: ReconcileRefusal) -> Self {
        LedgerError::Reconcile(refusal)
    }
}

impl LedgerError {
    /// The record was not taken and nothing is wrong with the ledger.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(
            self,
            LedgerError::Refused(_)
                | LedgerError::NoSuchSale(_)
                | LedgerError::Shift(_)
                | LedgerError::Queue(_)
                | LedgerError::Reconcile(_)
                | LedgerError::WrongZ(_)
        )
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(fault: rusqlite::Error) -> Self {
        let text = fault.to_string();
        let Some(code) = fault.sqlite_error_code() else {
            // What is left is a value that is not of its column's form: rows that nobody of ours wrote.
            return if is_of_a_value(&fault) {
                LedgerError::Damaged(text)
            } else {
                LedgerError::Sqlite(text)
            };
        };
        if matches!(code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) {
            LedgerError::Locked
        } else if matches!(code, ErrorCode::DiskFull) {
            LedgerError::DiskFull
        } else if matches!(
            code,
            ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
        ) {
            LedgerError::NotWritable(text)
        } else if matches!(
            code,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::ConstraintViolation
        ) {
            LedgerError::Damaged(text)
        } else {
            LedgerError::Sqlite(text)
        }
    }
}

fn is_of_a_value(fault: &rusqlite::Error) -> bool {
    matches!(
        fault,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::QueryReturnedNoRows
    )
}

impl From<std::io::Error> for LedgerError {
    fn from(fault: std::io::Error) -> Self {
        if matches!(
            fault.kind(),
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
        ) {
            LedgerError::DiskFull
        } else {
            LedgerError::NotWritable(fault.to_string())
        }
    }
}
