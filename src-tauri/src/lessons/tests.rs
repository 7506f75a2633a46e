//! Each lesson done rightly, and the worst mistake, on the real engine and the real pretend PhonePe.

use crate::shell::Shell;
use crate::tests::{Till, asked, in_training, own_page, shown, window};
use contract::{ButtonKind, CustomerState, TillView};
use domain::SaleState;
use serde_json::{Value, json};
use simulator::Steering;
use tauri::test::MockRuntime;
use tauri::{Manager, WebviewWindow};

struct Trainee {
    till: Till,
    main: WebviewWindow<MockRuntime>,
    steering: Steering,
    mobile: String,
}

impl Trainee {
    fn at(lesson: &str) -> Trainee {
        let till = in_training();
        let main = window(&till, "main");
        let handle = till.app.handle().clone();
        let running =
            tauri::async_runtime::block_on(async { handle.state::<Shell>().running().await.unwrap() });
        let steering = running.steering.clone().unwrap();
        let mut trainee = Trainee {
            till,
            main,
            steering,
            mobile: String::new(),
        };
        // On a busy machine the line to training's PhonePe comes later than the window.
        shown(&trainee.till, |view| view.settings.device_id.is_some());
        let begun = trainee.lessons(json!({ "ask": "begin", "lesson": lesson, "seed": null }));
        trainee.mobile = begun["active"]["mobile"].as_str().unwrap().to_owned();
        let amount = begun["active"]["amount_field"].as_str().unwrap().to_owned();
        trainee.act(json!({ "command": "amount_set", "text": amount }));
        trainee
    }

    fn lessons(&self, ask: Value) -> Value {
        asked(&self.main, "lessons", own_page(), json!({ "ask": ask })).unwrap()
    }

    /// As the page looks: with every view.
    fn state(&self) -> Value {
        self.lessons(json!({ "ask": "look" }))["active"]["state"].clone()
    }

    fn act(&self, command: Value) {
        asked(&self.main, "act", own_page(), json!({ "command": command })).unwrap();
    }

    fn until(&self, wished: impl Fn(&TillView) -> bool) -> TillView {
        let view = shown(&self.till, wished);
        self.state();
        view
    }

    fn link(&self) {
        self.act(json!({ "command": "mobile_submit", "text": self.mobile }));
        self.until(|view| view.customer.state == CustomerState::OtpAsked);
        self.otp(&self.steering.otp(&self.mobile).unwrap());
        self.until(|view| view.customer.state == CustomerState::Linked);
    }

    fn otp(&self, text: &str) {
        self.act(json!({ "command": "otp_submit", "text": text }));
    }

    fn press(&self, kind: ButtonKind) {
        let armed = self.until(|view| view.button.kind == kind && view.button.action_id.is_some());
        self.act(json!({ "command": "press", "action_id": armed.button.action_id }));
    }

    fn hold(&self) -> TillView {
        self.press(ButtonKind::Pay);
        self.until(|view| has_sale(view, SaleState::Held))
    }
}

fn has_sale(view: &TillView, state: SaleState) -> bool {
    view.sale.as_ref().is_some_and(|sale| sale.state == state)
}

fn right() -> Value {
    json!({ "state": "right", "detours": 0 })
}

#[test]
fn a_mistyped_otp_is_typed_again() {
    let trainee = Trainee::at("wrong_otp");
    trainee.act(json!({ "command": "mobile_submit", "text": trainee.mobile }));
    trainee.until(|view| view.customer.state == CustomerState::OtpAsked);
    trainee.otp("00000");
    trainee.until(|view| view.customer.error.is_some());
    assert_eq!(trainee.state()["state"], "going");
    trainee.otp(&trainee.steering.otp(&trainee.mobile).unwrap());
    trainee.until(|view| view.customer.state == CustomerState::Linked);
    assert_eq!(trainee.state(), right());
}

#[test]
fn a_short_wallet_is_topped_up_before_the_hold() {
    let trainee = Trainee::at("low_balance");
    trainee.link();
    trainee.press(ButtonKind::TopUpAndPay);
    trainee.until(|view| view.top_up.as_ref().is_some_and(|top_up| top_up.qr.is_some()));
    trainee.steering.credit(&trainee.mobile, 200_000).unwrap();
    trainee.act(json!({ "command": "top_up_check" }));
    trainee.hold();
    assert_eq!(trainee.state(), right());
}

