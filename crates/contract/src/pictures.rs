use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the pictures of the reports show. Each amount comes twice: in paise to be drawn, as text to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PicturesView {
    /// The last thirty days, oldest first, today included.
    pub days: Vec<DayPictureView>,
    /// Where the sales of those days stand.
    pub outcomes: Vec<OutcomeView>,
    /// Today, hour by hour of India's time.
    pub hours: Vec<HourPictureView>,
    pub latency: Vec<LatencyView>,
    /// Held paise by time to the deadline, twelve bars of five minutes.
    pub radar: Vec<AmountView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AmountView {
    pub paise: i64,
    pub text: String,
}

/// What one day's events held, captured and released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DayPictureView {
    pub begins_at_ms: i64,
    pub held: AmountView,
    pub captured: AmountView,
    pub released: AmountView,
}

/// The captures that were proved paid in one hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HourPictureView {
    pub hour: u8,
    pub count: i64,
    pub paid: AmountView,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OutcomeView {
    /// `asking`, `held`, `paid_in_full`, …: the shelf on which the ledger counts them.
    pub shelf: String,
    pub count: i64,
}

/// How long PhonePe took over a call: of the newest answers the middle one, the 95th of a hundred, and the slowest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LatencyView {
    /// In PhonePe's words: `authorize`, `capture`, …
    pub call: String,
    pub count: usize,
    pub median_ms: u64,
    pub p95_ms: u64,
    pub slowest_ms: u64,
}
