use super::disks::FullDisk;
use super::rig::{Rig, auth_state, authorized, not_sent, paid, refused, timed_out};
use crate::{Input, OpenBooks};
use contract::{BooksState, Command, ErrorCode, MoneyWord, NoticeCode, WhyCode};
use domain::{Answer, Ask, Call, Meaning, RefusalKind, SaleMode, SaleState, UnknownWhy};
use std::collections::BTreeMap;

fn accepted() -> Meaning {
    Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None })
}

#[test]
fn a_sale_goes_from_a_number_to_proof_of_payment() {
    let mut rig = Rig::new();
    rig.held("600");
    let sale = rig.view().sale.unwrap();
    assert_eq!(
        (sale.held_text.as_str(), sale.money),
        ("₹600.00", MoneyWord::NotAsked)
    );
    rig.capture("450");
    rig.reply(Call::Capture, accepted());
    let sale = rig.view().sale.unwrap();
    assert_eq!(
        (sale.state, sale.money),
        (SaleState::CaptureAccepted, MoneyWord::Captured)
    );
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    let sale = rig.view().sale.unwrap();
    assert_eq!((sale.state, sale.money), (SaleState::Paid, MoneyWord::Paid));
    assert_eq!(sale.captured_text.as_deref(), Some("₹450.00"));
    assert_eq!(sale.released_text.as_deref(), Some("₹150.00"));
    assert_eq!((rig.built(Call::Authorize), rig.built(Call::Capture)), (1, 1));
}

#[test]
fn a_button_pressed_twice_asks_once() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    let action_id = rig.view().button.action_id.unwrap();
    rig.act(Command::Press {
        action_id: action_id.clone(),
    })
    .unwrap();
    assert_eq!(
        rig.refused(Command::Press {
            action_id: action_id.clone()
        }),
        ErrorCode::AlreadyTaken
    );
    rig.reply(Call::Authorize, authorized());
    rig.act(Command::NewSale).unwrap();
    assert_eq!(rig.refused(Command::Press { action_id }), ErrorCode::AlreadyTaken);
    assert_eq!(rig.built(Call::Authorize), 1);
}

#[test]
fn a_confirmed_capture_cannot_be_confirmed_again() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.act(Command::CaptureReview {
        amount_text: "450".to_owned(),
    })
    .unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    assert_eq!(
        rig.refused(Command::ReleaseConfirm {
            action_id: action_id.clone()
        }),
        ErrorCode::NotArmed
    );
    rig.act(Command::CaptureReview {
        amount_text: "450".to_owned(),
    })
    .unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    rig.act(Command::CaptureConfirm {
        action_id: action_id.clone(),
    })
    .unwrap();
    assert_eq!(
        rig.refused(Command::CaptureConfirm { action_id }),
        ErrorCode::AlreadyTaken
    );
    rig.reply(Call::Capture, timed_out());
    assert_eq!(
        rig.refused(Command::CaptureReview {
            amount_text: "1".to_owned()
        }),
        ErrorCode::NotAllowedNow
    );
    assert_eq!(rig.built(Call::Capture), 1);
}

#[test]
fn wrong_final_amounts_say_why_and_ask_nothing() {
    let mut rig = Rig::new();
    rig.held("600");
    for (typed, code) in [
        ("600.01", ErrorCode::AmountOverTheHold),
        ("0", ErrorCode::AmountZero),
        ("-1", ErrorCode::AmountNegative),
        ("1.005", ErrorCode::AmountTooFine),
        ("1000000000000", ErrorCode::AmountTooLarge),
        ("abc", ErrorCode::AmountNotANumber),
        ("", ErrorCode::AmountEmpty),
    ] {
        assert_eq!(
            rig.refused(Command::CaptureReview {
                amount_text: typed.to_owned()
            }),
            code,
            "{typed}"
        );
    }
    assert!(rig.view().review.is_none());
    assert_eq!(rig.built(Call::Capture), 0);
}

#[test]
fn a_hold_that_never_left_is_asked_again_under_the_same_id() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let first = rig.sale_ref();
    rig.reply(Call::Authorize, not_sent());
    let view = rig.view();
    assert!(view.sale.is_none(), "the bill is back");
    assert_eq!(view.cart.total_text, "₹600.00");
    rig.reply(Call::Balance, super::rig::enough());
    assert_eq!(rig.view().button.why.code, WhyCode::HoldNotSent);
    rig.press().unwrap();
    assert_eq!(rig.sale_ref(), first);
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.state(), SaleState::Held);
}

#[test]
fn charge_now_captures_in_full_at_once_and_only_on_the_direct_reply() {
    let mut rig = Rig::new();
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.held_by_charge();
    let Ask::Capture { amount_paise, .. } = rig.last_ask(Call::Capture) else {
        panic!("no capture")
    };
    assert_eq!(amount_paise.get(), 60_000);

    let mut late = Rig::new();
    late.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    late.ready_to_pay("600");
    late.press().unwrap();
    late.reply(Call::Authorize, timed_out());
    late.pass_ms(22_000);
    late.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(late.state(), SaleState::Held, "the cashier decides");
    assert_eq!(late.built(Call::Capture), 0);
}

