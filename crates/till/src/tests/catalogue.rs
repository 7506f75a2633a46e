//! The catalogue's file: what is taken, what is refused, and that it comes back as it went.

use super::people::{RAVI, sign_in};
use super::rig::Rig;
use crate::{
    CataloguePlan, Input, ReadCatalogue, StagedCatalogue, changed_catalogue, read_catalogue,
    written_catalogue,
};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::{CatalogueFile, CataloguePreview, ErrorCode, ItemChange, ItemFields, UiError};
use domain::{CartFact, Catalogue, Fact, ItemColumn, ItemWhy};
use proptest::prelude::*;

const HEADER: &str = "code,name,barcode,price,unit,gst,hsn,hold,expiry_minutes";

fn read(text: &str) -> Catalogue {
    let ReadCatalogue { catalogue, .. } = read_catalogue(text.as_bytes()).unwrap();
    Catalogue::of(catalogue.items().to_vec()).unwrap()
}

fn file(bytes: &[u8]) -> CatalogueFile {
    CatalogueFile {
        name: "prices.csv".to_owned(),
        base64: BASE64_STANDARD.encode(bytes),
    }
}

fn planned(text: &str, current: &Catalogue) -> Result<CataloguePreview, UiError> {
    CataloguePlan::of(&file(text.as_bytes()), current).map(|plan| plan.preview)
}

fn refused(text: &str) -> (ErrorCode, Option<String>) {
    let refused = planned(text, &Catalogue::default()).unwrap_err();
    (refused.code, refused.detail)
}

#[test]
fn columns_may_stand_in_any_order_and_only_three_are_needed() {
    let catalogue = read("\u{FEFF}Price,NAME,code\r\n15,Tea,T\r\n,,\r\n");
    assert_eq!(catalogue.items().len(), 1);
    assert_eq!(catalogue.find("t").unwrap().price_paise.unwrap().get(), 1_500);
}

#[test]
fn wrong_columns_are_named() {
    let told = |name: &str| (ErrorCode::CatalogueColumns, Some(name.to_owned()));
    assert_eq!(refused("code,name\nT,Tea"), told("price"));
    assert_eq!(refused("code,name,price,colour\nT,Tea,1,red"), told("colour"));
    assert_eq!(refused("code,code,name,price\nT,T,Tea,1"), told("code"));
    assert_eq!(refused("code;name;price\nT;Tea;1"), told("code;name;price"));
}

#[test]
fn what_is_no_csv_is_refused_as_a_whole_with_its_line() {
    assert_eq!(refused("").0, ErrorCode::FileEmpty);
    assert_eq!(refused("code,name,price\n").0, ErrorCode::FileEmpty);
    let short = refused("code,name,price\nT,Tea\n");
    assert_eq!(short.0, ErrorCode::FileNotCsv);
    assert!(short.1.unwrap().starts_with("line 2"));
    let latin = CataloguePlan::of(&file(b"code,name,price\nT,Caf\xE9,1\n"), &Catalogue::default());
    assert_eq!(latin.err().unwrap().code, ErrorCode::FileNotUtf8);
    let nothing = CatalogueFile {
        name: String::new(),
        base64: "?".to_owned(),
    };
    assert!(CataloguePlan::of(&nothing, &Catalogue::default()).is_err());
}

#[test]
fn every_wrong_line_is_told_by_its_number_and_nothing_is_taken_before_somebody_says_so() {
    let text = format!(
        "{HEADER}\nT,Tea,77,15,,,,,\nt,Tea again,,15,,,,,\nC,Cake,77,20,,,,,\nX,Bun,8.9E+12,5,,,,,\nY,,,5,,,,,\nZ,Pie,,five,,,,,\n"
    );
    let preview = planned(&text, &Catalogue::default()).unwrap();
    assert_eq!((preview.rows, preview.added, preview.wrong), (6, 1, 5));
    let told: Vec<_> = preview
        .wrong_lines
        .iter()
        .map(|wrong| (wrong.line, wrong.column, wrong.why, wrong.as_line))
        .collect();
    assert_eq!(
        told,
        [
            (3, ItemColumn::Code, ItemWhy::Taken, Some(2)),
            (4, ItemColumn::Barcode, ItemWhy::Taken, Some(2)),
            (5, ItemColumn::Barcode, ItemWhy::Shortened, None),
            (6, ItemColumn::Name, ItemWhy::Missing, None),
            (7, ItemColumn::Price, ItemWhy::NotAnAmount, None),
        ]
    );
    let plan = |text: &str| CataloguePlan::of(&file(text.as_bytes()), &Catalogue::default()).unwrap();
    let whole = plan(&text).into_catalogue(false).unwrap_err();
    assert_eq!(
        (whole.code, whole.detail.as_deref()),
        (ErrorCode::CatalogueWrongLines, Some("5"))
    );
    assert_eq!(plan(&text).into_catalogue(true).unwrap().items().len(), 1);
}

