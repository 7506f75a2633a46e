use super::*;
use crate::shell::Shell;
use crate::tests::{Till, asked, in_training, own_page, shown, window};
use contract::BooksState;
use serde_json::{Value, json};
use simulator::Options;
use tauri::Manager;
use tauri::test::MockRuntime;

/// The account of training's own pretend PhonePe, as a store's would be typed.
fn draft(till: &Till, salt_key: &str) -> Value {
    let view = shown(till, |view| view.lamps.books == BooksState::InOrder);
    json!({ "draft": {
        "profile": "uat",
        "base_url": view.settings.base_url,
        "merchant_id": Options::training().merchant_id,
        "salt_index_text": " 1 ",
        "salt_key": salt_key,
    }})
}

fn check(main: &tauri::WebviewWindow<MockRuntime>, draft: Value) -> Result<Value, Value> {
    asked(main, "setup_check", own_page(), draft)
}

#[test]
fn a_check_says_what_phonepe_says_changes_nothing_and_never_says_the_key() {
    let till = in_training();
    let main = window(&till, "main");
    let key = Options::training().salt_key;
    let draft_of_good = draft(&till, &key);
    let settings = || std::fs::read(till.dir().join("home/settings.json")).unwrap();
    let before = settings();
    let good = check(&main, draft_of_good).unwrap();
    assert_eq!(
        (&good["found"]["is"], &good["is_good"]),
        (&json!("taken"), &json!(true))
    );
    assert_eq!(good["clock"]["verdict"], "ok");
    assert!(!good.to_string().contains(&key));
    let wrong = check(&main, draft(&till, "another-key")).unwrap();
    assert_eq!(
        (&wrong["found"]["is"], &wrong["is_good"]),
        (&json!("wrong_key"), &json!(false))
    );
    assert_eq!(settings(), before);
    // Neither what was not good, nor what was checked before it, nor what never was.
    for id in [&wrong["id"], &good["id"], &json!("made-up")] {
        let kept = asked(
            &main,
            "setup_keep",
            own_page(),
            json!({ "id": id, "unchecked": false }),
        );
        assert_eq!(kept.unwrap_err()["code"], "not_allowed_now");
    }
    assert_eq!(settings(), before);
}

#[test]
fn an_account_that_cannot_be_right_is_refused_before_anything_is_sent() {
    let till = in_training();
    let main = window(&till, "main");
    let good = draft(&till, "a-key");
    for (member, text, says) in [
        ("base_url", "nowhere", "base URL"),
        ("base_url", "http://example.com", "https"),
        ("merchant_id", "", "merchant id"),
        ("salt_index_text", "one", "number"),
        ("salt_key", "a b", "salt key"),
    ] {
        let mut bad = good.clone();
        bad["draft"][member] = json!(text);
        let refused = check(&main, bad).unwrap_err();
        assert_eq!(refused["code"], "setup_unusable", "{member}");
        assert!(refused["detail"].as_str().unwrap().contains(says), "{refused}");
    }
    let handle = till.app.handle().clone();
    let requests = tauri::async_runtime::block_on(async {
        let running = handle.state::<Shell>().running().await.unwrap();
        running.steering.as_ref().unwrap().requests().len()
    });
    assert_eq!(requests, 0);
}

#[test]
fn an_address_where_nobody_answers_is_said_as_such() {
    let till = in_training();
    let main = window(&till, "main");
    let mut nobody = draft(&till, "a-key");
    nobody["draft"]["base_url"] = json!("http://127.0.0.1:9");
    let told = check(&main, nobody).unwrap();
    assert_eq!(
        (&told["found"]["is"], &told["is_good"]),
        (&json!("unreachable"), &json!(false))
    );
}

#[test]
fn each_answer_means_what_it_means_for_an_account() {
    let heard = |meaning| Heard {
        call: domain::Call::TransactionStatus,
        meaning,
        code: Some("CODE".to_owned()),
        words: None,
        http_status: Some(200),
        reply_sha256: None,
        took_ms: 12,
    };
    let code = "CODE".to_owned();
    for (meaning, wanted) in [
        (
            Meaning::Refused(RefusalKind::NotFound),
            SetupFound::Taken { took_ms: 12 },
        ),
        (
            Meaning::Refused(RefusalKind::WrongSignature),
            SetupFound::WrongKey { code: code.clone() },
        ),
        (Meaning::Unknown(UnknownWhy::TimedOut), SetupFound::NoAnswer),
        (
            Meaning::Unknown(UnknownWhy::ProviderError),
            SetupFound::Strange { code },
        ),
        (
            Meaning::NotSent("no".to_owned()),
            SetupFound::Unreachable { why: "no".to_owned() },
        ),
    ] {
        assert_eq!(found(heard(meaning)), wanted);
    }
}
