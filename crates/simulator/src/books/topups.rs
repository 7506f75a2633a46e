//! Top-up requests. The deep link carries an opaque id and nothing else; PhonePe has no status call for it.

use serde::{Deserialize, Serialize};

use super::{Books, PersonId, random_hex, rupees};

/// The page says "do not cache the URL"; a quarter of an hour is ours.
const LIFE_MS: i64 = 900_000;

/// A top-up that the merchant asked for and the customer may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopUp {
    /// The opaque id in the deep link.
    pub id: String,
    /// What the customer is offered, in paise; any other amount up to the wallet's maximum is taken too.
    pub amounts_paise: Vec<i64>,
    /// When the link goes stale, in milliseconds since 1970.
    pub expires_at_ms: i64,
    /// Absent when the merchant sent no `userAuthToken`: whoever opens the link first owns it.
    pub(crate) person: Option<PersonId>,
}

/// What a top-up call asks for.
pub(crate) struct TopUpRequest {
    pub(crate) amount_paise: i64,
    pub(crate) recommended_paise: Vec<i64>,
    pub(crate) adjusts: bool,
}

impl TopUp {
    /// The deep link of the reply's `data.redirectUrl`.
    pub(crate) fn link(&self) -> String {
        format!("phonepe://wallet/topup?id={}", self.id)
    }
}

impl Books {
    /// How much is to be topped up: the amount, less what is usable unless the merchant said otherwise.
    pub(crate) fn topup_paise(&self, person: Option<&str>, asked: &TopUpRequest) -> i64 {
        let usable_paise = person
            .filter(|_| asked.adjusts)
            .map_or(0, |id| self.usable_paise(id));
        let short_paise = asked.amount_paise.saturating_sub(usable_paise);
        // With enough in the wallet already the customer is still offered the whole amount.
        if short_paise > 0 {
            short_paise
        } else {
            asked.amount_paise
        }
    }

    /// Opens a request; the page's default suggestions are 1.5, 2 and 2.5 times the amount.
    pub(crate) fn ask_topup(&mut self, person: Option<PersonId>, asked: &TopUpRequest, now_ms: i64) -> TopUp {
        let needed_paise = self.topup_paise(person.as_deref(), asked);
        let most_paise = person.as_deref().and_then(|id| self.person(id));
        let most_paise = most_paise.map_or(i64::MAX, |person| person.wallet.topup_paise_max);
        let mut amounts_paise = vec![needed_paise];
        if asked.recommended_paise.is_empty() {
            amounts_paise.extend([3, 4, 5].map(|halves| needed_paise.saturating_mul(halves) / 2));
        } else {
            amounts_paise.extend(&asked.recommended_paise);
        }
        amounts_paise.retain(|paise| (1..=most_paise).contains(paise));
        amounts_paise.dedup();
        let expires_at_ms = now_ms.saturating_add(LIFE_MS);
        let topup = TopUp {
            id: random_hex(12),
            amounts_paise,
            expires_at_ms,
            person,
        };
        self.topups.insert(topup.id.clone(), topup.clone());
        self.dirty = true;
        topup
    }

    pub(crate) fn topups(&self) -> impl Iterator<Item = &TopUp> {
        self.topups.values()
    }

    pub(crate) fn topup(&self, id: &str) -> Option<&TopUp> {
        self.topups.get(id)
    }

    /// Someone scanned a link that was open to anyone.
    pub(crate) fn claim_topup(&mut self, id: &str, person: &str) {
        if let Some(topup) = self.topups.get_mut(id).filter(|topup| topup.person.is_none()) {
            topup.person = Some(person.to_owned());
            self.dirty = true;
        }
    }

    /// The customer does it. Each request can be done once.
    ///
    /// # Errors
    /// A sentence for the phone's screen.
    pub(crate) fn do_topup(&mut self, id: &str, amount_paise: i64, now_ms: i64) -> Result<(), &'static str> {
        let topup = self
            .topups
            .get(id)
            .ok_or("This top-up link is used or has expired.")?;
        let person = topup
            .person
            .clone()
            .ok_or("This top-up link belongs to no wallet yet.")?;
        self.credit(&person, amount_paise, now_ms)?;
        self.topups.remove(id);
        Ok(())
    }

    /// Puts money into a wallet.
    ///
    /// # Errors
    /// A sentence for the phone's screen.
    pub(crate) fn credit(
        &mut self,
        person: &str,
        amount_paise: i64,
        now_ms: i64,
    ) -> Result<(), &'static str> {
        let owner = self.person_mut(person).ok_or("There is no such wallet.")?;
        if !(1..=owner.wallet.topup_paise_max).contains(&amount_paise) {
            return Err("This amount is more than the wallet may be topped up by.");
        }
        owner.wallet.balance_paise = owner.wallet.balance_paise.saturating_add(amount_paise);
        self.tell(
            person,
            now_ms,
            format!("{} added to your wallet.", rupees(amount_paise)),
        );
        Ok(())
    }

    pub(super) fn drop_stale_topups(&mut self, now_ms: i64) {
        self.topups.retain(|_, topup| now_ms < topup.expires_at_ms);
    }
}
