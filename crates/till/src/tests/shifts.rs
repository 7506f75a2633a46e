//! Shifts on the virtual clock: what each step asks for, what a restart finds, and what the Z says.

use super::rig::{Rig, auth_state, authorized, paid, timed_out};
use crate::{Desk, Input};
use contract::{Command, ErrorCode, FigureKey, ShiftCommand, ShiftReportView, ShiftState, WhyCode};
use domain::{Answer, Call, Fact, Meaning, OurRef, SaleState, ShiftFact};
use ledger::Head;

impl Rig {
    fn shift_id(&mut self) -> contract::ActionId {
        self.view().shift_desk.action_id
    }

    pub(super) fn open_shift(&mut self, float: &str) -> Result<(), ErrorCode> {
        let action_id = self.shift_id();
        self.shift(ShiftCommand::Open {
            action_id,
            float: float.to_owned(),
        })
    }

    pub(super) fn pay_out(&mut self, amount: &str, reason: &str) -> Result<(), ErrorCode> {
        let action_id = self.shift_id();
        self.shift(ShiftCommand::CashOut {
            action_id,
            amount: amount.to_owned(),
            reason: reason.to_owned(),
        })
    }

    pub(super) fn count(&mut self, counted: &str) -> Result<(), ErrorCode> {
        let action_id = self.shift_id();
        self.shift(ShiftCommand::Count {
            action_id,
            counted: counted.to_owned(),
        })
    }

    pub(super) fn close_shift(&mut self, reason: &str, carry_over: bool) -> Result<(), ErrorCode> {
        let action_id = self.shift_id();
        self.shift(ShiftCommand::Close {
            action_id,
            reason: reason.to_owned(),
            carry_over,
        })
    }

    pub(super) fn hand_over(&mut self, our_ref: &OurRef, to: &str) -> Result<(), ErrorCode> {
        self.shift(ShiftCommand::HandOver {
            our_ref: our_ref.clone(),
            to: to.to_owned(),
        })
    }

    fn shift(&mut self, command: ShiftCommand) -> Result<(), ErrorCode> {
        self.act(Command::Shift(command)).map_err(|refused| refused.code)
    }

    fn page(&self, number: Option<u32>) -> contract::ShiftPageView {
        let now_ms = self.till.now_ms();
        Desk::open(&self.ledger_path())
            .unwrap()
            .shift_page(number, now_ms)
            .unwrap()
    }

    pub(super) fn report(&self, number: Option<u32>) -> ShiftReportView {
        self.page(number).report.expect("there is a report")
    }

    fn captured(&mut self, rupees: &str, paise: i64) {
        self.capture(rupees);
        self.reply(
            Call::Capture,
            Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None }),
        );
        self.pass_ms(22_000);
        self.reply(Call::TransactionStatus, paid(paise));
    }

    fn next_held(&mut self, rupees: &str) -> OurRef {
        self.act(Command::NewSale).unwrap();
        self.act(Command::AmountSet {
            text: rupees.to_owned(),
        })
        .unwrap();
        self.act(Command::MobileSubmit {
            text: "9876543210".to_owned(),
        })
        .unwrap();
        self.reply(Call::Balance, super::rig::enough());
        self.press().unwrap();
        self.reply(Call::Authorize, authorized());
        self.sale_ref()
    }
}

fn figure(report: &ShiftReportView, key: FigureKey) -> (Option<i64>, Option<i64>) {
    let found = report.figures.iter().find(|figure| figure.key == key);
    let found = found.unwrap_or_else(|| panic!("{key:?} is not in the report"));
    (found.count, found.paise)
}

fn has(report: &ShiftReportView, key: FigureKey) -> bool {
    report.figures.iter().any(|figure| figure.key == key)
}

#[test]
fn a_till_that_never_opened_a_shift_sells_as_it_always_did() {
    let mut rig = Rig::new();
    let view = rig.view();
    assert_eq!((view.shift, view.shift_desk.state), (14, ShiftState::Never));
    rig.held("600");
    assert!(rig.page(None).report.is_none());
}

