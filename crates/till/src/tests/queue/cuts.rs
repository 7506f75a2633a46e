//! Power cuts in the middle of a run: nothing is lost, and nothing is asked for twice.

use super::super::rig::{paid, timed_out};
use super::*;
use domain::{CannotWhy, SaleState};
use std::collections::BTreeMap;

/// What PhonePe has taken, whatever the till has heard of it.
#[derive(Default)]
struct Taken(BTreeMap<OurRef, u32>);

impl Taken {
    /// Everything that was sent since arrives there.
    fn note(&mut self, rig: &Rig, from: usize) {
        for our_ref in &rig.asked_of(Call::Capture)[from..] {
            *self.0.entry(our_ref.clone()).or_default() += 1;
        }
    }
}

fn paise_of(refs: &[OurRef], of: &OurRef) -> i64 {
    let nth = refs.iter().position(|our_ref| our_ref == of).unwrap();
    i64::try_from((nth + 1) * 10_000).unwrap()
}

/// Answers every status of the start by what PhonePe has.
fn answer_looks(rig: &mut Rig, refs: &[OurRef]) {
    while rig.is_on_its_way(Call::TransactionStatus) {
        let asks = rig.provider.asks.lock().unwrap();
        let waiting = rig
            .sent
            .iter()
            .filter(|(_, call)| *call == Call::TransactionStatus)
            .count();
        let statuses: Vec<OurRef> = asks
            .iter()
            .filter_map(|ask| {
                if let Ask::TransactionStatus { our_ref, .. } = ask {
                    Some(our_ref.clone())
                } else {
                    None
                }
            })
            .collect();
        drop(asks);
        let next = statuses[statuses.len() - waiting].clone();
        rig.reply(Call::TransactionStatus, paid(paise_of(refs, &next)));
    }
}

#[test]
fn a_power_cut_after_each_step_of_a_run_loses_nothing_and_asks_for_nothing_twice() {
    for cut_after in 0..=7 {
        let mut rig = Rig::new();
        let refs = rig.holds(7);
        let mut taken = Taken::default();
        rig.begin_run(QueueKind::Capture, &refs);
        for _ in 0..cut_after {
            rig.reply(Call::Capture, accepted());
        }
        taken.note(&rig, 0);
        let mut rig = rig.restarted(5_000);
        rig.started();
        answer_looks(&mut rig, &refs);
        while rig.is_on_its_way(Call::Capture) {
            rig.reply(Call::Capture, accepted());
        }
        taken.note(&rig, 0);
        assert_eq!(taken.0.len(), 7, "cut after {cut_after}: each was asked for");
        assert!(
            taken.0.values().all(|times| *times == 1),
            "cut after {cut_after}: {:?}",
            taken.0
        );
        let order = rig.asked_of(Call::Capture);
        assert_eq!(
            order,
            refs[7 - order.len()..],
            "cut after {cut_after}: nearest deadline first"
        );
        let run = rig.run();
        assert_eq!(
            (run.all, run.done, run.is_over),
            (7, 7, true),
            "cut after {cut_after}"
        );
        assert_eq!(run.done_text, run.amount_text, "cut after {cut_after}");
    }
}

#[test]
fn a_cut_before_the_first_request_leaves_the_whole_run_to_the_next_start() {
    let mut rig = Rig::new();
    let refs = rig.holds(3);
    let rig = rig.restarted_after(|ledger| {
        let items = refs.iter().map(|our_ref| domain::Queued {
            our_ref: our_ref.clone(),
            what: domain::QueuedWhat::Release,
        });
        let queued = domain::QueueFact::Queued {
            run: 1,
            items: items.collect(),
        };
        let record = super::super::rig::record(domain::Fact::Queue(queued));
        ledger.append(record).unwrap();
    });
    let mut rig = rig;
    assert_eq!(rig.outcomes(), [RunOutcome::Waiting; 3]);
    rig.connect();
    assert_eq!(
        rig.built(Call::Cancel),
        0,
        "not before the books have been checked"
    );
    rig.hear(Input::BooksChecked(Ok(())));
    assert_eq!(rig.asked_of(Call::Cancel), refs);
}

#[test]
fn a_stop_holds_through_a_power_cut() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.queue(QueueCommand::Stop { run: 1 }).unwrap();
    let mut rig = rig.restarted(1_000);
    rig.started();
    answer_looks(&mut rig, &refs);
    assert_eq!(rig.built(Call::Capture), 0);
    assert_eq!(rig.outcomes()[4..], [RunOutcome::Stopped; 2]);
}

#[test]
fn after_a_night_without_power_what_waited_is_past_its_deadline_and_is_not_forced() {
    let mut rig = Rig::new();
    let refs = rig.holds(6);
    rig.begin_run(QueueKind::Capture, &refs);
    rig.reply(Call::Capture, timed_out());
    let mut rig = rig.restarted(12 * 3_600_000);
    let before = rig.reader().head().unwrap().seq;
    rig.started();
    answer_looks(&mut rig, &refs);
    assert_eq!(rig.built(Call::Capture), 0);
    // The fifth was asked for when the first was answered; the last one waited.
    let last = rig.run().rows[5].clone();
    assert_eq!(
        (last.outcome, last.skipped),
        (RunOutcome::Skipped, Some(CannotWhy::PastDeadline))
    );
    assert_eq!(
        rig.written(&refs[5]),
        SaleState::Held,
        "PhonePe is asked about it"
    );
    assert!(rig.reader().head().unwrap().seq > before);
}
