//! The engine on its own thread: everything that it is plugged together from.

mod chosen;

use crate::backups::Backups;
use crate::books::{self, Verdict};
use crate::catalogue;
use crate::hook::{self, Way};
use crate::ports::{Connector, Line, PaperPrinter, Safe, SafePins, SafeVault, SystemChance, SystemClock};
use crate::speech;
use crate::training::Playground;
use crate::updates::AptLists;
use chosen::{Chosen, choose, config};
use contract::{BooksState, ErrorCode, ProfileName, TillView, UiError};
use ledger::Ledger;
use secrets::Keyring;
use simulator::Steering;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use till::{
    BooksTrouble, Clock, Home, News, OpenBooks, Parts, StoreSettings, Till, TillHandle, profile_name,
};
use tokio::sync::{broadcast, watch};
use url::Url;

/// The running till, as the window's commands reach it.
pub struct Running {
    pub till: TillHandle,
    pub home: Home,
    pub profile: ProfileName,
    pub ledger_path: PathBuf,
    /// `None` when it cannot be used.
    pub ledger: Mutex<Option<Ledger>>,
    /// Held while the ledger is being opened again.
    pub reopening: tokio::sync::Mutex<()>,
    pub clock: Arc<SystemClock>,
    /// The page that stands for the customer's phone; training only.
    pub phone_url: Option<Url>,
    /// The pretend PhonePe in the hands of the lessons; training only.
    pub steering: Option<Steering>,
    pub top_up_hosts: Vec<String>,
    /// Where PhonePe's page would return to; the top-up window closes there.
    pub return_url: Option<Url>,
    /// What is searched on every key.
    pub catalogue: catalogue::Held,
    pub safe: Arc<Safe>,
    pub verdict: watch::Receiver<Verdict>,
    pub settle: watch::Sender<Verdict>,
    /// Told when a page begins to be shown views.
    pub shown: mpsc::Sender<()>,
    /// Hangs up when this goes: the thread of the daily backups ends then.
    pub _backups: mpsc::Sender<()>,
}

impl Running {
    /// Whoever has not signed in sees nobody's sales and writes no file, however he asks. The engine's view says who is here.
    ///
    /// # Errors
    /// [`ErrorCode::TillLocked`].
    pub fn signed_in(&self) -> Result<(), UiError> {
        if self.till.views().borrow().staff.locked {
            return Err(ErrorCode::TillLocked.into());
        }
        Ok(())
    }
}

/// The check of a long ledger is heavy, and on a small machine it would draw out the first picture that somebody waits for.
/// It begins this long after the page is there, and in any case after so long.
const FIRST_PICTURE: Duration = Duration::from_millis(250);
const PAGE_WAIT: Duration = Duration::from_millis(1_500);
/// The first look comes this long after the start, when the till is busy with nothing else.
const BACKUP_EVERY: Duration = Duration::from_secs(60);

/// How far the engine is.
#[derive(Clone)]
pub enum Standing {
    Starting,
    Running(Arc<Running>),
    Ended,
}

/// Set to `Running` when the engine stands; whoever sets it to `Ended` ends it.
pub type Slot = watch::Sender<Standing>;

/// Where the engine starts.
pub struct Ground {
    pub home: Home,
    /// Whether there is a desktop whose keyring can be asked.
    pub session_bus: bool,
    /// Why the home cannot be used at all: the till then opens only to say so.
    pub trouble: Option<String>,
}

/// Starts the engine's thread and returns at once. The receiver hears nothing, and hangs up when the engine has ended.
///
/// # Errors
/// When the system gives no thread.
pub fn start(ground: Ground, slot: Slot) -> io::Result<Receiver<()>> {
    let (alive, ended) = mpsc::channel();
    thread::Builder::new().name("till".to_owned()).spawn(move || {
        let _alive: mpsc::Sender<()> = alive;
        if let Err(error) = live(ground, &slot) {
            tracing::error!(%error, "the engine could not go on");
        }
        slot.send_replace(Standing::Ended);
    })?;
    Ok(ended)
}

