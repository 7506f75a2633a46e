//! Tells customers what happened to their sale, through a program or to an address of the store's choice (`docs/hook.md`). It has
//! a small queue of its own on the disk and a thread of its own: whatever the other end does, no sale waits for it.

mod outbox;
mod way;

pub use way::Way;

use crate::engine::Standing;
use crate::ports::Safe;
use contract::HookTrouble;
use outbox::Outbox;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use till::News;
use tokio::sync::{broadcast, watch};
use way::Teller;

/// Works on a thread of its own until the engine ends. Holds no handle of the engine.
///
/// # Errors
/// When the system gives no thread.
pub fn tell_beside(
    way: Way,
    folder: &Path,
    news: broadcast::Receiver<News>,
    slot: watch::Receiver<Standing>,
) -> io::Result<()> {
    let Some(teller) = way.teller() else {
        return Ok(());
    };
    let outbox = Outbox::open(folder);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    thread::Builder::new().name("hook".to_owned()).spawn(move || {
        runtime.block_on(work(&teller, outbox, news, &slot));
    })?;
    Ok(())
}

async fn work(
    teller: &Teller,
    mut outbox: Outbox,
    mut news: broadcast::Receiver<News>,
    slot: &watch::Receiver<Standing>,
) {
    let mut last_trouble = None;
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
        if let Some(due) = outbox.next_due(now_ms(slot)) {
            let told = match serde_json::to_string(&due) {
                Ok(text) => teller.tell(&text, safe(slot), now_ms(slot)).await,
                Err(why) => Err(HookTrouble::Program { why: why.to_string() }),
            };
            outbox.told(&due.id, told, now_ms(slot));
        }
        let standing = outbox.standing();
        if standing.trouble != last_trouble {
            // Said once: it is tried again for hours, and a log of the same line would push out everything else.
            if let Some(why) = &standing.trouble {
                tracing::warn!(?why, "a customer was not told");
            }
            last_trouble.clone_from(&standing.trouble);
        }
        if let Standing::Running(running) = &*slot.borrow() {
            running.till.hook(standing);
        }
    }
}

fn now_ms(slot: &watch::Receiver<Standing>) -> i64 {
    match &*slot.borrow() {
        Standing::Running(running) => till::Clock::wall_ms(&*running.clock),
        Standing::Starting | Standing::Ended => 0,
    }
}

fn safe(slot: &watch::Receiver<Standing>) -> Option<Arc<Safe>> {
    match &*slot.borrow() {
        Standing::Running(running) => Some(running.safe.clone()),
        Standing::Starting | Standing::Ended => None,
    }
}

fn is_wanted(slot: &watch::Receiver<Standing>) -> bool {
    match &*slot.borrow() {
        Standing::Running(running) => running.till.views().borrow().preferences.chosen.hook.tells,
        Standing::Starting | Standing::Ended => true,
    }
}
