//! What the window's commands share.

use crate::engine::{Running, Slot, Standing};
use crate::lessons::LessonDesk;
use crate::pieces::pieces;
use crate::setup::SetupDesk;
use crate::support::SupportDesk;
use contract::{
    Accepted, AskDifferences, AskPage, CustomerDisplayView, DifferencesPageView, ErrorCode, HoldsPageView,
    Period, PicturesView, SettlementFile, SettlementMapping, SettlementPreview, ShiftPageView, TextSize,
    TillView, TimelineView, UiError, ViewPiece,
};
use domain::OurRef;
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;
use till::{Clock, Desk};
use tokio::sync::{OnceCell, watch};
use tokio::task::AbortHandle;

/// The shell's memory: the way to the engine, the manager's reads, and who is being shown views.
pub struct Shell {
    slot: Slot,
    desk: OnceCell<Arc<Desk>>,
    showing: Mutex<Option<AbortHandle>>,
    showing_customer: Mutex<Option<AbortHandle>>,
    pub support: SupportDesk,
    pub lessons: LessonDesk,
    pub setup: SetupDesk,
}

impl Shell {
    #[must_use]
    pub fn new(slot: Slot) -> Shell {
        Shell {
            slot,
            desk: OnceCell::new(),
            showing: Mutex::new(None),
            showing_customer: Mutex::new(None),
            support: SupportDesk::default(),
            lessons: LessonDesk::default(),
            setup: SetupDesk::default(),
        }
    }

    /// The engine; waits while it starts.
    ///
    /// # Errors
    /// [`ErrorCode::Stopped`] when it has ended.
    pub async fn running(&self) -> Result<Arc<Running>, UiError> {
        let mut slot = self.slot.subscribe();
        let standing = slot
            .wait_for(|standing| !matches!(standing, Standing::Starting))
            .await;
        match standing.as_deref() {
            Ok(Standing::Running(running)) => Ok(running.clone()),
            Ok(Standing::Starting | Standing::Ended) | Err(_) => Err(ErrorCode::Stopped.into()),
        }
    }

    /// Lets go of the engine, which ends when nobody else holds it.
    pub fn let_go(&self) -> Option<Arc<Running>> {
        match self.slot.send_replace(Standing::Ended) {
            Standing::Running(running) => Some(running),
            Standing::Starting | Standing::Ended => None,
        }
    }

    /// Sends the view of now and each newer one. A page that was loaded again takes the place of the one before.
    /// `resize` is told how large everything is to be drawn, at first and with each change.
    pub fn show<F>(&self, views: watch::Receiver<Arc<TillView>>, channel: Channel<ViewPiece>, resize: F)
    where
        F: Fn(TextSize) -> tauri::Result<()> + Send + 'static,
    {
        let mut drawn_at = None;
        let before_each = move |view: &TillView| {
            let text_size = view.preferences.chosen.text_size;
            if drawn_at.replace(text_size) != Some(text_size)
                && let Err(why) = resize(text_size)
            {
                tracing::warn!(%why, "the window keeps its size of text");
            }
        };
        take_place(&self.showing, send_views(views, channel, before_each));
    }

    /// The same for the customer's display, which has views of its own and a size of its own.
    pub fn show_customer(
        &self,
        views: watch::Receiver<Arc<CustomerDisplayView>>,
        channel: Channel<ViewPiece>,
    ) {
        take_place(&self.showing_customer, send_views(views, channel, |_| ()));
    }

