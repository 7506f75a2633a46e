//! What the window's commands do, on Tauri's mock runtime against the real engine in training.

mod access;

use crate::engine::{self, Ground, Slot, Standing};
use crate::shell::Shell;
use crate::start;
use contract::{
    Accepted, BooksState, CustomerDisplayView, DisplayStep, KeyringState, ProfileName, TillView, ViewPiece,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use tauri::ipc::{CallbackFn, Channel, InvokeBody, InvokeResponseBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use till::{Home, ProviderSettings};
use tokio::sync::watch;

const SOON: Duration = Duration::from_secs(20);

pub(crate) struct Till {
    pub(crate) app: App<MockRuntime>,
    slot: Slot,
    ended: Option<Receiver<()>>,
    _dir: tempfile::TempDir,
}

fn without_engine() -> Till {
    let (slot, _) = watch::channel(Standing::Starting);
    let app = start::builder(mock_builder(), slot.clone())
        .build(start::context())
        .unwrap();
    Till {
        app,
        slot,
        ended: None,
        _dir: tempfile::tempdir().unwrap(),
    }
}

pub(crate) fn in_training() -> Till {
    let till = without_engine();
    let home = Home::open(&till._dir.path().join("home")).unwrap();
    started(till, home, None)
}

fn started(mut till: Till, home: Home, trouble: Option<String>) -> Till {
    let ground = Ground {
        home,
        session_bus: false,
        trouble,
    };
    till.ended = Some(engine::start(ground, till.slot.clone()).unwrap());
    till
}

pub(crate) fn window(till: &Till, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(&till.app, label, WebviewUrl::default())
        .build()
        .unwrap()
}

pub(crate) fn asked(
    window: &WebviewWindow<MockRuntime>,
    cmd: &str,
    from: &str,
    body: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: cmd.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: from.parse().unwrap(),
        body: InvokeBody::Json(body),
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

pub(crate) fn own_page() -> &'static str {
    if cfg!(windows) {
        "http://tauri.localhost/"
    } else {
        "tauri://localhost/"
    }
}

#[test]
fn a_command_is_taken_and_a_strange_one_is_refused() {
    let till = in_training();
    let main = window(&till, "main");
    let accepted = asked(
        &main,
        "act",
        own_page(),
        json!({ "command": { "command": "new_sale" } }),
    )
    .unwrap();
    assert!(serde_json::from_value::<Accepted>(accepted).unwrap().revision > 0);
    let empty = json!({ "command": { "command": "amount_set", "text": "" } });
    assert_eq!(
        asked(&main, "act", own_page(), empty).unwrap_err()["code"],
        "amount_empty"
    );
    let paid = json!({ "command": { "command": "mark_as_paid" } });
    assert!(asked(&main, "act", own_page(), paid).is_err());
    let no_such = json!({ "ourRef": "no reference" });
    assert_eq!(
        asked(&main, "hold_timeline", own_page(), no_such).unwrap_err()["code"],
        "no_such_sale"
    );
    let page = json!({ "ask": { "tab": "open", "search": "", "after": null } });
    assert_eq!(
        asked(&main, "holds_page", own_page(), page).unwrap()["rows"],
        json!([])
    );
    let salvage = asked(&main, "export_salvage", own_page(), json!({}));
    assert_eq!(salvage.unwrap_err()["code"], "not_allowed_now");
    let top_up = asked(&main, "topup_open", own_page(), json!({}));
    assert_eq!(top_up.unwrap_err()["code"], "not_allowed_now");
}

#[test]
fn a_view_of_the_board_is_saved_listed_and_deleted_in_the_tills_folder() {
    let till = in_training();
    let main = window(&till, "main");
    let view =
        |name: &str| json!({ "name": name, "tab": "captured", "search": "", "filter": { "least": "500" } });
    let saved = asked(
        &main,
        "views_save",
        own_page(),
        json!({ "view": view(" Large ") }),
    )
    .unwrap();
    assert_eq!(
        (&saved[0]["name"], &saved[0]["filter"]["least"]),
        (&json!("Large"), &json!("500"))
    );
    let refused = asked(&main, "views_save", own_page(), json!({ "view": view("") }));
    assert_eq!(refused.unwrap_err()["code"], "view_name_empty");
    assert_eq!(asked(&main, "views_list", own_page(), json!({})).unwrap(), saved);
    assert!(till._dir.path().join("home/training/views.json").exists());
    let left = asked(&main, "views_delete", own_page(), json!({ "name": "Large" })).unwrap();
    assert_eq!(left, json!([]));
}

/// Puts the pieces of views together, as the page does.
fn page_channel<View: DeserializeOwned + Send + 'static>() -> (Channel<ViewPiece>, mpsc::Receiver<View>) {
    let (views, seen) = mpsc::channel();
    let so_far = Mutex::new(String::new());
    let channel = Channel::new(move |body| {
        let InvokeResponseBody::Json(text) = body else {
            panic!("a piece is JSON")
        };
        let piece: ViewPiece = serde_json::from_str(&text).unwrap();
        let mut so_far = so_far.lock().unwrap();
        so_far.push_str(&piece.text);
        if !piece.more {
            let _ = views.send(serde_json::from_str(&so_far).unwrap());
            so_far.clear();
        }
        Ok(())
    });
    (channel, seen)
}

/// Shows the views to the test until one is as wished.
pub(crate) fn shown(till: &Till, wished: impl Fn(&TillView) -> bool) -> TillView {
    let (channel, seen) = page_channel::<TillView>();
    let handle = till.app.handle().clone();
    tauri::async_runtime::block_on(async {
        let shell = handle.state::<Shell>();
        let running = shell.running().await.unwrap();
        shell.show(running.till.views(), channel, |_| Ok(()));
    });
    loop {
        let view = seen.recv_timeout(SOON).expect("a view in time");
        if wished(&view) {
            return view;
        }
    }
}

#[test]
fn training_opens_by_itself_checks_its_books_and_shows_each_newer_view() {
    let till = in_training();
    let ready = shown(&till, |view| {
        view.lamps.books == BooksState::InOrder && view.lamps.keyring == KeyringState::InMemory
    });
    assert_eq!(ready.profile, ProfileName::Training);
    assert!(ready.settings.base_url.starts_with("http://127.0.0.1:"));
    assert_eq!(ready.notice, None);
    let main = window(&till, "main");
    let amount = json!({ "command": { "command": "amount_set", "text": "600" } });
    asked(&main, "act", own_page(), amount).unwrap();
    let newer = shown(&till, |view| view.cart.total_paise == 60_000);
    assert!(newer.revision > ready.revision);
}

#[test]
fn the_display_is_told_each_newer_view_and_the_newest_page_takes_the_place_of_the_one_before() {
    let till = in_training();
    let main = window(&till, "main");
    let act = |command: Value| asked(&main, "act", own_page(), json!({ "command": command })).unwrap();
    let (mut told, mut heard) = (Vec::new(), Vec::new());
    for _ in 0..2 {
        let (channel, seen) = page_channel::<CustomerDisplayView>();
        let handle = till.app.handle().clone();
        tauri::async_runtime::block_on(async {
            let shell = handle.state::<Shell>();
            let running = shell.running().await.unwrap();
            shell.show_customer(running.till.display_views(), channel);
        });
        told.push(seen.recv_timeout(SOON).expect("the view of now"));
        heard.push(seen);
    }
    assert!(
        told.iter()
            .all(|view| view.step == DisplayStep::Welcome && view.practice)
    );
    let display = json!({ "shows": true });
    act(json!({ "command": "preferences", "preference": "display", "display": display }));
    act(json!({ "command": "amount_set", "text": "600" }));
    let newest = heard[1].recv_timeout(SOON).expect("a newer view");
    assert!(matches!(newest.step, DisplayStep::Amount { .. }), "{newest:?}");
    assert!(
        heard[0].recv_timeout(SOON).is_err(),
        "the page before hears nothing more"
    );
}

/// Training that was pointed at a simulator of another program.
pub(crate) fn provisioned(base_url: &str) -> Till {
    let till = without_engine();
    let home = Home::open(&till._dir.path().join("home")).unwrap();
    let mut settings = home.settings(|| "0123456789abcdef".to_owned()).unwrap();
    settings.provider = Some(ProviderSettings {
        profile: ProfileName::Training,
        base_url: base_url.to_owned(),
        merchant_id: "MID12345".to_owned(),
        salt_index: 1,
        device_id: None,
        callback_url: None,
    });
    home.write_settings(&settings).unwrap();
    started(till, home, None)
}

impl Till {
    pub(crate) fn dir(&self) -> &std::path::Path {
        self._dir.path()
    }
}

#[test]
fn training_that_was_provisioned_talks_to_the_simulator_it_was_pointed_at() {
    let till = provisioned("http://127.0.0.1:9");
    let view = shown(&till, |view| view.settings.merchant_id == "MID12345");
    assert_eq!(
        (view.profile, view.settings.base_url.as_str()),
        (ProfileName::Training, "http://127.0.0.1:9")
    );
}

#[test]
fn the_engine_ends_when_it_is_let_go() {
    let till = in_training();
    shown(&till, |view| view.lamps.books == BooksState::InOrder);
    let ended = till.ended.as_ref().unwrap();
    crate::ending::end(&till.app.state::<Shell>(), ended);
    assert_eq!(
        ended.recv_timeout(SOON),
        Err(mpsc::RecvTimeoutError::Disconnected)
    );
}

#[test]
fn settings_that_cannot_be_read_open_no_books_and_no_line() {
    let till = without_engine();
    let root = till._dir.path().join("home");
    let home = Home::open(&root).unwrap();
    std::fs::write(root.join("settings.json"), "{ half").unwrap();
    let till = started(till, home, None);
    let view = shown(&till, |view| view.lamps.books == BooksState::Closed);
    let notice = view.notice.unwrap();
    assert!(notice.blocks && notice.detail.unwrap().contains("settings.json"));
    assert_eq!(view.settings.base_url, "");
    assert!(!root.join("training/ledger.sqlite").exists());
}

#[test]
fn a_home_that_cannot_be_used_opens_a_window_that_says_so() {
    let till = without_engine();
    let root = till._dir.path().join("nowhere");
    let till = started(till, Home::at(&root), Some("no such place".to_owned()));
    let view = shown(&till, |view| view.lamps.books == BooksState::Closed);
    assert_eq!(view.notice.unwrap().detail.as_deref(), Some("no such place"));
    assert!(!root.exists());
}
