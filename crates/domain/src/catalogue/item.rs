use crate::{AmountRefusal, Cart, GstRate, LineItem, Paise};
use serde::{Deserialize, Serialize};

/// One item or service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The store's own; no two items have the same.
    pub code: String,
    pub name: String,
    pub barcode: Option<String>,
    /// Of one unit, GST included; `None`: the amount is known later, and the default hold is asked for.
    pub price_paise: Option<Paise>,
    pub unit: String,
    pub gst: Option<GstRate>,
    pub hsn: String,
    pub hold_paise: Option<Paise>,
    pub expiry_minutes: Option<u32>,
}

/// An item as it stands in a file or in fields, before anything of it is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemForm {
    pub code: String,
    pub name: String,
    pub barcode: String,
    pub price: String,
    pub unit: String,
    pub gst: String,
    pub hsn: String,
    pub hold: String,
    pub expiry_minutes: String,
}

/// The columns of the file, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemColumn {
    Code,
    Name,
    Barcode,
    Price,
    Unit,
    Gst,
    Hsn,
    Hold,
    ExpiryMinutes,
}

/// What is wrong with an item, and in which column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{column:?}: {why:?}")]
pub struct ItemRefusal {
    pub column: ItemColumn,
    pub why: ItemWhy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemWhy {
    Missing,
    TooLong,
    NotAnAmount,
    TooLarge,
    NotARate,
    NotMinutes,
    /// A workbook has made a short number of it, such as 8.90123E+12: the digits are gone.
    Shortened,
    /// Neither a price nor a default hold: nothing could be asked for.
    NoPriceNoHold,
    /// Another item has this code or barcode.
    Taken,
}

impl ItemColumn {
    pub const ALL: [ItemColumn; 9] = [
        ItemColumn::Code,
        ItemColumn::Name,
        ItemColumn::Barcode,
        ItemColumn::Price,
        ItemColumn::Unit,
        ItemColumn::Gst,
        ItemColumn::Hsn,
        ItemColumn::Hold,
        ItemColumn::ExpiryMinutes,
    ];

    /// Its name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ItemColumn::Code => "code",
            ItemColumn::Name => "name",
            ItemColumn::Barcode => "barcode",
            ItemColumn::Price => "price",
            ItemColumn::Unit => "unit",
            ItemColumn::Gst => "gst",
            ItemColumn::Hsn => "hsn",
            ItemColumn::Hold => "hold",
            ItemColumn::ExpiryMinutes => "expiry_minutes",
        }
    }
}

impl ItemForm {
    #[must_use]
    pub fn cell(&self, column: ItemColumn) -> &str {
        match column {
            ItemColumn::Code => &self.code,
            ItemColumn::Name => &self.name,
            ItemColumn::Barcode => &self.barcode,
            ItemColumn::Price => &self.price,
            ItemColumn::Unit => &self.unit,
            ItemColumn::Gst => &self.gst,
            ItemColumn::Hsn => &self.hsn,
            ItemColumn::Hold => &self.hold,
            ItemColumn::ExpiryMinutes => &self.expiry_minutes,
        }
    }

    pub fn set(&mut self, column: ItemColumn, cell: &str) {
        let place = match column {
            ItemColumn::Code => &mut self.code,
            ItemColumn::Name => &mut self.name,
            ItemColumn::Barcode => &mut self.barcode,
            ItemColumn::Price => &mut self.price,
            ItemColumn::Unit => &mut self.unit,
            ItemColumn::Gst => &mut self.gst,
            ItemColumn::Hsn => &mut self.hsn,
            ItemColumn::Hold => &mut self.hold,
            ItemColumn::ExpiryMinutes => &mut self.expiry_minutes,
        };
        cell.clone_into(place);
    }
}

impl Item {
    const CODE_CHARS_MAX: usize = 32;
    const UNIT_CHARS_MAX: usize = 12;
    const HSN_CHARS_MAX: usize = 8;
    /// A week; PhonePe gives back earlier if it wants to.
    const EXPIRY_MINUTES_MAX: u32 = 10_080;

