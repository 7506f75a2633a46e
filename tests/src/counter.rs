//! One counter of a shop: its home on disk, its keyring, PhonePe beside it, and the engine in between.

use crate::detour::Detour;
use crate::engine::{Engine, Start};
use crate::ports::{HandClock, Switch, Wiring};
use contract::{Accepted, Command, ErrorCode, ProfileName, TillView, UiError};
use domain::{Ask, Meaning, OurRef, Paise};
use phonepe::Deadlines;
use secrecy::SecretString;
use secrets::{Entry, Keyring};
use simulator::{Options, OtpRules, Simulator};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use till::{Clock, Connect, ProviderSettings, TillHandle};

/// Longer than anything here takes on a busy machine; a test that gets there has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a counter is set up.
#[derive(Clone)]
pub struct Plan {
    /// Another address than the simulator's.
    pub base_url: Option<String>,
    /// Another salt key than the simulator knows.
    pub salt_key: Option<String>,
    pub deadlines: Option<Deadlines>,
    pub expiry_minutes: u32,
    pub reads_suggest: bool,
    /// PhonePe's books stand on disk, so that they outlive PhonePe.
    pub keeps_books: bool,
    /// Another keyring than one in memory. It is for the test to have put the salt key there.
    pub keyring: Option<Keyring>,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            base_url: None,
            salt_key: None,
            deadlines: None,
            expiry_minutes: 60,
            reads_suggest: false,
            keeps_books: true,
            keyring: None,
        }
    }
}

impl Plan {
    /// For replies that never come: nobody waits twenty seconds for them here.
    pub fn impatient() -> Plan {
        let deadlines = Deadlines {
            total: Duration::from_secs(2),
            ..Deadlines::default()
        };
        Plan {
            deadlines: Some(deadlines),
            ..Plan::default()
        }
    }
}

pub struct Counter {
    /// First, so that it has ended before its home is removed.
    engine: Option<Engine>,
    pub simulator: Simulator,
    pub keyring: Keyring,
    pub switch: Arc<Switch>,
    home: TempDir,
    wiring: Wiring,
    plan: Plan,
    clock: HandClock,
    /// PhonePe's side of a line that is unplugged and plugged in again.
    beyond: TempDir,
}

impl Counter {
    /// A counter that was provisioned as it should be, started and ready to take money.
    pub async fn open() -> Counter {
        Counter::with(Plan::default()).await
    }

    pub async fn with(plan: Plan) -> Counter {
        let mut counter = Counter::closed(plan).await;
        counter.start();
        counter.settle().await;
        counter
    }

    /// The same before the program was started.
    pub async fn closed(plan: Plan) -> Counter {
        let beyond = tempfile::tempdir().unwrap();
        let options = Options {
            state_file: plan.keeps_books.then(|| beyond.path().join("phonepe.json")),
            ..Options::training()
        };
        let simulator = Simulator::start(options.clone()).await.unwrap();
        simulator.freeze_clock();
        // One that is found in a file is then an OTP and not some port or count.
        simulator.set_otp_rules(OtpRules {
            digits: 8,
            ..OtpRules::default()
        });
        let keyring = match &plan.keyring {
            Some(keyring) => keyring.clone(),
            None => provisioned(plan.salt_key.clone().unwrap_or(options.salt_key)).await,
        };
        let switch = Arc::new(Switch::default());
        let wiring = Wiring {
            store: ProviderSettings {
                profile: ProfileName::Uat,
                base_url: plan.base_url.clone().unwrap_or_else(|| simulator.base_url()),
                merchant_id: options.merchant_id,
                salt_index: options.salt_index,
                device_id: None,
                callback_url: None,
            },
            deadlines: plan.deadlines,
            keyring: keyring.clone(),
            switch: switch.clone(),
        };
        let home = tempfile::tempdir().unwrap();
        let clock = HandClock::of(&simulator);
        Counter {
            engine: None,
            simulator,
            keyring,
            switch,
            home,
            wiring,
            plan,
            clock,
            beyond,
        }
    }

    /// Starts the program on what is in its home.
    pub fn start(&mut self) {
        assert!(self.engine.is_none(), "it runs already");
        self.engine = Some(Engine::start(Start {
            ledger: &self.ledger_path(),
            clock: Arc::new(self.clock.clone()),
            wiring: self.wiring.clone(),
            expiry_minutes: self.plan.expiry_minutes,
            reads_suggest: self.plan.reads_suggest,
        }));
    }

    /// A power cut: the program is gone, and what it had on the way with it.
    pub fn cut_power(&mut self) {
        self.engine.take().expect("it runs").cut();
    }

    /// The next start finds this keyring.
    pub fn change_keyring(&mut self, keyring: Keyring) {
        self.wiring.keyring = keyring.clone();
        self.keyring = keyring;
    }

    /// A power cut and a new start, with every look of the start answered.
    pub async fn restart(&mut self) {
        self.cut_power();
        self.start();
        self.settle().await;
    }

    /// Another counter of the merchant captures a hold of this one.
    pub async fn captured_elsewhere(&self, our_ref: &OurRef, amount_paise: i64) {
        self.asked_elsewhere(Ask::Capture {
            our_ref: our_ref.clone(),
            amount_paise: Paise::new(amount_paise),
        })
        .await;
    }

