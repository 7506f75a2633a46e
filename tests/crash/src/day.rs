//! The program that is taken down: one counter from its start to the end of a part of the day.

mod cashier;
mod complaints;
mod evening;
mod phone;
mod plugs;
mod script;

use crate::Said;
use cashier::{Cashier, Trouble};
use contract::ProfileName;
use ledger::{Head, Ledger, LedgerError};
use phone::Phone;
use plugs::{DayClock, Line, NoStaff, PocketVault, SpokenBooks, SystemChance};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use till::{BooksTrouble, Config, Home, OpenBooks, Parts, Till};

/// The till takes no money and says why: an ordinary end when the disk fails.
pub const STOPPED: u8 = 3;

/// Longer than any part takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// A part of the day. Each is a run of the program on the home that the one before left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first start: home, settings and ledger are made. It ends without closing anything, so that every write of
    /// it is of one thread and the next start finds what a fall leaves.
    Making,
    /// The first customer is linked.
    Opening,
    /// Sales of every kind, the log moved into the file, a backup, and one more sale.
    Morning,
    /// Lost replies, refusals, two holds at once, a backup, an expiry.
    Afternoon,
    /// A shift with its Z, refunds, many holds at once, and the books compared with PhonePe's.
    Evening,
    /// After a fall: nothing new, only looks, until every sale is settled.
    Recovery,
}

impl Part {
    pub const DAY: [Part; 5] = [
        Part::Making,
        Part::Opening,
        Part::Morning,
        Part::Afternoon,
        Part::Evening,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Part::Making => "making",
            Part::Opening => "opening",
            Part::Morning => "morning",
            Part::Afternoon => "afternoon",
            Part::Evening => "evening",
            Part::Recovery => "recovery",
        }
    }

    pub fn named(name: &str) -> Option<Part> {
        let all = Part::DAY.into_iter().chain([Part::Recovery]);
        all.into_iter().find(|part| part.name() == name)
    }
}

/// How a run is started.
pub struct Options {
    pub home: PathBuf,
    pub phonepe: String,
    /// Where the ledger ended for whoever read the last run's output.
    pub anchor: Option<Head>,
    pub part: Part,
}

impl Options {
    /// From `--home DIR --phonepe URL [--anchor SEQ:HASH] PART`.
    pub fn read(mut words: impl Iterator<Item = String>) -> Option<Options> {
        let (mut home, mut phonepe, mut anchor, mut part) = (None, None, None, None);
        while let Some(word) = words.next() {
            match word.as_str() {
                "--home" => home = Some(PathBuf::from(words.next()?)),
                "--phonepe" => phonepe = words.next(),
                "--anchor" => anchor = Some(Head::from_line(&words.next()?)?),
                name => part = Some(Part::named(name)?),
            }
        }
        Some(Options {
            home: home?,
            phonepe: phonepe?,
            anchor,
            part: part?,
        })
    }

    /// The words that [`Options::read`] reads.
    pub fn words(&self) -> Vec<String> {
        let mut words = vec!["--home".to_owned(), self.home.display().to_string()];
        words.extend(["--phonepe".to_owned(), self.phonepe.clone()]);
        if let Some(anchor) = &self.anchor {
            words.extend(["--anchor".to_owned(), anchor.to_line()]);
        }
        words.push(self.part.name().to_owned());
        words
    }
}

/// Where the ledger of a home stands.
pub fn ledger_path(home: &Path) -> PathBuf {
    Home::at(home).ledger_file(ProfileName::Uat)
}

/// Where the backups of a home stand.
pub fn backups_path(home: &Path) -> PathBuf {
    home.join("backups")
}

/// Plays one part to its end.
pub fn play(options: &Options) -> ExitCode {
    complaints::listen();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let living = async { tokio::time::timeout(PATIENCE, live(options)).await };
    let hung = || Err(Trouble::Wrong("the part did not come to an end".to_owned()));
    match runtime.block_on(living).unwrap_or_else(|_| hung()) {
        Ok(()) => {
            Said::Done.say();
            ExitCode::SUCCESS
        }
        Err(Trouble::Stopped(notice)) => {
            Said::Stopped(notice).say();
            ExitCode::from(STOPPED)
        }
        Err(Trouble::Wrong(what)) => {
            Said::Wrong(what).say();
            ExitCode::FAILURE
        }
    }
}

