//! What a reply means. Pure: bytes in, a [`Meaning`] out; nothing here can wait, log or fail.

mod auth;
mod linking;
mod payment;
mod refund;
mod wallet;

use crate::wire::{Envelope, Flaw, Payload, paise, text};
use domain::{
    Ask, Call, Expected, MISMATCH_ID, MISMATCH_MERCHANT, Meaning, ProviderText, RefusalKind, UnknownWhy,
};

/// A reply, read.
#[derive(Clone, Debug)]
pub struct ReadReply {
    pub meaning: Meaning,
    /// PhonePe's `code`, verbatim (at most 100 visible ASCII characters; anything else is no code).
    pub code: Option<String>,
    pub words: Option<ProviderText>,
}

/// What `http_status` and `body` mean as the reply to `ask`. [`crate::Client::send`] concludes by this and nothing else.
#[must_use]
pub fn meaning_of(ask: &Ask, merchant_id: &str, http_status: u16, body: &[u8]) -> ReadReply {
    read(&Question::of(ask), merchant_id, http_status, body)
}

/// What has to be remembered of a question to judge its reply: no secrets.
pub(crate) struct Question {
    pub(crate) call: Call,
    /// The id that a reply must carry, if it carries one: the sale's, or the refund's own.
    transaction_id: Option<String>,
    expected: Option<Expected>,
}

impl Question {
    pub(crate) fn of(ask: &Ask) -> Self {
        let sale = |our_ref: &domain::OurRef| Some(our_ref.to_string());
        let (transaction_id, expected) = match ask {
            Ask::Authorize {
                our_ref,
                amount_paise,
                ..
            }
            | Ask::Capture {
                our_ref,
                amount_paise,
            } => (sale(our_ref), Some(Expected::Exactly(*amount_paise))),
            Ask::AuthStatus { our_ref, held_paise } => (sale(our_ref), Some(Expected::Exactly(*held_paise))),
            Ask::Cancel { our_ref } => (sale(our_ref), None),
            Ask::TransactionStatus { our_ref, expected } => (sale(our_ref), Some(*expected)),
            Ask::Refund {
                refund_ref,
                amount_paise,
                ..
            }
            | Ask::RefundStatus {
                refund_ref,
                amount_paise,
            } => (
                Some(refund_ref.to_string()),
                Some(Expected::Exactly(*amount_paise)),
            ),
            Ask::SendOtp { .. }
            | Ask::VerifyOtp { .. }
            | Ask::Unlink { .. }
            | Ask::Balance { .. }
            | Ask::Suggest { .. }
            | Ask::TopUp { .. } => (None, None),
        };
        Question {
            call: ask.call(),
            transaction_id,
            expected,
        }
    }
}

pub(crate) fn read(question: &Question, merchant_id: &str, http_status: u16, body: &[u8]) -> ReadReply {
    let unknown = |why| ReadReply {
        meaning: Meaning::Unknown(why),
        code: None,
        words: None,
    };
    if (300..400).contains(&http_status) {
        return unknown(UnknownWhy::Unreadable(
            "a redirect, which is not followed".to_owned(),
        ));
    }
    let is_server_error = http_status >= 500;
    let envelope = match Envelope::read(body) {
        Ok(envelope) => envelope,
        Err(_) if is_server_error => return unknown(UnknownWhy::ProviderError),
        Err(flaw) => return unknown(UnknownWhy::Unreadable(flaw)),
    };
    let payload = envelope.payload();
    let words = payload.as_ref().ok().and_then(|payload| envelope.words(payload));
    let verdict = if is_server_error || envelope.code == "INTERNAL_SERVER_ERROR" {
        Err(UnknownWhy::ProviderError)
    } else {
        payload.map_err(UnknownWhy::Unreadable).and_then(|payload| {
            Reply {
                question,
                merchant_id,
                http_status,
                envelope: &envelope,
                payload,
                words: words.as_ref(),
            }
            .judge()
        })
    };
    ReadReply {
        meaning: verdict.unwrap_or_else(Meaning::Unknown),
        code: Some(envelope.code),
        words,
    }
}

type Verdict = Result<Meaning, UnknownWhy>;

struct Reply<'a> {
    question: &'a Question,
    merchant_id: &'a str,
    http_status: u16,
    envelope: &'a Envelope<'a>,
    payload: Payload<'a>,
    words: Option<&'a ProviderText>,
}