#[test]
fn a_blocked_wallet_is_let_go_and_the_score_is_kept_for_the_next_day() {
    let trainee = Trainee::at("kyc_block");
    trainee.link();
    trainee.until(|view| view.button.provider_words.is_some());
    assert_eq!(trainee.state()["state"], "going");
    trainee.act(json!({ "command": "new_sale" }));
    trainee.until(|view| view.customer.masked.is_none());
    assert_eq!(trainee.state(), right());
    let kept = std::fs::read_to_string(trainee.till.dir().join("home/training/lessons.json")).unwrap();
    assert!(kept.contains("\"right\": 1"), "{kept}");
    assert!(!kept.contains(&trainee.mobile), "a number stands in no file");
    let rows = trainee.lessons(json!({ "ask": "leave" }))["rows"].clone();
    let kyc = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["lesson"] == "kyc_block")
        .unwrap();
    assert_eq!((&kyc["right"], &kyc["wrong"]), (&json!(1), &json!(0)));
}

#[test]
fn a_lost_answer_is_looked_up_and_never_asked_again() {
    let trainee = Trainee::at("lost_reply");
    trainee.link();
    trainee.press(ButtonKind::Pay);
    let unsure = trainee.until(|view| has_sale(view, SaleState::HoldUnknown));
    assert_eq!(trainee.state()["state"], "going");
    let our_ref = unsure.sale.unwrap().our_ref;
    trainee.act(json!({ "command": "look_now", "our_ref": our_ref }));
    trainee.until(|view| has_sale(view, SaleState::Held));
    assert_eq!(trainee.state(), right());
}

#[test]
fn a_lost_answer_that_was_found_before_the_page_had_asked_counts() {
    let trainee = Trainee::at("lost_reply");
    trainee.link();
    trainee.press(ButtonKind::Pay);
    let unsure = shown(&trainee.till, |view| has_sale(view, SaleState::HoldUnknown));
    let our_ref = unsure.sale.unwrap().our_ref;
    trainee.act(json!({ "command": "look_now", "our_ref": our_ref }));
    shown(&trainee.till, |view| has_sale(view, SaleState::Held));
    assert_eq!(trainee.state(), right());
}

#[test]
fn a_second_hold_while_nobody_knows_of_the_first_is_wrong_whatever_comes_later() {
    let trainee = Trainee::at("lost_reply");
    trainee.link();
    trainee.press(ButtonKind::Pay);
    trainee.until(|view| has_sale(view, SaleState::HoldUnknown));
    trainee.act(json!({ "command": "new_sale" }));
    trainee.act(json!({ "command": "amount_set", "text": "300" }));
    trainee.act(json!({ "command": "mobile_submit", "text": trainee.mobile }));
    trainee.until(|view| view.customer.state == CustomerState::Linked);
    trainee.hold();
    assert_eq!(
        trainee.state(),
        json!({ "state": "wrong", "mistake": "asked_twice" })
    );
    let again = trainee.lessons(json!({ "ask": "begin", "lesson": "lost_reply", "seed": 1 }));
    assert_eq!(
        again["active"]["mobile"],
        trainee.mobile.as_str(),
        "the same exercise"
    );
    assert_eq!(again["active"]["state"]["state"], "going");
}

#[test]
fn a_hold_that_ran_out_is_placed_again() {
    let trainee = Trainee::at("expiry");
    trainee.link();
    let held = trainee.hold();
    let amount = held.sale.unwrap().held_field;
    trainee.act(json!({ "command": "capture_review", "amount_text": amount }));
    let review = trainee.until(|view| view.review.is_some()).review.unwrap();
    trainee.act(json!({ "command": "capture_confirm", "action_id": review.action_id }));
    trainee.until(|view| has_sale(view, SaleState::Expired));
    assert_eq!(trainee.state()["state"], "going");
    trainee.act(json!({ "command": "new_sale" }));
    trainee.act(json!({ "command": "amount_set", "text": amount }));
    trainee.act(json!({ "command": "mobile_submit", "text": trainee.mobile }));
    trainee.until(|view| view.customer.state == CustomerState::Linked);
    trainee.hold();
    assert_eq!(trainee.state(), right());
}

#[test]
fn there_are_no_lessons_where_money_is_real() {
    let till = crate::tests::provisioned("http://127.0.0.1:9");
    let main = window(&till, "main");
    let refused = asked(&main, "lessons", own_page(), json!({ "ask": { "ask": "look" } }));
    assert_eq!(refused.unwrap_err()["code"], "not_allowed_now");
}
