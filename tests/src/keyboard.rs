//! A keyboard at the X server of a screen: the server's extension for tests presses keys as hardware would, so that a key
//! goes the whole way from the server through toolkit and web view. A barcode scanner is nothing else, only quicker than any
//! hand; its keys carry the moments at which the server heard them, however busy the machine is.

use std::time::Instant;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keysym, MOTION_NOTIFY_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// What is pressed, by what it means without Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Letter(char),
    Backspace,
    Enter,
    Down,
    Up,
    F2,
}

pub struct Keyboard {
    server: RustConnection,
    root: u32,
    /// What each key of this server means, from its first key on.
    meanings: Vec<Keysym>,
}

impl Keyboard {
    /// `display` is a screen's name, `:7`.
    ///
    /// # Panics
    /// When there is no such screen.
    #[must_use]
    pub fn at(display: &str) -> Keyboard {
        let (server, number) = RustConnection::connect(Some(display)).expect("the screen is there");
        let root = server.setup().roots[number].root;
        let (first, last) = (server.setup().min_keycode, server.setup().max_keycode);
        let asked = server.get_keyboard_mapping(first, last - first + 1);
        let map = asked
            .expect("the server takes a question")
            .reply()
            .expect("it has keys");
        let keys = map.keysyms.chunks(usize::from(map.keysyms_per_keycode));
        let meanings = keys.map(|symbols| symbols[0]).collect();
        Keyboard {
            server,
            root,
            meanings,
        }
    }

    /// Types a code and Enter, as one burst.
    ///
    /// # Panics
    /// When a letter of it has no key of its own, or the screen is gone.
    pub fn scan(&self, code: &str) {
        for key in code.chars().map(Key::Letter).chain([Key::Enter]) {
            self.strike(key);
        }
        // All keys are pressed when this returns, so that the keyboard may be pulled out.
        self.server.sync().expect("the screen is there");
    }

    /// Presses and lets go; answers when.
    ///
    /// # Panics
    /// When there is no such key, or the screen is gone.
    #[must_use]
    pub fn press(&self, key: Key) -> Instant {
        let at = Instant::now();
        self.strike(key);
        self.server.flush().expect("the screen is there");
        at
    }

    /// Into the window, because a screen without a window manager gives its keys to the window under the pointer.
    ///
    /// # Panics
    /// When the screen is gone.
    pub fn point_at(&self, (x, y): (i16, i16)) {
        self.fake(MOTION_NOTIFY_EVENT, 0, (x, y));
        self.server.flush().expect("the screen is there");
    }

    fn strike(&self, key: Key) {
        let wanted = meaning(key);
        let place = self.meanings.iter().position(|symbol| *symbol == wanted);
        let place = place.unwrap_or_else(|| panic!("there is no key {key:?}"));
        let code = self.server.setup().min_keycode + u8::try_from(place).expect("keys are few");
        self.fake(KEY_PRESS_EVENT, code, (0, 0));
        self.fake(KEY_RELEASE_EVENT, code, (0, 0));
    }

    fn fake(&self, kind: u8, code: u8, (x, y): (i16, i16)) {
        self.server
            .xtest_fake_input(kind, code, 0, self.root, x, y, 0)
            .expect("the server takes keys");
    }
}

/// As X calls it.
fn meaning(key: Key) -> Keysym {
    match key {
        Key::Letter(letter) => u32::from(letter),
        Key::Backspace => 0xFF08,
        Key::Enter => 0xFF0D,
        Key::Down => 0xFF54,
        Key::Up => 0xFF52,
        Key::F2 => 0xFFBF,
    }
}
