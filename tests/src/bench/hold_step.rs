//! From the press of the button to the outcome on the disk and on the screen, on the real engine; against two durable
//! commits of the same rows and one exchange of the same bytes, in bare rusqlite and reqwest.

use super::bare::Bare;
use super::{Measured, answering, rounds};
use crate::engine::{Engine, Start};
use crate::ports::{Switch, Wiring};
use contract::{ActionId, Command, CustomerState, ProfileName, TillView};
use domain::{OurRef, SaleState};
use holdfast_shell::ports::SystemClock;
use ledger::{Reader, StoredRecord};
use secrecy::SecretString;
use secrets::{Entry, Keyring};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use till::ProviderSettings;

const MOBILE: &str = "9876543210";
const WARM_UP: usize = 20;

pub fn measure() -> Measured {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let base_url = format!("http://{}", answering::start());
    let ours = runtime.block_on(Ours::start(folder.path(), &base_url));
    // One step of ours shows what the rows are; the floor writes the same.
    runtime.block_on(ours.step());
    let mut bare = Bare::new(&folder.path().join("floor"), &base_url, &ours.last_events());
    runtime.block_on(ours.clear());
    let rounds = rounds(400) + WARM_UP;
    let mut pairs = Vec::new();
    for round in 0..rounds {
        let pair = if round % 2 == 0 {
            let first = runtime.block_on(ours.step());
            let events = ours.last_events();
            (first, bare.step(&events))
        } else {
            let events = ours.last_events();
            let first = bare.step(&events);
            (runtime.block_on(ours.step()), first)
        };
        pairs.push(pair);
        runtime.block_on(ours.clear());
    }
    Measured::of_times(&pairs[WARM_UP..], 1)
}

struct Ours {
    engine: Engine,
    ledger: PathBuf,
}

impl Ours {
    async fn start(folder: &Path, base_url: &str) -> Ours {
        let ledger = folder.join("ours").join("ledger.sqlite");
        let keyring = Keyring::in_memory();
        let salt_key = SecretString::from("a-salt-key-of-the-bench");
        keyring.set(Entry::SaltKey, salt_key).await.unwrap();
        let engine = Engine::start(Start {
            ledger: &ledger,
            clock: Arc::new(SystemClock::new()),
            wiring: Wiring {
                store: ProviderSettings {
                    profile: ProfileName::Uat,
                    base_url: base_url.to_owned(),
                    merchant_id: "HOLDFASTTRAINING".to_owned(),
                    salt_index: 1,
                    device_id: None,
                    callback_url: None,
                },
                deadlines: None,
                keyring,
                switch: Arc::new(Switch::default()),
            },
            expiry_minutes: 60,
            reads_suggest: false,
        });
        let ours = Ours { engine, ledger };
        ours.engine.handle.settle().await;
        ours.link().await;
        ours
    }

    async fn link(&self) {
        self.mobile().await;
        self.until(|view| view.customer.state == CustomerState::OtpAsked)
            .await;
        self.act(Command::OtpSubmit {
            text: "12345".to_owned(),
        })
        .await;
        self.until(|view| view.customer.state == CustomerState::Linked)
            .await;
    }

    /// Arms the button, and then times the press.
    async fn step(&self) -> Duration {
        self.act(Command::NewSale).await;
        self.act(Command::AmountSet {
            text: "600".to_owned(),
        })
        .await;
        self.mobile().await;
        let armed = self.until(|view| view.button.action_id.is_some()).await;
        let action_id: ActionId = armed.button.action_id.clone().unwrap();
        let began = Instant::now();
        self.act(Command::Press { action_id }).await;
        self.until(|view| {
            view.sale
                .as_ref()
                .is_some_and(|sale| sale.state == SaleState::Held)
        })
        .await;
        began.elapsed()
    }

    /// Gives the hold back, so that no round has more open sales than the one before.
    async fn clear(&self) {
        self.act(Command::ReleaseReview).await;
        let action_id = self.view().review.clone().unwrap().action_id;
        self.act(Command::ReleaseConfirm { action_id }).await;
        self.until(|view| {
            view.sale
                .as_ref()
                .is_some_and(|sale| sale.state == SaleState::Released)
        })
        .await;
        self.engine.handle.settle().await;
    }

    /// The intent and the reply of the last hold.
    fn last_events(&self) -> Vec<StoredRecord> {
        let our_ref: OurRef = self.view().sale.clone().unwrap().our_ref.parse().unwrap();
        let mut events = Reader::open(&self.ledger).unwrap().events_of(&our_ref).unwrap();
        events.truncate(2);
        events
    }

    async fn mobile(&self) {
        self.act(Command::MobileSubmit {
            text: MOBILE.to_owned(),
        })
        .await;
    }

    async fn act(&self, command: Command) {
        self.engine.handle.act(command).await.unwrap();
    }

    fn view(&self) -> Arc<TillView> {
        self.engine.handle.views().borrow().clone()
    }

    async fn until(&self, is_so: impl Fn(&TillView) -> bool) -> Arc<TillView> {
        let mut views = self.engine.handle.views();
        let seen = tokio::time::timeout(Duration::from_secs(30), views.wait_for(|view| is_so(view))).await;
        seen.expect("the step ends").unwrap().clone()
    }
}
