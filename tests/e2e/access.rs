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
    find_nothing(|language| language == "en").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_hindi() {
    find_nothing(|language| language == "hi").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_in_any_other_language() {
    find_nothing(|language| !["en", "hi"].contains(&language)).await;
}

async fn find_nothing(wanted: impl Fn(&str) -> bool) {
    let measuring = Measuring::begin().await;
    let languages: Vec<&String> = measuring
        .gallery
        .languages
        .iter()
        .filter(|name| wanted(name))
        .collect();
    assert!(measuring.gallery.states.len() > 40 && !languages.is_empty());

    let mut wrong = Vec::new();
    for language in languages {
        for theme in ["light", "dark"] {
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
    }
    assert!(
        wrong.is_empty(),
        "{} violations:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
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
pub(crate) async fn serve_gallery() -> (String, Running) {
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