impl Rig {
    fn held_by_charge(&mut self) {
        self.ready_to_pay("600");
        self.press().unwrap();
        self.reply(Call::Authorize, authorized());
        assert_eq!(self.state(), SaleState::CaptureAsked);
    }
}

#[test]
fn what_a_captures_reply_does() {
    let unreadable = || Meaning::Unknown(UnknownWhy::Unreadable("html".to_owned()));
    let mismatch = || Meaning::Unknown(UnknownWhy::Mismatch("amount".to_owned()));
    for (meaning, state) in [
        (accepted(), SaleState::CaptureAccepted),
        (not_sent(), SaleState::Held),
        (refused(RefusalKind::BadRequest), SaleState::Held),
        (refused(RefusalKind::WrongSignature), SaleState::Held),
        (refused(RefusalKind::AlreadyCancelled), SaleState::Expired),
        (refused(RefusalKind::AlreadyAsked), SaleState::CaptureUnknown),
        (refused(RefusalKind::NotFound), SaleState::CaptureUnknown),
        (refused(RefusalKind::Fraud), SaleState::NeedsPerson),
        (refused(RefusalKind::UserBlacklisted), SaleState::NeedsPerson),
        (timed_out(), SaleState::CaptureUnknown),
        (unreadable(), SaleState::CaptureUnknown),
        (mismatch(), SaleState::NeedsPerson),
    ] {
        let mut rig = Rig::new();
        rig.held("600");
        rig.capture("450");
        let shown = format!("{meaning:?}");
        rig.reply(Call::Capture, meaning);
        assert_eq!(rig.state(), state, "{shown}");
        assert_ne!(rig.view().sale.unwrap().money, MoneyWord::Paid, "{shown}");
    }
}

#[test]
fn an_unanswered_capture_is_paid_held_again_or_a_persons() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.capture("450");
    rig.reply(Call::Capture, timed_out());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentPending));
    rig.reply(Call::AuthStatus, auth_state("COMPLETED"));
    assert_eq!(rig.state(), SaleState::CaptureAccepted, "completed is not paid");
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(rig.state(), SaleState::Paid);

    let mut lost = Rig::new();
    lost.held("600");
    lost.capture("450");
    lost.reply(Call::Capture, timed_out());
    for _ in 0..20 {
        lost.pass_ms(6_000);
        if lost.is_on_its_way(Call::TransactionStatus) {
            lost.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentPending));
            lost.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
        }
    }
    assert_eq!(lost.state(), SaleState::Held, "the capture never arrived");
    assert_eq!(lost.built(Call::Capture), 1);
}

#[test]
fn a_release_that_finds_a_capture_raises_the_alarm_and_proves_the_payment() {
    let mut rig = Rig::new();
    rig.held("600");
    rig.release();
    rig.reply(Call::Cancel, refused(RefusalKind::AlreadyCaptured));
    let sale = rig.view().sale.unwrap();
    assert_eq!((sale.state, sale.alarm), (SaleState::CaptureUnknown, true));
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(rig.state(), SaleState::Paid);
}

#[test]
fn a_failing_disk_asks_nothing_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::set_permissions(dir.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let ledger = ledger::Ledger::open(&dir.path().join("ledger.sqlite"), "training").unwrap();
    let books = OpenBooks::Open(Box::new(FullDisk(ledger)));
    let mut rig = Rig::with_books(dir, 1_700_000_000_000, BTreeMap::new(), books);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    rig.act(Command::AmountSet {
        text: "600".to_owned(),
    })
    .unwrap();
    rig.act(Command::MobileSubmit {
        text: "9876543210".to_owned(),
    })
    .unwrap();
    rig.reply(
        Call::SendOtp,
        Meaning::Agreed(Answer::OtpSent {
            otp_token: super::rig::secret("t"),
        }),
    );
    rig.act(Command::OtpSubmit {
        text: "12345".to_owned(),
    })
    .unwrap();
    // The link's own fact is the first that meets the full disk.
    rig.reply(
        Call::VerifyOtp,
        Meaning::Agreed(Answer::Linked {
            token: super::rig::secret("t"),
        }),
    );
    let view = rig.view();
    assert_eq!(view.lamps.books, BooksState::Closed);
    assert_eq!(view.notice.unwrap().code, NoticeCode::LedgerCannotWrite);
    assert!(view.button.action_id.is_none());
    assert_eq!(rig.built(Call::Authorize), 0);
}

#[test]
fn a_new_sale_leaves_the_open_hold_in_the_strip() {
    let mut rig = Rig::new();
    rig.held("600");
    let first = rig.sale_ref();
    rig.act(Command::NewSale).unwrap();
    let view = rig.view();
    assert!(view.sale.is_none() && view.cart.lines.is_empty() && view.customer.masked.is_none());
    assert_eq!(view.strip.len(), 1);
    rig.act(Command::SaleOpen {
        our_ref: first.clone(),
    })
    .unwrap();
    assert_eq!(rig.sale_ref(), first);
    assert_eq!(
        rig.view().cart.total_text,
        "₹600.00",
        "the bill that the hold was made for"
    );
}
