#![doc = include_str!("../README.md")]

mod balance;
mod cart;
mod catalogue;
mod chase;
mod evidence;
mod ids;
mod mobile;
mod money;
mod paper;
mod provider;
mod provider_text;
mod queue;
mod reconcile;
mod record;
mod refund;
mod sale;
mod shift;
mod staff;

pub use balance::{Balance, ButtonRule, Flow};
pub use cart::{
    Bill, BillChange, Cart, CartFact, Discount, GstPart, GstRate, Line, LineItem, LineRefusal, Quantity,
};
pub use catalogue::{Catalogue, Item, ItemColumn, ItemForm, ItemRefusal, ItemWhy};
pub use chase::{
    Chase, LOOKS_BEFORE_SLOW, MONEY_CALL_DEADLINE_MS, SETTLING_MS, SLOW_LOOK_EVERY_MS, absence_is_believed,
    absent_look_due_at_ms, look_due_at_ms,
};
pub use evidence::{AuthEvidence, Evidence, PaymentEvidence, conclude};
pub use ids::{CustomerMark, OurRef, OurRefRefusal, ProviderRef, masked};
pub use mobile::{Mobile, MobileRefusal};
pub use money::{AmountRefusal, Paise, Tongue};
pub use paper::{Paper, PaperFact};
pub use provider::{
    Answer, Ask, Call, Expected, Heard, MISMATCH_ID, MISMATCH_MERCHANT, Meaning, Otp, OtpRefusal,
    RefusalKind, TopUpOffer, UnknownWhy,
};
pub use provider_text::ProviderText;
pub use queue::{
    CannotWhy, Choice, Queue, QueueFact, QueueRefusal, QueueRow, Queued, QueuedWhat, RowStep, Run, eligible,
};
pub use reconcile::{
    Compared, Difference, DifferenceKind, NoteRefusal, OurSide, ReconcileFact, ReconcileNote,
    ReconcileRefusal, ReconcileRun, RowCounts, RowOutcome, RunState, SETTLEMENT_TERMS, SettlementRow, Side,
    Theirs, compare_line, compare_refund, compare_sale, could_not_be_asked, not_in_file,
};
pub use record::{Actor, Fact, Moment, Opening, Record, ReplyFact};
pub use refund::{
    REFUND_MOVES, ReasonRefusal, Refund, RefundEvent, RefundEventKind, RefundFact, RefundMove, RefundReason,
    RefundRef, RefundRefRefusal, RefundRefusal, RefundState, conclude_refund, is_refund_absence, may_refund,
    refundable_paise,
};
pub use sale::{Event, EventKind, MOVES, Move, Refusal, Sale, SaleMode, SaleState, Word, apply};
pub use shift::{
    CashBlock, CashWay, Closing, Corrected, DueHold, Figures, Moved, ReportLine, SaleMark, Shift, ShiftBooks,
    ShiftFact, ShiftRefusal, ShiftReport, Tally, Unproved,
};
pub use staff::{
    Action, DELAYS_MS, FREE_TRIES, IDLE_MINUTES_MAX, IDLE_MINUTES_USUAL, LockedWhy, NOBODY, Name,
    NameRefusal, Permission, Person, Pin, PinRefusal, PinUse, Policy, Role, Rule, RuleRefusal, Staff,
    StaffFact, StaffRefusal, Tries, delay_ms_after, judge,
};
