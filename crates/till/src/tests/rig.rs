use super::disks::{Mood, Shaky};
use crate::{
    Books, Chance, Clock, Config, Connected, Effect, Input, NotReady, OpenBooks, PaperOrder, Prepared,
    Provider, Tag, Till, VaultEntry, VaultTrouble,
};
use contract::{Command, ErrorCode, Preferences, PreferencesView, ProfileName, TillView, UiError};
use domain::{
    Answer, Ask, Balance, Call, Heard, Meaning, Moment, OurRef, Paise, RefusalKind, SaleState, UnknownWhy,
};
use ledger::Ledger;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The wall clock, and how far the monotonic one is ahead of it.
pub struct TestClock(pub AtomicI64, pub AtomicI64);

impl Clock for TestClock {
    fn now(&self) -> Moment {
        let wall_ms = self.0.load(Ordering::SeqCst);
        Moment {
            wall_ms,
            mono_ms: u64::try_from(wall_ms + self.1.load(Ordering::SeqCst)).unwrap(),
            boot: "test".to_owned(),
        }
    }
}

struct Counting(AtomicU64);

impl Chance for Counting {
    fn next_u128(&self) -> u128 {
        u128::from(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

/// Notes every request that was built; none ever leaves.
#[derive(Default)]
pub struct Scripted {
    pub asks: Mutex<Vec<Ask>>,
}

impl Provider for Scripted {
    fn prepare(&self, ask: &Ask) -> Result<Prepared, String> {
        let mut asks = self.asks.lock().unwrap();
        asks.push(ask.clone());
        Ok(Prepared {
            request_sha256: format!("request-{}", asks.len()),
            going: Box::pin(async { unreachable!("the rig answers itself") }),
        })
    }
}

pub struct Rig {
    pub till: Till,
    pub clock: Arc<TestClock>,
    pub provider: Arc<Scripted>,
    pub keyring: BTreeMap<String, String>,
    pub keyring_trouble: Option<VaultTrouble>,
    /// Requests handed out and not answered yet, oldest first.
    pub sent: Vec<(Tag, Call)>,
    pub connect_asked: u32,
    /// How often the package lists were asked; the tests answer themselves.
    pub updates_asked: u32,
    /// What was written, and what the disk says to it.
    pub preferences_kept: Vec<Preferences>,
    pub shelf: Result<(), String>,
    /// Papers that were ordered and of which nothing was said yet, oldest first; and the printers that were chosen.
    pub papers: Vec<(Tag, PaperOrder)>,
    pub printers: Vec<String>,
    /// PINs handed out to be checked or hashed, when they are not answered at once.
    pub pins: Vec<Effect>,
    pub pins_wait: bool,
    dir: TempDir,
}

impl Rig {
    pub fn new() -> Rig {
        let mut rig = Rig::unconnected();
        rig.connect();
        rig.hear(Input::BooksChecked(Ok(())));
        rig
    }

    pub fn unconnected() -> Rig {
        Rig::on(tempfile::tempdir().unwrap(), 1_700_000_000_000, BTreeMap::new())
    }

    fn on(dir: TempDir, now_ms: i64, keyring: BTreeMap<String, String>) -> Rig {
        std::fs::set_permissions(dir.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let ledger = Ledger::open(&dir.path().join("ledger.sqlite"), "training").unwrap();
        Rig::with_books(dir, now_ms, keyring, OpenBooks::Open(Box::new(ledger)))
    }

    pub fn with_books(dir: TempDir, now_ms: i64, keyring: BTreeMap<String, String>, books: OpenBooks) -> Rig {
        let clock = Arc::new(TestClock(AtomicI64::new(now_ms), AtomicI64::new(0)));
        let chance = Arc::new(Counting(AtomicU64::new(u64::try_from(now_ms).unwrap())));
        let mut till = Till::new(config(), clock.clone(), chance, books);
        let first = till.first_effects();
        let mut rig = Rig {
            till,
            clock,
            provider: Arc::new(Scripted::default()),
            keyring,
            keyring_trouble: None,
            sent: Vec::new(),
            connect_asked: 0,
            updates_asked: 0,
            preferences_kept: Vec::new(),
            shelf: Ok(()),
            papers: Vec::new(),
            printers: Vec::new(),
            pins: Vec::new(),
            pins_wait: false,
            dir,
        };
        rig.carry_out(first);
        rig
    }

    /// On a disk that fails when its mood says so, started and ready.
    pub fn shaky() -> (Rig, Arc<Mutex<Mood>>) {
        let dir = tempfile::tempdir().unwrap();
        std::fs::set_permissions(dir.path(), std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let mood = Arc::new(Mutex::new(Mood::Well));
        let books = Rig::open_shaky(dir.path(), &mood);
        let mut rig = Rig::with_books(dir, 1_700_000_000_000, BTreeMap::new(), OpenBooks::Open(books));
        rig.connect();
        rig.hear(Input::BooksChecked(Ok(())));
        (rig, mood)
    }

    fn open_shaky(dir: &std::path::Path, mood: &Arc<Mutex<Mood>>) -> Box<dyn Books> {
        Box::new(Shaky {
            ledger: Ledger::open(&dir.join("ledger.sqlite"), "training").unwrap(),
            mood: mood.clone(),
        })
    }

    /// What the shell does when a person tries again: it opens the ledger and says so.
    pub fn reopen(&mut self, mood: &Arc<Mutex<Mood>>) -> Result<(), UiError> {
        let books = Rig::open_shaky(self.dir.path(), mood);
        let (answer, effects) = self.till.hear(Input::BooksOpened(Ok(books)));
        self.carry_out(effects);
        answer.unwrap().map(drop)
    }

    /// The shell opened a ledger although the books are open.
    pub fn reopen_refused(&mut self) -> ErrorCode {
        let why = crate::BooksTrouble::CannotOpen("still open".to_owned());
        let (answer, effects) = self.till.hear(Input::BooksOpened(Err(why)));
        self.carry_out(effects);
        answer.unwrap().unwrap_err().code
    }

    /// The same restart, with something done to the closed ledger in between.
    pub fn restarted_after(self, change: impl FnOnce(&Ledger)) -> Rig {
        let now_ms = self.clock.now().wall_ms;
        let Rig {
            till, keyring, dir, ..
        } = self;
        drop(till);
        change(&Ledger::open(&dir.path().join("ledger.sqlite"), "training").unwrap());
        Rig::on(dir, now_ms, keyring)
    }

    pub fn ledger_path(&self) -> std::path::PathBuf {
        self.dir.path().join("ledger.sqlite")
    }

    /// The ledger as another program reads it.
    pub fn reader(&self) -> ledger::Reader {
        ledger::Reader::open(&self.ledger_path()).unwrap()
    }

    /// The sale as it is written.
    pub fn written(&self, our_ref: &OurRef) -> SaleState {
        self.reader().row(our_ref).unwrap().unwrap().sale.state
    }

    /// Ends the program as a kill would, some time later, and starts it again on the same ledger and keyring.
    pub fn restarted(self, after_ms: i64) -> Rig {
        let now_ms = self.clock.now().wall_ms + after_ms;
        let Rig {
            till, keyring, dir, ..
        } = self;
        drop(till);
        Rig::on(dir, now_ms, keyring)
    }

    pub fn connect(&mut self) {
        let connected = Connected {
            provider: self.provider.clone(),
            hmac_key: SecretString::from("hmac-key".to_owned()),
            device_id: "device-1".to_owned(),
            in_memory: false,
        };
        self.hear(Input::Connected(Ok(connected)));
    }

    pub fn refuse_to_connect(&mut self, why: NotReady) {
        self.hear(Input::Connected(Err(why)));
    }

    pub fn act(&mut self, command: Command) -> Result<(), UiError> {
        let (answer, effects) = self.till.hear(Input::Command(command));
        self.carry_out(effects);
        answer.unwrap().map(|_| ())
    }

    pub fn refused(&mut self, command: Command) -> ErrorCode {
        self.act(command).unwrap_err().code
    }

    pub fn hear(&mut self, input: Input) {
        let (_, effects) = self.till.hear(input);
        self.carry_out(effects);
    }

    /// Lets time pass up to each wish of the engine in turn.
    pub fn pass_ms(&mut self, span_ms: i64) {
        let end_ms = self.clock.now().wall_ms + span_ms;
        while let Some(wake_ms) = self.till.next_wake_at_ms().filter(|wake| *wake <= end_ms) {
            let now_ms = self.clock.now().wall_ms;
            self.clock.0.store(wake_ms.max(now_ms), Ordering::SeqCst);
            self.hear(Input::Tick);
            if self.till.next_wake_at_ms() == Some(wake_ms) {
                break;
            }
        }
        self.clock.0.store(end_ms, Ordering::SeqCst);
        self.hear(Input::Tick);
    }

    pub fn view(&mut self) -> TillView {
        self.till.view()
    }

    pub fn state(&mut self) -> SaleState {
        self.view().sale.expect("a sale on the screen").state
    }

    pub fn sale_ref(&mut self) -> OurRef {
        self.view().sale.unwrap().our_ref.parse().unwrap()
    }

    /// Answers the only request of this call that is on its way.
    pub fn reply(&mut self, call: Call, meaning: Meaning) {
        self.reply_coded(call, meaning, None);
    }

    pub fn reply_coded(&mut self, call: Call, meaning: Meaning, words: Option<&str>) {
        let at = self.sent.iter().position(|(_, sent)| *sent == call);
        let (tag, call) = self
            .sent
            .remove(at.unwrap_or_else(|| panic!("no {call:?} was sent: {:?}", self.sent)));
        let answered = !matches!(
            meaning,
            Meaning::NotSent(_) | Meaning::Unknown(UnknownWhy::TimedOut | UnknownWhy::ConnectionLost)
        );
        let heard = Heard {
            call,
            meaning,
            code: answered.then(|| "CODE".to_owned()),
            words: words.map(domain::ProviderText::received),
            http_status: answered.then_some(200),
            reply_sha256: answered.then(|| "00".to_owned()),
            took_ms: 120,
        };
        self.hear(Input::Heard(tag, heard));
    }

    /// How often a request of this call was built, ever.
    pub fn built(&self, call: Call) -> usize {
        self.provider
            .asks
            .lock()
            .unwrap()
            .iter()
            .filter(|ask| ask.call() == call)
            .count()
    }

    pub fn last_ask(&self, call: Call) -> Ask {
        self.provider
            .asks
            .lock()
            .unwrap()
            .iter()
            .rev()
            .find(|ask| ask.call() == call)
            .unwrap()
            .clone()
    }

    pub fn is_on_its_way(&self, call: Call) -> bool {
        self.sent.iter().any(|(_, sent)| *sent == call)
    }

    /// A linked customer with an amount in the cart and a Pay button that is armed.
    pub fn ready_to_pay(&mut self, rupees: &str) {
        self.act(Command::AmountSet {
            text: rupees.to_owned(),
        })
        .unwrap();
        self.link();
        self.reply(Call::Balance, enough());
    }

    pub fn link(&mut self) {
        self.act(Command::MobileSubmit {
            text: "98765 43210".to_owned(),
        })
        .unwrap();
        self.reply(
            Call::SendOtp,
            Meaning::Agreed(Answer::OtpSent {
                otp_token: secret("otp-token"),
            }),
        );
        self.act(Command::OtpSubmit {
            text: "12345".to_owned(),
        })
        .unwrap();
        self.reply(
            Call::VerifyOtp,
            Meaning::Agreed(Answer::Linked {
                token: secret("token-1"),
            }),
        );
    }

    pub fn press(&mut self) -> Result<(), UiError> {
        let action_id = self.view().button.action_id.expect("the button is armed");
        self.act(Command::Press { action_id })
    }

    pub fn held(&mut self, rupees: &str) {
        self.ready_to_pay(rupees);
        self.press().unwrap();
        self.reply(Call::Authorize, authorized());
        assert_eq!(self.state(), SaleState::Held);
    }

    pub fn capture(&mut self, rupees: &str) {
        self.act(Command::CaptureReview {
            amount_text: rupees.to_owned(),
        })
        .unwrap();
        let action_id = self.view().review.unwrap().action_id;
        self.act(Command::CaptureConfirm { action_id }).unwrap();
    }

    pub fn release(&mut self) {
        self.act(Command::ReleaseReview).unwrap();
        let action_id = self.view().review.unwrap().action_id;
        self.act(Command::ReleaseConfirm { action_id }).unwrap();
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(tag, prepared) => {
                    let nth: usize = prepared.request_sha256["request-".len()..].parse().unwrap();
                    let call = self.provider.asks.lock().unwrap()[nth - 1].call();
                    self.sent.push((tag, call));
                }
                Effect::ReadSecret(tag, entry) => {
                    let found = match self.keyring_trouble {
                        Some(trouble) => Err(trouble),
                        None => Ok(self.keyring.get(&name(&entry)).map(|kept| secret(kept))),
                    };
                    self.hear(Input::SecretRead(tag, found));
                }
                Effect::WriteSecret(entry, kept) => {
                    self.keyring.insert(name(&entry), kept.expose_secret().to_owned());
                    self.hear(Input::SecretWritten(Ok(())));
                }
                Effect::DeleteSecret(entry) => {
                    self.keyring.remove(&name(&entry));
                    self.hear(Input::SecretWritten(Ok(())));
                }
                effect @ (Effect::CheckPin(..) | Effect::HashPin(..)) => self.take_pin(effect),
                Effect::KeepPreferences(preferences) => {
                    self.preferences_kept.push(preferences);
                    let result = self.shelf.clone();
                    self.hear(Input::PreferencesKept(result));
                }
                Effect::Print(tag, order) => self.papers.push((tag, *order)),
                Effect::UsePrinter(address) => self.printers.push(address),
                Effect::AskForUpdate => self.updates_asked += 1,
                Effect::Connect => self.connect_asked += 1,
            }
        }
    }
}

pub fn record(fact: domain::Fact) -> domain::Record {
    domain::Record {
        at: Moment {
            wall_ms: 1_700_000_000_000,
            mono_ms: 1,
            boot: "test".to_owned(),
        },
        by: config().actor(),
        fact,
    }
}

pub fn secret(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

pub fn authorized() -> Meaning {
    Meaning::Agreed(Answer::Authorized { provider_ref: None })
}

pub fn timed_out() -> Meaning {
    Meaning::Unknown(UnknownWhy::TimedOut)
}

pub fn not_sent() -> Meaning {
    Meaning::NotSent("connection refused".to_owned())
}

pub fn refused(kind: RefusalKind) -> Meaning {
    Meaning::Refused(kind)
}

pub fn auth_state(state: &str) -> Meaning {
    Meaning::Agreed(Answer::AuthState {
        state: state.to_owned(),
        captured_paise: None,
        provider_ref: None,
    })
}

pub fn paid(paise: i64) -> Meaning {
    Meaning::Agreed(Answer::PaymentSuccess {
        amount_paise: Paise::new(paise),
        provider_ref: None,
    })
}

pub fn enough() -> Meaning {
    balance(500_000, Some(true), Some(true), None)
}

pub fn balance(paise: i64, debit: Option<bool>, topup: Option<bool>, words: Option<&str>) -> Meaning {
    Meaning::Agreed(Answer::Balance(Balance {
        usable_paise: Paise::new(paise),
        topup_max_paise: Some(Paise::new(1_000_000)),
        debit_possible: debit,
        topup_possible: topup,
        words: words.map(domain::ProviderText::received),
    }))
}

fn name(entry: &VaultEntry) -> String {
    format!("{entry:?}")
}

pub fn config() -> Config {
    Config {
        profile: ProfileName::Training,
        counter: "2".to_owned(),
        cashier: "Asha".to_owned(),
        shift: 14,
        version: "0.0.0".to_owned(),
        base_url: "http://127.0.0.1:1".to_owned(),
        merchant_id: "M".to_owned(),
        salt_index: 1,
        expiry_minutes: 60,
        reads_suggest: false,
        top_up_hosts: vec!["pay.test".to_owned()],
        preferences: PreferencesView::default(),
    }
}
