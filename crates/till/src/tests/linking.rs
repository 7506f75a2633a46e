use super::rig::{Rig, enough, not_sent, refused, secret, timed_out};
use crate::{Effect, Input, NotReady, Tag, VaultTrouble};
use contract::{Command, CustomerState, ErrorCode, KeyringState, NoticeCode, WhyCode};
use domain::{Answer, Call, Meaning, RefusalKind};

fn mobile(text: &str) -> Command {
    Command::MobileSubmit {
        text: text.to_owned(),
    }
}

fn otp(text: &str) -> Command {
    Command::OtpSubmit {
        text: text.to_owned(),
    }
}

fn otp_sent() -> Meaning {
    Meaning::Agreed(Answer::OtpSent {
        otp_token: secret("otp-token"),
    })
}

#[test]
fn a_known_customer_needs_no_otp() {
    let mut rig = Rig::new();
    rig.link();
    rig.act(Command::NewSale).unwrap();
    rig.act(mobile("+91 98765 43210")).unwrap();
    let view = rig.view();
    assert_eq!(view.customer.state, CustomerState::Linked);
    assert_eq!(view.customer.masked.as_deref(), Some("•••••• 3210"));
    assert_eq!(rig.built(Call::SendOtp), 1, "the first linking only");
}

/// The number is typed, and the keyring has not answered yet.
fn asked_of_the_keyring(rig: &mut Rig, number: &str) -> Tag {
    let (_, effects) = rig.till.hear(Input::Command(mobile(number)));
    let asked = effects.into_iter().find_map(|effect| match effect {
        Effect::ReadSecret(tag, _) => Some(tag),
        Effect::Send(..)
        | Effect::WriteSecret(..)
        | Effect::DeleteSecret(_)
        | Effect::CheckPin(..)
        | Effect::HashPin(..)
        | Effect::KeepPreferences(_)
        | Effect::AskForUpdate
        | Effect::Print(..)
        | Effect::UsePrinter(_)
        | Effect::Connect => None,
    });
    asked.expect("the keyring is asked")
}

#[test]
fn a_late_answer_of_the_keyring_is_not_taken_for_the_next_customers() {
    let mut rig = Rig::new();
    let first = asked_of_the_keyring(&mut rig, "9876543210");
    rig.act(Command::NewSale).unwrap();
    let second = asked_of_the_keyring(&mut rig, "9876543211");
    rig.hear(Input::SecretRead(
        first,
        Ok(Some(secret("the first one's token"))),
    ));
    assert_eq!(rig.view().customer.state, CustomerState::LookingUp);
    rig.hear(Input::SecretRead(second, Ok(None)));
    assert_eq!(rig.view().customer.state, CustomerState::SendingOtp);
}

#[test]
fn a_late_answer_about_an_otp_is_not_taken_for_the_next_customers() {
    let mut rig = Rig::new();
    for number in ["9876543210", "9876543211"] {
        rig.act(Command::NewSale).unwrap();
        rig.act(mobile(number)).unwrap();
    }
    rig.reply(Call::SendOtp, otp_sent());
    assert_eq!(
        rig.view().customer.state,
        CustomerState::SendingOtp,
        "the first one's"
    );
    rig.reply(Call::SendOtp, otp_sent());
    rig.act(otp("12345")).unwrap();
    rig.act(Command::NewSale).unwrap();
    rig.act(mobile("9876543212")).unwrap();
    rig.reply(Call::SendOtp, otp_sent());
    rig.act(otp("54321")).unwrap();
    let linked = |token| Meaning::Agreed(Answer::Linked { token: secret(token) });
    rig.reply(Call::VerifyOtp, linked("the second one's token"));
    let view = rig.view();
    assert_eq!(view.customer.state, CustomerState::Verifying);
    assert!(
        rig.keyring.is_empty(),
        "nobody's token is kept under another's number"
    );
    rig.reply(Call::VerifyOtp, linked("the third one's token"));
    assert_eq!(rig.view().customer.state, CustomerState::Linked);
}

#[test]
fn wrong_numbers_and_otps_are_said_and_nothing_is_sent() {
    let mut rig = Rig::new();
    for (typed, code) in [
        ("", ErrorCode::MobileEmpty),
        ("12345", ErrorCode::MobileWrongLength),
        ("5876543210", ErrorCode::MobileWrongStart),
        ("98765abcde", ErrorCode::MobileNotDigits),
    ] {
        assert_eq!(rig.refused(mobile(typed)), code);
    }
    assert_eq!(rig.refused(otp("12345")), ErrorCode::OtpNotAsked);
    rig.act(mobile("9876543210")).unwrap();
    rig.reply(Call::SendOtp, otp_sent());
    for (typed, code) in [
        ("", ErrorCode::OtpEmpty),
        ("12a", ErrorCode::OtpNotDigits),
        ("123", ErrorCode::OtpWrongLength),
    ] {
        assert_eq!(rig.refused(otp(typed)), code);
    }
    assert_eq!((rig.built(Call::SendOtp), rig.built(Call::VerifyOtp)), (1, 0));
}

