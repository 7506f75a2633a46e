//! The catalogue beside the engine: read when the window is there, searched on every key without the engine's loop, and
//! changed one step at a time.

use crate::engine::{Running, Slot, Standing};
use crate::evidence::keep;
use contract::{
    CatalogueFile, CataloguePageView, CataloguePreview, ErrorCode, FoundItemView, ItemChange, UiError,
};
use domain::{Catalogue, Item};
use std::sync::{Arc, PoisonError, RwLock};
use std::{io, thread};
use till::{
    CataloguePlan, ReadCatalogue, StagedCatalogue, changed_catalogue, found_item, listed_item,
    read_catalogue, written_catalogue,
};

/// As many as stand under the field without hiding the cart.
const FOUND_MAX: usize = 8;
const PAGE_MAX: usize = 100;

/// What is searched. `None` while it is being read, or when it cannot be.
#[derive(Default)]
pub struct Held(RwLock<Option<Arc<Catalogue>>>);

/// One change at a time: each is made of the catalogue that it found.
static CHANGING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

impl Held {
    fn get(&self) -> Result<Arc<Catalogue>, UiError> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.clone().ok_or_else(|| ErrorCode::CatalogueReading.into())
    }

    fn set(&self, catalogue: Arc<Catalogue>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(catalogue);
    }
}

/// Reads the file on a thread of its own: the first picture waits for nothing of it.
///
/// # Errors
/// When the system gives no thread.
pub fn read_beside(slot: &Slot) -> io::Result<()> {
    let mut slot = slot.subscribe();
    thread::Builder::new()
        .name("catalogue".to_owned())
        .spawn(move || {
            let running = match &*slot.borrow_and_update() {
                Standing::Running(running) => running.clone(),
                Standing::Starting | Standing::Ended => return,
            };
            // A home that cannot be used stays untouched; there is no catalogue then either.
            if !running.home.root().exists() {
                return;
            }
            let read = running.home.catalogue_file(running.profile);
            let read = read.map_err(|why| why.to_string()).and_then(|bytes| match bytes {
                Some(bytes) => read_catalogue(&bytes).map_err(|why| format!("{why}: {:?}", why.detail)),
                None => Ok(ReadCatalogue {
                    catalogue: Arc::default(),
                    sha256: String::new(),
                }),
            });
            if let Ok(read) = &read {
                running.catalogue.set(read.catalogue.clone());
            }
            running.till.catalogue_read(read);
        })?;
    Ok(())
}

