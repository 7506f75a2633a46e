//! A hold that PhonePe says it never heard of: when that is believed, and that it is asked about all the same.

use super::rig::{Rig, auth_state, enough, refused, timed_out};
use crate::Input;
use contract::Command;
use domain::{Call, OurRef, RefusalKind, SaleState};

const MINUTE_MS: i64 = 60_000;

/// A hold without an answer, of which PhonePe says until it is believed that it knows nothing.
fn absent() -> (Rig, OurRef) {
    let mut rig = Rig::new();
    rig.ready_to_pay("600");
    rig.press().unwrap();
    rig.pass_ms(20_000);
    rig.reply(Call::Authorize, timed_out());
    for _ in 0..20 {
        rig.pass_ms(6_000);
        if rig.is_on_its_way(Call::AuthStatus) {
            rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
        }
        if rig.state() == SaleState::HoldAbsent {
            break;
        }
    }
    assert_eq!(rig.state(), SaleState::HoldAbsent);
    let our_ref = rig.sale_ref();
    rig.act(Command::SaleLeave).unwrap();
    (rig, our_ref)
}

/// Holds that are refused and left, until the strip shows nothing older.
fn three_more_that_end(rig: &mut Rig) {
    for _ in 0..3 {
        if !rig.is_on_its_way(Call::Balance) {
            rig.act(Command::BalanceRefresh).unwrap();
        }
        rig.reply(Call::Balance, enough());
        rig.press().unwrap();
        rig.reply(Call::Authorize, refused(RefusalKind::BadRequest));
        rig.act(Command::SaleLeave).unwrap();
    }
}

fn is_in_strip(rig: &mut Rig, our_ref: &OurRef) -> bool {
    let strip = rig.view().strip;
    strip.iter().any(|entry| entry.our_ref == our_ref.as_str())
}

#[test]
fn a_hold_that_phonepe_never_heard_of_is_absent_only_after_two_late_answers() {
    let (mut rig, _) = absent();
    assert_eq!(rig.view().cart.total_text, "₹600.00", "the bill is still there");
    assert!(rig.view().sale.is_none());
}

#[test]
fn a_hold_that_was_placed_after_all_is_found_when_the_strip_has_long_forgotten_it() {
    let (mut rig, our_ref) = absent();
    three_more_that_end(&mut rig);
    assert!(!is_in_strip(&mut rig, &our_ref));
    rig.pass_ms(5 * MINUTE_MS);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.written(&our_ref), SaleState::NeedsPerson);
    assert!(is_in_strip(&mut rig, &our_ref));
    rig.pass_ms(20 * MINUTE_MS);
    let alone = "the cashier was told that nothing was blocked: only a person clears it";
    assert!(!rig.is_on_its_way(Call::TransactionStatus), "{alone}");
    rig.act(Command::SaleOpen {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    assert_eq!(rig.view().sale.unwrap().look, None, "no look is promised");
    rig.act(Command::LookNow {
        our_ref: our_ref.clone(),
    })
    .unwrap();
    rig.reply(Call::TransactionStatus, refused(RefusalKind::NotFound));
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.written(&our_ref), SaleState::Held);
}

#[test]
fn a_restart_goes_on_asking_about_an_absent_hold_and_says_nothing_of_it() {
    let (rig, our_ref) = absent();
    let mut rig = rig.restarted(MINUTE_MS);
    rig.connect();
    rig.hear(Input::BooksChecked(Ok(())));
    assert!(rig.view().notice.is_none());
    assert_eq!(rig.view().strip, [], "it has ended, as far as anybody can tell");
    assert_eq!(rig.built(Call::AuthStatus), 0);
    rig.pass_ms(5 * MINUTE_MS);
    rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
    assert!(!is_in_strip(&mut rig, &our_ref), "nothing new was said of it");
    rig.pass_ms(5 * MINUTE_MS);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert!(is_in_strip(&mut rig, &our_ref));
}

#[test]
fn the_asking_ends_when_the_hold_could_not_stand_any_more() {
    let (mut rig, our_ref) = absent();
    let deadline_at_ms = rig
        .reader()
        .row(&our_ref)
        .unwrap()
        .unwrap()
        .sale
        .deadline_at_ms
        .unwrap();
    let mut last_asked_at_ms = 0;
    for _ in 0..2_000 {
        rig.pass_ms(5 * MINUTE_MS);
        if rig.is_on_its_way(Call::AuthStatus) {
            last_asked_at_ms = rig.till.now_ms();
            rig.reply(Call::AuthStatus, refused(RefusalKind::NotFound));
        }
    }
    let after_ms = last_asked_at_ms - deadline_at_ms;
    assert!((0..=20 * MINUTE_MS).contains(&after_ms), "{after_ms}");
    assert!(!rig.reader().row(&our_ref).unwrap().unwrap().sale.is_watched());
}
