//! The customer's display: a window of its own, opened only when it is wanted, on a monitor of its own. It is kept beside the
//! engine, which only hears how it stands: a display that hangs, ends or loses its monitor delays nothing and nobody.

mod place;

use crate::engine::Standing;
use crate::fence;
use crate::window::{MAIN, draw_in_software, web_data};
use contract::{DisplayPreferences, DisplayState, TillView};
use place::{Place, Screen, named, place};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, Runtime, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};
use till::{DisplayStanding, Home};
use tokio::sync::{Notify, watch};

/// The label that the second capability names.
pub const CUSTOMER: &str = "customer";

/// Nobody says that a monitor was unplugged, so it is looked at now and then, and only while a display is wanted.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// A page that ends this often by itself is left alone until somebody wishes for it again.
const ENDS_MAX: u32 = 3;

/// What is wished for, as far as it moves the window.
#[derive(Clone, PartialEq, Eq)]
struct Wish {
    chosen: DisplayPreferences,
    asked: u32,
}

impl Wish {
    fn of(view: &TillView) -> Wish {
        let preferences = &view.preferences;
        Wish {
            // Its language comes with its views; another one needs no other window.
            chosen: DisplayPreferences {
                language: String::new(),
                ..preferences.chosen.display.clone()
            },
            asked: preferences.display.asked,
        }
    }
}

/// Attends to the display until the till ends.
pub fn attend<R: Runtime>(app: AppHandle<R>, home: Option<Home>, mut slot: watch::Receiver<Standing>) {
    tauri::async_runtime::spawn(async move {
        let Some(mut views) = views_of(&mut slot).await else {
            return;
        };
        let mut keeper = Keeper::of(app, home);
        loop {
            let wish = Wish::of(&views.borrow_and_update());
            let shows = wish.chosen.shows;
            let standing = keeper.see_to(&wish);
            keeper.tell(&slot, standing);
            let otherwise = until_otherwise(&mut views, &wish);
            let woken = keeper.woken.clone();
            tokio::select! {
                ended = otherwise => if ended.is_err() { return },
                () = woken.notified() => {}
                () = tokio::time::sleep(LOOK_EVERY), if shows => {}
            }
        }
    });
}

/// The till's views, once it runs. No handle on the engine is kept: it has to be able to end.
async fn views_of(slot: &mut watch::Receiver<Standing>) -> Option<watch::Receiver<Arc<TillView>>> {
    let standing = slot
        .wait_for(|standing| !matches!(standing, Standing::Starting))
        .await
        .ok()?;
    match &*standing {
        Standing::Running(running) => Some(running.till.views()),
        Standing::Starting | Standing::Ended => None,
    }
}

/// Returns when something else is wished for; fails when the till has ended.
async fn until_otherwise(
    views: &mut watch::Receiver<Arc<TillView>>,
    wish: &Wish,
) -> Result<(), watch::error::RecvError> {
    views.wait_for(|view| Wish::of(view) != *wish).await.map(drop)
}

struct Keeper<R: Runtime> {
    app: AppHandle<R>,
    home: Option<Home>,
    /// Where its window was opened; none when we want none.
    place: Option<Place>,
    /// The wish under which somebody closed it, or it ended too often.
    given_up: Option<(Wish, DisplayState)>,
    ends: u32,
    told: DisplayStanding,
    /// Its window has ended, or its page has.
    woken: Arc<Notify>,
    page_ended: Arc<AtomicBool>,
}

impl<R: Runtime> Keeper<R> {
    fn of(app: AppHandle<R>, home: Option<Home>) -> Keeper<R> {
        Keeper {
            app,
            home,
            place: None,
            given_up: None,
            ends: 0,
            told: DisplayStanding::default(),
            woken: Arc::new(Notify::new()),
            page_ended: Arc::default(),
        }
    }

    /// Opens, moves or takes away the window, as it is wished and as the monitors are now.
    fn see_to(&mut self, wish: &Wish) -> DisplayStanding {
        if !wish.chosen.shows {
            self.take_away();
            (self.given_up, self.ends) = (None, 0);
            return DisplayStanding::default();
        }
        let (screens, till_on) = self.screens();
        self.note_ends(wish);
        if self.given_up.as_ref().is_some_and(|(under, _)| under != wish) {
            (self.given_up, self.ends) = (None, 0);
        }
        let views = screens.iter().enumerate();
        DisplayStanding {
            state: match &self.given_up {
                Some((_, state)) => *state,
                None => self.put(wish, place(&wish.chosen, &screens, till_on)),
            },
            monitors: views
                .map(|(at, screen)| screen.view(till_on == Some(at)))
                .collect(),
        }
    }

