//! Every screen and state of the window, in both themes and every language, held against WCAG by axe-core: in the engine
//! that the till is drawn by, from a page of all states (`npm run gallery`), because some of them take a quarter of an
//! hour, a full disk or a doctored ledger to come to.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use fantoccini::Client;
use serde::Deserialize;
use serde_json::json;

use super::desk::{Folders, Screen};
use super::programs::{Running, bound_to_us};
use super::window::{browse, free_port, within};

/// The window that `browse` opens.
const WIDTH: u32 = 1280;

#[derive(Deserialize)]
struct Gallery {
    states: Vec<String>,
    languages: Vec<String>,
}

/// What axe has to say of one element, and how far the page reaches out of the window.
#[derive(Debug, Deserialize)]
struct Measured {
    violations: Vec<String>,
    width: u32,
    /// Pixels that the window as a whole could be scrolled by: its parts scroll, it does not.
    below: u32,
}

/// All of axe in the light; in the dark only what colours can break, because nothing else differs there.
const MEASURE: &str = "\
    const [state, theme, language, done] = arguments; \
    const all = { resultTypes: ['violations'] }; \
    const options = theme === 'dark' ? { ...all, runOnly: ['color-contrast', 'link-in-text-block'] } : all; \
    gallery.show(state, theme, language).then(() => axe.run(document, options)).then( \
        found => done({ \
            width: document.documentElement.scrollWidth, \
            below: document.documentElement.scrollHeight - innerHeight, \
            violations: found.violations.flatMap(({ id, nodes }) => nodes.map(node => \
                `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}: ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message}`)) \
        }), \
        why => done({ width: 0, below: 0, violations: [String(why)] }))";

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_english() {
    find_nothing("light", is_english).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_dark_screen_in_english() {
    find_nothing("dark", is_english).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_hindi() {
    find_nothing("light", is_hindi).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_dark_screen_in_hindi() {
    find_nothing("dark", is_hindi).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_any_other_language() {
    find_nothing("light", is_another).await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_dark_screen_in_any_other_language() {
    find_nothing("dark", is_another).await;
}

fn is_english(language: &str) -> bool {
    language == "en"
}

fn is_hindi(language: &str) -> bool {
    language == "hi"
}

fn is_another(language: &str) -> bool {
    !is_english(language) && !is_hindi(language)
}

async fn find_nothing(theme: &str, wanted: impl Fn(&str) -> bool) {
    let measuring = Measuring::begin().await;
    let languages = measuring.languages(wanted);

    let mut wrong = Vec::new();
    for language in &languages {
        for state in &measuring.gallery.states {
            let measured = measuring.measure(state, theme, language).await;
            let here = |what: &str| format!("{language} {theme} {state}: {what}");
            wrong.extend(measured.violations.iter().map(|what| here(what)));
            if measured.below > 0 {
                wrong.push(here(&format!("the window scrolls by {}", measured.below)));
            }
            if measured.width > WIDTH {
                wrong.push(here(&format!("the page is {} wide", measured.width)));
            }
        }
    }
    measuring.end_without(&wrong).await;
}

/// The usual window; the smallest, as touch screens are; and what the usual one is when everything is drawn twice and
/// three times as large. (The browser's own window gets no narrower than the last.)
const SIZES: [(u32, u32); 4] = [(1280, 800), (1024, 768), (640, 400), (447, 267)];

#[tokio::test]
async fn nothing_is_cut_off_at_any_size_of_text_in_english() {
    find_nothing_cut(is_english).await;
}

#[tokio::test]
async fn nothing_is_cut_off_at_any_size_of_text_in_hindi() {
    find_nothing_cut(is_hindi).await;
}

#[tokio::test]
async fn nothing_is_cut_off_at_any_size_of_text_in_any_other_language() {
    find_nothing_cut(is_another).await;
}

async fn find_nothing_cut(wanted: impl Fn(&str) -> bool) {
    let measuring = Measuring::begin().await;
    let languages = measuring.languages(wanted);
    let mut wrong = Vec::new();
    for (width, height) in SIZES {
        measuring.resize(width, height).await;
        for language in &languages {
            for state in &measuring.gallery.states {
                let cut = measuring.cut(state, language).await;
                wrong.extend(
                    cut.iter()
                        .map(|what| format!("{width}×{height} {language} {state}: {what}")),
                );
            }
        }
    }
    measuring.end_without(&wrong).await;
}

/// A check that cannot fail is none: text in a box that is too small for it, and a button beyond the edge.
#[tokio::test]
async fn what_is_cut_off_on_purpose_is_found() {
    let measuring = Measuring::begin().await;
    let spoil = "const box = document.createElement('p'); box.textContent = 'cut off on purpose'; \
        box.style.cssText = 'position: fixed; top: 0; width: 20px; overflow: hidden; white-space: nowrap'; \
        const far = document.createElement('button'); far.textContent = 'far away'; \
        far.style.cssText = 'position: fixed; top: 0; left: 99vw; width: 200px'; \
        document.body.append(box, far)";
    measuring.run(spoil).await;
    let cut = measuring.cut("filled", "en").await;
    for text in ["cut off on purpose", "far away"] {
        assert!(cut.iter().any(|what| what.contains(text)), "{text}: {cut:?}");
    }
    measuring.end().await;
}

/// A check that cannot fail is none: the same, of a page that is wrong on purpose.
#[tokio::test]
async fn axe_finds_what_is_wrong_on_purpose() {
    let measuring = Measuring::begin().await;
    let spoil = "const pale = document.createElement('p'); pale.textContent = 'pale'; \
        pale.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 99; color: #999; background: #fff'; \
        document.body.append(pale, document.createElement('button'))";
    measuring.run(spoil).await;
    let measured = measuring.measure("filled", "light", "en").await;
    for rule in ["color-contrast", "button-name"] {
        assert!(
            measured.violations.iter().any(|what| what.starts_with(rule)),
            "{rule}: {measured:?}"
        );
    }
    measuring.end().await;
}

/// The page of all states with axe in it, in a browser. Dropped in this order.
struct Measuring {
    gallery: Gallery,
    client: Client,
    _driver: Running,
    _served: Running,
    _screen: Screen,
    _folders: Folders,
}

impl Measuring {
    async fn begin() -> Self {
        let (page, served) = serve_gallery().await;
        let folders = Folders::new();
        let screen = Screen::start();
        let (client, driver) = browse(&folders, &screen, &page).await;
        let gallery = gallery_of(&client).await;
        let axe = std::fs::read_to_string(ui().join("node_modules/axe-core/axe.min.js"))
            .expect("axe-core is among the page's packages");
        let measuring = Measuring {
            gallery,
            client,
            _driver: driver,
            _served: served,
            _screen: screen,
            _folders: folders,
        };
        measuring.run(&axe).await;
        measuring
    }

    async fn run(&self, script: &str) {
        self.client
            .execute(script, vec![])
            .await
            .expect("the page takes scripts");
    }

    async fn measure(&self, state: &str, theme: &str, language: &str) -> Measured {
        let given = vec![json!(state), json!(theme), json!(language)];
        let measured = self.client.execute_async(MEASURE, given).await;
        let measured = measured.unwrap_or_else(|why| panic!("{language} {theme} {state}: {why}"));
        serde_json::from_value(measured).expect("the script answers as it was asked")
    }

    fn languages(&self, wanted: impl Fn(&str) -> bool) -> Vec<String> {
        assert!(self.gallery.states.len() > 100, "the gallery has every state");
        let languages = &self.gallery.languages;
        let chosen: Vec<String> = languages.iter().filter(|name| wanted(name)).cloned().collect();
        assert!(!chosen.is_empty(), "there is such a language");
        chosen
    }

    /// What cannot be read of a state.
    async fn cut(&self, state: &str, language: &str) -> Vec<String> {
        let show = "const [state, language, done] = arguments; \
            gallery.show(state, 'light', language).then(() => done(''), why => done(String(why)))";
        let shown = self
            .client
            .execute_async(show, vec![json!(state), json!(language)])
            .await;
        let shown = shown.unwrap_or_else(|why| panic!("{language} {state}: {why}"));
        assert_eq!(shown, json!(""), "{language} {state}");
        let found = self.client.execute(include_str!("cut.js"), vec![]).await;
        let found = found.unwrap_or_else(|why| panic!("{language} {state}: {why}"));
        serde_json::from_value(found).expect("the script answers with lines")
    }

    /// Gives the page this much room; what the browser has around it comes on top.
    async fn resize(&self, width: u32, height: u32) {
        let measure = async |what: &str| -> [u32; 2] {
            let measured = self
                .client
                .execute(what, vec![])
                .await
                .expect("the page takes scripts");
            serde_json::from_value(measured).expect("two lengths")
        };
        let around = measure("return [outerWidth - innerWidth, outerHeight - innerHeight]").await;
        self.client
            .set_window_size(width + around[0], height + around[1])
            .await
            .expect("the browser takes a size");
        let fits =
            async || (measure("return [innerWidth, innerHeight]").await == [width, height]).then_some(());
        within(fits).await.expect("the window takes the size");
    }

    async fn end_without(self, wrong: &[String]) {
        assert!(
            wrong.is_empty(),
            "{} are wrong:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
        self.end().await;
    }

    async fn end(self) {
        self.client.close().await.expect("the browser closes");
    }
}

async fn gallery_of(client: &Client) -> Gallery {
    let ready = async || {
        let told = client
            .execute("return window.gallery ?? null", vec![])
            .await
            .ok()?;
        (!told.is_null())
            .then(|| serde_json::from_value(told).ok())
            .flatten()
    };
    within(ready).await.expect("the gallery stands")
}

/// The page of all states, built and served to this machine alone.
async fn serve_gallery() -> (String, Running) {
    let port = free_port();
    let mut vite = bound_to_us("node");
    vite.current_dir(ui())
        .args([
            "node_modules/vite/bin/vite.js",
            "preview",
            "--outDir",
            "gallery",
            "--strictPort",
        ])
        .args(["--host", "127.0.0.1", "--port", &port.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit());
    assert!(
        ui().join("gallery/dev/gallery.html").is_file(),
        "run `cargo xtask build` first"
    );
    let served = Running::start(&mut vite);
    let listens = async || tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok();
    within(listens).await.expect("the gallery is served");
    (format!("http://127.0.0.1:{port}/dev/gallery.html"), served)
}

fn ui() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui")
}
