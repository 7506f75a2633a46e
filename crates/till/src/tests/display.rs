//! What the customer's display is told: every step of his own sale, and nothing else.

use super::refunds::taken_on;
use super::rig::{Rig, auth_state, authorized, balance, not_sent, paid, refused, timed_out};
use crate::display::step_of;
use contract::{
    Command, CustomerDisplayView, DisplayCommand, DisplayPreferences, DisplayStep, PreferencesCommand,
};
use domain::{Answer, Call, Meaning, RefusalKind, SaleMode, SaleState, TopUpOffer};

pub(super) fn shown() -> DisplayPreferences {
    DisplayPreferences {
        shows: true,
        ..DisplayPreferences::default()
    }
}

pub(super) fn chosen(display: DisplayPreferences) -> Command {
    Command::Preferences(PreferencesCommand::Display { display })
}

pub(super) fn language(name: &str) -> Command {
    Command::Display(DisplayCommand::Language {
        language: name.to_owned(),
    })
}

pub(super) fn amount(text: &str) -> Command {
    Command::AmountSet {
        text: text.to_owned(),
    }
}

fn accepted() -> Meaning {
    Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None })
}

pub(super) fn told(text: &str) -> String {
    text.to_owned()
}

impl Rig {
    /// A till with a customer's display.
    pub(super) fn displaying() -> Rig {
        let mut rig = Rig::new();
        rig.act(chosen(shown())).unwrap();
        rig
    }

    pub(super) fn display(&mut self) -> CustomerDisplayView {
        self.till.display_view()
    }

    pub(super) fn step(&mut self) -> DisplayStep {
        self.display().step
    }
}

#[test]
fn the_bill_is_shown_as_it_is_made_with_what_each_line_comes_to() {
    let mut rig = Rig::displaying();
    let line = |name: &str, quantity: &str, price: &str| Command::LineAdd {
        name: told(name),
        quantity: told(quantity),
        price: told(price),
    };
    rig.act(line("EV charging", "30", "18")).unwrap();
    rig.act(line("Valet", "1", "60")).unwrap();
    let view = rig.display();
    assert_eq!(
        view.step,
        DisplayStep::Amount {
            amount_text: told("₹600.00"),
            hold: true
        }
    );
    let bill = view.bill.unwrap();
    let lines: Vec<_> = bill
        .lines
        .iter()
        .map(|line| [&line.name, &line.quantity_text, &line.amount_text].map(String::as_str))
        .collect();
    assert_eq!(lines, [["EV charging", "30", "₹540.00"], ["Valet", "", "₹60.00"]]);
    assert_eq!(
        (bill.earlier, bill.total_text.as_str(), bill.less_text),
        (0, "₹600.00", None)
    );
    let discount = contract::CartCommand::Discount { text: told("10%") };
    rig.act(Command::Cart(discount)).unwrap();
    let bill = rig.display().bill.unwrap();
    assert_eq!(
        (bill.less_text.as_deref(), bill.total_text.as_str()),
        (Some("-₹60.00"), "₹540.00")
    );
}

#[test]
fn of_a_long_bill_the_newest_lines_are_shown_and_the_others_counted() {
    let mut rig = Rig::displaying();
    for number in 1..=30 {
        rig.act(Command::LineAdd {
            name: format!("Tea {number}"),
            quantity: told("1"),
            price: told("15"),
        })
        .unwrap();
    }
    let bill = rig.display().bill.unwrap();
    assert_eq!((bill.lines.len(), bill.earlier), (24, 6));
    assert_eq!(bill.lines[0].name, "Tea 7");
    assert_eq!(
        (bill.lines[23].name.as_str(), bill.total_text.as_str()),
        ("Tea 30", "₹450.00")
    );
}

#[test]
fn linking_asks_for_the_code_and_shows_the_last_digits_only() {
    let mut rig = Rig::displaying();
    rig.act(amount("600")).unwrap();
    rig.act(Command::MobileSubmit {
        text: told("98765 43210"),
    })
    .unwrap();
    let otp_token = super::rig::secret("otp-token");
    rig.reply(Call::SendOtp, Meaning::Agreed(Answer::OtpSent { otp_token }));
    let view = rig.display();
    assert_eq!(view.step, DisplayStep::Code);
    assert_eq!(view.masked.as_deref(), Some("•••••• 3210"));
    assert!(!serde_json::to_string(&view).unwrap().contains("98765"));
}

#[test]
fn a_top_up_shows_the_same_code_as_the_tills_window() {
    let mut rig = Rig::displaying();
    rig.act(amount("600")).unwrap();
    rig.link();
    rig.reply(Call::Balance, balance(9_900, Some(false), Some(true), None));
    rig.press().unwrap();
    let waits = DisplayStep::TopUp {
        amount_text: told("₹600.00"),
        qr: None,
    };
    assert_eq!(rig.step(), waits);
    let url = told("phonepe://wallet/topup?id=1");
    rig.reply(Call::TopUp, Meaning::Agreed(Answer::TopUp(TopUpOffer { url })));
    let qr = rig.view().top_up.unwrap().qr;
    assert!(qr.is_some());
    assert_eq!(
        rig.step(),
        DisplayStep::TopUp {
            amount_text: told("₹600.00"),
            qr
        }
    );
}

