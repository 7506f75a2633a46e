//! The lessons of training: what a cashier meets, and whether she handled it rightly. The list is data; the judgement is a
//! pure function of what was seen. Steering the pretend PhonePe, and keeping scores, is the shell's.

mod judge;

pub use judge::{LessonSeen, judge};

use contract::{CustomerState, LessonKey, TillView, WalletState, WhyCode};
use domain::SaleState;

/// What goes wrong on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    None,
    /// The wallet is short of the amount.
    LowBalance,
    /// The wallet's owner has not proved who he is.
    NoKyc,
    /// PhonePe places the hold; its answer gets lost.
    HoldReplyLost,
    /// Once held, an hour passes at PhonePe.
    HourPasses,
    /// The program is to be closed in the middle and opened again.
    Closed,
}

/// One lesson.
#[derive(Clone, Copy, Debug)]
pub struct Lesson {
    pub key: LessonKey,
    pub trouble: Trouble,
}

/// All lessons, in the order in which they are best done.
pub const LESSONS: [Lesson; 6] = [
    Lesson {
        key: LessonKey::WrongOtp,
        trouble: Trouble::None,
    },
    Lesson {
        key: LessonKey::LowBalance,
        trouble: Trouble::LowBalance,
    },
    Lesson {
        key: LessonKey::KycBlock,
        trouble: Trouble::NoKyc,
    },
    Lesson {
        key: LessonKey::LostReply,
        trouble: Trouble::HoldReplyLost,
    },
    Lesson {
        key: LessonKey::Expiry,
        trouble: Trouble::HourPasses,
    },
    Lesson {
        key: LessonKey::Crash,
        trouble: Trouble::Closed,
    },
];

/// Which customer comes, and for how much. The same seed gives the same exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Ten digits.
    pub mobile: String,
    pub amount_paise: i64,
}

impl Exercise {
    /// A number that nobody has used before, as long as seeds are not repeated: the link has to be made each time.
    #[must_use]
    pub fn of(key: LessonKey, seed: u32) -> Exercise {
        let lesson = LESSONS.iter().position(|lesson| lesson.key == key).unwrap_or(0);
        let lesson = u32::try_from(lesson).unwrap_or(0);
        let seed = seed % 100_000;
        // The last four digits are what the till shows of a customer; no two exercises in a row share them.
        let last = (seed.wrapping_mul(37).wrapping_add(lesson * 1_111) % 8_000).saturating_add(1_000);
        let tens = i64::from(seed.wrapping_mul(7).wrapping_add(lesson) % 60);
        Exercise {
            mobile: format!("7{seed:05}{last:04}"),
            amount_paise: 30_000_i64.saturating_add(tens.saturating_mul(1_000)),
        }
    }

    /// The customer's name in views: the last four digits.
    #[must_use]
    pub fn ending(&self) -> &str {
        self.mobile.get(6..).unwrap_or_default()
    }
}

impl LessonSeen {
    /// Notes what the till shows at one moment.
    pub fn note(&mut self, view: &TillView, ending: &str) {
        let is_theirs = |masked: &str| masked.ends_with(ending);
        let customer = &view.customer;
        let is_here = customer.masked.as_deref().is_some_and(is_theirs);
        if is_here {
            self.was_here = true;
            self.saw_wrong_otp |= customer
                .error
                .as_ref()
                .is_some_and(|error| error.code == WhyCode::WrongOtp);
            self.was_linked |= customer.state == CustomerState::Linked;
            self.topped_up |= view.top_up.is_some();
            let is_fresh = view.wallet.state == WalletState::Fresh;
            self.was_greyed |= is_fresh && view.button.why.code == WhyCode::NotPossible;
        }
        let of_strip = view.strip.iter().map(|row| (row.masked.as_str(), row.state));
        let on_screen = view.sale.iter().map(|sale| (sale.masked.as_str(), sale.state));
        let states: Vec<SaleState> = of_strip
            .chain(on_screen)
            .filter(|(masked, _)| is_theirs(masked))
            .map(|(_, state)| state)
            .collect();
        self.was_unknown |= states.contains(&SaleState::HoldUnknown);
        self.expired |= states.contains(&SaleState::Expired);
        self.is_held = states.contains(&SaleState::Held);
        self.was_held |= self.is_held;
        self.is_over = states.iter().any(|state| {
            matches!(
                state,
                SaleState::CaptureAccepted | SaleState::Paid | SaleState::Released
            )
        });
        let is_gone = !is_here && view.sale.is_none();
        self.let_go = self.was_linked && is_gone && customer.masked.is_none();
    }
}

#[cfg(test)]
mod tests;
