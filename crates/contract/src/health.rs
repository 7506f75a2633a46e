use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether something has to be done about a part of the till. In the order of their weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum HealthVerdict {
    Ok,
    /// Nothing is lost yet; it will not get better by itself.
    Watch,
    /// A person is needed now.
    Act,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum HealthPart {
    Provider,
    Clock,
    Queue,
    Books,
    Ledger,
    Backup,
    Disk,
    Keyring,
    Printer,
    Display,
    Hook,
    Log,
    Update,
    Program,
}

/// What was found about one part, with the figures of its sentence. Lengths of time in milliseconds; sizes as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export)]
pub enum HealthFound {
    ProviderUnasked,
    /// `of` answers are what the median is drawn of.
    ProviderAnswers {
        last_ms: u64,
        median_ms: u64,
        of: u32,
    },
    ProviderSlow {
        last_ms: u64,
        median_ms: u64,
        of: u32,
    },
    ProviderNoAnswer,
    ProviderUnreachable,
    ProviderWrongKey,
    /// There was no other clock to hold it against.
    ClockAlone,
    /// Ours less PhonePe's.
    ClockAgrees {
        off_ms: i64,
    },
    ClockOff {
        off_ms: i64,
    },
    /// Before this program was made.
    ClockLongPast,
    QueueEmpty,
    /// `rows` of runs wait for their turn; PhonePe owes an answer for `unanswered` sales.
    QueueWorks {
        unanswered: u32,
        rows: u32,
    },
    QueueNeedsPerson {
        sales: u32,
    },
    BooksChecking,
    BooksHold,
    BooksClosed,
    LedgerSize {
        size_text: String,
        records: u64,
    },
    BackupNone,
    BackupTaken {
        age_ms: i64,
    },
    BackupOld {
        age_ms: i64,
    },
    BackupFailed {
        why: String,
    },
    DiskUnread,
    DiskFree {
        free_text: String,
    },
    /// Less than the till should have to be left alone.
    DiskLow {
        free_text: String,
        wanted_text: String,
    },
    KeyringUnasked,
    KeyringReady,
    KeyringInMemory,
    KeyringLocked,
    KeyringMissing,
    KeyringBroken,
    PrinterNone,
    PrinterReady,
    /// Its roll is near its end.
    PrinterLow,
    /// What is wrong stands in the printer's settings.
    PrinterTrouble,
    DisplayOff,
    DisplayShows,
    /// There is no monitor for it: it was unplugged, or never plugged in.
    DisplayNoMonitor,
    /// Somebody has closed it.
    DisplayClosed,
    DisplayFailed,
    HookOff,
    /// `through` is a program's name or a host.
    HookWell {
        through: String,
    },
    /// What is wrong stands in the hook's settings.
    HookTrouble {
        through: String,
        waiting: u32,
    },
    LogKept,
    LogLost {
        lines: u64,
    },
    /// Nobody has chosen to ask.
    UpdateOff,
    UpdateUnasked,
    UpdateNewest,
    UpdateWaiting {
        version: String,
    },
    /// Installed already: it begins at the next start.
    UpdateInstalled {
        version: String,
    },
    /// The package lists know no such package, or it is not installed from there.
    UpdateNoPackage,
    /// This machine has no apt.
    UpdateNoApt,
    /// apt did not end in time and was ended.
    UpdateHung,
    /// apt failed, or what it said was not understood.
    UpdateUnclear,
    Program {
        version: String,
        up_ms: u64,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HealthLineView {
    pub part: HealthPart,
    pub verdict: HealthVerdict,
    pub found: HealthFound,
}

/// How every part of the till is, as of one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HealthView {
    pub at_ms: i64,
    /// The heaviest verdict of the lines.
    pub worst: HealthVerdict,
    pub lines: Vec<HealthLineView>,
}
