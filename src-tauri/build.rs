//! Names every command for Tauri's access list. Without the list each command would be open to every window; the
//! names are `contract::COMMANDS`, and a test compares the two.

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands = AppManifest::new().commands(&[
        "subscribe",
        "act",
        "holds_page",
        "hold_timeline",
        "shift_page",
        "pictures",
        "differences_page",
        "settlement_preview",
        "settlement_import",
        "phone_open",
        "topup_open",
        "export_salvage",
        "evidence_pack",
        "books_check",
        "books_retry",
        "health",
        "support_preview",
        "support_save",
        "lessons",
        "setup_check",
        "setup_keep",
        "setup_restart",
        "views_list",
        "views_save",
        "views_delete",
        "catalogue_search",
        "catalogue_find",
        "catalogue_page",
        "catalogue_change",
        "catalogue_preview",
        "catalogue_import",
        "catalogue_export",
        "paper_preview",
        "paper_pdf",
        "paper_languages",
        "customer_subscribe",
    ]);
    // The page is embedded; without this an edited page would stay the old one.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::try_build(Attributes::new().app_manifest(commands))?;
    Ok(())
}
