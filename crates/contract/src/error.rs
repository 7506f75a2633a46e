use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command was not taken. The window has one sentence for each; nothing was sent and nothing typed is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ErrorCode {
    AmountEmpty,
    AmountNotANumber,
    AmountTooFine,
    AmountZero,
    AmountNegative,
    AmountTooLarge,
    AmountOverTheHold,
    LineNoName,
    LineLongName,
    LineQuantity,
    LineTooMany,
    NoSuchLine,
    /// Neither rupees nor a percentage.
    Discount,
    /// Larger than what it is taken from.
    DiscountTooLarge,
    NoteLong,
    /// The bill belongs to a sale that is under way.
    BillLocked,
    /// `detail` is what was scanned.
    ScanUnknown,
    NoSuchItem,
    /// The catalogue is still being read.
    CatalogueReading,
    CatalogueUnreadable,
    /// A column that a catalogue needs is missing, or there is one that it does not know; `detail` says which.
    CatalogueColumns,
    /// An item is not right; `detail` is its column and why, as in a file's preview.
    ItemWrong,
    /// Lines of the file are wrong; `detail` is how many.
    CatalogueWrongLines,
    /// The catalogue was changed by somebody else since the file was looked at.
    CatalogueMoved,
    /// There is nothing to park.
    NothingToPark,
    /// `detail` is how many bills can be parked.
    ParkFull,
    ParkNameLong,
    NoSuchBill,
    /// The disk did not take the parked bills; nothing has changed. `detail` is why.
    BillsNotKept,
    MobileEmpty,
    MobileNotDigits,
    MobileWrongLength,
    MobileWrongStart,
    OtpEmpty,
    OtpNotDigits,
    OtpWrongLength,
    OtpNotAsked,
    OtpTooSoon,
    NoCustomer,
    NoAmount,
    /// The button was not armed, or was armed for something else: the screen has changed since.
    NotArmed,
    /// This press was taken already.
    AlreadyTaken,
    /// A request for this is still on its way.
    Busy,
    NoSuchSale,
    NotAllowedNow,
    /// Only a sale that is proved paid can be refunded.
    RefundNotPaid,
    /// Another refund of this sale is not at its end.
    RefundUnderWay,
    /// More than is left of what was captured; the rest is the particular.
    RefundOverTheRest,
    RefundNoReason,
    RefundLongReason,
    /// The reason has a phone number in it.
    RefundNumberInReason,
    /// Just looked; PhonePe asks not to be asked so often.
    LookedJustNow,
    KeyringLocked,
    KeyringMissing,
    KeyringBroken,
    /// The ledger can't be written: no new holds.
    BooksClosed,
    /// The ledger's chain is still being checked; nothing is written before.
    BooksChecking,
    /// Open questions are being looked up first.
    Recovering,
    /// The provider is not set up or its settings are refused.
    ProviderNotReady,
    /// A shift is open already.
    ShiftIsOpen,
    /// No shift is open.
    NoShift,
    ReasonEmpty,
    ReasonTooLong,
    NameEmpty,
    /// `detail` is how many letters it may have.
    NameTooLong,
    /// More than the drawer can hold would be paid out.
    CashOverDrawer,
    /// The drawer was not counted since its cash last moved.
    NotCounted,
    /// Open holds have no new owner, and nobody said that they are carried over; `detail` is how many.
    HoldsNotHandedOver,
    /// The disk did not take a file; there is no half of it. The particular is why.
    FileNotWritten,
    /// An account that cannot be right, whatever PhonePe says; `detail` says why. Nothing was sent.
    SetupUnusable,
    /// Keyring or settings did not take it; `detail` says why. Everything is as it was.
    SetupNotKept,
    /// What was named as a language has not the form of one.
    LanguageUnknown,
    /// Not a key that an action can have.
    KeyUnknown,
    /// A bare letter, digit or sign: it belongs to typing.
    KeyTypes,
    /// Enter, Tab, Esc, the arrows and the like have a meaning of their own everywhere.
    KeyFixed,
    /// The desktop, the window or a scanner needs it; `detail` is the key.
    KeyReserved,
    /// Another action has it; `detail` is that action.
    KeyTaken,
    /// Louder than loud.
    VolumeOutOfRange,
    /// The store's settings name no program that speaks.
    NoSpeech,
    /// The store's settings name no program that could tell customers, or the till is in training.
    NoHook,
    /// The customer's display was to stand on a monitor that nobody has named.
    NoSuchMonitor,
    /// The customer's display is turned off.
    DisplayOff,
    /// Nothing was selected.
    QueueNothing,
    /// More holds than one run takes; `detail` is how many it takes.
    QueueTooMany,
    /// The results of earlier runs are to be closed first.
    QueueResultsOpen,
    /// The hold's deadline is too near for a choice; `detail` is the least number of minutes.
    QueueTooLate,
    /// The days of a period are not days, or end before they begin.
    PeriodWrong,
    /// No sale was opened in the period.
    PeriodEmpty,
    /// More sales than one run asks about; `detail` is how many it takes.
    PeriodTooLong,
    /// No day of the calendar where the board's period begins, or where it ends.
    FilterFrom,
    FilterTo,
    /// The period ends before it begins.
    FilterDays,
    /// Not an amount that a hold can have: the least, or the most.
    FilterLeast,
    FilterMost,
    /// The least amount is above the most.
    FilterAmounts,
    ViewNameEmpty,
    /// `detail` is how many letters it may have.
    ViewNameLong,
    /// There is a line break or another sign that cannot be seen in it.
    ViewNameOdd,
    /// `detail` is how many views are kept.
    ViewsFull,
    /// The file of the saved views cannot be read; `detail` is why.
    ViewsUnreadable,
    /// Another run against PhonePe is under way.
    ReconcileUnderWay,
    NoteEmpty,
    NoteTooLong,
    /// The difference was closed already.
    DifferenceClosed,
    /// A settlement file is larger than the window takes; `detail` is the limit.
    FileTooLarge,
    FileTooManyRows,
    /// There is no line but the header.
    FileEmpty,
    /// `detail` is the number of the line, from one.
    FileNotUtf8,
    /// Not the form of a CSV file; `detail` says where and how.
    FileNotCsv,
    /// A column that was chosen is not in the header, or none was chosen; `detail` says which, and what was found.
    FileColumnMissing,
    /// A cell is no amount; `detail` says where, and what stands there.
    FileAmount,
    /// The file and the books have hardly anything in common; `detail` is how many differences there would be.
    FileOfAnotherPeriod,
    /// The engine has stopped.
    Stopped,
    /// Nobody is signed in.
    TillLocked,
    /// The store's rules say no to whoever is signed in.
    NotAllowedForYou,
    /// A manager's PIN is asked for, in the same place; nothing was done yet.
    ManagerNeeded,
    NameOddCharacter,
    NameTaken,
    NoSuchPerson,
    LastManager,
    FirstIsManager,
    /// Nobody removes or demotes himself.
    NotYourself,
    PinEmpty,
    PinNotDigits,
    PinWrongLength,
    PinTooEasy,
    /// The name and the PIN do not go together.
    PinWrong,
    /// After wrong PINs; `detail` is the number of seconds that are left.
    PinWait,
    /// The PINs were made with a key that this keyring does not have.
    PinKeyGone,
    RuleLocksOut,
    RuleNoAmount,
    RuleWeaker,
    IdleOutOfRange,
    /// No printer is set up.
    PrinterNotSetUp,
    /// The same paper is on its way already.
    PaperUnderWay,
    /// The sale has not come to anything that could be put on paper.
    NothingToPrint,
    /// The printer's address is longer than one can be, or has blanks in it.
    PrinterAddress,
    /// `detail` is how many letters the shop's name may have.
    ShopNameLong,
}

/// A coded refusal with an optional particular (such as the number of digits that were typed).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct UiError {
    pub code: ErrorCode,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub detail: Option<String>,
}

impl From<ErrorCode> for UiError {
    fn from(code: ErrorCode) -> UiError {
        UiError { code, detail: None }
    }
}

impl std::fmt::Display for UiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.code)
    }
}
