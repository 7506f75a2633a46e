use super::*;
use crate::{
    AuthEvidence, Event, Evidence, MISMATCH_ID, MISMATCH_MERCHANT, PaymentEvidence, ProviderRef, Refund,
    RefundState, Sale, SaleMode, SaleState, conclude,
};
use proptest::prelude::*;

mod files;
mod runs;

const NOW_MS: i64 = 1_700_000_100_000;

fn our_ref() -> OurRef {
    OurRef::for_sale(ulid::Ulid::from_parts(1, 1))
}

fn sale(state: SaleState) -> Sale {
    let mut sale = Sale::draft(our_ref(), SaleMode::Hold, Paise::new(60_000), 60);
    sale.state = state;
    sale.deadline_at_ms = Some(NOW_MS + 1_000);
    sale.chase.since_ms = NOW_MS - 60_000;
    sale.provider_ref = Some(ProviderRef("P1".to_owned()));
    if matches!(
        state,
        SaleState::Paid | SaleState::CaptureAccepted | SaleState::CaptureUnknown
    ) {
        sale.capture_paise = Some(Paise::new(45_000));
    }
    sale
}

fn refund(state: RefundState) -> Refund {
    let refund_ref = RefundRef::of(ulid::Ulid::from_parts(1, 2));
    let paid = sale(SaleState::Paid);
    let mut refund = Refund::ask(&paid, &[], refund_ref, Paise::new(10_000), NOW_MS).unwrap();
    refund.state = state;
    refund
}

fn auth(state: &str) -> Option<AuthEvidence> {
    let state = state.to_owned();
    Some(AuthEvidence::State {
        state,
        provider_ref: None,
    })
}

fn success(paise: i64, provider_ref: &str) -> PaymentEvidence {
    PaymentEvidence::Success {
        amount_paise: Paise::new(paise),
        provider_ref: Some(ProviderRef(provider_ref.to_owned())),
    }
}

fn compared(sale: &Sale, payment: Option<PaymentEvidence>, auth: Option<AuthEvidence>) -> Compared {
    let evidence = Evidence { payment, auth };
    let moved = conclude(sale, NOW_MS, &evidence);
    compare_sale(sale, &evidence, moved.as_ref(), NOW_MS)
}

fn kind(
    state: SaleState,
    payment: Option<PaymentEvidence>,
    auth: Option<AuthEvidence>,
) -> Option<DifferenceKind> {
    compared(&sale(state), payment, auth)
        .difference
        .map(|found| found.kind)
}

#[test]
fn each_planted_disagreement_is_found_with_its_kind() {
    use DifferenceKind as Kind;
    use PaymentEvidence::{Failed, Mismatch, NotFound, Pending};
    use SaleState::{Expired, Held, HoldAbsent, HoldRefused, HoldUnknown, NotPaid, Paid, Released};
    let mismatch = |what: &str| Some(Mismatch(what.to_owned()));
    let cases = [
        (
            Released,
            Some(success(45_000, "P1")),
            None,
            Kind::PaidThereNotHere,
        ),
        (Expired, Some(success(45_000, "P1")), None, Kind::PaidThereNotHere),
        (NotPaid, Some(success(45_000, "P1")), None, Kind::PaidThereNotHere),
        (Held, Some(success(45_000, "P1")), None, Kind::PaidThereNotHere),
        (Paid, Some(Failed), None, Kind::PaidHereNotThere),
        (Paid, Some(Pending), None, Kind::PaidHereNotThere),
        (Paid, Some(NotFound), None, Kind::UnknownThere),
        (Paid, Some(success(44_999, "P1")), None, Kind::OtherAmount),
        (Paid, mismatch("amount is ₹1.00"), None, Kind::OtherAmount),
        (Paid, Some(success(45_000, "P2")), None, Kind::OtherId),
        (Paid, mismatch(MISMATCH_ID), None, Kind::OtherId),
        (Paid, mismatch(MISMATCH_MERCHANT), None, Kind::OtherMerchant),
        (Released, Some(NotFound), auth("AUTHORIZED"), Kind::StillHeldThere),
        (HoldAbsent, None, auth("AUTHORIZED"), Kind::StillHeldThere),
        (NotPaid, Some(Failed), auth("AUTHORIZED"), Kind::StillHeldThere),
        (Released, Some(Pending), auth("COMPLETED"), Kind::CapturedThere),
        (Held, None, auth("COMPLETED"), Kind::CapturedThere),
        (HoldUnknown, None, auth("CREATED"), Kind::CapturedThere),
        (Held, None, auth("CANCELLED"), Kind::GoneThere),
        (Held, None, Some(AuthEvidence::NotFound), Kind::UnknownThere),
        (
            Released,
            Some(NotFound),
            Some(AuthEvidence::NotFound),
            Kind::UnknownThere,
        ),
        (HoldRefused, Some(NotFound), auth("SOMETHING_NEW"), Kind::Unclear),
    ];
    for (state, payment, auth, expected) in cases {
        let told = format!("{state:?} {payment:?} {auth:?}");
        assert_eq!(kind(state, payment, auth), Some(expected), "{told}");
    }
}

