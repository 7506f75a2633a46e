//! The till's window.

use crate::fence;
use contract::TextSize;
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use till::Home;

/// The label that the one capability names.
pub const MAIN: &str = "main";

/// In a release build the web view's own menu (back, reload, inspect) is not for a cashier.
const NO_CONTEXT_MENU: &str = "addEventListener('contextmenu', (event) => event.preventDefault());";

/// Opens it. What the web view keeps goes into the home, if that can be used at all.
///
/// # Errors
/// When the system gives no window.
pub fn open<R: Runtime, M: Manager<R>>(app: &M, home: Option<&Home>) -> tauri::Result<WebviewWindow<R>> {
    let window = WebviewWindowBuilder::new(app, MAIN, page(home))
        .title("Holdfast")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .devtools(cfg!(debug_assertions))
        // An OTP or a customer's number must not be offered to the next customer.
        .general_autofill_enabled(false)
        .on_navigation(fence::is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let window = match home {
        Some(home) => window.data_directory(web_data(home)),
        None => window.incognito(true),
    };
    let window = if cfg!(debug_assertions) {
        window
    } else {
        window.initialization_script(NO_CONTEXT_MENU)
    };
    let window = window.build()?;
    if let Some(home) = home {
        show_at(&window, home.preferences().chosen.text_size)?;
    }
    draw_in_software(&window)?;
    Ok(window)
}

/// Draws everything in the window that large.
///
/// # Errors
/// When the window is gone already.
pub fn show_at<R: Runtime>(window: &WebviewWindow<R>, text_size: TextSize) -> tauri::Result<()> {
    window.set_zoom(match text_size {
        TextSize::Percent100 => 1.0,
        TextSize::Percent125 => 1.25,
        TextSize::Percent150 => 1.5,
        TextSize::Percent200 => 2.0,
        TextSize::Percent300 => 3.0,
    })
}

/// The page with its language in the address, so that its first picture is in that language.
fn page(home: Option<&Home>) -> WebviewUrl {
    home.map_or_else(WebviewUrl::default, |home| {
        let language = home.preferences().chosen.language;
        WebviewUrl::App(format!("index.html#{language}").into())
    })
}

/// A till is text and lines. Through a graphics driver its first picture comes later, above all where that driver is
/// itself software, as on many a counter's machine, and takes the memory of a second page.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
pub fn draw_in_software<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Elsewhere the web view's own way is the quick one.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn draw_in_software<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

/// What the web view keeps, inside the home like everything else.
#[must_use]
pub fn web_data(home: &Home) -> PathBuf {
    home.root().join("webview")
}
