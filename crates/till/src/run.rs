//! The loop: one thread, one queue. It carries the engine's effects out and feeds their answers back.

mod handle;

pub use handle::TillHandle;

use crate::catalogue::{ReadCatalogue, StagedCatalogue};
use crate::display::DisplayStanding;
use crate::health::EngineHealth;
use crate::home::Footprint;
use crate::inputs::{BooksTrouble, Effect, Input, Tag};
use crate::news::{HookStanding, News};
use crate::paper::{Printed, PrinterStands};
use crate::ports::{Books, Clock, Connect, Packages, Printer, Shelf, Vault, VaultTrouble};
use crate::reconcile::ComparedFile;
use crate::staff::{PinTrouble, Pins};
use crate::state::Till;
use crate::updates::UpdateAnswer;
use contract::{Accepted, Command, CustomerDisplayView, TillView, UiError};
use domain::Heard;
use secrecy::SecretString;
use std::sync::{Arc, Weak};
use tokio::sync::{broadcast, mpsc, oneshot, watch};

/// Enough for whoever tells customers and is busy with a slow program.
const NEWS_KEPT_MAX: usize = 256;

type Answer = oneshot::Sender<Result<Accepted, UiError>>;

/// What the loop needs beside the engine.
pub struct Parts {
    pub connect: Arc<dyn Connect>,
    pub vault: Arc<dyn Vault>,
    pub pins: Arc<dyn Pins>,
    pub clock: Arc<dyn Clock>,
    pub shelf: Arc<dyn Shelf>,
    pub packages: Arc<dyn Packages>,
    pub printer: Arc<dyn Printer>,
}

enum Message {
    Command(Command, Answer),
    BooksChecked(Result<(), BooksTrouble>),
    BooksOpened(Result<Box<dyn Books>, BooksTrouble>, Answer),
    SettlementCompared(ComparedFile, Answer),
    CatalogueRead(Result<ReadCatalogue, String>),
    CatalogueChanged(StagedCatalogue, Answer),
    BackedUp(Result<i64, String>),
    DiskSeen(Footprint),
    Health(oneshot::Sender<EngineHealth>),
    TopUpUrl(oneshot::Sender<Option<String>>),
    Heard(Tag, Heard),
    SecretRead(Tag, Result<Option<SecretString>, VaultTrouble>),
    SecretWritten(Result<(), VaultTrouble>),
    Connected(Result<crate::ports::Connected, crate::ports::NotReady>),
    PinChecked(Tag, Result<bool, PinTrouble>),
    PinHashed(Tag, Result<String, PinTrouble>),
    PreferencesKept(Result<(), String>),
    Spoken(Result<(), String>),
    Hook(HookStanding),
    Display(DisplayStanding),
    UpdateAnswered(UpdateAnswer),
    Printed(Tag, Printed),
    PrinterStands(PrinterStands),
    Settle(oneshot::Sender<Option<i64>>),
}

/// Runs the engine until its last handle is dropped. The future is the loop: give it a thread of its own, because a
/// commit waits for the disk.
pub fn run(mut till: Till, parts: Parts) -> (TillHandle, impl Future<Output = ()> + Send + 'static) {
    let (queue, inbox) = mpsc::unbounded_channel();
    let (shown, view) = watch::channel(Arc::new(till.view()));
    let (displayed, display) = watch::channel(Arc::new(till.display_view()));
    let news = Arc::new(broadcast::channel(NEWS_KEPT_MAX).0);
    let handle = TillHandle {
        queue: queue.clone(),
        view,
        display,
        news: news.clone(),
    };
    let weak = queue.downgrade();
    drop(queue);
    let going = Loop {
        parts,
        weak,
        shown,
        displayed,
        news: Arc::downgrade(&news),
        under_way: 0,
        settling: Vec::new(),
    }
    .turn(till, inbox);
    (handle, going)
}

