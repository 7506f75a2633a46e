//! The few commands of ESC/POS that are needed. Bytes as in Epson's reference; every cheap printer copies these.

/// Dots by rows, eight to a byte, the leftmost in the highest bit; 1 is black.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width_bytes: u16,
    pub rows: Vec<u8>,
}

/// So many rows are sent at a time: small printers buffer 4 to 64 kB, and between bands the deadline is looked at.
const BAND_ROWS: usize = 64;

/// `ESC @`: forget what an earlier job left.
pub const BEGIN: &[u8] = b"\x1b@";
/// `ESC p 0 25 250`: a pulse of 50 ms on the first pin, which is where drawers are plugged in.
pub const KICK: &[u8] = b"\x1bp\x00\x19\xfa";
/// `ESC d 4`, then `GS V 66 0`: so far that the last line is past the knife, then cut.
pub const END: &[u8] = b"\x1bd\x04\x1dVB\x00";
/// `GS r 1`: answered when everything before it was done, unlike `DLE EOT`, which is answered at once.
pub const ALL_DONE: &[u8] = b"\x1dr\x01";

/// `DLE EOT n`.
pub const ASK_PRINTER: &[u8] = b"\x10\x04\x01";
pub const ASK_OFFLINE: &[u8] = b"\x10\x04\x02";
pub const ASK_PAPER: &[u8] = b"\x10\x04\x04";

/// `GS v 0`, band after band.
pub fn bands(picture: &Picture) -> impl Iterator<Item = Vec<u8>> + '_ {
    let across = usize::from(picture.width_bytes.max(1));
    picture
        .rows
        .chunks(across.saturating_mul(BAND_ROWS))
        .map(move |band| {
            let rows = u16::try_from(band.len().div_euclid(across)).unwrap_or(0);
            let [wide_low, wide_high] = picture.width_bytes.to_le_bytes();
            let [rows_low, rows_high] = rows.to_le_bytes();
            let mut bytes = vec![0x1d, b'v', b'0', 0, wide_low, wide_high, rows_low, rows_high];
            bytes.extend_from_slice(band);
            bytes
        })
}

/// An answer to one of the `ASK`s: bits 1 and 4 are always set, 0 and 7 never.
pub fn is_status(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// An answer to [`ALL_DONE`]: bits 4 and 7 are never set.
pub fn is_done(byte: u8) -> bool {
    byte & 0b1001_0000 == 0
}

/// Of the answer to [`ASK_PRINTER`].
pub fn is_offline(byte: u8) -> bool {
    byte & 0b0000_1000 != 0
}

/// Of the answer to [`ASK_OFFLINE`].
pub fn is_cover_open(byte: u8) -> bool {
    byte & 0b0000_0100 != 0
}

/// Of the answer to [`ASK_OFFLINE`]: the knife, the head or the power.
pub fn has_fault(byte: u8) -> bool {
    byte & 0b0100_0000 != 0
}

/// Of the answer to [`ASK_PAPER`].
pub fn is_out_of_paper(byte: u8) -> bool {
    byte & 0b0110_0000 != 0
}

/// Of the answer to [`ASK_PAPER`].
pub fn is_paper_low(byte: u8) -> bool {
    byte & 0b0000_1100 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_sent_in_bands_that_say_their_size_and_lose_no_row() {
        let rows: Vec<u8> = (0..72 * 130_u32)
            .map(|n| u8::try_from(n % 251).unwrap())
            .collect();
        let picture = Picture {
            width_bytes: 72,
            rows: rows.clone(),
        };
        let bands: Vec<Vec<u8>> = bands(&picture).collect();
        let heads: Vec<&[u8]> = bands.iter().map(|band| &band[..8]).collect();
        assert_eq!(
            heads,
            [
                b"\x1dv0\x00\x48\x00\x40\x00",
                b"\x1dv0\x00\x48\x00\x40\x00",
                b"\x1dv0\x00\x48\x00\x02\x00",
            ]
        );
        let sent: Vec<u8> = bands.iter().flat_map(|band| band[8..].to_vec()).collect();
        assert_eq!(sent, rows);
    }

    #[test]
    fn an_answer_is_not_taken_for_another() {
        assert!(is_status(0x12) && is_status(0x7a) && !is_status(0x00) && !is_status(0xff));
        assert!(is_done(0x00) && is_done(0x0f) && !is_done(0x12));
        assert!(is_offline(0x1a) && !is_offline(0x12));
        assert!(is_out_of_paper(0x72) && !is_out_of_paper(0x1e) && is_paper_low(0x1e));
        assert!(is_cover_open(0x16) && has_fault(0x52));
    }
}
