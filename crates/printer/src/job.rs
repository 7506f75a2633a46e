//! One paper, from the first question to what is known of it at the end.

use crate::address::Address;
use crate::escpos::{self, Picture};
use crate::line::{Line, Step};
use std::time::{Duration, Instant};

/// What is to be printed. No `Debug`: it is a picture of a sale.
#[derive(Clone)]
pub struct Job {
    pub picture: Picture,
    /// Opens the drawer first.
    pub kick: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be reached: switched off, unplugged, another address.
    NotReached,
    /// It is there and takes nothing, and says no more than that.
    Offline,
    CoverOpen,
    OutOfPaper,
    /// The knife, the head or the power; the printer's own lamp says which.
    Fault,
    /// It took no more bytes, or did not come to the end, within its time.
    Stuck,
    /// The line was lost in the middle.
    CutOff,
}

/// What is known of a job at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Printed {
        /// The printer itself has said that it is done; one that answers no question is believed.
        confirmed: bool,
        /// The roll is near its end.
        paper_low: bool,
    },
    /// Not one byte of it has left.
    NotPrinted(Trouble),
    /// Bytes have left. A person has to look at the printer.
    Perhaps(Trouble),
}

/// How long each step may take.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    pub connect: Duration,
    /// An answer to a question about the printer's state.
    pub answer: Duration,
    /// No byte taken, in the middle.
    pub quiet: Duration,
    /// From here on people are told that it is slow.
    pub slow: Duration,
    pub whole: Duration,
}

impl Default for Deadlines {
    fn default() -> Deadlines {
        Deadlines {
            connect: Duration::from_secs(3),
            answer: Duration::from_millis(800),
            quiet: Duration::from_secs(8),
            slow: Duration::from_secs(4),
            whole: Duration::from_secs(45),
        }
    }
}

/// What the printer says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Ready {
        paper_low: bool,
    },
    /// It answers no question, as many do; nothing speaks against printing.
    Silent,
    Not(Trouble),
}

/// Whether a job could be printed now. Prints nothing.
pub fn look(address: &Address, deadlines: &Deadlines) -> Health {
    match Line::open(address, deadlines.connect) {
        Ok(mut line) => health(&mut line, deadlines),
        Err(_) => Health::Not(Trouble::NotReached),
    }
}

/// Prints it once. `slow` is called at most once, when it takes long.
pub fn print(address: &Address, job: &Job, deadlines: &Deadlines, slow: &dyn Fn()) -> Outcome {
    let mut line = match Line::open(address, deadlines.connect) {
        Ok(line) => line,
        Err(error) => {
            tracing::warn!(%error, "the printer cannot be reached");
            return Outcome::NotPrinted(Trouble::NotReached);
        }
    };
    let (answers, paper_low) = match health(&mut line, deadlines) {
        Health::Not(trouble) => return Outcome::NotPrinted(trouble),
        Health::Ready { paper_low } => (true, paper_low),
        Health::Silent => (false, false),
    };
    line.forget();
    let mut going = Going {
        line,
        deadlines,
        until: later(deadlines.whole),
        slow_at: Some(later(deadlines.slow)),
        slow,
        has_left: false,
    };
    if let Err(trouble) = going.send_all(job) {
        let trouble = if answers { going.why(trouble) } else { trouble };
        return if going.has_left {
            Outcome::Perhaps(trouble)
        } else {
            Outcome::NotPrinted(trouble)
        };
    }
    if !answers {
        return Outcome::Printed {
            confirmed: false,
            paper_low,
        };
    }
    match going.wait_until_done() {
        Ok(()) => Outcome::Printed {
            confirmed: true,
            paper_low,
        },
        Err(trouble) => Outcome::Perhaps(trouble),
    }
}

/// A job whose bytes are leaving.
struct Going<'a> {
    line: Line,
    deadlines: &'a Deadlines,
    until: Instant,
    slow_at: Option<Instant>,
    slow: &'a dyn Fn(),
    has_left: bool,
}

