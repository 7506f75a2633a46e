//! What stands behind the engine's ports here: the shell's own plugs, but for the clock, which is the simulator's, so that
//! both sides always agree on the time; and a switch that holds requests back.

use crate::detour::Detour;
use contract::Preferences;
use domain::{Ask, Call, Moment};
use holdfast_shell::ports::{Connector, Line, PhonePe, Safe, device_headers};
use phonepe::{Client, Deadlines, Profile, Settings};
use secrecy::ExposeSecret;
use secrets::{Entry, Keyring};
use simulator::Simulator;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use till::{
    Clock, Connect, Connected, Going, NotReady, Prepared, Provider, ProviderSettings, Shelf, StoreSettings,
};
use tokio::sync::Notify;

/// The engine's clock is the simulator's: it stands still until a test moves it. The wall clock alone can be set wrong.
#[derive(Clone)]
pub struct HandClock {
    hands: Arc<Mutex<Simulator>>,
    wrong_by_ms: Arc<AtomicI64>,
}

impl HandClock {
    pub fn of(simulator: &Simulator) -> HandClock {
        HandClock {
            hands: Arc::new(Mutex::new(simulator.clone())),
            wrong_by_ms: Arc::default(),
        }
    }

    /// Somebody sets the machine's clock; no time passes by it.
    pub fn set_by(&self, by_ms: i64) {
        self.wrong_by_ms.fetch_add(by_ms, Ordering::SeqCst);
    }

    /// From now on this simulator's clock counts.
    pub fn follow(&self, simulator: &Simulator) {
        *self.hands.lock().unwrap() = simulator.clone();
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        let true_ms = self.hands.lock().unwrap().now_ms();
        Moment {
            wall_ms: true_ms + self.wrong_by_ms.load(Ordering::SeqCst),
            mono_ms: u64::try_from(true_ms).unwrap(),
            boot: "a boot of the tests".to_owned(),
        }
    }
}

/// Preferences last as long as the engine: what keeps them is tested with the home.
pub struct NoShelf;

impl Shelf for NoShelf {
    fn keep(&self, _: Preferences) -> Going<Result<(), String>> {
        Box::pin(async { Ok(()) })
    }
}

/// No package lists: what they say is tested with the shell.
pub struct NoPackages;

impl till::Packages for NoPackages {
    fn look(&self) -> Going<till::UpdateAnswer> {
        Box::pin(async { till::UpdateAnswer::NoApt })
    }
}

/// No paper: what prints is tested in the real window.
pub struct NoPrinter;

impl till::Printer for NoPrinter {
    fn print(&self, _: till::PaperOrder) -> Going<till::Printed> {
        Box::pin(async { till::Printed::Not(contract::PrinterTrouble::NotReached) })
    }

    fn use_address(&self, _: String) {}
}

/// What a test does to the requests of a counter.
#[derive(Default)]
pub struct Switch {
    held_back: AtomicBool,
    swallows: AtomicBool,
    swallowed: Notify,
    detour: Mutex<Option<(Call, Arc<dyn Provider>)>>,
}

impl Switch {
    /// From now on a request that is handed out never leaves: what a crash between commit and sending looks like.
    pub fn hold_back(&self, held_back: bool) {
        self.held_back.store(held_back, Ordering::SeqCst);
    }

    /// From now on a reply is read to its end, and the engine never hears of it: what a crash before the reply is saved
    /// looks like.
    pub fn swallow_replies(&self, swallows: bool) {
        self.swallows.store(swallows, Ordering::SeqCst);
    }

    /// Returns once a reply was swallowed.
    pub async fn has_swallowed(&self) {
        self.swallowed.notified().await;
    }

    /// Whom the next request of that call is prepared by instead; one request, and the rest go the usual way.
    fn detour_of(&self, call: Call) -> Option<Arc<dyn Provider>> {
        let mut detour = self.detour.lock().unwrap();
        let (_, provider) = detour.take_if(|(detoured, _)| *detoured == call)?;
        Some(provider)
    }
}

struct Switched {
    provider: Arc<dyn Provider>,
    switch: Arc<Switch>,
}

impl Provider for Switched {
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String> {
        let detour = self.switch.detour_of(ask.call());
        let provider = detour.as_ref().unwrap_or(&self.provider);
        let mut prepared = provider.prepare(ask)?;
        if self.switch.held_back.load(Ordering::SeqCst) {
            prepared.going = Box::pin(std::future::pending());
        } else if self.switch.swallows.load(Ordering::SeqCst) {
            let (reply, switch) = (prepared.going, self.switch.clone());
            prepared.going = Box::pin(async move {
                reply.await;
                switch.swallowed.notify_one();
                std::future::pending().await
            });
        }
        Ok(prepared)
    }
}

/// How a counter is provisioned, and the shell's own plugs made from it.
#[derive(Clone)]
pub struct Wiring {
    pub store: ProviderSettings,
    /// Others than the house's, for a test that waits for one.
    pub deadlines: Option<Deadlines>,
    pub keyring: Keyring,
    pub switch: Arc<Switch>,
}

impl Wiring {
    pub fn safe(&self) -> Arc<Safe> {
        Arc::new(Safe::of_a_store(self.keyring.clone()))
    }

    async fn make(&self) -> Result<Connected, NotReady> {
        let settings = StoreSettings {
            provider: Some(self.store.clone()),
            ..StoreSettings::default()
        };
        let (anchors, _) = mpsc::channel();
        let connector = Connector::new(Line::Store(self.store.clone()), settings, self.safe(), anchors);
        let mut connected = connector.connect().await?;
        if let Some(deadlines) = self.deadlines {
            let usual = Detour {
                base_url: self.store.base_url.clone(),
                deadlines,
            };
            connected.provider = self.provider(&usual, &connected.device_id).await;
        }
        connected.provider = Arc::new(Switched {
            provider: connected.provider,
            switch: self.switch.clone(),
        });
        Ok(connected)
    }

    /// From now on the next request of that call goes another way.
    pub async fn send_round(&self, call: Call, detour: &Detour) {
        let device_id = self.keyring.get(Entry::DeviceId).await.unwrap().unwrap();
        let provider = self.provider(detour, device_id.expose_secret()).await;
        *self.switch.detour.lock().unwrap() = Some((call, provider));
    }

    async fn provider(&self, way: &Detour, device_id: &str) -> Arc<dyn Provider> {
        let salt_key = self.keyring.get(Entry::SaltKey).await.unwrap().unwrap();
        let settings = Settings {
            profile: Profile::Uat,
            base_url: way.base_url.clone(),
            merchant_id: self.store.merchant_id.clone(),
            salt_index: self.store.salt_index,
            device_id: device_id.to_owned(),
            phonepe_version_code: Some(400_698),
            callback_url: None,
            headers: device_headers(&StoreSettings::default(), "0.1.0"),
        };
        Arc::new(PhonePe::new(
            Client::with_deadlines(settings, salt_key, way.deadlines).unwrap(),
        ))
    }
}

impl Connect for Wiring {
    fn connect(&self) -> Going<Result<Connected, NotReady>> {
        let wiring = self.clone();
        Box::pin(async move { wiring.make().await })
    }
}
