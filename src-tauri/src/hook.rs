//! Tells customers what happened to their sale, through a program of the store's choice (`docs/hook.md`). It has a small
//! queue of its own on the disk and a thread of its own: whatever that program does, no sale waits for it.

use crate::beside;
use crate::engine::Standing;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use till::{HookStanding, News, NewsEvent};
use tokio::sync::{broadcast, watch};

const TAKES_AT_MOST: Duration = Duration::from_secs(5);
/// The next try comes so long after the first, the second, …; the last of them again and again.
const AGAIN_AFTER_MS: [i64; 5] = [10_000, 60_000, 300_000, 900_000, 1_800_000];
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
struct Outbox {
    file: PathBuf,
    waiting: VecDeque<Waiting>,
    given_up: u32,
    trouble: Option<String>,
}

impl Outbox {
    /// What a run before has left. A file that cannot be read is begun anew: messages are no books.
    fn open(folder: &Path) -> Outbox {
        let file = folder.join(FILE);
        let read = fs::read(&file).ok();
        let waiting = read.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Outbox {
            file,
            waiting: waiting.unwrap_or_default(),
            given_up: 0,
            trouble: None,
        }
    }

    fn add(&mut self, news: News, now_ms: i64) {
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

    fn give_up(&mut self, count: u64) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.given_up = self.given_up.saturating_add(count);
    }

    /// Nobody is to be told any more.
    fn empty(&mut self) {
        if !self.waiting.is_empty() {
            self.waiting.clear();
            self.keep();
        }
        self.trouble = None;
    }

