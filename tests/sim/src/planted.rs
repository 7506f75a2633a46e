//! Faults on purpose, to show that the checkers can fail. None of them is in the program: each stands where the engine
//! meets the world, and makes the outside see exactly what a till with that fault would do.

mod calls;
mod images;
mod ledger;
mod replies;

pub(crate) use ledger::{append, live_rows, queue};

/// One fault at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// An unanswered hold is asked again under a new id.
    NewIdOnRetry,
    /// An unanswered capture is sent once more.
    CaptureSentAgain,
    /// The call leaves as it is built; its intent is committed afterwards.
    CallBeforeIntent,
    /// An unanswered refund is sent once more.
    RefundSentAgain,
    /// A refund that PhonePe still works on counts as given.
    RefundPendingIsGiven,
    /// A release is asked again after each answer that does not end it.
    ReleaseWithoutEnd,
    /// The second press of a button asks for a second hold.
    SecondPressActs,
    /// A lost answer counts as "nothing was sent".
    LostIsNotSent,
    /// A code that nobody listed counts as a refusal.
    NewCodeRefuses,
    /// The amount in a transaction status is not compared.
    AmountNotCompared,
    /// Neither the merchant nor the sale in a transaction status is compared.
    NameNotCompared,
    /// `authState` COMPLETED or CREATED counts as paid.
    PaidOnAuthState,
    /// The first "never heard of it" is believed.
    AbsenceAtOnce,
    /// A hold that was believed absent is never asked about again.
    AbsenceForGood,
    /// A hold is over when our own clock says so.
    ExpiryByOurClock,
    /// Some replies are acted on and not kept.
    ReplyNotKept,
    /// An event is committed, its projection is not.
    ProjectionLeftOut,
    /// A record is changed after it was written.
    RecordChanged,
    /// The last commits are not on the disk when the power goes.
    ForgetsAtCrash,
    /// A disk that refuses is taken for one that wrote.
    DiskErrorSwallowed,
    /// A start forgets the calls that were on their way.
    RecoverySkipsAsked,
    /// A start forgets what waits in the queue.
    QueueForgotten,
}

impl Planted {
    pub const ALL: [Planted; 22] = [
        Planted::NewIdOnRetry,
        Planted::CaptureSentAgain,
        Planted::CallBeforeIntent,
        Planted::RefundSentAgain,
        Planted::RefundPendingIsGiven,
        Planted::ReleaseWithoutEnd,
        Planted::SecondPressActs,
        Planted::LostIsNotSent,
        Planted::NewCodeRefuses,
        Planted::AmountNotCompared,
        Planted::NameNotCompared,
        Planted::PaidOnAuthState,
        Planted::AbsenceAtOnce,
        Planted::AbsenceForGood,
        Planted::ExpiryByOurClock,
        Planted::ReplyNotKept,
        Planted::ProjectionLeftOut,
        Planted::RecordChanged,
        Planted::ForgetsAtCrash,
        Planted::DiskErrorSwallowed,
        Planted::RecoverySkipsAsked,
        Planted::QueueForgotten,
    ];
}
