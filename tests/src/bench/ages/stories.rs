//! The life of one sale, by chance: what was asked, what was answered, and how it ended.

use super::our_ref;
use crate::damage::Dice;
use domain::{
    Call, CustomerMark, Event, Fact, Opening, OurRef, Paise, ProviderRef, RefundEvent, RefundFact,
    RefundReason, RefundRef, ReplyFact, SaleMode,
};

/// Where a sale begins and how long its story is to be.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub number: usize,
    pub at_ms: i64,
    /// Its events, if its end allows it.
    pub events: usize,
    /// It is not to end.
    pub is_open: bool,
}

/// Facts and their moments, oldest first.
pub(super) struct Story {
    pub facts: Vec<(i64, Fact)>,
    plot: Plot,
    our_ref: OurRef,
    now_ms: i64,
}

/// How it ends, or where it stands.
#[derive(Clone, Copy)]
enum End {
    PaidInFull,
    PaidInPart,
    Refunded,
    Released,
    Expired,
    NotPaid,
    Refused,
    Absent,
    Held,
    Asked,
    Unknown,
    CaptureAsked,
    CaptureUnknown,
    CaptureAccepted,
    CancelUnknown,
    Draft,
    NeedsPerson,
}

impl Story {
    pub fn told(plot: Plot, dice: &mut Dice) -> Story {
        let mut story = Story {
            facts: Vec::with_capacity(plot.events),
            our_ref: our_ref(plot.number, plot.at_ms),
            now_ms: plot.at_ms,
            plot,
        };
        let held = amount(dice);
        let end = if plot.is_open { open_end(dice) } else { end(dice) };
        story.ask(Call::Authorize, Event::HoldAsked, Some(story.opening(held)));
        story.until(end, held, dice);
        story
    }

    fn until(&mut self, end: End, held: Paise, dice: &mut Dice) {
        match end {
            End::Asked => {}
            End::Draft => self.answer(Call::Authorize, Event::HoldNotSent),
            End::Refused => self.answer(Call::Authorize, Event::HoldRefused),
            End::Unknown => self.answer(Call::Authorize, Event::HoldUnanswered),
            End::NeedsPerson => {
                let what = "amount".to_owned();
                self.answer(Call::Authorize, Event::Mismatched { what });
            }
            End::Absent => {
                self.answer(Call::Authorize, Event::HoldUnanswered);
                self.look(true, 25_000, None);
                self.look(true, 10_000, Some(Event::FoundAbsent));
                // Watched four times soon, and until its deadline is over.
                for later_ms in [300_000, 300_000, 300_000, 3_600_000] {
                    self.look(true, later_ms, None);
                }
            }
            End::Held => self.hold(1),
            End::Released => {
                self.hold(2);
                self.ask(Call::Cancel, Event::CancelAsked, None);
                self.answer(Call::Cancel, Event::Cancelled);
            }
            End::Expired => {
                self.hold(1);
                self.look(false, 3_700_000, Some(Event::FoundExpired));
            }
            End::CancelUnknown => {
                self.hold(2);
                self.ask(Call::Cancel, Event::CancelAsked, None);
                self.answer(Call::Cancel, Event::CancelUnanswered);
            }
            End::CaptureAsked => self.ask_capture(held),
            End::CaptureUnknown => {
                self.ask_capture(held);
                self.answer(Call::Capture, Event::CaptureUnanswered);
            }
            End::CaptureAccepted => {
                self.ask_capture(held);
                let provider_ref = self.provider_ref();
                self.answer(Call::Capture, Event::CaptureAccepted { provider_ref });
            }
            End::PaidInFull => self.capture(held, 5, true),
            End::NotPaid => self.capture(held, 5, false),
            End::PaidInPart => self.capture(part_of(held, dice), 5, true),
            End::Refunded => {
                self.capture(held, 7, true);
                self.refund(part_of(held, dice));
            }
        }
    }

    /// Authorized, and looked at by hand until only `left` of the story's events are to come.
    fn hold(&mut self, left: usize) {
        self.answer(Call::Authorize, Event::HoldAuthorized { provider_ref: None });
        let looks = self.plot.events.saturating_sub(self.facts.len() + left);
        for _ in 0..looks.min(30) {
            self.look(false, 40_000, None);
        }
    }

    fn ask_capture(&mut self, amount_paise: Paise) {
        self.hold(2);
        self.ask(Call::Capture, Event::CaptureAsked { amount_paise }, None);
    }

    fn capture(&mut self, amount_paise: Paise, left: usize, is_paid: bool) {
        // About half of the looks come before the capture, and half while its proof is awaited.
        let spare = self.plot.events.saturating_sub(self.facts.len() + 1 + left) / 2;
        self.hold(left + spare);
        self.ask(Call::Capture, Event::CaptureAsked { amount_paise }, None);
        let provider_ref = self.provider_ref();
        self.answer(Call::Capture, Event::CaptureAccepted { provider_ref });
        let more = if left > 5 { left - 4 } else { 1 };
        let waits = self.plot.events.saturating_sub(self.facts.len() + more);
        for _ in 0..waits.min(30) {
            self.look(false, 3_000, None);
        }
        let provider_ref = self.provider_ref();
        let moved = if is_paid {
            Event::PaymentProved {
                amount_paise,
                provider_ref,
            }
        } else {
            Event::PaymentDenied
        };
        self.look(false, 3_000, Some(moved));
    }