    /// Tries the oldest that is due; answers whether there was one. What is too old, or says of a hold that is over, goes.
    fn try_next(&mut self, now_ms: i64, tell: impl FnOnce(&str) -> Result<(), String>) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|one| !is_stale(&one.news, now_ms));
        self.give_up(u64::try_from(before.saturating_sub(self.waiting.len())).unwrap_or_default());
        let Some(at) = self.waiting.iter().position(|one| one.due_at_ms <= now_ms) else {
            if before != self.waiting.len() {
                self.keep();
            }
            return false;
        };
        let Some(mut one) = self.waiting.remove(at) else {
            return false;
        };
        let told = serde_json::to_string(&one.news)
            .map_err(|why| why.to_string())
            .and_then(|text| tell(&text));
        if told.is_err() {
            let last = AGAIN_AFTER_MS.len().saturating_sub(1);
            let wait_ms = AGAIN_AFTER_MS
                .get(one.tries.min(last))
                .copied()
                .unwrap_or_default();
            one.tries = one.tries.saturating_add(1);
            one.due_at_ms = now_ms.saturating_add(wait_ms);
            self.waiting.insert(at, one);
        }
        self.trouble = told.err();
        self.keep();
        true
    }

    /// How long nothing is due.
    fn rest(&self, now_ms: i64) -> Duration {
        let due = self.waiting.iter().map(|one| one.due_at_ms).min();
        due.map_or(IDLE, |due| {
            Duration::from_millis(u64::try_from(due.saturating_sub(now_ms)).unwrap_or_default())
        })
    }

    fn standing(&self) -> HookStanding {
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

fn is_stale(news: &News, now_ms: i64) -> bool {
    let is_over = news.event == NewsEvent::Held && news.deadline_at_ms.is_some_and(|at_ms| at_ms <= now_ms);
    is_over || now_ms.saturating_sub(news.at_ms) > OLD_AFTER_MS
}

/// Works on a thread of its own until the engine ends. Holds no handle of the engine.
///
/// # Errors
/// When the system gives no thread.
pub fn tell_beside(
    program: Vec<String>,
    folder: &Path,
    news: broadcast::Receiver<News>,
    slot: watch::Receiver<Standing>,
) -> io::Result<()> {
    if program.is_empty() {
        return Ok(());
    }
    let outbox = Outbox::open(folder);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    thread::Builder::new().name("hook".to_owned()).spawn(move || {
        runtime.block_on(work(&program, outbox, news, &slot));
    })?;
    Ok(())
}

async fn work(
    program: &[String],
    mut outbox: Outbox,
    mut news: broadcast::Receiver<News>,
    slot: &watch::Receiver<Standing>,
) {
    loop {
        let rest = outbox.rest(now_ms(slot));
        match tokio::time::timeout(rest, news.recv()).await {
            Ok(Ok(one)) => outbox.add(one, now_ms(slot)),
            Ok(Err(broadcast::error::RecvError::Lagged(missed))) => outbox.give_up(missed),
            Ok(Err(broadcast::error::RecvError::Closed)) => return,
            Err(_) => {}
        }
        if !is_wanted(slot) {
            outbox.empty();
        }
        let tell = |text: &str| beside::run(program, text, TAKES_AT_MOST);
        outbox.try_next(now_ms(slot), tell);
        if let Some(why) = &outbox.trouble {
            tracing::warn!(why, "a customer was not told");
        }
        if let Standing::Running(running) = &*slot.borrow() {
            running.till.hook(outbox.standing());
        }
    }
}

fn now_ms(slot: &watch::Receiver<Standing>) -> i64 {
    match &*slot.borrow() {
        Standing::Running(running) => till::Clock::wall_ms(&*running.clock),
        Standing::Starting | Standing::Ended => 0,
    }
}

fn is_wanted(slot: &watch::Receiver<Standing>) -> bool {
    match &*slot.borrow() {
        Standing::Running(running) => running.till.views().borrow().preferences.chosen.hook.tells,
        Standing::Starting | Standing::Ended => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;

    fn news(number: i64) -> News {
        News {
            id: format!("S{number}/captured"),
            event: NewsEvent::Captured,
            at_ms: 1_000,
            our_ref: format!("S{number}"),
            counter: "2".to_owned(),
            last_four: "3210".to_owned(),
            amount_paise: 60_000,
            amount_text: "₹600.00".to_owned(),
            held_paise: 60_000,
            captured_paise: 60_000,
            refunded_paise: 0,
            deadline_at_ms: Some(10_000),
        }
    }

    fn failing(_: &str) -> Result<(), String> {
        Err("tell failed".to_owned())
    }

    fn outbox() -> (tempfile::TempDir, Outbox) {
        let dir = tempfile::tempdir().unwrap();
        let outbox = Outbox::open(dir.path());
        (dir, outbox)
    }

    #[test]
    fn a_message_that_is_taken_is_told_once_and_gone_from_the_disk() {
        let (dir, mut outbox) = outbox();
        outbox.add(news(1), 1_000);
        let mut told = String::new();
        assert!(outbox.try_next(1_000, |text| {
            text.clone_into(&mut told);
            Ok(())
        }));
        assert_eq!(serde_json::from_str::<News>(&told).unwrap(), news(1));
        assert!(!outbox.try_next(1_000, failing));
        assert_eq!(Outbox::open(dir.path()).waiting.len(), 0);
        assert_eq!(outbox.standing(), HookStanding::default());
    }

    #[test]
    fn a_message_that_is_not_taken_waits_longer_each_time_and_survives_a_restart() {
        let (dir, mut outbox) = outbox();
        outbox.add(news(1), 1_000);
        let mut now_ms = 1_000;
        for wait_ms in [10_000, 60_000, 300_000, 900_000, 1_800_000, 1_800_000] {
            assert!(outbox.try_next(now_ms, failing));
            assert_eq!(outbox.standing().trouble.as_deref(), Some("tell failed"));
            assert_eq!(
                outbox.rest(now_ms),
                Duration::from_millis(u64::try_from(wait_ms).unwrap())
            );
            assert!(!outbox.try_next(now_ms + wait_ms - 1, failing));
            now_ms += wait_ms;
            outbox = Outbox::open(dir.path());
            assert_eq!(outbox.standing().waiting, 1);
        }
        assert!(outbox.try_next(now_ms, |_| Ok(())));
        assert_eq!(outbox.standing(), HookStanding::default());
    }

    #[test]
    fn one_that_is_not_taken_does_not_hold_up_the_next() {
        let (_dir, mut outbox) = outbox();
        outbox.add(news(1), 1_000);
        assert!(outbox.try_next(1_000, failing));
        outbox.add(news(2), 1_500);
        let mut told = String::new();
        assert!(outbox.try_next(1_500, |text| {
            text.clone_into(&mut told);
            Ok(())
        }));
        assert!(told.contains("S2/captured"));
    }

    #[test]
    fn what_is_too_old_or_about_a_hold_that_is_over_is_given_up_and_counted() {
        let (_dir, mut outbox) = outbox();
        outbox.add(news(1), 1_000);
        let held = News {
            event: NewsEvent::Held,
            ..news(2)
        };
        outbox.add(held, 1_000);
        assert!(outbox.try_next(10_000, failing));
        assert_eq!((outbox.standing().waiting, outbox.standing().given_up), (1, 1));
        assert!(!outbox.try_next(1_001 + 6 * HOUR_MS, failing));
        assert_eq!((outbox.standing().waiting, outbox.standing().given_up), (0, 2));
    }

    #[test]
    fn the_queue_is_bounded_and_the_oldest_gives_way() {
        let (_dir, mut outbox) = outbox();
        outbox.file = PathBuf::from("/nowhere/hook-queue.json");
        for number in 0..502 {
            outbox.add(news(number), 1_000);
        }
        assert_eq!((outbox.standing().waiting, outbox.standing().given_up), (500, 2));
        assert_eq!(outbox.waiting[0].news.our_ref, "S2");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_begun_anew() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), "{half").unwrap();
        assert_eq!(Outbox::open(dir.path()).standing(), HookStanding::default());
    }
}
