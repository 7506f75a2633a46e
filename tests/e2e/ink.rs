//! A picture as pixels: cut to the part that matters, a ring around what to press, few colours so that it stays small.

use std::collections::HashMap;

const RING: [u8; 3] = [214, 32, 60];
const RING_WIDTH: f64 = 4.0;
const RING_RADIUS: f64 = 12.0;

/// A part of the window in its own pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Area {
    pub(crate) fn grown(self, by: f64) -> Self {
        Area {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// The smallest that has both.
    pub(crate) fn with(self, other: Area) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        let right = (self.left + self.width).max(other.left + other.width);
        let bottom = (self.top + self.height).max(other.top + other.height);
        Area {
            left,
            top,
            width: right - left,
            height: bottom - top,
        }
    }

    /// How far a point is outside of it, its corners being round; below zero inside.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let (half_width, half_height) = (self.width / 2.0, self.height / 2.0);
        let radius = RING_RADIUS.min(half_width).min(half_height);
        let across = (x - self.left - half_width).abs() - half_width + radius;
        let down = (y - self.top - half_height).abs() - half_height + radius;
        let outside = across.max(0.0).hypot(down.max(0.0));
        outside + across.max(down).min(0.0) - radius
    }
}

#[derive(Clone)]
pub(crate) struct Ink {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: Vec<[u8; 3]>,
}

impl Ink {
    pub(crate) fn of(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder
            .set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a screenshot is a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("it fits into memory")];
        let frame = reader.next_frame(&mut bytes).expect("it has a picture");
        let bytes = &bytes[..frame.buffer_size()];
        let pixels: Vec<[u8; 3]> = match frame.color_type {
            png::ColorType::Rgba => bytes
                .as_chunks::<4>()
                .0
                .iter()
                .map(|one| [one[0], one[1], one[2]])
                .collect(),
            png::ColorType::GrayscaleAlpha => {
                bytes.as_chunks::<2>().0.iter().map(|one| [one[0]; 3]).collect()
            }
            other => panic!("neither a screen nor a print is {other:?}"),
        };
        let side = |length: u32| usize::try_from(length).expect("a picture fits into memory");
        Ink {
            width: side(frame.width),
            height: side(frame.height),
            pixels,
        }
    }

    /// One byte per pixel.
    pub(crate) fn grey(&self) -> Vec<u8> {
        let grey = self.pixels.iter().map(|[red, green, blue]| {
            let sum = u16::from(*red) + u16::from(*green) + u16::from(*blue);
            u8::try_from(sum / 3).expect("a mean of three bytes is a byte")
        });
        grey.collect()
    }

    /// Draws a ring around an area, a little outside of it.
    pub(crate) fn ring(&mut self, area: Area) {
        let middle = area.grown(RING_WIDTH);
        for (at, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = ((at % self.width) as f64 + 0.5, (at / self.width) as f64 + 0.5);
            let from_the_line = middle.distance(x, y).abs() - RING_WIDTH / 2.0;
            let share = (0.5 - from_the_line).clamp(0.0, 1.0);
            for (part, ring) in pixel.iter_mut().zip(RING) {
                let mixed = f64::from(*part) * (1.0 - share) + f64::from(ring) * share;
                *part = mixed.round() as u8;
            }
        }
    }

    /// Half as wide and half as high, and with a grey edge: a print from a roll as it lies on the counter.
    pub(crate) fn on_the_counter(&self) -> Self {
        const EDGE: usize = 12;
        const COUNTER: [u8; 3] = [222, 224, 228];
        let (width, height) = (self.width / 2, self.height / 2);
        let dot = |x: usize, y: usize| -> [u8; 3] {
            let four = [(0, 0), (1, 0), (0, 1), (1, 1)];
            let four = four.map(|(right, down)| self.pixels[(2 * y + down) * self.width + 2 * x + right]);
            [0, 1, 2].map(|part| {
                let sum: u16 = four.iter().map(|pixel| u16::from(pixel[part])).sum();
                u8::try_from(sum / 4).expect("a mean of four bytes is a byte")
            })
        };
        let whole = (width + 2 * EDGE, height + 2 * EDGE);
        let pixels = (0..whole.0 * whole.1).map(|at| {
            let (x, y) = (at % whole.0, at / whole.0);
            let is_paper = (EDGE..EDGE + width).contains(&x) && (EDGE..EDGE + height).contains(&y);
            if is_paper {
                dot(x - EDGE, y - EDGE)
            } else {
                COUNTER
            }
        });
        Ink {
            pixels: pixels.collect(),
            width: whole.0,
            height: whole.1,
        }
    }

    /// The part of it that lies in an area.
    pub(crate) fn cut(&self, area: Area) -> Self {
        let within = |from: f64, length: f64, most: usize| {
            let first = from.floor().clamp(0.0, most as f64) as usize;
            let end = (from + length).ceil().clamp(0.0, most as f64) as usize;
            first..end
        };
        let columns = within(area.left, area.width, self.width);
        let rows = within(area.top, area.height, self.height);
        let pixels = rows
            .clone()
            .flat_map(|row| &self.pixels[row * self.width..][columns.clone()])
            .copied()
            .collect();
        Ink {
            width: columns.len(),
            height: rows.len(),
            pixels,
        }
    }

    /// A PNG with a palette: the commonest colours stay as they are, the others become the nearest of these.
    pub(crate) fn png(&self, colours_max: usize) -> Vec<u8> {
        let mut counts: HashMap<[u8; 3], u32> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut commonest: Vec<_> = counts.iter().map(|(colour, count)| (*count, *colour)).collect();
        commonest.sort_unstable_by(|one, other| other.cmp(one));
        let palette: Vec<[u8; 3]> = commonest
            .iter()
            .take(colours_max)
            .map(|(_, colour)| *colour)
            .collect();
        let index: HashMap<[u8; 3], u8> = counts
            .keys()
            .map(|colour| (*colour, nearest(&palette, colour)))
            .collect();
        let indices: Vec<u8> = self.pixels.iter().map(|pixel| index[pixel]).collect();

        let mut file = Vec::new();
        let side = |length: usize| u32::try_from(length).expect("a screen has fewer pixels");
        let mut encoder = png::Encoder::new(&mut file, side(self.width), side(self.height));
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("memory takes a header");
        writer.write_image_data(&indices).expect("memory takes a picture");
        writer.finish().expect("memory takes an end");
        file
    }
}

fn nearest(palette: &[[u8; 3]], colour: &[u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        let parts = colour.iter().zip(other);
        parts
            .map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2))
            .sum()
    };
    let best = palette
        .iter()
        .enumerate()
        .min_by_key(|(_, other)| distance(other));
    let (at, _) = best.expect("a picture has a colour");
    u8::try_from(at).expect("there are at most 256")
}
