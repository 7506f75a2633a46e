//! Training's guide and lessons: the pretend PhonePe is steered, what the till shows is noted, and scores are kept in the
//! training folder. What is right is judged by `till::judge`. Outside training there is none of it.

use crate::engine::Running;
use contract::{
    AskLessons, ErrorCode, LessonKey, LessonRowView, LessonState, LessonView, LessonsView, TillView, UiError,
};
use serde::{Deserialize, Serialize};
use simulator::{Call, Fault, Steering, Wallet};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use till::{Exercise, LESSONS, LessonSeen, Trouble, judge};

const FILE: &str = "lessons.json";
/// Less than any bill of a lesson.
const LOW_PAISE: i64 = 9_900;
const MINUTE_MS: u64 = 60_000;

/// What training remembers; no number, only seeds.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    guide_closed: bool,
    last_seed: u32,
    scores: BTreeMap<String, BTreeMap<LessonKey, Score>>,
    active: Option<Active>,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Score {
    right: u32,
    wrong: u32,
}

/// A lesson under way. It outlives the program: one of them asks for its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Active {
    lesson: LessonKey,
    seed: u32,
    cashier: String,
    seen: LessonSeen,
    /// The customer's holds from earlier turns of the same exercise.
    holds_before: u32,
    /// The hour that this lesson is about has passed.
    hour_passed: bool,
    /// The score has it.
    is_scored: bool,
    /// Requests of this run that came before the lesson.
    #[serde(skip)]
    before: Counts,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    otps_sent: u64,
    balances_read: u64,
}

impl Counts {
    fn of(steering: &Steering) -> Counts {
        Counts {
            otps_sent: steering.request_count(Call::OtpSend),
            balances_read: steering.request_count(Call::WalletBalance),
        }
    }
}

/// The shell's memory of the lessons; read from the disk when they are first asked for.
#[derive(Default)]
pub struct LessonDesk {
    kept: Mutex<Option<Kept>>,
}

impl LessonDesk {
    /// # Errors
    /// [`ErrorCode::TillLocked`]; [`ErrorCode::NotAllowedNow`] outside training.
    pub fn asked(&self, running: &Running, ask: AskLessons) -> Result<LessonsView, UiError> {
        running.signed_in()?;
        let steering = running.steering.as_ref().ok_or(ErrorCode::NotAllowedNow)?;
        let file = running.ledger_path.with_file_name(FILE);
        let view = running.till.views().borrow().clone();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = kept.get_or_insert_with(|| read(&file));
        let before = serde_json::to_string(&kept).ok();
        match ask {
            AskLessons::Look => look(kept, steering, &view),
            AskLessons::Begin { lesson, seed } => begin(kept, steering, &view, lesson, seed),
            AskLessons::Leave => {
                steering.clear_faults();
                kept.active = None;
            }
            AskLessons::Guide { closed } => kept.guide_closed = closed,
        }
        if serde_json::to_string(&kept).ok() != before
            && let Err(why) = write(&file, kept)
        {
            tracing::warn!(%why, "the lessons' scores were not written");
        }
        Ok(shown(kept, &view))
    }
}

/// A file that cannot be read costs scores and nothing else.
fn read(file: &Path) -> Kept {
    let text = fs::read(file).unwrap_or_default();
    let mut kept: Kept = serde_json::from_slice(&text).unwrap_or_default();
    if let Some(active) = &mut kept.active {
        active.seen.starts = active.seen.starts.saturating_add(1);
    }
    kept
}

fn write(file: &Path, kept: &Kept) -> io::Result<()> {
    let new: PathBuf = file.with_extension("json.new");
    fs::write(&new, serde_json::to_vec_pretty(kept).map_err(io::Error::other)?)?;
    fs::rename(&new, file)
}

fn begin(kept: &mut Kept, steering: &Steering, view: &TillView, lesson: LessonKey, seed: Option<u32>) {
    let seed = seed.unwrap_or_else(|| kept.last_seed.saturating_add(1));
    kept.last_seed = kept.last_seed.max(seed);
    let exercise = Exercise::of(lesson, seed);
    steering.clear_faults();
    // The last turn of the same exercise may have left a link and another balance.
    steering.kill_tokens(&exercise.mobile);
    let trouble = LESSONS
        .iter()
        .find(|other| other.key == lesson)
        .map_or(Trouble::None, |lesson| lesson.trouble);
    steering.set_wallet(&exercise.mobile, wallet_for(trouble));
    if trouble == Trouble::HoldReplyLost {
        steering.add_fault(Call::AuthAuthorize, Fault::LostAfterEffect, 1);
    }
    kept.active = Some(Active {
        lesson,
        seed,
        cashier: view.cashier.clone(),
        seen: LessonSeen::default(),
        holds_before: holds_of(steering, &exercise),
        hour_passed: false,
        is_scored: false,
        before: Counts::of(steering),
    });
}

