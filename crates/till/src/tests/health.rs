//! What the engine says of itself, and what it says of a disk before that is full.

use super::rig::Rig;
use crate::home::Footprint;
use crate::inputs::Input;
use contract::{BooksState, KeyringState, NoticeCode, ProviderState};

fn free(bytes: u64) -> Input {
    Input::DiskSeen(Footprint {
        free_bytes: Some(bytes),
        ..Footprint::default()
    })
}

fn noticed(rig: &mut Rig) -> Option<(NoticeCode, Option<String>)> {
    let notice = rig.view().notice?;
    assert!(!notice.blocks, "sales go on");
    Some((notice.code, notice.detail))
}

#[test]
fn a_disk_that_fills_up_is_told_before_what_follows_from_it_and_no_longer_when_there_is_room() {
    let mut rig = Rig::new();
    rig.hear(free(50_000_000_000));
    assert_eq!(noticed(&mut rig), None);
    rig.hear(free(90_000_000));
    rig.hear(Input::BackedUp(Err("no room".to_owned())));
    assert_eq!(
        noticed(&mut rig),
        Some((NoticeCode::DiskLow, Some("90 MB".to_owned())))
    );
    rig.hear(free(50_000_000_000));
    assert_eq!(
        noticed(&mut rig),
        Some((NoticeCode::BackupFailed, Some("no room".to_owned())))
    );
}

#[test]
fn the_engine_says_how_it_is_from_the_first_moment_on() {
    let rig = Rig::unconnected();
    let health = rig.till.health();
    assert_eq!(health.books, BooksState::Checking);
    assert_eq!(health.keyring, KeyringState::Unasked);
    assert_eq!(health.provider, ProviderState::Unasked);
    let mut rig = Rig::new();
    let health = rig.till.health();
    assert_eq!(health.books, BooksState::InOrder);
    assert_eq!((health.unanswered, health.for_a_person, health.queued), (0, 0, 0));
    assert_eq!(health.records, rig.view().settings.ledger_events);
    assert!(health.answers_ms.is_empty());
}
