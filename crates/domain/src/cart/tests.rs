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
