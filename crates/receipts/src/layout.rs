//! Where every word stands, before anything is drawn. All lengths in tenths of a point, from the page's top left.

use crate::DrawError;
use crate::fonts::{Fonts, Weight};

/// A4.
pub const WIDTH: i16 = 5_953;
pub const HEIGHT: i16 = 8_419;
const MARGIN: i16 = 480;
/// Below it stands the foot.
const BOTTOM: i16 = 7_800;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Black,
    Grey,
}

/// How text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub size: i16,
    pub weight: Weight,
    pub ink: Ink,
}

impl Style {
    pub const TITLE: Style = Style::new(150, Weight::Bold, Ink::Black);
    pub const HEADING: Style = Style::new(120, Weight::Bold, Ink::Black);
    pub const BODY: Style = Style::new(95, Weight::Regular, Ink::Black);
    pub const STRONG: Style = Style::new(95, Weight::Bold, Ink::Black);
    pub const QUIET: Style = Style::new(85, Weight::Regular, Ink::Grey);
    pub const SMALL: Style = Style::new(70, Weight::Regular, Ink::Grey);

    const fn new(size: i16, weight: Weight, ink: Ink) -> Style {
        Style { size, weight, ink }
    }

    fn line_height(self) -> i16 {
        self.size.saturating_mul(14).checked_div(10).unwrap_or(self.size)
    }
}

/// One line of text, or a thin line across. `y` is the text's baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Text {
        x: i16,
        y: i16,
        style: Style,
        text: String,
    },
    Rule {
        x: i16,
        y: i16,
        width: i16,
    },
}

/// What is on one sheet.
pub type Page = Vec<Mark>;

/// A paper as it fills, from the top.
pub struct Flow {
    fonts: &'static Fonts,
    pages: Vec<Page>,
    y: i16,
}

impl Flow {
    /// # Errors
    /// As [`Fonts::open`].
    pub fn begin() -> Result<Flow, DrawError> {
        Ok(Flow {
            fonts: Fonts::open()?,
            pages: vec![Page::new()],
            y: MARGIN,
        })
    }

    /// Text over the whole width, broken where it must be.
    pub fn text(&mut self, style: Style, text: &str) {
        self.column(MARGIN, style, text);
    }

    /// Text to the right of a name that stands once.
    pub fn named(&mut self, name: &str, style: Style, text: &str) {
        const INDENT: i16 = 1_300;
        self.keep(style.line_height());
        let y = self.y.saturating_add(style.size);
        self.mark(Mark::Text {
            x: MARGIN,
            y,
            style: Style::QUIET,
            text: name.to_owned(),
        });
        self.column(MARGIN.saturating_add(INDENT), style, text);
    }

    pub fn gap(&mut self, height: i16) {
        self.y = self.y.saturating_add(height);
    }

    pub fn rule(&mut self) {
        self.keep(60);
        let y = self.y.saturating_add(30);
        let width = WIDTH.saturating_sub(MARGIN.saturating_mul(2));
        self.mark(Mark::Rule { x: MARGIN, y, width });
        self.gap(90);
    }

    /// What follows, up to this height, is not torn from what comes next.
    pub fn keep(&mut self, height: i16) {
        if self.y.saturating_add(height) > BOTTOM {
            self.pages.push(Page::new());
            self.y = MARGIN;
        }
    }

    /// The pages, each with the foot and its number under it.
    pub fn end(mut self, foot: &str) -> Vec<Page> {
        let count = self.pages.len();
        let y = BOTTOM.saturating_add(250);
        for (number, page) in (1_usize..).zip(&mut self.pages) {
            let of = format!("{number} of {count}");
            let right = self.fonts.width(Style::SMALL.weight, Style::SMALL.size, &of);
            let x = WIDTH
                .saturating_sub(MARGIN)
                .saturating_sub(i16::try_from(right).unwrap_or(0));
            let texts = [(MARGIN, foot.to_owned()), (x, of)];
            page.extend(texts.map(|(x, text)| Mark::Text {
                x,
                y,
                style: Style::SMALL,
                text,
            }));
        }
        self.pages
    }

    fn column(&mut self, x: i16, style: Style, text: &str) {
        let width = WIDTH.saturating_sub(MARGIN).saturating_sub(x);
        let width_of = |text: &str| self.fonts.width(style.weight, style.size, text);
        for line in broken(width_of, i32::from(width), text) {
            self.keep(style.line_height());
            let y = self.y.saturating_add(style.size);
            self.mark(Mark::Text {
                x,
                y,
                style,
                text: line,
            });
            self.gap(style.line_height());
        }
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }
}

/// Lines no wider than this: broken behind spaces, and within a word only where the word alone is too wide. Each word is
/// measured once; no script here joins its letters over a space.
pub fn broken(width_of: impl Fn(&str) -> i32, width_max: i32, text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut width = 0_i32;
    for word in text.split_inclusive([' ', '\n']) {
        let letters = width_of(word.trim_end());
        if width.saturating_add(letters) > width_max && width > 0 {
            lines.push(String::new());
            width = 0;
        }
        if letters <= width_max {
            append(&mut lines, word);
            width = width.saturating_add(width_of(word));
        } else {
            for c in word.trim_end().chars() {
                let line = lines.last().cloned().unwrap_or_default();
                if !line.is_empty() && width_of(&format!("{line}{c}")) > width_max {
                    lines.push(String::new());
                }
                append(&mut lines, c.encode_utf8(&mut [0; 4]));
            }
            append(&mut lines, " ");
            width = lines.last().map_or(0, |line| width_of(line));
        }
        if word.ends_with('\n') {
            lines.push(String::new());
            width = 0;
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

fn append(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &Page) -> Vec<&str> {
        page.iter()
            .filter_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text.as_str()),
                Mark::Rule { .. } => None,
            })
            .collect()
    }

    #[test]
    fn lines_break_behind_spaces_and_inside_a_word_only_where_it_must_be() {
        let fonts = Fonts::open().unwrap();
        let width_of = |text: &str| fonts.width(Weight::Regular, Style::BODY.size, text);
        let hash = "ab".repeat(60);
        let text = format!("one two three {hash} आशा\nnext");
        for width in [300, 1_000, 3_000] {
            let lines = broken(width_of, width, &text);
            for line in &lines {
                // Letters that stand closer or wider beside others move a line's end by less than a point.
                let wide = width_of(line);
                assert!(wide <= width + 10, "{line}: {wide}");
            }
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(&text));
            assert_eq!(lines.last().map(String::as_str), Some("next"));
        }
        let lines = broken(width_of, 1_000, "one two three");
        assert_eq!(lines, ["one two three"]);
    }

    #[test]
    fn a_full_page_is_followed_by_another_and_all_are_numbered() {
        let mut flow = Flow::begin().unwrap();
        for n in 0..200 {
            flow.named("line", Style::BODY, &n.to_string());
        }
        let pages = flow.end("foot");
        assert!(pages.len() > 2);
        let count = pages.len();
        for (number, page) in (1_usize..).zip(&pages) {
            let texts = texts(page);
            assert_eq!(
                texts.last().copied(),
                Some(format!("{number} of {count}").as_str())
            );
            for mark in page {
                let (Mark::Text { x, y, .. } | Mark::Rule { x, y, .. }) = mark;
                assert!(*x >= MARGIN && *y >= MARGIN && *y < HEIGHT && *x < WIDTH);
            }
        }
        let all: Vec<&str> = pages.iter().flat_map(texts).collect();
        assert!((0..200).all(|n| all.contains(&n.to_string().as_str())));
    }
}
