//! When something is heard. A tone follows what happens to the sale in front of the cashier while she looks at it, and the
//! one of a payment also the sale that she has just left; whoever signs in, opens a sale or starts the till hears nothing
//! about what was before.

use crate::state::Till;
use contract::{SoundView, Tone};
use domain::{Name, OurRef, Paise, SaleState};

/// A capture whose proof comes later than this is no news of the customer who is standing there.
const JUST_NOW_MS: u64 = 120_000;
/// What is heard when a tone is tried.
const TRIAL_AMOUNT: Paise = Paise::new(123_450);

#[derive(Default)]
pub(crate) struct Sounds {
    pub last: Option<SoundView>,
    /// The sale on the screen, and how it stood when it was last looked at.
    seen: Option<(OurRef, SaleState)>,
    /// Captures that were asked for on the screen in this run.
    captures: Vec<Capture>,
}

struct Capture {
    our_ref: OurRef,
    by: Option<Name>,
    asked_mono_ms: u64,
}

impl Till {
    /// After each input: whether there is something to hear.
    pub(crate) fn listen(&mut self) {
        if self.people.is_locked() {
            self.sounds.seen = None;
            let sales = &self.sales;
            let is_open = |row: &ledger::HoldRow| !row.sale.state.is_final();
            // What ends behind the lock is read on the screen by whoever comes; it is no news by then.
            self.sounds
                .captures
                .retain(|one| sales.get(&one.our_ref).is_some_and(is_open));
            return;
        }
        self.hear_of_the_sale_just_left();
        self.hear_of_the_sale_in_front();
    }

    pub(crate) fn try_tone(&mut self, tone: Tone) {
        self.sound(tone, TRIAL_AMOUNT, true);
    }

    fn hear_of_the_sale_in_front(&mut self) {
        let now = self.state_in_front();
        let before = std::mem::replace(&mut self.sounds.seen, now.clone());
        let Some((our_ref, state)) = now else {
            // A hold that never left gives its bill back, and the sale leaves the screen.
            if let Some((our_ref, SaleState::HoldAsked)) = before
                && self.front.unsent.as_ref() == Some(&our_ref)
            {
                self.sound_of_sale(&our_ref, Tone::Failed);
            }
            return;
        };
        let before = before
            .filter(|(seen, _)| *seen == our_ref)
            .map(|(_, state)| state);
        if state == SaleState::CaptureAsked && before.is_some_and(|before| before != state) {
            self.note_capture(&our_ref);
        }
        let Some(before) = before.filter(|before| *before != state) else {
            return;
        };
        let was_captured_here = self.sounds.captures.iter().any(|one| one.our_ref == our_ref);
        if let Some(tone) = tone_of(before, state).filter(|tone| *tone != Tone::Paid || was_captured_here) {
            self.sound_of_sale(&our_ref, tone);
        }
        if state.is_final() {
            self.sounds.captures.retain(|one| one.our_ref != our_ref);
        }
    }

    /// A cashier who has turned to the next customer still hears that the last one has paid, or has not.
    fn hear_of_the_sale_just_left(&mut self) {
        if self.sounds.captures.is_empty() {
            return;
        }
        let now_mono_ms = self.now().mono_ms;
        let in_front = self.front.sale.clone();
        let mut over = Vec::new();
        let sales = &self.sales;
        self.sounds.captures.retain(|one| {
            let is_in_front = in_front.as_ref() == Some(&one.our_ref);
            let state = sales.get(&one.our_ref).map(|row| row.sale.state);
            let is_over = state.is_none_or(SaleState::is_final);
            if is_over && !is_in_front {
                over.push((one.our_ref.clone(), one.by.clone(), state));
            }
            let is_late = now_mono_ms.saturating_sub(one.asked_mono_ms) > JUST_NOW_MS;
            is_in_front || !(is_over || is_late)
        });
        for (our_ref, by, state) in over {
            if by == self.people.present {
                match state {
                    Some(SaleState::Paid) => self.sound_of_sale(&our_ref, Tone::Paid),
                    Some(SaleState::NotPaid) => self.sound_of_sale(&our_ref, Tone::Failed),
                    Some(_) | None => {}
                }
            }
        }
    }

    fn note_capture(&mut self, our_ref: &OurRef) {
        let capture = Capture {
            our_ref: our_ref.clone(),
            by: self.people.present.clone(),
            asked_mono_ms: self.now().mono_ms,
        };
        self.sounds.captures.retain(|one| one.our_ref != capture.our_ref);
        self.sounds.captures.push(capture);
    }

    fn state_in_front(&self) -> Option<(OurRef, SaleState)> {
        let our_ref = self.front.sale.as_ref()?;
        Some((our_ref.clone(), self.sales.get(our_ref)?.sale.state))
    }

    fn sound_of_sale(&mut self, our_ref: &OurRef, tone: Tone) {
        let Some(row) = self.sales.get(our_ref) else {
            return;
        };
        let captured = row.sale.capture_paise.filter(|_| tone == Tone::Paid);
        let amount = captured.unwrap_or(row.sale.amount_paise);
        self.sound(tone, amount, false);
    }

    fn sound(&mut self, tone: Tone, amount: Paise, is_trial: bool) {
        let number = self.sounds.last.as_ref().map_or(0, |last| last.number);
        self.sounds.last = Some(SoundView {
            number: number.saturating_add(1),
            tone,
            amount_paise: amount.get(),
            amount_text: amount.to_string(),
            is_trial,
        });
    }
}

/// What a move of the sale on the screen sounds like; `None`: nothing that somebody has to look up for.
fn tone_of(before: SaleState, now: SaleState) -> Option<Tone> {
    let wanted_another_end = matches!(
        before,
        SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::CancelAsked
            | SaleState::CancelUnknown
    );
    match now {
        SaleState::Held if wanted_another_end => Some(Tone::Failed),
        SaleState::Held => Some(Tone::Held),
        SaleState::Paid => Some(Tone::Paid),
        SaleState::HoldUnknown
        | SaleState::CaptureUnknown
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => Some(Tone::NotSure),
        SaleState::HoldRefused | SaleState::HoldAbsent | SaleState::NotPaid => Some(Tone::Failed),
        // The request never left.
        SaleState::Draft => Some(Tone::Failed),
        SaleState::Released | SaleState::Expired => {
            let wanted_capture = matches!(before, SaleState::CaptureAsked | SaleState::CaptureUnknown);
            wanted_capture.then_some(Tone::Failed)
        }
        SaleState::HoldAsked
        | SaleState::CaptureAsked
        | SaleState::CaptureAccepted
        | SaleState::CancelAsked => None,
    }
}
