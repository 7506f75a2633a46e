//! The hand-over to the customer's phone. PhonePe offers no top-up status: the only evidence is a new balance, so the
//! till reads it again until the flags turn, and never says "topped up" on anything else.
//! Source: <https://developer.phonepe.com/v1/reference/wallet-top-up>

use crate::replies::{reply_fact, why_code};
use crate::state::{Flight, Till};
use contract::{ErrorCode, QrView, UiError, WhyCode};
use domain::{Answer, Ask, ButtonRule, Fact, Flow, Heard, Meaning, Paise, RefusalKind};
use qrcode::{Color, EcLevel, QrCode};

/// How often the balance is read while the customer tops up.
const READ_EVERY_MS: i64 = 4_000;

pub(crate) struct TopUp {
    pub flow: Flow,
    /// Which asking this is; a late reply to an older one is dropped.
    pub turn: u64,
    pub amount: Paise,
    pub suggested: Vec<Paise>,
    pub url: Option<String>,
    pub qr: Option<QrView>,
    pub can_open: bool,
    pub error: Option<WhyCode>,
    pub words: Option<String>,
    pub read_due_at_ms: Option<i64>,
}

impl Till {
    /// Opens the top-up for what the balance asks for. Nothing is charged by it.
    pub(crate) fn open_top_up(&mut self, flow: Flow) -> Result<(), UiError> {
        let balance = self.fresh_balance().cloned().ok_or(ErrorCode::NotArmed)?;
        let total = self.front.cart.total();
        let suggested = match flow {
            Flow::Transactional => {
                let short = total.checked_sub(balance.usable_paise).unwrap_or(total);
                suggestions(short, balance.topup_max_paise)
            }
            Flow::NonTransactional => suggestions(Paise::new(50_000), balance.topup_max_paise),
        };
        let amount = suggested.first().copied().unwrap_or(total);
        self.ask_top_up(flow, amount, suggested)
    }

