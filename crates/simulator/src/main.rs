//! `holdfast-simulator` as a program of its own; the package holds it with the others in one file (crates/installed).

fn main() -> std::process::ExitCode {
    simulator::start()
}
