//! Which font has a character, and how wide text is.

use crate::DrawError;
use rustybuzz::script::UNKNOWN;
use rustybuzz::{Face, GlyphBuffer, Script, ShapePlan, UnicodeBuffer};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The same glyphs in two strengths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A piece of text that one font can draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'t> {
    /// Index into [`bytes`] of the weight.
    pub face: usize,
    pub text: &'t str,
}

/// Latin, then what Latin lacks (₹ among it), then one script after the other. A language with a script of its own adds
/// its file here, in both weights.
pub const FACES: usize = 4;

/// The font's file.
pub fn bytes(weight: Weight) -> [&'static [u8]; FACES] {
    match weight {
        Weight::Regular => [
            include_bytes!("../fonts/inter-400.ttf"),
            include_bytes!("../fonts/inter-ext-400.ttf"),
            include_bytes!("../fonts/devanagari-400.ttf"),
            include_bytes!("../fonts/tamil-400.ttf"),
        ],
        Weight::Bold => [
            include_bytes!("../fonts/inter-600.ttf"),
            include_bytes!("../fonts/inter-ext-600.ttf"),
            include_bytes!("../fonts/devanagari-600.ttf"),
            include_bytes!("../fonts/tamil-600.ttf"),
        ],
    }
}

/// The fonts, opened for measuring.
pub struct Fonts {
    regular: [Font; FACES],
    bold: [Font; FACES],
}

impl Fonts {
    /// Opened for the first paper and kept for the next.
    ///
    /// # Errors
    /// [`DrawError::Font`] when a font of ours is not one, which a test would have found.
    pub fn open() -> Result<&'static Fonts, DrawError> {
        static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
        let open = || {
            let regular = opened(Weight::Regular, Font::open).ok()?;
            let bold = opened(Weight::Bold, Font::open).ok()?;
            Some(Fonts { regular, bold })
        };
        FONTS.get_or_init(open).as_ref().ok_or(DrawError::Font)
    }

    /// Cuts text where the font changes. A character that no font has stays with its neighbours and is drawn as an
    /// empty box.
    pub fn runs<'t>(&self, weight: Weight, text: &'t str) -> Vec<Run<'t>> {
        let faces = self.of(weight);
        let mut runs: Vec<Run<'t>> = Vec::new();
        let mut begins = 0;
        let mut current = None;
        for (at, c) in text.char_indices() {
            let has = |face: usize| {
                faces
                    .get(face)
                    .is_some_and(|font| font.face.glyph_index(c).is_some())
            };
            if current.is_some_and(has) {
                continue;
            }
            let Some(next) = (0..FACES).find(|face| has(*face)) else {
                continue;
            };
            if let Some(face) = current.filter(|_| at > begins) {
                runs.extend(text.get(begins..at).map(|text| Run { face, text }));
                begins = at;
            }
            current = Some(next);
        }
        let face = current.unwrap_or(0);
        runs.extend(
            text.get(begins..)
                .filter(|text| !text.is_empty())
                .map(|text| Run { face, text }),
        );
        runs
    }

    /// How wide it is in tenths of a point, at a size in tenths of a point (or in whatever the size is in).
    pub fn width(&self, weight: Weight, size: i16, text: &str) -> i32 {
        self.runs(weight, text)
            .iter()
            .map(|run| self.run_width(weight, size, run))
            .fold(0, i32::saturating_add)
    }

    pub fn run_width(&self, weight: Weight, size: i16, run: &Run<'_>) -> i32 {
        self.font(weight, run)
            .map_or(0, |font| font.width(size, &font.shaped(run.text)))
    }

    pub fn font(&self, weight: Weight, run: &Run<'_>) -> Option<&Font> {
        self.of(weight).get(run.face)
    }

    fn of(&self, weight: Weight) -> &[Font; FACES] {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

/// A font with its rules of the scripts that it has written so far: to gather a script's rules takes longer than to
/// write a line by them.
pub struct Font {
    pub face: Face<'static>,
    plans: Mutex<Vec<(Script, Arc<ShapePlan>)>>,
}

impl Font {
    fn open(bytes: &'static [u8]) -> Option<Font> {
        Some(Font {
            face: Face::from_slice(bytes, 0)?,
            plans: Mutex::default(),
        })
    }

    /// The glyphs of a text, in font units.
    pub fn shaped(&self, text: &str) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let plan = self.plan(&buffer);
        rustybuzz::shape_with_plan(&self.face, &plan, buffer)
    }

    /// How wide the glyphs are at a size, in what the size is in.
    pub fn width(&self, size: i16, glyphs: &GlyphBuffer) -> i32 {
        let advances = glyphs.glyph_positions().iter().map(|glyph| glyph.x_advance);
        let units = advances.fold(0, i32::saturating_add);
        units
            .saturating_mul(i32::from(size))
            .checked_div(self.face.units_per_em())
            .unwrap_or(0)
    }

    fn plan(&self, buffer: &UnicodeBuffer) -> Arc<ShapePlan> {
        let script = buffer.script();
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let known = plans.iter().find(|(of, _)| *of == script);
        if let Some((_, plan)) = known {
            return Arc::clone(plan);
        }
        let language = buffer.language();
        let plan = ShapePlan::new(
            &self.face,
            buffer.direction(),
            Some(script).filter(|script| *script != UNKNOWN),
            language.as_ref(),
            &[],
        );
        let plan = Arc::new(plan);
        plans.push((script, Arc::clone(&plan)));
        plan
    }
}

