//! When the money button may be pressed, and for what. An action id is good for one press of the button as it stood
//! when it was armed: any change makes a new one, and a used one is refused.

use crate::state::Till;
use contract::{ActionId, ButtonKind, CustomerState, ErrorCode, ReviewKind, UiError, WhyCode};
use domain::{ButtonRule, Flow, Paise, Permission, SaleMode};
use std::collections::VecDeque;

/// Used action ids that are remembered; far more than can be on a screen at once.
const TAKEN_KEPT_MAX: usize = 256;

#[derive(Default)]
pub(crate) struct Armed {
    key: Option<ArmKey>,
    pub action_id: Option<ActionId>,
    taken: VecDeque<ActionId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct ArmKey {
    rule: ButtonRuleKey,
    hmac_hex: String,
    amount: Paise,
    mode: SaleMode,
    turn: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ButtonRuleKey {
    Pay,
    TopUp(Flow),
}

/// What the button shows, before the amounts are put into words.
pub(crate) struct Button {
    pub kind: ButtonKind,
    pub why: WhyCode,
    pub words: Option<String>,
}

impl Armed {
    /// Whether the button has this id and would ask for money.
    pub fn is_for_money(&self, action_id: &ActionId) -> bool {
        let pays = self
            .key
            .as_ref()
            .is_some_and(|key| key.rule == ButtonRuleKey::Pay);
        pays && self.action_id.as_ref() == Some(action_id)
    }

    /// Somebody else's screen comes: the next arming makes a new id.
    pub fn disarm(&mut self) {
        self.key = None;
        self.action_id = None;
    }
}

impl Till {
    /// Arms or disarms the button after whatever happened.
    pub(crate) fn rearm(&mut self) {
        let key = self.arm_key();
        if key != self.front.armed.key {
            self.front.armed.action_id = key.as_ref().map(|_| self.new_action_id());
            self.front.armed.key = key;
        }
    }

    /// The money button was pressed.
    pub(crate) fn press(&mut self, action_id: &ActionId) -> Result<(), UiError> {
        self.take_action(action_id, self.front.armed.action_id.as_ref() == Some(action_id))?;
        let rule = self.front.armed.key.as_ref().map(|key| key.rule);
        match rule {
            Some(ButtonRuleKey::Pay) => self.ask_hold(),
            Some(ButtonRuleKey::TopUp(flow)) => self.open_top_up(flow),
            None => Err(ErrorCode::NotArmed.into()),
        }
    }

    /// Capture or release was confirmed in its panel.
    pub(crate) fn confirm(&mut self, kind: ReviewKind, action_id: &ActionId) -> Result<(), UiError> {
        let review = self.front.review.clone().filter(|review| review.kind == kind);
        let on_screen = review
            .as_ref()
            .is_some_and(|review| review.action_id == *action_id);
        self.take_action(action_id, on_screen)?;
        let review = review.ok_or(ErrorCode::NotArmed)?;
        match kind {
            ReviewKind::Capture => {
                self.note_delivered(&review.our_ref)?;
                self.ask_capture(&review.our_ref, review.amount)?;
            }
            ReviewKind::Release => self.ask_release(&review.our_ref)?,
        }
        self.front.review = None;
        Ok(())
    }

    pub(crate) fn new_action_id(&self) -> ActionId {
        ActionId(format!("{:032x}", self.chance.next_u128()))
    }

    pub(crate) fn take_action(&mut self, action_id: &ActionId, on_screen: bool) -> Result<(), UiError> {
        if self.front.armed.taken.contains(action_id) {
            return Err(ErrorCode::AlreadyTaken.into());
        }
        if !on_screen {
            return Err(ErrorCode::NotArmed.into());
        }
        self.front.armed.taken.push_back(action_id.clone());
        if self.front.armed.taken.len() > TAKEN_KEPT_MAX {
            self.front.armed.taken.pop_front();
        }
        // A press disarms at once; the next arming makes a new id even if nothing else changed.
        self.front.wallet.turn = self.front.wallet.turn.saturating_add(1);
        Ok(())
    }

    fn arm_key(&self) -> Option<ArmKey> {
        if self.gate().is_some() || self.front.top_up.is_some() || self.people.is_locked() {
            return None;
        }
        let balance = self.fresh_balance()?;
        let wanted = self.wanted_balance()?;
        let rule = match balance.button(wanted.flow) {
            ButtonRule::Pay if self.pay_permission() == Permission::Denied => return None,
            ButtonRule::Pay => ButtonRuleKey::Pay,
            ButtonRule::TopUpAndPay | ButtonRule::TopUp => ButtonRuleKey::TopUp(wanted.flow),
            ButtonRule::Greyed => return None,
        };
        Some(ArmKey {
            rule,
            hmac_hex: wanted.hmac_hex,
            amount: wanted.amount,
            mode: self.front.mode,
            turn: self.front.wallet.turn,
        })
    }

    /// What the rules say of the button, when it would ask for money.
    fn pay_permission(&self) -> Permission {
        let (action, amount) = self.pay_action();
        self.permission(action, amount)
    }

    /// What the button says and why.
    pub(crate) fn button(&self) -> Button {
        let has_amount = self.asked_paise().is_positive();
        let idle = if has_amount || self.front.customer.state != CustomerState::Linked {
            ButtonKind::Pay
        } else {
            ButtonKind::TopUp
        };
        let greyed = |why| Button {
            kind: idle,
            why,
            words: None,
        };
        if let Some(why) = self.gate() {
            return greyed(why);
        }
        match self.front.customer.state {
            CustomerState::None | CustomerState::LookingUp | CustomerState::Stopped => {
                return greyed(if has_amount {
                    WhyCode::NoCustomer
                } else {
                    WhyCode::NoAmount
                });
            }
            CustomerState::SendingOtp | CustomerState::OtpAsked | CustomerState::Verifying => {
                return greyed(WhyCode::OtpPending);
            }
            CustomerState::RelinkNeeded => return greyed(WhyCode::RelinkNeeded),
            CustomerState::Unlinking => return greyed(WhyCode::Sending),
            CustomerState::Linked => {}
        }
        if !self.bill_is_open() {
            return greyed(WhyCode::Sending);
        }
        self.wallet_button(idle)
    }

    fn wallet_button(&self, idle: ButtonKind) -> Button {
        let wallet = &self.front.wallet;
        if let (Some(why), None) = (wallet.error, &wallet.reading) {
            return Button {
                kind: idle,
                why,
                words: wallet.words.clone(),
            };
        }
        let (Some(balance), Some(wanted)) = (self.fresh_balance(), self.wanted_balance()) else {
            return Button {
                kind: idle,
                why: WhyCode::Checking,
                words: None,
            };
        };
        let words = balance.words.as_ref().map(domain::ProviderText::shown);
        match (balance.button(wanted.flow), wanted.flow) {
            (ButtonRule::Pay, _) => {
                let why = match (self.pay_permission(), self.front.mode) {
                    (Permission::Denied, _) => WhyCode::NotAllowedForYou,
                    (Permission::AskManager, _) => WhyCode::ManagerWillBeAsked,
                    (Permission::Allowed, SaleMode::Hold) => self
                        .front
                        .unsent
                        .as_ref()
                        .map_or(WhyCode::Ready, |_| WhyCode::HoldNotSent),
                    (Permission::Allowed, SaleMode::Charge) => WhyCode::ReadyCharge,
                };
                Button {
                    kind: ButtonKind::Pay,
                    why,
                    words,
                }
            }
            (ButtonRule::TopUpAndPay, _) => Button {
                kind: ButtonKind::TopUpAndPay,
                why: WhyCode::BalanceTooLowTopUpPossible,
                words,
            },
            (ButtonRule::TopUp, _) => Button {
                kind: ButtonKind::TopUp,
                why: WhyCode::TopUpOnlyPossible,
                words,
            },
            (ButtonRule::Greyed, Flow::Transactional) => Button {
                kind: ButtonKind::Pay,
                why: WhyCode::NotPossible,
                words,
            },
            (ButtonRule::Greyed, Flow::NonTransactional) => Button {
                kind: ButtonKind::TopUp,
                why: WhyCode::TopUpNotPossible,
                words,
            },
        }
    }
}
