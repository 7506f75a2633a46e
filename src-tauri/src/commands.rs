//! Everything that the window can ask for. What it carries is never logged.

use crate::shell::Shell;
use crate::{audit, catalogue, evidence, health, paper, reopen, salvage, second, setup, support, views};
use contract::{
    Accepted, AskDifferences, AskLessons, AskPage, AuditView, CatalogueFile, CataloguePageView,
    CataloguePreview, Command, DifferencesPageView, FoundItemView, HealthView, HoldsPageView, ItemChange,
    LessonsView, PaperLanguage, PaperName, PaperPreview, Period, PicturesView, SavedView, SettlementFile,
    SettlementMapping, SettlementPreview, SetupDraft, SetupView, ShiftPageView, SupportView, TimelineView,
    UiError, ViewPiece,
};
use tauri::ipc::{Channel, Invoke};
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use till::Home;

/// The commands by name and the handler that knows exactly those.
macro_rules! commands {
    ($($name:ident),+ $(,)?) => {
        /// The names that the handler answers to.
        #[cfg(test)]
        pub const HANDLED: &[&str] = &[$(stringify!($name)),+];

        /// Tauri's way from a name to a function.
        pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),+]
        }
    };
}

commands!(
    subscribe,
    act,
    holds_page,
    hold_timeline,
    shift_page,
    pictures,
    differences_page,
    settlement_preview,
    settlement_import,
    phone_open,
    topup_open,
    export_salvage,
    evidence_pack,
    books_check,
    books_retry,
    health,
    support_preview,
    support_save,
    lessons,
    setup_check,
    setup_keep,
    setup_restart,
    views_list,
    views_save,
    views_delete,
    catalogue_search,
    catalogue_find,
    catalogue_page,
    catalogue_change,
    catalogue_preview,
    catalogue_import,
    catalogue_export,
    paper_preview,
    paper_pdf,
    paper_languages,
    customer_subscribe
);

#[tauri::command]
async fn subscribe<R: Runtime>(
    channel: Channel<ViewPiece>,
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
) -> Result<(), UiError> {
    let running = shell.running().await?;
    let resize = move |text_size| crate::window::show_at(&window, text_size);
    shell.show(running.till.views(), channel, resize);
    // The thread that waits for it may long be done.
    let _ = running.shown.send(());
    Ok(())
}

#[tauri::command]
async fn customer_subscribe(channel: Channel<ViewPiece>, shell: State<'_, Shell>) -> Result<(), UiError> {
    let running = shell.running().await?;
    shell.show_customer(running.till.display_views(), channel);
    Ok(())
}

#[tauri::command]
async fn act(command: Command, shell: State<'_, Shell>) -> Result<Accepted, UiError> {
    let taken = shell.running().await?.till.act(command).await;
    taken.inspect_err(|refused| shell.support.note(refused.code))
}

#[tauri::command]
async fn holds_page(ask: AskPage, shell: State<'_, Shell>) -> Result<HoldsPageView, UiError> {
    shell.page(ask).await
}

#[tauri::command]
async fn hold_timeline(our_ref: String, shell: State<'_, Shell>) -> Result<TimelineView, UiError> {
    shell.timeline(our_ref).await
}

#[tauri::command]
async fn shift_page(number: Option<u32>, shell: State<'_, Shell>) -> Result<ShiftPageView, UiError> {
    shell.shift_page(number).await
}

#[tauri::command]
async fn pictures(shell: State<'_, Shell>) -> Result<PicturesView, UiError> {
    shell.pictures().await
}

#[tauri::command]
async fn differences_page(
    ask: AskDifferences,
    shell: State<'_, Shell>,
) -> Result<DifferencesPageView, UiError> {
    shell.differences(ask).await
}

#[tauri::command]
async fn settlement_preview(
    file: SettlementFile,
    shell: State<'_, Shell>,
) -> Result<SettlementPreview, UiError> {
    shell.settlement_preview(file).await
}

#[tauri::command]
async fn settlement_import(
    file: SettlementFile,
    mapping: SettlementMapping,
    of: Period,
    shell: State<'_, Shell>,
) -> Result<Accepted, UiError> {
    shell.settlement_import(file, mapping, of).await
}

#[tauri::command]
async fn phone_open<R: Runtime>(app: AppHandle<R>, shell: State<'_, Shell>) -> Result<(), UiError> {
    second::open_phone(&app, &*shell.running().await?)
}

#[tauri::command]
async fn topup_open<R: Runtime>(app: AppHandle<R>, shell: State<'_, Shell>) -> Result<(), UiError> {
    second::open_top_up(&app, &*shell.running().await?).await
}

