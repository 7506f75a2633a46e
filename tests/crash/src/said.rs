//! What the day says on its standard output, a line at a time, flushed at once: the pipe is what survives it.

use ledger::Head;
use std::fmt;
use std::io::Write;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The ledger was opened and ended there; nothing has been written yet.
    Found(Head),
    /// An event was acknowledged to the engine; `asks` says that it is an intent.
    Acked {
        head: Head,
        asks: bool,
    },
    /// An event could not be written.
    Failed(String),
    /// A backup stands there, and ends where the ledger ended.
    BackedUp {
        head: Head,
        path: String,
    },
    NotBackedUp(String),
    /// The till takes no money any more, and showed this.
    Stopped(String),
    /// A sale was looked up after the till had stopped taking money.
    LookedUp,
    /// Something is not as it must be.
    Wrong(String),
    Done,
}

impl Said {
    pub fn say(&self) {
        let mut out = std::io::stdout().lock();
        // Whoever listened has gone: there is nobody to tell.
        let _ = writeln!(out, "{self}").and_then(|()| out.flush());
    }

    /// Reads a line that [`Said::say`] wrote; `None` for anything else, as the half of a line of a killed program is.
    pub fn read(line: &str) -> Option<Said> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "FOUND" => Head::from_line(rest).map(Said::Found),
            "ACK" => {
                let (head, kind) = rest.split_once(' ')?;
                let asks = match kind {
                    "asks" => true,
                    "notes" => false,
                    _ => return None,
                };
                Head::from_line(head).map(|head| Said::Acked { head, asks })
            }
            "FAILED" => Some(Said::Failed(rest.to_owned())),
            "BACKUP" => {
                let (head, path) = rest.split_once(' ')?;
                let path = path.to_owned();
                Head::from_line(head).map(|head| Said::BackedUp { head, path })
            }
            "NO-BACKUP" => Some(Said::NotBackedUp(rest.to_owned())),
            "STOPPED" => Some(Said::Stopped(rest.to_owned())),
            "LOOKED-UP" => Some(Said::LookedUp),
            "WRONG" => Some(Said::Wrong(rest.to_owned())),
            "DONE" => Some(Said::Done),
            _ => None,
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Said::Found(head) => write!(f, "FOUND {}", head.to_line()),
            Said::Acked { head, asks } => {
                let kind = if *asks { "asks" } else { "notes" };
                write!(f, "ACK {} {kind}", head.to_line())
            }
            Said::Failed(why) => write!(f, "FAILED {}", one_line(why)),
            Said::BackedUp { head, path } => write!(f, "BACKUP {} {path}", head.to_line()),
            Said::NotBackedUp(why) => write!(f, "NO-BACKUP {}", one_line(why)),
            Said::Stopped(what) => write!(f, "STOPPED {}", one_line(what)),
            Said::LookedUp => write!(f, "LOOKED-UP"),
            Said::Wrong(what) => write!(f, "WRONG {}", one_line(what)),
            Said::Done => write!(f, "DONE"),
        }
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_as_it_was_said_and_half_a_line_is_none() {
        let head = Head {
            seq: 12,
            hash_hex: "ab".repeat(32),
        };
        for said in [
            Said::Found(head.clone()),
            Said::Acked {
                head: head.clone(),
                asks: true,
            },
            Said::Acked {
                head: head.clone(),
                asks: false,
            },
            Said::Failed("the disk is full".to_owned()),
            Said::BackedUp {
                head,
                path: "/a/b c".to_owned(),
            },
            Said::NotBackedUp("no".to_owned()),
            Said::Stopped("ledger_cannot_write".to_owned()),
            Said::LookedUp,
            Said::Wrong("so".to_owned()),
            Said::Done,
        ] {
            assert_eq!(Said::read(&said.to_string()), Some(said));
        }
        assert_eq!(Said::read("ACK 12:abab"), None);
        assert_eq!(Said::read("AC"), None);
    }
}
