//! Items, discounts, parked bills, and what was delivered of a hold.

use super::rig::{Rig, authorized, enough, refused};
use crate::{BillTray, Home, HomeTray, read_catalogue};
use contract::{CartCommand, CatalogueState, ChangeKind, Command, CustomerState, ErrorCode, UiError};
use domain::{Ask, Call, CartFact, Fact, Paise, RefusalKind, SaleMode, SaleState};
use std::io;
use std::sync::{Arc, Mutex};

const STOCK: &str = "code,name,barcode,price,unit,gst,hold,expiry_minutes\n\
    T,Masala tea,8901234567890,15,cup,5,,\n\
    EV,EV charging,,18,kWh,18,1000,30\n\
    F,Fuel,,,litre,,2000,120\n";

impl Rig {
    /// As the shell reads the file beside the start.
    pub fn stock(&mut self, csv: &str) {
        let read = read_catalogue(csv.as_bytes()).unwrap();
        self.hear(crate::Input::CatalogueRead(Ok(read)));
    }

    pub fn cart(&mut self, command: CartCommand) -> Result<(), UiError> {
        self.act(Command::Cart(command))
    }

    fn stocked() -> Rig {
        let mut rig = Rig::new();
        rig.stock(STOCK);
        rig
    }

    fn add(&mut self, code: &str) {
        self.cart(CartCommand::ItemAdd {
            code: code.to_owned(),
        })
        .unwrap();
    }

    fn scan(&mut self, text: &str) -> Result<(), UiError> {
        self.cart(CartCommand::Scan {
            text: text.to_owned(),
        })
    }

    fn typed(&mut self, make: impl FnOnce(String) -> CartCommand, text: &str) -> Result<(), UiError> {
        self.cart(make(text.to_owned()))
    }

    fn change(&mut self, id: u32, quantity: &str, price: &str) {
        let (quantity, price) = (quantity.to_owned(), price.to_owned());
        self.act(Command::LineChange { id, quantity, price }).unwrap();
    }

    fn total(&mut self) -> String {
        self.view().cart.total_text
    }

    fn facts(&self) -> Vec<CartFact> {
        let reader = self.reader();
        let events = reader.events().unwrap();
        let cart = events.filter_map(|stored| {
            if let Fact::Cart(fact) = stored.unwrap().record.fact {
                Some(fact)
            } else {
                None
            }
        });
        cart.collect()
    }
}

/// A tray that a test looks into, and that breaks when it is told to.
#[derive(Clone, Default)]
struct Glass(Arc<Mutex<(Option<Vec<u8>>, bool)>>);

impl BillTray for Glass {
    fn read_bills(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(self.0.lock().unwrap().0.clone())
    }

    fn write_bills(&self, text: Vec<u8>) -> io::Result<()> {
        let mut inside = self.0.lock().unwrap();
        if inside.1 {
            return Err(io::Error::other("no space left"));
        }
        inside.0 = Some(text);
        Ok(())
    }

    fn put_bills_aside(&self) -> io::Result<String> {
        self.0.lock().unwrap().0 = None;
        Ok("bills.json.unreadable-1".to_owned())
    }

