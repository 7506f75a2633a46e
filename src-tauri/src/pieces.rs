//! A view cut into pieces for its way to the page. What is larger than eight kibibytes a channel does not hand to the page: it has
//! the page fetch it, which takes two more ways between the two processes, and as long as all the rest of a key together. Most
//! views are larger, so each is handed over in pieces that are not.

use contract::ViewPiece;
use serde::Serialize;

/// Bytes of a piece's text once it is a string of JSON itself, so that the piece with all around it stays below the channel's 8,192.
const PIECE_MAX: usize = 8_000;

/// A view's JSON in the order in which it is sent, at least one piece.
///
/// # Errors
/// When the view cannot be JSON, which no view of the contract is.
pub fn pieces(view: &impl Serialize) -> serde_json::Result<Vec<ViewPiece>> {
    let json = serde_json::to_string(view)?;
    let mut pieces = Vec::new();
    let mut rest = json.as_str();
    loop {
        let (text, after) = rest.split_at(first_piece(rest));
        pieces.push(ViewPiece {
            text: text.to_owned(),
            more: !after.is_empty(),
        });
        if after.is_empty() {
            return Ok(pieces);
        }
        rest = after;
    }
}

/// How many bytes of it the next piece takes.
fn first_piece(json: &str) -> usize {
    let mut written = 0_usize;
    for (at, c) in json.char_indices() {
        // JSON that is written as a string has these twice; it has no control characters.
        let escaped = usize::from(matches!(c, '"' | '\\'));
        written = written.saturating_add(c.len_utf8()).saturating_add(escaped);
        if written > PIECE_MAX {
            return at;
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Tauri's channel hands over without a fetch.
    const CHANNEL_MAX: usize = 8_192;

    fn sent(view: &impl Serialize) -> (Vec<ViewPiece>, String) {
        let pieces = pieces(view).unwrap();
        let whole = pieces.iter().map(|piece| piece.text.as_str()).collect();
        (pieces, whole)
    }

    #[test]
    fn a_small_view_is_one_piece() {
        let (pieces, whole) = sent(&["₹600.00"]);
        assert_eq!(whole, "[\"₹600.00\"]");
        assert_eq!(pieces.iter().map(|piece| piece.more).collect::<Vec<_>>(), [false]);
    }

    #[test]
    fn every_piece_is_small_enough_for_the_channel_and_together_they_are_the_view() {
        for name in ["plain", "\"\"\"\"", "\\\\\"", "आशा देवी", "\u{1}\n", "😀"] {
            let view = vec![name.repeat(7); 3_000];
            let (pieces, whole) = sent(&view);
            assert_eq!(serde_json::from_str::<Vec<String>>(&whole).unwrap(), view);
            let (last, before) = pieces.split_last().unwrap();
            assert!(!last.more && before.iter().all(|piece| piece.more), "{name}");
            for piece in &pieces {
                let body = serde_json::to_string(piece).unwrap();
                assert!(body.len() < CHANNEL_MAX, "{name}: {}", body.len());
            }
            let least = whole.len() / PIECE_MAX;
            assert!(
                (least..least * 3).contains(&pieces.len()),
                "{name}: {}",
                pieces.len()
            );
        }
    }
}
