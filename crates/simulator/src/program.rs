//! `holdfast-simulator`: the words of a server of its own.

use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use crate::{Options, Simulator};

const USAGE: &str = "\
holdfast-simulator [--port N] [--merchant-id MID] [--salt-key-stdin] [--salt-index N] [--state FILE]

  --port N           port on 127.0.0.1; 0, the default, takes a free one
  --merchant-id MID  the merchant; default: the training merchant
  --salt-key-stdin   read its salt key as one line; default: the training key, which is public and opens nothing
  --salt-index N     the number after ### in X-VERIFY; default 1
  --state FILE       keep wallets, links and holds over restarts";

/// The program, from its words to its exit code.
#[must_use]
#[tokio::main]
pub async fn start() -> ExitCode {
    if std::env::args()
        .skip(1)
        .any(|word| word == "--help" || word == "-h")
    {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let options = match read_options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match serve(options).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("holdfast-simulator: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: Options) -> io::Result<()> {
    let simulator = Simulator::start(options).await?;
    let mut out = io::stdout().lock();
    writeln!(out, "listening on {}", simulator.base_url())?;
    out.flush()?;
    drop(out);
    asked_to_end().await
}

#[cfg(unix)]
async fn asked_to_end() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate())?;
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended,
        _ = term.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

fn read_options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::training();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--port" => options.port = number(&value()?)?,
            "--merchant-id" => options.merchant_id = value()?,
            "--salt-key-stdin" => options.salt_key = read_salt_key()?,
            "--salt-index" => options.salt_index = number(&value()?)?,
            "--state" => options.state_file = Some(value()?.into()),
            other => return Err(format!("{other} is no option")),
        }
    }
    Ok(options)
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|_| format!("{text} is not a number that fits"))
}

fn read_salt_key() -> Result<String, String> {
    let mut line = String::new();
    io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|why| format!("no salt key on standard input: {why}"))?;
    let key = line.trim_end_matches(['\r', '\n']).to_owned();
    if key.is_empty() {
        Err("the salt key on standard input is empty".to_owned())
    } else {
        Ok(key)
    }
}
