use super::*;

#[test]
fn a_second_quick_amount_replaces_the_first() {
    let mut cart = Cart::default();
    cart.set_quick_amount(Paise::new(60_000)).unwrap();
    cart.add("Valet", Quantity::ONE, Paise::new(6_000)).unwrap();
    cart.set_quick_amount(Paise::new(54_000)).unwrap();
    assert_eq!(cart.total(), Paise::new(60_000));
    assert_eq!(cart.lines().len(), 2);
}

#[test]
fn quantities_with_decimals_multiply_exactly() {
    let mut cart = Cart::default();
    cart.add(
        "EV charging, kWh",
        Quantity::parse("30.005").unwrap(),
        Paise::new(1_850),
    )
    .unwrap();
    // 30.005 × ₹18.50 = ₹555.0925, rounded to the paisa.
    assert_eq!(cart.total(), Paise::new(55_509));
    assert_eq!(Quantity::parse("30.500").unwrap().to_string(), "30.5");
    assert_eq!(Quantity::parse("100").unwrap().to_string(), "100");
}

#[test]
fn a_line_that_breaks_the_limit_changes_nothing() {
    let mut cart = Cart::default();
    cart.set_quick_amount(Paise::SALE_MAX).unwrap();
    let before = cart.clone();
    assert_eq!(
        cart.add("Tea", Quantity::ONE, Paise::new(1)),
        Err(LineRefusal::TooLarge)
    );
    assert_eq!(
        cart.add("  ", Quantity::ONE, Paise::new(1)),
        Err(LineRefusal::NoName)
    );
    assert_eq!(
        cart.add(&"x".repeat(81), Quantity::ONE, Paise::new(1)),
        Err(LineRefusal::LongName)
    );
    assert_eq!(cart.remove(9), Err(LineRefusal::NoSuchLine));
    assert_eq!(cart, before);
}

#[test]
fn line_ids_are_not_used_twice() {
    let mut cart = Cart::default();
    cart.add("a", Quantity::ONE, Paise::new(1)).unwrap();
    let first = cart.lines()[0].id;
    cart.remove(first).unwrap();
    cart.add("b", Quantity::ONE, Paise::new(1)).unwrap();
    assert_ne!(cart.lines()[0].id, first);
}

#[test]
fn wrong_quantities_are_refused() {
    for typed in ["", "0", "-1", "1.2345", "x", ".", "1000000", "1e2"] {
        assert_eq!(Quantity::parse(typed), Err(LineRefusal::Quantity), "{typed}");
    }
}

#[test]
fn a_quantity_has_at_most_seven_digits_before_the_point() {
    assert_eq!(Quantity::parse("0000012"), Ok(Quantity(12_000)));
    assert_eq!(Quantity::parse("999999.999"), Ok(Quantity(999_999_999)));
    for typed in ["00000012", "000000012"] {
        assert_eq!(Quantity::parse(typed), Err(LineRefusal::Quantity), "{typed}");
    }
}

#[test]
fn a_bill_is_empty_before_its_first_line_and_after_its_last() {
    let mut cart = Cart::default();
    assert!(cart.is_empty());
    cart.add("Tea", Quantity::ONE, Paise::new(1_500)).unwrap();
    assert!(!cart.is_empty());
    cart.remove(0).unwrap();
    assert!(cart.is_empty());
}

#[test]
fn a_change_touches_its_own_line_and_uses_up_no_id() {
    let mut cart = Cart::default();
    cart.add("Tea", Quantity::ONE, Paise::new(1_500)).unwrap();
    cart.add("Valet", Quantity::ONE, Paise::new(6_000)).unwrap();
    cart.change(1, Quantity(2_000), Paise::new(5_000)).unwrap();
    let missing = cart.change(7, Quantity::ONE, Paise::new(1));
    assert_eq!(missing, Err(LineRefusal::NoSuchLine));
    cart.set_quick_amount(Paise::new(100)).unwrap();
    let read: Vec<_> = cart
        .lines()
        .iter()
        .map(|line| (line.id, line.name.as_str(), line.amount().unwrap().get()))
        .collect();
    assert_eq!(read, [(0, "Tea", 1_500), (1, "Valet", 10_000), (2, "", 100)]);
}

