//! The engine on its own thread: everything that it is plugged together from.

use crate::books::{self, Verdict};
use crate::ports::{Connector, Line, Safe, SafeVault, SystemChance, SystemClock, TrainingLine};
use crate::training::Playground;
use contract::ProfileName;
use secrecy::ExposeSecret;
use secrets::Keyring;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use till::{BooksTrouble, Config, Home, OpenBooks, Parts, StoreSettings, Till, TillHandle, profile_name};
use tokio::sync::watch;
use url::Url;

/// The running till, as the window's commands reach it.
pub struct Running {
    pub till: TillHandle,
    pub home: Home,
    pub profile: ProfileName,
    pub ledger_path: PathBuf,
    pub clock: Arc<SystemClock>,
    /// The page that stands for the customer's phone; training only.
    pub phone_url: Option<Url>,
    pub top_up_hosts: Vec<String>,
    /// Where PhonePe's page would return to; the top-up window closes there.
    pub return_url: Option<Url>,
    pub safe: Arc<Safe>,
    pub verdict: watch::Receiver<Verdict>,
}

/// Filled when the engine stands; emptied to end it.
pub type Slot = watch::Sender<Option<Arc<Running>>>;

/// Starts the engine's thread and returns at once. The receiver hears nothing, and hangs up when the engine has ended.
///
/// `session_bus`: whether there is a desktop whose keyring can be asked.
///
/// # Errors
/// When the system gives no thread.
pub fn start(home: Home, slot: Slot, session_bus: bool) -> io::Result<Receiver<()>> {
    let (alive, ended) = mpsc::channel();
    thread::Builder::new().name("till".to_owned()).spawn(move || {
        let _alive: mpsc::Sender<()> = alive;
        if let Err(error) = live(home, &slot, session_bus) {
            tracing::error!(%error, "the engine could not start");
        }
    })?;
    Ok(ended)
}

fn live(home: Home, slot: &Slot, session_bus: bool) -> io::Result<()> {
    let Chosen { settings, profile, line, playground } = choose(&home);
    let dir = home.profile_dir(profile)?;
    let ledger_path = home.ledger_path(profile)?;
    let phone_url = playground.as_ref().and_then(|playground| Url::parse(&playground.simulator().phone_url()).ok());
    let config = config(&settings, profile, &line);
    let safe = Arc::new(match &line {
        Line::Training(_) | Line::Nobody(_) => {
            Safe::of_training(keyring(&settings, profile), &dir, session_bus)
        }
        Line::Store(_) => Safe::of_a_store(keyring(&settings, profile)),
    });
    let open = match &line {
        Line::Nobody(why) => OpenBooks::Closed(BooksTrouble::CannotOpen(why.clone())),
        Line::Training(_) | Line::Store(_) => books::open(&ledger_path, profile_name(profile)),
    };
    let is_open = matches!(open, OpenBooks::Open(_));
    let (anchors, waiting) = mpsc::channel();
    let (settle, verdict) = watch::channel(Verdict::Open);
    let clock = Arc::new(SystemClock::new());
    let parts = Parts {
        connect: Arc::new(Connector::new(line, settings.clone(), safe.clone(), anchors)),
        vault: Arc::new(SafeVault::new(safe.clone(), verdict.clone())),
        clock: clock.clone(),
    };
    let (till, turning) = till::run(Till::new(config, clock.clone(), Arc::new(SystemChance), open), parts);
    let running = Running {
        till: till.clone(),
        home,
        profile,
        ledger_path: ledger_path.clone(),
        clock,
        phone_url,
        top_up_hosts: settings.top_up_hosts.clone(),
        return_url: settings.provider.and_then(|provider| Url::parse(&provider.callback_url?).ok()),
        safe,
        verdict,
    };
    slot.send_replace(Some(Arc::new(running)));
    if is_open {
        check_beside(ledger_path, waiting, settle, till)?;
    } else {
        drop(till);
    }
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(turning);
    Ok(())
}

/// The check walks the whole chain: on its own thread, and holding no handle that would keep the engine alive.
fn check_beside(
    path: PathBuf,
    anchors: Receiver<books::Anchor>,
    settle: watch::Sender<Verdict>,
    till: TillHandle,
) -> io::Result<()> {
    thread::Builder::new().name("books".to_owned()).spawn(move || {
        books::check(&path, &anchors, &settle, |result| till.books_checked(result));
    })?;
    Ok(())
}

/// Settings and what follows from them. The playground has to outlive the engine.
struct Chosen {
    settings: StoreSettings,
    profile: ProfileName,
    line: Line,
    playground: Option<Playground>,
}

fn choose(home: &Home) -> Chosen {
    let settings = match home.settings(new_installation) {
        Ok(settings) => settings,
        Err(error) => {
            // Guessing a profile could turn a store into a playground without a word.
            tracing::error!(%error, "the settings cannot be used");
            let line = Line::Nobody(error.to_string());
            return Chosen { settings: StoreSettings::default(), profile: ProfileName::Training, line, playground: None };
        }
    };
    let store = settings.provider.clone().filter(|store| store.profile != ProfileName::Training);
    if let Some(store) = store {
        let profile = store.profile;
        return Chosen { settings, profile, line: Line::Store(store), playground: None };
    }
    let profile = ProfileName::Training;
    match home.profile_dir(profile).and_then(|dir| Playground::start(&dir)) {
        Ok(playground) => {
            let line = Line::Training(TrainingLine::new(playground.simulator()));
            Chosen { settings, profile, line, playground: Some(playground) }
        }
        Err(error) => {
            tracing::error!(%error, "the simulator could not start");
            Chosen { settings, profile, line: Line::Nobody(error.to_string()), playground: None }
        }
    }
}

fn config(settings: &StoreSettings, profile: ProfileName, line: &Line) -> Config {
    let (base_url, merchant_id, salt_index) = match line {
        Line::Training(training) => {
            let options = simulator::Options::training();
            (training.base_url().to_owned(), options.merchant_id, options.salt_index)
        }
        Line::Store(store) => (store.base_url.clone(), store.merchant_id.clone(), store.salt_index),
        Line::Nobody(_) => (String::new(), String::new(), 0),
    };
    Config {
        profile,
        counter: settings.counter.clone(),
        cashier: "Cashier".to_owned(),
        shift: 1,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        base_url,
        merchant_id,
        salt_index,
        expiry_minutes: settings.expiry_minutes,
        reads_suggest: settings.reads_suggest,
        top_up_hosts: settings.top_up_hosts.clone(),
    }
}

fn keyring(settings: &StoreSettings, profile: ProfileName) -> Keyring {
    Keyring::system(&settings.installation, profile_name(profile))
}

/// Names the keyring's entries; no secret, but two homes must never get the same.
fn new_installation() -> String {
    secrets::random_hex(16).map_or_else(|_| std::process::abort(), |hex| hex.expose_secret().to_owned())
}

/// Asking a bus that is not there costs nothing; asking one that does not answer costs the first seconds of a lesson.
#[must_use]
pub fn has_session_bus() -> bool {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    let usual = std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|dir| PathBuf::from(dir).join("bus").exists());
    cfg!(not(target_os = "linux")) || named || usual
}
