//! When it stops taking money: what is written and what is not, what the screen is told, and the way back.

use super::disks::Mood;
use super::rig::{Rig, auth_state, authorized, enough, paid, refused, timed_out};
use crate::{BooksTrouble, Input};
use contract::{BooksState, Command, ErrorCode, NoticeCode, StopView, WhyCode};
use domain::{Call, Fact, RefusalKind, SaleState};

fn stopped(rig: &mut Rig, code: NoticeCode) -> StopView {
    let view = rig.view();
    let notice = view.notice.expect("a notice");
    assert_eq!(
        (notice.code, notice.blocks, notice.can_export),
        (code, true, true)
    );
    assert_eq!(view.lamps.books, BooksState::Closed);
    assert!(view.button.action_id.is_none() && view.review.is_none() && view.top_up.is_none());
    view.stop.expect("the stop screen")
}

fn strip_state(rig: &mut Rig) -> SaleState {
    let strip = rig.view().strip;
    assert_eq!(strip.len(), 1);
    strip[0].state
}

#[test]
fn nothing_is_written_before_the_chain_was_checked() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let our_ref = rig.sale_ref();
    let end = rig.reader().head().unwrap();
    let mut rig = rig.restarted(60_000);
    assert_eq!(strip_state(&mut rig), SaleState::HoldUnknown, "told at once");
    rig.connect();
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(
        strip_state(&mut rig),
        SaleState::Held,
        "a question needs no books"
    );
    assert_eq!(rig.reader().head().unwrap(), end);
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(rig.written(&our_ref), SaleState::Held);
    assert_eq!(
        rig.reader().head().unwrap().seq,
        end.seq + 3,
        "the start, what it found, and what the look brought"
    );
    assert_eq!(rig.view().strip.len(), 1);
}

#[test]
fn a_ledger_that_fails_its_check_is_left_as_it_was_and_its_sales_are_looked_up_all_the_same() {
    fails_its_check(false);
}

#[test]
fn what_was_answered_before_the_check_failed_is_shown_as_not_written() {
    fails_its_check(true);
}

fn fails_its_check(answers_first: bool) {
    let mut rig = Rig::new();
    rig.held("600");
    rig.capture("450");
    let our_ref = rig.sale_ref();
    let end = rig.reader().head().unwrap();
    let mut rig = rig.restarted(60_000);
    rig.connect();
    let doctored = BooksTrouble::Tampered("record 3".to_owned());
    if answers_first {
        rig.reply(Call::TransactionStatus, paid(45_000));
        rig.hear(Input::BooksChecked(Err(doctored)));
    } else {
        rig.hear(Input::BooksChecked(Err(doctored)));
        rig.reply(Call::TransactionStatus, paid(45_000));
    }
    let stop = stopped(&mut rig, NoticeCode::LedgerTampered);
    assert_eq!(
        (stop.can_retry, stop.sales_known, stop.asking),
        (false, true, true)
    );
    assert_eq!(stop.unwritten, [our_ref.to_string()]);
    assert_eq!(strip_state(&mut rig), SaleState::Paid);
    rig.pass_ms(3_600_000);
    assert_eq!(rig.reader().head().unwrap(), end, "not one record was added");
}

#[test]
fn facts_that_come_while_the_chain_is_checked_are_written_when_it_holds() {
    let mut rig = Rig::unconnected();
    rig.connect();
    rig.link();
    assert_eq!(rig.reader().head().unwrap().seq, 0);
    rig.hear(Input::BooksChecked(Ok(())));
    let facts: Vec<Fact> = rig
        .reader()
        .events()
        .unwrap()
        .map(|event| event.unwrap().record.fact)
        .collect();
    assert!(
        matches!(
            facts.as_slice(),
            [Fact::TillStarted { .. }, Fact::CustomerLinked { .. }]
        ),
        "{facts:?}"
    );
}

#[test]
fn a_full_disk_stops_new_holds_and_an_answer_that_cannot_be_written_is_shown_as_such() {
    let (mut rig, mood) = Rig::shaky();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let our_ref = rig.sale_ref();
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Authorize, authorized());
    let stop = stopped(&mut rig, NoticeCode::LedgerCannotWrite);
    assert!(stop.can_retry && stop.sales_known && stop.asking);
    assert_eq!(stop.unwritten, [our_ref.to_string()]);
    assert_eq!(strip_state(&mut rig), SaleState::Held, "as PhonePe says");
    assert_eq!(rig.written(&our_ref), SaleState::HoldAsked, "as the books say");
    rig.act(Command::NewSale).unwrap();
    rig.act(Command::AmountSet {
        text: "10".to_owned(),
    })
    .unwrap();
    assert_eq!(rig.view().button.why.code, WhyCode::BooksClosed);
    let number = Command::MobileSubmit {
        text: "9876543210".to_owned(),
    };
    assert_eq!(rig.refused(number), ErrorCode::BooksClosed);
    assert_eq!(rig.built(Call::Authorize), 1);
}

