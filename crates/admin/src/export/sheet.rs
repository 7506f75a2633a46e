use super::workbook::Workbook;
use serde::Serialize;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufWriter, Write};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
    Xlsx,
}

/// One row, in every form.
pub trait Line: Serialize {
    const COLUMNS: &'static [&'static str];

    /// One for each column.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// What stands in a field of a sheet. Text is text, whatever it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Empty,
}

/// A table on its way into a file, row by row.
pub struct Sheet<'a> {
    form: Form<'a>,
    lines: u64,
}

enum Form<'a> {
    Csv(BufWriter<&'a mut File>),
    Json(BufWriter<&'a mut File>),
    /// Boxed: what compresses it is large.
    Xlsx(Box<Workbook<'a>>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Cell<'a> {
        text.map_or(Cell::Empty, Cell::from)
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> Sheet<'a> {
    pub fn begin(format: Format, columns: &[&str], file: &'a mut File) -> io::Result<Sheet<'a>> {
        let form = match format {
            Format::Csv => {
                let mut out = BufWriter::new(file);
                // Without the mark Excel takes Hindi for something else.
                out.write_all("\u{FEFF}".as_bytes())?;
                let names: Vec<Cell<'_>> = columns.iter().map(|name| Cell::from(*name)).collect();
                write_record(&mut out, &names)?;
                Form::Csv(out)
            }
            Format::Json => {
                let mut out = BufWriter::new(file);
                out.write_all(b"[")?;
                Form::Json(out)
            }
            Format::Xlsx => Form::Xlsx(Box::new(Workbook::begin(columns, file)?)),
        };
        Ok(Sheet { form, lines: 0 })
    }

    pub fn add(&mut self, line: &impl Line) -> io::Result<()> {
        match &mut self.form {
            Form::Csv(out) => write_record(out, &line.cells())?,
            Form::Json(out) => {
                out.write_all(if self.lines == 0 { b"\n" } else { b",\n" })?;
                serde_json::to_writer(out, line)?;
            }
            Form::Xlsx(workbook) => workbook.add(&line.cells())?,
        }
        self.lines = self.lines.saturating_add(1);
        Ok(())
    }

    /// Returns how many rows there are.
    pub fn end(self) -> io::Result<u64> {
        match self.form {
            Form::Csv(mut out) => out.flush()?,
            Form::Json(mut out) => {
                out.write_all(b"\n]\n")?;
                out.flush()?;
            }
            Form::Xlsx(workbook) => workbook.end()?,
        }
        Ok(self.lines)
    }
}

/// By RFC 4180: a cell with a comma, a quote or a line break stands in quotes, in which a quote is doubled.
fn write_record(out: &mut dyn Write, cells: &[Cell<'_>]) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        match cell {
            Cell::Text(text) => write_text(out, text)?,
            Cell::Number(number) => write!(out, "{number}")?,
            Cell::Empty => {}
        }
    }
    out.write_all(b"\r\n")
}

fn write_text(out: &mut dyn Write, text: &str) -> io::Result<()> {
    if runs_as_formula(text) {
        return write_text(out, &format!("'{text}"));
    }
    // By bytes: a million rows have fourteen million cells.
    if text
        .bytes()
        .any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'))
    {
        write!(out, "\"{}\"", text.replace('"', "\"\""))
    } else {
        out.write_all(text.as_bytes())
    }
}

/// Read from text, a spreadsheet runs a cell that begins like this, whoever wrote it; behind an apostrophe it does not.
fn runs_as_formula(text: &str) -> bool {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    text.starts_with(|c: char| c.is_control()) || text.trim_start().starts_with(runs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Seek};

    #[derive(Serialize)]
    struct Two {
        word: String,
        count: Option<i64>,
    }

    impl Line for Two {
        const COLUMNS: &'static [&'static str] = &["word", "count"];

        fn cells(&self) -> Vec<Cell<'_>> {
            vec![
                Cell::from(self.word.as_str()),
                self.count.map_or(Cell::Empty, Cell::Number),
            ]
        }
    }

    fn written(format: Format, words: &[&str]) -> String {
        let mut file = tempfile::tempfile().unwrap();
        let mut sheet = Sheet::begin(format, Two::COLUMNS, &mut file).unwrap();
        for word in words {
            let word = (*word).to_owned();
            sheet.add(&Two { word, count: None }).unwrap();
        }
        assert_eq!(sheet.end().unwrap(), u64::try_from(words.len()).unwrap());
        let mut text = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_sheet_for_excel_has_its_mark_its_columns_and_quotes_where_needed() {
        let text = written(Format::Csv, &["आशा", "a,\"b\"\nc"]);
        assert_eq!(text, "\u{FEFF}word,count\r\nआशा,\r\n\"a,\"\"b\"\"\nc\",\r\n");
    }

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        for word in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\u{1}x", "＝1"] {
            let text = written(Format::Csv, &[word]);
            assert_eq!(text, format!("\u{FEFF}word,count\r\n'{word},\r\n"));
        }
        assert!(written(Format::Csv, &["\r=1"]).ends_with("\"'\r=1\",\r\n"));
        for word in ["", "Asha", "1-2", "•••••• 3210"] {
            let text = written(Format::Csv, &[word]);
            assert_eq!(text, format!("\u{FEFF}word,count\r\n{word},\r\n"));
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
