//! What was put on paper, so that a second print can say that it is one.

use crate::{OurRef, RefundRef, RefundState, SaleState};
use serde::{Deserialize, Serialize};

/// One paper by what it says. The same sale in another state is another paper: a receipt is no duplicate of its hold slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum Paper {
    Sale {
        our_ref: OurRef,
        state: SaleState,
    },
    Refund {
        our_ref: OurRef,
        refund_ref: RefundRef,
        state: RefundState,
    },
    /// An X is drawn anew each time and never a duplicate.
    X {
        shift: u32,
    },
    Z {
        number: u32,
    },
}

/// The printer took a paper. Written afterwards; what certainly never left is no fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFact {
    #[serde(flatten)]
    pub what: Paper,
    /// It was marked as one.
    pub duplicate: bool,
    /// Bytes have left, and nobody knows whether they became paper.
    pub perhaps: bool,
}

impl Paper {
    #[must_use]
    pub fn our_ref(&self) -> Option<&OurRef> {
        match self {
            Paper::Sale { our_ref, .. } | Paper::Refund { our_ref, .. } => Some(our_ref),
            Paper::X { .. } | Paper::Z { .. } => None,
        }
    }

    /// Its name in the ledger. `None` for what may be printed again and again.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Paper::Sale { our_ref, state } => Some(format!("{our_ref} {state:?}")),
            Paper::Refund {
                refund_ref, state, ..
            } => Some(format!("{refund_ref} {state:?}")),
            Paper::X { .. } => None,
            Paper::Z { number } => Some(format!("Z {number}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fact;

    fn sale(state: SaleState) -> Paper {
        Paper::Sale {
            our_ref: "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            state,
        }
    }

    #[test]
    fn the_form_on_disk_is_flat_and_stays_as_it_is() {
        let fact = Fact::Paper(PaperFact {
            what: sale(SaleState::Held),
            duplicate: true,
            perhaps: false,
        });
        let stored = serde_json::to_string(&fact).unwrap();
        assert_eq!(
            stored,
            r#"{"fact":"paper","paper":"sale","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","state":"Held","duplicate":true,"perhaps":false}"#
        );
        assert_eq!(serde_json::from_str::<Fact>(&stored).unwrap(), fact);
        assert!(fact.event().is_none() && !fact.asks() && !fact.moves());
        assert!(fact.our_ref().is_some());
    }

    #[test]
    fn each_state_is_a_paper_of_its_own_and_an_x_has_no_name() {
        assert_ne!(sale(SaleState::Held).name(), sale(SaleState::Paid).name());
        assert_eq!(Paper::X { shift: 14 }.name(), None);
        assert_eq!(Paper::Z { number: 14 }.name().as_deref(), Some("Z 14"));
    }
}
