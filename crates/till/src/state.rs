//! The engine's memory and its one entrance.

use crate::backup::Backup;
use crate::bills::Bills;
use crate::config::Config;
use crate::front::Front;
use crate::home::Footprint;
use crate::inputs::{BooksTrouble, Effect, Input, Tag};
use crate::lamps::Lamps;
use crate::lookups::Look;
use crate::news::News;
use crate::paper::PaperDesk;
use crate::ports::{Books, Chance, Clock, Connected, NotReady, Prepared, Provider};
use crate::preferences::Chosen;
use crate::queue::QueueDesk;
use crate::reconcile::ReconcileDesk;
use crate::refunds::Refunds;
use crate::settings::Check;
use crate::shift::ShiftDesk;
use crate::sound::Sounds;
use crate::staff::People;
use crate::steady::Steady;
use crate::updates::Updates;
use contract::{Accepted, ErrorCode, TillView, UiError, WhyCode};
use domain::{Actor, Ask, Call, Moment, OurRef, Record, RefundRef};
use ledger::{Head, HoldRow, Restored};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// The ledger, or why there is none.
pub enum OpenBooks {
    Open(Box<dyn Books>),
    Closed(BooksTrouble),
}

/// A question that is on its way.
pub(crate) enum Flight {
    /// A money call of a sale.
    Money(OurRef, Call),
    /// A status of a sale.
    Look(OurRef, Call),
    /// A refund of a sale.
    Refund(OurRef, RefundRef),
    /// The status of a refund.
    RefundLook(OurRef, RefundRef),
    SendOtp,
    VerifyOtp,
    Unlink,
    Balance(crate::wallet::BalanceKey),
    TopUp(u64),
    SettingsCheck,
    /// The keyring is asked for the customer's token.
    Token,
    /// A PIN is being checked or hashed.
    Pin,
}

/// The engine. It never waits: [`Till::hear`] takes one input and returns what is to be done.
pub struct Till {
    pub(crate) config: Config,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) connected: Option<Connected>,
    pub(crate) not_ready: Option<NotReady>,
    pub(crate) connect_due_at_ms: Option<i64>,
    pub(crate) books: OpenBooks,
    pub(crate) books_checked: bool,
    /// Facts that came before the chain was checked; written when it holds.
    pub(crate) waiting: Vec<Record>,
    /// The open sales were read from a ledger at least once: an empty strip then means that there are none.
    pub(crate) sales_read: bool,
    /// Sales that moved while nothing could be written: memory is ahead of the file.
    pub(crate) unwritten: BTreeSet<OurRef>,
    /// The ledger was put back from a backup, and nobody has read so yet.
    pub(crate) restored: Option<Restored>,
    pub(crate) backup: Backup,
    /// As it was last looked at.
    pub(crate) disk: Option<Footprint>,
    /// The chain's last event, as far as this program wrote or read it.
    pub(crate) head_seq: u64,
    pub(crate) anchored: Option<Head>,
    /// The chain's end when it was last asked for: at the start and at each anchoring.
    pub(crate) head_text: String,
    pub(crate) anchor_due_at_ms: Option<i64>,
    pub(crate) front: Front,
    pub(crate) people: People,
    /// Every sale that is not at an end or is watched, and the last few that are.
    pub(crate) sales: BTreeMap<OurRef, HoldRow>,
    pub(crate) ended: VecDeque<OurRef>,
    pub(crate) looks: BTreeMap<OurRef, Look>,
    pub(crate) refunds: Refunds,
    pub(crate) queue: QueueDesk,
    pub(crate) reconcile: ReconcileDesk,
    pub(crate) bills: Bills,
    /// Sales whose request had no reply when the program started; no new hold before each was looked up.
    pub(crate) recovering: BTreeSet<OurRef>,
    pub(crate) steady: Steady,
    pub(crate) flights: BTreeMap<Tag, Flight>,
    pub(crate) next_tag: u64,
    pub(crate) lamps: Lamps,
    pub(crate) check: Check,
    pub(crate) shift: ShiftDesk,
    pub(crate) chosen: Chosen,
    pub(crate) sounds: Sounds,
    /// What customers are to be told of, until it is taken.
    pub(crate) news: Vec<News>,
    pub(crate) paper: PaperDesk,
    pub(crate) updates: Updates,
    pub(crate) revision: u64,
    pub(crate) effects: Vec<Effect>,
}

