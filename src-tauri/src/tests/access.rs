//! What each window may ask for, on the real access list: the till's own page everything, the customer's its views, any other
//! nothing.

use super::{asked, own_page, window, without_engine};
use crate::commands;
use contract::{COMMANDS, CUSTOMER_COMMANDS};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn is_not_allowed(answer: &Result<Value, Value>) -> bool {
    let said = answer.as_ref().err().and_then(Value::as_str).unwrap_or_default();
    said.contains("not allowed")
}

fn settings() -> Value {
    serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap()
}

fn granted_by(capability: &str) -> BTreeSet<String> {
    let capability: Value = serde_json::from_str(capability).unwrap();
    assert!(capability.get("remote").is_none() && capability.get("webviews").is_none());
    let permissions = capability["permissions"].as_array().unwrap();
    permissions
        .iter()
        .map(|name| {
            let name = name.as_str().unwrap();
            name.strip_prefix("allow-").unwrap().replace('-', "_")
        })
        .collect()
}

fn owned(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn contract_handler_and_capabilities_name_the_same_commands() {
    let main = include_str!("../../capabilities/main.json");
    let customer = include_str!("../../capabilities/customer.json");
    assert_eq!(granted_by(main), owned(COMMANDS));
    assert_eq!(granted_by(customer), owned(CUSTOMER_COMMANDS));
    assert!(granted_by(main).is_disjoint(&granted_by(customer)));
    assert_eq!(
        owned(commands::HANDLED),
        &owned(COMMANDS) | &owned(CUSTOMER_COMMANDS)
    );
    for (capability, window) in [(main, "main"), (customer, "customer")] {
        let capability: Value = serde_json::from_str(capability).unwrap();
        assert_eq!(capability["windows"], json!([window]));
    }
    let capabilities = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities")).unwrap();
    assert_eq!(capabilities.count(), 2);
}

#[test]
fn the_customers_display_may_ask_for_its_views_and_for_nothing_that_the_till_may() {
    let till = without_engine();
    let (main, display) = (window(&till, "main"), window(&till, crate::display::CUSTOMER));
    let strange = json!({ "command": 1, "ask": 1, "ourRef": 1, "channel": 1 });
    for cmd in COMMANDS {
        let answer = asked(&display, cmd, own_page(), strange.clone());
        assert!(is_not_allowed(&answer), "{cmd} from the display: {answer:?}");
    }
    for cmd in CUSTOMER_COMMANDS {
        let known = asked(&display, cmd, own_page(), strange.clone());
        assert!(known.is_err() && !is_not_allowed(&known), "{cmd}: {known:?}");
        for (other, from) in [(&main, own_page()), (&display, "http://127.0.0.1:4321/phone")] {
            let answer = asked(other, cmd, from, strange.clone());
            assert!(is_not_allowed(&answer), "{cmd} from {from}: {answer:?}");
        }
    }
    for foreign in [
        "plugin:window|close",
        "plugin:event|emit",
        "plugin:webview|create_webview_window",
    ] {
        let answer = asked(&display, foreign, own_page(), json!({}));
        assert!(is_not_allowed(&answer), "{foreign}");
    }
}

#[test]
fn the_page_may_load_its_own_files_and_speak_to_the_shell_and_nothing_else() {
    let security = &settings()["app"]["security"];
    let csp = security["csp"].as_str().unwrap();
    let rules: BTreeSet<&str> = csp.split("; ").collect();
    let wanted = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src ipc: http://ipc.localhost",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ];
    assert_eq!(rules, wanted.into_iter().collect());
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security.get("dangerousDisableAssetCspModification"), None);
    assert_eq!(security["capabilities"], json!(["main", "customer"]));
}

#[test]
fn no_plugin_no_address_scheme_and_no_global_door_is_set_up() {
    let settings = settings();
    assert_eq!(settings["app"]["withGlobalTauri"], false);
    assert_eq!(settings["app"]["windows"], json!([]));
    assert!(settings.get("plugins").is_none());
    assert!(!settings.to_string().contains("deep-link"));
    assert!(!include_str!("../../Cargo.toml").contains("tauri-plugin"));
}

#[test]
fn only_the_tills_own_window_on_its_own_page_may_ask() {
    let till = without_engine();
    let (main, phone) = (window(&till, "main"), window(&till, "phone"));
    let strange = json!({ "command": 1, "ask": 1, "ourRef": 1, "channel": 1 });
    for cmd in COMMANDS {
        assert!(
            is_not_allowed(&asked(&phone, cmd, own_page(), strange.clone())),
            "{cmd} from the phone's window"
        );
        let elsewhere = asked(&main, cmd, "http://127.0.0.1:4321/phone", strange.clone());
        assert!(
            is_not_allowed(&elsewhere),
            "{cmd} from another page: {elsewhere:?}"
        );
    }
    for foreign in [
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "mark_as_paid",
    ] {
        assert!(
            is_not_allowed(&asked(&main, foreign, own_page(), json!({}))),
            "{foreign}"
        );
    }
    for cmd in ["act", "holds_page", "hold_timeline", "subscribe"] {
        let answer = asked(&main, cmd, own_page(), strange.clone());
        assert!(
            answer.is_err() && !is_not_allowed(&answer),
            "{cmd} is known and refuses what it cannot read: {answer:?}"
        );
    }
}