/// Every file of a weight, read by `open`.
pub fn opened<F>(weight: Weight, open: impl Fn(&'static [u8]) -> Option<F>) -> Result<[F; FACES], DrawError> {
    let faces: Option<Vec<F>> = bytes(weight).into_iter().map(open).collect();
    faces
        .and_then(|faces| faces.try_into().ok())
        .ok_or(DrawError::Font)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(usize, String)> {
        let fonts = Fonts::open().unwrap();
        fonts
            .runs(Weight::Regular, text)
            .iter()
            .map(|run| (run.face, run.text.to_owned()))
            .collect()
    }

    #[test]
    fn each_script_is_drawn_by_a_font_that_has_it() {
        assert_eq!(texts(""), []);
        assert_eq!(texts("Asha 2"), [(0, "Asha 2".to_owned())]);
        let mixed = texts("Paid ₹600 by आशा देवी");
        assert_eq!(mixed.concat_texts(), "Paid ₹600 by आशा देवी");
        assert!(
            mixed
                .iter()
                .any(|(face, text)| *face == 2 && text.contains("आशा"))
        );
        assert!(
            mixed
                .iter()
                .any(|(face, text)| *face == 1 && text.starts_with('₹'))
        );
    }

    #[test]
    fn a_character_that_nobody_has_is_not_lost() {
        assert_eq!(texts("漢字").concat_texts(), "漢字");
        assert_eq!(texts("a漢b").concat_texts(), "a漢b");
    }

    #[test]
    fn a_longer_text_is_wider_and_twice_the_size_is_twice_the_width() {
        let fonts = Fonts::open().unwrap();
        let one = fonts.width(Weight::Regular, 100, "Held ₹600.00");
        assert!(one > 500 && one < 1_000, "{one}");
        assert!(fonts.width(Weight::Regular, 100, "Held ₹600.00 क्ष") > one);
        assert!((fonts.width(Weight::Regular, 200, "Held ₹600.00") - 2 * one).abs() < 10);
    }

    trait ConcatTexts {
        fn concat_texts(&self) -> String;
    }

    impl ConcatTexts for Vec<(usize, String)> {
        fn concat_texts(&self) -> String {
            self.iter().map(|(_, text)| text.as_str()).collect()
        }
    }
}
