use crate::{
    ActionId, CartCommand, DisplayCommand, PaperCommand, PreferencesCommand, QueueCommand, ReconcileCommand,
    RefundCommand, ShiftCommand, StaffCommand, UiError,
};
use domain::{OurRef, SaleMode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A command was taken. Its outcome arrives in a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Accepted {
    /// The revision of the view that shows the command's first effect.
    pub revision: u64,
}

/// All that a cashier can ask for. There is no "mark as paid", no free reference and no amount that is not typed.
/// No `Debug`: it carries what was typed, an OTP among it.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "command", rename_all = "snake_case")]
#[ts(export)]
pub enum Command {
    /// Starts afresh: empty cart, no customer. Open holds stay where they are. Also "next customer".
    NewSale,
    /// The amount field: adds the quick line or replaces it.
    AmountSet {
        text: String,
    },
    LineAdd {
        name: String,
        quantity: String,
        price: String,
    },
    LineChange {
        id: u32,
        quantity: String,
        price: String,
    },
    LineRemove {
        id: u32,
    },
    /// Items, discounts, notes, parked bills, and what was delivered.
    Cart(CartCommand),
    /// Sends an OTP unless the number is linked on this till.
    MobileSubmit {
        text: String,
    },
    OtpSubmit {
        text: String,
    },
    OtpResend,
    /// Sends an OTP to the same number after PhonePe refused the token. The cart stays.
    Relink,
    /// Puts the customer aside; the link stays.
    CustomerChange,
    /// Ends the link at PhonePe and forgets the token.
    CustomerUnlink,
    BalanceRefresh,
    SaleModeSet {
        #[ts(type = "\"hold\" | \"charge\"")]
        mode: SaleMode,
    },
    /// The money button: holds (or charges) when it says Pay, opens the top-up when it says Top-up.
    Press {
        action_id: ActionId,
    },
    /// Chooses another top-up amount among the suggested ones.
    TopUpChoose {
        amount_paise: i64,
    },
    /// Reads the balance again while the customer tops up.
    TopUpCheck,
    /// Leaves the top-up; nothing was charged by it.
    TopUpLeave,
    /// Brings a sale to the front: from the open-holds strip or the board.
    SaleOpen {
        #[ts(type = "string")]
        our_ref: OurRef,
    },
    /// Puts the sale on the screen aside. A failed one gives its bill back, to be tried again as a new sale.
    SaleLeave,
    /// Shows the panel with both halves: what is captured, what is released.
    CaptureReview {
        amount_text: String,
    },
    ReleaseReview,
    ReviewClose,
    CaptureConfirm {
        action_id: ActionId,
    },
    ReleaseConfirm {
        action_id: ActionId,
    },
    LookNow {
        #[ts(type = "string")]
        our_ref: OurRef,
    },
    /// Captures and releases of many holds, and what is done at a deadline.
    Queue(QueueCommand),
    /// Comparing the books with PhonePe.
    Reconcile(ReconcileCommand),
    /// Money that goes back after it was captured.
    Refund(RefundCommand),
    /// A person has read that the ledger was put back from a backup and what follows from it.
    RestoreSeen,
    /// Asks PhonePe whether the merchant id and salt key are right, and reads the keyring again.
    SettingsCheck,
    /// The people at the till.
    Staff(StaffCommand),
    /// Opening, cash, hand-over, count and closing of a shift.
    Shift(ShiftCommand),
    /// Putting on paper what the books say.
    Paper(PaperCommand),
    /// What is chosen for this till: its language and the like.
    Preferences(PreferencesCommand),
    /// What is done with the customer's display.
    Display(DisplayCommand),
}

/// The commands of the window's access list, by the names Tauri knows them.
pub const COMMANDS: &[&str] = &[
    "subscribe",
    "act",
    "holds_page",
    "hold_timeline",
    "shift_page",
    "pictures",
    "differences_page",
    "settlement_preview",
    "settlement_import",
    "phone_open",
    "topup_open",
    "export_salvage",
    "evidence_pack",
    "books_check",
    "books_retry",
    "health",
    "support_preview",
    "support_save",
    "lessons",
    "setup_check",
    "setup_keep",
    "setup_restart",
    "views_list",
    "views_save",
    "views_delete",
    "catalogue_search",
    "catalogue_find",
    "catalogue_page",
    "catalogue_change",
    "catalogue_preview",
    "catalogue_import",
    "catalogue_export",
    "paper_preview",
    "paper_pdf",
    "paper_languages",
];

/// The one command of the customer's display, which takes part in nothing else.
pub const CUSTOMER_COMMANDS: &[&str] = &["customer_subscribe"];

/// What a command answers.
pub type Answered = Result<Accepted, UiError>;
