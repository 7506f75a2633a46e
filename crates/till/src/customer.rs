//! Linking a customer's wallet: mobile number, OTP, token; relinking when PhonePe refuses the token; unlinking.
//! Sources: phonepe's pages trigger-otp, verify-otp-and-linking, unlinking.

use crate::inputs::{Effect, Tag};
use crate::ports::{VaultEntry, VaultTrouble};
use crate::replies::{reply_fact, why_code};
use crate::state::{Flight, OpenBooks, Till};
use contract::{CustomerState, ErrorCode, UiError, WhyCode};
use domain::{
    Answer, Ask, CustomerMark, Fact, Heard, Meaning, Mobile, MobileRefusal, Otp, OtpRefusal, RefusalKind,
};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// PhonePe documents no cool-down; half a minute keeps an impatient thumb from using the day's OTPs up.
const RESEND_AFTER_MS: i64 = 30_000;

pub(crate) struct Customer {
    pub state: CustomerState,
    pub mobile: Option<Mobile>,
    pub mark: Option<CustomerMark>,
    pub token: Option<SecretString>,
    otp_token: Option<SecretString>,
    /// The question about this customer that is on its way. An answer to any other is about somebody who has left the
    /// screen: taken for this one, it would charge the wrong wallet.
    asked: Option<Tag>,
    pub linked_at_ms: Option<i64>,
    pub resend_at_ms: Option<i64>,
    pub error: Option<WhyCode>,
    pub words: Option<String>,
}

impl Default for Customer {
    fn default() -> Self {
        Customer {
            state: CustomerState::None,
            mobile: None,
            mark: None,
            token: None,
            otp_token: None,
            asked: None,
            linked_at_ms: None,
            resend_at_ms: None,
            error: None,
            words: None,
        }
    }
}

impl Customer {
    /// The question about this customer that is on its way is that one.
    pub fn is_asked_by(&self, tag: Tag) -> bool {
        self.asked == Some(tag)
    }

    fn failed(&mut self, state: CustomerState, error: WhyCode, words: Option<String>) {
        self.state = state;
        self.error = Some(error);
        self.words = words;
    }

    fn proceed(&mut self, state: CustomerState) {
        self.state = state;
        self.error = None;
        self.words = None;
    }
}

impl Till {
    /// Takes a typed number. A number that is linked on this till needs no OTP; otherwise one is sent.
    pub(crate) fn submit_mobile(&mut self, typed: &str) -> Result<(), UiError> {
        self.must_be_open()?;
        self.books_must_be_open()?;
        let mobile = Mobile::parse(typed).map_err(mobile_error)?;
        let connected = self
            .connected
            .as_ref()
            .ok_or_else(|| self.not_connected_error())?;
        if matches!(
            self.front.customer.state,
            CustomerState::SendingOtp | CustomerState::Verifying
        ) {
            return Err(ErrorCode::Busy.into());
        }
        let mark = customer_mark(&mobile, &connected.hmac_key)?;
        let hmac_hex = mark.hmac_hex.clone();
        self.reset_customer();
        let customer = &mut self.front.customer;
        customer.mobile = Some(mobile);
        customer.mark = Some(mark);
        customer.proceed(CustomerState::LookingUp);
        let tag = self.new_tag(Flight::Token);
        self.front.customer.asked = Some(tag);
        self.effects
            .push(Effect::ReadSecret(tag, VaultEntry::UserToken(hmac_hex)));
        Ok(())
    }

    pub(crate) fn submit_otp(&mut self, typed: &str) -> Result<(), UiError> {
        let otp = Otp::parse(typed).map_err(otp_error)?;
        let otp_token = match (self.front.customer.state, &self.front.customer.otp_token) {
            (CustomerState::OtpAsked, Some(otp_token)) => otp_token.clone(),
            (CustomerState::Verifying, _) => return Err(ErrorCode::Busy.into()),
            _ => return Err(ErrorCode::OtpNotAsked.into()),
        };
        let prepared = self.prepare(&Ask::VerifyOtp { otp_token, otp })?;
        self.front.customer.proceed(CustomerState::Verifying);
        self.front.customer.asked = Some(self.send(Flight::VerifyOtp, prepared));
        Ok(())
    }