    pub(crate) fn choose_top_up(&mut self, amount: Paise) -> Result<(), UiError> {
        let top_up = self.front.top_up.as_ref().ok_or(ErrorCode::NotAllowedNow)?;
        if !top_up.suggested.contains(&amount) {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        let (flow, suggested) = (top_up.flow, top_up.suggested.clone());
        self.ask_top_up(flow, amount, suggested)
    }

    pub(crate) fn check_top_up(&mut self) -> Result<(), UiError> {
        if self.front.top_up.is_none() {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.refresh_balance()
    }

    pub(crate) fn leave_top_up(&mut self) -> Result<(), UiError> {
        self.front.top_up = None;
        Ok(())
    }

    pub(crate) fn hear_top_up(&mut self, turn: u64, heard: Heard) {
        let Some(mark) = self.front.customer.mark.clone() else {
            return;
        };
        if self
            .front
            .top_up
            .as_ref()
            .is_none_or(|top_up| top_up.turn != turn)
        {
            return;
        }
        let _ = self.commit(Fact::TopUpAnswered {
            customer: mark,
            reply: reply_fact(&heard),
        });
        if matches!(heard.meaning, Meaning::Refused(RefusalKind::RelinkNeeded)) {
            return self.token_refused(&heard);
        }
        let read_due_at_ms = self.now_ms().saturating_add(READ_EVERY_MS);
        let hosts = self.config.top_up_hosts.clone();
        let Some(top_up) = self.front.top_up.as_mut() else {
            return;
        };
        top_up.words = heard.words.as_ref().map(domain::ProviderText::shown);
        match &heard.meaning {
            Meaning::Agreed(Answer::TopUp(offer)) => {
                top_up.qr = qr_of(&offer.url);
                top_up.can_open = may_be_opened(&offer.url, &hosts);
                top_up.url = Some(offer.url.clone());
                top_up.error = top_up.qr.is_none().then_some(WhyCode::TopUpFailed);
                top_up.read_due_at_ms = Some(read_due_at_ms);
            }
            meaning @ (Meaning::Agreed(_)
            | Meaning::Refused(_)
            | Meaning::NotSent(_)
            | Meaning::Unknown(_)) => {
                top_up.error = Some(match meaning {
                    Meaning::Refused(RefusalKind::Other | RefusalKind::BadRequest) => WhyCode::TopUpFailed,
                    Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) | Meaning::Unknown(_) => {
                        why_code(meaning)
                    }
                });
            }
        }
    }

    pub(crate) fn top_up_if_due(&mut self, now_ms: i64) {
        let Some(top_up) = self.front.top_up.as_mut() else {
            return;
        };
        if top_up.read_due_at_ms.is_some_and(|due| now_ms >= due) {
            top_up.read_due_at_ms = Some(now_ms.saturating_add(READ_EVERY_MS));
            if self.front.wallet.reading.is_none() {
                self.front.wallet.due_at_ms = Some(now_ms);
                self.read_balance_if_due(now_ms);
            }
        }
    }

    /// A balance came in. When the flags have turned, the sale goes on at the Pay button.
    pub(crate) fn balance_seen(&mut self, _now_ms: i64) {
        let Some(top_up) = &self.front.top_up else { return };
        let rule = self
            .fresh_balance()
            .map(|balance| balance.button(Flow::Transactional));
        if top_up.flow == Flow::Transactional && rule == Some(ButtonRule::Pay) {
            self.front.top_up = None;
        }
    }

    fn ask_top_up(&mut self, flow: Flow, chosen: Paise, suggested: Vec<Paise>) -> Result<(), UiError> {
        let token = self.front.customer.token.clone().ok_or(ErrorCode::NoCustomer)?;
        let mark = self.front.customer.mark.clone().ok_or(ErrorCode::NoCustomer)?;
        // PhonePe wants the transaction's amount there, not the shortfall; without a sale it is the wish itself.
        let amount_paise = match flow {
            Flow::Transactional => self.front.cart.total(),
            Flow::NonTransactional => chosen,
        };
        let mut suggested_paise = vec![chosen];
        suggested_paise.extend(suggested.iter().copied().filter(|amount| *amount != chosen));
        let prepared = self.prepare(&Ask::TopUp {
            token,
            amount_paise,
            flow,
            suggested_paise,
        })?;
        self.commit(Fact::TopUpAsked {
            customer: mark,
            amount_paise,
            request_sha256: prepared.request_sha256.clone(),
        })?;
        let turn = self.next_tag;
        self.front.top_up = Some(TopUp {
            flow,
            turn,
            amount: chosen,
            suggested,
            url: None,
            qr: None,
            can_open: false,
            error: None,
            words: None,
            read_due_at_ms: None,
        });
        self.send(Flight::TopUp(turn), prepared);
        Ok(())
    }
}

/// Three amounts to add: what is needed rounded up to ₹100, and two larger ones, none above what PhonePe allows.
fn suggestions(needed: Paise, most: Option<Paise>) -> Vec<Paise> {
    const HUNDRED_RUPEES: i64 = 10_000;
    let least = needed.get().max(100);
    let rounded = least.saturating_add(HUNDRED_RUPEES - 1) / HUNDRED_RUPEES * HUNDRED_RUPEES;
    let most = most.map_or(i64::MAX, Paise::get);
    let mut amounts: Vec<i64> = [rounded, rounded.saturating_mul(2), rounded.saturating_mul(4)]
        .iter()
        .map(|amount| (*amount).min(most))
        .collect();
    amounts.retain(|amount| *amount >= least.min(most) && *amount > 0);
    amounts.dedup();
    amounts.into_iter().map(Paise::new).collect()
}

fn qr_of(url: &str) -> Option<QrView> {
    let code = QrCode::with_error_correction_level(url.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let rows = code
        .to_colors()
        .chunks(width)
        .map(|row| {
            row.iter()
                .map(|color| if *color == Color::Dark { '1' } else { '0' })
                .collect()
        })
        .collect();
    Some(QrView {
        size: u32::try_from(width).ok()?,
        rows,
    })
}

/// Only an https page on an allowed host, on the usual port, without a user name, may be opened; a deep link is for the
/// customer's phone and is only drawn.
fn may_be_opened(link: &str, hosts: &[String]) -> bool {
    let Ok(url) = url::Url::parse(link) else {
        return false;
    };
    url.scheme() == "https"
        && url.port().is_none()
        && url.username().is_empty()
        && url.password().is_none()
        && url
            .host_str()
            .is_some_and(|host| hosts.iter().any(|allowed| allowed == host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_cover_the_need_and_stay_below_the_limit() {
        let rupees = |amounts: Vec<Paise>| amounts.iter().map(|a| a.get() / 100).collect::<Vec<_>>();
        assert_eq!(
            rupees(suggestions(Paise::new(50_100), Some(Paise::new(1_000_000)))),
            [600, 1200, 2400]
        );
        assert_eq!(
            rupees(suggestions(Paise::new(900_100), Some(Paise::new(1_000_000)))),
            [9100, 10000]
        );
        assert_eq!(rupees(suggestions(Paise::new(50_000), None)), [500, 1000, 2000]);
    }

    #[test]
    fn only_https_on_an_allowed_host_may_be_opened() {
        let hosts = vec!["pay.phonepe.example".to_owned()];
        assert!(may_be_opened("https://pay.phonepe.example/t?x=1", &hosts));
        for link in [
            "http://pay.phonepe.example/t",
            "https://pay.phonepe.example.evil.test/t",
            "https://user@pay.phonepe.example/t",
            "https://pay.phonepe.example:8443/t",
            "phonepe://wallet/topup?id=1",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://evil.test/pay.phonepe.example",
            "https://xn--pay-phonepe.example/t",
            "",
        ] {
            assert!(!may_be_opened(link, &hosts), "{link}");
        }
    }

    #[test]
    fn the_qr_is_square_and_has_its_three_corners() {
        let qr = qr_of("phonepe://wallet/topup?id=T123").unwrap();
        assert_eq!(qr.rows.len(), usize::try_from(qr.size).unwrap());
        assert!(qr.rows.iter().all(|row| row.len() == qr.rows.len()));
        assert!(qr.rows[0].starts_with("1111111") && qr.rows[0].ends_with("1111111"));
    }
}