struct Loop {
    parts: Parts,
    /// Weak, so that answers on their way do not keep the engine alive after the last handle is gone.
    weak: mpsc::WeakUnboundedSender<Message>,
    shown: watch::Sender<Arc<TillView>>,
    displayed: watch::Sender<Arc<CustomerDisplayView>>,
    /// Weak like the queue: it closes with the last handle.
    news: Weak<broadcast::Sender<News>>,
    /// Effects whose answer has not come back.
    under_way: usize,
    settling: Vec<oneshot::Sender<Option<i64>>>,
}

impl Loop {
    async fn turn(mut self, mut till: Till, mut inbox: mpsc::UnboundedReceiver<Message>) {
        self.carry_out(till.first_effects());
        loop {
            let message = match self.until_wake(&till) {
                None => inbox.recv().await,
                Some(wait) => match tokio::time::timeout(wait, inbox.recv()).await {
                    Ok(message) => message,
                    Err(_) => {
                        self.take(&mut till, Input::Tick, None);
                        continue;
                    }
                },
            };
            let Some(message) = message else { return };
            self.hear(&mut till, message);
            if self.under_way == 0 {
                for settled in self.settling.drain(..) {
                    let _ = settled.send(till.next_wake_at_ms());
                }
            }
        }
    }

    fn hear(&mut self, till: &mut Till, message: Message) {
        match message {
            Message::TopUpUrl(answer) => {
                let _ = answer.send(till.openable_top_up_url());
            }
            Message::Health(answer) => {
                let _ = answer.send(till.health());
            }
            Message::DiskSeen(footprint) => self.take(till, Input::DiskSeen(footprint), None),
            Message::Command(command, answer) => self.take(till, Input::Command(command), Some(answer)),
            Message::BooksChecked(result) => self.take(till, Input::BooksChecked(result), None),
            Message::BooksOpened(opened, answer) => {
                self.take(till, Input::BooksOpened(opened), Some(answer));
            }
            Message::SettlementCompared(compared, answer) => {
                self.take(till, Input::SettlementCompared(compared), Some(answer));
            }
            Message::CatalogueRead(read) => self.take(till, Input::CatalogueRead(read), None),
            Message::CatalogueChanged(staged, answer) => {
                self.take(till, Input::CatalogueChanged(staged), Some(answer));
            }
            Message::BackedUp(result) => self.take(till, Input::BackedUp(result), None),
            Message::Heard(tag, heard) => self.take_answer(till, Input::Heard(tag, heard)),
            Message::SecretRead(tag, found) => self.take_answer(till, Input::SecretRead(tag, found)),
            Message::SecretWritten(result) => self.take_answer(till, Input::SecretWritten(result)),
            Message::Connected(result) => self.take_answer(till, Input::Connected(result)),
            Message::PinChecked(tag, result) => self.take_answer(till, Input::PinChecked(tag, result)),
            Message::PinHashed(tag, result) => self.take_answer(till, Input::PinHashed(tag, result)),
            Message::PreferencesKept(result) => self.take_answer(till, Input::PreferencesKept(result)),
            Message::Hook(standing) => self.take(till, Input::Hook(standing), None),
            Message::Display(standing) => self.take(till, Input::Display(standing), None),
            Message::UpdateAnswered(answer) => self.take_answer(till, Input::UpdateAnswered(answer)),
            Message::Spoken(result) => self.take(till, Input::Spoken(result), None),
            Message::Printed(tag, printed) => self.take_answer(till, Input::Printed(tag, printed)),
            Message::PrinterStands(stands) => self.take(till, Input::PrinterStands(stands), None),
            Message::Settle(settled) => {
                self.take(till, Input::Tick, None);
                self.settling.push(settled);
            }
        }
    }

    fn take_answer(&mut self, till: &mut Till, answer: Input) {
        self.under_way = self.under_way.saturating_sub(1);
        self.take(till, answer, None);
    }