fn live(ground: Ground, slot: &Slot) -> io::Result<()> {
    let (session_bus, (home, chosen)) = (ground.session_bus, choose(ground));
    let Chosen {
        settings,
        profile,
        line,
        playground,
    } = chosen;
    let ledger_path = home.ledger_file(profile);
    let dir = home.root().join(profile_name(profile));
    let config = config(&settings, profile, &line, home.preferences());
    let safe = Arc::new(match &line {
        Line::Training(_) => Safe::of_training(keyring(&settings, profile), &dir, session_bus),
        Line::Store(_) => Safe::of_a_store(keyring(&settings, profile)),
        Line::Nobody(_) => Safe::of_training(keyring(&settings, profile), &dir, false),
    });
    let has_place = !matches!(line, Line::Nobody(_));
    let opened = match &line {
        Line::Nobody(why) => Err(BooksTrouble::Unusable(why.clone())),
        Line::Training(_) | Line::Store(_) => books::open(&ledger_path, profile_name(profile)),
    };
    let ledger = opened.as_ref().ok().cloned();
    let books = opened.map_or_else(OpenBooks::Closed, |ledger| OpenBooks::Open(Box::new(ledger)));
    let (anchors, waiting) = mpsc::channel();
    let (settle, verdict) = watch::channel(Verdict::Open);
    let clock = Arc::new(SystemClock::new());
    let parts = Parts {
        connect: Arc::new(Connector::new(line, settings.clone(), safe.clone(), anchors)),
        vault: Arc::new(SafeVault::new(safe.clone(), verdict.clone())),
        pins: Arc::new(SafePins::new(safe.clone())),
        clock: clock.clone(),
        shelf: Arc::new(home.clone()),
        packages: Arc::new(AptLists::default()),
        printer: Arc::new(PaperPrinter::start(ledger_path.clone(), slot.subscribe())?),
    };
    let engine = Till::new(config, clock.clone(), Arc::new(SystemChance), books);
    let (till, turning) = till::run(lend_tray(engine, has_place.then_some(&home), profile), parts);
    let ((backups, until), (shown, page)) = (mpsc::channel(), mpsc::channel());
    let (programs, to_back_up) = (Programs::of(&settings, &till), Backups::beside(&ledger_path));
    let to_check = ledger.is_some().then(|| ledger_path.clone());
    let running = Running {
        till,
        home,
        profile,
        ledger_path,
        ledger: Mutex::new(ledger),
        reopening: tokio::sync::Mutex::new(()),
        clock,
        phone_url: playground.as_ref().and_then(phone_url),
        steering: playground.as_ref().map(steering),
        top_up_hosts: settings.top_up_hosts,
        catalogue: catalogue::Held::default(),
        return_url: settings
            .provider
            .and_then(|provider| Url::parse(&provider.callback_url?).ok()),
        safe,
        verdict,
        settle: settle.clone(),
        shown,
        _backups: backups,
    };
    slot.send_replace(Standing::Running(Arc::new(running)));
    catalogue::read_beside(slot)?;
    if let Some(path) = to_check {
        check_beside(path, page, waiting, settle, slot.subscribe())?;
    }
    back_up_beside(to_back_up, until, slot.subscribe())?;
    programs.start(&dir, slot)?;
    turn(turning)
}

/// The engine's loop, on this thread until it ends.
fn turn(turning: impl Future<Output = ()>) -> io::Result<()> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(turning);
    Ok(())
}

/// The programs and the address that the store's settings name, and what they listen to.
struct Programs {
    speak_with: Vec<String>,
    hook: Way,
    views: watch::Receiver<Arc<TillView>>,
    news: broadcast::Receiver<News>,
}

