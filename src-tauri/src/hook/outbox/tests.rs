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

fn failed() -> HookTrouble {
    HookTrouble::Program {
        why: "tell failed".to_owned(),
    }
}

/// Tries what is due; answers what it was.
fn tried(outbox: &mut Outbox, now_ms: i64, told: Result<(), HookTrouble>) -> Option<String> {
    let news = outbox.next_due(now_ms)?;
    outbox.told(&news.id, told, now_ms);
    Some(news.our_ref)
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
    assert_eq!(outbox.next_due(1_000), Some(news(1)));
    assert_eq!(
        Outbox::open(dir.path()).standing().waiting,
        1,
        "until it was taken"
    );
    outbox.told(&news(1).id, Ok(()), 1_000);
    assert_eq!(outbox.next_due(1_000), None);
    assert_eq!(Outbox::open(dir.path()).waiting.len(), 0);
    assert_eq!(outbox.standing(), HookStanding::default());
}

#[test]
fn a_message_that_is_not_taken_waits_longer_each_time_and_survives_a_restart() {
    let (dir, mut outbox) = outbox();
    outbox.add(news(1), 1_000);
    let mut now_ms = 1_000;
    for wait_ms in [10_000, 60_000, 300_000, 900_000, 1_800_000, 1_800_000] {
        assert!(tried(&mut outbox, now_ms, Err(failed())).is_some());
        assert_eq!(outbox.standing().trouble, Some(failed()));
        assert_eq!(
            outbox.rest(now_ms),
            Duration::from_millis(u64::try_from(wait_ms).unwrap())
        );
        assert_eq!(outbox.next_due(now_ms + wait_ms - 1), None);
        now_ms += wait_ms;
        outbox = Outbox::open(dir.path());
        assert_eq!(outbox.standing().waiting, 1);
    }
    assert!(tried(&mut outbox, now_ms, Ok(())).is_some());
    assert_eq!(outbox.standing(), HookStanding::default());
}

#[test]
fn one_that_is_not_taken_does_not_hold_up_the_next() {
    let (_dir, mut outbox) = outbox();
    outbox.add(news(1), 1_000);
    assert_eq!(tried(&mut outbox, 1_000, Err(failed())).as_deref(), Some("S1"));
    outbox.add(news(2), 1_500);
    assert_eq!(tried(&mut outbox, 1_500, Ok(())).as_deref(), Some("S2"));
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
    assert!(tried(&mut outbox, 10_000, Err(failed())).is_some());
    assert_eq!((outbox.standing().waiting, outbox.standing().given_up), (1, 1));
    assert_eq!(outbox.next_due(1_001 + 6 * HOUR_MS), None);
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

#[test]
fn while_nothing_can_leave_no_message_uses_up_a_try_and_all_go_soon_after() {
    let (_dir, mut outbox) = outbox();
    for number in 1..=3 {
        outbox.add(news(number), 1_000);
    }
    for turn in 0..100 {
        let now_ms = 1_000 + turn * 10_000;
        let one = tried(&mut outbox, now_ms, Err(HookTrouble::KeyringLocked));
        assert_eq!(one.as_deref(), Some("S1"));
        assert_eq!(outbox.next_due(now_ms), None, "one question for all of them");
        assert_eq!(outbox.rest(now_ms), Duration::from_secs(10));
    }
    assert_eq!(outbox.standing().trouble, Some(HookTrouble::KeyringLocked));
    let now_ms = 1_000 + 100 * 10_000;
    for number in 1..=3 {
        let one = tried(&mut outbox, now_ms, Ok(()));
        assert_eq!(one, Some(format!("S{number}")));
    }
    assert_eq!(outbox.standing(), HookStanding::default());
}
