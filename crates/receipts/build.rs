//! Puts every file of `languages` into the program, so that a language is one file and no line of Rust.

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
    let rows: Vec<String> = files
        .iter()
        .filter_map(|file| Some((file.file_stem()?.to_str()?, file)))
        .map(|(name, file)| {
            format!(
                "    ({name:?}, include_str!({:?})),\n",
                file.display().to_string()
            )
        })
        .collect();
    let out = env::var_os("OUT_DIR").ok_or_else(|| missing("OUT_DIR"))?;
    let source = format!("const FILES: &[(&str, &str)] = &[\n{}];\n", rows.concat());
    fs::write(Path::new(&out).join("languages.rs"), source)
}
