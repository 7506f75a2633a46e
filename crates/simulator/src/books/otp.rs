//! OTPs. PhonePe documents the codes and that only the latest pair is valid; the numbers are ours.

use serde::{Deserialize, Serialize};

use super::{Books, Message, PersonId, random_hex};
use crate::reply::Refusal;

const DAY_MS: i64 = 86_400_000;

/// How OTPs are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtpRules {
    /// How long an OTP can be used, in milliseconds.
    pub life_ms: i64,
    /// The wrong OTP with this number blocks the customer for a day.
    pub wrong_max: u32,
    /// So many OTPs may be sent within the window without one being verified.
    pub sends_max: usize,
    /// The window, in milliseconds.
    pub sends_window_ms: i64,
    /// How long an OTP is, in digits.
    #[serde(default = "five")]
    pub digits: u32,
}

/// PhonePe's sample has five.
fn five() -> u32 {
    5
}

impl Default for OtpRules {
    fn default() -> Self {
        Self {
            life_ms: 300_000,
            wrong_max: 3,
            sends_max: 5,
            sends_window_ms: 3_600_000,
            digits: five(),
        }
    }
}

/// What is remembered of a person's OTPs.
#[derive(Clone, Debug, Default)]
pub(crate) struct OtpState {
    pub(crate) latest: Option<Otp>,
    wrong: u32,
    sent_at_ms: Vec<i64>,
}

/// The latest OTP of a person, valid only together with its own token.
#[derive(Clone, Debug)]
pub(crate) struct Otp {
    pub(crate) digits: String,
    token: String,
    expires_at_ms: i64,
    verified: bool,
}

impl Books {
    /// Sends an OTP and returns its `otpToken`; an earlier pair becomes worthless.
    pub(crate) fn send_otp(&mut self, mobile: &str, now_ms: i64) -> Result<String, Refusal> {
        let rules = self.otp_rules;
        let id = self.meet(mobile, now_ms);
        self.refuse_otp(&id, now_ms)?;
        let Some(person) = self.person_mut(&id) else {
            return Err(Refusal::of("USER_DOESNOT_EXIST"));
        };
        let sent = &mut person.otp.sent_at_ms;
        sent.retain(|at_ms| now_ms.saturating_sub(*at_ms) < rules.sends_window_ms);
        if sent.len() >= rules.sends_max {
            return Err(Refusal::of("OTP_LIMIT_EXCEEDED"));
        }
        sent.push(now_ms);
        let otp = Otp {
            digits: some_digits(rules.digits),
            token: random_hex(16),
            expires_at_ms: now_ms.saturating_add(rules.life_ms),
            verified: false,
        };
        let token = otp.token.clone();
        let text = format!(
            "{} is your OTP to link your PhonePe wallet. Tell it to the cashier only.",
            otp.digits
        );
        person.otp.latest = Some(otp);
        person.messages.push(Message { at_ms: now_ms, text });
        Ok(token)
    }

    /// Checks a pair and returns whose it is.
    pub(crate) fn verify_otp(&mut self, token: &str, digits: &str, now_ms: i64) -> Result<PersonId, Refusal> {
        let wrong_max = self.otp_rules.wrong_max;
        let id = self.owner_of_otp(token).ok_or(Refusal::of("INVALID_OTP_TOKEN"))?;
        self.refuse_otp(&id, now_ms)?;
        let Some(person) = self.person_mut(&id) else {
            return Err(Refusal::of("INVALID_OTP_TOKEN"));
        };
        let state = &mut person.otp;
        let Some(otp) = state.latest.as_mut() else {
            return Err(Refusal::of("INVALID_OTP_TOKEN"));
        };
        if otp.verified {
            return Err(Refusal::of("OTP_ALREADY_VERIFIED"));
        }
        if now_ms >= otp.expires_at_ms {
            return Err(Refusal::of("OTP_EXPIRED"));
        }
        if otp.digits == digits {
            otp.verified = true;
            state.wrong = 0;
            state.sent_at_ms.clear();
            return Ok(id);
        }
        state.wrong = state.wrong.saturating_add(1);
        if state.wrong < wrong_max {
            return Err(Refusal::of("OTP_VERIFY_FAILED"));
        }
        state.wrong = 0;
        person.wallet.blocked_until_ms = Some(now_ms.saturating_add(DAY_MS));
        Err(Refusal::of("USER_BLOCKED"))
    }

    fn owner_of_otp(&self, token: &str) -> Option<PersonId> {
        let owns = |otp: &Otp| otp.token == token;
        let mut owners = self
            .people()
            .filter(|(_, person)| person.otp.latest.as_ref().is_some_and(owns));
        owners.next().map(|(id, _)| id.clone())
    }

    fn refuse_otp(&self, person: &str, now_ms: i64) -> Result<(), Refusal> {
        let Some(person) = self.person(person) else {
            return Ok(());
        };
        if person.wallet.blacklisted {
            Err(Refusal::of("USER_BLACKLISTED"))
        } else if person.wallet.is_blocked(now_ms) {
            Err(Refusal::of("USER_BLOCKED"))
        } else if person.wallet.otp_limited {
            Err(Refusal::of("OTP_LIMIT_EXCEEDED"))
        } else {
            Ok(())
        }
    }
}

/// Odd, and so no amount in whole rupees: whoever searches files for an OTP that leaked must not come upon a price.
fn some_digits(count: u32) -> String {
    let number = u64::from_str_radix(&random_hex(7), 16).unwrap_or_default();
    let width = usize::try_from(count).unwrap_or_default();
    let number = (number % 10_u64.saturating_pow(count)) | 1;
    format!("{number:0width$}")
}