    /// What happened to the window without us.
    fn note_ends(&mut self, wish: &Wish) {
        if self.page_ended.swap(false, Ordering::SeqCst) {
            self.ends = self.ends.saturating_add(1);
            self.take_away();
            if self.ends >= ENDS_MAX {
                self.given_up = Some((wish.clone(), DisplayState::Failed));
            }
        } else if self.place.is_some() && self.window().is_none() {
            self.place = None;
            self.given_up = Some((wish.clone(), DisplayState::Closed));
        }
    }

    fn put(&mut self, wish: &Wish, to: Place) -> DisplayState {
        if self.place.as_ref().is_some_and(|stands| *stands != to) {
            self.take_away();
        }
        let state = match &to {
            Place::Nowhere => return DisplayState::NoMonitor,
            Place::Window => DisplayState::InWindow,
            Place::Fills(_) => DisplayState::Shows,
        };
        if self.place.is_some() {
            return state;
        }
        if self.window().is_some() {
            // The one before is still going; its end wakes us.
            return self.told.state;
        }
        match self.open(&to) {
            Ok(()) => {
                self.place = Some(to);
                state
            }
            Err(error) => {
                tracing::error!(%error, "the customer's display could not be opened");
                self.given_up = Some((wish.clone(), DisplayState::Failed));
                DisplayState::Failed
            }
        }
    }

    fn window(&self) -> Option<WebviewWindow<R>> {
        self.app.get_webview_window(CUSTOMER)
    }

    fn take_away(&mut self) {
        self.place = None;
        if let Some(window) = self.window() {
            let _ = window.destroy();
        }
    }

    /// The monitors there are, and which of them has the till's window.
    fn screens(&self) -> (Vec<Screen>, Option<usize>) {
        let monitors = self.app.available_monitors().unwrap_or_default();
        let screens = named(monitors.iter().map(screen_of).collect());
        let till = self.app.get_webview_window(MAIN);
        let of_till = till.and_then(|till| till.current_monitor().ok().flatten());
        let till_on = of_till.and_then(|of_till| {
            let of_till = screen_of(&of_till);
            screens
                .iter()
                .position(|screen| (screen.x, screen.y) == (of_till.x, of_till.y))
        });
        (screens, till_on)
    }

    fn open(&self, to: &Place) -> tauri::Result<()> {
        let fills = matches!(to, Place::Fills(_));
        let window = WebviewWindowBuilder::new(&self.app, CUSTOMER, WebviewUrl::App("customer.html".into()))
            .title("Holdfast display")
            .inner_size(800.0, 480.0)
            .min_inner_size(480.0, 400.0)
            .decorations(!fills)
            .skip_taskbar(fills)
            // Seen from the beginning: the page of a view that was built unseen ends (WebKitGTK, drawn in software).
            // Keys belong to the till, wherever somebody taps.
            .focused(false)
            .focusable(false)
            .devtools(cfg!(debug_assertions))
            .general_autofill_enabled(false)
            .on_navigation(fence::is_customer_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .on_download(|_, _| false);
        let window = match &self.home {
            Some(home) => window.data_directory(web_data(home)),
            None => window.incognito(true),
        };
        let window = window.build()?;
        draw_in_software(&window)?;
        hear_page_end(&window, self.page_ended.clone(), self.woken.clone())?;
        let woken = self.woken.clone();
        window.on_window_event(move |event| {
            if matches!(event, WindowEvent::Destroyed) {
                woken.notify_one();
            }
        });
        if let Place::Fills(screen) = to {
            // Where no window manager knows of full screens, a window without edges of its size is one.
            window.set_position(PhysicalPosition::new(screen.x, screen.y))?;
            window.set_size(PhysicalSize::new(screen.width, screen.height))?;
            window.set_fullscreen(true)?;
        }
        Ok(())
    }

    /// Tells the engine, if it is something new.
    fn tell(&mut self, slot: &watch::Receiver<Standing>, standing: DisplayStanding) {
        if self.told == standing {
            return;
        }
        if let Standing::Running(running) = &*slot.borrow() {
            running.till.display(standing.clone());
        }
        self.told = standing;
    }
}

fn screen_of(monitor: &tauri::Monitor) -> Screen {
    let (at, size) = (monitor.position(), monitor.size());
    Screen {
        name: monitor.name().cloned().unwrap_or_default(),
        x: at.x,
        y: at.y,
        width: size.width,
        height: size.height,
    }
}

/// A page whose process has ended stays as an empty window: nobody else says so.
#[cfg(target_os = "linux")]
fn hear_page_end<R: Runtime>(
    window: &WebviewWindow<R>,
    ended: Arc<AtomicBool>,
    woken: Arc<Notify>,
) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |_, why| {
            tracing::warn!(?why, "the page of the customer's display ended");
            ended.store(true, Ordering::SeqCst);
            woken.notify_one();
        });
    })
}

#[cfg(not(target_os = "linux"))]
fn hear_page_end<R: Runtime>(_: &WebviewWindow<R>, _: Arc<AtomicBool>, _: Arc<Notify>) -> tauri::Result<()> {
    Ok(())
}
