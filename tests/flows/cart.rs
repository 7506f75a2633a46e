use contract::{CartCommand, Command, ErrorCode};
use domain::{CartFact, Fact, SaleState};
use holdfast_tests::{Counter, RAVI};
use simulator::Call;

const STOCK: &str = "code,name,barcode,price,unit,gst,hold,expiry_minutes\n\
    T,Masala tea,8901234567890,15,cup,5,,\n\
    EV,EV charging,,18,kWh,18,1000,30\n";

async fn stocked() -> Counter {
    let counter = Counter::open().await;
    let read = till::read_catalogue(STOCK.as_bytes()).unwrap();
    counter.window().catalogue_read(Ok(read));
    counter.settle().await;
    counter
}

async fn cart(counter: &Counter, command: CartCommand) {
    counter.does(Command::Cart(command)).await;
}

async fn scan(counter: &Counter, code: &str) {
    let text = code.to_owned();
    cart(counter, CartCommand::Scan { text }).await;
}

async fn quantity(counter: &Counter, id: u32, quantity: &str, price: &str) {
    let (quantity, price) = (quantity.to_owned(), price.to_owned());
    counter.does(Command::LineChange { id, quantity, price }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_is_held_than_the_bill_comes_to_and_what_was_delivered_is_captured() {
    let counter = stocked().await;
    scan(&counter, "EV").await;
    scan(&counter, "8901234567890").await;
    counter.link(RAVI).await;
    assert_eq!(counter.view().button.amount_text, "₹1,015.00");
    counter.press(contract::ButtonKind::Pay).await;
    counter.is(SaleState::Held);
    assert_eq!(counter.simulator.wallet(RAVI).blocked_paise, 101_500);

    cart(&counter, CartCommand::FinalBegin).await;
    quantity(&counter, 0, "24.5", "18").await;
    counter.does(Command::LineRemove { id: 1 }).await;
    assert_eq!(counter.sale().capture_field, "441.00");
    let action_id = counter.review_capture("441.00").await;
    let delivered = counter.view().review.clone().unwrap().delivered.unwrap();
    assert_eq!(delivered.changes.len(), 2);
    assert_eq!(
        counter.simulator.request_count(Call::AuthCapture),
        0,
        "a panel sends nothing"
    );
    counter.does(Command::CaptureConfirm { action_id }).await;
    counter.time_until_state(SaleState::Paid).await;
    let paid = counter.sale();
    assert_eq!(
        (paid.captured_text.as_deref(), paid.released_text.as_deref()),
        (Some("₹441.00"), Some("₹574.00"))
    );
    assert_eq!(counter.simulator.wallet(RAVI).wallet.balance_paise, 455_900);
    let row = &counter.rows()[0];
    assert_eq!(row.delivered.as_ref().unwrap().total().get(), 44_100);
    assert_eq!(row.bill.lines.len(), 2, "what was held stays what was held");
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_is_held_is_refused_before_anything_is_sent() {
    let counter = stocked().await;
    counter.hold("600", RAVI).await;
    cart(&counter, CartCommand::FinalBegin).await;
    scan(&counter, "T").await;
    let over = Command::CaptureReview {
        amount_text: counter.sale().capture_field,
    };
    assert_eq!(counter.refused(over).await, ErrorCode::AmountOverTheHold);
    assert_eq!(counter.simulator.request_count(Call::AuthCapture), 0);
    counter.audit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_capture_that_was_lost_keeps_what_was_delivered_through_a_restart() {
    let mut counter = stocked().await;
    let our_ref = counter.hold("600", RAVI).await;
    cart(&counter, CartCommand::FinalBegin).await;
    counter.amount("450").await;
    let action_id = counter.review_capture("450").await;
    counter.does(Command::CaptureConfirm { action_id }).await;
    counter.restart().await;
    counter.bring(&our_ref).await;
    assert_eq!(counter.view().cart.total_text, "₹450.00");
    let facts = ledger::Reader::open(&counter.ledger_path())
        .unwrap()
        .events()
        .unwrap()
        .filter(|stored| {
            let fact = &stored.as_ref().unwrap().record.fact;
            matches!(fact, Fact::Cart(CartFact::Delivered { .. }))
        });
    assert_eq!(facts.count(), 1);
    counter.time_until_state(SaleState::Paid).await;
    counter.audit().await;
}
