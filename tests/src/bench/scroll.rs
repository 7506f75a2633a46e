//! A board of five hundred rows, scrolled in the real window, against a bare page of as many lines in an empty one. Both are
//! scrolled by the same script, a step in each frame, and the time from frame to frame is what is compared. A frame that takes
//! more than one and a half sixtieths of a second was dropped.

use super::driver::Driver;
use super::measure::nth;
use super::stage::Stage;
use super::{Measured, rounds};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const ROWS: usize = 500;
/// A frame is due each sixtieth of a second.
const FRAME_MS: f64 = 1_000.0 / 60.0;

/// Shows the board's longest tab and asks for more until all the rows are there; answers how many.
const FILL_BOARD: &str = "\
    const [rows, done] = arguments; \
    const find = name => document.querySelector(`[data-testid=\"${name}\"]`); \
    const count = () => document.querySelectorAll('[data-testid=\"hold-row\"]').length; \
    let asked = -1; \
    const go = setInterval(() => { \
        if (!find('holds-tab-captured')) { find('nav-holds')?.click(); return; } \
        if (find('holds-tab-captured').getAttribute('aria-pressed') !== 'true') { find('holds-tab-captured').click(); return; } \
        if (count() >= rows) { clearInterval(go); done(count()); return; } \
        if (count() > 0 && count() !== asked && find('holds-more')) { asked = count(); find('holds-more').click(); } \
    }, 50)";
/// The floor's page: as many lines of text as the board has rows, each of its height.
const FILL_BARE: &str = "\
    const [rows, done] = arguments; \
    const box = document.createElement('div'); \
    Object.assign(box.style, {height: '560px', overflowY: 'auto'}); \
    for (let at = 0; at < rows; at += 1) { \
        const line = document.createElement('div'); \
        line.style.height = '49px'; \
        line.textContent = `line ${at}`; \
        box.append(line); \
    } \
    document.body.replaceChildren(box); \
    done(rows)";
/// Scrolls whatever scrolls by a step in each frame, down and up again; answers the milliseconds between the frames.
const SCROLL: &str = "\
    const [frames, done] = arguments; \
    const box = [...document.querySelectorAll('*')].find(e => \
        e.scrollHeight > e.clientHeight + 1000 && getComputedStyle(e).overflowY === 'auto'); \
    if (!box) { done([]); return; } \
    const times = []; \
    const step = now => { \
        times.push(now); \
        box.scrollTop += (times.length % 200 < 100 ? 1 : -1) * 120; \
        if (times.length <= frames) requestAnimationFrame(step); \
        else done(times.slice(1).map((time, at) => time - times[at])); \
    }; \
    requestAnimationFrame(step)";

pub fn measure() -> Measured {
    let stage = Stage::set();
    let (till, empty) = (stage.till(), stage.empty());
    let mut ours = Vec::new();
    let mut floor = Vec::new();
    for _ in 0..rounds(3) {
        ours.extend(frames_of(&stage, &till, FILL_BOARD));
        floor.extend(frames_of(&stage, &empty, FILL_BARE));
    }
    for (name, frames) in [("the board", &ours), ("the bare page", &floor)] {
        let dropped = frames.iter().filter(|ms| **ms > 1.5 * FRAME_MS).count();
        eprintln!(
            "{name}: {dropped} of {} frames dropped; median {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
            frames.len(),
            nth(frames, 50),
            nth(frames, 99),
            nth(frames, 100),
        );
    }
    let of_p99 = |frames: &[f64]| Duration::from_secs_f64(nth(frames, 99) / 1_000.0);
    Measured::of_times(&[(of_p99(&ours), of_p99(&floor))], 1)
}

fn frames_of(stage: &Stage, program: &Path, fill: &str) -> Vec<f64> {
    let (frames, running) = stage.runtime.block_on(async {
        let driver = Driver::start(stage, program).await;
        let filled = driver
            .client
            .execute_async(fill, vec![json!(ROWS)])
            .await
            .unwrap();
        assert!(filled.as_u64() >= Some(ROWS as u64), "only {filled} rows");
        let frames = driver
            .client
            .execute_async(SCROLL, vec![json!(600)])
            .await
            .unwrap();
        (frames, driver.end().await)
    });
    stage.close(running);
    let frames = frames.as_array().unwrap();
    assert!(!frames.is_empty(), "nothing scrolls in {}", program.display());
    frames.iter().map(|ms| ms.as_f64().unwrap()).collect()
}