fn wallet_for(trouble: Trouble) -> Wallet {
    match trouble {
        Trouble::LowBalance => Wallet {
            balance_paise: LOW_PAISE,
            ..Wallet::default()
        },
        Trouble::NoKyc => Wallet {
            balance_paise: 0,
            kyc_done: false,
            ..Wallet::default()
        },
        Trouble::None | Trouble::HoldReplyLost | Trouble::HourPasses | Trouble::Closed => Wallet::default(),
    }
}

/// Every hold that ever was placed for this customer, also before a start of the program.
fn holds_of(steering: &Steering, exercise: &Exercise) -> u32 {
    let holds = steering.holds();
    let theirs = holds.iter().filter(|hold| hold.last_four == exercise.ending());
    u32::try_from(theirs.count()).unwrap_or(u32::MAX)
}

/// Whether the till had to ask PhonePe about a hold of this turn: it does so when the hold's own answer was lost.
fn was_looked_up(steering: &Steering, exercise: &Exercise, holds_before: u32) -> bool {
    let holds = steering.holds();
    holds
        .iter()
        .filter(|hold| hold.last_four == exercise.ending())
        .skip(usize::try_from(holds_before).unwrap_or(usize::MAX))
        .any(|hold| steering.request_count_for(Call::AuthStatus, &hold.transaction_id) > 0)
}

fn look(kept: &mut Kept, steering: &Steering, view: &TillView) {
    let Some(active) = &mut kept.active else { return };
    if active.is_scored {
        return;
    }
    let exercise = Exercise::of(active.lesson, active.seed);
    let now = Counts::of(steering);
    let since = |now: u64, before: u64| u32::try_from(now.saturating_sub(before)).unwrap_or(u32::MAX);
    active.seen.holds_asked = holds_of(steering, &exercise).saturating_sub(active.holds_before);
    active.seen.otps_sent = since(now.otps_sent, active.before.otps_sent);
    active.seen.balances_read = since(now.balances_read, active.before.balances_read);
    active.seen.note(view, exercise.ending());
    // Who presses *look now* at once is sure again before the page has asked; PhonePe's own count does not miss it.
    active.seen.was_unknown |= was_looked_up(steering, &exercise, active.holds_before);
    if active.lesson == LessonKey::Expiry && active.seen.is_held && !active.hour_passed {
        active.hour_passed = true;
        let minutes = u64::from(view.settings.expiry_minutes).saturating_add(1);
        steering.advance_clock_ms(minutes.saturating_mul(MINUTE_MS));
    }
    let judged = judge(active.lesson, &active.seen);
    if judged == LessonState::Going {
        return;
    }
    active.is_scored = true;
    let of_cashier = kept.scores.entry(active.cashier.clone()).or_default();
    let score = of_cashier.entry(active.lesson).or_default();
    let count = match judged {
        LessonState::Right { .. } => &mut score.right,
        LessonState::Wrong { .. } | LessonState::Going => &mut score.wrong,
    };
    *count = count.saturating_add(1);
}

fn shown(kept: &Kept, view: &TillView) -> LessonsView {
    let scores = kept.scores.get(&view.cashier);
    LessonsView {
        guide_closed: kept.guide_closed,
        cashier: view.cashier.clone(),
        rows: LESSONS
            .iter()
            .map(|lesson| {
                let score = scores.and_then(|scores| scores.get(&lesson.key)).copied();
                let Score { right, wrong } = score.unwrap_or_default();
                LessonRowView {
                    lesson: lesson.key,
                    right,
                    wrong,
                }
            })
            .collect(),
        active: kept.active.as_ref().map(|active| {
            let exercise = Exercise::of(active.lesson, active.seed);
            LessonView {
                lesson: active.lesson,
                seed: active.seed,
                mobile: exercise.mobile,
                amount_field: domain::Paise::new(exercise.amount_paise).to_field(),
                state: judge(active.lesson, &active.seen),
            }
        }),
    }
}

#[cfg(test)]
mod tests;