    fn adopt_catalogue(&self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_scan_puts_an_item_in_and_the_same_again_raises_the_quantity() {
    let mut rig = Rig::stocked();
    rig.scan("8901234567890").unwrap();
    rig.scan("8901234567890").unwrap();
    let view = rig.view();
    let [line] = view.cart.lines.as_slice() else {
        panic!()
    };
    assert_eq!(
        (line.name.as_str(), line.quantity_text.as_str()),
        ("Masala tea", "2")
    );
    assert_eq!(view.cart.total_text, "₹30.00");
    assert_eq!(view.cart.bill.gst[0].tax_text, "₹1.43");
}

#[test]
fn an_unknown_scan_says_its_code_and_changes_nothing() {
    let mut rig = Rig::stocked();
    let refused = rig.scan(" 4006381333931\u{202E} ").unwrap_err();
    assert_eq!(refused.code, ErrorCode::ScanUnknown);
    assert!(refused.detail.unwrap().starts_with("4006381333931"));
    assert!(rig.view().cart.lines.is_empty());
}

#[test]
fn a_scan_before_the_catalogue_is_there_or_into_a_locked_bill_is_refused_with_its_own_sentence() {
    let mut rig = Rig::new();
    assert_eq!(rig.view().bills.catalogue, CatalogueState::Reading);
    assert_eq!(rig.scan("T").unwrap_err().code, ErrorCode::CatalogueReading);
    rig.hear(crate::Input::CatalogueRead(Err("line 2".to_owned())));
    assert_eq!(rig.scan("T").unwrap_err().code, ErrorCode::CatalogueUnreadable);
    rig.stock(STOCK);
    rig.held("600");
    assert_eq!(rig.scan("T").unwrap_err().code, ErrorCode::BillLocked);
    let code = "T".to_owned();
    let added = rig.cart(CartCommand::ItemAdd { code }).unwrap_err();
    assert_eq!(added.code, ErrorCode::BillLocked);
}

#[test]
fn the_catalogue_that_was_found_stands_in_the_books() {
    let rig = Rig::stocked();
    let facts = rig.facts();
    let [CartFact::CatalogueFound { items: 3, sha256 }] = facts.as_slice() else {
        panic!("{facts:?}")
    };
    assert_eq!(sha256.len(), 64);
}

#[test]
fn the_balance_is_asked_and_the_hold_placed_for_the_default_hold_and_its_expiry() {
    let mut rig = Rig::stocked();
    rig.add("EV");
    rig.add("F");
    rig.change(0, "30", "18");
    let view = rig.view();
    assert_eq!(view.cart.total_text, "₹540.00");
    assert_eq!(view.cart.bill.hold_text.as_deref(), Some("₹3,000.00"));
    assert_eq!(view.cart.bill.expiry_minutes, Some(120));
    assert!(view.cart.lines[1].terms.open && view.cart.lines[1].price_field.is_empty());
    assert_eq!(view.cart.lines[0].terms.hold_text.as_deref(), Some("₹1,000.00"));
    rig.link();
    let Ask::Balance { amount_paise, .. } = rig.last_ask(Call::Balance) else {
        panic!()
    };
    assert_eq!(amount_paise, Paise::new(300_000));
    rig.reply(Call::Balance, enough());
    rig.press().unwrap();
    let ask = rig.last_ask(Call::Authorize);
    let Ask::Authorize {
        amount_paise,
        expiry_minutes,
        ..
    } = ask
    else {
        panic!()
    };
    assert_eq!((amount_paise, expiry_minutes), (Paise::new(300_000), 120));
    rig.reply(Call::Authorize, authorized());
    let cart = rig.view().cart;
    assert_eq!(cart.bill.hold_text.as_deref(), Some("₹3,000.00"));
    assert_eq!(
        cart.lines[0].terms.hold_text, None,
        "nothing more is asked for it"
    );
    // Nobody knows yet what the fuel will cost: the field of the final amount does not guess it.
    assert_eq!(rig.view().sale.unwrap().capture_field, "");
}

#[test]
fn a_charge_takes_the_total_and_nothing_beyond_it() {
    let mut rig = Rig::stocked();
    rig.add("EV");
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.act(Command::SaleModeSet {
        mode: SaleMode::Charge,
    })
    .unwrap();
    rig.reply(Call::Balance, enough());
    assert_eq!(rig.view().button.amount_text, "₹18.00");
    rig.press().unwrap();
    let Ask::Authorize { amount_paise, .. } = rig.last_ask(Call::Authorize) else {
        panic!()
    };
    assert_eq!(amount_paise, Paise::new(1_800));
}

#[test]
fn discounts_and_notes_are_typed_and_taken_away_again() {
    let mut rig = Rig::stocked();
    rig.add("T");
    rig.add("EV");
    let on_tea = |text| CartCommand::LineDiscount { id: 0, text };
    rig.typed(on_tea, "10%").unwrap();
    rig.typed(|text| CartCommand::Discount { text }, "3").unwrap();
    rig.typed(|text| CartCommand::Note { text }, "less sugar")
        .unwrap();
    rig.typed(|text| CartCommand::LineNote { id: 1, text }, "bay 4")
        .unwrap();
    let cart = rig.view().cart;
    assert_eq!(cart.lines[0].terms.less_text.as_deref(), Some("-₹1.50"));
    assert_eq!(cart.bill.subtotal_text.as_deref(), Some("₹31.50"));
    assert_eq!(
        (cart.bill.less_text.as_deref(), cart.total_text.as_str()),
        (Some("-₹3.00"), "₹28.50")
    );
    assert_eq!(
        (cart.bill.note.as_str(), cart.lines[1].terms.note.as_str()),
        ("less sugar", "bay 4")
    );
    let refused = rig.typed(on_tea, "15.01").unwrap_err();
    assert_eq!(refused.code, ErrorCode::DiscountTooLarge);
    assert_eq!(rig.typed(on_tea, "ten").unwrap_err().code, ErrorCode::Discount);
    let long = "x".repeat(201);
    let note = rig.typed(|text| CartCommand::Note { text }, &long).unwrap_err();
    assert_eq!(note.code, ErrorCode::NoteLong);
    rig.typed(on_tea, "").unwrap();
    rig.typed(|text| CartCommand::Discount { text }, "").unwrap();
    assert_eq!(rig.total(), "₹33.00");
}

#[test]
fn a_bill_is_parked_with_its_customer_and_comes_back_after_a_crash() {
    let tray = Glass::default();
    let mut rig = Rig::stocked();
    rig.till.keep_bills_in(Box::new(tray.clone()));
    rig.add("T");
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.typed(|name| CartCommand::Park { name }, " Table 4 ").unwrap();
    let view = rig.view();
    assert!(view.cart.lines.is_empty() && view.customer.masked.is_none());
    assert_eq!(
        (view.bills.parked[0].number, view.bills.parked[0].name.as_str()),
        (1, "Table 4")
    );
    assert_eq!(view.bills.parked[0].masked.as_deref(), Some("•••••• 3210"));
    assert_eq!(
        rig.cart(CartCommand::Park { name: String::new() })
            .unwrap_err()
            .code,
        ErrorCode::NothingToPark
    );

    let mut rig = rig.restarted(1_000);
    rig.till.keep_bills_in(Box::new(tray.clone()));
    rig.connect();
    rig.hear(crate::Input::BooksChecked(Ok(())));
    // What stands on the screen takes the place of what comes.
    rig.act(Command::AmountSet {
        text: "99".to_owned(),
    })
    .unwrap();
    rig.cart(CartCommand::Recall { number: 1 }).unwrap();
    let view = rig.view();
    assert_eq!(view.cart.lines[0].name, "Masala tea");
    assert_eq!(view.customer.state, CustomerState::Linked);
    assert_eq!((view.bills.parked.len(), view.bills.parked[0].number), (1, 2));
    assert_eq!(view.bills.parked[0].total_text, "₹99.00");
    assert!(
        rig.is_on_its_way(Call::Balance),
        "the balance is read for what came back"
    );

    rig.cart(CartCommand::ThrowAway { number: 2 }).unwrap();
    assert!(rig.view().bills.parked.is_empty());
    for gone in [
        CartCommand::Recall { number: 2 },
        CartCommand::ThrowAway { number: 2 },
    ] {
        assert_eq!(rig.cart(gone).unwrap_err().code, ErrorCode::NoSuchBill);
    }
}

#[test]
fn a_parked_customer_whose_wallet_is_no_longer_linked_is_asked_for_again_and_gets_no_otp() {
    let mut rig = Rig::stocked();
    rig.add("T");
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.cart(CartCommand::Park { name: String::new() }).unwrap();
    rig.keyring.clear();
    rig.cart(CartCommand::Recall { number: 1 }).unwrap();
    assert_eq!(rig.view().customer.state, CustomerState::None);
    assert_eq!(rig.built(Call::SendOtp), 1, "the one of the first linking");
}

#[test]
fn a_disk_that_takes_no_bill_leaves_it_on_the_screen() {
    let tray = Glass::default();
    let mut rig = Rig::stocked();
    rig.till.keep_bills_in(Box::new(tray.clone()));
    rig.add("T");
    tray.0.lock().unwrap().1 = true;
    let refused = rig.cart(CartCommand::Park { name: String::new() }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BillsNotKept);
    assert_eq!(refused.detail.as_deref(), Some("no space left"));
    let view = rig.view();
    assert!(view.bills.parked.is_empty() && view.cart.lines.len() == 1);
}

#[test]
fn names_and_numbers_of_parked_bills_have_an_end() {
    let mut rig = Rig::stocked();
    rig.add("T");
    let long = "अ".repeat(41);
    let refused = rig.typed(|name| CartCommand::Park { name }, &long).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ParkNameLong);
    for _ in 0..50 {
        rig.cart(CartCommand::Park { name: String::new() }).unwrap();
        rig.add("T");
    }
    let full = rig.cart(CartCommand::Park { name: String::new() }).unwrap_err();
    assert_eq!(
        (full.code, full.detail.as_deref()),
        (ErrorCode::ParkFull, Some("50"))
    );
}

#[test]
fn a_file_of_parked_bills_that_is_no_such_file_is_put_aside_and_said() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::open(&dir.path().join("home")).unwrap();
    let profile = contract::ProfileName::Training;
    let file = home.profile_dir(profile).unwrap().join("bills.json");
    std::fs::write(&file, b"{ half").unwrap();
    let tray = || -> Box<HomeTray> { Box::new(home.tray(profile).unwrap()) };
    let mut rig = Rig::stocked();
    rig.till.keep_bills_in(tray());
    assert_eq!(
        rig.view().bills.put_aside.as_deref(),
        Some("bills.json.unreadable-1")
    );
    rig.add("T");
    rig.cart(CartCommand::Park { name: String::new() }).unwrap();
    let mut again = Rig::new();
    again.till.keep_bills_in(tray());
    assert_eq!(again.view().bills.parked.len(), 1);
    let aside = std::fs::read(file.with_file_name("bills.json.unreadable-1")).unwrap();
    assert_eq!(aside, b"{ half");
}