#[test]
fn the_longest_name_and_the_longest_bill_are_taken_and_nothing_longer() {
    let mut cart = Cart::default();
    let longest = "x".repeat(Cart::NAME_CHARS_MAX);
    for _ in 0..Cart::LINES_MAX {
        cart.add(&longest, Quantity::ONE, Paise::new(1)).unwrap();
    }
    assert_eq!(cart.total(), Paise::new(200));
    let one_more = cart.add("Tea", Quantity::ONE, Paise::new(1));
    assert_eq!(one_more, Err(LineRefusal::TooMany));
    assert_eq!(cart.lines().len(), Cart::LINES_MAX);
}

fn item(code: &str, price: &str, hold: &str, gst: &str) -> Item {
    Item::parse(&crate::ItemForm {
        code: code.to_owned(),
        name: format!("Item {code}"),
        price: price.to_owned(),
        hold: hold.to_owned(),
        gst: gst.to_owned(),
        ..crate::ItemForm::default()
    })
    .unwrap()
}

#[test]
fn the_same_item_again_raises_the_quantity_and_an_open_amount_is_a_line_of_its_own() {
    let mut cart = Cart::default();
    let (tea, fuel) = (item("T", "15", "", ""), item("F", "", "2000", ""));
    for item in [&tea, &fuel, &tea, &fuel] {
        cart.add_item(item).unwrap();
    }
    let read: Vec<_> = cart
        .lines()
        .iter()
        .map(|line| line.quantity.to_string())
        .collect();
    assert_eq!(read, ["2", "1", "1"]);
    assert_eq!(cart.total(), Paise::new(3_000));
}

#[test]
fn what_is_held_is_the_total_and_what_a_line_may_still_come_to() {
    let mut cart = Cart::default();
    cart.add_item(&item("F", "", "2000", "")).unwrap();
    cart.add("Valet", Quantity::ONE, Paise::new(6_000)).unwrap();
    assert_eq!(cart.total(), Paise::new(6_000));
    assert_eq!(cart.asked(SaleMode::Hold), Paise::new(206_000));
    assert_eq!(cart.asked(SaleMode::Charge), Paise::new(6_000));
    // The amount is known now: nothing beyond it is asked for.
    cart.change(0, Quantity::ONE, Paise::new(250_000)).unwrap();
    assert_eq!(cart.asked(SaleMode::Hold), Paise::new(256_000));
    assert!(!cart.lines()[0].is_repriced(Paise::new(1)));
    assert!(Cart::default().bill().expiry_minutes().is_none());
}

#[test]
fn a_price_is_anothers_than_the_catalogues_only_where_the_catalogue_has_one() {
    let mut cart = Cart::default();
    cart.add_item(&item("T", "15", "", "")).unwrap();
    cart.set_quick_amount(Paise::new(100)).unwrap();
    let [tea, quick] = cart.lines() else { panic!() };
    assert!(tea.is_repriced(Paise::new(1_400)) && !tea.is_repriced(Paise::new(1_500)));
    assert!(!quick.is_repriced(Paise::new(1)));
}

#[test]
fn discounts_are_rupees_or_a_percentage_and_nothing_else() {
    for (typed, read) in [
        ("", None),
        ("  ", None),
        ("50", Some(Discount::Paise(Paise::new(5_000)))),
        ("₹1,000.50", Some(Discount::Paise(Paise::new(100_050)))),
        ("10%", Some(Discount::Percent(1_000))),
        (" 12.5 % ", Some(Discount::Percent(1_250))),
        ("100%", Some(Discount::Percent(10_000))),
    ] {
        assert_eq!(Discount::parse(typed), Ok(read), "{typed}");
        if let Some(read) = read {
            assert_eq!(Discount::parse(&read.to_field()), Ok(Some(read)));
        }
    }
    for typed in ["0", "0%", "-5", "100.01%", "12.345%", "%", "ten", "5 rupees"] {
        assert_eq!(Discount::parse(typed), Err(LineRefusal::Discount), "{typed}");
    }
    assert_eq!(Discount::Percent(1_250).to_string(), "12.5 %");
}