    fn take(&mut self, till: &mut Till, input: Input, answer: Option<Answer>) {
        let (answered, effects) = till.hear(input);
        // The request goes out before the picture does: a cashier can wait for a frame, a customer not for PhonePe.
        self.carry_out(effects);
        self.show(till);
        for news in till.take_news() {
            if let Some(channel) = self.news.upgrade() {
                // Nobody has to listen.
                let _ = channel.send(news);
            }
        }
        if let (Some(answer), Some(answered)) = (answer, answered) {
            let _ = answer.send(answered);
        }
    }

    fn show(&self, till: &mut Till) {
        let mut view = till.view();
        let before = self.shown.borrow().clone();
        let (revision, now_ms) = (view.revision, view.now_ms);
        (view.revision, view.now_ms) = (before.revision, before.now_ms);
        if view != *before {
            (view.revision, view.now_ms) = (revision, now_ms);
            self.shown.send_replace(Arc::new(view));
        }
        let display = till.display_view();
        if display != **self.displayed.borrow() {
            self.displayed.send_replace(Arc::new(display));
        }
    }

    fn until_wake(&self, till: &Till) -> Option<std::time::Duration> {
        let at_ms = till.next_wake_at_ms()?;
        let wait_ms = at_ms.saturating_sub(self.parts.clock.wall_ms());
        Some(std::time::Duration::from_millis(
            u64::try_from(wait_ms).unwrap_or(0),
        ))
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        self.under_way = self.under_way.saturating_add(effects.len());
        for effect in effects {
            let back = self.weak.clone();
            match effect {
                Effect::Send(tag, prepared) => {
                    tokio::spawn(async move {
                        let heard = prepared.going.await;
                        reply(&back, Message::Heard(tag, heard));
                    });
                }
                Effect::ReadSecret(tag, entry) => {
                    let going = self.parts.vault.read(entry);
                    tokio::spawn(async move { reply(&back, Message::SecretRead(tag, going.await)) });
                }
                Effect::WriteSecret(entry, secret) => {
                    let going = self.parts.vault.write(entry, secret);
                    tokio::spawn(async move { reply(&back, Message::SecretWritten(going.await)) });
                }
                Effect::DeleteSecret(entry) => {
                    let going = self.parts.vault.delete(entry);
                    tokio::spawn(async move { reply(&back, Message::SecretWritten(going.await)) });
                }
                Effect::CheckPin(tag, pin, phc) => {
                    let going = self.parts.pins.check(pin, phc);
                    tokio::spawn(async move { reply(&back, Message::PinChecked(tag, going.await)) });
                }
                Effect::HashPin(tag, pin) => {
                    let going = self.parts.pins.hash(pin);
                    tokio::spawn(async move { reply(&back, Message::PinHashed(tag, going.await)) });
                }
                Effect::KeepPreferences(preferences) => {
                    let going = self.parts.shelf.keep(preferences);
                    tokio::spawn(async move { reply(&back, Message::PreferencesKept(going.await)) });
                }
                Effect::AskForUpdate => {
                    let going = self.parts.packages.look();
                    tokio::spawn(async move { reply(&back, Message::UpdateAnswered(going.await)) });
                }
                Effect::Print(tag, order) => {
                    let going = self.parts.printer.print(*order);
                    tokio::spawn(async move { reply(&back, Message::Printed(tag, going.await)) });
                }
                Effect::UsePrinter(address) => {
                    self.under_way = self.under_way.saturating_sub(1);
                    self.parts.printer.use_address(address);
                }
                Effect::Connect => {
                    let going = self.parts.connect.connect();
                    tokio::spawn(async move { reply(&back, Message::Connected(going.await)) });
                }
            }
        }
    }
}

fn reply(back: &mpsc::WeakUnboundedSender<Message>, message: Message) {
    if let Some(queue) = back.upgrade() {
        let _ = queue.send(message);
    }
}