#[test]
fn an_unknown_sale_is_looked_up_on_schedule_while_nothing_can_be_written() {
    let (mut rig, mood) = Rig::shaky();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.capture("450");
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Capture, timed_out());
    assert_eq!(strip_state(&mut rig), SaleState::CaptureUnknown);
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, timed_out());
    rig.pass_ms(2_000);
    assert!(
        !rig.is_on_its_way(Call::TransactionStatus),
        "the schedule goes on, it does not storm"
    );
    rig.pass_ms(2_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(strip_state(&mut rig), SaleState::Paid);
    assert_eq!(
        stopped(&mut rig, NoticeCode::LedgerCannotWrite).unwritten,
        [our_ref.to_string()]
    );
    assert_eq!(rig.written(&our_ref), SaleState::CaptureAsked);
    assert_eq!((rig.built(Call::Capture), rig.built(Call::Authorize)), (1, 1));
}

#[test]
fn charge_now_captures_nothing_when_the_hold_could_not_be_written() {
    let (mut rig, mood) = Rig::shaky();
    rig.act(Command::SaleModeSet {
        mode: domain::SaleMode::Charge,
    })
    .unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.built(Call::Capture), 1, "it was prepared");
    assert!(!rig.is_on_its_way(Call::Capture), "and never handed out");
}

#[test]
fn when_the_disk_has_room_again_the_till_goes_on_from_what_is_written() {
    let (mut rig, mood) = Rig::shaky();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let our_ref = rig.sale_ref();
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.reopen(&mood).unwrap_err().code, ErrorCode::BooksClosed);
    stopped(&mut rig, NoticeCode::LedgerCannotWrite);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(
        (strip_state(&mut rig), rig.written(&our_ref)),
        (SaleState::Held, SaleState::HoldAsked)
    );

    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    let view = rig.view();
    assert_eq!(view.lamps.books, BooksState::InOrder);
    assert!(view.stop.is_none());
    assert_eq!(
        view.notice.unwrap().code,
        NoticeCode::Recovering,
        "no new hold before the look"
    );
    assert_eq!(rig.state(), SaleState::HoldUnknown);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(
        (rig.state(), rig.written(&our_ref)),
        (SaleState::Held, SaleState::Held)
    );
    rig.capture("600");
    assert_eq!(rig.built(Call::Authorize), 1);
    assert_eq!(
        rig.reopen_refused(),
        ErrorCode::NotAllowedNow,
        "open books are left alone"
    );
}

#[test]
fn a_reply_that_arrives_after_the_books_were_opened_again_meets_no_sale_that_has_moved_on() {
    let (mut rig, mood) = Rig::shaky();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.capture("600");
    *mood.lock().unwrap() = Mood::Full;
    rig.act(Command::BalanceRefresh).ok();
    rig.hear(Input::BooksChecked(Err(BooksTrouble::CannotWrite(
        "the disk is full".to_owned(),
    ))));
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(rig.written(&our_ref), SaleState::Paid);
    rig.reply(Call::Capture, timed_out());
    assert_eq!(rig.written(&our_ref), SaleState::Paid);
    assert!(rig.view().stop.is_none());
}

#[test]
fn a_contradiction_between_engine_and_ledger_stops_the_till() {
    for mood_then in [Mood::Refusing, Mood::Astray] {
        let (mut rig, mood) = Rig::shaky();
        rig.ready_to_pay("600");
        *mood.lock().unwrap() = mood_then;
        assert_eq!(rig.press().unwrap_err().code, ErrorCode::BooksClosed);
        assert!(!rig.is_on_its_way(Call::Authorize), "{mood_then:?}");
        assert!(stopped(&mut rig, NoticeCode::LedgerContradicted).can_retry);
    }
}

