//! What a run does while nobody answers.

use super::super::rig::{auth_state, not_sent, refused};
use super::*;
use contract::WhyCode;
use domain::RefusalKind;

#[test]
fn a_run_waits_while_nobody_answers_and_a_look_that_is_answered_starts_it_again() {
    let mut rig = Rig::new();
    let refs = rig.holds(9);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.reply(Call::Capture, not_sent());
    assert_eq!(rig.built(Call::Capture), 5, "one lost reply is no reason to wait");
    for _ in 0..4 {
        rig.reply(Call::Capture, not_sent());
    }
    assert_eq!(rig.built(Call::Capture), 5);
    let run = rig.run();
    assert_eq!((run.waits, run.can_stop), (Some(WhyCode::Offline), true));
    rig.pass_ms(19_999);
    assert_eq!(rig.built(Call::AuthStatus), 0);
    rig.pass_ms(1);
    assert_eq!(rig.last_ask_ref(Call::AuthStatus), refs[5], "the next one's hold");
    rig.reply(Call::AuthStatus, not_sent());
    assert_eq!((rig.built(Call::Capture), rig.built(Call::AuthStatus)), (5, 1));
    rig.pass_ms(20_000);
    rig.reply(Call::AuthStatus, auth_state("AUTHORIZED"));
    assert_eq!(rig.run().waits, None);
    for _ in 5..9 {
        rig.reply(Call::Capture, accepted());
    }
    assert_eq!(rig.asked_of(Call::Capture), refs);
    assert_eq!(
        rig.run()
            .rows
            .iter()
            .filter(|row| row.outcome == RunOutcome::Captured)
            .count(),
        4
    );
}

#[test]
fn a_run_that_waits_for_an_answer_can_be_stopped_and_then_asks_nobody() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Release, &refs);
    for _ in 0..5 {
        rig.reply(Call::Cancel, not_sent());
    }
    rig.queue(QueueCommand::Stop { run: 1 }).unwrap();
    rig.pass_ms(3 * 60_000);
    assert_eq!((rig.built(Call::Cancel), rig.built(Call::AuthStatus)), (5, 0));
}

#[test]
fn a_run_with_a_wrong_key_waits_for_a_manager_and_not_through_all_its_rows() {
    let mut rig = Rig::new();
    let refs = rig.holds(9);
    rig.begin_run(QueueKind::Capture, &refs);
    for _ in 0..4 {
        rig.reply(Call::Capture, refused(RefusalKind::WrongSignature));
    }
    assert_eq!(rig.built(Call::Capture), 4);
    assert_eq!(rig.run().waits, Some(WhyCode::WrongKey));
}