impl Going<'_> {
    fn send_all(&mut self, job: &Job) -> Result<(), Trouble> {
        self.send(escpos::BEGIN)?;
        if job.kick {
            self.send(escpos::KICK)?;
        }
        for band in escpos::bands(&job.picture) {
            self.send(&band)?;
            self.say_if_slow();
        }
        self.send(escpos::END)?;
        if self.line.talks_back {
            self.send(escpos::ALL_DONE)?;
        }
        Ok(())
    }

    fn send(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let (step, sent) = self.line.send(bytes, self.deadlines.quiet, self.until);
        self.has_left |= sent > 0;
        match step {
            Step::Done => Ok(()),
            Step::TooLate => Err(Trouble::Stuck),
            Step::Broken => Err(Trouble::CutOff),
        }
    }

    /// The printer answers the question behind the last dot; meanwhile it is asked what keeps it.
    fn wait_until_done(&mut self) -> Result<(), Trouble> {
        loop {
            let pause = later(self.deadlines.answer).min(self.until);
            match self.line.receive(escpos::is_done, pause) {
                Ok(_) => return Ok(()),
                Err(Step::Broken) => return Err(Trouble::CutOff),
                Err(Step::Done | Step::TooLate) => {}
            }
            self.say_if_slow();
            match self.reason() {
                // The roll may end with the last line: what was asked for is on paper then.
                Some(trouble) => {
                    return match self.line.receive(escpos::is_done, Instant::now()) {
                        Ok(_) => Ok(()),
                        Err(_) => Err(trouble),
                    };
                }
                None if Instant::now() >= self.until => return Err(Trouble::Stuck),
                None => {}
            }
        }
    }

    /// What the printer itself gives as the reason, if it still speaks.
    fn why(&mut self, trouble: Trouble) -> Trouble {
        if trouble == Trouble::CutOff {
            return trouble;
        }
        self.reason().unwrap_or(trouble)
    }

    fn reason(&mut self) -> Option<Trouble> {
        match health(&mut self.line, self.deadlines) {
            Health::Not(trouble) => Some(trouble),
            Health::Ready { .. } | Health::Silent => None,
        }
    }

    fn say_if_slow(&mut self) {
        if self.slow_at.is_some_and(|at| Instant::now() >= at) {
            self.slow_at = None;
            (self.slow)();
        }
    }
}

fn health(line: &mut Line, deadlines: &Deadlines) -> Health {
    if !line.talks_back {
        return Health::Silent;
    }
    let mut ask = |question: &[u8]| {
        let until = later(deadlines.answer);
        match line.send(question, deadlines.answer, until) {
            (Step::Done, _) => line.receive(escpos::is_status, until),
            (Step::TooLate, _) => Err(Step::TooLate),
            (Step::Broken, _) => Err(Step::Broken),
        }
    };
    let printer = match ask(escpos::ASK_PRINTER) {
        Ok(byte) => byte,
        Err(Step::Broken) => return Health::Not(Trouble::NotReached),
        Err(Step::TooLate | Step::Done) => return Health::Silent,
    };
    // Nothing here is guessed from a question that was not answered.
    let paper = ask(escpos::ASK_PAPER).ok();
    if paper.is_some_and(escpos::is_out_of_paper) {
        return Health::Not(Trouble::OutOfPaper);
    }
    if escpos::is_offline(printer) {
        return Health::Not(match ask(escpos::ASK_OFFLINE) {
            Ok(cause) if escpos::is_cover_open(cause) => Trouble::CoverOpen,
            Ok(cause) if escpos::has_fault(cause) => Trouble::Fault,
            Ok(_) | Err(_) => Trouble::Offline,
        });
    }
    Health::Ready {
        paper_low: paper.is_some_and(escpos::is_paper_low),
    }
}

fn later(after: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(after).unwrap_or(now)
}