#[test]
fn a_preview_says_what_is_new_changed_removed_and_the_same() {
    let current = read("code,name,price\nT,Tea,15\nC,Cake,20\nB,Bun,5\nP,Pie,9\n");
    let text = "code,name,price\nT,Tea,16\nC,Cake,20.00\nN,New,1\nP,Pie,nine\n";
    let preview = planned(text, &current).unwrap();
    let counts = (
        preview.added,
        preview.changed,
        preview.removed,
        preview.same,
        preview.wrong,
    );
    assert_eq!(counts, (1, 1, 1, 1, 1));
    let changed = &preview.changed_items[0];
    assert_eq!(
        (changed.before_text.as_deref(), changed.after_text.as_deref()),
        (Some("₹15.00"), Some("₹16.00"))
    );
    // The pie's line is wrong: that is no word that it is not sold any more.
    let plan = CataloguePlan::of(&file(text.as_bytes()), &current).unwrap();
    let taken = plan.into_catalogue(true).unwrap();
    assert!(taken.find("P").is_some() && taken.find("B").is_none());
}

#[test]
fn a_hundred_thousand_lines_are_taken_and_one_more_is_not() {
    use std::fmt::Write;
    let mut text = format!("{HEADER}\n");
    for n in 0..100_000 {
        writeln!(text, "C{n},Item number {n},89{n:011},12.50,piece,18,9983,,").unwrap();
    }
    let preview = planned(&text, &Catalogue::default()).unwrap();
    assert_eq!((preview.added, preview.wrong), (100_000, 0));
    text.push_str("ONE,More,,1,,,,,\n");
    assert_eq!(
        refused(&text),
        (ErrorCode::FileTooManyRows, Some("100000".to_owned()))
    );
    let large = vec![b'x'; 16_000_001];
    let refused = CataloguePlan::of(&file(&large), &Catalogue::default())
        .err()
        .unwrap();
    assert_eq!(refused.code, ErrorCode::FileTooLarge);
}

#[test]
fn no_cell_of_an_export_is_a_formula_and_it_reads_back_as_the_same_catalogue() {
    let names = [
        "=1+1", "'=1", "'tis", "''quoted", "-5", "@x", "a,\"b\"", "＝x", "+91 call",
    ];
    let rows = names.iter().enumerate().map(|(nth, name)| {
        // As a spreadsheet would write a cell that somebody typed with an apostrophe.
        format!("K{nth},\"{}\",,1,,,,,\n", name.replace('"', "\"\""))
    });
    let catalogue = read(&format!("{HEADER}\n{}", rows.collect::<String>()));
    let written = String::from_utf8(written_catalogue(catalogue.items())).unwrap();
    for cell in written.lines().flat_map(|line| line.split(',')) {
        assert!(
            !cell.trim_matches('"').starts_with(['=', '+', '-', '@', '＝']),
            "{cell}"
        );
    }
    assert_eq!(read(&written).items(), catalogue.items());
}

