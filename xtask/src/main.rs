//! `cargo xtask NAME`: everything a developer or the build server types, in one small program that
//! compiles in seconds. Each command works from a clean checkout and says what it is doing.
//!
//! Exit codes: 0 all is well; 1 something was found wrong; 2 this machine lacks something that only
//! its owner can give (a display, Node, rights to install), or the command was not understood.

mod bench;
mod check;
mod crash;
mod damage;
mod fuzz;
mod house;
mod package;
mod packages;
mod page;
mod programs;
mod run;
mod screen;
mod sim;
mod step;
mod suite;
mod tidy;

mod types;

use std::process::ExitCode;

use house::House;
use step::Stop;

const HELP: &str = "\
Holdfast's developer commands: cargo xtask NAME

  run                 install what is missing, build, and open the till (training until provisioned)
  test                install what is missing, then everything the build server runs
  check               formatting, clippy, contract types, tidy, and the page's own checks; runs no tests
  build [--release]   the page and every program, into cargo's target directory
  package             the Debian package in target/package, built for its size (once, and slowly)
                      --programs FOLDER packs programs that stand there; --out FOLDER; --as-version X.Y.Z
  types [--check]     write ui/src/contract from the crate `contract`; --check only compares
  tidy                who may depend on whom, sizes, banned words, number of dependencies
  e2e [FILTER]        only the tests that drive the real window
  crash [--all | --sample N] [--random N] [--seed S] [--jobs N]
                      a scripted day killed, and lied to by its disk, at every write (default: 60 of them)
  powercut [--images N] [--seed S] [--jobs N] [--tape FILE] [--image K --at DIR]
                      disks that a power cut may leave of that day, each opened and proved (default: 100,000)
  damage [--flips N] [--seed N] [--backups N]
                      release build, then copies of a ledger harmed in every way: no change may be silent
  fuzz [NAME [SECONDS]]
                      bytes nobody thought of: reply, record, typed, command (no name: each for a minute)
  sim --seed N        a whole shop from one seed, with everything that happens in it
  sim --seeds A..B    many seeds; a line for each that breaks a promise, and a sum
  sim --planted       the first seed at which each planted fault is caught
  bench [NAME]        release build, then the benches: sign, hold_step, verify, recover, sim, start, memory (no name: all)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            eprintln!("\n{}", stop.sentence());
            ExitCode::from(stop.exit_code())
        }
    }
}

fn obey(words: &[&str]) -> Result<(), Stop> {
    let house = House::find;
    if words.iter().any(|word| ["--help", "-h"].contains(word)) {
        print!("{HELP}");
        return Ok(());
    }
    match words {
        ["run"] => run::open(&house()?),
        ["test"] => suite::test(&house()?),
        ["check"] => check::check(&house()?),
        ["build"] => programs::build(&house()?, programs::Profile::Dev),
        ["build", "--release"] => programs::build(&house()?, programs::Profile::Release),
        ["package", words @ ..] => package::package(&house()?, words),
        ["types"] => types::write(&house()?, types::Scope::ContractAlone),
        ["types", "--check"] => types::check(&house()?, types::Scope::ContractAlone),
        ["tidy"] => tidy::tidy(&house()?),
        ["e2e"] => suite::window(&house()?, None),
        ["e2e", filter] => suite::window(&house()?, Some(filter)),
        ["damage", words @ ..] => damage::damage(&house()?, words),
        ["crash", words @ ..] => crash::crash(&house()?, words),
        ["powercut", words @ ..] => crash::power_cut(&house()?, words),
        ["sim", "--planted"] => sim::sim(&house()?, &["--planted"]),
        ["sim", which @ ("--seed" | "--seeds"), seeds] => sim::sim(&house()?, &[which, seeds]),
        ["bench"] => bench::bench(&house()?, None),
        ["bench", name] => bench::bench(&house()?, Some(name)),
        ["fuzz"] => fuzz::fuzz(&house()?, None, None),
        ["fuzz", target] => fuzz::fuzz(&house()?, Some(target), None),
        ["fuzz", target, seconds] => fuzz::fuzz(&house()?, Some(target), Some(seconds)),
        ["help"] => {
            print!("{HELP}");
            Ok(())
        }
        [] => Err(Stop::Needs(HELP.to_owned())),
        unknown => Err(Stop::Needs(format!(
            "`{}` is not a command here.\n\n{HELP}",
            unknown.join(" ")
        ))),
    }
}