#[test]
fn a_shift_goes_from_its_float_to_its_z() {
    let mut rig = Rig::new();
    rig.open_shift("500").unwrap();
    assert_eq!(rig.view().shift_desk.opened_by.as_deref(), Some("Asha"));
    rig.held("600");
    rig.captured("450", 45_000);
    let open = rig.next_held("350");
    rig.pay_out("25", "milk").unwrap();
    let x = rig.report(None);
    assert!(!x.is_z);
    assert_eq!(figure(&x, FigureKey::Placed), (Some(2), Some(95_000)));
    assert_eq!(figure(&x, FigureKey::CapturedInPart), (Some(1), Some(45_000)));
    assert_eq!(figure(&x, FigureKey::RestReleased), (Some(1), Some(15_000)));
    assert!(!has(&x, FigureKey::Expected), "the count is blind");
    rig.hand_over(&open, " Ravi\n Kumar ").unwrap();
    rig.count("475").unwrap();
    assert!(!rig.view().shift_desk.count.unwrap().differs);
    rig.close_shift("", false).unwrap();
    let z = rig.report(Some(14));
    assert!(z.is_z && z.record.is_some());
    assert_eq!(figure(&z, FigureKey::CarriedOver), (Some(1), Some(35_000)));
    assert_eq!(figure(&z, FigureKey::Proved), (Some(1), Some(45_000)));
    assert_eq!(figure(&z, FigureKey::Difference), (None, Some(0)));
    assert_eq!(z.open[0].owner.as_deref(), Some("Ravi Kumar"));
    assert_eq!(rig.view().shift, 15, "what comes now belongs to the next shift");
}

#[test]
fn closing_anchors_the_z_at_once() {
    let mut rig = Rig::new();
    rig.open_shift("0").unwrap();
    rig.count("0").unwrap();
    rig.close_shift("", false).unwrap();
    let head = rig.reader().head().unwrap();
    let anchored = rig
        .keyring
        .get("LedgerHead")
        .and_then(|line| Head::from_line(line));
    assert_eq!(anchored, Some(head.clone()));
    let z = rig.report(Some(14));
    assert_eq!(z.record, Some(head.to_line()));
}

#[test]
fn between_two_shifts_a_new_hold_waits_and_everything_else_goes_on() {
    let mut rig = Rig::new();
    rig.open_shift("0").unwrap();
    rig.held("600");
    rig.count("0").unwrap();
    rig.close_shift("", true).unwrap();
    rig.captured("450", 45_000);
    assert_eq!(rig.state(), SaleState::Paid);
    rig.act(Command::NewSale).unwrap();
    let view = rig.view();
    assert_eq!(view.button.why.code, WhyCode::NoShift);
    assert!(view.button.action_id.is_none());
    rig.open_shift("0").unwrap();
    assert_ne!(rig.view().button.why.code, WhyCode::NoShift);
    let x = rig.report(None);
    assert_eq!(figure(&x, FigureKey::CarriedIn), (Some(1), Some(60_000)));
    assert_eq!(figure(&x, FigureKey::CapturedInPart), (Some(1), Some(45_000)));
    assert_eq!(figure(&x, FigureKey::Placed), (Some(0), Some(0)));
}

