//! Words and imports that have no place here.

/// Spelled in two halves, so that this file does not refuse itself.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("to", "do!"),
    concat!("db", "g!"),
    concat!("#[ig", "nore"),
];
const RAW_HTML: &str = concat!("{@", "html");
const TAURI_IN_PAGE: &str = "@tauri-apps";
const ONLY_TAURI_FOLDER: &str = "ui/src/backend/";

/// One sentence for each line of the file that has such a word.
pub fn refused(place: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    lines
        .flat_map(|(at, line)| reasons(place, line).map(move |why| format!("{place}:{}: {why}", at + 1)))
        .collect()
}

fn reasons(place: &str, line: &str) -> impl Iterator<Item = String> {
    let unfinished = UNFINISHED.iter().filter(|word| line.contains(**word));
    let unfinished =
        unfinished.map(|word| format!("`{word}`: nothing unfinished or switched off is kept here"));
    let html = line
        .contains(RAW_HTML)
        .then(|| format!("`{RAW_HTML}`: text from outside must stay text, whatever it holds"));
    let tauri = (place.starts_with("ui/src/")
        && !place.starts_with(ONLY_TAURI_FOLDER)
        && line.contains(TAURI_IN_PAGE))
    .then(|| format!("`{TAURI_IN_PAGE}`: only {ONLY_TAURI_FOLDER} may speak to the shell"));
    unfinished
        .chain(html)
        .chain(tauri)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_of_unfinished_work_is_refused_with_its_line() {
        for word in UNFINISHED {
            let said = refused("crates/till/src/sale.rs", &format!("fine\n    {word} later\n"));
            assert_eq!(said.len(), 1, "{word}");
            assert!(said[0].starts_with("crates/till/src/sale.rs:2: "), "{said:?}");
        }
    }

    #[test]
    fn raw_html_is_refused_in_the_page() {
        let line = format!("<p>{RAW_HTML} message}}</p>");
        assert_eq!(refused("ui/src/screens/Till.svelte", &line).len(), 1);
        assert_eq!(
            refused("ui/src/screens/Till.svelte", "<p>{message}</p>"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn only_the_backend_folder_speaks_to_the_shell() {
        let line = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(refused("ui/src/screens/Till.svelte", line).len(), 1);
        assert_eq!(refused("ui/src/backend_too/tauri.ts", line).len(), 1);
        assert_eq!(refused("ui/src/backend/tauri.ts", line), Vec::<String>::new());
        assert_eq!(
            refused("ui/eslint.config.js", "patterns: ['@tauri-apps/*']"),
            Vec::<String>::new()
        );
    }
}
