use super::disks::Mood;
use super::rig::{Rig, enough, not_sent, paid, refused, timed_out};
use crate::Input;
use contract::{ActionId, Command, ErrorCode, RefundCommand, RefundWhy, RefundWord, TimelineView};
use domain::{
    Answer, Ask, Call, Meaning, OurRef, Paise, RefundRef, RefundState, RefusalKind, SaleState, UnknownWhy,
};
use ledger::RefundRow;

impl Rig {
    /// A sale of which ₹450.00 were captured and are proved paid.
    pub(super) fn paid_sale(&mut self) -> OurRef {
        self.held("600");
        self.capture("450");
        let accepted = Answer::CaptureAccepted { provider_ref: None };
        self.reply(Call::Capture, Meaning::Agreed(accepted));
        self.pass_ms(22_000);
        self.reply(Call::TransactionStatus, paid(45_000));
        assert_eq!(self.state(), SaleState::Paid);
        self.sale_ref()
    }

    pub(super) fn review_refund(&mut self, our_ref: &OurRef, rupees: &str) -> Result<ActionId, ErrorCode> {
        let review = RefundCommand::Review {
            our_ref: our_ref.clone(),
            amount_text: rupees.to_owned(),
            reason: "too much".to_owned(),
        };
        self.act(Command::Refund(review))
            .map_err(|refused| refused.code)?;
        Ok(self.view().refund.unwrap().action_id)
    }

    fn confirm_refund(&mut self, action_id: ActionId) -> Result<(), ErrorCode> {
        let confirm = RefundCommand::Confirm { action_id };
        self.act(Command::Refund(confirm)).map_err(|refused| refused.code)
    }

    pub(super) fn refund(&mut self, our_ref: &OurRef, rupees: &str) {
        let action_id = self.review_refund(our_ref, rupees).unwrap();
        self.confirm_refund(action_id).unwrap();
    }

    fn written_refunds(&self, our_ref: &OurRef) -> Vec<RefundRow> {
        self.reader().row(our_ref).unwrap().unwrap().refunds
    }

    pub(super) fn refund_state(&self, our_ref: &OurRef) -> RefundState {
        self.written_refunds(our_ref).last().unwrap().refund.state
    }

    fn refund_ref(&self, our_ref: &OurRef) -> RefundRef {
        self.written_refunds(our_ref).pop().unwrap().refund.refund_ref
    }

    fn look_at_refund(&mut self, our_ref: &OurRef) -> Result<(), ErrorCode> {
        let look = RefundCommand::LookNow {
            our_ref: our_ref.clone(),
            refund_ref: self.refund_ref(our_ref),
        };
        self.act(Command::Refund(look)).map_err(|refused| refused.code)
    }

    pub(super) fn told(&self, our_ref: &OurRef) -> TimelineView {
        let desk = crate::Desk::open(&self.ledger_path()).unwrap();
        desk.timeline(our_ref, 1_700_000_000_000).unwrap()
    }

    pub(super) fn started(&mut self) {
        self.connect();
        self.hear(Input::BooksChecked(Ok(())));
    }
}

pub(super) fn taken_on() -> Meaning {
    Meaning::Agreed(Answer::RefundAccepted { provider_ref: None })
}

fn pending() -> Meaning {
    Meaning::Agreed(Answer::PaymentPending)
}

fn failed() -> Meaning {
    Meaning::Agreed(Answer::PaymentFailed)
}