    /// A page of the holds board.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub async fn page(&self, ask: AskPage) -> Result<HoldsPageView, UiError> {
        let running = self.running().await?;
        self.at_desk(&running, move |desk, now_ms| desk.page(&ask, now_ms))
            .await
    }

    /// One sale's whole story.
    ///
    /// # Errors
    /// [`ErrorCode::NoSuchSale`]; [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub async fn timeline(&self, our_ref: String) -> Result<TimelineView, UiError> {
        let our_ref: OurRef = our_ref.try_into().map_err(|_| ErrorCode::NoSuchSale)?;
        let running = self.running().await?;
        self.at_desk(&running, move |desk, now_ms| desk.timeline(&our_ref, now_ms))
            .await
    }

    /// X or Z, and the earlier Zs.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub async fn shift_page(&self, number: Option<u32>) -> Result<ShiftPageView, UiError> {
        let running = self.running().await?;
        self.at_desk(&running, move |desk, now_ms| desk.shift_page(number, now_ms))
            .await
    }

    /// What the pictures of the reports show.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub async fn pictures(&self) -> Result<PicturesView, UiError> {
        let running = self.running().await?;
        self.at_desk(&running, Desk::pictures).await
    }

    /// What was found by comparing the books with PhonePe and its files.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub async fn differences(&self, ask: AskDifferences) -> Result<DifferencesPageView, UiError> {
        let running = self.running().await?;
        self.at_desk(&running, move |desk, _| desk.differences(&ask))
            .await
    }

    /// What a settlement file looks like. Nothing is written.
    ///
    /// # Errors
    /// Those of a file that cannot be read; [`ErrorCode::BooksClosed`].
    pub async fn settlement_preview(&self, file: SettlementFile) -> Result<SettlementPreview, UiError> {
        let running = self.running().await?;
        self.at_desk(&running, move |desk, _| desk.settlement_preview(&file))
            .await
    }

    /// Compares a settlement file with the books, beside the engine, and has the engine write down what came of it.
    ///
    /// # Errors
    /// Those of the file, its mapping and the period, with nothing written; [`ErrorCode::BooksClosed`].
    pub async fn settlement_import(
        &self,
        file: SettlementFile,
        mapping: SettlementMapping,
        of: Period,
    ) -> Result<Accepted, UiError> {
        let running = self.running().await?;
        let compared = self
            .at_desk(&running, move |desk, now_ms| {
                desk.settlement_compare(&file, mapping, &of, now_ms)
            })
            .await?;
        running.till.settlement_compared(compared).await
    }

    async fn at_desk<T: Send + 'static>(
        &self,
        running: &Running,
        read: impl FnOnce(&Desk, i64) -> Result<T, UiError> + Send + 'static,
    ) -> Result<T, UiError> {
        running.signed_in()?;
        let now_ms = running.clock.now().wall_ms;
        let desk = self.desk.get_or_try_init(|| open_desk(running)).await?.clone();
        tokio::task::spawn_blocking(move || read(&desk, now_ms))
            .await
            .map_err(|_| ErrorCode::Stopped)?
    }
}

async fn open_desk(running: &Running) -> Result<Arc<Desk>, UiError> {
    let path = running.ledger_path.clone();
    let opened = tokio::task::spawn_blocking(move || Desk::open(&path))
        .await
        .map_err(|_| ErrorCode::Stopped)?;
    opened.map(Arc::new).map_err(|error| {
        tracing::warn!(%error, "the holds board cannot be read");
        UiError {
            code: ErrorCode::BooksClosed,
            detail: Some(error.to_string()),
        }
    })
}

/// Sends from now on, in the place of whatever was sending before.
fn take_place(showing: &Mutex<Option<AbortHandle>>, sending: impl Future<Output = ()> + Send + 'static) {
    let task = tokio::spawn(sending).abort_handle();
    let mut showing = showing.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(before) = showing.replace(task) {
        before.abort();
    }
}

async fn send_views<View: Serialize>(
    mut views: watch::Receiver<Arc<View>>,
    channel: Channel<ViewPiece>,
    mut before_each: impl FnMut(&View),
) {
    views.mark_changed();
    while views.changed().await.is_ok() {
        let view = Arc::clone(&views.borrow_and_update());
        before_each(&view);
        let sent = pieces(&*view).map(|pieces| pieces.into_iter().try_for_each(|piece| channel.send(piece)));
        if !matches!(sent, Ok(Ok(()))) {
            return;
        }
    }
}