/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::CatalogueReading`].
pub fn search(running: &Running, typed: &str) -> Result<Vec<FoundItemView>, UiError> {
    running.signed_in()?;
    let catalogue = running.catalogue.get()?;
    let found = catalogue.search(typed, FOUND_MAX);
    Ok(found.into_iter().map(found_item).collect())
}

/// The item with this code or barcode.
///
/// # Errors
/// As [`search`].
pub fn find(running: &Running, code: &str) -> Result<Option<FoundItemView>, UiError> {
    running.signed_in()?;
    Ok(running.catalogue.get()?.find(code).map(found_item))
}

/// The manager's list: those that are found, or the first ones.
///
/// # Errors
/// As [`search`].
pub fn page(running: &Running, typed: &str) -> Result<CataloguePageView, UiError> {
    running.signed_in()?;
    let catalogue = running.catalogue.get()?;
    let most = PAGE_MAX.saturating_add(1);
    let found: Vec<&Item> = if typed.trim().is_empty() {
        catalogue.items().iter().take(most).collect()
    } else {
        catalogue.search(typed, most)
    };
    Ok(CataloguePageView {
        has_more: found.len() > PAGE_MAX,
        items: found.into_iter().take(PAGE_MAX).map(listed_item).collect(),
        of: u32::try_from(catalogue.items().len()).unwrap_or(u32::MAX),
    })
}

/// What a file would change. Nothing is.
///
/// # Errors
/// Those of a file that is no catalogue; [`ErrorCode::TillLocked`].
pub async fn preview(running: Arc<Running>, file: CatalogueFile) -> Result<CataloguePreview, UiError> {
    running.signed_in()?;
    let planned = tokio::task::spawn_blocking(move || {
        let current = running.catalogue.get().unwrap_or_default();
        CataloguePlan::of(&file, &current).map(|plan| plan.preview)
    });
    planned.await.map_err(|_| ErrorCode::Stopped)?
}

/// Takes a file in place of the catalogue, if it is the one that was looked at: it must still change as much.
///
/// # Errors
/// As [`preview`]; [`ErrorCode::CatalogueWrongLines`], [`ErrorCode::CatalogueMoved`], and the engine's.
pub async fn import(
    running: Arc<Running>,
    file: CatalogueFile,
    seen: CataloguePreview,
    right_only: bool,
) -> Result<(), UiError> {
    running.signed_in()?;
    let _one_at_a_time = CHANGING.lock().await;
    let beside = running.clone();
    let staged = tokio::task::spawn_blocking(move || {
        let current = beside.catalogue.get().unwrap_or_default();
        let plan = CataloguePlan::of(&file, &current)?;
        if plan.preview != seen {
            return Err(ErrorCode::CatalogueMoved.into());
        }
        let catalogue = plan.into_catalogue(right_only)?;
        let name: String = file.name.chars().filter(|c| !c.is_control()).take(120).collect();
        let name = domain::ProviderText::received(&name).shown();
        stage(
            &beside,
            catalogue,
            (seen.added, seen.changed, seen.removed),
            Some(name),
        )
    });
    take(&running, staged.await.map_err(|_| ErrorCode::Stopped)??).await
}

/// # Errors
/// [`ErrorCode::ItemWrong`], [`ErrorCode::NoSuchItem`], and the engine's.
pub async fn change(running: Arc<Running>, change: ItemChange) -> Result<(), UiError> {
    running.signed_in()?;
    let _one_at_a_time = CHANGING.lock().await;
    let beside = running.clone();
    let staged = tokio::task::spawn_blocking(move || {
        let (catalogue, counts) = changed_catalogue(&*beside.catalogue.get()?, change)?;
        stage(&beside, catalogue, counts, None)
    });
    take(&running, staged.await.map_err(|_| ErrorCode::Stopped)??).await
}

/// Writes the catalogue among the exports and answers where.
///
/// # Errors
/// [`ErrorCode::FileNotWritten`]; as [`search`].
pub async fn export(running: Arc<Running>) -> Result<String, UiError> {
    running.signed_in()?;
    let catalogue = running.catalogue.get()?;
    let written = tokio::task::spawn_blocking(move || {
        let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
        let path = running
            .home
            .root()
            .join("exports")
            .join(format!("catalogue-{stamp}.csv"));
        keep(&path, &written_catalogue(catalogue.items()))?;
        Ok::<String, io::Error>(path.display().to_string())
    });
    let written = written.await.map_err(|_| ErrorCode::Stopped)?;
    written.map_err(|why| not_written(&why))
}

fn stage(
    running: &Running,
    catalogue: Catalogue,
    counts: (u32, u32, u32),
    file: Option<String>,
) -> Result<StagedCatalogue, UiError> {
    let (staged, bytes) = StagedCatalogue::of(catalogue, counts, file);
    running
        .home
        .stage_catalogue(running.profile, &bytes)
        .map_err(|why| not_written(&why))?;
    Ok(staged)
}

async fn take(running: &Running, staged: StagedCatalogue) -> Result<(), UiError> {
    let catalogue = staged.catalogue.clone();
    running.till.catalogue_changed(staged).await?;
    running.catalogue.set(catalogue);
    Ok(())
}

fn not_written(why: &io::Error) -> UiError {
    tracing::warn!(%why, "a file of the catalogue was not written");
    UiError {
        code: ErrorCode::FileNotWritten,
        detail: Some(why.to_string()),
    }
}