#[test]
fn half_a_paisa_of_a_discount_is_rounded_up() {
    assert_eq!(Discount::Percent(5_000).of(Paise::new(101)), Paise::new(51));
    assert_eq!(Discount::Percent(333).of(Paise::new(100)), Paise::new(3));
    assert_eq!(
        Discount::Paise(Paise::new(500)).of(Paise::new(101)),
        Paise::new(101)
    );
}

#[test]
fn a_discount_larger_than_what_it_is_taken_from_is_refused_and_shrinks_with_the_bill() {
    let mut cart = Cart::default();
    cart.add("Tea", Quantity::ONE, Paise::new(1_500)).unwrap();
    cart.add("Cake", Quantity::ONE, Paise::new(2_000)).unwrap();
    let fifty = Some(Discount::Paise(Paise::new(3_000)));
    assert_eq!(cart.discount_line(0, fifty), Err(LineRefusal::DiscountTooLarge));
    cart.discount(fifty).unwrap();
    assert_eq!(cart.total(), Paise::new(500));
    cart.remove(1).unwrap();
    assert_eq!(cart.total(), Paise::ZERO);
    assert_eq!(
        cart.discount(Some(Discount::Paise(Paise::new(9_999)))),
        Err(LineRefusal::DiscountTooLarge)
    );
}

#[test]
fn a_note_has_two_hundred_characters_at_most_and_no_line_break() {
    let mut cart = Cart::default();
    cart.add("Tea", Quantity::ONE, Paise::new(1_500)).unwrap();
    cart.note_line(0, " less\n sugar ").unwrap();
    cart.note(&"अ".repeat(200)).unwrap();
    assert_eq!(cart.lines()[0].note, "less sugar");
    assert_eq!(cart.note(&"x".repeat(201)), Err(LineRefusal::LongNote));
    assert_eq!(cart.note_line(5, ""), Err(LineRefusal::NoSuchLine));
}

#[test]
fn tax_is_contained_in_the_price_rate_by_rate() {
    let mut cart = Cart::default();
    cart.add_item(&item("A", "118", "", "18")).unwrap();
    cart.add_item(&item("B", "105", "", "5%")).unwrap();
    cart.add("No rate", Quantity::ONE, Paise::new(10_000)).unwrap();
    let read = |cart: &Cart| -> Vec<_> {
        let parts = cart.bill().gst().into_iter();
        parts
            .map(|part| (part.rate.to_string(), part.of_paise.get(), part.tax_paise.get()))
            .collect()
    };
    assert_eq!(
        read(&cart),
        [
            ("5 %".to_owned(), 10_500, 500),
            ("18 %".to_owned(), 11_800, 1_800)
        ]
    );
    cart.discount(Some(Discount::Percent(5_000))).unwrap();
    assert_eq!(
        read(&cart),
        [("5 %".to_owned(), 5_250, 250), ("18 %".to_owned(), 5_900, 900)]
    );
}

