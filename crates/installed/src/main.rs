#![doc = include_str!("../README.md")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let called = std::env::args_os().next();
    (program(called.as_deref()))()
}

/// Which program somebody means by a name; any other name is the till's.
fn program(called: Option<&OsStr>) -> fn() -> ExitCode {
    let name = called
        .map(Path::new)
        .and_then(Path::file_name)
        .and_then(OsStr::to_str);
    match name {
        Some("holdfast-admin") => admin::start,
        Some("holdfast-simulator") => simulator::start,
        _ => holdfast_shell::obey,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_by_which_it_is_called_decides_wherever_it_stands() {
        let is = |called: &str, of: fn() -> ExitCode| {
            assert!(
                std::ptr::fn_addr_eq(program(Some(OsStr::new(called))), of),
                "{called}"
            );
        };
        is("/usr/bin/holdfast-admin", admin::start);
        is("holdfast-admin", admin::start);
        is("./holdfast-simulator", simulator::start);
        is("/usr/bin/holdfast", holdfast_shell::obey);
        is("holdfast-admin/holdfast", holdfast_shell::obey);
        assert!(std::ptr::fn_addr_eq(
            program(None),
            holdfast_shell::obey as fn() -> ExitCode
        ));
    }
}