    /// Reads an item.
    ///
    /// # Errors
    /// The first [`ItemRefusal`] from left to right.
    pub fn parse(form: &ItemForm) -> Result<Item, ItemRefusal> {
        let item = Item {
            code: needed(form, ItemColumn::Code, Self::CODE_CHARS_MAX)?,
            name: needed(form, ItemColumn::Name, Cart::NAME_CHARS_MAX)?,
            barcode: barcode(form)?,
            price_paise: amount(form, ItemColumn::Price)?,
            unit: short(form, ItemColumn::Unit, Self::UNIT_CHARS_MAX)?,
            gst: read(form, ItemColumn::Gst, ItemWhy::NotARate, GstRate::parse)?,
            hsn: short(form, ItemColumn::Hsn, Self::HSN_CHARS_MAX)?,
            hold_paise: amount(form, ItemColumn::Hold)?,
            expiry_minutes: read(form, ItemColumn::ExpiryMinutes, ItemWhy::NotMinutes, minutes)?,
        };
        if item.price_paise.is_none() && item.hold_paise.is_none() {
            return Err(ItemRefusal {
                column: ItemColumn::Price,
                why: ItemWhy::NoPriceNoHold,
            });
        }
        Ok(item)
    }

    /// As it is written, so that it reads back as the same item.
    #[must_use]
    pub fn to_form(&self) -> ItemForm {
        let field = |amount: Option<Paise>| amount.map(Paise::to_field).unwrap_or_default();
        ItemForm {
            code: self.code.clone(),
            name: self.name.clone(),
            barcode: self.barcode.clone().unwrap_or_default(),
            price: field(self.price_paise),
            unit: self.unit.clone(),
            gst: self.gst.map(GstRate::to_field).unwrap_or_default(),
            hsn: self.hsn.clone(),
            hold: field(self.hold_paise),
            expiry_minutes: self.expiry_minutes.map(|m| m.to_string()).unwrap_or_default(),
        }
    }

    /// What of it goes with a line.
    #[must_use]
    pub fn of_line(&self) -> LineItem {
        LineItem {
            code: self.code.clone(),
            unit: self.unit.clone(),
            listed_paise: self.price_paise,
            gst: self.gst,
            hsn: self.hsn.clone(),
            hold_paise: self.hold_paise,
            expiry_minutes: self.expiry_minutes,
        }
    }
}

fn cell(form: &ItemForm, column: ItemColumn) -> String {
    let plain = form.cell(column).trim().chars();
    plain.filter(|c| !c.is_control()).collect()
}

fn short(form: &ItemForm, column: ItemColumn, most: usize) -> Result<String, ItemRefusal> {
    let text = cell(form, column);
    if text.chars().count() > most {
        let why = ItemWhy::TooLong;
        return Err(ItemRefusal { column, why });
    }
    Ok(text)
}

fn needed(form: &ItemForm, column: ItemColumn, most: usize) -> Result<String, ItemRefusal> {
    let text = short(form, column, most)?;
    if text.is_empty() {
        let why = ItemWhy::Missing;
        return Err(ItemRefusal { column, why });
    }
    Ok(text)
}

fn barcode(form: &ItemForm) -> Result<Option<String>, ItemRefusal> {
    let column = ItemColumn::Barcode;
    let text = short(form, column, Item::CODE_CHARS_MAX)?;
    if text.contains("E+") || text.contains("e+") {
        let why = ItemWhy::Shortened;
        return Err(ItemRefusal { column, why });
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

fn amount(form: &ItemForm, column: ItemColumn) -> Result<Option<Paise>, ItemRefusal> {
    let text = cell(form, column);
    if text.is_empty() {
        return Ok(None);
    }
    Paise::parse_rupees(&text)
        .map(Some)
        .map_err(|refusal| ItemRefusal {
            column,
            why: match refusal {
                AmountRefusal::TooLarge => ItemWhy::TooLarge,
                AmountRefusal::Empty
                | AmountRefusal::NotANumber
                | AmountRefusal::TooFine
                | AmountRefusal::Zero
                | AmountRefusal::Negative
                | AmountRefusal::OverTheHold => ItemWhy::NotAnAmount,
            },
        })
}

fn read<T>(
    form: &ItemForm,
    column: ItemColumn,
    why: ItemWhy,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, ItemRefusal> {
    let text = cell(form, column);
    if text.is_empty() {
        return Ok(None);
    }
    parse(&text).map(Some).ok_or(ItemRefusal { column, why })
}

fn minutes(text: &str) -> Option<u32> {
    let minutes: u32 = text.parse().ok()?;
    (1..=Item::EXPIRY_MINUTES_MAX)
        .contains(&minutes)
        .then_some(minutes)
}
