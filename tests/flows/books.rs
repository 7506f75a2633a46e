//! A ledger that cannot be used: no money is asked for, the till says why, and nothing of the file is changed.

use contract::{BooksState, Command, ErrorCode, NoticeCode, WhyCode};
use holdfast_tests::damage::{Kind, tamper};
use holdfast_tests::{Counter, Plan, RAVI};
use rusqlite::Connection;
use std::fs;

async fn reopened_after(spoil: impl FnOnce(&Connection)) -> (Counter, Vec<u8>) {
    let mut counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter.capture("450").await;
    counter.sleep_ms(25_000).await;
    counter.cut_power();
    let conn = Connection::open(counter.ledger_path()).unwrap();
    spoil(&conn);
    conn.pragma_update(None, "wal_checkpoint", "TRUNCATE").unwrap();
    drop(conn);
    let before = fs::read(counter.ledger_path()).unwrap();
    counter.start();
    counter.settle().await;
    (counter, before)
}

async fn is_closed(counter: &Counter, before: &[u8], notice: NoticeCode) {
    let view = counter.view();
    let shown = view
        .notice
        .clone()
        .unwrap_or_else(|| panic!("no notice: {view:#?}"));
    assert_eq!((shown.code, shown.blocks, shown.can_export), (notice, true, true));
    assert_eq!(
        (view.lamps.books, view.button.why.code),
        (BooksState::Closed, WhyCode::BooksClosed)
    );
    let number = Command::MobileSubmit {
        text: RAVI.to_owned(),
    };
    assert_eq!(counter.refused(number).await, ErrorCode::BooksClosed);
    assert_eq!(counter.view().button.action_id, None);
    assert_eq!(
        fs::read(counter.ledger_path()).unwrap(),
        before,
        "nothing was overwritten"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_of_a_newer_program_is_left_alone() {
    let (counter, before) =
        reopened_after(|conn| conn.pragma_update(None, "user_version", 99).unwrap()).await;
    is_closed(&counter, &before, NoticeCode::LedgerNewer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_ledger_is_left_alone() {
    let mut counter = Counter::closed(Plan::default()).await;
    fs::create_dir_all(counter.ledger_path().parent().unwrap()).unwrap();
    let before = b"this is not a ledger at all, but somebody's letter".repeat(100);
    fs::write(counter.ledger_path(), &before).unwrap();
    counter.start();
    counter.settle().await;
    is_closed(&counter, &before, NoticeCode::LedgerDamaged).await;
    counter.nothing_was_sent();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_byte_of_an_old_record_is_noticed_at_the_start() {
    let (counter, _) = reopened_after(|conn| {
        conn.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
        let changed = conn.execute(
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '45000', '35000') AS BLOB) \
             WHERE CAST(body AS TEXT) LIKE '%45000%'",
            [],
        );
        assert!(changed.unwrap() > 0);
    })
    .await;
    tampered(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_projection_that_was_touched_up_is_noticed_at_the_start() {
    let (counter, _) = reopened_after(|conn| {
        assert_eq!(
            conn.execute("UPDATE hold SET captured_paise = 100", []).unwrap(),
            1
        );
    })
    .await;
    tampered(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_were_cut_off_at_the_end_are_noticed_by_the_anchor() {
    let (counter, _) = reopened_after(|conn| {
        // Whoever does this makes the derived tables fit as well: here they are derived anew at the start.
        conn.execute_batch(
            "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE seq > 2; \
             UPDATE meta SET value = 'none' WHERE key = 'projection'",
        )
        .unwrap();
    })
    .await;
    tampered(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_was_computed_anew_as_a_whole_is_noticed_by_the_anchor() {
    let (counter, _) = reopened_after(|conn| {
        let path = conn.path().unwrap().to_owned();
        tamper(path.as_ref(), Kind::Recompute, 3);
    })
    .await;
    tampered(&counter).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn yesterdays_copy_in_the_ledgers_place_is_noticed_by_the_anchor_and_not_written_to() {
    let mut counter = Counter::open().await;
    counter.hold("600", RAVI).await;
    counter.cut_power();
    let yesterday = fs::read(counter.ledger_path()).unwrap();
    counter.start();
    counter.settle().await;
    counter.sleep_ms(25_000).await;
    counter.cut_power();
    fs::write(counter.ledger_path(), &yesterday).unwrap();
    counter.start();
    counter.settle().await;
    is_closed(&counter, &yesterday, NoticeCode::LedgerTampered).await;
    counter.sleep_ms(3_600_000).await;
    counter.cut_power();
    assert_eq!(fs::read(counter.ledger_path()).unwrap(), yesterday);
}

async fn tampered(counter: &Counter) {
    let view = counter.view();
    assert_eq!(
        view.notice.as_ref().map(|notice| (notice.code, notice.blocks)),
        Some((NoticeCode::LedgerTampered, true))
    );
    assert_eq!(view.lamps.books, BooksState::Closed);
    let amount = Command::AmountSet { text: "1".to_owned() };
    counter.act(amount).await.unwrap();
    assert_eq!(counter.view().button.why.code, WhyCode::BooksClosed);
    let review = Command::CaptureReview {
        amount_text: "1".to_owned(),
    };
    assert_eq!(counter.refused(review).await, ErrorCode::NoSuchSale);
}
