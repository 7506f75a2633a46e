use crate::{Paise, ProviderText};
use serde::{Deserialize, Serialize};

/// `topupWorkflowType` of PhonePe's balance and top-up calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// A sale: the flags answer for one amount.
    Transactional,
    /// A top-up without a sale.
    NonTransactional,
}

/// What PhonePe said of a wallet, for one amount.
/// Source: <https://developer.phonepe.com/v1/reference/get-wallet-balance-1>
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    pub usable_paise: Paise,
    pub topup_max_paise: Option<Paise>,
    /// `None`: missing or null. Null is what PhonePe says in the non-transactional flow.
    pub debit_possible: Option<bool>,
    pub topup_possible: Option<bool>,
    /// PhonePe's words for the customer, verbatim.
    pub words: Option<ProviderText>,
}

/// What the money button says. The tables of PhonePe's balance page, and "missing means not possible" beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonRule {
    Pay,
    TopUpAndPay,
    TopUp,
    Greyed,
}

impl Balance {
    #[must_use]
    pub fn button(&self, flow: Flow) -> ButtonRule {
        let debit = self.debit_possible == Some(true);
        let topup = self.topup_possible == Some(true);
        match flow {
            Flow::Transactional if debit => ButtonRule::Pay,
            Flow::Transactional if topup => ButtonRule::TopUpAndPay,
            Flow::NonTransactional if topup => ButtonRule::TopUp,
            Flow::Transactional | Flow::NonTransactional => ButtonRule::Greyed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(flow: Flow, debit_possible: Option<bool>, topup_possible: Option<bool>, expected: ButtonRule) {
        let balance = Balance {
            usable_paise: Paise::ZERO,
            topup_max_paise: None,
            debit_possible,
            topup_possible,
            words: None,
        };
        assert_eq!(
            balance.button(flow),
            expected,
            "{flow:?} {debit_possible:?} {topup_possible:?}"
        );
    }

    #[test]
    fn the_button_follows_phonepes_two_tables() {
        use ButtonRule::{Greyed, Pay, TopUp, TopUpAndPay};
        use Flow::{NonTransactional, Transactional};
        check(Transactional, Some(true), Some(true), Pay);
        check(Transactional, Some(true), Some(false), Pay);
        check(Transactional, Some(false), Some(true), TopUpAndPay);
        check(Transactional, Some(false), Some(false), Greyed);
        check(NonTransactional, None, Some(true), TopUp);
        check(NonTransactional, None, Some(false), Greyed);
    }

    #[test]
    fn a_missing_flag_means_not_possible() {
        use ButtonRule::{Greyed, Pay, TopUp, TopUpAndPay};
        check(Flow::Transactional, None, Some(true), TopUpAndPay);
        check(Flow::Transactional, None, None, Greyed);
        check(Flow::Transactional, Some(true), None, Pay);
        check(Flow::Transactional, Some(false), None, Greyed);
        check(Flow::NonTransactional, None, None, Greyed);
        check(Flow::NonTransactional, Some(true), Some(true), TopUp);
    }
}
