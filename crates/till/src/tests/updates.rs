//! When the package lists are asked, and where a newer version may be told.

use super::rig::{Rig, authorized};
use crate::{Input, UpdateAnswer};
use contract::{Command, ErrorCode, HealthFound, HealthVerdict, PreferencesCommand, UpdateView};
use domain::{Call, SaleState};

const DAY_MS: i64 = 24 * 3_600_000;

fn asks(ask: bool) -> Command {
    Command::Preferences(PreferencesCommand::Updates { ask })
}

fn put_away(version: &str) -> Command {
    Command::Preferences(PreferencesCommand::UpdatePutAway {
        version: version.to_owned(),
    })
}

fn waiting(version: &str) -> Input {
    Input::UpdateAnswered(UpdateAnswer::Waiting(version.to_owned()))
}

fn notice(rig: &mut Rig) -> Option<UpdateView> {
    rig.view().update
}

fn version(rig: &mut Rig) -> Option<String> {
    notice(rig).map(|update| update.version)
}

fn line(rig: &mut Rig) -> (HealthVerdict, HealthFound) {
    let line = rig.view().preferences.update.unwrap();
    assert_eq!(line, rig.till.health().update, "one line, in two places");
    (line.verdict, line.found)
}

/// A till on which it was chosen, and whose lists say that this version waits.
fn told(rig: &mut Rig, version: &str) {
    rig.act(asks(true)).unwrap();
    rig.hear(waiting(version));
}

#[test]
fn nothing_is_asked_until_it_is_chosen_and_then_at_once_and_once_a_day() {
    let mut rig = Rig::new();
    rig.pass_ms(3 * DAY_MS);
    assert_eq!(rig.updates_asked, 0);
    assert_eq!(line(&mut rig), (HealthVerdict::Ok, HealthFound::UpdateOff));
    rig.act(asks(true)).unwrap();
    assert_eq!(rig.updates_asked, 1);
    assert_eq!(line(&mut rig), (HealthVerdict::Ok, HealthFound::UpdateUnasked));
    rig.pass_ms(5 * DAY_MS);
    assert_eq!(
        rig.updates_asked, 1,
        "one question at a time, however long it takes"
    );
    rig.hear(Input::UpdateAnswered(UpdateAnswer::Newest));
    assert_eq!(rig.updates_asked, 2, "it is due again");
    rig.hear(Input::UpdateAnswered(UpdateAnswer::Newest));
    rig.pass_ms(DAY_MS - 1);
    assert_eq!(rig.updates_asked, 2);
    rig.pass_ms(1);
    assert_eq!(rig.updates_asked, 3);
}

#[test]
fn a_start_asks_after_its_first_picture_and_a_clock_that_was_set_back_does_not_put_it_off() {
    let mut rig = Rig::new();
    rig.till.chosen.view.chosen.updates.ask = true;
    rig.pass_ms(9_999);
    assert_eq!(rig.updates_asked, 0);
    rig.pass_ms(1);
    assert_eq!(rig.updates_asked, 1);
    rig.hear(Input::UpdateAnswered(UpdateAnswer::Newest));
    rig.pass_ms(-30 * DAY_MS);
    assert_eq!(rig.updates_asked, 2);
}

#[test]
fn a_newer_version_is_told_and_what_was_known_is_forgotten_when_nobody_asks_any_more() {
    let mut rig = Rig::new();
    told(&mut rig, "0.2.0");
    let expected = UpdateView {
        version: "0.2.0".to_owned(),
        is_installed: false,
    };
    assert_eq!(notice(&mut rig), Some(expected));
    let found = HealthFound::UpdateWaiting {
        version: "0.2.0".to_owned(),
    };
    assert_eq!(line(&mut rig), (HealthVerdict::Watch, found));
    rig.act(asks(false)).unwrap();
    assert_eq!(notice(&mut rig), None);
    assert_eq!(line(&mut rig).1, HealthFound::UpdateOff);
    // An answer that was on its way comes too late.
    rig.hear(waiting("0.2.0"));
    assert_eq!(notice(&mut rig), None);
    rig.act(asks(true)).unwrap();
    rig.hear(Input::UpdateAnswered(UpdateAnswer::Installed("0.2.0".to_owned())));
    assert!(notice(&mut rig).unwrap().is_installed);
}

#[test]
fn a_notice_is_put_away_until_there_is_another_version_and_that_is_kept() {
    let mut rig = Rig::new();
    assert_eq!(rig.refused(put_away("0.2.0")), ErrorCode::NotAllowedNow);
    told(&mut rig, "0.2.0");
    assert_eq!(rig.refused(put_away("0.1.9")), ErrorCode::NotAllowedNow);
    rig.act(put_away("0.2.0")).unwrap();
    assert_eq!(notice(&mut rig), None);
    let kept = rig.preferences_kept.last().unwrap();
    assert_eq!(kept.updates.put_away.as_deref(), Some("0.2.0"));
    assert_eq!(line(&mut rig).0, HealthVerdict::Watch, "it waits all the same");
    rig.hear(waiting("0.2.0"));
    assert_eq!(notice(&mut rig), None);
    rig.hear(waiting("0.3.0"));
    assert_eq!(version(&mut rig).as_deref(), Some("0.3.0"));
}

