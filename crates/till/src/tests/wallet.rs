use super::rig::{Rig, balance, enough, not_sent, refused};
use contract::{ButtonKind, Command, CustomerState, ErrorCode, ProviderState, WalletState, WhyCode};
use domain::{Answer, Ask, Call, Flow, Meaning, RefusalKind, TopUpOffer};

fn amount(text: &str) -> Command {
    Command::AmountSet {
        text: text.to_owned(),
    }
}

fn link_at(url: &str) -> Meaning {
    Meaning::Agreed(Answer::TopUp(TopUpOffer { url: url.to_owned() }))
}

#[test]
fn an_edit_of_the_cart_greys_the_button_until_the_new_answer_is_in() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    let armed = rig.view().button.action_id.unwrap();
    rig.act(amount("700")).unwrap();
    let view = rig.view();
    assert_eq!(
        (view.button.action_id, view.button.why.code),
        (None, WhyCode::Checking)
    );
    assert_eq!(view.wallet.state, WalletState::Reading);
    assert_eq!(
        rig.refused(Command::Press { action_id: armed }),
        ErrorCode::NotArmed
    );
    rig.reply(Call::Balance, enough());
    assert!(rig.view().button.action_id.is_some());
}

#[test]
fn an_answer_for_an_older_amount_arms_nothing() {
    let mut rig = Rig::new();
    rig.act(amount("600")).unwrap();
    rig.link();
    rig.act(amount("99999")).unwrap();
    rig.reply(Call::Balance, enough());
    assert!(rig.view().button.action_id.is_none(), "it answered for ₹600");
    let Ask::Balance { amount_paise, .. } = rig.last_ask(Call::Balance) else {
        panic!("no balance")
    };
    assert_eq!(amount_paise.get(), 9_999_900);
    rig.reply(
        Call::Balance,
        balance(
            500_000,
            Some(false),
            Some(false),
            Some("Please complete your wallet KYC"),
        ),
    );
    let button = rig.view().button;
    assert_eq!((button.action_id, button.why.code), (None, WhyCode::NotPossible));
    assert_eq!(
        button.provider_words.as_deref(),
        Some("Please complete your wallet KYC")
    );
}

#[test]
fn too_low_a_balance_opens_the_top_up_and_turns_back_to_pay_when_the_flags_turn() {
    let mut rig = Rig::new();
    rig.act(amount("600")).unwrap();
    rig.link();
    rig.reply(Call::Balance, balance(9_900, Some(false), Some(true), None));
    let view = rig.view();
    assert_eq!(view.button.kind, ButtonKind::TopUpAndPay);
    assert_eq!(view.wallet.short_text.as_deref(), Some("₹501.00"));
    rig.press().unwrap();
    let Ask::TopUp {
        amount_paise, flow, ..
    } = rig.last_ask(Call::TopUp)
    else {
        panic!("no top-up")
    };
    assert_eq!((amount_paise.get(), flow), (60_000, Flow::Transactional));
    rig.reply(Call::TopUp, link_at("phonepe://wallet/topup?id=1"));
    let top_up = rig.view().top_up.unwrap();
    assert!(top_up.qr.is_some() && top_up.waiting && !top_up.can_open);
    rig.pass_ms(4_000);
    rig.reply(Call::Balance, balance(9_900, Some(false), Some(true), None));
    assert!(rig.view().top_up.is_some(), "still waiting");
    rig.pass_ms(4_000);
    rig.reply(Call::Balance, enough());
    let view = rig.view();
    assert!(view.top_up.is_none());
    assert_eq!(view.button.kind, ButtonKind::Pay);
    assert!(view.button.action_id.is_some());
    assert_eq!(rig.built(Call::Authorize), 0, "nothing was charged by it");
}