#[test]
fn a_capture_of_a_hold_that_ended_meanwhile_is_refused_and_nothing_is_contradicted() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.act(Command::CaptureReview {
        amount_text: "600".to_owned(),
    })
    .unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    let our_ref = rig.sale_ref();
    rig.pass_ms(5_000);
    rig.act(Command::LookNow { our_ref }).unwrap();
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert_eq!(rig.state(), SaleState::Released);
    let late = rig.refused(Command::CaptureConfirm { action_id });
    assert_eq!(
        late,
        ErrorCode::NotAllowedNow,
        "the sale has moved since the panel was opened"
    );
    assert!(rig.view().stop.is_none());
    assert_eq!(rig.built(Call::Capture), 0);
}

#[test]
fn a_ledger_that_could_not_be_opened_says_nothing_about_sales_and_can_be_tried_again() {
    let dir = tempfile::tempdir().unwrap();
    let why = BooksTrouble::CannotOpen("another program is using this ledger".to_owned());
    let books = crate::OpenBooks::Closed(why);
    let mut rig = Rig::with_books(dir, 1_700_000_000_000, std::collections::BTreeMap::new(), books);
    rig.connect();
    let stop = stopped(&mut rig, NoticeCode::LedgerCannotOpen);
    assert_eq!((stop.can_retry, stop.sales_known), (true, false));
    let unusable = BooksTrouble::Unusable("settings.json: line 1".to_owned());
    rig.hear(Input::BooksChecked(Err(unusable)));
    assert!(!stopped(&mut rig, NoticeCode::LedgerCannotOpen).can_retry);
}

#[test]
fn a_ledger_that_was_put_back_is_said_until_a_person_has_read_it() {
    let rig = Rig::new();
    let mut rig = rig.restarted_after(|ledger| {
        let fact = Fact::Restored {
            backup_seq: 1,
            reached_seq: 13,
            sales: Vec::new(),
        };
        ledger.append(super::rig::record(fact)).unwrap();
    });
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    let notice = rig.view().notice.unwrap();
    assert_eq!((notice.code, notice.blocks), (NoticeCode::LedgerRestored, false));
    assert_eq!(notice.detail.as_deref(), Some("12"));
    let mut rig = rig.restarted(1_000);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(
        rig.view().notice.unwrap().code,
        NoticeCode::LedgerRestored,
        "a restart does not clear it"
    );
    rig.act(Command::RestoreSeen).unwrap();
    assert!(rig.view().notice.is_none());
    assert_eq!(rig.refused(Command::RestoreSeen), ErrorCode::NotAllowedNow);
    let mut rig = rig.restarted(1_000);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    assert!(rig.view().notice.is_none());
}

#[test]
fn a_backup_that_failed_is_a_notice_and_no_stop() {
    let mut rig = Rig::new();
    rig.hear(Input::BackedUp(Err("the disk is full".to_owned())));
    let view = rig.view();
    let notice = view.notice.unwrap();
    assert_eq!((notice.code, notice.blocks), (NoticeCode::BackupFailed, false));
    assert_eq!(notice.detail.as_deref(), Some("the disk is full"));
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.hear(Input::BackedUp(Ok(1_700_000_000_000)));
    let view = rig.view();
    assert!(view.notice.is_none());
    assert_eq!(view.settings.backup_at_ms, Some(1_700_000_000_000));
}

#[test]
fn what_ended_while_the_chain_was_checked_is_remembered_until_it_is_written() {
    let mut rig = Rig::new();
    let mut sales = Vec::new();
    rig.held("600");
    sales.push(rig.sale_ref());
    for _ in 0..4 {
        rig.act(Command::NewSale).unwrap();
        let text = "600".to_owned();
        rig.act(Command::AmountSet { text }).unwrap();
        let text = "98765 43210".to_owned();
        rig.act(Command::MobileSubmit { text }).unwrap();
        rig.reply(Call::Balance, enough());
        rig.press().unwrap();
        rig.reply(Call::Authorize, authorized());
        sales.push(rig.sale_ref());
    }
    let mut rig = rig.restarted(60_000);
    rig.connect();
    for our_ref in sales.iter().chain(&sales[..1]) {
        let our_ref = our_ref.clone();
        rig.act(Command::LookNow { our_ref }).unwrap();
        if rig.is_on_its_way(Call::TransactionStatus) {
            rig.reply(Call::TransactionStatus, refused(RefusalKind::NotFound));
        }
        rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
        rig.pass_ms(3_000);
    }
    rig.hear(Input::BooksChecked(Ok(())));
    assert!(rig.view().stop.is_none(), "the same end was to be written twice");
    for our_ref in &sales {
        assert_eq!(rig.written(our_ref), SaleState::Released);
    }
}