#[test]
fn what_was_delivered_is_told_against_what_was_held() {
    let mut cart = Cart::default();
    cart.add_item(&item("T", "15", "", "")).unwrap();
    cart.add("Cake", Quantity::ONE, Paise::new(2_000)).unwrap();
    cart.add("Valet", Quantity::ONE, Paise::new(6_000)).unwrap();
    let held = cart.bill().clone();
    let mut delivered = Cart::of(held.clone());
    assert!(delivered.bill().changes_since(&held).is_empty());
    delivered.change(0, Quantity(3_000), Paise::new(1_400)).unwrap();
    delivered.remove(1).unwrap();
    delivered
        .discount_line(2, Some(Discount::Percent(1_000)))
        .unwrap();
    delivered.add("Tip", Quantity::ONE, Paise::new(500)).unwrap();
    delivered.discount(Some(Discount::Percent(500))).unwrap();
    let told: Vec<&str> = delivered
        .bill()
        .changes_since(&held)
        .iter()
        .map(|change| match change {
            BillChange::Added(line) => line.name.as_str(),
            BillChange::Removed(_) => "removed",
            BillChange::Quantity { .. } => "quantity",
            BillChange::Price { .. } => "price",
            BillChange::LineDiscount { .. } => "line discount",
            BillChange::Discount { .. } => "discount",
        })
        .collect();
    assert_eq!(
        told,
        ["quantity", "price", "line discount", "Tip", "removed", "discount"]
    );
}

#[test]
fn a_line_of_an_older_ledger_reads_and_a_plain_one_is_written_as_it_always_was() {
    let text = r#"{"id":0,"name":"Tea","quantity":1000,"price_paise":1500,"quick":false}"#;
    let line: Line = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&line).unwrap(), text);
}

mod any_bill {
    use super::*;
    use proptest::prelude::*;

    fn discounts() -> impl Strategy<Value = Option<Discount>> {
        prop_oneof![
            Just(None),
            (1..=10_000u32).prop_map(|percent| Some(Discount::Percent(percent))),
            (1..2_000_000i64).prop_map(|paise| Some(Discount::Paise(Paise::new(paise)))),
        ]
    }

    fn lines() -> impl Strategy<Value = Line> {
        let gst = prop::option::of(prop::sample::select(vec![
            "0", "0.25", "3", "5", "12", "18", "28",
        ]));
        let of = (
            0..=1_000_000i64,
            1..=50_000i64,
            discounts(),
            gst,
            prop::option::of(1..3_000_000i64),
        );
        of.prop_map(|(price, quantity, discount, gst, hold)| Line {
            id: 0,
            name: "any".to_owned(),
            quantity: Quantity(quantity),
            price_paise: Paise::new(price),
            quick: false,
            item: Some(LineItem {
                code: "any".to_owned(),
                unit: String::new(),
                listed_paise: None,
                gst: gst.and_then(GstRate::parse),
                hsn: String::new(),
                hold_paise: hold.map(Paise::new),
                expiry_minutes: None,
            }),
            discount,
            note: String::new(),
        })
    }

    proptest! {
        #[test]
        fn adds_up_and_is_never_below_zero(lines in prop::collection::vec(lines(), 0..20), discount in discounts()) {
            let bill = Bill { lines, discount, note: String::new() };
            let sum: i64 = bill.lines.iter().map(|line| line.amount().unwrap().get()).sum();
            let off: i64 = bill.lines.iter().map(|line| line.less().get()).sum();
            prop_assert_eq!(bill.total().get(), sum - off - bill.less().get());
            prop_assert!(bill.total().get() >= 0);
            prop_assert!(bill.hold() >= bill.total());
            prop_assert!(bill.lines.iter().all(|line| line.net().unwrap().get() >= 0));
        }

        #[test]
        fn has_its_tax_rate_by_rate(lines in prop::collection::vec(lines(), 0..20), discount in discounts()) {
            let bill = Bill { lines, discount, note: String::new() };
            let parts = bill.gst();
            let rated: i64 = parts.iter().map(|part| part.of_paise.get()).sum();
            let has_rate = |line: &&Line| line.item.as_ref().unwrap().gst.is_some();
            prop_assert!(rated <= bill.total().get());
            if bill.lines.iter().all(|line| has_rate(&line)) {
                prop_assert_eq!(rated, bill.total().get());
            }
            for part in parts {
                prop_assert!(part.tax_paise.get() >= 0 && part.tax_paise < part.of_paise.max(Paise::new(1)));
            }
        }
    }
}
