use super::LineRefusal;
use crate::Paise;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is taken off a line or a bill. It never takes more than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    Paise(Paise),
    /// In hundredths of a percent: 12.5 % is 1250.
    Percent(u32),
}

impl Discount {
    const WHOLE: u32 = 10_000;

    /// Reads `50`, `₹50`, `10%`, `12.5 %`. Nothing typed is no discount.
    ///
    /// # Errors
    /// [`LineRefusal::Discount`].
    pub fn parse(typed: &str) -> Result<Option<Discount>, LineRefusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let Some(percent) = typed.strip_suffix('%') else {
            let amount = Paise::parse_rupees(typed).map_err(|_| LineRefusal::Discount)?;
            return Ok(Some(Discount::Paise(amount)));
        };
        let hundredths = parse_hundredths(percent.trim_end()).ok_or(LineRefusal::Discount)?;
        if hundredths == 0 || hundredths > Self::WHOLE {
            return Err(LineRefusal::Discount);
        }
        Ok(Some(Discount::Percent(hundredths)))
    }

    /// What it takes off this amount; half a paisa is rounded up, and it is never more than the amount.
    #[must_use]
    pub fn of(self, amount: Paise) -> Paise {
        match self {
            Discount::Paise(less) => less.min(amount),
            Discount::Percent(hundredths) => share(amount, hundredths, Self::WHOLE).min(amount),
        }
    }

    /// As the field takes it back: `50.00`, `10%`.
    #[must_use]
    pub fn to_field(self) -> String {
        match self {
            Discount::Paise(less) => less.to_field(),
            Discount::Percent(hundredths) => format!("{}%", percent_text(hundredths)),
        }
    }
}

/// `₹50.00`, `10 %`.
impl fmt::Display for Discount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Discount::Paise(less) => less.fmt(f),
            Discount::Percent(hundredths) => write!(f, "{} %", percent_text(*hundredths)),
        }
    }
}

/// amount × part / whole, half rounded up.
pub(super) fn share(amount: Paise, part: u32, whole: u32) -> Paise {
    let product = i128::from(amount.get()).saturating_mul(i128::from(part));
    let half = i128::from(whole / 2);
    let paise = product.saturating_add(half).checked_div(i128::from(whole));
    Paise::new(paise.and_then(|paise| i64::try_from(paise).ok()).unwrap_or(0))
}

/// `12.5` → 1250. At most two decimals and three digits before the point.
pub(super) fn parse_hundredths(typed: &str) -> Option<u32> {
    let (whole, fraction) = typed.split_once('.').unwrap_or((typed, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = !(whole.is_empty() && fraction.is_empty()) && all_digits(whole) && all_digits(fraction);
    if !is_number || whole.len() > 3 || fraction.len() > 2 {
        return None;
    }
    format!("{whole}{fraction:0<2}").parse().ok()
}

/// 1250 → `12.5`.
pub(super) fn percent_text(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