async fn live(options: &Options) -> Result<(), Trouble> {
    let clock = DayClock::default();
    let phone = Phone::new(&options.phonepe);
    clock.set(phone.stop_clock().await);
    let (ledger, books) = match open(options) {
        Ok(ledger) if options.part == Part::Making => {
            Said::Found(ledger.head().unwrap()).say();
            std::mem::forget(ledger);
            return Ok(());
        }
        Ok(ledger) => {
            Said::Found(ledger.head().unwrap()).say();
            let books = OpenBooks::Open(Box::new(SpokenBooks(ledger.clone())));
            (Some(ledger), books)
        }
        Err(trouble) => (None, OpenBooks::Closed(trouble)),
    };
    let parts = Parts {
        connect: Arc::new(Line {
            base_url: options.phonepe.clone(),
        }),
        vault: Arc::new(PocketVault::default()),
        pins: Arc::new(NoStaff),
        clock: Arc::new(clock.clone()),
        shelf: Arc::new(Home::at(&options.home)),
        packages: Arc::new(NoPackages),
        printer: Arc::new(NoPrinter),
    };
    let till = Till::new(
        config(options),
        Arc::new(clock.clone()),
        Arc::new(SystemChance),
        books,
    );
    let (handle, going) = till::run(till, parts);
    let engine = tokio::spawn(going);
    if ledger.is_some() {
        handle.books_checked(check(options));
    }
    let cashier = Cashier {
        handle,
        phone,
        clock,
        ledger,
        home: options.home.clone(),
    };
    let played = script::play(&cashier, options.part).await;
    let ended = match played {
        Err(Trouble::Stopped(_)) => Err(cashier.takes_no_money().await),
        other => other,
    };
    drop(cashier);
    // The engine ends with its last handle, and the ledger with the engine.
    engine.await.unwrap();
    ended
}

/// As the shell does it: the home, its settings, the ledger of the profile.
fn open(options: &Options) -> Result<Ledger, BooksTrouble> {
    let unusable = |why: std::io::Error| BooksTrouble::CannotOpen(why.to_string());
    let home = Home::open(&options.home).map_err(unusable)?;
    home.settings(|| "installation-of-the-day".to_owned())
        .map_err(unusable)?;
    let path = home.ledger_path(ProfileName::Uat).map_err(unusable)?;
    Ledger::open(&path, till::profile_name(ProfileName::Uat)).map_err(|why| trouble_of(&why))
}

fn check(options: &Options) -> Result<(), BooksTrouble> {
    match ledger::verify(&ledger_path(&options.home), options.anchor.as_ref()) {
        Ok(found) if found.holds() => Ok(()),
        Ok(found) => {
            Said::Wrong(format!("the ledger does not prove itself: {found:?}")).say();
            Err(BooksTrouble::Tampered(format!("{found:?}")))
        }
        Err(why) => Err(trouble_of(&why)),
    }
}

fn trouble_of(why: &LedgerError) -> BooksTrouble {
    let said = why.to_string();
    if let LedgerError::Damaged(_) = why {
        BooksTrouble::Damaged(said)
    } else {
        BooksTrouble::CannotOpen(said)
    }
}

fn config(options: &Options) -> Config {
    let training = simulator::Options::training();
    Config {
        profile: ProfileName::Uat,
        counter: "2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 14,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        base_url: options.phonepe.clone(),
        merchant_id: training.merchant_id,
        salt_index: training.salt_index,
        expiry_minutes: 60,
        reads_suggest: false,
        top_up_hosts: Vec::new(),
        preferences: contract::PreferencesView::default(),
    }
}

/// A day without package lists, and without paper.
struct NoPackages;

impl till::Packages for NoPackages {
    fn look(&self) -> till::Going<till::UpdateAnswer> {
        Box::pin(async { till::UpdateAnswer::NoApt })
    }
}

struct NoPrinter;

impl till::Printer for NoPrinter {
    fn print(&self, _: till::PaperOrder) -> till::Going<till::Printed> {
        Box::pin(async { till::Printed::Not(contract::PrinterTrouble::NotReached) })
    }

    fn use_address(&self, _: String) {}
}
