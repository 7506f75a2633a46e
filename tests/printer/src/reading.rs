//! ESC/POS read back, one byte after the other, as the firmware of a printer does.

/// One paper as it was cut off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// Dots across.
    pub width: usize,
    /// One entry a row of dots, `true` is black.
    pub rows: Vec<Vec<bool>>,
    /// The drawer was opened with it.
    pub kicked: bool,
}

impl Slip {
    /// The paper as a picture: black on white, eight bits a dot.
    ///
    /// # Errors
    /// When there is nothing on it.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let size = |len: usize| u32::try_from(len).unwrap_or(0);
        let mut encoder = png::Encoder::new(&mut bytes, size(self.width), size(self.rows.len()));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Eight);
        let dots = self.rows.iter().flatten();
        let grey: Vec<u8> = dots.map(|black| if *black { 0 } else { 255 }).collect();
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&grey)?;
        writer.finish()?;
        Ok(bytes)
    }
}

/// What the printer has to do about what it read.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Nothing,
    /// `DLE EOT n`.
    Asked(u8),
    /// `GS r n`: everything before it is done.
    AskedInTurn,
    Row,
    Cut,
}

/// Where in a command it is.
#[derive(Default)]
pub struct Reading {
    command: Vec<u8>,
    /// Rows of a picture that still come: bytes a row, and bytes in all.
    picture: Option<(usize, usize)>,
    row: Vec<u8>,
    slip: Slip,
    /// Bytes that no command of ours begins with.
    pub strange: Vec<u8>,
}

impl Reading {
    pub fn take(&mut self, byte: u8) -> Heard {
        if let Some((across, left)) = self.picture {
            self.row.push(byte);
            let left = left.saturating_sub(1);
            self.picture = (left > 0).then_some((across, left));
            if self.row.len() == across {
                let row = std::mem::take(&mut self.row);
                self.slip.width = self.slip.width.max(across.saturating_mul(8));
                self.slip.rows.push(row.into_iter().flat_map(dots).collect());
                return Heard::Row;
            }
            return Heard::Nothing;
        }
        self.command.push(byte);
        let command = std::mem::take(&mut self.command);
        match command.as_slice() {
            [0x1b, b'@'] => Heard::Nothing,
            [0x1b, b'd', lines] => {
                // A line is 30 dots high.
                let blank = vec![false; self.slip.width];
                let rows = usize::from(*lines).saturating_mul(30);
                self.slip.rows.extend(std::iter::repeat_n(blank, rows));
                Heard::Nothing
            }
            [0x1b, b'p', _, _, _] => {
                self.slip.kicked = true;
                Heard::Nothing
            }
            [0x1d, b'V', 65 | 66, _] => Heard::Cut,
            [0x1d, b'r', _] => Heard::AskedInTurn,
            [0x10, 0x04, n] => Heard::Asked(*n),
            [0x1d, b'v', b'0', _, wide_low, wide_high, rows_low, rows_high] => {
                let across = usize::from(u16::from_le_bytes([*wide_low, *wide_high]));
                let rows = usize::from(u16::from_le_bytes([*rows_low, *rows_high]));
                let all = across.saturating_mul(rows);
                self.picture = (all > 0).then_some((across, all));
                Heard::Nothing
            }
            begun if may_begin(begun) => {
                self.command = command;
                Heard::Nothing
            }
            other => {
                self.strange.extend_from_slice(other);
                Heard::Nothing
            }
        }
    }

    /// The paper is cut off here.
    pub fn cut(&mut self) -> Slip {
        std::mem::take(&mut self.slip)
    }

    /// What is on the paper that was not cut off yet.
    pub fn unfinished(&self) -> &Slip {
        &self.slip
    }
}

fn may_begin(begun: &[u8]) -> bool {
    match begun {
        [0x1b | 0x1d | 0x10] | [0x1b, b'd' | b'p'] | [0x1b, b'p', _] | [0x1b, b'p', _, _] => true,
        [0x1d, b'V' | b'r'] | [0x1d, b'V', 65 | 66] | [0x10, 0x04] => true,
        [0x1d, b'v', rest @ ..] => rest.len() < 6,
        _ => false,
    }
}

/// The eight dots of a byte, the leftmost first.
fn dots(byte: u8) -> impl Iterator<Item = bool> {
    (0..8_u32)
        .rev()
        .map(move |bit| byte & 1_u8.wrapping_shl(bit) != 0)
}