    /// A new OTP replaces the old one.
    pub(crate) fn resend_otp(&mut self) -> Result<(), UiError> {
        if self.front.customer.state != CustomerState::OtpAsked {
            return Err(ErrorCode::OtpNotAsked.into());
        }
        if self
            .front
            .customer
            .resend_at_ms
            .is_some_and(|at| self.now_ms() < at)
        {
            return Err(ErrorCode::OtpTooSoon.into());
        }
        self.send_otp()
    }

    /// After PhonePe refused the token: a new OTP, on the cashier's word and not before. The cart stays.
    pub(crate) fn relink(&mut self) -> Result<(), UiError> {
        if self.front.customer.state != CustomerState::RelinkNeeded {
            return Err(ErrorCode::NotAllowedNow.into());
        }
        self.books_must_be_open()?;
        self.send_otp()
    }

    /// Another customer for the same bill; the link of this one stays.
    pub(crate) fn put_customer_aside(&mut self) -> Result<(), UiError> {
        self.must_be_open()?;
        self.reset_customer();
        Ok(())
    }

    pub(crate) fn unlink_customer(&mut self) -> Result<(), UiError> {
        self.must_be_open()?;
        if self.front.customer.state != CustomerState::Linked {
            return Err(ErrorCode::NoCustomer.into());
        }
        let token = self.front.customer.token.clone().ok_or(ErrorCode::NoCustomer)?;
        let prepared = self.prepare(&Ask::Unlink { token })?;
        self.front.customer.proceed(CustomerState::Unlinking);
        self.front.customer.asked = Some(self.send(Flight::Unlink, prepared));
        Ok(())
    }

    /// The customer of a parked bill, if the wallet is still linked here.
    pub(crate) fn bring_customer_back(&mut self, mark: CustomerMark) {
        self.reset_customer();
        let hmac_hex = mark.hmac_hex.clone();
        let customer = &mut self.front.customer;
        customer.mark = Some(mark);
        customer.proceed(CustomerState::LookingUp);
        let tag = self.new_tag(Flight::Token);
        self.front.customer.asked = Some(tag);
        self.effects
            .push(Effect::ReadSecret(tag, VaultEntry::UserToken(hmac_hex)));
    }

    /// The keyring said whether the customer is linked here. Trouble there never reads as "not linked".
    pub(crate) fn hear_token(&mut self, tag: Tag, found: Result<Option<SecretString>, VaultTrouble>) {
        self.flights.remove(&tag);
        if !self.is_awaited(tag, CustomerState::LookingUp) {
            return;
        }
        self.lamps.keyring_answered(found.as_ref().err().copied());
        match found {
            Ok(Some(token)) => self.linked(token, None),
            // A customer of a parked bill came with the mark alone: without a link there is nobody to send an OTP to.
            Ok(None) if self.front.customer.mobile.is_none() => self.reset_customer(),
            Ok(None) => {
                if self.send_otp().is_err() {
                    self.front
                        .customer
                        .failed(CustomerState::None, WhyCode::ProviderNotReady, None);
                }
            }
            Err(_) => self
                .front
                .customer
                .failed(CustomerState::None, WhyCode::KeyringNotReady, None),
        }
    }

