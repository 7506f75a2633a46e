//! Against the virtual printer: every trouble is told as what it is, and nothing is printed twice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests are blunt"
)]

use holdfast_virtual_printer::{Mood, Slip, VirtualPrinter};
use printer::{Address, Deadlines, Event, Job, JobId, Outcome, Picture, State, Trouble, Worker};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Long enough for a machine that is busy with something else; nothing is concluded from it but that it hangs.
const SOON: Duration = Duration::from_secs(20);
const ROWS: usize = 200;

fn deadlines() -> Deadlines {
    Deadlines {
        connect: Duration::from_secs(5),
        answer: Duration::from_millis(400),
        quiet: Duration::from_millis(500),
        slow: Duration::from_millis(100),
        whole: Duration::from_secs(3),
    }
}

fn job() -> Job {
    let rows = (0..72 * ROWS).map(|n| u8::try_from(n * 7 % 256).unwrap());
    Job {
        picture: Picture {
            width_bytes: 72,
            rows: rows.collect(),
        },
        kick: false,
    }
}

/// The dots, one by one, as they were drawn.
fn drawn() -> Vec<Vec<bool>> {
    let rows = job().picture.rows;
    rows.chunks(72)
        .map(|row| (0..576).map(|x| row[x / 8] >> (7 - x % 8) & 1 == 1).collect())
        .collect()
}

struct Desk {
    worker: Worker,
    events: Receiver<Event>,
}

impl Desk {
    fn at(address: &str) -> Desk {
        let (tell, events) = mpsc::channel();
        let worker = Worker::start(deadlines(), move |event| {
            let _ = tell.send(event);
        })
        .unwrap();
        assert!(worker.use_address(Some(Address::parse(address).unwrap())));
        Desk { worker, events }
    }

    fn next(&self) -> Event {
        self.events.recv_timeout(SOON).expect("the worker says something")
    }

    /// What came of a job, and whether it was called slow.
    fn printed(&self, number: u64) -> (Outcome, bool) {
        self.printed_of(number, job())
    }

    fn printed_of(&self, number: u64, job: Job) -> (Outcome, bool) {
        let id = JobId(number);
        assert!(self.worker.print(id, job));
        let mut slow = false;
        loop {
            match self.next() {
                Event::Ended(ended, outcome) if ended == id => return (outcome, slow),
                Event::Slow(of) if of == id => slow = true,
                Event::State(_) | Event::Ended(..) | Event::Slow(_) => {}
            }
        }
    }
}

fn stage(mood: Mood) -> (VirtualPrinter, Desk) {
    let printer = VirtualPrinter::start().unwrap();
    printer.set(mood);
    let desk = Desk::at(&printer.address());
    (printer, desk)
}

fn picture(slip: &Slip) -> &[Vec<bool>] {
    &slip.rows[..ROWS]
}

const CONFIRMED: Outcome = Outcome::Printed {
    confirmed: true,
    paper_low: false,
};

#[test]
fn what_arrives_is_dot_for_dot_what_was_drawn_and_is_cut_off_behind_it() {
    let (printer, desk) = stage(Mood::default());
    assert_eq!(desk.next(), Event::State(State::Ready { paper_low: false }));
    assert_eq!(desk.printed(1).0, CONFIRMED);
    let slips = printer.slips();
    assert_eq!(slips.len(), 1);
    assert_eq!(picture(&slips[0]), drawn());
    // Past the knife.
    assert_eq!(slips[0].rows.len(), ROWS + 120);
    assert!(!slips[0].kicked && slips[0].rows[ROWS..].iter().flatten().all(|dot| !dot));
    assert_eq!(printer.strange(), []);
}

#[test]
fn the_drawer_opens_only_when_it_was_asked_for() {
    let (printer, desk) = stage(Mood::default());
    let kicking = Job { kick: true, ..job() };
    assert_eq!(desk.printed_of(1, kicking).0, CONFIRMED);
    assert_eq!(desk.printed(2).0, CONFIRMED);
    let kicked: Vec<bool> = printer.slips().iter().map(|slip| slip.kicked).collect();
    assert_eq!(kicked, [true, false]);
}

#[test]
fn a_printer_that_cannot_print_says_why_and_gets_no_byte_of_the_job() {
    let paper_out = Mood {
        paper_out: true,
        ..Mood::default()
    };
    let cover_open = Mood {
        cover_open: true,
        ..Mood::default()
    };
    let offline = Mood {
        offline: true,
        ..Mood::default()
    };
    let fault = Mood {
        fault: true,
        ..Mood::default()
    };
    for (mood, trouble) in [
        (paper_out, Trouble::OutOfPaper),
        (cover_open, Trouble::CoverOpen),
        (offline, Trouble::Offline),
        (fault, Trouble::Fault),
    ] {
        let (printer, desk) = stage(mood);
        assert_eq!(desk.next(), Event::State(State::Trouble(trouble)));
        assert_eq!(desk.printed(1).0, Outcome::NotPrinted(trouble));
        // And as soon as that is mended, the next press prints.
        printer.set(Mood::default());
        assert_eq!(desk.printed(2).0, CONFIRMED, "{trouble:?}");
        assert_eq!(
            (printer.slips().len(), printer.torn_off().len()),
            (1, 0),
            "{trouble:?}"
        );
    }
}