#[test]
fn without_a_sale_the_button_tops_up_alone_or_is_greyed() {
    let mut rig = Rig::new();
    rig.link();
    let Ask::Balance {
        amount_paise, flow, ..
    } = rig.last_ask(Call::Balance)
    else {
        panic!("no balance")
    };
    assert_eq!((amount_paise.get(), flow), (0, Flow::NonTransactional));
    rig.reply(Call::Balance, balance(9_900, None, Some(true), None));
    assert_eq!(rig.view().button.kind, ButtonKind::TopUp);
    rig.press().unwrap();
    rig.reply(Call::TopUp, link_at("https://pay.test/t"));
    assert!(rig.view().top_up.unwrap().can_open);
    let larger = rig.view().top_up.unwrap().suggested[1].amount_paise;
    rig.act(Command::TopUpChoose { amount_paise: larger }).unwrap();
    assert_eq!(
        rig.refused(Command::TopUpChoose { amount_paise: 1 }),
        ErrorCode::NotAllowedNow
    );
    rig.act(Command::TopUpLeave).unwrap();
    assert!(rig.view().top_up.is_none());

    let mut greyed = Rig::new();
    greyed.link();
    greyed.reply(
        Call::Balance,
        balance(0, None, Some(false), Some("Upgrade your PhonePe app")),
    );
    let button = greyed.view().button;
    assert_eq!(
        (button.kind, button.why.code),
        (ButtonKind::TopUp, WhyCode::TopUpNotPossible)
    );
    assert!(button.action_id.is_none());
}

#[test]
fn a_refused_token_asks_for_relinking_and_keeps_the_cart() {
    let mut rig = Rig::new();
    rig.act(amount("600")).unwrap();
    rig.link();
    rig.reply(Call::Balance, refused(RefusalKind::RelinkNeeded));
    let view = rig.view();
    assert_eq!(view.customer.state, CustomerState::RelinkNeeded);
    assert_eq!(view.cart.total_text, "₹600.00");
    assert!(
        !rig.is_on_its_way(Call::SendOtp),
        "no OTP before the cashier asks"
    );
    assert!(rig.keyring.is_empty(), "the dead token is gone");
    rig.act(Command::Relink).unwrap();
    assert!(rig.is_on_its_way(Call::SendOtp));
}

#[test]
fn a_token_refused_at_the_hold_gives_the_bill_back() {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.reply(Call::Authorize, refused(RefusalKind::RelinkNeeded));
    let view = rig.view();
    assert!(view.sale.is_none());
    assert_eq!(view.customer.state, CustomerState::RelinkNeeded);
    assert_eq!(view.cart.total_text, "₹600.00");
}

#[test]
fn an_unreachable_provider_greys_the_button_keeps_the_draft_and_is_tried_again() {
    let mut rig = Rig::new();
    rig.act(amount("600")).unwrap();
    rig.link();
    rig.reply(Call::Balance, not_sent());
    let view = rig.view();
    assert_eq!(
        (view.lamps.provider, view.button.why.code),
        (ProviderState::Unreachable, WhyCode::Offline)
    );
    assert_eq!(view.cart.total_text, "₹600.00");
    rig.pass_ms(5_000);
    rig.reply(Call::Balance, enough());
    let view = rig.view();
    assert_eq!(view.lamps.provider, ProviderState::Good);
    assert!(view.button.action_id.is_some());
}

#[test]
fn a_wrong_salt_key_is_said_as_such() {
    let mut rig = Rig::new();
    rig.act(Command::SettingsCheck).unwrap();
    rig.reply(Call::TransactionStatus, refused(RefusalKind::WrongSignature));
    let view = rig.view();
    assert_eq!(view.settings.check.unwrap().code, WhyCode::WrongKey);
    assert_eq!(view.lamps.provider, ProviderState::WrongKey);
    rig.act(Command::SettingsCheck).unwrap();
    rig.reply(Call::TransactionStatus, refused(RefusalKind::NotFound));
    assert_eq!(rig.view().settings.check.unwrap().code, WhyCode::Ready);
}
