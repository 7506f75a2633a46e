//! Backups taken while the till writes, each put back and proved.

use super::files::PROFILE;
use super::story;
use ledger::{Head, Ledger};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

/// Takes `count` backups of a ledger that is written to without a pause, and says how many of them hold: chain,
/// projections, and their own end among the records of the ledger that they were taken from.
#[must_use]
pub fn backups(count: usize) -> usize {
    let folder = TempDir::new().unwrap();
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let ledger = Ledger::open(&folder.path().join("books/ledger.sqlite"), PROFILE).unwrap();
    let mut facts = story::facts(0);
    let to_come = facts.split_off(400);
    ledger.append_all(facts).unwrap();
    let is_done = AtomicBool::new(false);
    let heads: Vec<Option<Head>> = std::thread::scope(|scope| {
        scope.spawn(|| {
            // When the story is told, its till goes on being started: the writer never rests.
            let again = story::facts(0).swap_remove(0);
            let without_end = to_come.into_iter().chain(std::iter::repeat(again));
            for fact in without_end.take_while(|_| !is_done.load(Ordering::SeqCst)) {
                ledger.append(fact).unwrap();
            }
        });
        let heads = (0..count)
            .map(|number| {
                ledger
                    .backup(&folder.path().join(format!("{number}.sqlite")))
                    .ok()
            })
            .collect();
        is_done.store(true, Ordering::SeqCst);
        heads
    });
    let holds = |(number, head): (usize, &Option<Head>)| {
        let Some(head) = head else { return false };
        let copy = folder.path().join(format!("{number}.sqlite"));
        let is_whole =
            ledger::verify(&copy, Some(head)).is_ok_and(|found| found.holds() && found.head == *head);
        let is_of_the_living = ledger::verify(ledger.path(), Some(head)).is_ok_and(|found| found.holds());
        is_whole && is_of_the_living && Ledger::open(&copy, PROFILE).is_ok()
    };
    heads
        .iter()
        .enumerate()
        .filter(|found| holds((found.0, found.1)))
        .count()
}
