/// A JSON object written straight into one buffer: the request that is signed is built once and never re-encoded.
pub(crate) struct ObjectText {
    text: Vec<u8>,
    is_empty: bool,
}

impl ObjectText {
    pub(crate) fn begin() -> Self {
        let mut text = Vec::with_capacity(512);
        text.push(b'{');
        ObjectText { text, is_empty: true }
    }

    #[inline]
    pub(crate) fn text(mut self, name: &'static str, value: &str) -> Self {
        self.name(name);
        push_quoted(&mut self.text, value);
        self
    }

    /// For enum words and other text of our own that needs no escaping: `value` is already a JSON value.
    #[inline]
    pub(crate) fn literal(mut self, name: &'static str, value: &str) -> Self {
        self.name(name);
        self.text.extend_from_slice(value.as_bytes());
        self
    }

    #[inline]
    pub(crate) fn whole(mut self, name: &'static str, value: i64) -> Self {
        self.name(name);
        push_whole(&mut self.text, value);
        self
    }

    pub(crate) fn end(mut self) -> Vec<u8> {
        self.text.push(b'}');
        self.text
    }

    #[inline]
    fn name(&mut self, name: &'static str) {
        if !self.is_empty {
            self.text.push(b',');
        }
        self.is_empty = false;
        self.text.push(b'"');
        self.text.extend_from_slice(name.as_bytes());
        self.text.extend_from_slice(b"\":");
    }
}

#[inline]
fn push_quoted(out: &mut Vec<u8>, value: &str) {
    out.push(b'"');
    // Looked at as a whole and not up to the first find: nearly nothing that is sent needs escaping.
    let needs_escape = value.bytes().fold(false, |found, byte| found | !is_plain(byte));
    if !needs_escape {
        out.extend_from_slice(value.as_bytes());
    } else {
        value.bytes().for_each(|byte| push_escaped(out, byte));
    }
    out.push(b'"');
}

/// The standard library's way of writing a number costs as much as a seventh of the whole request.
fn push_whole(out: &mut Vec<u8>, value: i64) {
    let mut digits = [b'0'; 20];
    let mut length = 0;
    let mut rest = value.unsigned_abs();
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        length += 1;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(digits.get(digits.len() - length..).unwrap_or_default());
}

fn is_plain(byte: u8) -> bool {
    byte >= b' ' && byte != b'"' && byte != b'\\'
}

fn push_escaped(out: &mut Vec<u8>, byte: u8) {
    if is_plain(byte) {
        out.push(byte);
    } else if byte < b' ' {
        out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
    } else {
        out.extend_from_slice(&[b'\\', byte]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_and_number_can_be_read_back(value in ".*", number: i64) {
            let written = ObjectText::begin().text("a", &value).whole("b", number).literal("c", "true").end();
            let read: serde_json::Value = serde_json::from_slice(&written).unwrap();
            prop_assert_eq!(read, serde_json::json!({ "a": value, "b": number, "c": true }));
        }
    }

    #[test]
    fn an_object_without_members_is_an_object() {
        assert_eq!(ObjectText::begin().end(), b"{}");
    }
}