/// 30 kWh and a tea.
fn charging_is_held() -> Rig {
    let mut rig = Rig::stocked();
    for code in ["EV", "T"] {
        rig.add(code);
    }
    rig.change(0, "30", "18");
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.press().unwrap();
    rig.reply(Call::Authorize, authorized());
    rig
}

#[test]
fn what_was_delivered_is_captured_and_stands_in_the_books_before_it() {
    let mut rig = charging_is_held();
    let our_ref = rig.sale_ref();
    assert!(!rig.view().cart.editable);
    rig.cart(CartCommand::FinalBegin).unwrap();
    assert!(rig.view().cart.editable && rig.view().cart.bill.is_final);
    rig.change(0, "24.5", "18");
    rig.act(Command::LineRemove { id: 1 }).unwrap();
    rig.act(Command::LineAdd {
        name: "Parking".to_owned(),
        quantity: "1".to_owned(),
        price: "20".to_owned(),
    })
    .unwrap();
    let view = rig.view();
    assert_eq!(
        (
            view.cart.total_text.as_str(),
            view.sale.unwrap().capture_field.as_str()
        ),
        ("₹461.00", "461.00")
    );
    rig.act(Command::CaptureReview {
        amount_text: "461.00".to_owned(),
    })
    .unwrap();
    let review = rig.view().review.unwrap();
    let delivered = review.delivered.unwrap();
    let told: Vec<_> = delivered
        .changes
        .iter()
        .map(|change| (change.kind, change.before.as_str(), change.after.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (ChangeKind::Quantity, "30", "24.5"),
            (ChangeKind::Added, "", "₹20.00"),
            (ChangeKind::Removed, "₹15.00", "")
        ]
    );
    assert!(!delivered.is_typed);
    assert_eq!(
        (review.capture_text.as_str(), review.release_text.as_str()),
        ("₹461.00", "₹554.00")
    );
    rig.act(Command::CaptureConfirm {
        action_id: review.action_id,
    })
    .unwrap();
    let story = rig.reader().story(&our_ref).unwrap().unwrap();
    let last_two: Vec<&Fact> = story
        .events
        .iter()
        .rev()
        .take(2)
        .map(|stored| &stored.record.fact)
        .collect();
    assert!(matches!(
        last_two[..],
        [
            Fact::Intent {
                call: Call::Capture,
                ..
            },
            Fact::Cart(CartFact::Delivered { .. })
        ]
    ));
    assert_eq!(story.row.delivered.unwrap().total(), Paise::new(46_100));
}

