//! The training cast: what a mobile number's last four digits say about its wallet.

use serde::Serialize;

use crate::books::{Outcome, Settlement, Wallet};

/// A wallet that is blocked for good: the last millisecond of the year 9999.
const FOR_EVER_MS: i64 = 253_402_300_799_999;

/// One row of the table on the phone page and in the README.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The last four digits of the number.
    pub ending: &'static str,
    /// What the trainee will meet.
    pub meets: &'static str,
}

/// Every number that begins 6 to 9 and ends otherwise has a healthy wallet with ₹5,000.00.
pub const CAST: &[Part] = &[
    Part {
        ending: "0001",
        meets: "₹99.00 in the wallet, top-up possible",
    },
    Part {
        ending: "0002",
        meets: "KYC not done: greyed out",
    },
    Part {
        ending: "0003",
        meets: "wallet not in a valid state: greyed out",
    },
    Part {
        ending: "0004",
        meets: "any amount breaches the KYC limits: greyed out",
    },
    Part {
        ending: "0005",
        meets: "₹99.00, and an app too old for top-up: greyed out",
    },
    Part {
        ending: "0006",
        meets: "customer is blacklisted",
    },
    Part {
        ending: "0007",
        meets: "customer is blocked for a day",
    },
    Part {
        ending: "0008",
        meets: "too many OTPs already",
    },
    Part {
        ending: "0009",
        meets: "₹5,000.00 in the wallet, only ₹500.00 of it usable",
    },
    Part {
        ending: "0010",
        meets: "a captured payment ends declined",
    },
    Part {
        ending: "0011",
        meets: "a captured payment settles after two minutes",
    },
    Part {
        ending: "0012",
        meets: "the reply to a hold gets lost, the hold is there",
    },
];

/// The wallet that a number has at its first use.
pub(crate) fn wallet_of(mobile: &str) -> Wallet {
    let healthy = Wallet::default();
    let low = Wallet {
        balance_paise: 9_900,
        ..healthy.clone()
    };
    match mobile.get(mobile.len().saturating_sub(4)..).unwrap_or_default() {
        "0001" => low,
        "0002" => Wallet {
            balance_paise: 0,
            kyc_done: false,
            ..healthy
        },
        "0003" => Wallet {
            active: false,
            ..healthy
        },
        "0004" => Wallet {
            limit_paise: 0,
            ..healthy
        },
        "0005" => Wallet {
            app_supports_topup: false,
            ..low
        },
        "0006" => Wallet {
            blacklisted: true,
            ..healthy
        },
        "0007" => Wallet {
            blocked_until_ms: Some(FOR_EVER_MS),
            ..healthy
        },
        "0008" => Wallet {
            otp_limited: true,
            ..healthy
        },
        "0009" => Wallet {
            usable_paise_max: Some(50_000),
            ..healthy
        },
        "0010" => Wallet {
            settlement: Some(settling(2_000, Outcome::Declined)),
            ..healthy
        },
        "0011" => Wallet {
            settlement: Some(settling(120_000, Outcome::Success)),
            ..healthy
        },
        "0012" => Wallet {
            loses_authorize_replies: true,
            ..healthy
        },
        _ => healthy,
    }
}

fn settling(after_ms: u64, outcome: Outcome) -> Settlement {
    Settlement { after_ms, outcome }
}
