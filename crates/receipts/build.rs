//! Puts the words of paper out of every file of `languages` into the program, so that a language is one file and no line of
//! Rust. Only those: the window's are twenty times as many, and every slip would begin by reading them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let missing = |name: &str| io::Error::other(format!("cargo has not set {name}"));
    let root = env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| missing("CARGO_MANIFEST_DIR"))?;
    let folder = Path::new(&root).join("../../languages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "ftl"));
    files.sort();
    let mut rows = String::new();
    for file in &files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let words = of_paper(&fs::read_to_string(file)?);
        rows.push_str(&format!("    ({name:?}, {words:?}),\n"));
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| missing("OUT_DIR"))?;
    let source = format!("const FILES: &[(&str, &str)] = &[\n{rows}];\n");
    fs::write(Path::new(&out).join("languages.rs"), source)
}

/// The messages that begin with `paper-`. A message's further lines are indented, and a blank line may stand among them.
fn of_paper(catalogue: &str) -> String {
    let mut is_of_paper = false;
    let mut kept = String::new();
    for line in catalogue.lines() {
        if !line.is_empty() && !line.starts_with(' ') {
            is_of_paper = line.starts_with("paper-");
        }
        if is_of_paper {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}