#[test]
fn a_final_cart_belongs_to_its_sale_and_survives_a_crash() {
    let tray = Glass::default();
    let mut rig = Rig::stocked();
    rig.till.keep_bills_in(Box::new(tray.clone()));
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.cart(CartCommand::FinalBegin).unwrap();
    rig.act(Command::AmountSet {
        text: "450".to_owned(),
    })
    .unwrap();
    // The next customer is served meanwhile.
    rig.act(Command::NewSale).unwrap();
    rig.add("T");
    assert_eq!(rig.total(), "₹15.00");

    let mut rig = rig.restarted(1_000);
    rig.till.keep_bills_in(Box::new(tray.clone()));
    rig.act(Command::SaleOpen { our_ref }).unwrap();
    let view = rig.view();
    assert!(view.cart.bill.is_final);
    assert_eq!(
        (
            view.cart.total_text.as_str(),
            view.sale.unwrap().capture_field.as_str()
        ),
        ("₹450.00", "450.00")
    );
    rig.cart(CartCommand::FinalUndo).unwrap();
    assert_eq!(rig.view().sale.unwrap().capture_field, "600.00");
}

#[test]
fn a_final_cart_that_is_in_the_books_already_is_taken_back_by_the_bill_that_was_held() {
    let mut rig = Rig::stocked();
    rig.held("600");
    let our_ref = rig.sale_ref();
    rig.cart(CartCommand::FinalBegin).unwrap();
    rig.act(Command::AmountSet {
        text: "450".to_owned(),
    })
    .unwrap();
    rig.capture("450");
    rig.reply(Call::Capture, refused(RefusalKind::BadRequest));
    assert_eq!(rig.state(), SaleState::Held);
    rig.cart(CartCommand::FinalUndo).unwrap();
    assert_eq!(rig.view().sale.unwrap().capture_field, "600.00");
    rig.capture("600");
    let delivered = rig.reader().story(&our_ref).unwrap().unwrap().row.delivered;
    assert_eq!(delivered.unwrap().total(), Paise::new(60_000));
}

