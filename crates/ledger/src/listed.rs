//! A sale as a list shows it: read from the columns alone, without opening its whole story. A million of them are exported
//! while somebody waits.

use crate::HoldRow;
use crate::chain::seq_of;
use domain::Paise;
use rusqlite::Row;

/// One sale's figures. Moments in milliseconds since 1970; names as the domain and the provider write them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedHold {
    /// The event that opened it.
    pub seq: u64,
    pub our_ref: String,
    pub provider_ref: Option<String>,
    /// [`domain::SaleState::name`].
    pub state: String,
    pub held_paise: Paise,
    pub captured_paise: Paise,
    pub released_paise: Paise,
    pub refunded_paise: Paise,
    pub last_four: String,
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub created_at_ms: i64,
    pub deadline_at_ms: Option<i64>,
    pub paid_at_ms: Option<i64>,
}

impl ListedHold {
    pub(crate) const COLUMNS: &str = "seq, our_ref, provider_ref, state, held_paise, captured_paise, released_paise, \
                                      refunded_paise, customer_last4, counter, cashier, shift, created_at_ms, \
                                      deadline_at_ms, paid_at_ms";

    /// From a row with [`ListedHold::COLUMNS`].
    pub(crate) fn of(row: &Row<'_>) -> Result<ListedHold, rusqlite::Error> {
        Ok(ListedHold {
            seq: seq_of(row.get(0)?),
            our_ref: row.get(1)?,
            provider_ref: row.get(2)?,
            state: row.get(3)?,
            held_paise: Paise::new(row.get(4)?),
            captured_paise: Paise::new(row.get(5)?),
            released_paise: Paise::new(row.get(6)?),
            refunded_paise: Paise::new(row.get(7)?),
            last_four: row.get(8)?,
            counter: row.get(9)?,
            cashier: row.get(10)?,
            shift: row.get(11)?,
            created_at_ms: row.get(12)?,
            deadline_at_ms: row.get(13)?,
            paid_at_ms: row.get(14)?,
        })
    }
}

impl From<HoldRow> for ListedHold {
    fn from(row: HoldRow) -> ListedHold {
        let sale = &row.sale;
        ListedHold {
            seq: row.seq,
            our_ref: sale.our_ref.to_string(),
            provider_ref: sale.provider_ref.as_ref().map(|provider| provider.0.clone()),
            state: sale.state.name().to_owned(),
            held_paise: row.held_paise(),
            captured_paise: row.captured_paise(),
            released_paise: row.released_paise(),
            refunded_paise: row.refunded_paise(),
            last_four: row.customer.last_four.clone(),
            counter: row.counter.clone(),
            cashier: row.cashier.clone(),
            shift: row.shift,
            created_at_ms: row.created_at_ms,
            deadline_at_ms: sale.deadline_at_ms,
            paid_at_ms: sale.paid_at_ms,
        }
    }
}
