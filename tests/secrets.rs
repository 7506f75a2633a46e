//! No key, OTP, token, signature or full phone number stands in any file of a home or in the log at its most talkative.

use contract::{ButtonKind, Command, ErrorCode, ProfileName};
use domain::SaleState;
use holdfast_shell::support::{Sources, SupportFile, compose};
use holdfast_tests::{
    ASHA, Counter, Found, MEENA, Needle, OTHER, PLANTED_IN_A_REPLY, Plan, RAVI, WRONG_PIN, files_under,
    needles_of, search, sign_in, trace_folder, traced,
};
use simulator::{Call, Fault};
use std::fs;
use till::{Footprint, Home, MachineHealth, health_view};

/// Said by PhonePe: kept in the ledger as its word, and in no log.
const WORDS: &str = "Planted words for the customer 0815";

/// A good answer with a member that nobody has a use for, and with words for the customer.
fn planted() -> Fault {
    let members = [
        ("/data/planted", PLANTED_IN_A_REPLY),
        ("/data/displayMessage", WORDS),
    ];
    Fault::Altered {
        members: members
            .map(|(pointer, text)| (pointer.to_owned(), text.into()))
            .into(),
    }
}

/// A day at the till with everything that goes wrong in it.
async fn a_day(counter: &mut Counter) {
    counter.mobile(RAVI).await;
    counter.otp("00000").await;
    counter
        .simulator
        .add_fault(Call::OtpVerify, Fault::GarbageBody, 1);
    counter.otp("99999").await;
    counter.sleep_ms(30_000).await;
    counter.does(Command::OtpResend).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    counter.amount("600").await;
    counter
        .simulator
        .add_fault(Call::WalletBalance, Fault::BadGateway { done: false }, 1);
    counter.does(Command::BalanceRefresh).await;
    counter.simulator.add_fault(Call::WalletBalance, planted(), 1);
    counter.does(Command::BalanceRefresh).await;
    counter
        .simulator
        .add_fault(Call::AuthAuthorize, Fault::TruncatedBody, 1);
    counter.press(ButtonKind::Pay).await;
    counter.time_until_state(SaleState::Held).await;
    counter
        .simulator
        .add_fault(Call::AuthCapture, Fault::LostAfterEffect, 1);
    counter.capture("450").await;
    counter.restart().await;
    counter
        .time_until("the payment is proved", 60_000, |view| {
            view.strip.iter().any(|row| row.state == SaleState::Paid)
        })
        .await;

    counter.new_sale().await;
    counter.simulator.kill_tokens(RAVI);
    counter.amount("100").await;
    counter.mobile(RAVI).await;
    counter.does(Command::Relink).await;
    counter.otp(&counter.simulator.otp(RAVI).unwrap()).await;
    counter.press(ButtonKind::Pay).await;
    counter
        .simulator
        .add_fault(Call::AuthCancel, Fault::ServerError { done: true }, 1);
    counter.simulator.add_fault(Call::AuthStatus, planted(), 1);
    counter.release().await;
    counter.time_until_state(SaleState::Released).await;

    counter.new_sale().await;
    counter.amount("600").await;
    counter.link("9876540001").await;
    counter.press(ButtonKind::TopUpAndPay).await;
    counter.new_sale().await;
    counter.link(OTHER).await;
    counter.simulator.add_fault(
        Call::TokenUnlink,
        Fault::Refuse {
            code: "BAD_REQUEST".to_owned(),
        },
        1,
    );
    counter.does(Command::CustomerUnlink).await;
    counter.does(Command::CustomerUnlink).await;
    people_come(counter).await;
    counter.unplug().await;
    counter.mobile(OTHER).await;
}

