//! Without a mouse: Tab from one thing to the next, arrows within what is one stop, and keys pressed together.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

use super::window::{ENTER, Window};

const TAB: char = '\u{E004}';
const CTRL: char = '\u{E009}';
pub(crate) const RIGHT: char = '\u{E014}';
pub(crate) const DOWN: char = '\u{E015}';
/// More than any screen has to go through.
const STEPS_MAX: usize = 160;

impl Window {
    /// Goes on with Tab until what has that mark has the cursor.
    pub(crate) async fn tab_to(&self, mark: &str, which: &str) {
        self.until(mark, "stands there", |_| true).await;
        self.press_until_at(TAB, &format!("[data-testid={mark}]{which}"))
            .await;
    }

    pub(crate) async fn press_until_at(&self, key: char, css: &str) {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        for _ in 0..STEPS_MAX {
            let stands = self.client.execute(script, vec![json!(css)]).await;
            if stands.expect("a script runs") == json!(true) {
                return;
            }
            self.key(key).await;
        }
        self.give_up(&format!("{css} is reached by keyboard")).await
    }

    pub(crate) async fn tab_and_press(&self, mark: &str, which: &str) {
        self.tab_to(mark, which).await;
        self.key(ENTER).await;
    }

    /// The list of parts is one stop for the Tab key, and the arrows go along it.
    pub(crate) async fn settings_by_keyboard(&self, part: &str) {
        if self.one("settings-panel").await.is_none() {
            self.tab_and_press("nav-settings", "").await;
            self.until("settings-panel", "stands there", |_| true).await;
        }
        self.press_until_at(TAB, "[role=tab][aria-selected=true]").await;
        self.press_until_at(DOWN, &format!("[data-testid=settings-part-{part}]"))
            .await;
    }

    pub(crate) async fn ctrl(&self, key: char) {
        let hand = KeyActions::new("hand".to_owned())
            .then(KeyAction::Down { value: CTRL })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: CTRL });
        self.client
            .perform_actions(hand)
            .await
            .expect("keys can be pressed");
    }
}