impl Reply<'_> {
    fn judge(&self) -> Verdict {
        self.is_about_our_sale()?;
        match self.question.call {
            Call::SendOtp => linking::send_otp(self),
            Call::VerifyOtp => linking::verify_otp(self),
            Call::Unlink => linking::unlink(self),
            Call::Balance | Call::Suggest => wallet::balance(self),
            Call::TopUp => wallet::top_up(self),
            Call::Authorize => auth::authorize(self),
            Call::AuthStatus => auth::status(self),
            Call::Capture => auth::capture(self),
            Call::Cancel => auth::cancel(self),
            Call::TransactionStatus => payment::status(self),
            Call::Refund => refund::refund(self),
        }
    }

    fn code(&self) -> &str {
        &self.envelope.code
    }

    /// Ids are compared in every reply that carries them, also in one that refuses.
    fn is_about_our_sale(&self) -> Result<(), UnknownWhy> {
        let merchant_id = text(self.payload.merchant_id, "merchantId").map_err(UnknownWhy::Unreadable)?;
        if merchant_id.is_some_and(|theirs| theirs != self.merchant_id) {
            return Err(UnknownWhy::Mismatch(MISMATCH_MERCHANT.to_owned()));
        }
        let Some(ours) = &self.question.transaction_id else {
            return Ok(());
        };
        let transaction_id =
            text(self.payload.transaction_id, "transactionId").map_err(UnknownWhy::Unreadable)?;
        if transaction_id.is_some_and(|theirs| theirs != *ours) {
            return Err(UnknownWhy::Mismatch(MISMATCH_ID.to_owned()));
        }
        Ok(())
    }

    /// A code of success counts only if nothing around it says otherwise.
    fn agrees(&self) -> Result<(), UnknownWhy> {
        if !(200..300).contains(&self.http_status) {
            return Err(unreadable("a code of success under an HTTP error"));
        }
        if self.envelope.success == Some(false) {
            return Err(unreadable("success is false beside a code of success"));
        }
        Ok(())
    }

    /// The amount member `raw`, which must be the expected one if it is there.
    fn expected_amount(
        &self,
        raw: Option<&serde_json::value::RawValue>,
        name: &str,
    ) -> Result<bool, UnknownWhy> {
        let Some(amount) = paise(raw, name).map_err(UnknownWhy::Unreadable)? else {
            return Ok(false);
        };
        match self.question.expected {
            Some(expected) if !expected.allows(amount) => Err(UnknownWhy::Mismatch(format!(
                "{name} is {amount}, which is not what was asked for"
            ))),
            Some(_) | None => Ok(true),
        }
    }

    /// For the calls that move money and the statuses: only what the call's own page lists is final.
    fn refused_only_by(&self, finals: &[(&str, RefusalKind)]) -> Verdict {
        let kind = kind_in(finals, self.code()).ok_or(UnknownWhy::UnlistedCode)?;
        if self.question.call.moves_money() && self.envelope.success == Some(true) {
            return Err(unreadable("success is true beside a refusing code"));
        }
        Ok(Meaning::Refused(kind))
    }

    /// For the calls that move none: a new code with `success: false` is a refusal without a kind of its own.
    fn refused_by(&self, known: &[(&str, RefusalKind)]) -> Verdict {
        let said_no = self.envelope.success == Some(false);
        let kind = kind_in(known, self.code()).or(said_no.then_some(RefusalKind::Other));
        kind.map(Meaning::Refused).ok_or(UnknownWhy::UnlistedCode)
    }
}

fn kind_in(kinds: &[(&str, RefusalKind)], code: &str) -> Option<RefusalKind> {
    kinds
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, kind)| *kind)
}

fn unreadable(flaw: &str) -> UnknownWhy {
    UnknownWhy::Unreadable(flaw.to_owned())
}

/// A member without which the reply says nothing.
fn needed<T>(member: Result<Option<T>, Flaw>, name: &str) -> Result<T, UnknownWhy> {
    member
        .map_err(UnknownWhy::Unreadable)?
        .ok_or_else(|| UnknownWhy::Unreadable(format!("{name} is missing")))
}

#[cfg(test)]
pub(crate) mod tests;