#[test]
fn no_failure_is_told_anywhere_but_in_its_line() {
    for (answer, found) in [
        (UpdateAnswer::NoPackage, HealthFound::UpdateNoPackage),
        (UpdateAnswer::NoApt, HealthFound::UpdateNoApt),
        (UpdateAnswer::Hung, HealthFound::UpdateHung),
        (UpdateAnswer::Unclear, HealthFound::UpdateUnclear),
    ] {
        let mut rig = Rig::new();
        rig.act(asks(true)).unwrap();
        rig.hear(Input::UpdateAnswered(answer));
        assert_eq!(line(&mut rig), (HealthVerdict::Watch, found));
        let view = rig.view();
        assert_eq!((view.update, view.notice), (None, None));
    }
}

#[test]
fn it_is_not_told_while_a_shift_is_open_and_is_when_that_was_closed() {
    let mut rig = Rig::new();
    told(&mut rig, "0.2.0");
    rig.open_shift("0").unwrap();
    assert_eq!(notice(&mut rig), None);
    rig.count("0").unwrap();
    assert_eq!(notice(&mut rig), None, "a counted shift is open still");
    rig.close_shift("", false).unwrap();
    assert_eq!(version(&mut rig).as_deref(), Some("0.2.0"));
}

#[test]
fn a_hold_that_was_handed_on_with_a_z_does_not_keep_it_back() {
    let mut rig = Rig::new();
    rig.open_shift("0").unwrap();
    rig.held("600");
    let our_ref = rig.sale_ref();
    told(&mut rig, "0.2.0");
    rig.act(Command::NewSale).unwrap();
    rig.hand_over(&our_ref, "Meena").unwrap();
    rig.count("0").unwrap();
    rig.close_shift("", true).unwrap();
    assert_eq!(version(&mut rig).as_deref(), Some("0.2.0"));
    rig.act(Command::SaleOpen { our_ref }).unwrap();
    assert_eq!(notice(&mut rig), None, "a hold is in front");
}

#[test]
fn without_shifts_it_is_told_only_when_nothing_is_being_sold_and_no_sale_is_open() {
    let mut rig = Rig::new();
    told(&mut rig, "0.2.0");
    let amount = Command::AmountSet {
        text: "600".to_owned(),
    };
    rig.act(amount).unwrap();
    assert_eq!(notice(&mut rig), None, "a bill");
    rig.act(Command::NewSale).unwrap();
    assert!(notice(&mut rig).is_some());
    rig.act(Command::MobileSubmit {
        text: "9876543210".to_owned(),
    })
    .unwrap();
    assert_eq!(notice(&mut rig), None, "a customer");
    rig.act(Command::NewSale).unwrap();
    rig.sent.clear();
    rig.ready_to_pay("600");
    assert_eq!(notice(&mut rig), None, "an armed button");
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    assert_eq!(notice(&mut rig), None, "a hold in front");
    let our_ref = rig.sale_ref();
    rig.act(Command::NewSale).unwrap();
    assert_eq!(notice(&mut rig), None, "an open hold");
    rig.act(Command::SaleOpen { our_ref }).unwrap();
    rig.release();
    assert_eq!(notice(&mut rig), None, "a question on its way");
    rig.reply(Call::Cancel, domain::Meaning::Agreed(domain::Answer::Cancelled));
    assert_eq!(rig.state(), SaleState::Released);
    assert_eq!(notice(&mut rig), None, "an ended sale is still shown to somebody");
    rig.act(Command::NewSale).unwrap();
    assert!(notice(&mut rig).is_some());
}

#[test]
fn trouble_comes_first_and_a_locked_till_shows_none() {
    let mut rig = Rig::new();
    told(&mut rig, "0.2.0");
    rig.hear(Input::BackedUp(Err("no room".to_owned())));
    assert_eq!(notice(&mut rig), None);
    rig.hear(Input::BackedUp(Ok(1)));
    assert!(notice(&mut rig).is_some());
    let mut rig = Rig::staffed();
    assert!(rig.view().staff.locked);
    rig.till.chosen.view.chosen.updates.ask = true;
    rig.hear(waiting("0.2.0"));
    assert_eq!(notice(&mut rig), None);
    rig.act(super::people::sign_in("Ravi", super::people::RAVI))
        .unwrap();
    assert!(notice(&mut rig).is_some());
    assert_eq!(rig.refused(asks(false)), ErrorCode::NotAllowedForYou);
    rig.act(put_away("0.2.0")).unwrap();
}

#[test]
fn a_question_that_hangs_holds_nothing_up() {
    let mut rig = Rig::new();
    rig.act(asks(true)).unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.state(), SaleState::Held);
    rig.capture("450");
    assert!(rig.is_on_its_way(Call::Capture));
    assert_eq!(rig.updates_asked, 1);
}