/// How many ended sales stay in the strip.
const ENDED_KEPT_MAX: usize = 3;
const CONNECT_AGAIN_AFTER_MS: i64 = 3_000;

impl Till {
    #[must_use]
    pub fn new(config: Config, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>, books: OpenBooks) -> Till {
        let began = clock.now();
        let steady = Steady::since(began.clone());
        let shift = ShiftDesk::since(clock.wall_ms());
        let updates = Updates::since(clock.wall_ms());
        let chosen = Chosen::at_start(config.preferences.clone());
        let mut till = Till {
            config,
            clock,
            chance,
            connected: None,
            not_ready: None,
            connect_due_at_ms: None,
            books,
            books_checked: false,
            waiting: Vec::new(),
            sales_read: false,
            unwritten: BTreeSet::new(),
            restored: None,
            backup: Backup::default(),
            disk: None,
            head_seq: 0,
            anchored: None,
            head_text: String::new(),
            anchor_due_at_ms: None,
            front: Front::default(),
            people: People::since(began),
            sales: BTreeMap::new(),
            ended: VecDeque::new(),
            looks: BTreeMap::new(),
            refunds: Refunds::default(),
            queue: QueueDesk::default(),
            reconcile: ReconcileDesk::default(),
            bills: Bills::default(),
            recovering: BTreeSet::new(),
            steady,
            flights: BTreeMap::new(),
            next_tag: 1,
            lamps: Lamps::default(),
            check: Check::default(),
            shift,
            chosen,
            sounds: Sounds::default(),
            news: Vec::new(),
            paper: PaperDesk::default(),
            updates,
            revision: 0,
            effects: Vec::new(),
        };
        till.recover();
        till.effects.push(Effect::Connect);
        till.use_printer();
        till
    }

    /// Takes one input. The answer is a command's; other inputs have none.
    pub fn hear(&mut self, input: Input) -> (Option<Result<Accepted, UiError>>, Vec<Effect>) {
        self.follow_the_clock();
        let answered = match input {
            Input::Command(command) => Some(self.obey(command)),
            Input::BooksOpened(opened) => Some(self.reopen(opened)),
            Input::SettlementCompared(compared) => Some(self.take_settlement(compared)),
            Input::CatalogueChanged(staged) => Some(self.take_catalogue(staged)),
            news @ (Input::Heard(..)
            | Input::SecretRead(..)
            | Input::SecretWritten(_)
            | Input::Connected(_)
            | Input::BooksChecked(_)
            | Input::CatalogueRead(_)
            | Input::BackedUp(_)
            | Input::DiskSeen(_)
            | Input::PinChecked(..)
            | Input::PinHashed(..)
            | Input::PreferencesKept(_)
            | Input::Hook(_)
            | Input::Display(_)
            | Input::UpdateAnswered(_)
            | Input::Spoken(_)
            | Input::Printed(..)
            | Input::PrinterStands(_)
            | Input::Tick) => {
                self.hear_news(news);
                None
            }
        };
        let answer = answered.map(|taken| {
            taken.map(|()| Accepted {
                revision: self.revision.saturating_add(1),
            })
        });
        self.keep_going();
        self.listen();
        (answer, std::mem::take(&mut self.effects))
    }

