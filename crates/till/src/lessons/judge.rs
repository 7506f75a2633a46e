use contract::{LessonKey, LessonMistake, LessonState};
use serde::{Deserialize, Serialize};

/// A block is not lifted by asking again; a few times is curiosity.
const BALANCE_READS_MAX: u32 = 6;

/// What was seen of the lesson's customer since it began. Kept over a start of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonSeen {
    /// Requests that reached the pretend PhonePe.
    pub holds_asked: u32,
    pub otps_sent: u32,
    pub balances_read: u32,
    /// How often the program was started since.
    pub starts: u32,
    pub was_here: bool,
    pub was_linked: bool,
    pub saw_wrong_otp: bool,
    pub topped_up: bool,
    pub was_greyed: bool,
    pub was_unknown: bool,
    pub was_held: bool,
    pub is_held: bool,
    pub expired: bool,
    /// Captured or released.
    pub is_over: bool,
    /// The customer is no longer at the till, and nothing of theirs is on the screen.
    pub let_go: bool,
}

/// Whether it was handled rightly, as far as can be said by now. Never *right* while something is still open.
#[must_use]
pub fn judge(lesson: LessonKey, seen: &LessonSeen) -> LessonState {
    let wrong = |mistake| LessonState::Wrong { mistake };
    let right = |detours| LessonState::Right { detours };
    let holds = seen.is_held || seen.is_over;
    match lesson {
        LessonKey::WrongOtp if seen.saw_wrong_otp && seen.was_linked => {
            right(seen.otps_sent.saturating_sub(1))
        }
        LessonKey::LowBalance if seen.topped_up && holds => right(0),
        LessonKey::LowBalance if seen.let_go && !holds => wrong(LessonMistake::SentAway),
        LessonKey::KycBlock if seen.balances_read > BALANCE_READS_MAX => wrong(LessonMistake::AskedInVain),
        LessonKey::KycBlock if seen.was_greyed && seen.let_go => right(0),
        LessonKey::LostReply | LessonKey::Crash if seen.holds_asked > 1 => wrong(LessonMistake::AskedTwice),
        LessonKey::LostReply if seen.was_unknown && holds => right(0),
        LessonKey::Expiry if seen.expired && seen.holds_asked > 1 && holds => {
            right(seen.holds_asked.saturating_sub(2))
        }
        LessonKey::Expiry if seen.expired && seen.let_go && !holds => wrong(LessonMistake::NothingHeld),
        LessonKey::Crash if seen.was_held && seen.starts > 0 && seen.is_over => right(0),
        LessonKey::WrongOtp
        | LessonKey::LowBalance
        | LessonKey::KycBlock
        | LessonKey::LostReply
        | LessonKey::Expiry
        | LessonKey::Crash => LessonState::Going,
    }
}
