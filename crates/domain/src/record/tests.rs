use super::*;
use crate::{CashWay, ProviderRef, Quantity};

fn our_ref() -> OurRef {
    "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap()
}

fn customer() -> CustomerMark {
    CustomerMark {
        hmac_hex: "ab12".to_owned(),
        last_four: "3210".to_owned(),
    }
}

fn reply() -> ReplyFact {
    ReplyFact {
        code: Some("SUCCESS".to_owned()),
        words: Some(ProviderText::received("“ठीक है” </script>\n")),
        http_status: Some(200),
        reply_sha256: Some("cd34".to_owned()),
        meaning: "agreed".to_owned(),
        why: Some("late".to_owned()),
        took_ms: 120,
    }
}

fn opening() -> Opening {
    Opening {
        customer: customer(),
        mode: SaleMode::Charge,
        amount_paise: Paise::new(60_000),
        expiry_minutes: 60,
        lines: vec![Line {
            id: 0,
            name: "EV charging, kWh".to_owned(),
            quantity: Quantity::parse("30.005").unwrap(),
            price_paise: Paise::new(1_850),
            quick: false,
            item: None,
            discount: None,
            note: String::new(),
        }],
        discount: None,
        note: String::new(),
    }
}

fn record(fact: Fact) -> Record {
    Record {
        at: Moment {
            wall_ms: 1_700_000_000_000,
            mono_ms: 5,
            boot: "b".to_owned(),
        },
        by: Actor {
            cashier: "Asha".to_owned(),
            counter: "Counter 2".to_owned(),
            shift: 14,
        },
        fact,
    }
}

fn some(provider: &str) -> Option<ProviderRef> {
    Some(ProviderRef(provider.to_owned()))
}

/// Every event, with and without what it may carry.
fn every_event() -> Vec<Event> {
    vec![
        Event::HoldAsked,
        Event::HoldAuthorized {
            provider_ref: some("P1"),
        },
        Event::HoldAuthorized { provider_ref: None },
        Event::HoldNotSent,
        Event::HoldRefused,
        Event::HoldUnanswered,
        Event::CaptureAsked {
            amount_paise: Paise::new(45_000),
        },
        Event::CaptureAccepted {
            provider_ref: some("P2"),
        },
        Event::CaptureNotSent,
        Event::CaptureRefused,
        Event::CaptureUnanswered,
        Event::CaptureTooLate,
        Event::CaptureBlocked,
        Event::CancelAsked,
        Event::CancelAskedAgain,
        Event::Cancelled,
        Event::CancelNotSent,
        Event::CancelRefused,
        Event::CancelUnanswered,
        Event::CancelFoundCaptured,
        Event::CancelGivenUp,
        Event::FoundHeld { provider_ref: None },
        Event::FoundAbsent,
        Event::FoundFailed,
        Event::FoundCaptured { provider_ref: None },
        Event::FoundCancelled,
        Event::FoundExpired,
        Event::PaymentProved {
            amount_paise: Paise::new(i64::MAX),
            provider_ref: None,
        },
        Event::PaymentDenied,
        Event::Mismatched {
            what: "amount".to_owned(),
        },
        Event::Contradicted {
            what: "late".to_owned(),
        },
    ]
}

fn intent(event: Event, opening: Option<Opening>) -> Fact {
    Fact::Intent {
        our_ref: our_ref(),
        call: Call::Authorize,
        request_sha256: "ef56".to_owned(),
        event,
        opening,
    }
}

fn look(moved: Option<Event>, reply: ReplyFact) -> Fact {
    Fact::Look {
        our_ref: our_ref(),
        call: Call::TransactionStatus,
        reply,
        absent: true,
        by_hand: false,
        counts: true,
        ends: true,
        moved,
    }
}

/// Every fact, with every event that it may carry.
fn every_fact() -> Vec<Fact> {
    let bare = ReplyFact {
        meaning: "unknown".to_owned(),
        ..ReplyFact::default()
    };
    let mut facts = vec![
        Fact::TillStarted {
            version: "0.1.0".to_owned(),
            profile: "uat".to_owned(),
        },
        look(None, bare.clone()),
        Fact::CustomerLinked { customer: customer() },
        Fact::CustomerUnlinked {
            customer: customer(),
            reply: reply(),
        },
        Fact::RelinkNeeded {
            customer: customer(),
            reply: bare,
        },
        Fact::TopUpAsked {
            customer: customer(),
            amount_paise: Paise::new(9_900),
            request_sha256: "aa".to_owned(),
        },
        Fact::TopUpAnswered {
            customer: customer(),
            reply: reply(),
        },
        Fact::Restored {
            backup_seq: 100,
            reached_seq: 112,
            sales: vec![our_ref()],
        },
        Fact::RestoreSeen,
        Fact::Shift(ShiftFact::Opened {
            number: 14,
            float_paise: Paise::new(50_000),
        }),
        Fact::Shift(ShiftFact::CashMoved {
            way: CashWay::Out,
            amount_paise: Paise::new(500),
            reason: "stamps".to_owned(),
        }),
        Fact::Shift(ShiftFact::HandedOver {
            our_ref: our_ref(),
            from: "Asha".to_owned(),
            to: "Ravi".to_owned(),
        }),
    ];
    for event in every_event() {
        facts.push(intent(event.clone(), Some(opening())));
        facts.push(intent(event.clone(), None));
        facts.push(Fact::Reply {
            our_ref: our_ref(),
            call: Call::Capture,
            event: event.clone(),
            reply: reply(),
        });
        facts.push(look(Some(event.clone()), reply()));
        facts.push(Fact::Recovered {
            our_ref: our_ref(),
            event,
        });
    }
    facts
}

fn json(fact: Fact) -> String {
    serde_json::to_string(&record(fact)).unwrap()
}