    fn refund(&mut self, amount_paise: Paise) {
        let id = self.our_ref.as_str().replacen('S', "R", 1);
        let refund_ref: RefundRef = id.parse().unwrap();
        let our_ref = self.our_ref.clone();
        let asked = RefundFact::Asked {
            our_ref: our_ref.clone(),
            refund_ref: refund_ref.clone(),
            amount_paise,
            reason: RefundReason::parse("Charged too long").unwrap(),
            request_sha256: self.hash(),
        };
        self.tell(86_000, Fact::Refund(asked));
        let replied = RefundFact::Replied {
            our_ref: our_ref.clone(),
            refund_ref: refund_ref.clone(),
            event: RefundEvent::Accepted { provider_ref: None },
            reply: self.reply("PAYMENT_PENDING"),
        };
        self.tell(700, Fact::Refund(replied));
        let looked = RefundFact::Looked {
            our_ref,
            refund_ref,
            reply: self.reply("PAYMENT_SUCCESS"),
            absent: false,
            by_hand: false,
            counts: true,
            moved: Some(RefundEvent::Proved {
                amount_paise,
                provider_ref: self.provider_ref(),
            }),
        };
        self.tell(22_000, Fact::Refund(looked));
    }

    fn opening(&self, amount_paise: Paise) -> Opening {
        let customer = self.plot.number % 40_000;
        Opening {
            customer: CustomerMark {
                hmac_hex: format!("{customer:064x}"),
                last_four: format!("{:04}", customer % 10_000),
            },
            mode: SaleMode::Hold,
            amount_paise,
            expiry_minutes: 60,
            lines: Vec::new(),
            discount: None,
            note: String::new(),
        }
    }

    fn ask(&mut self, call: Call, event: Event, opening: Option<Opening>) {
        let asked = Fact::Intent {
            our_ref: self.our_ref.clone(),
            call,
            request_sha256: self.hash(),
            event,
            opening,
        };
        self.tell(900, asked);
    }

    fn answer(&mut self, call: Call, event: Event) {
        let answered = Fact::Reply {
            our_ref: self.our_ref.clone(),
            call,
            event,
            reply: self.reply("SUCCESS"),
        };
        self.tell(640, answered);
    }

    fn look(&mut self, absent: bool, later_ms: i64, moved: Option<Event>) {
        let looked = Fact::Look {
            our_ref: self.our_ref.clone(),
            call: Call::TransactionStatus,
            reply: self.reply(if absent {
                "TRANSACTION_NOT_FOUND"
            } else {
                "SUCCESS"
            }),
            absent,
            by_hand: false,
            counts: true,
            ends: true,
            moved,
        };
        self.tell(later_ms, looked);
    }

    fn tell(&mut self, later_ms: i64, fact: Fact) {
        self.now_ms += later_ms;
        self.facts.push((self.now_ms, fact));
    }

    fn provider_ref(&self) -> Option<ProviderRef> {
        let (at_ms, number) = (self.plot.at_ms / 1_000, self.plot.number);
        Some(ProviderRef(format!("P{at_ms}{number:010}")))
    }

    fn reply(&self, code: &str) -> ReplyFact {
        ReplyFact {
            code: Some(code.to_owned()),
            words: None,
            http_status: Some(200),
            reply_sha256: Some(self.hash()),
            meaning: "agreed".to_owned(),
            why: None,
            took_ms: 120,
        }
    }

    fn hash(&self) -> String {
        format!("{:064x}", self.plot.number * 64 + self.facts.len())
    }
}

/// Of sales that are over.
fn end(dice: &mut Dice) -> End {
    match dice.below(10_000) {
        0..6_000 => End::PaidInFull,
        6_000..8_000 => End::PaidInPart,
        8_000..8_150 => End::Refunded,
        8_150..9_050 => End::Released,
        9_050..9_450 => End::Expired,
        9_450..9_600 => End::NotPaid,
        9_600..9_850 => End::Refused,
        _ => End::Absent,
    }
}

/// Of the last half hour's.
fn open_end(dice: &mut Dice) -> End {
    match dice.below(100) {
        0..70 => End::Held,
        70..74 => End::Asked,
        74..78 => End::Unknown,
        78..81 => End::CaptureAsked,
        81..86 => End::CaptureUnknown,
        86..92 => End::CaptureAccepted,
        92..96 => End::CancelUnknown,
        96..98 => End::Draft,
        _ => End::NeedsPerson,
    }
}

/// Round amounts are common, as at a pump; others are of every size up to ₹5,000.
fn amount(dice: &mut Dice) -> Paise {
    const ROUND: [i64; 8] = [10_000, 20_000, 30_000, 50_000, 50_000, 60_000, 100_000, 200_000];
    let paise = if dice.below(100) < 20 {
        ROUND[dice.below(ROUND.len())]
    } else {
        2_000 + i64::try_from(dice.below(498_000)).unwrap()
    };
    Paise::new(paise)
}

fn part_of(held: Paise, dice: &mut Dice) -> Paise {
    Paise::new(1 + held.get() * i64::try_from(20 + dice.below(70)).unwrap() / 100)
}