    pub(crate) fn hear_send_otp(&mut self, tag: Tag, heard: Heard) {
        if !self.is_awaited(tag, CustomerState::SendingOtp) {
            return;
        }
        let words = shown(&heard);
        match heard.meaning {
            Meaning::Agreed(Answer::OtpSent { otp_token }) => {
                let resend_at_ms = self.now_ms().saturating_add(RESEND_AFTER_MS);
                let customer = &mut self.front.customer;
                customer.otp_token = Some(otp_token);
                customer.resend_at_ms = Some(resend_at_ms);
                customer.proceed(CustomerState::OtpAsked);
            }
            meaning @ (Meaning::Agreed(_)
            | Meaning::Refused(_)
            | Meaning::NotSent(_)
            | Meaning::Unknown(_)) => {
                // A resend that failed leaves the OTP that was sent before; a first one leaves nothing.
                let back = if self.front.customer.otp_token.is_some() {
                    CustomerState::OtpAsked
                } else {
                    CustomerState::None
                };
                let state = if is_final_for_customer(&meaning) {
                    CustomerState::Stopped
                } else {
                    back
                };
                self.front.customer.failed(state, why_code(&meaning), words);
            }
        }
    }

    pub(crate) fn hear_verify_otp(&mut self, tag: Tag, heard: Heard) {
        if !self.is_awaited(tag, CustomerState::Verifying) {
            return;
        }
        let words = shown(&heard);
        match heard.meaning {
            Meaning::Agreed(Answer::Linked { token }) => {
                if let Some(mark) = self.front.customer.mark.clone() {
                    self.effects.push(Effect::WriteSecret(
                        VaultEntry::UserToken(mark.hmac_hex.clone()),
                        token.clone(),
                    ));
                    // The link stands at PhonePe whatever the ledger says, so a failing disk must not hide it.
                    let _ = self.commit(Fact::CustomerLinked { customer: mark });
                }
                let now_ms = self.now_ms();
                self.linked(token, Some(now_ms));
            }
            meaning @ (Meaning::Agreed(_)
            | Meaning::Refused(_)
            | Meaning::NotSent(_)
            | Meaning::Unknown(_)) => {
                let code = match &meaning {
                    Meaning::Unknown(_) => WhyCode::LinkUnknown,
                    Meaning::Agreed(_) | Meaning::Refused(_) | Meaning::NotSent(_) => why_code(&meaning),
                };
                let customer = &mut self.front.customer;
                if matches!(
                    meaning,
                    Meaning::Refused(
                        RefusalKind::OtpExpired | RefusalKind::OtpTokenInvalid | RefusalKind::OtpAlreadyUsed
                    )
                ) {
                    // Only a new OTP helps, so it may be asked for at once.
                    customer.resend_at_ms = None;
                }
                let state = if is_final_for_customer(&meaning) {
                    CustomerState::Stopped
                } else {
                    CustomerState::OtpAsked
                };
                customer.failed(state, code, words);
            }
        }
    }

    pub(crate) fn hear_unlink(&mut self, tag: Tag, heard: Heard) {
        if !self.is_awaited(tag, CustomerState::Unlinking) {
            return;
        }
        let gone = matches!(
            heard.meaning,
            Meaning::Agreed(Answer::Unlinked) | Meaning::Refused(RefusalKind::RelinkNeeded)
        );
        if !gone {
            let words = shown(&heard);
            self.front
                .customer
                .failed(CustomerState::Linked, WhyCode::UnlinkFailed, words);
            return;
        }
        if let Some(mark) = self.front.customer.mark.clone() {
            self.effects
                .push(Effect::DeleteSecret(VaultEntry::UserToken(mark.hmac_hex.clone())));
            let _ = self.commit(Fact::CustomerUnlinked {
                customer: mark,
                reply: reply_fact(&heard),
            });
        }
        self.reset_customer();
    }

    /// PhonePe refused the token. The cart stays, the customer stays, the token goes; no OTP is sent by itself.
    pub(crate) fn token_refused(&mut self, heard: &Heard) {
        let words = shown(heard);
        if let Some(mark) = self.front.customer.mark.clone() {
            self.effects
                .push(Effect::DeleteSecret(VaultEntry::UserToken(mark.hmac_hex.clone())));
            let _ = self.commit(Fact::RelinkNeeded {
                customer: mark,
                reply: reply_fact(heard),
            });
        }
        let customer = &mut self.front.customer;
        customer.token = None;
        customer.otp_token = None;
        customer.linked_at_ms = None;
        customer.failed(CustomerState::RelinkNeeded, WhyCode::RelinkNeeded, words);
        self.front.wallet = crate::wallet::Wallet::default();
        self.front.top_up = None;
    }

