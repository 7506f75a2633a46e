//! The messages that were not taken yet, on the disk beside the ledger.

use contract::HookTrouble;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use till::{HookStanding, News, NewsEvent};

/// The next try comes so long after the first, the second, …; the last of them again and again.
const AGAIN_AFTER_MS: [i64; 5] = [10_000, 60_000, 300_000, 900_000, 1_800_000];
/// So long nothing is tried when nothing could leave: a person unlocks the keyring, and need not wait for half an hour then.
const NOT_TRIED_AGAIN_AFTER_MS: i64 = 10_000;
/// A message of this morning would only puzzle the customer tonight.
const OLD_AFTER_MS: i64 = 6 * 3_600_000;
/// More than a busy counter's day; beyond it the oldest gives way.
const WAITING_MAX: usize = 500;
const IDLE: Duration = Duration::from_secs(3_600);
const FILE: &str = "hook-queue.json";

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Waiting {
    news: News,
    tries: usize,
    due_at_ms: i64,
}

/// The messages that were not taken yet, oldest first, and what became of the others.
pub(super) struct Outbox {
    file: PathBuf,
    waiting: VecDeque<Waiting>,
    given_up: u32,
    trouble: Option<HookTrouble>,
    /// Nothing can leave before.
    quiet_until_ms: i64,
}

impl Outbox {
    /// What a run before has left. A file that cannot be read is begun anew: messages are no books.
    pub fn open(folder: &Path) -> Outbox {
        let file = folder.join(FILE);
        let read = fs::read(&file).ok();
        let waiting = read.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Outbox {
            file,
            waiting: waiting.unwrap_or_default(),
            given_up: 0,
            trouble: None,
            quiet_until_ms: 0,
        }
    }

    pub fn add(&mut self, news: News, now_ms: i64) {
        self.waiting.push_back(Waiting {
            news,
            tries: 0,
            due_at_ms: now_ms,
        });
        while self.waiting.len() > WAITING_MAX {
            self.waiting.pop_front();
            self.give_up(1);
        }
        self.keep();
    }

    pub fn give_up(&mut self, count: u64) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.given_up = self.given_up.saturating_add(count);
    }

    /// Nobody is to be told any more.
    pub fn empty(&mut self) {
        if !self.waiting.is_empty() {
            self.waiting.clear();
            self.keep();
        }
        (self.trouble, self.quiet_until_ms) = (None, 0);
    }

    /// The oldest message that is due. It stays in its place until [`Outbox::told`] says what became of it. What is too old,
    /// or says of a hold that is over, goes.
    pub fn next_due(&mut self, now_ms: i64) -> Option<News> {
        let before = self.waiting.len();
        self.waiting.retain(|one| !is_stale(&one.news, now_ms));
        if before != self.waiting.len() {
            self.give_up(u64::try_from(before.saturating_sub(self.waiting.len())).unwrap_or_default());
            self.keep();
        }
        if now_ms < self.quiet_until_ms {
            return None;
        }
        let due = self.waiting.iter().find(|one| one.due_at_ms <= now_ms)?;
        Some(due.news.clone())
    }

    /// The message was taken, or why not.
    pub fn told(&mut self, id: &str, told: Result<(), HookTrouble>, now_ms: i64) {
        let at = self.waiting.iter().position(|one| one.news.id == id);
        match &told {
            Ok(()) => {
                at.and_then(|at| self.waiting.remove(at));
            }
            Err(trouble) if !was_tried(trouble) => {
                self.quiet_until_ms = now_ms.saturating_add(NOT_TRIED_AGAIN_AFTER_MS);
            }
            Err(_) => {
                if let Some(one) = at.and_then(|at| self.waiting.get_mut(at)) {
                    let last = AGAIN_AFTER_MS.len().saturating_sub(1);
                    let wait_ms = AGAIN_AFTER_MS.get(one.tries.min(last)).copied();
                    one.tries = one.tries.saturating_add(1);
                    one.due_at_ms = now_ms.saturating_add(wait_ms.unwrap_or_default());
                }
            }
        }
        self.trouble = told.err();
        self.keep();
    }

    /// How long nothing is due.
    pub fn rest(&self, now_ms: i64) -> Duration {
        let due = self.waiting.iter().map(|one| one.due_at_ms).min();
        due.map_or(IDLE, |due| {
            let due = due.max(self.quiet_until_ms);
            Duration::from_millis(u64::try_from(due.saturating_sub(now_ms)).unwrap_or_default())
        })
    }

    pub fn standing(&self) -> HookStanding {
        HookStanding {
            waiting: u32::try_from(self.waiting.len()).unwrap_or(u32::MAX),
            given_up: self.given_up,
            trouble: self.trouble.clone(),
        }
    }

    fn keep(&self) {
        let new = self.file.with_extension("json.new");
        let kept = serde_json::to_vec(&self.waiting)
            .map_err(io::Error::other)
            .and_then(|text| fs::write(&new, text))
            .and_then(|()| fs::rename(&new, &self.file));
        if let Err(error) = kept {
            tracing::warn!(%error, "the messages that wait could not be kept");
        }
    }
}

/// Whether anything was begun that could tell somebody: otherwise the message has not used up a try.
fn was_tried(trouble: &HookTrouble) -> bool {
    match trouble {
        HookTrouble::KeyMissing
        | HookTrouble::KeyringLocked
        | HookTrouble::KeyringBroken
        | HookTrouble::Address => false,
        HookTrouble::Program { .. }
        | HookTrouble::Unreachable
        | HookTrouble::NoAnswer
        | HookTrouble::Status { .. }
        | HookTrouble::Redirected { .. } => true,
    }
}

fn is_stale(news: &News, now_ms: i64) -> bool {
    let is_over = news.event == NewsEvent::Held && news.deadline_at_ms.is_some_and(|at_ms| at_ms <= now_ms);
    is_over || now_ms.saturating_sub(news.at_ms) > OLD_AFTER_MS
}

#[cfg(test)]
mod tests;
