use crate::state::Till;
use contract::{BillView, BillsView, GstView, LineTermsView, LineView};
use domain::{Action, Bill, Line, Paise, Permission};

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

/// `held`: the bill is held already, and nothing more is asked for its items.
pub(crate) fn line_view(line: &Line, held: bool) -> LineView {
    LineView {
        id: line.id,
        name: line.name.clone(),
        quick: line.quick,
        quantity_text: line.quantity.to_string(),
        price_text: line.price_paise.to_string(),
        price_field: field(line.price_paise),
        amount_text: line.amount().unwrap_or(Paise::ZERO).to_string(),
        terms: terms_view(line, held),
    }
}

fn terms_view(line: &Line, held: bool) -> LineTermsView {
    let item = line.item.as_ref();
    let listed = item.and_then(|item| item.listed_paise);
    let beyond = !held && line.held_beyond().is_positive();
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

/// A bill beside its lines. `asked`: so much is blocked for it, or will be. `final_of`: it is what was delivered of a hold of
/// so much.
pub(crate) fn bill_view(bill: &Bill, asked: Option<Paise>, final_of: Option<Paise>) -> BillView {
    let total = bill.total();
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
        hold_text: asked
            .filter(|asked| *asked > total)
            .map(|asked| asked.to_string()),
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
