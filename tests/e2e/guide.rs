//! The pictures of the cashier's guide, `docs/guide`: each step as she sees it, in English and in Hindi, cut to the part
//! that matters, with a red ring around what she presses. `HOLDFAST_PICTURES=docs cargo xtask e2e pictures_of_the_guide`
//! takes them anew. Nothing here depends on a language but the names and wares of the shop.

mod bill;
mod practice;
mod sale;
mod shop;
mod trouble;

use fantoccini::Locator;
use holdfast_tests::pictures::place;
use holdfast_virtual_printer::Slip;
use serde_json::json;

use self::shop::Shop;
use super::ink::{Area, Ink};
use super::pictures::BYTES_MAX;
use super::window::{Window, within};

/// Fewer than a window has, because there are many pictures.
const COLOURS_MAX: usize = 96;

pub(crate) const CART: &str = ".cart";
pub(crate) const SIDE: &str = ".side";
pub(crate) const STRIP: &str = "[data-testid=open-holds]";

/// The chapters of the guide, each in a shop of its own.
#[tokio::test]
async fn pictures_of_the_guide_in_english_for_a_first_sale() {
    sale::a_first_sale(&Shop::english()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_english_for_an_evening() {
    sale::an_evening(&Shop::english()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_hindi_for_a_first_sale() {
    sale::a_first_sale(&Shop::hindi()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_hindi_for_an_evening() {
    sale::an_evening(&Shop::hindi()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_english_for_a_bill() {
    bill::a_bill(&Shop::english()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_hindi_for_a_bill() {
    bill::a_bill(&Shop::hindi()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_english_for_trouble() {
    trouble::a_bad_day(&Shop::english()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_hindi_for_trouble() {
    trouble::a_bad_day(&Shop::hindi()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_english_for_practice() {
    practice::before_the_first_day(&Shop::english()).await;
}

#[tokio::test]
async fn pictures_of_the_guide_in_hindi_for_practice() {
    practice::before_the_first_day(&Shop::hindi()).await;
}

const WHERE: &str = "\
    return [...document.querySelectorAll(arguments[0])] \
        .map(one => one.getBoundingClientRect()) \
        .filter(one => one.width > 0 && one.height > 0) \
        .map(one => [one.left, one.top, one.width, one.height])[0]";

impl Shop {
    /// Keeps what lies around all of `parts` (selectors; none: the whole window), with a ring around each mark of `rings`;
    /// `one+other` gets one ring around both.
    pub(crate) async fn take(&self, window: &Window, name: &str, parts: &[&str], rings: &[&str]) {
        window.put_mouse_away().await;
        let mut seen = Ink::of(&window.picture().await);
        for marks in rings {
            let marks = marks.split('+').map(|mark| format!("[data-testid=\"{mark}\"]"));
            seen.ring(
                area_of(window, marks)
                    .await
                    .expect("a ring goes around something"),
            );
        }
        let parts = parts.iter().map(|part| (*part).to_owned());
        if let Some(area) = area_of(window, parts).await {
            seen = seen.cut(area);
        }
        assert!(seen.width > 150 && seen.height > 40, "{name} shows nothing");
        self.keep(name, &seen.png(COLOURS_MAX));
    }

    /// A print from the roll.
    pub(crate) fn take_slip(&self, name: &str, slip: &Slip) {
        let png = slip.png().expect("something is on it");
        self.keep(name, &Ink::of(&png).on_the_counter().png(COLOURS_MAX));
    }

    fn keep(&self, name: &str, png: &[u8]) {
        let name = format!("guide/{}/{name}.png", self.language);
        assert!(png.len() <= BYTES_MAX, "{name} has {} bytes", png.len());
        if let Some(path) = place(&name) {
            std::fs::write(path, png).expect("the folder takes files");
        }
    }
}

/// All of them together; of each the first that is on the screen.
async fn area_of(window: &Window, selectors: impl Iterator<Item = String>) -> Option<Area> {
    let mut whole: Option<Area> = None;
    for selector in selectors {
        let found = async || {
            let area = window.client.execute(WHERE, vec![json!(selector)]).await.ok()?;
            let [left, top, width, height] = serde_json::from_value(area).ok()?;
            Some(Area {
                left,
                top,
                width,
                height,
            })
        };
        let Some(area) = within(found).await else {
            window.give_up(&format!("{selector} is on the screen")).await
        };
        whole = Some(whole.map_or(area, |others| others.with(area)));
    }
    whole
}

impl Window {
    /// Whatever the button is called in this language.
    pub(crate) async fn until_ready(&self) {
        self.until("pay-button", "is armed", |button| !button.is_grey())
            .await;
    }

    /// No higher than what stands in it, so that pictures have no gap.
    pub(crate) async fn low(&self) {
        self.size(690).await;
    }

    pub(crate) async fn tall(&self) {
        self.size(800).await;
    }

    async fn size(&self, height: u32) {
        let sized = self.client.set_window_size(1280, height).await;
        sized.expect("a window has a size");
    }

    pub(crate) async fn hold_in_any_language(&self) -> String {
        self.until_ready().await;
        self.click("pay-button").await;
        self.until_sale("Held").await;
        self.text("sale-ref").await
    }

    pub(crate) async fn click_css(&self, css: &str) {
        let clicked = async || {
            let found = self.client.find(Locator::Css(css)).await.ok()?;
            found.click().await.ok()
        };
        if within(clicked).await.is_none() {
            self.give_up(&format!("{css} takes a click")).await
        }
    }
}
