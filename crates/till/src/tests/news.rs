//! What customers are told of, and that nobody is told anything unless a manager has chosen so.

use super::rig::{Rig, auth_state, authorized, paid, timed_out};
use crate::{News, NewsEvent};
use contract::{Command, ErrorCode, HookView, PreferencesCommand};
use domain::{Answer, Call, Meaning, SaleMode};

fn accepted() -> Meaning {
    Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None })
}

fn tells(tells: bool) -> Command {
    Command::Preferences(PreferencesCommand::Hook { tells })
}

fn telling() -> Rig {
    let mut rig = Rig::new();
    rig.till.chosen.view.hook = HookView {
        program: Some("tell".to_owned()),
        ..HookView::default()
    };
    rig.act(tells(true)).unwrap();
    rig
}

fn told(rig: &mut Rig) -> Vec<(NewsEvent, String)> {
    let news = rig.till.take_news();
    news.into_iter().map(|one| (one.event, one.amount_text)).collect()
}

#[test]
fn an_address_that_is_named_tells_as_a_program_does() {
    let mut rig = Rig::new();
    rig.till.chosen.view.hook.host = Some("gateway.example".to_owned());
    rig.act(tells(true)).unwrap();
    rig.held("600");
    assert_eq!(told(&mut rig), [(NewsEvent::Held, "₹600.00".to_owned())]);
}

#[test]
fn nobody_is_told_anything_until_it_is_chosen_and_nothing_can_be_chosen_without_a_program() {
    let mut rig = Rig::new();
    assert_eq!(rig.refused(tells(true)), ErrorCode::NoHook);
    rig.held("600");
    assert!(told(&mut rig).is_empty());
    rig.act(tells(false)).unwrap();
}

#[test]
fn a_customer_is_told_of_the_hold_and_of_the_payment_once_it_is_proved() {
    let mut rig = telling();
    rig.held("600");
    let held: Vec<News> = rig.till.take_news();
    let our_ref = rig.sale_ref().to_string();
    let [held] = held.as_slice() else {
        panic!("{held:?}")
    };
    assert_eq!(
        (held.event, held.id.clone()),
        (NewsEvent::Held, format!("{our_ref}/held"))
    );
    assert_eq!(
        (held.amount_paise, held.held_paise, held.captured_paise),
        (60_000, 60_000, 0)
    );
    assert_eq!(held.last_four, "3210");
    assert!(held.deadline_at_ms.is_some());
    rig.capture("450");
    rig.reply(Call::Capture, accepted());
    assert!(told(&mut rig).is_empty(), "accepted is not paid");
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(told(&mut rig), [(NewsEvent::Captured, "₹450.00".to_owned())]);
}

#[test]
fn a_hold_that_is_found_later_is_told_once_and_a_capture_that_failed_tells_nothing() {
    let mut rig = telling();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    assert!(told(&mut rig).is_empty());
    rig.pass_ms(22_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(told(&mut rig), [(NewsEvent::Held, "₹600.00".to_owned())]);
    rig.capture("450");
    rig.reply(Call::Capture, super::rig::refused(domain::RefusalKind::Other));
    assert!(told(&mut rig).is_empty());
    rig.release();
    rig.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
    assert_eq!(told(&mut rig), [(NewsEvent::Released, "₹600.00".to_owned())]);
}

#[test]
fn of_a_charge_the_customer_hears_once() {
    let mut rig = telling();
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    rig.reply(Call::Capture, accepted());
    assert!(told(&mut rig).is_empty());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(told(&mut rig), [(NewsEvent::Captured, "₹600.00".to_owned())]);
}

#[test]
fn the_names_in_a_message_are_those_of_the_document() {
    let mut rig = telling();
    rig.held("600");
    let news = rig.till.take_news();
    let json = serde_json::to_value(&news[0]).unwrap();
    let names: Vec<&String> = json.as_object().unwrap().keys().collect();
    let document = include_str!("../../../../docs/hook.md");
    for name in names {
        assert!(
            document.contains(&format!("`{name}`")),
            "docs/hook.md does not tell of {name}"
        );
    }
    assert!(!json.to_string().contains("98765"), "the number is nobody's");
}

#[test]
fn a_hold_that_ran_out_is_told_once_phonepe_has_said_so() {
    let mut rig = telling();
    rig.held("600");
    assert_eq!(told(&mut rig), [(NewsEvent::Held, "₹600.00".to_owned())]);
    rig.pass_ms(61 * 60_000);
    assert!(told(&mut rig).is_empty(), "our clock alone proves nothing");
    rig.reply(Call::AuthStatus, auth_state("CANCELLED"));
    assert_eq!(told(&mut rig), [(NewsEvent::Expired, "₹600.00".to_owned())]);
    rig.pass_ms(61 * 60_000);
    assert!(told(&mut rig).is_empty());
}

#[test]
fn a_refund_is_told_when_its_own_status_proves_it_and_each_of_them_by_its_own_name() {
    let mut rig = telling();
    let our_ref = rig.paid_sale();
    told(&mut rig);
    let mut ids = Vec::new();
    for (rupees, paise, refunded) in [("200", 20_000, 20_000), ("50", 5_000, 25_000)] {
        rig.refund(&our_ref, rupees);
        rig.reply(Call::Refund, super::refunds::taken_on());
        assert!(told(&mut rig).is_empty(), "taken on is not gone back");
        rig.pass_ms(22_000);
        rig.reply(Call::TransactionStatus, paid(paise));
        let news = rig.till.take_news();
        let [one] = news.as_slice() else {
            panic!("{news:?}")
        };
        assert_eq!(one.event, NewsEvent::Refunded);
        assert_eq!((one.amount_paise, one.captured_paise), (paise, 45_000));
        assert_eq!(one.refunded_paise, refunded);
        assert_eq!(one.amount_text, format!("₹{rupees}.00"));
        assert!(one.id.starts_with(&format!("{our_ref}/refunded/R")), "{}", one.id);
        ids.push(one.id.clone());
    }
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_refund_that_failed_tells_nothing() {
    let mut rig = telling();
    let our_ref = rig.paid_sale();
    told(&mut rig);
    rig.refund(&our_ref, "200");
    rig.reply(Call::Refund, super::refunds::taken_on());
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, Meaning::Agreed(Answer::PaymentFailed));
    assert_eq!(rig.refund_state(&our_ref), domain::RefundState::Failed);
    assert!(told(&mut rig).is_empty());
}
