//! Whether a newer version of the program is there. The till asks nobody on the network and installs nothing: it asks this
//! machine's own package lists, which the operating system fetches and checks, and says what they say where it disturbs
//! nobody: between shifts, with no sale in front.

use crate::health;
use crate::inputs::Effect;
use crate::state::{OpenBooks, Till};
use contract::{CustomerState, ErrorCode, HealthLineView, UiError, UpdateView};

/// The first question comes when the window stands and the books have been begun to be checked.
const FIRST_AFTER_MS: i64 = 10_000;
const AGAIN_AFTER_MS: i64 = 24 * 3_600_000;

/// What the package lists say, or why they say nothing. Versions are as the packages have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateAnswer {
    Newest,
    /// Newer than what is installed.
    Waiting(String),
    /// Installed over the program that runs.
    Installed(String),
    /// No such package is known, or it is not installed from there.
    NoPackage,
    NoApt,
    /// It did not end in time and was ended.
    Hung,
    /// It failed, or what it said was not understood.
    Unclear,
}

pub(crate) struct Updates {
    began_at_ms: i64,
    asked_at_ms: Option<i64>,
    asking: bool,
    answer: Option<UpdateAnswer>,
}

impl Updates {
    pub fn since(began_at_ms: i64) -> Updates {
        Updates {
            began_at_ms,
            asked_at_ms: None,
            asking: false,
            answer: None,
        }
    }

    fn due_at_ms(&self, now_ms: i64) -> i64 {
        match self.asked_at_ms {
            None => self.began_at_ms.saturating_add(FIRST_AFTER_MS),
            // A clock that was set back must not put the question off by as much.
            Some(asked_at_ms) if asked_at_ms > now_ms => now_ms,
            Some(asked_at_ms) => asked_at_ms.saturating_add(AGAIN_AFTER_MS),
        }
    }

    /// Nobody has chosen to ask: what was known before is forgotten, so that nothing old is told later.
    fn forget(&mut self) {
        (self.asked_at_ms, self.answer) = (None, None);
    }
}

impl Till {
    pub(crate) fn updates_wake_at_ms(&self) -> Option<i64> {
        let wants = self.chosen.view.chosen.updates.ask && !self.updates.asking;
        wants.then(|| self.updates.due_at_ms(self.now_ms()))
    }

    pub(crate) fn ask_for_update_if_due(&mut self, now_ms: i64) {
        if self.updates_wake_at_ms().is_some_and(|due| now_ms >= due) {
            self.updates.asking = true;
            self.updates.asked_at_ms = Some(now_ms);
            self.effects.push(Effect::AskForUpdate);
        }
    }

    pub(crate) fn hear_update(&mut self, answer: UpdateAnswer) {
        self.updates.asking = false;
        // Meanwhile it was chosen not to ask.
        if self.chosen.view.chosen.updates.ask {
            self.updates.answer = Some(answer);
        }
    }

    /// Whoever turns it on wants to know now.
    pub(crate) fn choose_updates(&mut self, ask: bool) {
        self.updates.forget();
        if ask {
            self.updates.began_at_ms = self.now_ms().saturating_sub(FIRST_AFTER_MS);
        }
        self.chosen.view.chosen.updates.ask = ask;
    }

    /// By the version that was read: another one has not been.
    pub(crate) fn put_update_away(&mut self, version: String) -> Result<(), UiError> {
        if self.newer_version().is_none_or(|newer| newer.version != version) {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.chosen.view.chosen.updates.put_away = Some(version);
        Ok(())
    }

    /// The notice, where it may stand.
    pub(crate) fn update_view(&self) -> Option<UpdateView> {
        let newer = self.newer_version()?;
        let is_put_away = self.chosen.view.chosen.updates.put_away.as_ref() == Some(&newer.version);
        (!is_put_away && self.is_between_shifts()).then_some(newer)
    }

    fn newer_version(&self) -> Option<UpdateView> {
        let (version, is_installed) = match self.updates.answer.as_ref()? {
            UpdateAnswer::Waiting(version) => (version, false),
            UpdateAnswer::Installed(version) => (version, true),
            UpdateAnswer::Newest
            | UpdateAnswer::NoPackage
            | UpdateAnswer::NoApt
            | UpdateAnswer::Hung
            | UpdateAnswer::Unclear => return None,
        };
        Some(UpdateView {
            version: version.clone(),
            is_installed,
        })
    }

    /// Nobody works on anything: no bill, no customer, no sale and no panel in front, no trouble that comes first, and no
    /// shift. Holds that were handed on with a Z may stand: they wait for the next shift. A till that never had a shift
    /// has no other end of its work than that no sale is open, because following the notice closes the till.
    fn is_between_shifts(&self) -> bool {
        let front = &self.front;
        let at_rest = front.sale.is_none()
            && front.review.is_none()
            && front.top_up.is_none()
            && front.cart.is_empty()
            && front.customer.mark.is_none()
            && front.customer.state == CustomerState::None
            && self.refunds.panel.is_none()
            && !self.queue.has_panel();
        let is_over = match &self.shift.last {
            Some(_) => self.shift.is_missing(),
            None => self.sales.values().all(|row| row.sale.state.is_final()),
        };
        let is_usable = matches!(self.books, OpenBooks::Open(_)) && self.books_checked;
        at_rest && is_over && is_usable && !self.people.is_locked() && self.notice_view().is_none()
    }

    /// The same line in the health panel and in the settings.
    pub(crate) fn update_line(&self) -> HealthLineView {
        health::update(self.chosen.view.chosen.updates.ask, self.updates.answer.as_ref())
    }
}
