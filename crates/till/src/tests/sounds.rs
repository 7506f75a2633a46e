//! What is heard, and above all what is not: the tone of a payment belongs to a proved capture of this till, just now.

use super::people::{MEENA, RAVI, lock, sign_in};
use super::rig::{Rig, auth_state, authorized, not_sent, paid, refused, timed_out};
use contract::{Command, PreferencesCommand, SoundView, Tone};
use domain::{Answer, Call, Meaning, RefusalKind, SaleMode, SaleState};

fn accepted() -> Meaning {
    Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None })
}

fn denied() -> Meaning {
    Meaning::Agreed(Answer::PaymentFailed)
}

/// The tones since the last time, each with its amount.
struct Ear(u64);

impl Ear {
    fn heard(&mut self, rig: &mut Rig) -> Option<(Tone, String)> {
        let sound: Option<SoundView> = rig.view().sound.filter(|sound| sound.number > self.0);
        let sound = sound?;
        assert_eq!(sound.number, self.0 + 1, "two sounds came at once");
        self.0 = sound.number;
        Some((sound.tone, sound.amount_text))
    }
}

fn tone(tone: Tone, amount: &str) -> Option<(Tone, String)> {
    Some((tone, amount.to_owned()))
}

#[test]
fn a_hold_sounds_when_it_stands_and_the_payment_only_when_it_is_proved() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.ready_to_pay("600");
    rig.press().unwrap();
    assert_eq!(ear.heard(&mut rig), None);
    rig.reply(Call::Authorize, authorized());
    assert_eq!(ear.heard(&mut rig), tone(Tone::Held, "₹600.00"));
    rig.capture("450");
    assert_eq!(ear.heard(&mut rig), None);
    rig.reply(Call::Capture, accepted());
    assert_eq!(ear.heard(&mut rig), None);
    rig.pass_ms(22_000);
    assert_eq!(ear.heard(&mut rig), None);
    rig.reply(Call::TransactionStatus, paid(45_000));
    assert_eq!(ear.heard(&mut rig), tone(Tone::Paid, "₹450.00"));
    rig.pass_ms(60_000);
    assert_eq!(ear.heard(&mut rig), None);
}

#[test]
fn a_lost_reply_sounds_not_sure_once_and_held_when_it_is_found() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, timed_out());
    assert_eq!(ear.heard(&mut rig), tone(Tone::NotSure, "₹600.00"));
    rig.pass_ms(22_000);
    assert_eq!(ear.heard(&mut rig), None);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(ear.heard(&mut rig), tone(Tone::Held, "₹600.00"));
}

#[test]
fn what_was_refused_or_never_left_sounds_failed() {
    for meaning in [refused(RefusalKind::Other), not_sent()] {
        let (mut rig, mut ear) = (Rig::new(), Ear(0));
        rig.ready_to_pay("600");
        rig.press().unwrap();
        rig.reply(Call::Authorize, meaning);
        assert_eq!(ear.heard(&mut rig), tone(Tone::Failed, "₹600.00"));
    }
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    ear.heard(&mut rig);
    rig.capture("450");
    rig.reply(Call::Capture, refused(RefusalKind::Other));
    assert_eq!(rig.state(), SaleState::Held);
    assert_eq!(ear.heard(&mut rig), tone(Tone::Failed, "₹600.00"));
}

#[test]
fn a_release_sounds_like_nothing() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    ear.heard(&mut rig);
    rig.release();
    rig.reply(Call::Cancel, Meaning::Agreed(Answer::Cancelled));
    assert_eq!(rig.state(), SaleState::Released);
    assert_eq!(ear.heard(&mut rig), None);
}

#[test]
fn charge_now_sounds_only_when_it_is_proved() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    rig.reply(Call::Capture, accepted());
    assert_eq!(ear.heard(&mut rig), None);
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(ear.heard(&mut rig), tone(Tone::Paid, "₹600.00"));
}

