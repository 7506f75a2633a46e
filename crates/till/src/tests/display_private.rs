//! What the customer's display is never told, and what is chosen about it.

use super::display::{amount, chosen, language, shown, told};
use super::people::{MEENA, RAVI, lock, sign_in};
use super::rig::{Rig, balance, enough};
use crate::{BooksTrouble, DisplayStanding, Input};
use contract::{
    Command, DisplayCommand, DisplayPlace, DisplayPreferences, DisplayState, DisplayStep, ErrorCode,
    MonitorView, PreferencesCommand,
};
use domain::Call;

#[test]
fn a_display_that_nobody_turned_on_is_told_nothing_of_a_sale() {
    let mut rig = Rig::new();
    rig.held("600");
    let view = rig.display();
    assert_eq!(
        (view.step, view.bill, view.masked),
        (DisplayStep::Welcome, None, None)
    );
    assert_eq!(rig.refused(language("hi")), ErrorCode::DisplayOff);
    assert_eq!(
        rig.refused(Command::Display(DisplayCommand::Again)),
        ErrorCode::DisplayOff
    );
}

#[test]
fn nobody_is_welcomed_with_anything_but_the_shops_name() {
    let mut rig = Rig::displaying();
    let view = rig.display();
    assert_eq!(
        (view.step, view.bill, view.masked),
        (DisplayStep::Welcome, None, None)
    );
    assert_eq!(
        (view.shop.as_str(), view.practice),
        ("2", true),
        "the counter, without a name for the paper"
    );
    let paper = contract::PaperPreferences {
        shop: told("Green Charging"),
        ..contract::PaperPreferences::default()
    };
    rig.act(Command::Preferences(PreferencesCommand::Paper { paper }))
        .unwrap();
    assert_eq!(rig.display().shop, "Green Charging");
}

#[test]
fn what_is_in_the_wallet_is_never_shown_only_whether_it_is_enough() {
    let mut rig = Rig::displaying();
    rig.act(amount("600")).unwrap();
    rig.link();
    let amount_text = Some(told("₹600.00"));
    assert_eq!(
        rig.step(),
        DisplayStep::Balance {
            amount_text: amount_text.clone()
        }
    );
    rig.reply(Call::Balance, balance(9_900, Some(false), Some(true), None));
    assert_eq!(rig.step(), DisplayStep::TooLow { amount_text });
    let json = serde_json::to_string(&rig.display()).unwrap();
    assert!(!json.contains("99.00") && !json.contains("501"), "{json}");
    rig.act(amount("700")).unwrap();
    rig.reply(
        Call::Balance,
        balance(9_900, Some(false), Some(false), Some("KYC is incomplete")),
    );
    let view = rig.display();
    assert_eq!(view.step, DisplayStep::NotPossible);
    assert_eq!(
        view.provider_words.as_deref(),
        Some("KYC is incomplete"),
        "verbatim"
    );
    rig.act(amount("50")).unwrap();
    rig.reply(Call::Balance, enough());
    assert!(matches!(rig.step(), DisplayStep::Amount { hold: true, .. }));
}

#[test]
fn the_next_customer_sees_nothing_of_the_one_before_nor_of_other_open_holds() {
    let mut rig = Rig::displaying();
    rig.held("611");
    rig.act(language("ta")).unwrap();
    let before = rig.display();
    assert_eq!(before.language, "ta");
    assert_eq!(rig.view().preferences.display.language, "ta");
    rig.act(Command::NewSale).unwrap();
    let view = rig.display();
    assert_eq!(
        (view.step.clone(), view.bill.clone(), view.masked.clone()),
        (DisplayStep::Welcome, None, None)
    );
    assert_eq!(view.language, "en", "the language was that customer's");
    rig.act(amount("50")).unwrap();
    let json = serde_json::to_string(&rig.display()).unwrap();
    assert_eq!(
        rig.view().strip.len(),
        1,
        "the other hold stands in the till's strip"
    );
    for theirs in ["611", "3210", "S0"] {
        assert!(!json.contains(theirs), "{theirs}: {json}");
    }
}