#[test]
fn a_printer_that_nobody_answers_for_is_not_reached() {
    // Nobody listens on the port of `discard`.
    let desk = Desk::at("127.0.0.1:9");
    assert_eq!(desk.next(), Event::State(State::Trouble(Trouble::NotReached)));
    assert_eq!(desk.printed(1).0, Outcome::NotPrinted(Trouble::NotReached));
}

#[test]
fn paper_that_ends_in_the_middle_leaves_the_job_in_doubt() {
    let (printer, desk) = stage(Mood {
        paper_rows_left: Some(50),
        ..Mood::default()
    });
    assert_eq!(desk.printed(1).0, Outcome::Perhaps(Trouble::OutOfPaper));
    assert_eq!(printer.slips().len(), 1);
}

#[test]
fn a_line_that_is_cut_in_the_middle_leaves_the_job_in_doubt_and_is_not_tried_again() {
    let (printer, desk) = stage(Mood {
        cut_off_after: Some(6_000),
        ..Mood::default()
    });
    let (outcome, _) = desk.printed(1);
    assert_eq!(outcome, Outcome::Perhaps(Trouble::CutOff));
    assert_eq!(desk.next(), Event::State(State::Trouble(Trouble::CutOff)));
    // One look when it was set up, one job, and nothing by itself.
    assert_eq!((printer.calls(), printer.slips().len()), (2, 0));
    printer.set(Mood::default());
    assert_eq!(desk.printed(2).0, CONFIRMED);
    assert_eq!((printer.calls(), printer.slips().len()), (3, 1));
}

#[test]
fn a_printer_that_takes_no_more_bytes_does_not_hold_the_thread() {
    let (printer, desk) = stage(Mood {
        stuck_after: Some(4_000),
        ..Mood::default()
    });
    // More than any buffer between the two takes.
    let long = Job {
        picture: Picture {
            width_bytes: 72,
            rows: vec![0x55; 72 * 200_000],
        },
        kick: false,
    };
    assert_eq!(desk.printed_of(1, long).0, Outcome::Perhaps(Trouble::Stuck));
    assert!(printer.slips().is_empty());
    printer.set(Mood::default());
}

#[test]
fn a_printer_that_never_comes_to_the_end_is_stuck_and_called_slow_before() {
    let (printer, desk) = stage(Mood {
        never_done: true,
        ..Mood::default()
    });
    assert_eq!(desk.printed(1), (Outcome::Perhaps(Trouble::Stuck), true));
    assert_eq!(printer.slips().len(), 1);
}

#[test]
fn a_slow_printer_is_called_slow_and_prints_all_the_same() {
    let (printer, desk) = stage(Mood {
        slow: Some(Duration::from_millis(2)),
        ..Mood::default()
    });
    assert_eq!(desk.printed(1), (CONFIRMED, true));
    assert_eq!(picture(&printer.slips()[0]), drawn());
}

#[test]
fn a_printer_that_answers_no_question_is_believed_and_that_is_told() {
    let (printer, desk) = stage(Mood {
        mute: true,
        ..Mood::default()
    });
    let believed = Outcome::Printed {
        confirmed: false,
        paper_low: false,
    };
    assert_eq!(desk.printed(1).0, believed);
    assert_eq!(picture(&printer.wait_for(1, SOON)[0]), drawn());
}

#[test]
fn a_roll_near_its_end_is_told_with_the_paper() {
    let (_printer, desk) = stage(Mood {
        paper_low: true,
        ..Mood::default()
    });
    assert_eq!(desk.next(), Event::State(State::Ready { paper_low: true }));
    let printed = Outcome::Printed {
        confirmed: true,
        paper_low: true,
    };
    assert_eq!(desk.printed(1).0, printed);
}

#[test]
fn a_file_takes_the_same_bytes_and_answers_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.bin");
    let desk = Desk::at(path.to_str().unwrap());
    let believed = Outcome::Printed {
        confirmed: false,
        paper_low: false,
    };
    assert_eq!(desk.printed(1).0, believed);
    let once = std::fs::read(&path).unwrap();
    assert_eq!(desk.printed(2).0, believed);
    let twice = std::fs::read(&path).unwrap();
    assert_eq!(twice, [once.clone(), once.clone()].concat());
    assert!(once.starts_with(b"\x1b@\x1dv0") && once.ends_with(b"\x1dVB\x00"));
    let nowhere = folder.path().join("no/such/folder/paper.bin");
    let desk = Desk::at(nowhere.to_str().unwrap());
    assert_eq!(desk.printed(1).0, Outcome::NotPrinted(Trouble::NotReached));
}

#[test]
fn orders_beyond_what_a_counter_can_want_are_refused_at_once() {
    let (_printer, desk) = stage(Mood {
        never_done: true,
        ..Mood::default()
    });
    let taken = (0..20).filter(|n| desk.worker.print(JobId(*n), job())).count();
    assert!((8..=10).contains(&taken), "{taken}");
}

#[test]
fn without_a_printer_nothing_is_printed_and_nothing_waits() {
    let (tell, events) = mpsc::channel();
    let worker = Worker::start(deadlines(), move |event| {
        let _ = tell.send(event);
    })
    .unwrap();
    assert!(worker.use_address(None));
    assert_eq!(events.recv_timeout(SOON).unwrap(), Event::State(State::NotSetUp));
    assert!(worker.print(JobId(1), job()));
    assert_eq!(
        events.recv_timeout(SOON).unwrap(),
        Event::Ended(JobId(1), Outcome::NotPrinted(Trouble::NotReached))
    );
}
