#![doc = include_str!("../README.md")]

mod anchoring;
mod arming;
mod backup;
mod bills;
mod books;
mod catalogue;
mod config;
mod customer;
mod desk;
mod display;
mod front;
mod health;
mod home;
mod inputs;
mod keys;
mod lamps;
mod lessons;
mod lookups;
mod money;
mod news;
mod paper;
mod ports;
mod preferences;
mod queue;
mod reconcile;
mod recovery;
mod refunds;
mod replies;
mod run;
mod settings;
mod shift;
mod sound;
mod staff;
mod state;
mod steady;
mod top_up;
mod updates;
mod view;
mod wallet;

#[cfg(test)]
mod tests;

pub use bills::BillTray;
pub use catalogue::{
    CataloguePlan, ReadCatalogue, StagedCatalogue, changed_catalogue, found_item, listed_item,
    read_catalogue, written_catalogue,
};
pub use config::Config;
/// Stands in [`ProviderSettings`], and so in the settings file that others than the window read.
pub use contract::ProfileName;
/// What [`report_view`] and [`Desk::shift_page`] give to others than the window.
pub use contract::{DueHoldView, FigureKey, FigureView, NamedSaleView, ShiftReportView};
/// What [`disk_line`] and [`backup_line`] find.
pub use contract::{HealthFound, HealthLineView, HealthVerdict};
/// What [`compare_file`] and [`period_of`] take.
pub use contract::{Period, SettlementMapping};
pub use desk::{Desk, DeskError};
pub use display::DisplayStanding;
pub use health::{EngineHealth, MachineHealth, backup_line, clock_line, disk_line, health_view, size_text};
pub use home::{
    Footprint, Home, HomeTray, HookAddress, HookSettings, ProviderSettings, StoreSettings, profile_name,
};
pub use inputs::{BooksTrouble, Effect, Input, Tag};
pub use lessons::{Exercise, LESSONS, Lesson, LessonSeen, Trouble, judge};
pub use lookups::scheduled_look_at_ms;
pub use news::{HookStanding, News, NewsEvent};
pub use paper::{PaperContent, PaperOrder, Printed, PrinterStands};
pub use ports::{
    Books, Chance, Clock, Connect, Connected, Going, NotReady, Packages, Prepared, Printer, Provider, Shelf,
    Vault, VaultEntry, VaultTrouble,
};
pub use reconcile::{
    ComparedFile, FileLimits, FileSummary, SettlementError, compare_file, period_of, read_header,
    suggested_mapping,
};
pub use run::{Parts, TillHandle, run};
pub use shift::report_view;
pub use staff::{PinTrouble, Pins};
pub use state::{OpenBooks, Till};
pub use updates::UpdateAnswer;