    /// Another counter of the merchant releases a hold of this one.
    pub async fn released_elsewhere(&self, our_ref: &OurRef) {
        let our_ref = our_ref.clone();
        self.asked_elsewhere(Ask::Cancel { our_ref }).await;
    }

    async fn asked_elsewhere(&self, ask: Ask) {
        let connected = self.wiring.connect().await.map_err(|_| "no keyring").unwrap();
        let heard = connected.provider.prepare(&ask).unwrap().going.await;
        assert!(matches!(heard.meaning, Meaning::Agreed(_)), "{heard:?}");
    }

    /// Nothing listens at PhonePe's address any more.
    pub async fn unplug(&self) {
        self.simulator.stop();
        in_time("end of the simulator", self.simulator.stopped()).await;
    }

    /// PhonePe answers again at the same address, with the books it had.
    pub async fn plug_in(&mut self) {
        let port = self
            .simulator
            .base_url()
            .rsplit_once(':')
            .unwrap()
            .1
            .parse()
            .unwrap();
        let options = Options {
            port,
            state_file: Some(self.beyond.path().join("phonepe.json")),
            ..Options::training()
        };
        self.simulator = Simulator::start(options).await.unwrap();
        self.simulator.freeze_clock();
        self.clock.follow(&self.simulator);
    }

    /// The next request of that call goes another way.
    pub async fn send_round(&self, call: domain::Call, detour: &Detour) {
        self.wiring.send_round(call, detour).await;
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn ledger_path(&self) -> PathBuf {
        self.home.path().join("uat").join("ledger.sqlite")
    }

    fn engine(&self) -> &Engine {
        self.engine.as_ref().expect("the program runs")
    }

    /// Another window on the same till.
    pub fn window(&self) -> TillHandle {
        self.engine().handle.clone()
    }

    /// What the window shows now.
    pub fn view(&self) -> Arc<TillView> {
        self.engine().handle.views().borrow().clone()
    }

    /// Gives a command and waits until nothing is on its way any more.
    ///
    /// # Errors
    /// The engine's refusal.
    pub async fn act(&self, command: Command) -> Result<Accepted, UiError> {
        let taken = self.send(command).await;
        self.settle().await;
        taken
    }

    /// Gives a command and waits for nothing but the engine's word that it was taken.
    ///
    /// # Errors
    /// The engine's refusal.
    pub async fn send(&self, command: Command) -> Result<Accepted, UiError> {
        in_time("an answer to a command", self.engine().handle.act(command)).await
    }

    /// Gives a command that must not be taken.
    pub async fn refused(&self, command: Command) -> ErrorCode {
        self.act(command).await.expect_err("it was taken").code
    }

    /// Waits until no answer is on its way; returns when the engine wants to be woken next.
    pub async fn settle(&self) -> Option<i64> {
        in_time("silence on the line", self.engine().handle.settle()).await
    }

    /// Waits, without moving the clock, for a view that is so.
    pub async fn until(&self, what: &str, is_so: impl Fn(&TillView) -> bool) -> Arc<TillView> {
        let mut views = self.engine().handle.views();
        let waiting = views.wait_for(|view| is_so(view));
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(view) => view.expect("the engine ended").clone(),
            Err(_) => panic!("never seen: {what}; last seen: {:#?}", self.view()),
        }
    }

    /// Lets time pass, from one thing that the engine waits for to the next, until a view is so; at most `for_ms`.
    pub async fn time_until(
        &self,
        what: &str,
        for_ms: i64,
        is_so: impl Fn(&TillView) -> bool,
    ) -> Arc<TillView> {
        let end_ms = self.clock.now().wall_ms + for_ms;
        loop {
            let wake_ms = self.settle().await;
            let view = self.view();
            if is_so(&view) {
                return view;
            }
            let now_ms = self.clock.now().wall_ms;
            let next_ms =
                wake_ms.unwrap_or_else(|| panic!("nothing is scheduled, and never seen: {what}; {view:#?}"));
            assert!(
                next_ms > now_ms,
                "the engine wants to be woken at once, again and again: {view:#?}"
            );
            assert!(
                next_ms <= end_ms,
                "not seen within {for_ms} ms: {what}; {view:#?}"
            );
            self.pass_ms(next_ms - now_ms);
            in_time("late effect", self.simulator.late_effects_came()).await;
        }
    }

    /// Somebody sets the till's wall clock. PhonePe's stays right.
    pub fn set_clock_by(&self, by_ms: i64) {
        self.clock.set_by(by_ms);
    }

    /// Moves both sides' clock, without telling the engine.
    pub fn pass_ms(&self, ms: i64) {
        self.simulator.advance_clock_ms(u64::try_from(ms).unwrap());
    }

    /// Moves the clock in one step and lets the engine do what is due.
    pub async fn sleep_ms(&self, ms: i64) {
        self.pass_ms(ms);
        in_time("late effect", self.simulator.late_effects_came()).await;
        self.settle().await;
    }
}

async fn provisioned(salt_key: String) -> Keyring {
    let keyring = Keyring::in_memory();
    let salt_key = SecretString::from(salt_key);
    keyring.set(Entry::SaltKey, salt_key).await.unwrap();
    keyring
}

/// # Panics
/// When it takes longer than anything here may.
pub async fn in_time<T>(what: &str, going: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, going).await {
        Ok(done) => done,
        Err(_) => panic!("no {what} within {PATIENCE:?}"),
    }
}
