use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// One row, in both forms.
pub trait Line: Serialize {
    const COLUMNS: &'static [&'static str];

    /// One for each column. Text goes through [`safe`].
    fn cells(&self) -> Vec<Cow<'_, str>>;
}

/// A table on its way into a file, row by row.
pub struct Sheet<'a> {
    format: Format,
    out: &'a mut dyn Write,
    lines: u64,
}

impl<'a> Sheet<'a> {
    pub fn begin(format: Format, columns: &[&str], out: &'a mut dyn Write) -> io::Result<Sheet<'a>> {
        match format {
            Format::Csv => {
                // Without the mark Excel takes Hindi for something else.
                out.write_all("\u{FEFF}".as_bytes())?;
                write_record(out, columns)?;
            }
            Format::Json => out.write_all(b"[")?,
        }
        Ok(Sheet {
            format,
            out,
            lines: 0,
        })
    }

    pub fn add(&mut self, line: &impl Line) -> io::Result<()> {
        match self.format {
            Format::Csv => write_record(self.out, &line.cells())?,
            Format::Json => {
                self.out.write_all(if self.lines == 0 { b"\n" } else { b",\n" })?;
                serde_json::to_writer(&mut *self.out, line)?;
            }
        }
        self.lines = self.lines.saturating_add(1);
        Ok(())
    }

    /// Returns how many rows there are.
    pub fn end(self) -> io::Result<u64> {
        match self.format {
            Format::Csv => {}
            Format::Json => self.out.write_all(b"\n]\n")?,
        }
        self.out.flush()?;
        Ok(self.lines)
    }
}

/// By RFC 4180: a cell with a comma, a quote or a line break stands in quotes, in which a quote is doubled.
fn write_record<C: AsRef<str>>(out: &mut dyn Write, cells: &[C]) -> io::Result<()> {
    for (at, cell) in cells.iter().map(AsRef::as_ref).enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        if cell
            .bytes()
            .any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'))
        {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}

/// A spreadsheet runs a cell that begins like a formula, whoever wrote it; behind an apostrophe it is text.
pub fn safe(text: &str) -> Cow<'_, str> {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let is_odd = text.starts_with(|c: char| c.is_control());
    if is_odd || text.trim_start().starts_with(runs) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Two {
        word: String,
        count: Option<u32>,
    }

    impl Line for Two {
        const COLUMNS: &'static [&'static str] = &["word", "count"];

        fn cells(&self) -> Vec<Cow<'_, str>> {
            vec![
                safe(&self.word),
                self.count
                    .map(|count| count.to_string())
                    .unwrap_or_default()
                    .into(),
            ]
        }
    }

    fn written(format: Format, words: &[&str]) -> String {
        let mut out = Vec::new();
        let mut sheet = Sheet::begin(format, Two::COLUMNS, &mut out).unwrap();
        for word in words {
            let word = (*word).to_owned();
            sheet.add(&Two { word, count: None }).unwrap();
        }
        assert_eq!(sheet.end().unwrap(), u64::try_from(words.len()).unwrap());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_sheet_for_excel_has_its_mark_its_columns_and_quotes_where_needed() {
        let text = written(Format::Csv, &["आशा", "a,\"b\"\nc"]);
        assert_eq!(text, "\u{FEFF}word,count\r\nआशा,\r\n\"a,\"\"b\"\"\nc\",\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for word in [
            "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\u{1}x", "＝1",
        ] {
            assert_eq!(safe(word), format!("'{word}"));
        }
        for word in ["", "Asha", "1-2", "•••••• 3210", "{\"a\":1}"] {
            assert_eq!(safe(word), word);
        }
    }

    #[test]
    fn json_is_one_array_even_of_nothing() {
        let array = |words: &[&str]| {
            serde_json::from_str::<serde_json::Value>(&written(Format::Json, words)).unwrap()
        };
        assert_eq!(array(&[]), serde_json::json!([]));
        assert_eq!(
            array(&["=1", "b"]),
            serde_json::json!([{"word": "=1", "count": null}, {"word": "b", "count": null}])
        );
    }
}