const HEAD: &str = r#"{"at":{"wall_ms":1700000000000,"mono_ms":5,"boot":"b"},"by":{"cashier":"Asha","counter":"Counter 2","shift":14},"#;

#[test]
fn every_record_is_read_back_as_it_was_written_and_gives_the_same_bytes_again() {
    for fact in every_fact() {
        let written = record(fact);
        let bytes = serde_json::to_vec(&written).unwrap();
        let read: Record = serde_json::from_slice(&bytes)
            .unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&bytes)));
        assert_eq!(read, written);
        assert_eq!(serde_json::to_vec(&read).unwrap(), bytes);
    }
}

#[test]
fn a_fact_names_its_sale_exactly_when_it_may_touch_one() {
    for fact in every_fact() {
        let may_touch = matches!(
            fact,
            Fact::Intent { .. }
                | Fact::Reply { .. }
                | Fact::Look { .. }
                | Fact::Recovered { .. }
                | Fact::Shift(ShiftFact::HandedOver { .. })
        );
        let expected = may_touch.then(our_ref);
        assert_eq!(fact.our_ref(), expected.as_ref(), "{fact:?}");
    }
}

#[test]
fn no_field_name_stands_twice_in_one_record() {
    for fact in every_fact() {
        let text = json(fact);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        // A name that stood twice would be lost in the value and missing from its text.
        assert_eq!(value.to_string().len(), text.len(), "{text}");
    }
}

#[test]
fn an_intent_has_the_form_that_old_ledgers_have() {
    let written = json(intent(Event::HoldAsked, Some(opening())));
    let form = concat!(
        r#""fact":"intent","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","call":"authorize","request_sha256":"ef56","#,
        r#""event":"hold_asked","opening":{"customer":{"hmac_hex":"ab12","last_four":"3210"},"mode":"charge","#,
        r#""amount_paise":60000,"expiry_minutes":60,"lines":[{"id":0,"name":"EV charging, kWh","quantity":30005,"#,
        r#""price_paise":1850,"quick":false}]}}"#,
    );
    assert_eq!(written, format!("{HEAD}{form}"));
}

#[test]
fn a_reply_and_a_look_have_the_form_that_old_ledgers_have() {
    let words = r#""reply":{"code":"SUCCESS","words":"“ठीक है” </script>\n","http_status":200,"reply_sha256":"cd34","meaning":"agreed","why":"late","took_ms":120}"#;
    let written = json(Fact::Reply {
        our_ref: our_ref(),
        call: Call::Capture,
        event: Event::PaymentProved {
            amount_paise: Paise::new(45_000),
            provider_ref: some("P2"),
        },
        reply: reply(),
    });
    let form = format!(
        r#""fact":"reply","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","call":"capture","event":"payment_proved","amount_paise":45000,"provider_ref":"P2",{words}}}"#
    );
    assert_eq!(written, format!("{HEAD}{form}"));
    let written = json(look(Some(Event::FoundHeld { provider_ref: None }), reply()));
    let form = format!(
        r#""fact":"look","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","call":"transaction_status",{words},"absent":true,"by_hand":false,"counts":true,"ends":true,"moved":{{"event":"found_held","provider_ref":null}}}}"#
    );
    assert_eq!(written, format!("{HEAD}{form}"));
}

#[test]
fn the_other_facts_have_the_form_that_old_ledgers_have() {
    let started = Fact::TillStarted {
        version: "0.1.0".to_owned(),
        profile: "uat".to_owned(),
    };
    assert_eq!(
        json(started),
        format!(r#"{HEAD}"fact":"till_started","version":"0.1.0","profile":"uat"}}"#)
    );
    let recovered = Fact::Recovered {
        our_ref: our_ref(),
        event: Event::CaptureUnanswered,
    };
    assert_eq!(
        json(recovered),
        format!(
            r#"{HEAD}"fact":"recovered","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV","event":"capture_unanswered"}}"#
        )
    );
    let asked = Fact::TopUpAsked {
        customer: customer(),
        amount_paise: Paise::new(9_900),
        request_sha256: "aa".to_owned(),
    };
    assert_eq!(
        json(asked),
        format!(
            r#"{HEAD}"fact":"top_up_asked","customer":{{"hmac_hex":"ab12","last_four":"3210"}},"amount_paise":9900,"request_sha256":"aa"}}"#
        )
    );
}

#[test]
fn a_restore_has_the_form_that_it_has_in_old_ledgers() {
    let restored = Fact::Restored {
        backup_seq: 100,
        reached_seq: 112,
        sales: vec![our_ref()],
    };
    assert_eq!(
        json(restored),
        format!(
            r#"{HEAD}"fact":"restored","backup_seq":100,"reached_seq":112,"sales":["S01ARZ3NDEKTSV4RRFFQ69G5FAV"]}}"#
        )
    );
    assert_eq!(
        json(Fact::RestoreSeen),
        format!(r#"{HEAD}"fact":"restore_seen"}}"#)
    );
}

#[test]
fn a_step_of_a_shift_has_the_form_that_it_has_in_old_ledgers() {
    let opened = Fact::Shift(ShiftFact::Opened {
        number: 15,
        float_paise: Paise::new(50_000),
    });
    assert_eq!(
        json(opened),
        format!(r#"{HEAD}"fact":"shift","shift":"opened","number":15,"float_paise":50000}}"#)
    );
}

#[test]
fn a_record_of_a_newer_program_is_refused_rather_than_half_read() {
    let newer = format!(r#"{HEAD}"fact":"refund_asked","our_ref":"S01ARZ3NDEKTSV4RRFFQ69G5FAV"}}"#);
    assert!(serde_json::from_str::<Record>(&newer).is_err());
}