#[test]
fn a_refund_in_part_is_refunded_only_when_its_own_status_says_so() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    let action_id = rig.review_refund(&our_ref, "200").unwrap();
    let panel = rig.view().refund.unwrap();
    assert_eq!(
        (panel.amount_text.as_str(), panel.rest_text.as_str()),
        ("₹200.00", "₹250.00")
    );
    assert_eq!(rig.built(Call::Refund), 0, "a panel asks nothing");
    rig.confirm_refund(action_id).unwrap();
    assert!(rig.view().refund.is_none());
    assert_eq!(rig.refund_state(&our_ref), RefundState::Asked);
    rig.reply(Call::Refund, taken_on());
    assert_eq!(rig.refund_state(&our_ref), RefundState::Pending);
    let told = rig.told(&our_ref).refunds;
    assert_eq!(told.refunds[0].word, RefundWord::Waiting);
    assert_eq!(told.refunded_text, None, "nothing is said to have moved");
    rig.pass_ms(22_000);
    let Ask::RefundStatus {
        refund_ref,
        amount_paise,
    } = rig.last_ask(Call::TransactionStatus)
    else {
        panic!("the refund's own status is asked");
    };
    assert_eq!(
        (refund_ref, amount_paise),
        (rig.refund_ref(&our_ref), Paise::new(20_000))
    );
    rig.reply(Call::TransactionStatus, paid(20_000));
    let told = rig.told(&our_ref);
    assert_eq!(told.refunds.refunded_text.as_deref(), Some("₹200.00"));
    assert_eq!(told.row.refunded_text.as_deref(), Some("₹200.00"));
    assert_eq!(
        (told.refunds.rest_field.as_str(), told.refunds.can_ask),
        ("250.00", true)
    );
    assert_eq!(rig.written(&our_ref), SaleState::Paid, "the payment stands");
    rig.pass_ms(86_400_000);
    assert_eq!(rig.built(Call::Refund), 1);
}

#[test]
fn what_is_refused_says_why_and_nothing_is_sent() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    for (typed, code) in [
        ("", ErrorCode::AmountEmpty),
        ("abc", ErrorCode::AmountNotANumber),
        ("0", ErrorCode::AmountZero),
        ("450.01", ErrorCode::RefundOverTheRest),
    ] {
        assert_eq!(rig.review_refund(&our_ref, typed), Err(code), "{typed}");
    }
    for (reason, code) in [
        (" ".to_owned(), ErrorCode::RefundNoReason),
        ("x".repeat(81), ErrorCode::RefundLongReason),
        ("call 98765 43210".to_owned(), ErrorCode::RefundNumberInReason),
    ] {
        let review = RefundCommand::Review {
            our_ref: our_ref.clone(),
            amount_text: "1".to_owned(),
            reason,
        };
        assert_eq!(rig.refused(Command::Refund(review)), code);
    }
    assert!(rig.view().refund.is_none());
    let foreign: OurRef = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    assert_eq!(rig.review_refund(&foreign, "1"), Err(ErrorCode::NoSuchSale));
    rig.act(Command::NewSale).unwrap();
    rig.act(Command::AmountSet {
        text: "100".to_owned(),
    })
    .unwrap();
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    assert_eq!(rig.built(Call::Refund), 0);
}

#[test]
fn only_a_paid_sale_is_refunded() {
    let mut rig = Rig::new();
    rig.held("600");
    let our_ref = rig.sale_ref();
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::RefundNotPaid));
    assert!(!rig.told(&our_ref).refunds.can_ask);
}

#[test]
fn one_press_refunds_once_and_a_changed_panel_disarms_the_old_press() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    let old = rig.review_refund(&our_ref, "450").unwrap();
    let new = rig.review_refund(&our_ref, "45").unwrap();
    assert_eq!(rig.confirm_refund(old), Err(ErrorCode::NotArmed));
    rig.confirm_refund(new.clone()).unwrap();
    assert_eq!(rig.confirm_refund(new), Err(ErrorCode::AlreadyTaken));
    assert_eq!(rig.built(Call::Refund), 1);
    let closed = Rig::new().view();
    assert!(closed.refund.is_none());
}

#[test]
fn a_closed_panel_refunds_nothing() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    let action_id = rig.review_refund(&our_ref, "450").unwrap();
    rig.act(Command::Refund(RefundCommand::Close)).unwrap();
    assert_eq!(rig.confirm_refund(action_id), Err(ErrorCode::NotArmed));
    assert_eq!(rig.built(Call::Refund), 0);
}

#[test]
fn no_second_refund_is_asked_while_one_is_open_and_another_sale_does_not_wait() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "200");
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::RefundUnderWay));
    rig.reply(Call::Refund, timed_out());
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::RefundUnderWay));
    rig.act(Command::NewSale).unwrap();
    rig.act(Command::AmountSet {
        text: "100".to_owned(),
    })
    .unwrap();
    rig.act(Command::MobileSubmit {
        text: "98765 43210".to_owned(),
    })
    .unwrap();
    rig.reply(Call::Balance, enough());
    assert!(rig.view().button.action_id.is_some(), "holds go on");
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, pending());
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::RefundUnderWay));
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, failed());
    assert!(rig.review_refund(&our_ref, "450").is_ok());
}