#[test]
fn more_than_is_held_is_said_in_the_cart_and_refused_before_anything_is_sent() {
    let mut rig = Rig::stocked();
    rig.held("600");
    rig.cart(CartCommand::FinalBegin).unwrap();
    rig.act(Command::AmountSet {
        text: "640".to_owned(),
    })
    .unwrap();
    assert_eq!(rig.view().cart.bill.over_text.as_deref(), Some("₹40.00"));
    let refused = rig
        .act(Command::CaptureReview {
            amount_text: "640".to_owned(),
        })
        .unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_deref()),
        (ErrorCode::AmountOverTheHold, Some("₹600.00"))
    );
    // Another amount may be typed all the same, and the review says so.
    rig.act(Command::CaptureReview {
        amount_text: "600".to_owned(),
    })
    .unwrap();
    assert!(rig.view().review.unwrap().delivered.unwrap().is_typed);
    assert_eq!(rig.built(Call::Capture), 0);
    // An edit closes the panel: its amount is no longer what was delivered.
    rig.act(Command::AmountSet {
        text: "500".to_owned(),
    })
    .unwrap();
    assert!(rig.view().review.is_none());
}

#[test]
fn what_was_delivered_is_over_when_the_hold_is() {
    let mut rig = Rig::stocked();
    assert_eq!(
        rig.cart(CartCommand::FinalBegin).unwrap_err().code,
        ErrorCode::NoSuchSale
    );
    rig.held("600");
    rig.cart(CartCommand::FinalBegin).unwrap();
    rig.act(Command::ReleaseReview).unwrap();
    let action_id = rig.view().review.unwrap().action_id;
    rig.act(Command::ReleaseConfirm { action_id }).unwrap();
    assert_eq!(rig.state(), SaleState::CancelAsked);
    assert!(!rig.view().cart.editable);
    let refused = rig.cart(CartCommand::FinalUndo).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotAllowedNow);
}

#[test]
fn a_second_sale_goes_on_while_one_outcome_is_unknown() {
    let mut rig = Rig::stocked();
    rig.add("T");
    rig.link();
    rig.reply(Call::Balance, enough());
    rig.press().unwrap();
    rig.reply(
        Call::Authorize,
        domain::Meaning::Unknown(domain::UnknownWhy::TimedOut),
    );
    assert_eq!(rig.scan("T").unwrap_err().code, ErrorCode::BillLocked);
    rig.act(Command::NewSale).unwrap();
    rig.scan("EV").unwrap();
    rig.cart(CartCommand::Park {
        name: "next".to_owned(),
    })
    .unwrap();
    rig.cart(CartCommand::Recall { number: 1 }).unwrap();
    assert_eq!(rig.total(), "₹18.00");
    let strip = rig.view().strip;
    assert_eq!((strip.len(), strip[0].state), (1, SaleState::HoldUnknown));
}