impl Programs {
    fn of(settings: &StoreSettings, till: &TillHandle) -> Programs {
        Programs {
            speak_with: settings.speak_with.clone(),
            hook: Way::of(settings),
            views: till.views(),
            news: till.news(),
        }
    }

    fn start(self, dir: &Path, slot: &Slot) -> io::Result<()> {
        speech::speak_beside(self.speak_with, self.views, slot.subscribe())?;
        hook::tell_beside(self.hook, dir, self.news, slot.subscribe())
    }
}

/// Parked bills last beyond this run where the profile has a folder.
fn lend_tray(mut till: Till, home: Option<&Home>, profile: ProfileName) -> Till {
    match home.map(|home| home.tray(profile)) {
        Some(Ok(tray)) => till.keep_bills_in(Box::new(tray)),
        Some(Err(why)) => tracing::error!(%why, "bills cannot be parked beyond this run"),
        None => {}
    }
    till
}

/// The check walks the whole chain, on its own thread. It holds no handle of its own: while it waits for a keyring, the
/// engine must be able to end.
fn check_beside(
    path: PathBuf,
    page: Receiver<()>,
    anchors: Receiver<books::Anchor>,
    settle: watch::Sender<Verdict>,
    slot: watch::Receiver<Standing>,
) -> io::Result<()> {
    thread::Builder::new().name("books".to_owned()).spawn(move || {
        let ended = || matches!(*slot.borrow(), Standing::Ended);
        if page.recv_timeout(PAGE_WAIT).is_ok() {
            // Nothing more is awaited: only that the picture is drawn, or that the till ends.
            while page.recv_timeout(FIRST_PICTURE).is_ok() {}
        }
        if ended() {
            return;
        }
        books::check(&path, &anchors, &settle, |result| match &*slot.borrow() {
            Standing::Running(running) => running.till.books_checked(result),
            Standing::Starting | Standing::Ended => {}
        });
    })?;
    Ok(())
}

/// Looks each minute how full the disk is and whether the day's backup is there. Like the check it holds no handle of its own.
fn back_up_beside(
    mut backups: Backups,
    until: Receiver<()>,
    slot: watch::Receiver<Standing>,
) -> io::Result<()> {
    thread::Builder::new().name("backups".to_owned()).spawn(move || {
        while matches!(until.recv_timeout(BACKUP_EVERY), Err(RecvTimeoutError::Timeout)) {
            if let Standing::Running(running) = &*slot.borrow() {
                running.till.disk_seen(running.home.footprint(running.profile));
            }
            let Some(now_ms) = to_back_up_at_ms(&slot.borrow()) else {
                continue;
            };
            let Some(result) = backups.tend(now_ms) else {
                continue;
            };
            if let Standing::Running(running) = &*slot.borrow() {
                running.till.backed_up(result);
            }
        }
    })?;
    Ok(())
}

/// The moment, when the books are open and nothing speaks against them: a doctored ledger pushes no good backup out.
fn to_back_up_at_ms(standing: &Standing) -> Option<i64> {
    let Standing::Running(running) = standing else {
        return None;
    };
    let in_order = running.till.views().borrow().lamps.books == BooksState::InOrder;
    let is_broken = *running.verdict.borrow() == Verdict::Broken;
    (in_order && !is_broken).then(|| running.clock.now().wall_ms)
}

fn steering(playground: &Playground) -> Steering {
    Steering::clone(playground.simulator())
}

fn phone_url(playground: &Playground) -> Option<Url> {
    Url::parse(&playground.simulator().phone_url()).ok()
}

fn keyring(settings: &StoreSettings, profile: ProfileName) -> Keyring {
    Keyring::system(&settings.installation, profile_name(profile))
}

/// Asking a bus that is not there costs nothing; asking one that does not answer costs the first seconds of a lesson.
#[must_use]
pub fn has_session_bus() -> bool {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let usual =
        std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| PathBuf::from(dir).join("bus").exists());
    cfg!(not(target_os = "linux")) || named || usual
}