#[test]
fn a_hold_is_blocked_and_not_taken_and_paid_is_said_when_it_is_proved_and_not_before() {
    let mut rig = Rig::displaying();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    let amount_text = told("₹600.00");
    assert_eq!(
        rig.step(),
        DisplayStep::Sending {
            amount_text: amount_text.clone()
        }
    );
    rig.reply(Call::Authorize, authorized());
    let until_ms = rig.view().sale.unwrap().deadline_at_ms;
    assert!(until_ms.is_some());
    assert_eq!(
        rig.step(),
        DisplayStep::Held {
            amount_text,
            until_ms
        }
    );
    assert!(rig.display().bill.is_some());
    rig.capture("450");
    assert_eq!(rig.display().bill, None, "a bill of ₹600.00 is not what is taken");
    let taking = DisplayStep::Taking {
        amount_text: told("₹450.00"),
    };
    assert_eq!(rig.step(), taking);
    rig.reply(Call::Capture, accepted());
    assert_eq!(rig.step(), taking, "accepted is not paid");
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(
        rig.step(),
        DisplayStep::Paid {
            amount_text: told("₹450.00"),
            released_text: Some(told("₹150.00")),
            refunded_text: None
        }
    );
}

#[test]
fn what_went_back_is_told_when_the_refunds_own_status_proves_it() {
    let mut rig = Rig::displaying();
    let our_ref = rig.paid_sale();
    let refunded = |rig: &mut Rig| {
        let DisplayStep::Paid { refunded_text, .. } = rig.step() else {
            panic!("{:?}", rig.step())
        };
        refunded_text
    };
    for (rupees, paise, so_far) in [("200", 20_000, "₹200.00"), ("50", 5_000, "₹250.00")] {
        let before = refunded(&mut rig);
        rig.refund(&our_ref, rupees);
        assert_eq!(refunded(&mut rig), before, "asked for is not gone back");
        rig.reply(Call::Refund, taken_on());
        assert_eq!(refunded(&mut rig), before, "taken on is not gone back");
        rig.pass_ms(22_000);
        rig.reply(Call::TransactionStatus, paid(paise));
        assert_eq!(refunded(&mut rig), Some(told(so_far)));
    }
}

#[test]
fn paid_is_the_word_of_one_state_alone() {
    let mut rig = Rig::displaying();
    rig.held("600");
    let our_ref = rig.sale_ref();
    let row = rig.till.sales[&our_ref].clone();
    for state in SaleState::ALL {
        let mut row = row.clone();
        row.sale.state = state;
        let is_paid = matches!(step_of(&row), DisplayStep::Paid { .. });
        assert_eq!(is_paid, state == SaleState::Paid, "{state:?}");
        let is_held = matches!(step_of(&row), DisplayStep::Held { .. });
        assert_eq!(is_held, state == SaleState::Held, "{state:?}");
    }
}

#[test]
fn without_an_answer_the_customer_is_asked_to_wait_and_never_told_that_it_failed() {
    let mut rig = Rig::displaying();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    assert_eq!(
        rig.step(),
        DisplayStep::NotSure {
            amount_text: told("₹600.00")
        }
    );
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    rig.capture("450");
    rig.reply(Call::Capture, timed_out());
    assert_eq!(
        rig.step(),
        DisplayStep::NotSure {
            amount_text: told("₹450.00")
        }
    );
}

#[test]
fn a_refusal_is_told_with_phonepes_words_and_a_release_as_nothing_taken() {
    let mut rig = Rig::displaying();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply_coded(
        Call::Authorize,
        refused(RefusalKind::Other),
        Some("Limit reached <b>"),
    );
    let view = rig.display();
    assert_eq!(
        view.step,
        DisplayStep::Refused {
            amount_text: told("₹600.00")
        }
    );
    assert_eq!(view.provider_words.as_deref(), Some("Limit reached <b>"));
    let mut rig = Rig::displaying();
    rig.held("300");
    rig.release();
    assert_eq!(
        rig.step(),
        DisplayStep::Releasing {
            amount_text: told("₹300.00")
        }
    );
    rig.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
    assert_eq!(
        rig.step(),
        DisplayStep::Released {
            amount_text: told("₹300.00")
        }
    );
}

#[test]
fn a_refused_capture_is_the_cashiers_matter_and_the_money_is_still_held() {
    let mut rig = Rig::displaying();
    rig.held("600");
    rig.capture("450");
    rig.reply_coded(Call::Capture, refused(RefusalKind::Other), Some("bad request"));
    let view = rig.display();
    assert!(matches!(view.step, DisplayStep::Held { .. }), "{view:?}");
    assert_eq!(view.provider_words, None);
}

#[test]
fn what_never_left_the_till_is_still_to_be_paid() {
    let mut rig = Rig::displaying();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, not_sent());
    assert!(matches!(
        rig.step(),
        DisplayStep::Amount { .. } | DisplayStep::Balance { .. }
    ));
}

#[test]
fn a_charge_is_not_called_blocked() {
    let mut rig = Rig::displaying();
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.act(amount("600")).unwrap();
    assert_eq!(
        rig.step(),
        DisplayStep::Amount {
            amount_text: told("₹600.00"),
            hold: false
        }
    );
}
