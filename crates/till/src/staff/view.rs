//! What the window sees of the people, and what it sees of the till while nobody is signed in.

use super::Till;
use crate::state::OpenBooks;
use contract::{ApprovalView, PersonView, QueueView, RuleView, StaffView, TillView};
use domain::{Action, Moment, Permission, Person, Role};

impl Till {
    /// The view as whoever is here may see it: nothing of anybody's bill, customer or sales while the till is locked. The
    /// sales are shown all the same when the books have failed, because then the question is whether money moved.
    pub(crate) fn build_view_for_present(&mut self) -> TillView {
        if !self.people.is_locked() {
            return self.build_view();
        }
        let hidden = std::mem::take(&mut self.front);
        let mut view = self.build_view();
        self.front = hidden;
        if matches!(self.books, OpenBooks::Open(_)) {
            view.strip.clear();
            view.bills.parked.clear();
            view.queue = QueueView::default();
            view.shift_desk.holds.clear();
            view.shift_desk.count = None;
        }
        view
    }

    pub(crate) fn staff_view(&self) -> StaffView {
        let now = self.now();
        let people = &self.people;
        let person_view = |person: &Person| self.person_view(person, &now);
        let me = people.present.as_ref().and_then(|name| people.staff.person(name));
        let can_edit = self.permission(Action::StaffEdit, None) == Permission::Allowed;
        StaffView {
            is_empty: people.staff.is_empty(),
            locked: people.is_locked(),
            me: me.map(person_view),
            people: people.staff.people().map(person_view).collect(),
            checking: people.work.is_some(),
            refusal: people.refusal.clone(),
            refused_name: people.refused_name.as_ref().map(ToString::to_string),
            approval: self.approval_view(),
            can_edit,
            rules: if can_edit && !people.staff.is_empty() {
                self.rule_views()
            } else {
                Vec::new()
            },
            idle_minutes: people.staff.idle_minutes,
            locks_at_ms: self.idle_left_ms().map(|left_ms| whole_second(&now, left_ms)),
        }
    }

    fn person_view(&self, person: &Person, now: &Moment) -> PersonView {
        PersonView {
            name: person.name.to_string(),
            role: person.role,
            wait_until_ms: self
                .wait_left_ms(&person.name, now)
                .map(|left_ms| whole_second(now, left_ms)),
        }
    }

    fn approval_view(&self) -> Option<ApprovalView> {
        let asked = self.people.asked.as_ref()?;
        let people = self.people.staff.people();
        Some(ApprovalView {
            action_id: asked.action_id.clone(),
            action: asked.action,
            amount_text: asked.amount_paise.map(|amount| amount.to_string()),
            managers: people
                .filter(|person| person.role == Role::Manager)
                .map(|person| person.name.to_string())
                .collect(),
        })
    }

    fn rule_views(&self) -> Vec<RuleView> {
        let both = Role::ALL
            .into_iter()
            .flat_map(|role| Action::ALL.map(|action| (role, action)));
        both.map(|(role, action)| {
            let rule = self.people.staff.policy.rule(role, action);
            RuleView {
                role,
                action,
                within: rule.within,
                limit_field: rule.limit_paise.map(|limit| limit.to_field()).unwrap_or_default(),
                over: rule.over,
                has_amount: action.has_amount(),
            }
        })
        .collect()
    }
}

/// The next whole second: two clocks make the moment, and it must not flicker by a millisecond: each flicker would be a view of its own.
fn whole_second(now: &Moment, left_ms: i64) -> i64 {
    let at_ms = now.wall_ms.saturating_add(left_ms);
    at_ms.saturating_add(999).div_euclid(1_000).saturating_mul(1_000)
}
