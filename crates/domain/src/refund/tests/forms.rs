//! What of a refund is stored, shown and sent: its names, its reference, its reason and its facts.

use super::*;

#[test]
fn a_state_is_stored_by_the_name_that_it_is_shown_by() {
    for state in RefundState::ALL {
        assert_eq!(serde_json::to_value(state).unwrap(), state.name());
    }
}

#[test]
fn a_reference_of_a_refund_is_never_one_of_a_sale() {
    let text = refund_ref(1).to_string();
    assert_eq!(text.len(), 27);
    assert_eq!(text.parse(), Ok(refund_ref(1)));
    assert!(text.parse::<OurRef>().is_err());
    for foreign in ["", "R", SALE, "R01arz3ndektsv4rrffq69g5fav", "R01ARZ3"] {
        assert_eq!(foreign.parse::<RefundRef>(), Err(RefundRefRefusal), "{foreign}");
    }
}

#[test]
fn a_reason_is_short_one_line_and_has_no_phone_number() {
    assert_eq!(
        RefundReason::parse("  30 kWh billed,\n24 given ")
            .unwrap()
            .as_str(),
        "30 kWh billed, 24 given"
    );
    assert!(RefundReason::parse("ग्राहक ने सेवा रद्द की").is_ok());
    for (typed, refusal) in [
        (" \n", ReasonRefusal::Empty),
        (&*"x".repeat(81), ReasonRefusal::TooLong),
        ("call 98765 43210", ReasonRefusal::HasNumber),
        ("call 98765-43210", ReasonRefusal::HasNumber),
    ] {
        assert_eq!(RefundReason::parse(typed), Err(refusal), "{typed}");
    }
    assert!(RefundReason::parse("bill 123456789").is_ok());
}

fn every_fact() -> Vec<RefundFact> {
    let our_ref = || OurRef::from_str(SALE).unwrap();
    let reply = || ReplyFact {
        code: Some("PAYMENT_PENDING".to_owned()),
        meaning: "agreed".to_owned(),
        took_ms: 120,
        ..ReplyFact::default()
    };
    let mut facts = vec![RefundFact::Asked {
        our_ref: our_ref(),
        refund_ref: refund_ref(1),
        amount_paise: Paise::new(20_000),
        reason: RefundReason::parse("too much").unwrap(),
        request_sha256: "ef56".to_owned(),
    }];
    let looked = |moved| RefundFact::Looked {
        our_ref: our_ref(),
        refund_ref: refund_ref(1),
        reply: reply(),
        absent: true,
        by_hand: false,
        counts: true,
        moved,
    };
    facts.push(looked(None));
    for event in every_event() {
        facts.push(looked(Some(event.clone())));
        facts.push(RefundFact::Replied {
            our_ref: our_ref(),
            refund_ref: refund_ref(1),
            event: event.clone(),
            reply: reply(),
        });
        facts.push(RefundFact::Recovered {
            our_ref: our_ref(),
            refund_ref: refund_ref(1),
            event,
        });
    }
    facts
}

#[test]
fn every_fact_is_read_back_as_it_was_written_and_no_name_stands_twice_in_it() {
    for fact in every_fact() {
        let written = Record {
            at: Moment {
                wall_ms: ASKED_AT_MS,
                mono_ms: 5,
                boot: "b".to_owned(),
            },
            by: Actor {
                cashier: "Asha".to_owned(),
                counter: "2".to_owned(),
                shift: 14,
            },
            fact: Fact::Refund(fact),
        };
        let text = serde_json::to_string(&written).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value.to_string().len(), text.len(), "{text}");
        let read: Record = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}: {text}"));
        assert_eq!(read, written);
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
}

#[test]
fn the_facts_have_the_form_that_ledgers_keep() {
    let asked = serde_json::to_string(&Fact::Refund(every_fact().remove(0))).unwrap();
    assert_eq!(
        asked,
        concat!(
            r#"{"fact":"refund","refund":"asked","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","#,
            r#""refund_ref":"R00000000010000000000000001","amount_paise":20000,"reason":"too much","request_sha256":"ef56"}"#,
        )
    );
    let replied = Fact::Refund(RefundFact::Recovered {
        our_ref: OurRef::from_str(SALE).unwrap(),
        refund_ref: refund_ref(1),
        event: RefundEvent::Unanswered,
    });
    assert_eq!(
        serde_json::to_string(&replied).unwrap(),
        concat!(
            r#"{"fact":"refund","refund":"recovered","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","#,
            r#""refund_ref":"R00000000010000000000000001","event":"unanswered"}"#,
        )
    );
}

#[test]
fn a_fact_of_a_refund_leaves_its_sale_where_it_is() {
    let sale = paid(45_000);
    for fact in every_fact() {
        let fact = Fact::Refund(fact);
        assert_eq!(fact.apply_to(&sale, ASKED_AT_MS), Ok(sale.clone()));
        assert_eq!(fact.our_ref(), Some(&sale.our_ref));
    }
}
