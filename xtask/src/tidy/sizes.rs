//! A file is split at two nouns and a function at two thoughts; these numbers notice when nobody did.

use super::Findings;

const RUST_FILE_REFUSED_ABOVE: usize = 600;
const RUST_FILE_WARNED_ABOVE: usize = 400;
const PAGE_FILE_REFUSED_ABOVE: usize = 400;
const FUNCTION_REFUSED_ABOVE: usize = 70;

/// Sizes of one file and of its Rust functions.
pub fn look(place: &str, text: &str) -> Findings {
    match place.rsplit_once('.').map(|(_, kind)| kind) {
        Some("rs") => rust(place, text),
        Some("ts" | "js" | "svelte") => page(place, text),
        Some(_) | None => Findings::default(),
    }
}

fn rust(place: &str, text: &str) -> Findings {
    let mut findings = Findings::default();
    let lines = text.lines().count();
    if lines > RUST_FILE_REFUSED_ABOVE {
        findings.refuse([too_long(place, lines, RUST_FILE_REFUSED_ABOVE)]);
    } else if lines > RUST_FILE_WARNED_ABOVE {
        findings
            .warned
            .push(too_long(place, lines, RUST_FILE_WARNED_ABOVE));
    }
    let long = functions(text)
        .into_iter()
        .filter(|function| function.lines > FUNCTION_REFUSED_ABOVE);
    findings.refuse(long.map(|function| {
        let Function { name, at, lines } = function;
        format!("{place}:{at}: `{name}` has {lines} lines; {FUNCTION_REFUSED_ABOVE} is the most a function may have")
    }));
    findings
}

fn page(place: &str, text: &str) -> Findings {
    let lines = text.lines().count();
    let mut findings = Findings::default();
    if lines > PAGE_FILE_REFUSED_ABOVE {
        findings.refuse([too_long(place, lines, PAGE_FILE_REFUSED_ABOVE)]);
    }
    findings
}

fn too_long(place: &str, lines: usize, most: usize) -> String {
    format!("{place} has {lines} lines, more than {most}: split it where it speaks of two things")
}

#[derive(Debug, PartialEq, Eq)]
struct Function {
    name: String,
    /// Line number, from 1.
    at: usize,
    /// From the signature's first line to the closing brace.
    lines: usize,
}

/// The functions with a body in text that rustfmt laid out: a body that opened on an indented line is closed
/// by the next line that has the same indent and begins with a brace.
fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, function_name(line)?)));
    starts
        .filter_map(|(at, name)| {
            let lines = length(lines.get(at..)?)?;
            Some(Function {
                name: name.to_owned(),
                at: at + 1,
                lines,
            })
        })
        .collect()
}

/// `pub(crate) async fn hold(` → `hold`.
fn function_name(line: &str) -> Option<&str> {
    let before_name = line.trim_start().split_once("fn ")?;
    let is_qualifier = |word: &str| {
        matches!(word, "pub" | "const" | "async" | "unsafe" | "extern" | "default")
            || word.starts_with("pub(")
            || word.starts_with('"')
    };
    if !before_name.0.split_whitespace().all(is_qualifier) {
        return None;
    }
    let name = before_name
        .1
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next()?;
    (!name.is_empty()).then_some(name)
}

/// Lines of the function that begins with the first of `lines`; `None` for a declaration without a body.
fn length(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?;
    let indent = indent_of(first);
    if first.ends_with('}') {
        return Some(1);
    }
    let mut opened = first.ends_with('{');
    for (at, line) in lines.iter().enumerate().skip(usize::from(opened)) {
        let same_indent = !line.trim().is_empty() && indent_of(line) == indent;
        if opened && same_indent && line.trim_start().starts_with('}') {
            return Some(at + 1);
        }
        if !opened && line.ends_with(';') {
            return None;
        }
        opened |= same_indent && line.ends_with('{');
    }
    None
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(count: usize, line: &str) -> String {
        format!("{line}\n").repeat(count)
    }

    fn function_of(lines_in_body: usize) -> String {
        format!(
            "    pub(crate) async fn hold(&self) -> Held {{\n{}    }}\n",
            lines(lines_in_body, "        step();")
        )
    }

    #[test]
    fn a_rust_file_is_warned_above_four_hundred_lines_and_refused_above_six_hundred() {
        assert_eq!(look("a.rs", &lines(400, "x")), Findings::default());
        assert_eq!(look("a.rs", &lines(401, "x")).warned.len(), 1);
        assert_eq!(look("a.rs", &lines(600, "x")).refused.len(), 0);
        assert_eq!(look("a.rs", &lines(601, "x")).refused.len(), 1);
    }

    #[test]
    fn a_page_file_is_refused_above_four_hundred_lines() {
        for place in ["Till.svelte", "till.ts"] {
            assert_eq!(look(place, &lines(400, "x")), Findings::default());
            assert_eq!(look(place, &lines(401, "x")).refused.len(), 1);
        }
        assert_eq!(look("tokens.css", &lines(900, "x")), Findings::default());
    }

    #[test]
    fn a_function_of_seventy_lines_passes_and_of_seventy_one_is_refused_by_name_and_line() {
        assert_eq!(look("a.rs", &function_of(68)), Findings::default());
        let said = look("a.rs", &format!("//! Doc.\n{}", function_of(69))).refused;
        assert_eq!(
            said,
            ["a.rs:2: `hold` has 71 lines; 70 is the most a function may have"]
        );
    }

    #[test]
    fn a_long_signature_and_a_where_clause_count_as_part_of_the_function() {
        let text = "fn long(\n    a: A,\n) -> B\nwhere\n    A: Into<B>,\n{\n    a.into()\n}\n";
        assert_eq!(
            functions(text),
            [Function {
                name: "long".to_owned(),
                at: 1,
                lines: 8
            }]
        );
    }

    #[test]
    fn inner_blocks_do_not_end_a_function() {
        let text = "fn outer() {\n    if a {\n        b();\n    }\n\n    fn inner() {}\n}\n";
        let found: Vec<(String, usize)> = functions(text).into_iter().map(|f| (f.name, f.lines)).collect();
        assert_eq!(found, [("outer".to_owned(), 7), ("inner".to_owned(), 1)]);
    }

    #[test]
    fn declarations_and_other_words_with_fn_are_not_functions() {
        let text = "    fn now(&self) -> Moment;\n    fn wide(\n        &self,\n    ) -> Moment;\n";
        assert_eq!(functions(text), []);
        assert_eq!(function_name("let x: fn (u8) = f;"), None);
        assert_eq!(function_name("// a fn that is spoken of"), None);
        assert_eq!(
            function_name("pub const unsafe extern \"C\" fn raw() {"),
            Some("raw")
        );
    }
}
