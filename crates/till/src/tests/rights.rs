//! Every command against everybody who may stand at the till.

use super::people::{MEENA, RAVI, approve, lock, sign_in, typed};
use super::rig::Rig;
use contract::{
    ActionId, AtDeadline, CartCommand, Command, DisplayCommand, ErrorCode, KeyAction, Period,
    PreferencesCommand, QueueCommand, QueueKind, ReconcileCommand, RefundCommand, ShiftCommand,
    SpeechLanguage, StaffCommand, TextSize, Tone,
};
use domain::{Action, OurRef, Permission, Role, SaleMode};
use std::collections::BTreeSet;

/// The command, where it is given (`.` anywhere, `P` at an armed button, `C` and `R` in the panels of capture and release,
/// `F` in that of a refund, `Q` in that of many holds, `L` a line of an item at another price, and `?` `r` `c` what is chosen for a deadline: that a person is
/// asked, a release, a capture), for how many rupees (typed ones are in the last column but one), and what nobody (locked), a cashier, a manager and a till without staff get: `y` it is taken up
/// (whatever else is wrong with it), `l` the till is locked, `m` a manager is needed, `d` denied.
const TABLE: [(&str, char, &str, &str); 100] = [
    ("new_sale", '.', "", "lyyy"),
    ("amount_set", '.', "", "lyyy"),
    ("line_add", '.', "", "lyyy"),
    ("line_change", '.', "", "lyyy"),
    ("line_remove", '.', "", "lyyy"),
    ("line_change", 'L', "14", "lmyy"),
    ("cart/item_add", '.', "", "lyyy"),
    ("cart/scan", '.', "", "lyyy"),
    ("cart/line_discount", '.', "5", "lmyy"),
    ("cart/line_discount", '.', "", "lyyy"),
    ("cart/line_note", '.', "", "lyyy"),
    ("cart/discount", '.', "5", "lmyy"),
    ("cart/discount", '.', "", "lyyy"),
    ("cart/note", '.', "", "lyyy"),
    ("cart/park", '.', "", "lyyy"),
    ("cart/recall", '.', "", "lyyy"),
    ("cart/throw_away", '.', "", "lyyy"),
    ("cart/final_begin", '.', "", "lyyy"),
    ("cart/final_undo", '.', "", "lyyy"),
    ("mobile_submit", '.', "", "lyyy"),
    ("otp_submit", '.', "", "lyyy"),
    ("otp_resend", '.', "", "lyyy"),
    ("relink", '.', "", "lyyy"),
    ("customer_change", '.', "", "lyyy"),
    ("customer_unlink", '.', "", "lyyy"),
    ("balance_refresh", '.', "", "lyyy"),
    ("sale_mode_set", '.', "", "lyyy"),
    ("press", '.', "", "lyyy"),
    ("press", 'P', "10000", "lyyy"),
    ("press", 'P', "10001", "lmyy"),
    ("top_up_choose", '.', "", "lyyy"),
    ("top_up_check", '.', "", "lyyy"),
    ("top_up_leave", '.', "", "lyyy"),
    ("sale_open", '.', "", "lyyy"),
    ("sale_leave", '.', "", "lyyy"),
    ("capture_review", '.', "", "lyyy"),
    ("release_review", '.', "", "lyyy"),
    ("review_close", '.', "", "lyyy"),
    ("capture_confirm", '.', "", "lyyy"),
    ("capture_confirm", 'C', "10000", "lyyy"),
    ("capture_confirm", 'C', "10001", "lmyy"),
    ("release_confirm", '.', "", "lyyy"),
    ("release_confirm", 'R', "10001", "lyyy"),
    ("look_now", '.', "", "yyyy"),
    ("queue/review", '.', "", "lyyy"),
    ("queue/close", '.', "", "lyyy"),
    ("queue/confirm", '.', "", "lyyy"),
    ("queue/confirm", 'Q', "100", "lmyy"),
    ("queue/stop", '.', "", "lyyy"),
    ("queue/close_run", '.', "", "lyyy"),
    ("queue/choose", '?', "", "lyyy"),
    ("queue/choose", 'r', "", "lyyy"),
    ("queue/choose", 'c', "10000", "lyyy"),
    ("queue/choose", 'c', "10001", "lmyy"),
    ("queue/choose", 'c', "ten", "lyyy"),
    ("reconcile/begin", '.', "", "ldyy"),
    ("reconcile/stop", '.', "", "ldyy"),
    ("reconcile/resume", '.', "", "ldyy"),
    ("reconcile/close_difference", '.', "", "ldyy"),
    ("refund/review", '.', "", "lyyy"),
    ("refund/close", '.', "", "lyyy"),
    ("refund/confirm", '.', "", "lyyy"),
    ("refund/confirm", 'F', "100", "lmyy"),
    ("refund/look_now", '.', "", "lyyy"),
    ("shift/open", '.', "", "lyyy"),
    ("shift/cash_in", '.', "1", "lmyy"),
    ("shift/cash_in", '.', "one", "lyyy"),
    ("shift/cash_out", '.', "1", "lmyy"),
    ("shift/hand_over", '.', "", "lyyy"),
    ("shift/count", '.', "", "lyyy"),
    ("shift/close", '.', "", "lyyy"),
    ("restore_seen", '.', "", "lyyy"),
    ("settings_check", '.', "", "lyyy"),
    ("preferences/language", '.', "", "yyyy"),
    ("preferences/text_size", '.', "", "yyyy"),
    ("preferences/key", '.', "", "ldyy"),
    ("preferences/keys_usual", '.', "", "ldyy"),
    ("preferences/volume", '.', "", "lyyy"),
    ("preferences/speech", '.', "", "ldyy"),
    ("preferences/hook", '.', "", "ldyy"),
    ("preferences/updates", '.', "", "ldyy"),
    ("preferences/update_put_away", '.', "", "lyyy"),
    ("preferences/try_tone", '.', "", "lyyy"),
    ("preferences/paper", '.', "", "ldyy"),
    ("preferences/display", '.', "", "ldyy"),
    ("display/language", '.', "", "lyyy"),
    ("display/again", '.', "", "lyyy"),
    ("paper/print", '.', "", "lyyy"),
    ("staff/sign_in", '.', "", "yyyy"),
    ("staff/lock", '.', "", "yyyy"),
    ("staff/awake", '.', "", "lyyy"),
    ("staff/approve", '.', "", "lyyy"),
    ("staff/approval_leave", '.', "", "lyyy"),
    ("staff/person_add", '.', "", "ldyy"),
    ("staff/person_remove", '.', "", "ldyy"),
    ("staff/person_role", '.', "", "ldyy"),
    ("staff/person_pin", '.', "", "ldyy"),
    ("staff/rule_set", '.', "", "ldyy"),
    ("staff/idle_set", '.', "", "ldyy"),
    ("staff/sign_in", 'P', "10001", "yyyy"),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Who {
    Nobody,
    Cashier,
    Manager,
    NoStaffYet,
}

const ALL: [Who; 4] = [Who::Nobody, Who::Cashier, Who::Manager, Who::NoStaffYet];

#[test]
fn every_command_is_taken_from_those_who_may_give_it() {
    for (name, place, rupees, expected) in TABLE {
        let got: String = ALL
            .into_iter()
            .map(|who| answer(name, place, rupees, who))
            .collect();
        assert_eq!(got, expected, "{name} {place} {rupees} for {ALL:?}");
    }
}

#[test]
fn the_table_names_every_command_that_there_is() {
    let told = |unknown: &str| {
        serde_json::from_str::<Command>(unknown)
            .err()
            .unwrap()
            .to_string()
    };
    let names_in = |error: String, prefix: &str| -> BTreeSet<String> {
        let quoted = error.split('`').skip(3).step_by(2);
        quoted.map(|name| format!("{prefix}{name}")).collect()
    };
    let mut all = names_in(told(r#"{"command":"?"}"#), "");
    for (nest, tag) in [
        ("cart", "cart"),
        ("queue", "queue"),
        ("reconcile", "reconcile"),
        ("refund", "refund"),
        ("shift", "step"),
        ("staff", "staff"),
        ("preferences", "preference"),
        ("paper", "paper"),
        ("display", "display"),
    ] {
        assert!(all.remove(nest));
        let unknown = format!(r#"{{"command":"{nest}","{tag}":"?"}}"#);
        all.extend(names_in(told(&unknown), &format!("{nest}/")));
    }
    let table: BTreeSet<String> = TABLE.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(table, all);
}

#[test]
fn a_locked_till_takes_four_commands() {
    let open: BTreeSet<&str> = TABLE
        .iter()
        .filter(|(.., expected)| !expected.starts_with('l'))
        .map(|(name, ..)| *name)
        .collect();
    assert_eq!(
        open,
        BTreeSet::from([
            "look_now",
            "preferences/language",
            "preferences/text_size",
            "staff/lock",
            "staff/sign_in"
        ])
    );
}

fn answer(name: &str, place: char, rupees: &str, who: Who) -> char {
    let mut rig = match who {
        Who::NoStaffYet => Rig::new(),
        Who::Nobody | Who::Cashier | Who::Manager => Rig::staffed(),
    };
    // The manager prepares it: what the cashier may not hold he may still have before him.
    match who {
        Who::NoStaffYet => {}
        Who::Nobody | Who::Manager => rig.act(sign_in("Meena", MEENA)).unwrap(),
        Who::Cashier => rig.act(sign_in("Ravi", RAVI)).unwrap(),
    }
    let id = prepared(&mut rig, place, rupees, who);
    if who == Who::Nobody {
        rig.act(lock()).unwrap();
    }
    match rig
        .act(command(name, place, rupees, id))
        .map_err(|refused| refused.code)
    {
        Err(ErrorCode::TillLocked) => 'l',
        Err(ErrorCode::ManagerNeeded) => 'm',
        Err(ErrorCode::NotAllowedForYou) => 'd',
        Ok(()) | Err(_) => 'y',
    }
}

fn prepared(rig: &mut Rig, place: char, rupees: &str, who: Who) -> ActionId {
    let nothing = ActionId("no such button".to_owned());
    match place {
        'P' => {
            rig.ready_to_pay(rupees);
            rig.view().button.action_id.unwrap()
        }
        'C' | 'R' => {
            hold(rig, rupees, who);
            let review = if place == 'C' {
                Command::CaptureReview {
                    amount_text: rupees.to_owned(),
                }
            } else {
                Command::ReleaseReview
            };
            rig.act(review).unwrap();
            rig.view().review.unwrap().action_id
        }
        'F' => {
            let our_ref = rig.paid_sale();
            rig.review_refund(&our_ref, rupees).unwrap()
        }
        'L' => {
            rig.stock("code,name,price\nT,Tea,15");
            rig.cart(contract::CartCommand::ItemAdd { code: "T".to_owned() })
                .unwrap();
            nothing
        }
        'Q' => {
            hold(rig, rupees, who);
            let our_ref = rig.sale_ref();
            rig.review_queue(QueueKind::Release, &[our_ref])
                .action_id
                .unwrap()
        }
        _ => nothing,
    }
}

fn hold(rig: &mut Rig, rupees: &str, who: Who) {
    rig.ready_to_pay(rupees);
    let action_id = rig.view().button.action_id.unwrap();
    if rig.press().is_err() {
        assert_eq!(who, Who::Cashier);
        rig.act(approve(&action_id, "Meena", MEENA)).unwrap();
    }
    rig.reply(domain::Call::Authorize, super::rig::authorized());
}

fn some_sale() -> OurRef {
    "S01ARZ3NDEKTSV4RRFFQ0000001".parse().unwrap()
}

fn command(name: &str, place: char, rupees: &str, action_id: ActionId) -> Command {
    let text = || "1".to_owned();
    let our_ref = some_sale();
    if let Some(staff) = name.strip_prefix("staff/") {
        return Command::Staff(staff_command(staff, action_id));
    }
    if let Some(cart) = name.strip_prefix("cart/") {
        return Command::Cart(cart_command(cart, rupees));
    }
    if let Some(queue) = name.strip_prefix("queue/") {
        return Command::Queue(queue_command(queue, place, rupees, action_id));
    }
    if let Some(step) = name.strip_prefix("reconcile/") {
        return Command::Reconcile(reconcile_command(step));
    }
    if let Some(refund) = name.strip_prefix("refund/") {
        return Command::Refund(refund_command(refund, action_id));
    }
    if let Some(shift) = name.strip_prefix("shift/") {
        return Command::Shift(shift_command(shift, rupees, action_id));
    }
    if let Some(preference) = name.strip_prefix("preferences/") {
        return Command::Preferences(preferences_command(preference));
    }
    if let Some(display) = name.strip_prefix("display/") {
        return Command::Display(display_command(display));
    }
    if name == "paper/print" {
        let what = contract::PaperName::Sale { our_ref };
        return Command::Paper(contract::PaperCommand::Print { what });
    }
    match name {
        "new_sale" => Command::NewSale,
        "amount_set" => Command::AmountSet { text: text() },
        "line_add" => Command::LineAdd {
            name: text(),
            quantity: text(),
            price: text(),
        },
        "line_change" => Command::LineChange {
            id: u32::from(place != 'L'),
            quantity: text(),
            price: if place == 'L' { rupees.to_owned() } else { text() },
        },
        "line_remove" => Command::LineRemove { id: 1 },
        "mobile_submit" => Command::MobileSubmit { text: text() },
        "otp_submit" => Command::OtpSubmit { text: text() },
        "otp_resend" => Command::OtpResend,
        "relink" => Command::Relink,
        "customer_change" => Command::CustomerChange,
        "customer_unlink" => Command::CustomerUnlink,
        "balance_refresh" => Command::BalanceRefresh,
        "sale_mode_set" => Command::SaleModeSet { mode: SaleMode::Hold },
        "press" => Command::Press { action_id },
        "top_up_choose" => Command::TopUpChoose { amount_paise: 1 },
        "top_up_check" => Command::TopUpCheck,
        "top_up_leave" => Command::TopUpLeave,
        "sale_open" => Command::SaleOpen { our_ref },
        "sale_leave" => Command::SaleLeave,
        "capture_review" => Command::CaptureReview { amount_text: text() },
        "release_review" => Command::ReleaseReview,
        "review_close" => Command::ReviewClose,
        "capture_confirm" => Command::CaptureConfirm { action_id },
        "release_confirm" => Command::ReleaseConfirm { action_id },
        "look_now" => Command::LookNow { our_ref },
        "restore_seen" => Command::RestoreSeen,
        "settings_check" => Command::SettingsCheck,
        other => panic!("{other} is no command"),
    }
}

fn display_command(name: &str) -> DisplayCommand {
    match name {
        "again" => DisplayCommand::Again,
        "language" => DisplayCommand::Language {
            language: "hi".to_owned(),
        },
        other => panic!("display/{other} is no command"),
    }
}

fn cart_command(name: &str, typed: &str) -> CartCommand {
    let text = typed.to_owned();
    match name {
        "item_add" => CartCommand::ItemAdd { code: text },
        "scan" => CartCommand::Scan { text },
        "line_discount" => CartCommand::LineDiscount { id: 0, text },
        "line_note" => CartCommand::LineNote { id: 0, text },
        "discount" => CartCommand::Discount { text },
        "note" => CartCommand::Note { text },
        "park" => CartCommand::Park { name: text },
        "recall" => CartCommand::Recall { number: 1 },
        "throw_away" => CartCommand::ThrowAway { number: 1 },
        "final_begin" => CartCommand::FinalBegin,
        "final_undo" => CartCommand::FinalUndo,
        other => panic!("{other} is no command"),
    }
}

fn queue_command(name: &str, place: char, rupees: &str, action_id: ActionId) -> QueueCommand {
    match name {
        "review" => QueueCommand::Review {
            kind: QueueKind::Release,
            our_refs: vec![some_sale()],
        },
        "close" => QueueCommand::Close,
        "confirm" => QueueCommand::Confirm { action_id },
        "stop" => QueueCommand::Stop { run: 1 },
        "close_run" => QueueCommand::CloseRun { run: 1 },
        "choose" => QueueCommand::Choose {
            our_ref: some_sale(),
            at_deadline: match place {
                '?' => AtDeadline::AskAPerson,
                'r' => AtDeadline::Release,
                _ => AtDeadline::Capture,
            },
            amount_text: rupees.to_owned(),
        },
        other => panic!("{other} is no command"),
    }
}

fn preferences_command(name: &str) -> PreferencesCommand {
    match name {
        "key" => PreferencesCommand::Key {
            action: KeyAction::Money,
            key: "F11".to_owned(),
        },
        "keys_usual" => PreferencesCommand::KeysUsual,
        "volume" => PreferencesCommand::Volume { percent: 50 },
        "speech" => PreferencesCommand::Speech {
            speaks: false,
            speak_in: SpeechLanguage::Hindi,
        },
        "hook" => PreferencesCommand::Hook { tells: false },
        "updates" => PreferencesCommand::Updates { ask: true },
        "update_put_away" => PreferencesCommand::UpdatePutAway {
            version: "2".to_owned(),
        },
        "try_tone" => PreferencesCommand::TryTone { tone: Tone::Held },
        "language" => PreferencesCommand::Language {
            language: "hi".to_owned(),
        },
        "display" => PreferencesCommand::Display {
            display: contract::DisplayPreferences::default(),
        },
        "text_size" => PreferencesCommand::TextSize {
            text_size: TextSize::Percent200,
        },
        "paper" => PreferencesCommand::Paper {
            paper: contract::PaperPreferences::default(),
        },
        other => panic!("{other} is no command"),
    }
}

fn reconcile_command(name: &str) -> ReconcileCommand {
    match name {
        "begin" => ReconcileCommand::Begin { of: Period::Today },
        "stop" => ReconcileCommand::Stop { run: 1 },
        "resume" => ReconcileCommand::Resume { run: 1 },
        "close_difference" => ReconcileCommand::CloseDifference {
            number: 1,
            note: "settled".to_owned(),
        },
        other => panic!("{other} is no command"),
    }
}

fn refund_command(name: &str, action_id: ActionId) -> RefundCommand {
    let our_ref = some_sale();
    match name {
        "review" => RefundCommand::Review {
            our_ref,
            amount_text: "1".to_owned(),
            reason: "too much".to_owned(),
        },
        "close" => RefundCommand::Close,
        "confirm" => RefundCommand::Confirm { action_id },
        "look_now" => RefundCommand::LookNow {
            our_ref,
            refund_ref: "R01ARZ3NDEKTSV4RRFFQ0000001".parse().unwrap(),
        },
        other => panic!("{other} is no command"),
    }
}

fn shift_command(name: &str, rupees: &str, action_id: ActionId) -> ShiftCommand {
    let (amount, reason) = (rupees.to_owned(), "milk".to_owned());
    match name {
        "open" => ShiftCommand::Open {
            action_id,
            float: "1".to_owned(),
        },
        "cash_in" => ShiftCommand::CashIn {
            action_id,
            amount,
            reason,
        },
        "cash_out" => ShiftCommand::CashOut {
            action_id,
            amount,
            reason,
        },
        "hand_over" => ShiftCommand::HandOver {
            our_ref: some_sale(),
            to: "Ravi".to_owned(),
        },
        "count" => ShiftCommand::Count {
            action_id,
            counted: "1".to_owned(),
        },
        "close" => ShiftCommand::Close {
            action_id,
            reason,
            carry_over: true,
        },
        other => panic!("{other} is no command"),
    }
}

fn staff_command(name: &str, action_id: ActionId) -> StaffCommand {
    let who = || "Ravi".to_owned();
    match name {
        "sign_in" => StaffCommand::SignIn {
            name: who(),
            pin: typed(RAVI),
        },
        "lock" => StaffCommand::Lock,
        "awake" => StaffCommand::Awake,
        "approve" => StaffCommand::Approve {
            action_id,
            manager: who(),
            pin: typed(RAVI),
        },
        "approval_leave" => StaffCommand::ApprovalLeave,
        "person_add" => StaffCommand::PersonAdd {
            name: "Nina".to_owned(),
            role: Role::Manager,
            pin: typed(MEENA),
        },
        "person_remove" => StaffCommand::PersonRemove { name: who() },
        "person_role" => StaffCommand::PersonRole {
            name: who(),
            role: Role::Manager,
        },
        "person_pin" => StaffCommand::PersonPin {
            name: who(),
            pin: typed(MEENA),
        },
        "rule_set" => StaffCommand::RuleSet {
            role: Role::Cashier,
            action: Action::Hold,
            within: Permission::Denied,
            limit_text: String::new(),
            over: Permission::Denied,
        },
        "idle_set" => StaffCommand::IdleSet { minutes: 1 },
        other => panic!("{other} is no command"),
    }
}
