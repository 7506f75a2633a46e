use crate::provider::{Hold, MERCHANT, Payment, Standing};
use crate::queue::{Proof, ReplyFate};
use crate::refunds::Refund;
use std::fmt::Write;

/// What a reply says, before it is bytes.
pub(crate) struct Facts {
    http: u16,
    success: bool,
    code: &'static str,
    id: Option<String>,
    merchant: Option<&'static str>,
    amount: Option<i64>,
    auth_state: Option<&'static str>,
    authorized: Option<i64>,
    captured: Option<i64>,
    wallet: bool,
}

impl Facts {
    fn bare(http: u16, success: bool, code: &'static str) -> Facts {
        Facts {
            http,
            success,
            code,
            id: None,
            merchant: None,
            amount: None,
            auth_state: None,
            authorized: None,
            captured: None,
            wallet: false,
        }
    }

    pub fn refusal(code: &'static str) -> Facts {
        Facts::bare(400, false, code)
    }

    pub fn of_wallet() -> Facts {
        Facts {
            wallet: true,
            ..Facts::bare(200, true, "SUCCESS")
        }
    }

    pub fn of_auth(id: &str, hold: &Hold) -> Facts {
        Facts {
            id: Some(id.to_owned()),
            auth_state: Some(auth_state(hold)),
            authorized: Some(hold.amount_paise),
            captured: hold.captured_paise,
            ..Facts::bare(200, true, "SUCCESS")
        }
    }

    pub fn of_capture(id: &str, hold: &Hold) -> Facts {
        Facts {
            id: Some(id.to_owned()),
            auth_state: Some(auth_state(hold)),
            amount: hold.captured_paise,
            ..Facts::bare(200, true, "SUCCESS")
        }
    }

    pub fn of_payment(id: &str, hold: &Hold) -> Facts {
        let (success, code) = match (hold.standing, hold.payment) {
            (Standing::Authorized, _) | (_, Payment::Pending) => (true, "PAYMENT_PENDING"),
            (Standing::Cancelled | Standing::Expired, _) => (false, "PAYMENT_CANCELLED"),
            (Standing::Captured, Payment::Success) => (true, "PAYMENT_SUCCESS"),
            (Standing::Captured, Payment::Failed | Payment::None) => (false, "PAYMENT_ERROR"),
        };
        Facts {
            id: Some(id.to_owned()),
            merchant: Some(MERCHANT),
            amount: Some(hold.captured_paise.unwrap_or(hold.amount_paise)),
            ..Facts::bare(200, success, code)
        }
    }

    /// The reply to a refund, and the transaction status of its id.
    pub fn of_refund(id: &str, refund: &Refund) -> Facts {
        let (success, code) = match refund.payment {
            Payment::Pending => (true, "PAYMENT_PENDING"),
            Payment::Success => (true, "PAYMENT_SUCCESS"),
            Payment::Failed | Payment::None => (false, "PAYMENT_ERROR"),
        };
        Facts {
            id: Some(id.to_owned()),
            merchant: Some(MERCHANT),
            amount: Some(refund.paise),
            ..Facts::bare(200, success, code)
        }
    }

    /// What arrives at the till of it: the HTTP status, the bytes, and whether they truthfully prove a payment.
    pub fn delivered(mut self, fate: ReplyFate, is_payment: bool) -> (u16, Vec<u8>, Option<Proof>) {
        match fate {
            ReplyFate::Arrives | ReplyFate::Lost => {}
            ReplyFate::Html => return (502, b"<html>Bad Gateway</html>".to_vec(), None),
            ReplyFate::Redirect => return (302, Vec::new(), None),
            ReplyFate::Cut => {
                let mut bytes = self.bytes();
                bytes.truncate(bytes.len() * 2 / 3);
                return (self.http, bytes, None);
            }
            ReplyFate::ServerError => self = Facts::bare(500, false, "INTERNAL_SERVER_ERROR"),
            ReplyFate::UnknownCode => self = Facts::bare(200, false, "SOMETHING_NEW"),
            ReplyFate::UnlistedState => self.auth_state = self.auth_state.map(|_| "PROCESSING"),
            ReplyFate::WrongAmount => {
                self.amount = self.amount.map(beside);
                self.authorized = self.authorized.map(|paise| paise - 1);
            }
            // Another store's payment, or another sale's: where there is a payment to speak of, it is a success.
            ReplyFate::WrongMerchant => {
                self.merchant = Some("ANOTHERSTORE");
                self.succeed_if(is_payment);
            }
            ReplyFate::WrongId => {
                self.id = Some("SOMEBODYELSES".to_owned());
                self.succeed_if(is_payment);
            }
        }
        let proof = self.proof(fate);
        (self.http, self.bytes(), proof)
    }

    fn succeed_if(&mut self, is_payment: bool) {
        if is_payment && self.amount.is_some() {
            (self.http, self.success, self.code) = (200, true, "PAYMENT_SUCCESS");
        }
    }

    fn proof(&self, fate: ReplyFate) -> Option<Proof> {
        let truthful = matches!(fate, ReplyFate::Arrives | ReplyFate::UnlistedState);
        (truthful && self.code == "PAYMENT_SUCCESS").then(|| Proof {
            our_ref: self.id.clone().unwrap_or_default(),
            paise: self.amount.unwrap_or_default(),
        })
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = format!(
            "{{\"success\":{},\"code\":\"{}\",\"data\":{{",
            self.success, self.code
        );
        let mut member = |name: &str, value: &dyn std::fmt::Display| {
            let comma = if text.ends_with('{') { "" } else { "," };
            write!(text, "{comma}\"{name}\":{value}").unwrap();
        };
        let quoted = |word: &str| format!("\"{word}\"");
        if let Some(merchant) = self.merchant {
            member("merchantId", &quoted(merchant));
        }
        if let Some(id) = &self.id {
            member("transactionId", &quoted(id));
        }
        if let Some(state) = self.auth_state {
            member("authState", &quoted(state));
        }
        for (name, paise) in [
            ("amount", self.amount),
            ("authorizedAmount", self.authorized),
            ("capturedAmount", self.captured),
        ] {
            if let Some(paise) = paise {
                member(name, &paise);
            }
        }
        if self.wallet {
            let wallet = "{\"usableBalance\":5000000,\"maxTopupAllowed\":1000000,\"debitPossible\":true,\
                \"topupPossible\":true}";
            member("wallet", &wallet);
        }
        text.push_str("}}");
        text.into_bytes()
    }
}

/// CREATED while the capture settles; COMPLETED afterwards, whatever came of the payment.
fn auth_state(hold: &Hold) -> &'static str {
    match (hold.standing, hold.payment) {
        (Standing::Authorized, _) => "AUTHORIZED",
        (Standing::Captured, Payment::Pending) => "CREATED",
        (Standing::Captured, _) => "COMPLETED",
        (Standing::Cancelled | Standing::Expired, _) => "CANCELLED",
    }
}

/// A paisa off. People here ask for whole rupees, and somebody else may have taken a paisa less: a lie that tells just what
/// was asked is one that nobody can see through.
fn beside(paise: i64) -> i64 {
    if (paise + 1) % 100 == 0 {
        paise - 1
    } else {
        paise + 1
    }
}