proptest! {
    #[test]
    fn whatever_a_name_is_it_comes_back(names in prop::collection::vec("[^\u{0}-\u{1F}\u{7F}-\u{9F}]{1,40}", 1..20)) {
        let items: Vec<_> = names
            .iter()
            .enumerate()
            .filter_map(|(nth, name)| {
                let form = domain::ItemForm {
                    code: format!("={nth}"),
                    name: name.clone(),
                    price: "1".to_owned(),
                    ..domain::ItemForm::default()
                };
                domain::Item::parse(&form).ok()
            })
            .collect();
        let catalogue = Catalogue::of(items).unwrap();
        let again = read_catalogue(&written_catalogue(catalogue.items())).unwrap();
        prop_assert_eq!(again.catalogue.items(), catalogue.items());
    }

    #[test]
    fn no_file_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = CataloguePlan::of(&file(&bytes), &Catalogue::default());
        let with_header = [HEADER.as_bytes(), b"\n", &bytes].concat();
        let _ = CataloguePlan::of(&file(&with_header), &Catalogue::default());
    }
}

#[test]
fn single_items_are_added_changed_and_removed() {
    let current = read("code,name,price\nT,Tea,15\n");
    let fields = |code: &str, price: &str| ItemFields {
        code: code.to_owned(),
        name: "Cake".to_owned(),
        price: price.to_owned(),
        ..ItemFields::default()
    };
    let add = |code: &str, price: &str| ItemChange::Add {
        item: fields(code, price),
    };
    let (added, counts) = changed_catalogue(&current, add("C", "20")).unwrap();
    assert_eq!((added.items().len(), counts), (2, (1, 0, 0)));
    let told = |change| changed_catalogue(&current, change).map(|_| ()).unwrap_err();
    assert_eq!(told(add("t", "20")).detail.as_deref(), Some("code:taken"));
    assert_eq!(told(add("C", "x")).detail.as_deref(), Some("price:not_an_amount"));
    let code = || "T".to_owned();
    let replace = ItemChange::Replace {
        code: code(),
        item: fields("T", "16"),
    };
    let (changed, counts) = changed_catalogue(&current, replace).unwrap();
    assert_eq!(
        (changed.find("T").unwrap().name.as_str(), counts),
        ("Cake", (0, 1, 0))
    );
    let (none, counts) = changed_catalogue(&current, ItemChange::Remove { code: code() }).unwrap();
    assert_eq!((none.items().len(), counts), (0, (0, 0, 1)));
    let gone = ItemChange::Remove {
        code: "nobody".to_owned(),
    };
    assert_eq!(told(gone).code, ErrorCode::NoSuchItem);
}

fn staged() -> StagedCatalogue {
    StagedCatalogue::of(
        read("code,name,price\nT,Tea,15\n"),
        (1, 0, 0),
        Some("prices.csv".to_owned()),
    )
    .0
}

fn take(rig: &mut Rig) -> Result<(), ErrorCode> {
    let (answer, _) = rig.till.hear(Input::CatalogueChanged(staged()));
    answer.unwrap().map(drop).map_err(|refused| refused.code)
}

#[test]
fn a_change_of_the_catalogue_is_an_event_with_who_how_many_and_the_files_hash() {
    let mut rig = Rig::new();
    take(&mut rig).unwrap();
    let reader = rig.reader();
    let last = reader.events().unwrap().last().unwrap().unwrap();
    let record = &last.record;
    let Fact::Cart(CartFact::CatalogueChanged {
        items,
        added,
        sha256,
        file,
        ..
    }) = &record.fact
    else {
        panic!("{record:?}")
    };
    assert_eq!(
        (*items, *added, file.as_deref(), sha256.len()),
        (1, 1, Some("prices.csv"), 64)
    );
    assert_eq!(record.by.cashier, "Asha");
    assert_eq!(rig.view().bills.items, 1);
}

#[test]
fn a_cashier_and_a_locked_till_change_no_catalogue() {
    let mut rig = Rig::staffed();
    assert_eq!(take(&mut rig), Err(ErrorCode::TillLocked));
    rig.act(sign_in("Ravi", RAVI)).unwrap();
    assert_eq!(take(&mut rig), Err(ErrorCode::NotAllowedForYou));
    assert!(!rig.view().bills.can_edit && rig.view().bills.items == 0);
    let mut unchecked = Rig::unconnected();
    assert_eq!(take(&mut unchecked), Err(ErrorCode::BooksChecking));
}
