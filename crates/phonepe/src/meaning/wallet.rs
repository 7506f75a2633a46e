//! wallet/balance, debit/suggest and wallet/topup. They move no money.

use super::{Reply, Verdict, needed, unreadable};
use crate::wire::{flag, paise, text};
use domain::{Answer, Balance, Meaning, RefusalKind, TopUpOffer, UnknownWhy};
use url::Url;

const TOPUP_URL_CHARS_MAX: usize = 2_048;
/// Schemes that name no place a customer's phone could open.
const NO_LINKS: [&str; 6] = ["javascript", "vbscript", "data", "file", "blob", "about"];

/// Sources: <https://developer.phonepe.com/v1/reference/get-wallet-balance-1>,
/// <https://developer.phonepe.com/reference/fetch-phonepe-user-profile>
const REFUSALS: &[(&str, RefusalKind)] = &[
    ("WALLET_RELINK_REQUIRED", RefusalKind::RelinkNeeded),
    ("INVALID_USER_AUTH_TOKEN", RefusalKind::RelinkNeeded),
    ("USER_BLACKLISTED", RefusalKind::UserBlacklisted),
    ("USER_BLOCKED", RefusalKind::UserBlocked),
    ("USER_DOESNOT_EXIST", RefusalKind::UserUnknown),
    ("MERCHANT_USER_NOT_FOUND", RefusalKind::UserUnknown),
    ("TOO_MANY_REQUESTS", RefusalKind::TooManyRequests),
    ("INVALID_DEVICE_ID", RefusalKind::WrongDevice),
    ("AUTHORIZATION_FAILED", RefusalKind::WrongSignature),
    ("BAD_REQUEST", RefusalKind::BadRequest),
];

/// Older replies had other flags; a missing flag is left missing.
pub(super) fn balance(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_by(REFUSALS);
    }
    reply.agrees()?;
    read_balance(reply).map(|balance| Meaning::Agreed(Answer::Balance(balance)))
}

/// `data.redirectUrl` is what a real merchant's client reads; PhonePe's own sample is cut before it.
pub(super) fn top_up(reply: &Reply<'_>) -> Verdict {
    if reply.code() != "SUCCESS" {
        return reply.refused_by(REFUSALS);
    }
    reply.agrees()?;
    let url = needed(text(reply.payload.redirect_url, "redirectUrl"), "redirectUrl")?;
    if !is_link(&url) {
        return Err(unreadable("redirectUrl is not a link"));
    }
    Ok(Meaning::Agreed(Answer::TopUp(TopUpOffer { url })))
}

fn read_balance(reply: &Reply<'_>) -> Result<Balance, UnknownWhy> {
    let wallet = reply.payload.wallet().map_err(UnknownWhy::Unreadable)?;
    let usable_paise = needed(paise(wallet.usable_balance, "usableBalance"), "usableBalance")?;
    let topup_max_paise =
        paise(wallet.max_topup_allowed, "maxTopupAllowed").map_err(UnknownWhy::Unreadable)?;
    if usable_paise.get() < 0 || topup_max_paise.is_some_and(|most| most.get() < 0) {
        return Err(unreadable("a balance below zero"));
    }
    Ok(Balance {
        usable_paise,
        topup_max_paise,
        debit_possible: flag(wallet.debit_possible, "debitPossible").map_err(UnknownWhy::Unreadable)?,
        topup_possible: flag(wallet.topup_possible, "topupPossible").map_err(UnknownWhy::Unreadable)?,
        words: reply.words.cloned(),
    })
}

fn is_link(text: &str) -> bool {
    let is_clean =
        text.len() <= TOPUP_URL_CHARS_MAX && !text.chars().any(|c| c.is_control() || c.is_whitespace());
    is_clean && Url::parse(text).is_ok_and(|url| !NO_LINKS.contains(&url.scheme()))
}