#[tauri::command]
async fn export_salvage(shell: State<'_, Shell>) -> Result<String, UiError> {
    salvage::export(shell.running().await?).await
}

#[tauri::command]
async fn evidence_pack(our_ref: String, shell: State<'_, Shell>) -> Result<String, UiError> {
    evidence::write(shell.running().await?, our_ref).await
}

#[tauri::command]
async fn books_check(shell: State<'_, Shell>) -> Result<AuditView, UiError> {
    audit::check(shell.running().await?).await
}

#[tauri::command]
async fn books_retry(shell: State<'_, Shell>) -> Result<(), UiError> {
    reopen::retry(shell.running().await?).await
}

#[tauri::command]
async fn health(shell: State<'_, Shell>) -> Result<HealthView, UiError> {
    health::look(shell.running().await?).await
}

#[tauri::command]
async fn support_preview(shell: State<'_, Shell>) -> Result<SupportView, UiError> {
    support::preview(shell.running().await?, &shell.support).await
}

#[tauri::command]
async fn support_save(id: String, shell: State<'_, Shell>) -> Result<String, UiError> {
    support::save(shell.running().await?, &shell.support, id).await
}

#[tauri::command]
async fn lessons(ask: AskLessons, shell: State<'_, Shell>) -> Result<LessonsView, UiError> {
    let running = shell.running().await?;
    shell.lessons.asked(&running, ask)
}

#[tauri::command]
async fn setup_check(draft: SetupDraft, shell: State<'_, Shell>) -> Result<SetupView, UiError> {
    setup::check(shell.running().await?, &shell.setup, draft).await
}

#[tauri::command]
async fn setup_keep(id: String, unchecked: bool, shell: State<'_, Shell>) -> Result<(), UiError> {
    setup::keep(shell.running().await?, &shell.setup, &id, unchecked).await
}

#[tauri::command]
async fn setup_restart<R: Runtime>(app: AppHandle<R>, shell: State<'_, Shell>) -> Result<(), UiError> {
    setup::restart(&*shell.running().await?)?;
    app.exit(0);
    Ok(())
}

#[tauri::command]
async fn views_list(shell: State<'_, Shell>) -> Result<Vec<SavedView>, UiError> {
    views::with_file(shell.running().await?, Home::saved_views).await
}

#[tauri::command]
async fn views_save(view: SavedView, shell: State<'_, Shell>) -> Result<Vec<SavedView>, UiError> {
    let save = |home: &Home, profile| home.save_view(profile, view);
    views::with_file(shell.running().await?, save).await
}

#[tauri::command]
async fn views_delete(name: String, shell: State<'_, Shell>) -> Result<Vec<SavedView>, UiError> {
    let delete = move |home: &Home, profile| home.delete_view(profile, &name);
    views::with_file(shell.running().await?, delete).await
}

#[tauri::command]
async fn catalogue_search(text: String, shell: State<'_, Shell>) -> Result<Vec<FoundItemView>, UiError> {
    catalogue::search(&*shell.running().await?, &text)
}

#[tauri::command]
async fn catalogue_find(code: String, shell: State<'_, Shell>) -> Result<Option<FoundItemView>, UiError> {
    catalogue::find(&*shell.running().await?, &code)
}

#[tauri::command]
async fn catalogue_page(text: String, shell: State<'_, Shell>) -> Result<CataloguePageView, UiError> {
    catalogue::page(&*shell.running().await?, &text)
}

#[tauri::command]
async fn catalogue_change(change: ItemChange, shell: State<'_, Shell>) -> Result<(), UiError> {
    catalogue::change(shell.running().await?, change).await
}

#[tauri::command]
async fn catalogue_preview(
    file: CatalogueFile,
    shell: State<'_, Shell>,
) -> Result<CataloguePreview, UiError> {
    catalogue::preview(shell.running().await?, file).await
}

#[tauri::command]
async fn catalogue_import(
    file: CatalogueFile,
    seen: CataloguePreview,
    right_only: bool,
    shell: State<'_, Shell>,
) -> Result<(), UiError> {
    catalogue::import(shell.running().await?, file, seen, right_only).await
}

#[tauri::command]
async fn catalogue_export(shell: State<'_, Shell>) -> Result<String, UiError> {
    catalogue::export(shell.running().await?).await
}

#[tauri::command]
async fn paper_preview(what: PaperName, shell: State<'_, Shell>) -> Result<PaperPreview, UiError> {
    paper::preview(shell.running().await?, what).await
}

#[tauri::command]
async fn paper_pdf(what: PaperName, shell: State<'_, Shell>) -> Result<String, UiError> {
    paper::save(shell.running().await?, what).await
}

#[tauri::command]
async fn paper_languages() -> Result<Vec<PaperLanguage>, UiError> {
    paper::languages()
}
