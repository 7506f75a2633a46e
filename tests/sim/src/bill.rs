use crate::chance::Dice;
use crate::plan::Plan;
use crate::world::World;
use domain::{OurRef, SaleState};
use ledger::HoldRow;

/// One customer at the counter, and what is going to happen to the bill.
pub(crate) struct Bill {
    pub cashier: usize,
    pub mobile: String,
    /// Different for each bill: it is how a sale in the strip is known for whose it is.
    pub last_four: String,
    pub rupees: i64,
    pub charge: bool,
    pub ending: Ending,
    pub service_ms: i64,
    pub held_at_ms: Option<i64>,
    /// Presses of the money button, and of the panels, before the customer walks away.
    pub tries_left: u32,
    pub ends_left: u32,
    pub refunds_left: u32,
    pub done: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Capture {
        rupees: i64,
    },
    Release,
    /// The customer leaves; nobody ends the hold.
    Abandoned,
}

impl Bill {
    pub fn drawn(nth: usize, cashier: usize, plan: &Plan, dice: &mut Dice) -> Bill {
        let rupees = dice.between(1, 5_000);
        let ending = match dice.between(0, 100) {
            0..35 => Ending::Capture { rupees },
            35..65 => Ending::Capture {
                rupees: dice.between(1, rupees + 1),
            },
            65..88 => Ending::Release,
            _ => Ending::Abandoned,
        };
        Bill {
            cashier,
            mobile: format!("98765{nth:05}"),
            last_four: format!("{nth:04}"),
            rupees,
            charge: dice.per_mille(plan.charge),
            ending,
            service_ms: dice.between(0, plan.service_ms_max),
            held_at_ms: None,
            tries_left: 3,
            ends_left: 4,
            refunds_left: 3,
            done: false,
        }
    }
}

impl World {
    /// The bill's sale that is not at an end, as the strip shows it.
    pub fn open_sale_of(&self, bill: usize) -> Option<HoldRow> {
        self.sales_of(bill)
            .into_iter()
            .find(|row| !row.sale.state.is_final() && row.sale.state != SaleState::Draft)
    }

    pub fn last_sale_of(&self, bill: usize) -> Option<HoldRow> {
        self.sales_of(bill).pop()
    }

    /// Whether a sale of the bill ended in a way after which nothing is asked of the customer any more.
    pub fn is_over(&self, bill: usize) -> bool {
        let ended = |row: &HoldRow| {
            matches!(
                row.sale.state,
                SaleState::Paid | SaleState::NotPaid | SaleState::Released | SaleState::Expired
            )
        };
        self.sales_of(bill).iter().any(ended)
    }

    /// A hold that came to light when its bill had been asked for once more: one of the two is given back.
    pub fn has_another_hold(&self, bill: usize, our_ref: &OurRef) -> bool {
        let may_take = |row: &HoldRow| {
            let never = matches!(
                row.sale.state,
                SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent
            );
            let gone = matches!(row.sale.state, SaleState::Released | SaleState::Expired);
            row.sale.our_ref != *our_ref && !never && !gone
        };
        self.sales_of(bill).iter().any(may_take)
    }

    fn sales_of(&self, bill: usize) -> Vec<HoldRow> {
        let last_four = &self.bills[bill].last_four;
        let disk = self.disk.lock();
        let of_bill = disk
            .rows
            .values()
            .filter(|row| row.customer.last_four == *last_four);
        of_bill.cloned().collect()
    }
}
