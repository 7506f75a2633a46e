use super::*;

fn form(code: &str, name: &str) -> ItemForm {
    ItemForm {
        code: code.to_owned(),
        name: name.to_owned(),
        price: "10".to_owned(),
        ..ItemForm::default()
    }
}

fn items(named: &[(&str, &str, &str)]) -> Vec<Item> {
    let one = |(code, name, barcode): &(&str, &str, &str)| {
        Item::parse(&ItemForm {
            barcode: (*barcode).to_owned(),
            ..form(code, name)
        })
        .unwrap()
    };
    named.iter().map(one).collect()
}

fn catalogue() -> Catalogue {
    Catalogue::of(items(&[
        ("TEA", "Masala tea, 200 ml", "8901234567890"),
        ("TEA-G", "Green tea", ""),
        ("EV", "EV charging (DC fast)", ""),
        ("चाय", "मसाला चाय", ""),
        ("TML", "தேநீர்", "4006381333931"),
        ("C-30", "Cable tie 30 cm", ""),
    ]))
    .unwrap()
}

fn found(typed: &str) -> Vec<String> {
    let catalogue = catalogue();
    let found = catalogue.search(typed, 8);
    found.into_iter().map(|item| item.code.clone()).collect()
}

#[test]
fn words_are_found_by_how_they_begin_in_any_order_and_any_script() {
    assert_eq!(found("tea mas"), ["TEA"]);
    assert_eq!(found("MAS TE"), ["TEA"]);
    assert_eq!(found("fast dc"), ["EV"]);
    assert_eq!(found("चा"), ["चाय"]);
    assert_eq!(found("मसाला"), ["चाय"]);
    assert_eq!(found("தே"), ["TML"]);
    assert_eq!(found("asala"), Vec::<String>::new());
    assert_eq!(found("   "), Vec::<String>::new());
}

#[test]
fn a_whole_code_comes_first_then_names_that_begin_so() {
    assert_eq!(found("tea"), ["TEA", "TEA-G"]);
    assert_eq!(found("tea-g"), ["TEA-G"]);
    assert_eq!(found("890123"), ["TEA"]);
    assert_eq!(found("30"), ["C-30"]);
    assert_eq!(found("c"), ["C-30", "EV"]);
}

#[test]
fn no_more_than_so_many_come_and_they_are_the_best() {
    let many: Vec<(String, String)> = (0..500)
        .map(|n| (format!("X{n:03}"), format!("tea number {n:03}")))
        .collect();
    let parsed = many
        .iter()
        .map(|(code, name)| Item::parse(&form(code, name)).unwrap())
        .collect();
    let catalogue = Catalogue::of(parsed).unwrap();
    let found: Vec<&str> = catalogue
        .search("tea", 3)
        .iter()
        .map(|item| item.code.as_str())
        .collect();
    assert_eq!(found, ["X000", "X001", "X002"]);
    assert_eq!(catalogue.search("x321 tea", 8).len(), 1);
}

#[test]
fn a_scan_finds_a_barcode_or_a_code_however_its_letters_are() {
    let catalogue = catalogue();
    for typed in ["8901234567890", "tea", " TEA "] {
        assert_eq!(catalogue.find(typed).unwrap().code, "TEA");
    }
    assert!(catalogue.find("890123").is_none() && catalogue.find("").is_none());
}

#[test]
fn two_items_never_have_one_code_or_barcode() {
    for (two, column) in [
        ([("A", "a", ""), ("a", "b", "")], ItemColumn::Code),
        ([("A", "a", "77"), ("B", "b", "77")], ItemColumn::Barcode),
    ] {
        let why = ItemWhy::Taken;
        assert_eq!(
            Catalogue::of(items(&two)).err(),
            Some(ItemRefusal { column, why })
        );
    }
    assert!(Catalogue::of(items(&[("77", "a", "77")])).is_ok());
}

#[test]
fn an_item_says_what_is_wrong_with_it_and_where() {
    use ItemColumn::*;
    let long = "x".repeat(33);
    for (column, cell, why) in [
        (Code, "", ItemWhy::Missing),
        (Code, long.as_str(), ItemWhy::TooLong),
        (Name, " ", ItemWhy::Missing),
        (Barcode, "8.90123E+12", ItemWhy::Shortened),
        (Price, "ten", ItemWhy::NotAnAmount),
        (Price, "0", ItemWhy::NotAnAmount),
        (Price, "-1", ItemWhy::NotAnAmount),
        (Price, "1.005", ItemWhy::NotAnAmount),
        (Price, "99999999", ItemWhy::TooLarge),
        (Price, "", ItemWhy::NoPriceNoHold),
        (Unit, "a long name for a unit", ItemWhy::TooLong),
        (Gst, "118", ItemWhy::NotARate),
        (Gst, "5.123", ItemWhy::NotARate),
        (Hsn, "123456789", ItemWhy::TooLong),
        (Hold, "much", ItemWhy::NotAnAmount),
        (ExpiryMinutes, "1h", ItemWhy::NotMinutes),
        (ExpiryMinutes, "0", ItemWhy::NotMinutes),
        (ExpiryMinutes, "10081", ItemWhy::NotMinutes),
    ] {
        let mut wrong = form("T", "Tea");
        wrong.set(column, cell);
        assert_eq!(Item::parse(&wrong), Err(ItemRefusal { column, why }), "{cell}");
    }
}

#[test]
fn an_item_reads_back_as_it_is_written() {
    let whole = ItemForm {
        code: "F-1".to_owned(),
        name: "Fuel, open".to_owned(),
        barcode: "0012".to_owned(),
        price: String::new(),
        unit: "litre".to_owned(),
        gst: "0.25".to_owned(),
        hsn: "2710".to_owned(),
        hold: "2000.00".to_owned(),
        expiry_minutes: "90".to_owned(),
    };
    let item = Item::parse(&whole).unwrap();
    assert_eq!(item.to_form(), whole);
    for column in ItemColumn::ALL {
        assert_eq!(item.to_form().cell(column), whole.cell(column));
    }
}
