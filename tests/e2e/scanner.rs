//! A barcode scanner as a counter has it: a keyboard at the X server that types quicker than any hand. Its keys take the way
//! of all keys, through the window system, and carry the moments at which the server heard them.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use super::desk::Screen;

const RETURN: u32 = 0xFF0D;

pub(crate) struct Scanner {
    server: RustConnection,
    root: u32,
}

impl Scanner {
    /// Plugged in at that screen.
    pub(crate) fn plugged_in(screen: &Screen) -> Self {
        let (server, number) = RustConnection::connect(Some(&screen.display)).expect("the screen is there");
        let root = server.setup().roots[number].root;
        Scanner { server, root }
    }

    /// Types a code and Enter, as one burst.
    pub(crate) fn scan(&self, code: &str) {
        for symbol in code.chars().map(u32::from).chain([RETURN]) {
            let key = self.key_of(symbol);
            for event in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
                self.server
                    .xtest_fake_input(event, key, 0, self.root, 0, 0, 0)
                    .expect("the server takes keys");
            }
        }
        self.server.flush().expect("the server is there");
    }

    /// The key that makes this symbol without Shift.
    fn key_of(&self, symbol: u32) -> u8 {
        let (first, last) = (self.server.setup().min_keycode, self.server.setup().max_keycode);
        let asked = self.server.get_keyboard_mapping(first, last - first + 1);
        let map = asked
            .expect("the server takes a question")
            .reply()
            .expect("it has keys");
        let mut keys = map.keysyms.chunks(usize::from(map.keysyms_per_keycode));
        let place = keys.position(|symbols| symbols.first() == Some(&symbol));
        let place = u8::try_from(place.expect("a scanner types plain letters and figures")).unwrap();
        first + place
    }
}
