#![doc = include_str!("../README.md")]

mod audit;
mod cart;
mod catalogue;
mod command;
mod display;
mod error;
mod filter;
mod health;
mod holds;
mod hook;
mod keys;
mod lessons;
mod paper;
mod pictures;
mod piece;
mod preferences;
mod queue;
mod reconcile;
mod refund;
mod setup;
mod shift;
mod sound;
mod staff;
mod support;
mod update;
mod view;

pub use audit::{AuditAnchor, AuditView};
pub use cart::{
    BillChangeView, BillView, BillsView, CartCommand, CatalogueState, ChangeKind, DeliveredView, GstView,
    LineTermsView, ParkedView,
};
pub use catalogue::{
    CatalogueFile, CatalogueItemView, CataloguePageView, CataloguePreview, ChangedItemView, FoundItemView,
    ItemChange, ItemFields, WrongLineView,
};
pub use command::{Accepted, Answered, COMMANDS, CUSTOMER_COMMANDS, Command};
pub use display::{
    CustomerDisplayView, DisplayBillView, DisplayCommand, DisplayLineView, DisplayPlace, DisplayPreferences,
    DisplayStandingView, DisplayState, DisplayStep, MonitorView,
};
pub use error::{ErrorCode, UiError};
pub use filter::{FilterPart, HoldsFilter, NarrowedBy, SavedView};
pub use health::{HealthFound, HealthLineView, HealthPart, HealthVerdict, HealthView};
pub use holds::{
    AskPage, CardsView, HoldRowView, HoldsPageView, HoldsTab, TabCount, TimelineEntry, TimelineView,
    TotalsView,
};
pub use hook::{HookPreferences, HookTrouble, HookView};
pub use keys::{KeyAction, KeyView};
pub use lessons::{
    AskLessons, LessonKey, LessonMistake, LessonRowView, LessonState, LessonView, LessonsView,
};
pub use paper::{
    LastPaperView, PaperCommand, PaperLanguage, PaperName, PaperOutcome, PaperPreferences, PaperPreview,
    PaperWidth, PrinterState, PrinterTrouble, PrinterView,
};
pub use pictures::{AmountView, DayPictureView, HourPictureView, LatencyView, OutcomeView, PicturesView};
pub use piece::ViewPiece;
pub use preferences::{Preferences, PreferencesCommand, PreferencesView, TextSize};
pub use queue::{
    AtDeadline, DeadlineView, OutcomeCount, PlanView, QueueCommand, QueueKind, QueuePanelRow, QueuePanelView,
    QueueView, RunOutcome, RunRowView, RunView,
};
pub use reconcile::{
    AskDifferences, ClosedView, DifferenceView, DifferencesPageView, ImportView, Period, ReconcileCommand,
    ReconcileRunView, ReconcileState, ReconcileView, SettlementFile, SettlementMapping, SettlementPreview,
    SideView,
};
pub use refund::{RefundCommand, RefundPanelView, RefundView, RefundWhy, RefundWord, RefundsView};
pub use setup::{SetupDraft, SetupFound, SetupView};
pub use shift::{
    CountView, DueHoldView, FigureKey, FigureView, HandOverView, NamedSaleView, ReportPart, ShiftCommand,
    ShiftPageView, ShiftReportView, ShiftState, ShiftView, ZLineView,
};
pub use sound::{SoundPreferences, SoundView, SpeechLanguage, SpeechView, Tone};
pub use staff::{ApprovalView, PersonView, PinText, RuleView, StaffCommand, StaffView};
pub use support::{SupportFileView, SupportView};
pub use update::{UpdatePreferences, UpdateView};
pub use view::{
    ActionId, BooksState, ButtonKind, ButtonView, CartView, CustomerState, CustomerView, KeyringState,
    LampsView, LineView, LookView, MoneyWord, NoticeCode, NoticeView, OpenHoldView, ProfileName,
    ProviderState, QrView, ReviewKind, ReviewView, SaleView, SettingsView, StopView, SuggestedAmount,
    TillView, TopUpView, WalletState, WalletView, WhyCode, WhyView,
};
