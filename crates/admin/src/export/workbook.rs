//! An Excel workbook with one sheet, written as its rows come.
//!
//! Source: ECMA-376 part 1 (SpreadsheetML), as little of it as a table needs. A library that writes workbooks was tried
//! and ends the program when the disk is full.

use super::sheet::Cell;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Excel's own limits: rows, that of the columns' names included, and UTF-16 units of a text.
const ROWS_MAX: u32 = 1_048_576;
const TEXT_MAX: usize = 32_767;

const BOLD: &str = " s=\"1\"";
const PLAIN: &str = "";

pub struct Workbook<'a> {
    zip: ZipWriter<BufWriter<&'a mut File>>,
    next_row: u32,
}

impl<'a> Workbook<'a> {
    pub fn begin(columns: &[&str], file: &'a mut File) -> io::Result<Workbook<'a>> {
        let mut zip = ZipWriter::new(BufWriter::new(file));
        for (name, text) in PARTS {
            zip.start_file(*name, options())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", options().large_file(true))?;
        write!(
            zip,
            "{HEAD}<cols><col min=\"1\" max=\"{}\" width=\"20\" customWidth=\"1\"/></cols><sheetData>",
            columns.len().max(1)
        )?;
        let mut workbook = Workbook { zip, next_row: 1 };
        let names: Vec<Cell<'_>> = columns.iter().map(|name| Cell::from(*name)).collect();
        workbook.write_row(&names, BOLD)?;
        Ok(workbook)
    }

    pub fn add(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.write_row(cells, PLAIN)
    }

    pub fn end(mut self) -> io::Result<()> {
        self.zip.write_all(b"</sheetData></worksheet>")?;
        self.zip.finish()?.flush()
    }

    fn write_row(&mut self, cells: &[Cell<'_>], style: &str) -> io::Result<()> {
        let row = self.next_row;
        if row > ROWS_MAX {
            return Err(io::Error::other(format!(
                "an Excel sheet ends after {ROWS_MAX} rows; take a shorter time with --from and --to, or csv"
            )));
        }
        write!(self.zip, "<row r=\"{row}\">")?;
        for (column, cell) in ('A'..='Z').zip(cells) {
            match cell {
                Cell::Text(text) => {
                    let text = inert(text)?;
                    write!(
                        self.zip,
                        "<c r=\"{column}{row}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
                    )?;
                }
                Cell::Number(number) => {
                    write!(self.zip, "<c r=\"{column}{row}\"{style}><v>{number}</v></c>")?;
                }
                Cell::Empty => {}
            }
        }
        self.next_row = row.saturating_add(1);
        self.zip.write_all(b"</row>")
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)
}

/// A string of a workbook is never run, so it needs no apostrophe. What XML cannot carry is written as Excel writes it,
/// `_x0001_`, and so is an underscore that would be read that way.
fn inert(text: &str) -> io::Result<String> {
    if text.encode_utf16().count() > TEXT_MAX {
        return Err(io::Error::other(
            "a text is longer than a cell of Excel can be; csv takes it",
        ));
    }
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\n' | '\t' => safe.push(c),
            '_' if text.get(at..).is_some_and(is_escape) => safe.push_str("_x005F_"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                safe.push_str(&format!("_x{:04X}_", u32::from(c)));
            }
            c => safe.push(c),
        }
    }
    Ok(safe)
}

fn is_escape(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("_x") else {
        return false;
    };
    let mut rest = rest.chars();
    let has_digits = rest.by_ref().take(4).filter(char::is_ascii_hexdigit).count() == 4;
    has_digits && rest.next() == Some('_')
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
</sheetView></sheetViews>";

/// What stands around the one sheet. The second style is the bold one of the columns' names.
const PARTS: &[(&str, &str)] = &[
    (
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
    ),
    (
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <bookViews><workbookView/></bookViews>\
         <sheets><sheet name=\"Holdfast\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" \
         Target=\"styles.xml\"/></Relationships>",
    ),
    (
        "xl/styles.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
         </styleSheet>",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_carry_is_written_as_excel_writes_it() {
        assert_eq!(
            inert("=1 & <b>\u{1}\r\n आशा").unwrap(),
            "=1 &amp; &lt;b&gt;_x0001__x000D_\n आशा"
        );
        assert_eq!(inert("_x0041_ _x41_ a_x_").unwrap(), "_x005F_x0041_ _x41_ a_x_");
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_refused_with_a_way_out() {
        assert!(inert(&"आ".repeat(TEXT_MAX)).is_ok());
        let why = inert(&"a".repeat(TEXT_MAX + 1)).unwrap_err();
        assert!(why.to_string().contains("csv takes it"), "{why}");
    }

    #[test]
    fn a_row_too_many_is_refused_with_a_way_out() {
        let mut file = tempfile::tempfile().unwrap();
        let mut workbook = Workbook::begin(&["a"], &mut file).unwrap();
        workbook.next_row = ROWS_MAX;
        workbook.add(&[Cell::Number(1)]).unwrap();
        let why = workbook.add(&[Cell::Number(2)]).unwrap_err();
        assert!(why.to_string().contains("--from and --to"), "{why}");
    }
}