    /// What nobody waits for an answer to.
    fn hear_news(&mut self, input: Input) {
        match input {
            Input::Heard(tag, heard) => self.in_front_of(tag, |till| till.hear_reply(tag, heard)),
            Input::SecretRead(tag, found) => self.in_front_of(tag, |till| till.hear_token(tag, found)),
            Input::SecretWritten(result) => self.lamps.keyring_answered(result.err()),
            Input::Connected(result) => self.hear_connected(result),
            Input::BooksChecked(result) => self.hear_books_checked(result),
            Input::CatalogueRead(read) => self.hear_catalogue(read),
            Input::BackedUp(result) => self.backup.note(result),
            Input::DiskSeen(footprint) => self.disk = Some(footprint),
            Input::PinChecked(tag, result) => self.hear_pin_checked(tag, result),
            Input::PinHashed(tag, result) => self.hear_pin_hashed(tag, result),
            Input::PreferencesKept(result) => self.hear_preferences_kept(result),
            Input::Hook(standing) => self.hear_hook(standing),
            Input::Display(standing) => self.hear_display(standing),
            Input::UpdateAnswered(answer) => self.hear_update(answer),
            Input::Spoken(result) => self.hear_spoken(result),
            Input::Printed(tag, printed) => self.hear_printed(tag, printed),
            Input::PrinterStands(stands) => self.hear_printer(stands),
            Input::Tick
            | Input::Command(_)
            | Input::BooksOpened(_)
            | Input::SettlementCompared(_)
            | Input::CatalogueChanged(_) => {}
        }
    }