#[test]
fn a_locked_till_welcomes_and_shows_the_sale_again_to_whoever_put_it_there() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.act(chosen(shown())).unwrap();
    rig.act(lock()).unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    rig.held("600");
    rig.act(language("hi")).unwrap();
    let json = serde_json::to_string(&rig.display()).unwrap();
    assert!(!json.contains("Ravi") && !json.contains("Meena"), "{json}");
    rig.act(lock()).unwrap();
    let view = rig.display();
    assert_eq!(
        (view.step, view.bill, view.masked),
        (DisplayStep::Welcome, None, None)
    );
    assert_eq!(view.language, "en");
    rig.act(sign_in("Meena", MEENA)).unwrap();
    assert_eq!(rig.step(), DisplayStep::Welcome, "hers is another screen");
    rig.act(lock()).unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    assert!(matches!(rig.step(), DisplayStep::Held { .. }));
}

#[test]
fn what_a_manager_is_asked_is_not_the_customers() {
    let mut rig = Rig::staffed();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.act(chosen(shown())).unwrap();
    rig.act(lock()).unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    rig.ready_to_pay("10000.01");
    let before = rig.display();
    assert_eq!(rig.press().unwrap_err().code, ErrorCode::ManagerNeeded);
    assert!(rig.view().staff.approval.is_some());
    assert_eq!(rig.display(), before);
    assert!(matches!(before.step, DisplayStep::Amount { .. }));
}

#[test]
fn when_the_books_stop_the_customer_is_asked_to_wait_and_told_nothing_else() {
    let mut rig = Rig::displaying();
    rig.held("600");
    rig.hear(Input::BooksChecked(Err(BooksTrouble::Tampered(told("event 7")))));
    let view = rig.display();
    assert_eq!(
        (view.step, view.bill, view.masked),
        (DisplayStep::PleaseWait, None, None)
    );
    assert_eq!(view.provider_words, None);
}

#[test]
fn what_is_chosen_for_the_display_is_checked_and_kept() {
    let mut rig = Rig::new();
    let wrong = [
        (
            DisplayPreferences {
                language: told("../hi"),
                ..shown()
            },
            ErrorCode::LanguageUnknown,
        ),
        (
            DisplayPreferences {
                place: DisplayPlace::Named,
                ..shown()
            },
            ErrorCode::NoSuchMonitor,
        ),
        (
            DisplayPreferences {
                monitor: told("a\u{7}b"),
                ..shown()
            },
            ErrorCode::NoSuchMonitor,
        ),
    ];
    for (wrong, code) in wrong {
        assert_eq!(rig.refused(chosen(wrong)), code);
    }
    assert!(rig.preferences_kept.is_empty());
    let right = DisplayPreferences {
        place: DisplayPlace::Named,
        monitor: told(" HDMI-1 "),
        language: told("hi"),
        ..shown()
    };
    rig.act(chosen(right)).unwrap();
    let kept = &rig.preferences_kept[0].display;
    assert_eq!((kept.monitor.as_str(), kept.language.as_str()), ("HDMI-1", "hi"));
    assert_eq!(rig.display().language, "hi");
    assert_eq!(rig.refused(language("../hi")), ErrorCode::LanguageUnknown);
}

#[test]
fn how_the_window_stands_is_told_on_and_a_wish_for_it_is_counted() {
    let mut rig = Rig::displaying();
    let monitors = vec![MonitorView {
        name: told("HDMI-1"),
        size_text: told("800 × 480"),
        has_till: false,
    }];
    let state = DisplayState::NoMonitor;
    rig.hear(Input::Display(DisplayStanding {
        state,
        monitors: monitors.clone(),
    }));
    let standing = rig.view().preferences.display;
    assert_eq!(
        (standing.state, standing.monitors, standing.asked),
        (state, monitors, 0)
    );
    assert_eq!(rig.till.health().display, state);
    rig.act(Command::Display(DisplayCommand::Again)).unwrap();
    assert_eq!(rig.view().preferences.display.asked, 1);
}
