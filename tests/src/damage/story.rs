//! About two thousand events of a shop: sales that ended in every way, and some that are still open.

use domain::{
    Actor, Call, CustomerMark, Event, Fact, Line, Moment, Opening, OurRef, Paise, ProviderRef, ProviderText,
    Quantity, Record, ReplyFact, SaleMode,
};
use ulid::Ulid;

const FIRST_MS: i64 = 1_780_000_000_000;
const SALES: usize = 500;
const BETWEEN_SALES_MS: i64 = 90_000;

/// `branch` tells one shop from another.
pub fn facts(branch: u64) -> Vec<Record> {
    let started = Fact::TillStarted {
        version: "0.1.0".to_owned(),
        profile: "uat".to_owned(),
    };
    let mut records = vec![record(FIRST_MS, started)];
    for number in 0..SALES {
        let sale = Sale::of(branch, number);
        let at_ms = FIRST_MS + BETWEEN_SALES_MS * i64::try_from(number).unwrap();
        let steps = (0..).zip(sale.steps(number));
        records.extend(steps.map(|(step, fact)| record(at_ms + step * 1_700, fact)));
    }
    records
}

struct Sale {
    our_ref: OurRef,
    held: Paise,
    customer: CustomerMark,
}

impl Sale {
    fn of(branch: u64, number: usize) -> Sale {
        let number = u64::try_from(number).unwrap();
        Sale {
            our_ref: OurRef::for_sale(Ulid::from_parts(1_700_000_000_000 + branch, u128::from(number))),
            held: Paise::new(i64::try_from(10_000 + number % 97 * 1_300).unwrap()),
            customer: CustomerMark {
                hmac_hex: format!("{:064x}", number % 61),
                last_four: format!("{:04}", number * 7 % 10_000),
            },
        }
    }

    fn steps(&self, number: usize) -> Vec<Fact> {
        let provider_ref = Some(ProviderRef(format!("P{number:022}")));
        let authorized = Event::HoldAuthorized {
            provider_ref: provider_ref.clone(),
        };
        let mut steps = vec![self.asks(Call::Authorize, Event::HoldAsked, Some(self.opening()))];
        match number % 8 {
            4 => {
                steps.push(self.replies(Call::Authorize, authorized));
                steps.push(self.asks(Call::Cancel, Event::CancelAsked, None));
                steps.push(self.replies(Call::Cancel, Event::Cancelled));
            }
            5 => steps.push(self.replies(Call::Authorize, Event::HoldRefused)),
            6 => {
                steps.push(self.replies(Call::Authorize, Event::HoldUnanswered));
                steps.push(self.looks(Call::AuthStatus, Event::FoundHeld { provider_ref }));
                steps.extend(self.captured(self.held));
            }
            7 => steps.push(self.replies(Call::Authorize, authorized)),
            _ => {
                steps.push(self.replies(Call::Authorize, authorized));
                let whole = number.is_multiple_of(2);
                steps.extend(self.captured(if whole { self.held } else { Paise::new(9_900) }));
            }
        }
        steps
    }

    fn captured(&self, amount_paise: Paise) -> [Fact; 3] {
        let provider_ref = None;
        [
            self.asks(Call::Capture, Event::CaptureAsked { amount_paise }, None),
            self.replies(Call::Capture, Event::CaptureAccepted { provider_ref: None }),
            self.looks(
                Call::TransactionStatus,
                Event::PaymentProved {
                    amount_paise,
                    provider_ref,
                },
            ),
        ]
    }

    fn opening(&self) -> Opening {
        Opening {
            customer: self.customer.clone(),
            mode: SaleMode::Hold,
            amount_paise: self.held,
            expiry_minutes: 60,
            lines: vec![Line {
                id: 0,
                name: "EV charging, kWh".to_owned(),
                quantity: Quantity::ONE,
                price_paise: self.held,
                quick: false,
                item: None,
                discount: None,
                note: String::new(),
            }],
            discount: None,
            note: String::new(),
        }
    }

    fn asks(&self, call: Call, event: Event, opening: Option<Opening>) -> Fact {
        Fact::Intent {
            our_ref: self.our_ref.clone(),
            call,
            request_sha256: "ef".repeat(32),
            event,
            opening,
        }
    }

    fn replies(&self, call: Call, event: Event) -> Fact {
        Fact::Reply {
            our_ref: self.our_ref.clone(),
            call,
            event,
            reply: said(),
        }
    }

    fn looks(&self, call: Call, moved: Event) -> Fact {
        Fact::Look {
            our_ref: self.our_ref.clone(),
            call,
            reply: said(),
            absent: false,
            by_hand: false,
            counts: true,
            ends: true,
            moved: Some(moved),
        }
    }
}

fn said() -> ReplyFact {
    ReplyFact {
        code: Some("SUCCESS".to_owned()),
        words: Some(ProviderText::received(
            "Your request has been successfully completed.",
        )),
        http_status: Some(200),
        reply_sha256: Some("ab".repeat(32)),
        meaning: "agreed".to_owned(),
        why: None,
        took_ms: 180,
    }
}

fn record(wall_ms: i64, fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms,
            mono_ms: 7,
            boot: "a boot".to_owned(),
        },
        by: Actor {
            cashier: "Asha".to_owned(),
            counter: "2".to_owned(),
            shift: 14,
        },
        fact,
    }
}
