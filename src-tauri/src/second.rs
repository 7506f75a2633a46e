//! Two windows beside the till. Neither is in any capability: they may ask the engine for nothing.

use crate::engine::Running;
use crate::fence::{self, TopUpStep};
use crate::window::draw_in_software;
use contract::{ErrorCode, UiError};
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Runtime, WebviewUrl, WebviewWindowBuilder};
use url::Url;

/// Closing a web view while it decides about an address upsets it.
const CLOSE_AFTER: Duration = Duration::from_millis(120);

/// The page that stands for the customer's phone.
///
/// # Errors
/// [`ErrorCode::NotAllowedNow`] outside training.
pub fn open_phone<R: Runtime>(app: &AppHandle<R>, running: &Running) -> Result<(), UiError> {
    let url = running.phone_url.clone().ok_or(ErrorCode::NotAllowedNow)?;
    if let Some(open) = app.get_webview_window("phone") {
        return open.set_focus().map_err(unopened);
    }
    let origin = url.clone();
    WebviewWindowBuilder::new(app, "phone", WebviewUrl::External(url))
        .title("Customer's phone (training)")
        .inner_size(420.0, 780.0)
        .data_directory(crate::window::web_data(&running.home))
        .devtools(cfg!(debug_assertions))
        .on_navigation(move |url| fence::is_of_origin(url, &origin))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()
        .and_then(|window| draw_in_software(&window))
        .map_err(unopened)
}

/// PhonePe's top-up page, if the engine says that it may be opened. Nothing of it is kept, and what happens in it is no
/// evidence: the till reads the balance.
///
/// # Errors
/// [`ErrorCode::NotAllowedNow`] when there is no such page.
pub async fn open_top_up<R: Runtime>(app: &AppHandle<R>, running: &Running) -> Result<(), UiError> {
    let link = running
        .till
        .openable_top_up_url()
        .await
        .ok_or(ErrorCode::NotAllowedNow)?;
    let url = Url::parse(&link).map_err(|_| ErrorCode::NotAllowedNow)?;
    if let Some(open) = app.get_webview_window("topup") {
        return open
            .navigate(url)
            .and_then(|()| open.set_focus())
            .map_err(unopened);
    }
    let (hosts, return_url) = (running.top_up_hosts.clone(), running.return_url.clone());
    let closing = app.clone();
    WebviewWindowBuilder::new(app, "topup", WebviewUrl::External(url))
        .title("Top-up")
        .inner_size(480.0, 800.0)
        .incognito(true)
        .devtools(false)
        .on_navigation(
            move |url| match fence::top_up_step(url, &hosts, return_url.as_ref()) {
                TopUpStep::Go => true,
                TopUpStep::Stay => false,
                TopUpStep::Close => {
                    close_soon(closing.clone());
                    false
                }
            },
        )
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()
        .and_then(|window| draw_in_software(&window))
        .map_err(unopened)
}

fn close_soon<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(CLOSE_AFTER).await;
        if let Some(open) = app.get_webview_window("topup") {
            let _ = open.close();
        }
    });
}

fn unopened(error: tauri::Error) -> UiError {
    tracing::error!(%error, "a second window could not be opened");
    ErrorCode::NotAllowedNow.into()
}