#[test]
fn the_sale_that_was_just_left_is_still_heard_of_and_an_old_one_is_not() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    ear.heard(&mut rig);
    rig.capture("600");
    rig.reply(Call::Capture, accepted());
    rig.act(Command::NewSale).unwrap();
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(ear.heard(&mut rig), tone(Tone::Paid, "₹600.00"));

    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    ear.heard(&mut rig);
    rig.capture("600");
    rig.reply(Call::Capture, accepted());
    rig.act(Command::NewSale).unwrap();
    rig.pass_ms(22_000);
    rig.clock
        .0
        .fetch_add(120_000, std::sync::atomic::Ordering::SeqCst);
    rig.hear(crate::Input::Tick);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(ear.heard(&mut rig), None);
}

#[test]
fn a_payment_that_failed_after_all_is_heard_also_when_its_sale_was_left() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    ear.heard(&mut rig);
    rig.capture("600");
    rig.reply(Call::Capture, accepted());
    rig.act(Command::NewSale).unwrap();
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, denied());
    assert_eq!(ear.heard(&mut rig), tone(Tone::Failed, "₹600.00"));
}

#[test]
fn a_restart_brings_no_old_news() {
    let mut rig = Rig::new();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.capture("600");
    rig.reply(Call::Capture, accepted());
    let mut rig = rig.ready_after(1_000);
    assert_eq!(rig.view().sound, None);
    // Also not when the sale is opened and proved in front of the cashier: she did not take this payment now.
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    assert_eq!(rig.state(), SaleState::Paid);
    assert_eq!(rig.view().sound, None);
}

#[test]
fn a_sale_that_is_opened_says_nothing_about_what_it_was() {
    let (mut rig, mut ear) = (Rig::new(), Ear(0));
    rig.held("600");
    let our_ref = rig.sale_ref();
    ear.heard(&mut rig);
    rig.act(Command::NewSale).unwrap();
    rig.act(Command::SaleOpen { our_ref }).unwrap();
    rig.pass_ms(5_000);
    assert_eq!(ear.heard(&mut rig), None);
}

#[test]
fn behind_the_lock_nothing_is_heard_and_nobody_hears_it_later() {
    let mut rig = Rig::with_ravi();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.act(lock()).unwrap();
    rig.reply(Call::Authorize, authorized());
    assert_eq!(rig.view().sound, None);
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    assert_eq!(rig.state(), SaleState::Held);
    assert_eq!(rig.view().sound, None);

    rig.capture("600");
    rig.reply(Call::Capture, accepted());
    rig.act(lock()).unwrap();
    rig.act(sign_in("Meena", MEENA)).unwrap();
    rig.pass_ms(22_000);
    rig.reply(Call::TransactionStatus, paid(60_000));
    // Another person's sale, on another person's screen.
    assert_eq!(rig.view().sound, None);
    rig.act(lock()).unwrap();
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    assert_eq!(rig.state(), SaleState::Paid);
    assert_eq!(rig.view().sound, None);
}

#[test]
fn a_tone_that_is_tried_is_marked_as_a_trial_and_keeps_nothing() {
    let mut rig = Rig::new();
    for (nth, tone) in (1..).zip(Tone::ALL) {
        rig.act(Command::Preferences(PreferencesCommand::TryTone { tone }))
            .unwrap();
        let sound = rig.view().sound.unwrap();
        assert_eq!((sound.number, sound.tone, sound.is_trial), (nth, tone, true));
    }
    assert!(rig.preferences_kept.is_empty());
}

#[test]
fn a_volume_above_the_loudest_and_speech_without_a_program_are_refused() {
    let mut rig = Rig::new();
    let louder = Command::Preferences(PreferencesCommand::Volume { percent: 101 });
    assert_eq!(rig.refused(louder), contract::ErrorCode::VolumeOutOfRange);
    let speech = Command::Preferences(PreferencesCommand::Speech {
        speaks: true,
        speak_in: contract::SpeechLanguage::Hindi,
    });
    assert_eq!(rig.refused(speech), contract::ErrorCode::NoSpeech);
    rig.act(Command::Preferences(PreferencesCommand::Volume { percent: 0 }))
        .unwrap();
    assert_eq!(rig.view().preferences.chosen.sound.volume_percent, 0);
}