/// A staff with all that a PIN is typed for: chosen, right, wrong, changed, and an approval; and a restart in between.
async fn people_come(counter: &mut Counter) {
    counter.new_sale().await;
    counter.staffed("50").await;
    counter.does(sign_in(MEENA.0, WRONG_PIN)).await;
    counter.ready("100", OTHER).await;
    let action_id = counter.armed(ButtonKind::Pay);
    let press = Command::Press {
        action_id: action_id.clone(),
    };
    assert_eq!(counter.refused(press).await, ErrorCode::ManagerNeeded);
    counter.approve(&action_id, (MEENA.0, WRONG_PIN)).await;
    counter.approve(&action_id, MEENA).await;
    counter.time_until_state(SaleState::Held).await;
    counter.restart().await;
    counter.sign_in(ASHA).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_day_of_trouble_no_secret_stands_in_any_file_or_in_the_trace_log() {
    let log = trace_folder();
    let mut counter = Counter::open().await;
    a_day(&mut counter).await;
    let needles = needles_of(&counter).await;
    for name in [
        "salt key",
        "HMAC key",
        "mobileNumber",
        "otp",
        "otpToken",
        "userAuthToken",
        "a number's bare hash",
        "X-VERIFY",
        "device id",
        "PIN",
        "PIN pepper",
        "a request's body",
        "a reply's body",
    ] {
        assert!(
            needles.iter().any(|needle| needle.name == name),
            "no {name} was sent at all"
        );
    }
    counter.cut_power();
    assert!(
        traced().contains("PhonePe was asked"),
        "the log is really written"
    );
    assert!(
        files_under(log).len() > 3,
        "the log was turned over several times"
    );
    let files = files_under(counter.home());
    assert!(
        files.iter().any(|file| file.ends_with("ledger.sqlite")),
        "{files:?}"
    );
    assert_eq!(search(counter.home(), &needles), nowhere());
    assert_eq!(search(log, &needles), nowhere());
    let words = Needle::forms("PhonePe's words", WORDS);
    assert!(
        search(counter.home(), &words)
            .iter()
            .any(|found| found.form == "clear"),
        "the ledger keeps what PhonePe said"
    );
    assert_eq!(search(log, &words), nowhere());
}

/// A bundle as the window would make it after such a day, with the log at its most talkative in its place.
async fn bundle_of(counter: &Counter, log: &std::path::Path) -> Vec<SupportFile> {
    let home = Home::at(counter.home());
    fs::create_dir_all(home.log_dir()).unwrap();
    for file in files_under(log) {
        fs::copy(&file, home.log_dir().join(file.file_name().unwrap())).unwrap();
    }
    let engine = counter.window().health().await.unwrap();
    let machine = MachineHealth {
        now_ms: 1_800_000_000_000,
        up_ms: 1,
        footprint: Footprint::default(),
        lost_log_lines: 0,
    };
    compose(&Sources {
        at_ms: machine.now_ms,
        version: "0.1.0".to_owned(),
        profile: ProfileName::Uat,
        health: health_view(&engine, &machine),
        notice: None,
        refusals: vec![(0, ErrorCode::ManagerNeeded)],
        home,
        ledger: counter.ledger_path(),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_support_bundle_after_a_day_of_trouble_has_the_log_and_no_secret_in_it() {
    let log = trace_folder();
    let mut counter = Counter::open().await;
    a_day(&mut counter).await;
    let needles = needles_of(&counter).await;
    let files = bundle_of(&counter, log).await;
    let unpacked = tempfile::tempdir().unwrap();
    for file in &files {
        let path = unpacked.path().join(&file.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
    assert_eq!(search(unpacked.path(), &needles), nowhere());
    let words = Needle::forms("PhonePe's words", WORDS);
    assert_eq!(search(unpacked.path(), &words), nowhere());
    let all: String = files.iter().map(|file| file.text.as_str()).collect();
    for there in [
        "PhonePe was asked",
        "\"holds\": true",
        "manager_needed",
        "provider_unreachable",
    ] {
        assert!(all.contains(there), "{there} is missing");
    }
    for person in ["Asha", "Meena", "3210"] {
        assert!(!all.contains(&format!("\"{person}\"")), "{person} is named");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_older_balance_call_writes_its_path_with_the_token_nowhere() {
    let log = trace_folder();
    let counter = Counter::with(Plan {
        reads_suggest: true,
        ..Plan::default()
    })
    .await;
    counter.hold("600", RAVI).await;
    counter
        .simulator
        .add_fault(Call::DebitSuggest, Fault::LostBeforeEffect, 1);
    counter.new_sale().await;
    counter.amount("100").await;
    counter.mobile(RAVI).await;
    let needles = needles_of(&counter).await;
    assert_eq!(search(counter.home(), &needles), nowhere());
    assert_eq!(search(log, &needles), nowhere());
}

#[test]
fn a_secret_is_found_in_each_form_in_which_it_could_have_been_written() {
    let token = "HOLDFASTTRAINING0123456789abcdef";
    let hex: String = token.bytes().map(|byte| format!("{byte:02X}")).collect();
    let wide: Vec<u8> = token.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let base64 = |before: &str| {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD.encode(format!("{before}{token}\"}}"))
    };
    let percent: String = token.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let written: [(&str, Vec<u8>); 7] = [
        ("clear", format!("x{token}y").into_bytes()),
        ("upper-case hex", hex.into_bytes()),
        ("UTF-16 LE", wide),
        ("percent throughout", percent.into_bytes()),
        ("base64", base64("").into_bytes()),
        ("base64", base64("{").into_bytes()),
        ("base64", base64("{\"").into_bytes()),
    ];
    for (form, bytes) in written {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep");
        fs::create_dir(&file).unwrap();
        fs::write(file.join("file"), bytes).unwrap();
        let found = search(folder.path(), &Needle::forms("token", token));
        assert!(found.iter().any(|found| found.form == form), "{form}: {found:?}");
    }
}

#[test]
fn a_short_secret_counts_where_it_stands_alone_and_not_inside_a_number() {
    let found_in = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), text).unwrap();
        search(folder.path(), &Needle::forms("otp", "12345")).len()
    };
    assert_eq!(found_in("{\"otp\":\"12345\"}"), 1);
    assert_eq!(found_in("otp 12345"), 1);
    assert_eq!(found_in("1700123456789"), 0);
}

fn nowhere() -> Vec<Found> {
    Vec::new()
}