#[test]
fn every_refusal_says_why_and_writes_nothing() {
    let mut rig = Rig::new();
    assert_eq!(rig.count("5"), Err(ErrorCode::NoShift));
    assert_eq!(rig.open_shift("abc"), Err(ErrorCode::AmountNotANumber));
    assert_eq!(rig.open_shift("-5"), Err(ErrorCode::AmountNegative));
    rig.open_shift("100").unwrap();
    rig.held("600");
    let our_ref = rig.sale_ref();
    let before = rig.reader().head().unwrap();
    assert_eq!(rig.open_shift("100"), Err(ErrorCode::ShiftIsOpen));
    assert_eq!(rig.pay_out("", "milk"), Err(ErrorCode::AmountEmpty));
    assert_eq!(rig.pay_out("0", "milk"), Err(ErrorCode::AmountZero));
    assert_eq!(rig.pay_out("5", " \n"), Err(ErrorCode::ReasonEmpty));
    assert_eq!(rig.pay_out("5", &"x".repeat(201)), Err(ErrorCode::ReasonTooLong));
    assert_eq!(rig.pay_out("100.01", "milk"), Err(ErrorCode::CashOverDrawer));
    assert_eq!(rig.hand_over(&our_ref, ""), Err(ErrorCode::NameEmpty));
    assert_eq!(
        rig.hand_over(&our_ref, &"x".repeat(61)),
        Err(ErrorCode::NameTooLong)
    );
    assert_eq!(rig.close_shift("", true), Err(ErrorCode::NotCounted));
    assert_eq!(rig.reader().head().unwrap(), before);
    rig.count("90").unwrap();
    assert_eq!(rig.close_shift(" ", true), Err(ErrorCode::ReasonEmpty));
    assert_eq!(
        rig.close_shift("short", false),
        Err(ErrorCode::HoldsNotHandedOver)
    );
    rig.close_shift("short", true).unwrap();
    assert_eq!(rig.close_shift("again", true), Err(ErrorCode::NoShift));
    assert_eq!(rig.report(Some(14)).reason.as_deref(), Some("short"));
}

#[test]
fn a_press_that_comes_twice_moves_cash_once() {
    let mut rig = Rig::new();
    rig.open_shift("100").unwrap();
    let action_id = rig.shift_id();
    let twice = ShiftCommand::CashOut {
        action_id,
        amount: "5".to_owned(),
        reason: "milk".to_owned(),
    };
    rig.shift(twice.clone()).unwrap();
    assert_eq!(rig.shift(twice), Err(ErrorCode::NotArmed));
    assert_eq!(
        figure(&rig.report(None), FigureKey::PaidOut),
        (Some(1), Some(500))
    );
}

#[test]
fn cash_that_moves_after_the_count_wants_another_count() {
    let mut rig = Rig::new();
    rig.open_shift("100").unwrap();
    rig.count("90").unwrap();
    rig.pay_out("10", "milk").unwrap();
    assert!(rig.view().shift_desk.count.is_none());
    assert_eq!(rig.close_shift("", false), Err(ErrorCode::NotCounted));
    rig.count("90").unwrap();
    rig.close_shift("", false).unwrap();
    let z = rig.report(Some(14));
    assert_eq!((z.counts, z.first_count_text.as_deref()), (2, Some("₹90.00")));
}

#[test]
fn of_very_many_open_holds_those_that_nobody_took_over_stand_in_the_list() {
    let mut rig = Rig::new();
    rig.open_shift("500").unwrap();
    rig.holds(1);
    for _ in 0..41 {
        rig.hold_another("100");
        rig.pass_ms(1_000);
    }
    let desk = rig.view().shift_desk;
    assert_eq!((desk.holds.len(), desk.holds_more, desk.unhanded), (40, 2, 42));
    assert!(desk.holds.is_sorted_by_key(|hold| hold.deadline_at_ms));
    let first = desk.holds[0].our_ref.clone();
    rig.hand_over(&first.parse().unwrap(), "Ravi").unwrap();
    let desk = rig.view().shift_desk;
    assert_eq!((desk.holds.len(), desk.holds_more, desk.unhanded), (40, 2, 41));
    assert!(
        desk.holds
            .iter()
            .all(|hold| hold.our_ref != first && !hold.is_handed)
    );
    assert!(desk.holds.is_sorted_by_key(|hold| hold.deadline_at_ms));
}

