//! The lines about what is not the till's own: whoever tells the customers, and the machine's package lists.

use super::parts::line;
use crate::updates::UpdateAnswer;
use contract::{HealthFound, HealthLineView, HealthPart, HealthVerdict, HookView};

/// A customer who is not told loses no money, so nobody has to act at once.
pub(crate) fn hook(tells: bool, hook: &HookView) -> HealthLineView {
    let (verdict, found) = match hook.through().filter(|_| tells) {
        None => (HealthVerdict::Ok, HealthFound::HookOff),
        Some(through) => {
            let through = through.to_owned();
            let waiting = hook.waiting;
            match &hook.trouble {
                None => (HealthVerdict::Ok, HealthFound::HookWell { through }),
                Some(_) => (
                    HealthVerdict::Watch,
                    HealthFound::HookTrouble { through, waiting },
                ),
            }
        }
    };
    line(HealthPart::Hook, verdict, found)
}

pub(crate) fn update(is_asked: bool, answer: Option<&UpdateAnswer>) -> HealthLineView {
    let watch = HealthVerdict::Watch;
    let (verdict, found) = match answer.filter(|_| is_asked) {
        None if is_asked => (HealthVerdict::Ok, HealthFound::UpdateUnasked),
        None => (HealthVerdict::Ok, HealthFound::UpdateOff),
        Some(UpdateAnswer::Newest) => (HealthVerdict::Ok, HealthFound::UpdateNewest),
        Some(UpdateAnswer::Waiting(version)) => {
            let version = version.clone();
            (watch, HealthFound::UpdateWaiting { version })
        }
        Some(UpdateAnswer::Installed(version)) => {
            let version = version.clone();
            (watch, HealthFound::UpdateInstalled { version })
        }
        Some(UpdateAnswer::NoPackage) => (watch, HealthFound::UpdateNoPackage),
        Some(UpdateAnswer::NoApt) => (watch, HealthFound::UpdateNoApt),
        Some(UpdateAnswer::Hung) => (watch, HealthFound::UpdateHung),
        Some(UpdateAnswer::Unclear) => (watch, HealthFound::UpdateUnclear),
    };
    line(HealthPart::Update, verdict, found)
}
