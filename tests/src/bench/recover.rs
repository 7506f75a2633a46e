//! A start with a thousand open questions, up to the moment at which the first look leaves, against a start with none, up
//! to the moment at which a request could leave: ledger open and checked, PhonePe's client made. Same engine, same disk,
//! same keyring and the real client; PhonePe is the simulator in this process.

use super::{Measured, rounds, said, years};
use crate::engine::{Engine, Start};
use crate::ports::{HandClock, Switch, Wiring};
use contract::{BooksState, ProfileName};
use ledger::Ledger;
use secrecy::SecretString;
use secrets::{Entry, Keyring};
use simulator::{Options, Simulator};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use till::ProviderSettings;
use tokio::runtime::Runtime;

const OPEN_QUESTIONS: usize = 1_000;

pub fn measure() -> Measured {
    let stage = Stage::set(said("HOLDFAST_BENCH_OPEN").unwrap_or(OPEN_QUESTIONS));
    // Once each before it counts: certificates and code are then in memory for both.
    stage.first_look();
    stage.ready();
    let pairs: Vec<(Duration, Duration)> = (0..rounds(15))
        .map(|round| {
            if round.is_multiple_of(2) {
                let ours = stage.first_look();
                (ours, stage.ready())
            } else {
                let floor = stage.ready();
                (stage.first_look(), floor)
            }
        })
        .collect();
    Measured::of_times(&pairs, 1)
}

struct Stage {
    runtime: Runtime,
    simulator: Simulator,
    keyring: Keyring,
    folder: TempDir,
}

impl Stage {
    fn set(open_questions: usize) -> Stage {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let simulator = runtime.block_on(Simulator::start(Options::training())).unwrap();
        let keyring = Keyring::in_memory();
        let salt_key = SecretString::from(Options::training().salt_key);
        keyring.set_blocking(Entry::SaltKey, salt_key).unwrap();
        let folder = tempfile::tempdir().unwrap();
        for (name, count) in [("asked", open_questions), ("empty", 0)] {
            let ledger = Ledger::open(&folder.path().join(name).join("ledger.sqlite"), "uat").unwrap();
            ledger.append_all(years::open_questions(count)).unwrap();
        }
        Stage {
            runtime,
            simulator,
            keyring,
            folder,
        }
    }

    /// From the start to the first look that is handed to the network.
    fn first_look(&self) -> Duration {
        let switch = Arc::new(Switch::default());
        let home = self.home_with("asked");
        let began = Instant::now();
        let engine = self.start(&home, &switch);
        let sent = self.runtime.block_on(switch.first_sent());
        let took = sent.duration_since(began);
        engine.cut();
        took
    }

    /// From the start to the moment at which nothing stands between a request and the network.
    fn ready(&self) -> Duration {
        let home = self.home_with("empty");
        let began = Instant::now();
        let engine = self.start(&home, &Arc::new(Switch::default()));
        let mut views = engine.handle.views();
        let is_ready = views.wait_for(|view| {
            view.lamps.books == BooksState::InOrder && view.settings.salt_key_present == Some(true)
        });
        drop(self.runtime.block_on(is_ready).unwrap());
        let took = began.elapsed();
        engine.cut();
        took
    }

    /// A copy, because a start writes. It is on the disk before the clock runs.
    fn home_with(&self, name: &str) -> TempDir {
        let home = tempfile::tempdir_in(self.folder.path()).unwrap();
        make_private(home.path());
        let ledger = home.path().join("ledger.sqlite");
        std::fs::copy(self.folder.path().join(name).join("ledger.sqlite"), &ledger).unwrap();
        std::fs::File::open(&ledger).unwrap().sync_all().unwrap();
        home
    }

    fn start(&self, home: &TempDir, switch: &Arc<Switch>) -> Engine {
        Engine::start(Start {
            ledger: &home.path().join("ledger.sqlite"),
            clock: Arc::new(HandClock::of(&self.simulator)),
            wiring: self.wiring(switch),
            expiry_minutes: 60,
            reads_suggest: false,
        })
    }

    fn wiring(&self, switch: &Arc<Switch>) -> Wiring {
        let options = Options::training();
        Wiring {
            store: ProviderSettings {
                profile: ProfileName::Uat,
                base_url: self.simulator.base_url(),
                merchant_id: options.merchant_id,
                salt_index: options.salt_index,
                device_id: None,
                callback_url: None,
            },
            deadlines: None,
            keyring: self.keyring.clone(),
            switch: switch.clone(),
        }
    }
}

fn make_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).unwrap();
}
