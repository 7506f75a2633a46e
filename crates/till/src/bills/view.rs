use crate::state::Till;
use contract::{BillView, BillsView, GstView, LineTermsView, LineView};
use domain::{Action, Bill, Line, Paise, Permission, SaleMode};

impl Till {
    pub(crate) fn bills_view(&self) -> BillsView {
        BillsView {
            parked: self.parked_views(),
            catalogue: self.bills.catalogue_state,
            items: u32::try_from(self.bills.catalogue.items().len()).unwrap_or(u32::MAX),
            can_edit: self.permission(Action::CatalogueEdit, None) == Permission::Allowed,
            put_aside: self.bills.put_aside.clone(),
        }
    }
}

pub(crate) fn line_view(line: &Line) -> LineView {
    LineView {
        id: line.id,
        name: line.name.clone(),
        quick: line.quick,
        quantity_text: line.quantity.to_string(),
        price_text: line.price_paise.to_string(),
        price_field: field(line.price_paise),
        amount_text: line.amount().unwrap_or(Paise::ZERO).to_string(),
        terms: terms_view(line),
    }
}

fn terms_view(line: &Line) -> LineTermsView {
    let item = line.item.as_ref();
    let listed = item.and_then(|item| item.listed_paise);
    let beyond = line.held_beyond().is_positive();
    LineTermsView {
        code: item.map(|item| item.code.clone()),
        unit: item.map(|item| item.unit.clone()).unwrap_or_default(),
        open: item.is_some() && line.price_paise == Paise::ZERO,
        listed_text: listed
            .filter(|listed| *listed != line.price_paise)
            .map(|listed| listed.to_string()),
        discount_field: line.discount.map(|less| less.to_field()).unwrap_or_default(),
        discount_text: line.discount.map(|less| less.to_string()),
        less_text: line.discount.map(|_| format!("-{}", line.less())),
        note: line.note.clone(),
        hold_text: item
            .and_then(|item| item.hold_paise)
            .filter(|_| beyond)
            .map(|hold| hold.to_string()),
    }
}

/// A bill beside its lines. `held`: it is held already, for so much; otherwise it is about to be, in this mode.
pub(crate) fn bill_view(bill: &Bill, mode: SaleMode, final_of: Option<Paise>) -> BillView {
    let total = bill.total();
    let is_held_for_more = mode == SaleMode::Hold && final_of.is_none() && bill.hold() > total;
    let over = final_of.and_then(|held| total.checked_sub(held));
    BillView {
        subtotal_text: bill.discount.map(|_| bill.subtotal().to_string()),
        discount_field: bill.discount.map(|less| less.to_field()).unwrap_or_default(),
        discount_text: bill.discount.map(|less| less.to_string()),
        less_text: bill.discount.map(|_| format!("-{}", bill.less())),
        note: bill.note.clone(),
        gst: bill
            .gst()
            .iter()
            .map(|part| GstView {
                rate_text: part.rate.to_string(),
                of_text: part.of_paise.to_string(),
                tax_text: part.tax_paise.to_string(),
            })
            .collect(),
        hold_text: is_held_for_more.then(|| bill.hold().to_string()),
        expiry_minutes: bill.expiry_minutes(),
        is_final: final_of.is_some(),
        over_text: over
            .filter(|over| over.is_positive())
            .map(|over| over.to_string()),
    }
}

/// An amount that nobody knows yet is an empty field.
fn field(price: Paise) -> String {
    if price.is_positive() {
        price.to_field()
    } else {
        String::new()
    }
}