#[test]
fn a_refund_that_certainly_never_left_may_be_asked_again_by_a_person() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    rig.reply(Call::Refund, not_sent());
    let told = rig.told(&our_ref).refunds;
    assert_eq!(
        (told.refunds[0].word, told.refunds[0].why),
        (RefundWord::Failed, Some(RefundWhy::NotSent))
    );
    rig.pass_ms(3_600_000);
    assert_eq!(rig.built(Call::Refund), 1, "nobody asks again by itself");
    let first = rig.refund_ref(&our_ref);
    rig.refund(&our_ref, "450");
    assert_ne!(rig.refund_ref(&our_ref), first, "under an id of its own");
}

#[test]
fn whatever_is_not_plainly_taken_on_is_looked_up_by_its_own_id() {
    for (meaning, state) in [
        (timed_out(), RefundState::Unknown),
        (Meaning::Unknown(UnknownWhy::UnlistedCode), RefundState::Unknown),
        (refused(RefusalKind::ExcessRefund), RefundState::Unknown),
        (refused(RefusalKind::NotFound), RefundState::Unknown),
        (refused(RefusalKind::BadRequest), RefundState::Failed),
        (refused(RefusalKind::WrongSignature), RefundState::Failed),
        (
            Meaning::Unknown(UnknownWhy::Mismatch("id".to_owned())),
            RefundState::NeedsPerson,
        ),
        (paid(45_000), RefundState::Unknown),
    ] {
        let mut rig = Rig::new();
        let our_ref = rig.paid_sale();
        rig.refund(&our_ref, "450");
        let said = format!("{meaning:?}");
        rig.reply(Call::Refund, meaning);
        assert_eq!(rig.refund_state(&our_ref), state, "{said}");
        rig.pass_ms(22_000);
        assert_eq!(
            rig.is_on_its_way(Call::TransactionStatus),
            !state.is_final(),
            "{said}"
        );
        assert_eq!(rig.built(Call::Refund), 1, "{said}");
    }
}

#[test]
fn an_unanswered_refund_that_never_arrived_is_believed_late_and_twice_and_still_watched() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    rig.reply(Call::Refund, timed_out());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, refused(RefusalKind::NotFound));
    assert_eq!(rig.refund_state(&our_ref), RefundState::Unknown, "said once");
    while rig.refund_state(&our_ref) == RefundState::Unknown {
        rig.pass_ms(3_000);
        rig.reply(Call::TransactionStatus, refused(RefusalKind::NotFound));
    }
    assert_eq!(rig.refund_state(&our_ref), RefundState::Absent);
    rig.pass_ms(300_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(rig.refund_state(&our_ref), RefundState::NeedsPerson);
    let told = rig.told(&our_ref);
    assert!(told.row.needs_person);
    assert_eq!(
        (told.refunds.refunds[0].why, told.refunds.refunded_text),
        (Some(RefundWhy::Contradicted), None)
    );
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::RefundUnderWay));
}

#[test]
fn a_person_looks_at_a_refund_now_and_hears_a_late_contradiction() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    assert_eq!(rig.look_at_refund(&our_ref), Err(ErrorCode::NotAllowedNow));
    rig.reply(Call::Refund, taken_on());
    rig.look_at_refund(&our_ref).unwrap();
    assert_eq!(rig.look_at_refund(&our_ref), Err(ErrorCode::Busy));
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(rig.refund_state(&our_ref), RefundState::Refunded);
    rig.look_at_refund(&our_ref).unwrap();
    rig.reply(Call::TransactionStatus, failed());
    assert_eq!(rig.refund_state(&our_ref), RefundState::NeedsPerson);
    rig.pass_ms(3_600_000);
    assert!(
        !rig.is_on_its_way(Call::TransactionStatus),
        "only a person clears it"
    );
    rig.look_at_refund(&our_ref).unwrap();
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(rig.refund_state(&our_ref), RefundState::Refunded);
}

#[test]
fn a_refund_that_stays_pending_ends_the_schedule_in_front_of_a_person() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    rig.reply(Call::Refund, taken_on());
    for _ in 0..40 {
        rig.pass_ms(60_000);
        rig.reply(Call::TransactionStatus, pending());
    }
    assert!(rig.told(&our_ref).row.needs_person);
    assert_eq!(rig.refund_state(&our_ref), RefundState::Pending);
    rig.pass_ms(15 * 60_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    let told = rig.told(&our_ref);
    assert!(!told.row.needs_person);
    assert_eq!(told.row.refunded_text.as_deref(), Some("₹450.00"));
}