#[test]
fn each_refusal_of_an_otp_has_its_sentence_and_next_step() {
    use RefusalKind::{
        OtpAlreadyUsed, OtpExpired, OtpLimit, OtpTokenInvalid, UserBlacklisted, UserBlocked, WrongOtp,
    };
    for (kind, why, state) in [
        (WrongOtp, WhyCode::WrongOtp, CustomerState::OtpAsked),
        (OtpExpired, WhyCode::OtpExpired, CustomerState::OtpAsked),
        (OtpTokenInvalid, WhyCode::OtpTokenInvalid, CustomerState::OtpAsked),
        (OtpAlreadyUsed, WhyCode::OtpAlreadyUsed, CustomerState::OtpAsked),
        (OtpLimit, WhyCode::OtpLimit, CustomerState::Stopped),
        (UserBlocked, WhyCode::UserBlocked, CustomerState::Stopped),
        (UserBlacklisted, WhyCode::UserBlacklisted, CustomerState::Stopped),
    ] {
        let mut rig = Rig::new();
        rig.act(mobile("9876543210")).unwrap();
        rig.reply(Call::SendOtp, otp_sent());
        rig.act(otp("12345")).unwrap();
        rig.reply_coded(Call::VerifyOtp, refused(kind), Some("PhonePe's words"));
        let customer = rig.view().customer;
        assert_eq!(
            (customer.error.unwrap().code, customer.state),
            (why, state),
            "{kind:?}"
        );
        assert_eq!(customer.provider_words.as_deref(), Some("PhonePe's words"));
        if matches!(kind, OtpExpired | OtpTokenInvalid | OtpAlreadyUsed) {
            rig.act(Command::OtpResend).unwrap();
        }
    }
}

#[test]
fn a_second_otp_waits_for_the_cool_down() {
    let mut rig = Rig::new();
    rig.act(mobile("9876543210")).unwrap();
    rig.reply(Call::SendOtp, otp_sent());
    assert_eq!(rig.refused(Command::OtpResend), ErrorCode::OtpTooSoon);
    rig.pass_ms(30_000);
    rig.act(Command::OtpResend).unwrap();
    rig.reply(Call::SendOtp, otp_sent());
    assert_eq!(rig.view().customer.state, CustomerState::OtpAsked);
}

#[test]
fn an_unanswered_link_is_not_called_refused() {
    let mut rig = Rig::new();
    rig.act(mobile("9876543210")).unwrap();
    rig.reply(Call::SendOtp, otp_sent());
    rig.act(otp("12345")).unwrap();
    rig.reply(Call::VerifyOtp, timed_out());
    let customer = rig.view().customer;
    assert_eq!(customer.error.unwrap().code, WhyCode::LinkUnknown);
    assert_eq!(customer.state, CustomerState::OtpAsked, "verify again");
}

#[test]
fn an_otp_that_was_not_sent_leaves_the_number_to_be_tried_again() {
    let mut rig = Rig::new();
    rig.act(mobile("9876543210")).unwrap();
    rig.reply(Call::SendOtp, not_sent());
    let customer = rig.view().customer;
    assert_eq!(
        (customer.state, customer.error.unwrap().code),
        (CustomerState::None, WhyCode::Offline)
    );
    rig.act(mobile("9876543210")).unwrap();
    assert!(rig.is_on_its_way(Call::SendOtp));
}

#[test]
fn trouble_in_the_keyring_never_reads_as_not_linked() {
    for (trouble, keyring, notice) in [
        (
            VaultTrouble::Locked,
            KeyringState::Locked,
            NoticeCode::KeyringLocked,
        ),
        (
            VaultTrouble::Missing,
            KeyringState::Missing,
            NoticeCode::KeyringMissing,
        ),
        (
            VaultTrouble::Broken,
            KeyringState::Broken,
            NoticeCode::KeyringBroken,
        ),
    ] {
        let mut rig = Rig::new();
        rig.keyring_trouble = Some(trouble);
        rig.act(mobile("9876543210")).unwrap();
        let view = rig.view();
        assert_eq!(view.customer.error.unwrap().code, WhyCode::KeyringNotReady);
        assert_eq!((view.lamps.keyring, view.notice.unwrap().code), (keyring, notice));
        assert_eq!(rig.built(Call::SendOtp), 0);

        let mut closed = Rig::unconnected();
        closed.refuse_to_connect(NotReady::Keyring(trouble));
        assert_eq!(closed.view().notice.unwrap().code, notice);
        assert!(matches!(
            closed.refused(mobile("9876543210")),
            ErrorCode::KeyringLocked | ErrorCode::KeyringMissing | ErrorCode::KeyringBroken
        ));
        let asked = closed.connect_asked;
        closed.pass_ms(3_000);
        assert_eq!(closed.connect_asked, asked + 1, "it goes on asking");
    }
}

#[test]
fn an_unlinked_customer_is_forgotten_and_a_failed_unlink_is_not() {
    let mut rig = Rig::new();
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.act(Command::CustomerUnlink).unwrap();
    rig.reply(Call::Unlink, timed_out());
    let customer = rig.view().customer;
    assert_eq!(
        (customer.state, customer.error.unwrap().code),
        (CustomerState::Linked, WhyCode::UnlinkFailed)
    );
    rig.act(Command::CustomerUnlink).unwrap();
    rig.reply(Call::Unlink, Meaning::Agreed(Answer::Unlinked));
    assert_eq!(rig.view().customer.state, CustomerState::None);
    assert!(!rig.keyring.keys().any(|name| name.contains("UserToken")));
}
