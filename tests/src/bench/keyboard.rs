//! A keyboard at the X server of a screen: its extension for tests presses keys as hardware would, so that a key goes the
//! whole way from the server through toolkit and web view. Four requests of the protocol are all that is needed of it.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Instant;

const PRESS: u8 = 2;
const RELEASE: u8 = 3;
const MOTION: u8 = 6;

/// Keys by their place, as every X server without a layout of its own numbers them (evdev, US).
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
    server: UnixStream,
    /// How this server numbers the extension XTEST.
    extension: u8,
}

impl Keyboard {
    /// `display` is a screen's name, `:7`.
    pub fn at(display: &str) -> Keyboard {
        let path = format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':'));
        let mut server = UnixStream::connect(path).expect("the screen's socket is there");
        // Little-endian, version 11.0, no word of authority.
        server
            .write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0])
            .unwrap();
        let mut begun = [0; 8];
        server.read_exact(&mut begun).unwrap();
        assert_eq!(begun[0], 1, "the X server refuses a keyboard");
        let mut rest = vec![0; usize::from(u16::from_le_bytes([begun[6], begun[7]])) * 4];
        server.read_exact(&mut rest).unwrap();
        let mut keyboard = Keyboard { server, extension: 0 };
        keyboard.extension = keyboard.ask_for_extension();
        keyboard
    }

    /// Presses and lets go; answers when.
    pub fn press(&mut self, key: Key) -> Instant {
        let code = code(key);
        let at = Instant::now();
        self.fake(PRESS, code, (0, 0));
        self.fake(RELEASE, code, (0, 0));
        at
    }

    /// Into the window, because a screen without a window manager gives its keys to the window under the pointer.
    pub fn point_at(&mut self, place: (u16, u16)) {
        self.fake(MOTION, 0, place);
    }

    fn ask_for_extension(&mut self) -> u8 {
        let ask = [98, 0, 4, 0, 5, 0, 0, 0, b'X', b'T', b'E', b'S', b'T', 0, 0, 0];
        self.server.write_all(&ask).unwrap();
        let mut answer = [0; 32];
        self.server.read_exact(&mut answer).unwrap();
        assert_eq!((answer[0], answer[8]), (1, 1), "this X server has no XTEST");
        answer[9]
    }

    fn fake(&mut self, kind: u8, code: u8, (x, y): (u16, u16)) {
        let mut request = [0; 36];
        request[..6].copy_from_slice(&[self.extension, 2, 9, 0, kind, code]);
        request[24..26].copy_from_slice(&x.to_le_bytes());
        request[26..28].copy_from_slice(&y.to_le_bytes());
        self.server.write_all(&request).unwrap();
    }
}

fn code(key: Key) -> u8 {
    const ROWS: [(&str, u8); 4] = [
        ("1234567890", 10),
        ("qwertyuiop", 24),
        ("asdfghjkl", 38),
        ("zxcvbnm", 52),
    ];
    match key {
        Key::Backspace => 22,
        Key::Enter => 36,
        Key::Down => 116,
        Key::Up => 111,
        Key::F2 => 68,
        Key::Letter(' ') => 65,
        Key::Letter(letter) => ROWS
            .iter()
            .find_map(|(row, first)| Some(first + u8::try_from(row.find(letter)?).unwrap()))
            .unwrap_or_else(|| panic!("there is no key {letter:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_figures_and_blanks_have_their_place() {
        let codes = ['1', '0', 'q', 'a', 'm', ' '].map(|letter| code(Key::Letter(letter)));
        assert_eq!(codes, [10, 19, 24, 38, 58, 65]);
    }
}