#[test]
fn a_power_cut_at_each_step_of_a_refund_asks_nothing_twice() {
    for replied in [None, Some(taken_on()), Some(timed_out())] {
        let mut rig = Rig::new();
        let our_ref = rig.paid_sale();
        rig.refund(&our_ref, "450");
        if let Some(meaning) = replied {
            rig.reply(Call::Refund, meaning);
        }
        let mut rig = rig.restarted(60_000);
        rig.started();
        assert!(rig.view().notice.is_none(), "a refund holds nobody up");
        assert_ne!(rig.refund_state(&our_ref), RefundState::Asked);
        rig.reply(Call::TransactionStatus, paid(45_000));
        assert_eq!(rig.refund_state(&our_ref), RefundState::Refunded);
        assert_eq!(rig.built(Call::Refund), 0, "this program asked none");
    }
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    let action_id = rig.review_refund(&our_ref, "450").unwrap();
    let mut rig = rig.restarted(1_000);
    rig.started();
    assert_eq!(rig.written_refunds(&our_ref), [], "a panel is not a refund");
    assert_eq!(rig.confirm_refund(action_id), Err(ErrorCode::NotArmed));
}

#[test]
fn a_refund_found_at_the_start_is_looked_up_before_the_books_are_checked_and_written_after() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    let mut rig = rig.restarted(60_000);
    rig.connect();
    rig.hear(Input::Tick);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(
        rig.refund_state(&our_ref),
        RefundState::Asked,
        "nothing is written into a file that nobody has judged"
    );
    assert_eq!(rig.review_refund(&our_ref, "1"), Err(ErrorCode::BooksChecking));
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(rig.refund_state(&our_ref), RefundState::Refunded);
}

#[test]
fn a_disk_that_fails_before_the_intent_sends_no_refund() {
    let (mut rig, mood) = Rig::shaky();
    let our_ref = rig.paid_sale();
    let action_id = rig.review_refund(&our_ref, "450").unwrap();
    *mood.lock().unwrap() = Mood::Full;
    assert_eq!(rig.confirm_refund(action_id), Err(ErrorCode::BooksClosed));
    assert!(!rig.is_on_its_way(Call::Refund));
    assert!(rig.view().refund.is_none());
    assert_eq!(rig.review_refund(&our_ref, "450"), Err(ErrorCode::BooksClosed));
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    assert_eq!(rig.written_refunds(&our_ref), []);
}

#[test]
fn a_reply_that_cannot_be_written_is_known_in_memory_and_looked_up_from_what_is_written() {
    let (mut rig, mood) = Rig::shaky();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "450");
    *mood.lock().unwrap() = Mood::Full;
    rig.reply(Call::Refund, taken_on());
    assert_eq!(
        rig.view().stop.unwrap().unwritten,
        [our_ref.to_string()],
        "not in the books yet"
    );
    assert_eq!(rig.refund_state(&our_ref), RefundState::Asked);
    *mood.lock().unwrap() = Mood::Well;
    rig.reopen(&mood).unwrap();
    assert_eq!(rig.refund_state(&our_ref), RefundState::Unknown);
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(rig.refund_state(&our_ref), RefundState::Refunded);
    assert_eq!(rig.built(Call::Refund), 1);
}

#[test]
fn the_timeline_tells_a_refunds_steps_from_the_sales() {
    let mut rig = Rig::new();
    let our_ref = rig.paid_sale();
    rig.refund(&our_ref, "200");
    rig.reply(Call::Refund, taken_on());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(20_000));
    let told = rig.told(&our_ref);
    let of_refund: Vec<_> = told
        .entries
        .iter()
        .filter(|entry| entry.refund_ref.is_some())
        .map(|entry| {
            (
                entry.fact.as_str(),
                entry.call.as_deref().unwrap(),
                entry.event.as_deref().unwrap(),
                entry.amount_text.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        of_refund,
        [
            ("intent", "refund", "refund_asked", Some("₹200.00")),
            ("reply", "refund", "refund_accepted", None),
            ("look", "transaction_status", "refund_proved", Some("₹200.00")),
        ]
    );
}
