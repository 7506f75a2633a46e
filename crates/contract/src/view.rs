use crate::{
    BillView, BillsView, DeliveredView, LineTermsView, PlanView, PreferencesView, PrinterView, QueueView,
    ReconcileView, RefundPanelView, ShiftView, SoundView, StaffView, UpdateView,
};
use domain::{SaleMode, SaleState, Word};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Made by the engine when a money button is armed; good for one press of that button as it stood then.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ActionId(pub String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ProfileName {
    Training,
    Uat,
    Production,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ProviderState {
    /// Nothing was asked yet.
    Unasked,
    Good,
    Slow,
    /// A request may have arrived; no reply did.
    NoAnswer,
    /// Nothing can be sent.
    Unreachable,
    /// The last reply said that the signature is wrong: the salt key or its index is.
    WrongKey,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum BooksState {
    /// The chain is being checked; no hold is asked before it is done.
    Checking,
    InOrder,
    /// Read-only: see the notice.
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum KeyringState {
    Unasked,
    Ready,
    Locked,
    Missing,
    Broken,
    /// Training without a keyring: links are forgotten at exit.
    InMemory,
}

/// The lamps in the top bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LampsView {
    pub provider: ProviderState,
    pub latency_ms: Option<u64>,
    pub books: BooksState,
    pub keyring: KeyringState,
    /// Sales that PhonePe still owes an answer for.
    pub queue: u32,
}

/// Something the cashier must know before anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum NoticeCode {
    KeyringLocked,
    KeyringMissing,
    KeyringBroken,
    SaltKeyMissing,
    LedgerDamaged,
    LedgerNewer,
    LedgerCannotOpen,
    LedgerTampered,
    LedgerCannotWrite,
    /// The ledger refused what the engine was sure of: one of the two is wrong.
    LedgerContradicted,
    /// Put back from a backup; `detail` is the number of records that are gone. Shown until a person has read it.
    LedgerRestored,
    BackupFailed,
    /// The disk of the books is nearly full; `detail` is what is free. Told before anything fails.
    DiskLow,
    /// The wall clock was changed while the till ran; `detail` says by how much.
    ClockChanged,
    ProviderSettingsRefused,
    Recovering,
    AnotherTillRuns,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NoticeView {
    pub code: NoticeCode,
    /// The window shows nothing but this (a ledger that cannot be used). Otherwise it is a bar above the till.
    pub blocks: bool,
    /// A particular for a manager or support; plain text, not the sentence itself.
    pub detail: Option<String>,
    /// Export of what can be read is offered.
    pub can_export: bool,
}

/// What is known of the money while the till takes none, because its books cannot be used. Shown with the notice; the
/// sales are those of the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StopView {
    /// `books_retry` may bring the till back without a new start.
    pub can_retry: bool,
    /// The open sales could be read before the till stopped. Otherwise nothing can be said here about any of them.
    pub sales_known: bool,
    /// PhonePe is asked about open sales.
    pub asking: bool,
    /// Sales of the strip that stand further than the books say: PhonePe answered, and nothing could be written.
    pub unwritten: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LineView {
    pub id: u32,
    /// Empty for the quick amount line.
    pub name: String,
    pub quick: bool,
    pub quantity_text: String,
    pub price_text: String,
    /// The price as an input field takes it.
    pub price_field: String,
    pub amount_text: String,
    pub terms: LineTermsView,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CartView {
    pub lines: Vec<LineView>,
    pub total_paise: i64,
    pub total_text: String,
    /// False while the bill is locked by a hold on its way.
    pub editable: bool,
    pub bill: BillView,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CustomerState {
    /// Ask for the mobile number.
    None,
    /// The keyring is asked whether the number is linked here.
    LookingUp,
    /// An OTP is being asked for.
    SendingOtp,
    /// Ask for the OTP.
    OtpAsked,
    /// The OTP is being checked.
    Verifying,
    Linked,
    /// PhonePe refused the token; `relink` sends a new OTP. Nothing is sent before.
    RelinkNeeded,
    Unlinking,
    /// PhonePe said no for good (blocked, blacklisted, limit): see `error`.
    Stopped,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CustomerView {
    pub state: CustomerState,
    /// `•••••• 3210`
    pub masked: Option<String>,
    pub linked_at_ms: Option<i64>,
    /// When another OTP may be asked for.
    pub resend_at_ms: Option<i64>,
    /// What went wrong last, in our words.
    pub error: Option<WhyView>,
    /// PhonePe's words about it, verbatim.
    pub provider_words: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum WalletState {
    /// Not asked: no customer, or no amount and no wish to top up.
    Unasked,
    Reading,
    /// The figures answer for the amount that stands in the cart.
    Fresh,
    /// The amount changed, or the read failed: the figures are old.
    Stale,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WalletView {
    pub state: WalletState,
    pub usable_text: Option<String>,
    pub read_at_ms: Option<i64>,
    pub due_text: String,
    pub short_text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ButtonKind {
    Pay,
    TopUpAndPay,
    TopUp,
}

/// Why a button is greyed or an attempt failed: a code for our sentence (what it means, what would unlock it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum WhyCode {
    NoAmount,
    NoCustomer,
    OtpPending,
    RelinkNeeded,
    /// "Amount changed, checking again"
    Checking,
    BalanceTooLowTopUpPossible,
    NotPossible,
    TopUpOnlyPossible,
    TopUpNotPossible,
    Ready,
    ReadyCharge,
    Sending,
    Offline,
    KeyringNotReady,
    BooksClosed,
    BooksChecking,
    Recovering,
    /// Shifts are used here, and none is open.
    NoShift,
    ProviderNotReady,
    WrongKey,
    WrongOtp,
    OtpExpired,
    OtpTokenInvalid,
    OtpAlreadyUsed,
    OtpLimit,
    TooManyRequests,
    UserBlocked,
    UserBlacklisted,
    UserUnknown,
    DeviceRefused,
    RequestRefused,
    Fraud,
    HoldNotSent,
    HoldRefused,
    HoldAbsent,
    CaptureNotSent,
    CaptureRefused,
    CaptureTooLate,
    CaptureBlocked,
    CancelNotSent,
    CancelRefused,
    PaymentFailed,
    NoAnswer,
    /// There was an answer, and it settles nothing.
    AnswerUnclear,
    LinkUnknown,
    Contradicted,
    Mismatch,
    FoundCaptured,
    TopUpFailed,
    UnlinkFailed,
    /// Over the limit of whoever is signed in: pressed, it asks for a manager's PIN.
    ManagerWillBeAsked,
    /// Whoever is signed in may not do this, with no PIN.
    NotAllowedForYou,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WhyView {
    pub code: WhyCode,
    /// An amount that belongs into the sentence, formatted.
    pub amount_text: Option<String>,
    /// A figure or short word that belongs into the sentence.
    pub detail: Option<String>,
}

/// The one money button of the till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ButtonView {
    pub kind: ButtonKind,
    pub amount_text: String,
    /// `None`: greyed.
    pub action_id: Option<ActionId>,
    /// PhonePe's words, verbatim (control and direction marks made visible).
    pub provider_words: Option<String>,
    pub why: WhyView,
}

/// A QR code as rows of `0` and `1`, dark is `1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QrView {
    pub size: u32,
    pub rows: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SuggestedAmount {
    pub amount_paise: i64,
    pub amount_text: String,
    pub chosen: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TopUpView {
    /// `None` while the link is being asked for, or when it failed (`error`).
    pub qr: Option<QrView>,
    /// The link is https on an allowed host and may be opened in the locked-down window.
    pub can_open: bool,
    pub suggested: Vec<SuggestedAmount>,
    pub chosen_text: String,
    pub waiting: bool,
    pub error: Option<WhyView>,
    pub provider_words: Option<String>,
}

/// The next look at an unanswered sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LookView {
    pub next_at_ms: i64,
    pub done: u32,
    pub of: u32,
    /// The fast schedule is over: it stands in the manager's queue and is looked at slowly.
    pub slow: bool,
    /// A look is on its way now.
    pub looking: bool,
}

/// What is known of the money, apart from the hold. Held, captured and truly paid are three different facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum MoneyWord {
    NotAsked,
    NotSureYet,
    /// Captured; the transaction status has not proved it yet.
    Captured,
    Paid,
    Failed,
    Released,
}

/// A sale on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SaleView {
    pub our_ref: String,
    pub provider_ref: Option<String>,
    /// The state's name in the state table: `Held`, `Paid`, …
    #[ts(type = "string")]
    pub state: SaleState,
    #[ts(type = "\"sending\" | \"not_sure_yet\" | \"held\" | \"captured\" | \"released\" | \"failed\"")]
    pub word: Word,
    pub money: MoneyWord,
    #[ts(type = "\"hold\" | \"charge\"")]
    pub mode: SaleMode,
    pub masked: String,
    pub held_paise: i64,
    pub held_text: String,
    /// The held amount as an input field takes it.
    pub held_field: String,
    /// What the final amount's field begins with: what was delivered, or else what is held; empty when nobody knows yet.
    pub capture_field: String,
    pub captured_text: Option<String>,
    pub released_text: Option<String>,
    /// What was asked to be captured, while it is under way.
    pub capture_text: Option<String>,
    pub asked_at_ms: i64,
    pub deadline_at_ms: Option<i64>,
    /// What will be done by itself a little before the deadline.
    pub plan: Option<PlanView>,
    pub expiry_ms: i64,
    pub paid_at_ms: Option<i64>,
    pub can_capture: bool,
    pub can_release: bool,
    pub can_look: bool,
    /// It failed and nothing was taken: `sale_leave` goes back to the bill.
    pub can_leave: bool,
    /// The unknown-outcome panel is shown.
    pub unknown: bool,
    /// It needs a person: a mismatch or contradiction, or the schedule ran out.
    pub needs_person: bool,
    pub alarm: bool,
    pub look: Option<LookView>,
    pub why: Option<WhyView>,
    pub provider_words: Option<String>,
    pub code: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReviewKind {
    Capture,
    Release,
}

/// The panel before an irreversible step: both halves and a fresh button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReviewView {
    pub kind: ReviewKind,
    pub our_ref: String,
    pub capture_text: String,
    pub release_text: String,
    /// What was delivered, once somebody has said so.
    pub delivered: Option<DeliveredView>,
    pub action_id: ActionId,
}

/// One sale in the strip of open holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OpenHoldView {
    pub our_ref: String,
    #[ts(type = "string")]
    pub state: SaleState,
    #[ts(type = "\"sending\" | \"not_sure_yet\" | \"held\" | \"captured\" | \"released\" | \"failed\"")]
    pub word: Word,
    pub money: MoneyWord,
    pub amount_text: String,
    pub masked: String,
    pub deadline_at_ms: Option<i64>,
    pub expiry_ms: i64,
    pub next_look_at_ms: Option<i64>,
    pub ended_at_ms: Option<i64>,
    pub needs_person: bool,
    pub on_screen: bool,
}

/// What the settings screen shows. No secret is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SettingsView {
    pub base_url: String,
    pub merchant_id: String,
    pub salt_index: u32,
    pub salt_key_present: Option<bool>,
    pub device_id: Option<String>,
    pub expiry_minutes: u32,
    pub version: String,
    pub ledger_events: u64,
    pub head_text: String,
    /// The last daily backup of this run.
    pub backup_at_ms: Option<i64>,
    /// Why the last one could not be taken.
    pub backup_failed: Option<String>,
    pub checking: bool,
    /// The last answer of a settings check.
    pub check: Option<WhyView>,
}

/// The whole truth of the window; sent after each change with a higher `revision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TillView {
    pub revision: u64,
    /// The engine's wall clock when the view was made: the window's countdowns follow it, not its own idea of now.
    pub now_ms: i64,
    pub profile: ProfileName,
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub lamps: LampsView,
    pub notice: Option<NoticeView>,
    /// Only while the books are closed.
    pub stop: Option<StopView>,
    pub cart: CartView,
    pub customer: CustomerView,
    pub wallet: WalletView,
    #[ts(type = "\"hold\" | \"charge\"")]
    pub mode: SaleMode,
    pub button: ButtonView,
    pub top_up: Option<TopUpView>,
    pub sale: Option<SaleView>,
    pub review: Option<ReviewView>,
    /// The panel before a refund.
    pub refund: Option<RefundPanelView>,
    /// Captures and releases of many holds.
    pub queue: QueueView,
    /// Comparing the books with PhonePe.
    pub reconcile: ReconcileView,
    /// Parked bills and the catalogue.
    pub bills: BillsView,
    pub strip: Vec<OpenHoldView>,
    /// Open holds that have no place in the strip; the board has them.
    pub strip_more: u32,
    pub settings: SettingsView,
    pub staff: StaffView,
    pub shift_desk: ShiftView,
    pub printer: PrinterView,
    pub preferences: PreferencesView,
    /// What is to be heard, if it was not heard yet; null: nothing since the start.
    pub sound: Option<SoundView>,
    /// A newer version of the program, where it may be told: between shifts, in front of no sale.
    pub update: Option<UpdateView>,
}