    fn is_awaited(&self, tag: Tag, state: CustomerState) -> bool {
        self.front.customer.state == state && self.front.customer.asked == Some(tag)
    }

    /// A till that can write nothing down is for reading only: it bothers no customer either.
    fn books_must_be_open(&self) -> Result<(), UiError> {
        match self.books {
            OpenBooks::Open(_) => Ok(()),
            OpenBooks::Closed(_) => Err(ErrorCode::BooksClosed.into()),
        }
    }

    fn send_otp(&mut self) -> Result<(), UiError> {
        let mobile = self.front.customer.mobile.clone().ok_or(ErrorCode::NoCustomer)?;
        let prepared = self.prepare(&Ask::SendOtp { mobile })?;
        self.front.customer.proceed(CustomerState::SendingOtp);
        self.front.customer.asked = Some(self.send(Flight::SendOtp, prepared));
        Ok(())
    }

    fn linked(&mut self, token: SecretString, linked_at_ms: Option<i64>) {
        let customer = &mut self.front.customer;
        customer.token = Some(token);
        customer.otp_token = None;
        customer.linked_at_ms = linked_at_ms;
        customer.proceed(CustomerState::Linked);
        self.amount_changed();
    }

    fn reset_customer(&mut self) {
        self.front.customer = Customer::default();
        self.front.wallet = crate::wallet::Wallet::default();
        self.front.top_up = None;
        self.front.unsent = None;
    }

    fn not_connected_error(&self) -> UiError {
        use crate::ports::NotReady;
        match self.not_ready {
            Some(NotReady::Keyring(VaultTrouble::Locked)) => ErrorCode::KeyringLocked.into(),
            Some(NotReady::Keyring(VaultTrouble::Missing)) => ErrorCode::KeyringMissing.into(),
            Some(NotReady::Keyring(VaultTrouble::Broken)) => ErrorCode::KeyringBroken.into(),
            Some(NotReady::SaltKeyMissing | NotReady::SettingsRefused(_)) | None => {
                ErrorCode::ProviderNotReady.into()
            }
        }
    }
}

/// The customer's mark: HMAC-SHA-256 of the ten digits under the keyring's key, and the last four.
fn customer_mark(mobile: &Mobile, key: &SecretString) -> Result<CustomerMark, UiError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.expose_secret().as_bytes())
        .map_err(|_| UiError::from(ErrorCode::KeyringBroken))?;
    mac.update(mobile.expose().as_bytes());
    let hmac_hex = mac
        .finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(CustomerMark {
        hmac_hex,
        last_four: mobile.last_four(),
    })
}

fn is_final_for_customer(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Refused(RefusalKind::UserBlocked | RefusalKind::UserBlacklisted | RefusalKind::OtpLimit)
    )
}

fn shown(heard: &Heard) -> Option<String> {
    heard.words.as_ref().map(domain::ProviderText::shown)
}

fn mobile_error(refusal: MobileRefusal) -> UiError {
    match refusal {
        MobileRefusal::Empty => ErrorCode::MobileEmpty.into(),
        MobileRefusal::NotDigits => ErrorCode::MobileNotDigits.into(),
        MobileRefusal::WrongLength(digits) => UiError {
            code: ErrorCode::MobileWrongLength,
            detail: Some(digits.to_string()),
        },
        MobileRefusal::WrongStart => ErrorCode::MobileWrongStart.into(),
    }
}

fn otp_error(refusal: OtpRefusal) -> UiError {
    match refusal {
        OtpRefusal::Empty => ErrorCode::OtpEmpty.into(),
        OtpRefusal::NotDigits => ErrorCode::OtpNotDigits.into(),
        OtpRefusal::WrongLength => ErrorCode::OtpWrongLength.into(),
    }
}
