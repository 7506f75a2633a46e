#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
//! `holdfast` as a program of its own; the package holds it with the others in one file (crates/installed).

fn main() -> std::process::ExitCode {
    holdfast_shell::obey()
}
