//! `holdfast`: the words of the window's program.

use crate::start::start;
use std::process::ExitCode;

const HELP: &str = "\
holdfast: the till's window

  holdfast             opens it: in training, unless a store was set up on this machine
  holdfast --help
  holdfast --version

HOLDFAST_HOME is the data directory; without it, holdfast in the platform's own. HOLDFAST_LOG is the log's level.
Exit codes: 0 the window was closed, 1 it cannot open, 2 a word was not understood, 3 another till runs on this home.
";

/// The program, from its words to its exit code.
#[must_use]
pub fn obey() -> ExitCode {
    let words: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => start(),
        ["--help" | "-h"] => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        ["--version"] => {
            println!("holdfast {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
    }
}