    /// What [`Till::new`] wants done first.
    pub fn first_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// When the engine wants a [`Input::Tick`], if at all. Milliseconds since 1970.
    #[must_use]
    pub fn next_wake_at_ms(&self) -> Option<i64> {
        [
            self.connect_due_at_ms,
            self.anchor_due_at_ms,
            self.next_look_at_ms(),
            self.front_wake_at_ms(),
            self.staff_wake_at_ms(),
            self.queue_wake_at_ms(),
            self.reconcile_wake_at_ms(),
            self.paper.wake_at_ms(self.now_ms()),
            self.updates_wake_at_ms(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// The whole view, with the next revision.
    pub fn view(&mut self) -> TillView {
        self.revision = self.revision.saturating_add(1);
        self.build_view_for_present()
    }

    /// The link behind the top-up QR, for the locked-down second window; `None` when it may not be opened.
    #[must_use]
    pub fn openable_top_up_url(&self) -> Option<String> {
        self.front
            .top_up
            .as_ref()
            .filter(|top_up| top_up.can_open && !self.people.is_locked())
            .and_then(|top_up| top_up.url.clone())
    }

    /// Everything that is due now: the provider's client, looks, the balance under the button, the anchor.
    fn keep_going(&mut self) {
        let now_ms = self.now_ms();
        if self.connect_due_at_ms.is_some_and(|due| now_ms >= due) {
            self.connect_due_at_ms = None;
            self.effects.push(Effect::Connect);
        }
        self.look_where_due(now_ms);
        self.work_queue(now_ms);
        self.read_balance_if_due(now_ms);
        self.top_up_if_due(now_ms);
        self.work_reconcile(now_ms);
        self.anchor_if_due(now_ms);
        self.ask_for_update_if_due(now_ms);
        self.hand_pin_out();
        self.lock_if_idle();
        self.rearm();
    }

    fn hear_connected(&mut self, result: Result<Connected, NotReady>) {
        match result {
            Ok(connected) => {
                self.lamps.connected(connected.in_memory);
                self.connected = Some(connected);
                self.not_ready = None;
                self.connect_due_at_ms = None;
            }
            Err(why) => {
                self.lamps.not_connected(&why);
                self.not_ready = Some(why);
                self.connect_due_at_ms = Some(self.now_ms().saturating_add(CONNECT_AGAIN_AFTER_MS));
            }
        }
        self.settings_reconnected();
    }

    // What every part of the engine uses.

    /// Who stands at the till, for the record.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            cashier: self.cashier_name(),
            shift: self.running_shift(),
            ..self.config.actor()
        }
    }

    pub(crate) fn now(&self) -> Moment {
        self.clock.now()
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.clock.wall_ms()
    }

    pub(crate) fn provider(&self) -> Option<Arc<dyn Provider>> {
        self.connected
            .as_ref()
            .map(|connected| connected.provider.clone())
    }

    pub(crate) fn prepare(&self, ask: &Ask) -> Result<Prepared, UiError> {
        let provider = self.provider().ok_or(ErrorCode::ProviderNotReady)?;
        provider.prepare(ask).map_err(|why| {
            tracing::error!(call = ?ask.call(), why, "a request could not be built");
            ErrorCode::ProviderNotReady.into()
        })
    }

    pub(crate) fn send(&mut self, flight: Flight, prepared: Prepared) -> Tag {
        let asked = match &flight {
            Flight::Money(our_ref, _) => Some(our_ref.as_str()),
            Flight::Refund(_, refund_ref) => Some(refund_ref.as_str()),
            Flight::Look(..)
            | Flight::RefundLook(..)
            | Flight::SendOtp
            | Flight::VerifyOtp
            | Flight::Unlink
            | Flight::Balance(_)
            | Flight::TopUp(_)
            | Flight::SettingsCheck
            | Flight::Token
            | Flight::Pin => None,
        };
        if let Some(asked) = asked {
            self.steady.asked(asked, self.clock.now().mono_ms);
        }
        let tag = self.new_tag(flight);
        self.effects.push(Effect::Send(tag, prepared));
        tag
    }

    pub(crate) fn new_tag(&mut self, flight: Flight) -> Tag {
        let tag = self.free_tag();
        self.flights.insert(tag, flight);
        tag
    }

    pub(crate) fn free_tag(&mut self) -> Tag {
        let tag = Tag(self.next_tag);
        self.next_tag = self.next_tag.saturating_add(1);
        tag
    }

    pub(crate) fn note_row(&mut self, row: HoldRow) {
        self.queue.see(&row);
        self.note_news(&row);
        let our_ref = row.sale.our_ref.clone();
        let before = self.sales.insert(our_ref.clone(), row);
        self.print_by_itself(&our_ref, before.as_ref().map(|row| row.sale.state));
        if self.has_ended(&our_ref) {
            self.steady.ended(our_ref.as_str());
            // What ended long ago and is looked up again does not come back to the strip.
            let ends_now = before.is_none_or(|row| !row.sale.state.is_final());
            if ends_now && !self.ended.contains(&our_ref) {
                self.ended.push_front(our_ref.clone());
            }
            self.forget_if_over(&our_ref);
        }
        // An end that nobody has written down stays on the screen: only memory knows of it.
        while self.ended.len() > ENDED_KEPT_MAX && self.books_checked {
            if let Some(oldest) = self.ended.pop_back() {
                self.forget_if_over(&oldest);
            }
        }
    }

    /// Nobody sees it, and nothing more is expected of it.
    fn forget_if_over(&mut self, our_ref: &OurRef) {
        let is_seen = self.ended.contains(our_ref)
            || self.front.sale.as_ref() == Some(our_ref)
            || self.is_kept(our_ref);
        let is_live = self.sales.get(our_ref).is_some_and(HoldRow::is_live);
        if self.has_ended(our_ref) && !is_seen && !is_live && self.books_checked {
            self.sales.remove(our_ref);
            self.people.forget_sale(our_ref);
        }
    }

    fn has_ended(&self, our_ref: &OurRef) -> bool {
        self.sales
            .get(our_ref)
            .is_some_and(|row| row.sale.state.is_final())
    }

    /// Why no money can be asked for at all just now, whatever the wallet says.
    pub(crate) fn gate(&self) -> Option<WhyCode> {
        match &self.books {
            OpenBooks::Closed(_) => Some(WhyCode::BooksClosed),
            OpenBooks::Open(_) if !self.books_checked => Some(WhyCode::BooksChecking),
            OpenBooks::Open(_) if self.connected.is_none() => match self.not_ready {
                Some(NotReady::Keyring(_)) => Some(WhyCode::KeyringNotReady),
                Some(NotReady::SaltKeyMissing | NotReady::SettingsRefused(_)) | None => {
                    Some(WhyCode::ProviderNotReady)
                }
            },
            OpenBooks::Open(_) if !self.recovering.is_empty() => Some(WhyCode::Recovering),
            OpenBooks::Open(_) if self.shift.is_missing() => Some(WhyCode::NoShift),
            OpenBooks::Open(_) => None,
        }
    }
}
