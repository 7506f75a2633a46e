use domain::{Sale, SaleState};

/// What is known of the money, apart from the hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Money {
    NotAsked,
    NotSureYet,
    /// Captured; the transaction status has not proved it yet.
    Captured,
    Paid,
    Failed,
    Released,
}

impl Money {
    #[must_use]
    pub fn of(state: SaleState) -> Money {
        match state {
            SaleState::Draft
            | SaleState::HoldAsked
            | SaleState::HoldUnknown
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::Held
            | SaleState::CancelAsked
            | SaleState::CancelUnknown => Money::NotAsked,
            SaleState::CaptureAsked | SaleState::CaptureUnknown | SaleState::NeedsPerson => Money::NotSureYet,
            SaleState::CaptureAccepted => Money::Captured,
            SaleState::Paid => Money::Paid,
            SaleState::NotPaid => Money::Failed,
            SaleState::Released | SaleState::Expired => Money::Released,
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Money::NotAsked => "not_asked",
            Money::NotSureYet => "not_sure_yet",
            Money::Captured => "captured",
            Money::Paid => "paid",
            Money::Failed => "failed",
            Money::Released => "released",
        }
    }
}

/// Where a sale is counted: each stands on exactly one shelf, and the totals are kept per shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shelf {
    /// A hold was asked for and is not known to be there.
    Asking,
    /// Held, including while a capture or release is on its way.
    Held,
    AcceptedInFull,
    AcceptedInPart,
    PaidInFull,
    PaidInPart,
    NotPaid,
    Released,
    Expired,
    /// Never held.
    Failed,
    NeedsPerson,
}

impl Shelf {
    pub const ALL: [Shelf; 11] = [
        Shelf::Asking,
        Shelf::Held,
        Shelf::AcceptedInFull,
        Shelf::AcceptedInPart,
        Shelf::PaidInFull,
        Shelf::PaidInPart,
        Shelf::NotPaid,
        Shelf::Released,
        Shelf::Expired,
        Shelf::Failed,
        Shelf::NeedsPerson,
    ];

    #[must_use]
    pub fn of(sale: &Sale) -> Shelf {
        let in_part = sale.captured_paise() < sale.amount_paise;
        match sale.state {
            SaleState::Draft | SaleState::HoldAsked | SaleState::HoldUnknown => Shelf::Asking,
            SaleState::Held
            | SaleState::CaptureAsked
            | SaleState::CaptureUnknown
            | SaleState::CancelAsked
            | SaleState::CancelUnknown => Shelf::Held,
            SaleState::CaptureAccepted if in_part => Shelf::AcceptedInPart,
            SaleState::CaptureAccepted => Shelf::AcceptedInFull,
            SaleState::Paid if in_part => Shelf::PaidInPart,
            SaleState::Paid => Shelf::PaidInFull,
            SaleState::NotPaid => Shelf::NotPaid,
            SaleState::Released => Shelf::Released,
            SaleState::Expired => Shelf::Expired,
            SaleState::HoldRefused | SaleState::HoldAbsent => Shelf::Failed,
            SaleState::NeedsPerson => Shelf::NeedsPerson,
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Shelf::Asking => "asking",
            Shelf::Held => "held",
            Shelf::AcceptedInFull => "accepted_in_full",
            Shelf::AcceptedInPart => "accepted_in_part",
            Shelf::PaidInFull => "paid_in_full",
            Shelf::PaidInPart => "paid_in_part",
            Shelf::NotPaid => "not_paid",
            Shelf::Released => "released",
            Shelf::Expired => "expired",
            Shelf::Failed => "failed",
            Shelf::NeedsPerson => "needs_person",
        }
    }

    #[must_use]
    pub fn named(name: &str) -> Option<Shelf> {
        Self::ALL.into_iter().find(|shelf| shelf.name() == name)
    }

    #[must_use]
    pub fn is_captured(self) -> bool {
        self.is_partial() || matches!(self, Shelf::AcceptedInFull | Shelf::PaidInFull)
    }

    #[must_use]
    pub fn is_partial(self) -> bool {
        matches!(self, Shelf::AcceptedInPart | Shelf::PaidInPart)
    }

    #[must_use]
    pub fn is_paid(self) -> bool {
        matches!(self, Shelf::PaidInFull | Shelf::PaidInPart)
    }
}
