//! What chance has in store for a request.

use crate::chance::Dice;
use crate::plan::Plan;
use crate::queue::ReplyFate;
use domain::Call;

/// The client's deadline for a call.
pub(crate) const DEADLINE_MS: i64 = 20_000;
/// No request takes effect later than this after it was sent: the deadline, and the settling that the domain grants.
pub(crate) const LATEST_EFFECT_MS: i64 = 29_900;

/// A hold that is placed in spite of that comes no later than this: it is the books that must find it, not chance.
const BEYOND_MS: i64 = 5 * 60_000;

/// A request without any effect may have one after all, when nobody believes it any more: a hold that is placed then is
/// no fault of the till, and it has to be found.
pub(crate) fn beyond(plan: &Plan, dice: &mut Dice, call: Call, arrivals: &[i64]) -> Option<i64> {
    let is_lost = call == Call::Authorize && arrivals.is_empty();
    (is_lost && dice.per_mille(plan.beyond)).then(|| dice.between(LATEST_EFFECT_MS, BEYOND_MS))
}

/// After how long each copy of a request reaches the provider; the first is the one that is answered.
pub(crate) fn arrivals(plan: &Plan, dice: &mut Dice) -> Vec<i64> {
    let mut arrivals = Vec::new();
    if dice.per_mille(plan.lost_before) {
        // Nothing arrives in time; perhaps something does later.
        if dice.per_mille(plan.late) {
            arrivals.push(dice.between(DEADLINE_MS, LATEST_EFFECT_MS));
        }
        return arrivals;
    }
    let slow = dice.per_mille(plan.slow);
    arrivals.push(dice.between(5, if slow { DEADLINE_MS - 1 } else { 800 }));
    if dice.per_mille(plan.duplicate) {
        arrivals.push(dice.between(arrivals[0], LATEST_EFFECT_MS));
    }
    arrivals
}

pub(crate) fn of_reply(plan: &Plan, dice: &mut Dice, call: Call) -> ReplyFate {
    if dice.per_mille(plan.lost_after) {
        return ReplyFate::Lost;
    }
    if dice.per_mille(plan.unreadable) {
        return dice.pick(&[ReplyFate::Html, ReplyFate::Cut, ReplyFate::Redirect]);
    }
    if dice.per_mille(plan.server_error) {
        return ReplyFate::ServerError;
    }
    if dice.per_mille(plan.unknown_code) {
        return dice.pick(&[ReplyFate::UnknownCode, ReplyFate::UnlistedState]);
    }
    if call != Call::Balance && dice.per_mille(plan.mismatch) {
        return dice.pick(&[
            ReplyFate::WrongAmount,
            ReplyFate::WrongMerchant,
            ReplyFate::WrongId,
        ]);
    }
    ReplyFate::Arrives
}

pub(crate) fn refusal(plan: &Plan, dice: &mut Dice, call: Call) -> Option<&'static str> {
    if !dice.per_mille(plan.refused) {
        return None;
    }
    match call {
        Call::Authorize => Some(dice.pick(&[
            "BAD_REQUEST",
            "BLOCKED_FRAUD",
            "USER_BLACKLISTED",
            "WALLET_RELINK_REQUIRED",
        ])),
        Call::Capture => Some(dice.pick(&["BAD_REQUEST", "BLOCKED_FRAUD", "AUTHORIZATION_FAILED"])),
        Call::Cancel => Some(dice.pick(&["BAD_REQUEST", "USER_BLACKLISTED"])),
        Call::AuthStatus | Call::TransactionStatus => Some("AUTHORIZATION_FAILED"),
        Call::Refund => Some(dice.pick(&["BAD_REQUEST", "AUTHORIZATION_FAILED"])),
        Call::Balance | Call::Suggest => Some(dice.pick(&["USER_BLOCKED", "INVALID_USER_AUTH_TOKEN"])),
        Call::SendOtp | Call::VerifyOtp | Call::Unlink | Call::TopUp => None,
    }
}