#[test]
fn an_open_question_that_gets_its_answer_is_no_difference() {
    use SaleState::{CaptureAccepted, CaptureUnknown, Held, HoldUnknown};
    let mut overdue = sale(Held);
    overdue.deadline_at_ms = Some(NOW_MS);
    let told = compared(&overdue, None, auth("CANCELLED"));
    assert_eq!((told.outcome, told.difference), (RowOutcome::MovedOn, None));
    for (state, payment, auth) in [
        (CaptureAccepted, Some(success(45_000, "P2")), None),
        (CaptureUnknown, Some(PaymentEvidence::Failed), auth("COMPLETED")),
        (HoldUnknown, None, auth("AUTHORIZED")),
    ] {
        let told = compared(&sale(state), payment, auth);
        assert_eq!(
            (told.outcome, told.difference),
            (RowOutcome::MovedOn, None),
            "{state:?}"
        );
    }
    let told = compared(&sale(CaptureAccepted), Some(PaymentEvidence::Pending), None);
    assert_eq!((told.outcome, told.difference), (RowOutcome::StillOpen, None));
}

/// What an honest PhonePe says of a sale that stands so.
fn honest(sale: &Sale) -> (Option<PaymentEvidence>, Option<AuthEvidence>) {
    match sale.state {
        SaleState::Paid => (Some(success(sale.captured_paise().get(), "P1")), None),
        SaleState::NotPaid => (Some(PaymentEvidence::Failed), auth("COMPLETED")),
        SaleState::Released | SaleState::Expired => (Some(PaymentEvidence::NotFound), auth("CANCELLED")),
        SaleState::HoldRefused | SaleState::HoldAbsent => {
            (Some(PaymentEvidence::NotFound), Some(AuthEvidence::NotFound))
        }
        SaleState::CaptureAccepted => (Some(PaymentEvidence::Pending), None),
        SaleState::Draft
        | SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::Held
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => (None, auth("AUTHORIZED")),
    }
}

proptest! {
    #[test]
    fn books_that_agree_have_no_difference(nth in 0..SaleState::ALL.len(), paise in 1_i64..100_000_000, part in 1_i64..=100) {
        let mut sale = sale(SaleState::ALL[nth]);
        sale.amount_paise = Paise::new(paise);
        if sale.capture_paise.is_some() {
            sale.capture_paise = Some(Paise::new((paise * part / 100).max(1)));
        }
        let (payment, auth) = honest(&sale);
        prop_assert_eq!(compared(&sale, payment, auth).difference, None);
    }

    #[test]
    fn a_comparison_never_moves_what_the_look_did_not(nth in 0..SaleState::ALL.len(), said in ".*") {
        let sale = sale(SaleState::ALL[nth]);
        let evidence = Evidence { payment: None, auth: auth(&said) };
        let before = sale.clone();
        let _ = compare_sale(&sale, &evidence, None::<&Event>, NOW_MS);
        prop_assert_eq!(before, sale);
    }
}

#[test]
fn a_refund_is_compared_by_its_own_id() {
    use DifferenceKind as Kind;
    use RefundState::{Absent, Failed, Pending, Refunded};
    let cases = [
        (Failed, success(10_000, "R1"), Some(Kind::RefundedThereNotHere)),
        (Absent, PaymentEvidence::Pending, Some(Kind::RefundedThereNotHere)),
        (
            Refunded,
            PaymentEvidence::Failed,
            Some(Kind::RefundedHereNotThere),
        ),
        (Refunded, PaymentEvidence::NotFound, Some(Kind::UnknownThere)),
        (Refunded, success(9_999, "R1"), Some(Kind::OtherAmount)),
        (Refunded, success(10_000, "R1"), None),
        (Failed, PaymentEvidence::Failed, None),
        (Pending, PaymentEvidence::Pending, None),
    ];
    for (state, evidence, expected) in cases {
        let told = compare_refund(&our_ref(), &refund(state), &evidence, None);
        let found = told.difference.map(|found| found.kind);
        assert_eq!(found, expected, "{state:?} {evidence:?}");
    }
}

#[test]
fn the_worst_of_a_sale_and_its_refunds_is_told() {
    let worst = [RowOutcome::MovedOn, RowOutcome::Differs, RowOutcome::Agrees]
        .into_iter()
        .max();
    assert_eq!(worst, Some(RowOutcome::Differs));
}

#[test]
fn a_difference_found_again_is_the_same_one_unless_another_amount_is_told() {
    let of = |paise| {
        compared(&sale(SaleState::Released), Some(success(paise, "P1")), None)
            .difference
            .unwrap()
    };
    assert_eq!(of(45_000).twin(), of(45_000).twin());
    assert_ne!(of(45_000).twin(), of(45_001).twin());
    let mut moved = of(45_000);
    moved.ours = Some(Side::of("NeedsPerson", None));
    assert_eq!(moved.twin(), of(45_000).twin());
}

#[test]
fn a_note_is_needed_and_is_one_line() {
    assert_eq!(ReconcileNote::parse(" \n"), Err(NoteRefusal::Empty));
    assert_eq!(ReconcileNote::parse(&"x".repeat(201)), Err(NoteRefusal::TooLong));
    assert_eq!(
        ReconcileNote::parse(" asked\nPhonePe ").unwrap().as_str(),
        "asked PhonePe"
    );
}
