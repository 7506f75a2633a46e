use crate::QrView;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the customer's display is to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DisplayPlace {
    /// On the first monitor that the till's own window does not stand on.
    #[default]
    OtherMonitor,
    /// On the monitor that `monitor` names, and on no other.
    Named,
    /// In an ordinary window that people move themselves.
    Window,
}

/// What is chosen about the customer's display.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(default)]
pub struct DisplayPreferences {
    /// Off until somebody turns it on: there is then no second window at all.
    pub shows: bool,
    pub place: DisplayPlace,
    /// A monitor by its name in `DisplayStandingView`; only for `named`.
    pub monitor: String,
    /// The name of a catalogue, as for the till's window; empty: the till's language.
    pub language: String,
}

/// What whoever stands at the till may do with the display.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "display", rename_all = "snake_case")]
#[ts(export)]
pub enum DisplayCommand {
    /// Another language for the customer of now; the next one has the chosen one again.
    Language { language: String },
    /// Opens it again after somebody has closed it.
    Again,
}

/// How the display's window is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DisplayState {
    /// It is not wanted.
    #[default]
    Off,
    /// It fills a monitor of its own.
    Shows,
    /// It is an ordinary window.
    InWindow,
    /// There is no monitor for it but the one that the till stands on. It comes by itself when there is one.
    NoMonitor,
    /// Somebody has closed it.
    Closed,
    /// It ended by itself again and again, or could not be opened.
    Failed,
}

/// A monitor, as the settings offer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct MonitorView {
    pub name: String,
    /// `1280 × 800`
    pub size_text: String,
    /// The till's own window stands on it.
    pub has_till: bool,
}

/// How it is with the display, for the settings and the lamps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DisplayStandingView {
    pub state: DisplayState,
    /// Those there are, while the display is wanted.
    pub monitors: Vec<MonitorView>,
    /// The language that the customer of now sees; empty while the display is off.
    pub language: String,
    /// Rises with each wish to have it opened again.
    pub asked: u32,
}

/// A line of the bill. Nothing but what the customer has in front of him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DisplayLineView {
    /// Empty for the quick amount line.
    pub name: String,
    /// Empty for one.
    pub quantity_text: String,
    /// After its own discount.
    pub amount_text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DisplayBillView {
    /// The newest lines of the bill, oldest of them first.
    pub lines: Vec<DisplayLineView>,
    /// Earlier lines that are left out.
    pub earlier: u32,
    /// What the bill's discount takes off.
    pub less_text: Option<String>,
    pub total_text: String,
}

/// How far it is, in the customer's eyes. `paid` is told of `Paid` alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export)]
pub enum DisplayStep {
    /// Nobody is being served, or the till is locked.
    Welcome,
    /// The till takes no money now.
    PleaseWait,
    /// Something is to be paid; the wallet was not asked yet. `hold`: the amount is blocked first.
    Amount { amount_text: String, hold: bool },
    /// PhonePe sends, or has sent, a code to the customer's phone.
    Code,
    /// The wallet is being asked whether it has enough.
    Balance { amount_text: Option<String> },
    /// The wallet has too little, and money can be added to it.
    TooLow { amount_text: Option<String> },
    /// It cannot be paid from this wallet now: PhonePe's words say why.
    NotPossible,
    /// Money is being added by the customer; without a code while the link is being asked for.
    TopUp { amount_text: String, qr: Option<QrView> },
    /// The hold is on its way.
    Sending { amount_text: String },
    /// A request has no answer yet, or none that settles it.
    NotSure { amount_text: String },
    /// Blocked, not taken.
    Held {
        amount_text: String,
        until_ms: Option<i64>,
    },
    /// The capture is on its way, or accepted: not proved yet.
    Taking { amount_text: String },
    Paid {
        amount_text: String,
        released_text: Option<String>,
        /// What is proved to have gone back since.
        refunded_text: Option<String>,
    },
    /// The release is on its way.
    Releasing { amount_text: String },
    /// Nothing is blocked any more, and nothing was taken.
    Released { amount_text: String },
    /// PhonePe refused the hold, or never heard of it: nothing is blocked.
    Refused { amount_text: String },
    /// The payment failed: nothing was taken.
    NotPaid { amount_text: String },
}

/// The whole truth of the customer's display. It has no reference, no name of whoever serves, and nothing of another sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CustomerDisplayView {
    /// The shop as the paper names it, or else the counter.
    pub shop: String,
    /// Training: no real money.
    pub practice: bool,
    /// The name of the catalogue in which it is told.
    pub language: String,
    pub step: DisplayStep,
    pub bill: Option<DisplayBillView>,
    /// `•••••• 3210`
    pub masked: Option<String>,
    /// PhonePe's words to the customer, verbatim.
    pub provider_words: Option<String>,
}
