//! What everybody else has of the engine: a queue to it and its views.

use super::Message;
use crate::catalogue::{ReadCatalogue, StagedCatalogue};
use crate::display::DisplayStanding;
use crate::health::EngineHealth;
use crate::home::Footprint;
use crate::inputs::BooksTrouble;
use crate::news::{HookStanding, News};
use crate::paper::PrinterStands;
use crate::ports::Books;
use crate::reconcile::ComparedFile;
use contract::{Accepted, Command, CustomerDisplayView, ErrorCode, TillView, UiError};
use std::sync::Arc;
use tokio::sync::{broadcast, mpsc, oneshot, watch};

/// The window's end of the engine. Cheap to clone; the engine ends when the last one is gone.
#[derive(Clone)]
pub struct TillHandle {
    pub(super) queue: mpsc::UnboundedSender<Message>,
    pub(super) view: watch::Receiver<Arc<TillView>>,
    pub(super) display: watch::Receiver<Arc<CustomerDisplayView>>,
    pub(super) news: Arc<broadcast::Sender<News>>,
}

impl TillHandle {
    /// Gives one command to the engine. Its outcome arrives in a view.
    ///
    /// # Errors
    /// The coded reason why it was not taken; [`ErrorCode::Stopped`] when the engine has ended.
    pub async fn act(&self, command: Command) -> Result<Accepted, UiError> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send(Message::Command(command, answer))
            .map_err(|_| UiError::from(ErrorCode::Stopped))?;
        answered.await.map_err(|_| UiError::from(ErrorCode::Stopped))?
    }

    /// The latest view, and every one after it.
    #[must_use]
    pub fn views(&self) -> watch::Receiver<Arc<TillView>> {
        self.view.clone()
    }

    /// What the customer's display shows, and everything after it. Whoever reads slowly sees the newest only.
    #[must_use]
    pub fn display_views(&self) -> watch::Receiver<Arc<CustomerDisplayView>> {
        self.display.clone()
    }

    /// The customer's display came, went, or moved.
    pub fn display(&self, standing: DisplayStanding) {
        let _ = self.queue.send(Message::Display(standing));
    }

    /// The ledger's chain was checked.
    pub fn books_checked(&self, result: Result<(), BooksTrouble>) {
        let _ = self.queue.send(Message::BooksChecked(result));
    }

    /// The ledger was opened again after the books had been closed, and its chain holds; or why not.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the books are closed still; [`ErrorCode::Stopped`] when the engine has ended.
    pub async fn books_opened(
        &self,
        opened: Result<Box<dyn Books>, BooksTrouble>,
    ) -> Result<Accepted, UiError> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send(Message::BooksOpened(opened, answer))
            .map_err(|_| UiError::from(ErrorCode::Stopped))?;
        answered.await.map_err(|_| UiError::from(ErrorCode::Stopped))?
    }

    /// A settlement file was compared with the books, to be written down.
    ///
    /// # Errors
    /// [`ErrorCode::BooksClosed`], [`ErrorCode::BooksChecking`]: nothing was written. [`ErrorCode::Stopped`].
    pub async fn settlement_compared(&self, compared: ComparedFile) -> Result<Accepted, UiError> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send(Message::SettlementCompared(compared, answer))
            .map_err(|_| UiError::from(ErrorCode::Stopped))?;
        answered.await.map_err(|_| UiError::from(ErrorCode::Stopped))?
    }

    /// The catalogue was read beside the start, or why it could not be.
    pub fn catalogue_read(&self, read: Result<ReadCatalogue, String>) {
        let _ = self.queue.send(Message::CatalogueRead(read));
    }

    /// A catalogue is staged, to become the store's.
    ///
    /// # Errors
    /// Why it did not; [`ErrorCode::Stopped`] when the engine has ended.
    pub async fn catalogue_changed(&self, staged: StagedCatalogue) -> Result<Accepted, UiError> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send(Message::CatalogueChanged(staged, answer))
            .map_err(|_| UiError::from(ErrorCode::Stopped))?;
        answered.await.map_err(|_| UiError::from(ErrorCode::Stopped))?
    }

    /// A daily backup was taken at that moment (milliseconds since 1970), or why it could not be.
    pub fn backed_up(&self, result: Result<i64, String>) {
        let _ = self.queue.send(Message::BackedUp(result));
    }

    /// An amount was spoken, or why not.
    pub fn spoken(&self, result: Result<(), String>) {
        let _ = self.queue.send(Message::Spoken(result));
    }

    /// What customers are to be told of, from now on. Whoever reads too slowly loses the oldest.
    #[must_use]
    pub fn news(&self) -> broadcast::Receiver<News> {
        self.news.subscribe()
    }

    /// How it goes with telling customers.
    pub fn hook(&self, standing: HookStanding) {
        let _ = self.queue.send(Message::Hook(standing));
    }

    /// How the printer stands: it says so itself, whenever that changes.
    pub fn printer_stands(&self, stands: PrinterStands) {
        let _ = self.queue.send(Message::PrinterStands(stands));
    }

    /// What is left of the home's disk.
    pub fn disk_seen(&self, footprint: Footprint) {
        let _ = self.queue.send(Message::DiskSeen(footprint));
    }

    /// How the engine is. `None` when it has ended.
    pub async fn health(&self) -> Option<EngineHealth> {
        let (answer, answered) = oneshot::channel();
        self.queue.send(Message::Health(answer)).ok()?;
        answered.await.ok()
    }

    /// The top-up link, if it may be opened in the locked-down second window.
    pub async fn openable_top_up_url(&self) -> Option<String> {
        let (answer, answered) = oneshot::channel();
        self.queue.send(Message::TopUpUrl(answer)).ok()?;
        answered.await.ok().flatten()
    }

    /// Lets the engine read its clock now, and returns once no answer is on its way to it: with the moment at which it
    /// next wants to be woken (milliseconds since 1970), if any. For whoever moves the clock by hand.
    pub async fn settle(&self) -> Option<i64> {
        let (answer, answered) = oneshot::channel();
        self.queue.send(Message::Settle(answer)).ok()?;
        answered.await.ok().flatten()
    }
}