#[test]
fn a_restart_in_the_middle_of_a_shift_goes_on_with_it() {
    let mut rig = Rig::new();
    rig.open_shift("500").unwrap();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.hand_over(&our_ref, "Ravi").unwrap();
    let mut rig = rig.restarted(60_000);
    let desk = rig.view().shift_desk;
    assert_eq!(
        (desk.state, desk.number, desk.unhanded),
        (ShiftState::Open, 14, 0)
    );
    assert_eq!(
        rig.open_shift("1"),
        Err(ErrorCode::BooksChecking),
        "not before the books are judged"
    );
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    rig.pay_out("25", "milk").unwrap();
    rig.count("475").unwrap();
    rig.close_shift("", false).unwrap();
    assert_eq!(rig.report(Some(14)).open[0].owner.as_deref(), Some("Ravi"));
}

#[test]
fn a_crash_between_count_and_close_does_not_make_the_next_count_a_blind_one() {
    let mut rig = Rig::new();
    rig.open_shift("500").unwrap();
    rig.count("490").unwrap();
    let mut rig = rig.restarted(60_000);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    let count = rig.view().shift_desk.count.expect("it was written down");
    assert_eq!(
        (count.counted_text.as_str(), count.difference_text.as_str()),
        ("₹490.00", "-₹10.00")
    );
    rig.count("500").unwrap();
    rig.close_shift("", false).unwrap();
    let z = rig.report(Some(14));
    assert_eq!((z.counts, z.first_count_text.as_deref()), (2, Some("₹490.00")));
}

#[test]
fn a_disk_that_fails_at_the_closing_leaves_the_shift_open() {
    let (mut rig, mood) = Rig::shaky();
    rig.open_shift("0").unwrap();
    rig.count("0").unwrap();
    *mood.lock().unwrap() = super::disks::Mood::Full;
    assert_eq!(rig.close_shift("", false), Err(ErrorCode::BooksClosed));
    *mood.lock().unwrap() = super::disks::Mood::Well;
    rig.reopen(&mood).unwrap();
    assert_eq!(rig.view().shift_desk.state, ShiftState::Open);
    rig.close_shift("", false).unwrap();
    assert_eq!(rig.page(None).zs.len(), 1);
}

#[test]
fn what_is_not_sure_is_named_and_counts_in_the_shift_in_which_it_becomes_known() {
    let mut rig = Rig::new();
    rig.open_shift("0").unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    rig.count("0").unwrap();
    rig.close_shift("", true).unwrap();
    let first = rig.report(Some(14));
    assert_eq!((first.open.len(), first.not_sure.len()), (0, 1));
    assert_eq!(figure(&first, FigureKey::Placed), (Some(1), Some(60_000)));
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.release();
    rig.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
    rig.open_shift("0").unwrap();
    rig.count("0").unwrap();
    rig.close_shift("", false).unwrap();
    let second = rig.report(Some(15));
    assert_eq!(figure(&second, FigureKey::Released), (Some(1), Some(60_000)));
    assert_eq!(figure(&second, FigureKey::CarriedIn), (Some(1), Some(60_000)));
    assert_eq!(figure(&second, FigureKey::CarriedOver), (Some(0), Some(0)));
    assert_eq!(rig.report(Some(14)), first, "a Z is never altered");
}

#[test]
fn each_step_of_a_shift_is_recorded_in_the_shift_it_belongs_to() {
    let mut rig = Rig::new();
    rig.open_shift("0").unwrap();
    rig.count("0").unwrap();
    rig.close_shift("", false).unwrap();
    rig.open_shift("7").unwrap();
    let steps: Vec<(u32, ShiftFact)> = rig
        .reader()
        .events()
        .unwrap()
        .map(Result::unwrap)
        .filter_map(|stored| {
            if let Fact::Shift(fact) = stored.record.fact {
                Some((stored.record.by.shift, fact))
            } else {
                None
            }
        })
        .collect();
    let shifts: Vec<u32> = steps.iter().map(|(shift, _)| *shift).collect();
    assert_eq!(shifts, [14, 14, 14, 15]);
}
