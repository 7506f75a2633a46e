//! Where a reply goes, and what is kept of it.

use crate::inputs::Tag;
use crate::state::{Flight, Till};
use contract::WhyCode;
use domain::{Heard, Meaning, RefusalKind, ReplyFact, UnknownWhy};

impl Till {
    pub(crate) fn hear_reply(&mut self, tag: Tag, heard: Heard) {
        let Some(flight) = self.flights.remove(&tag) else {
            return;
        };
        self.lamps.heard(&heard, self.clock.wall_ms());
        match flight {
            Flight::Money(our_ref, call) => self.hear_money(&our_ref, call, &heard),
            Flight::Look(our_ref, call) => self.hear_look(tag, &our_ref, call, &heard),
            Flight::Refund(our_ref, refund_ref) => self.hear_refund(&our_ref, &refund_ref, &heard),
            Flight::RefundLook(our_ref, refund_ref) => {
                self.hear_refund_look(tag, &our_ref, &refund_ref, &heard);
            }
            Flight::SendOtp => self.hear_send_otp(tag, heard),
            Flight::VerifyOtp => self.hear_verify_otp(tag, heard),
            Flight::Unlink => self.hear_unlink(tag, heard),
            Flight::Balance(key) => self.hear_balance(&key, heard),
            Flight::TopUp(turn) => self.hear_top_up(turn, heard),
            Flight::SettingsCheck => self.hear_settings_check(&heard),
            Flight::Token | Flight::Pin => {}
        }
    }
}

/// What the ledger keeps of a reply: no body, no token.
pub(crate) fn reply_fact(heard: &Heard) -> ReplyFact {
    let (meaning, why) = match &heard.meaning {
        Meaning::Agreed(_) => ("agreed", None),
        Meaning::Refused(kind) => ("refused", Some(format!("{kind:?}"))),
        Meaning::NotSent(why) => ("not_sent", Some(why.clone())),
        Meaning::Unknown(why) => ("unknown", Some(unknown_text(why))),
    };
    ReplyFact {
        code: heard.code.clone(),
        words: heard.words.clone(),
        http_status: heard.http_status,
        reply_sha256: heard.reply_sha256.clone(),
        meaning: meaning.to_owned(),
        why,
        took_ms: heard.took_ms,
    }
}

fn unknown_text(why: &UnknownWhy) -> String {
    match why {
        UnknownWhy::TimedOut => "timed out".to_owned(),
        UnknownWhy::ConnectionLost => "connection lost".to_owned(),
        UnknownWhy::ProviderError => "provider error".to_owned(),
        UnknownWhy::Unreadable(what) => format!("unreadable: {what}"),
        UnknownWhy::UnlistedCode => "unlisted code".to_owned(),
        UnknownWhy::Mismatch(what) => format!("mismatch: {what}"),
    }
}

/// Our sentence for a reply that did not agree.
pub(crate) fn why_code(meaning: &Meaning) -> WhyCode {
    match meaning {
        Meaning::Agreed(_) | Meaning::Unknown(_) => WhyCode::NoAnswer,
        Meaning::NotSent(_) => WhyCode::Offline,
        Meaning::Refused(kind) => match kind {
            RefusalKind::WrongOtp => WhyCode::WrongOtp,
            RefusalKind::OtpExpired => WhyCode::OtpExpired,
            RefusalKind::OtpTokenInvalid => WhyCode::OtpTokenInvalid,
            RefusalKind::OtpAlreadyUsed => WhyCode::OtpAlreadyUsed,
            RefusalKind::OtpLimit => WhyCode::OtpLimit,
            RefusalKind::TooManyRequests => WhyCode::TooManyRequests,
            RefusalKind::UserBlocked => WhyCode::UserBlocked,
            RefusalKind::UserBlacklisted => WhyCode::UserBlacklisted,
            RefusalKind::UserUnknown => WhyCode::UserUnknown,
            RefusalKind::RelinkNeeded => WhyCode::RelinkNeeded,
            RefusalKind::WrongSignature => WhyCode::WrongKey,
            RefusalKind::WrongDevice => WhyCode::DeviceRefused,
            RefusalKind::Fraud => WhyCode::Fraud,
            RefusalKind::BadRequest
            | RefusalKind::NotFound
            | RefusalKind::AlreadyCancelled
            | RefusalKind::AlreadyCaptured
            | RefusalKind::AlreadyAsked
            | RefusalKind::ExcessRefund
            | RefusalKind::Other => WhyCode::RequestRefused,
        },
    }
}
