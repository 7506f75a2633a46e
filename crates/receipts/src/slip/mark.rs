//! What can stand on narrow paper.

use crate::fonts::Weight;

/// How wide the paper's printed part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 72 mm of a roll of 80 mm.
    Mm80,
    /// 48 mm of a roll of 58 mm.
    Mm58,
}

impl Width {
    /// Dots across; always whole bytes.
    #[must_use]
    pub fn dots(self) -> u16 {
        match self {
            Width::Mm80 => 576,
            Width::Mm58 => 384,
        }
    }

    /// Unprinted paper at either side, in dots.
    pub(super) fn border(self) -> i32 {
        match self {
            Width::Mm80 => 32,
            Width::Mm58 => 40,
        }
    }
}

/// Lengths in dots from the top left; `y` of a text is its baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Text {
        x: i32,
        y: i32,
        size: i16,
        weight: Weight,
        /// White on a black block that was drawn before.
        on_black: bool,
        text: String,
    },
    /// A filled rectangle: a rule is a low one.
    Block { x: i32, y: i32, width: i32, height: i32 },
    /// `modules` by rows, `side` of them each, every one `dot` dots wide.
    Qr {
        x: i32,
        y: i32,
        dot: i32,
        side: i32,
        modules: Vec<bool>,
    },
}
