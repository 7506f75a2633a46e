//! The settings check: one question that needs no customer and moves nothing, asked about an id that PhonePe cannot
//! know. "Never heard of it" proves merchant id, salt key and index; a wrong signature is said as such.

use crate::inputs::Effect;
use crate::replies::why_code;
use crate::state::{Flight, Till};
use contract::{ErrorCode, UiError, WhyCode};
use domain::{Ask, Expected, Heard, Meaning, OurRef, Paise, RefusalKind};
use ulid::Ulid;

#[derive(Default)]
pub(crate) struct Check {
    pub running: bool,
    pub result: Option<WhyCode>,
}

impl Till {
    pub(crate) fn check_settings(&mut self) -> Result<(), UiError> {
        if self.check.running {
            return Err(ErrorCode::Busy.into());
        }
        self.check = Check {
            running: true,
            result: None,
        };
        if self.connected.is_none() {
            self.connect_due_at_ms = None;
            self.effects.push(Effect::Connect);
            return Ok(());
        }
        self.ask_about_nothing();
        Ok(())
    }

    /// The keyring was asked again for a check that waits for it.
    pub(crate) fn settings_reconnected(&mut self) {
        if !self.check.running {
            return;
        }
        if self.connected.is_some() {
            self.ask_about_nothing();
        } else {
            self.check = Check {
                running: false,
                result: self.gate(),
            };
        }
    }

    pub(crate) fn hear_settings_check(&mut self, heard: &Heard) {
        let result = match &heard.meaning {
            Meaning::Refused(RefusalKind::NotFound) => WhyCode::Ready,
            meaning @ (Meaning::Agreed(_)
            | Meaning::Refused(_)
            | Meaning::NotSent(_)
            | Meaning::Unknown(_)) => why_code(meaning),
        };
        self.check = Check {
            running: false,
            result: Some(result),
        };
    }

    fn ask_about_nothing(&mut self) {
        let wall_ms = u64::try_from(self.now_ms()).unwrap_or_default();
        let our_ref = OurRef::for_sale(Ulid::from_parts(wall_ms, self.chance.next_u128()));
        let ask = Ask::TransactionStatus {
            our_ref,
            expected: Expected::AtMost(Paise::SALE_MAX),
        };
        match self.prepare(&ask) {
            Ok(prepared) => {
                self.send(Flight::SettingsCheck, prepared);
            }
            Err(_) => {
                self.check = Check {
                    running: false,
                    result: Some(WhyCode::ProviderNotReady),
                }
            }
        }
    }
}
