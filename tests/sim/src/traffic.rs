//! Requests and replies on their way.

use crate::fate::{self, DEADLINE_MS, LATEST_EFFECT_MS};
use crate::provider::{Effect, MERCHANT};
use crate::queue::{Event, Reply, ReplyFate, Request};
use crate::wire::{Sent, hash_text};
use crate::world::{Step, World};
use domain::{Ask, Call, Expected, Heard, Meaning, UnknownWhy};
use std::rc::Rc;
use till::{Input, Tag};

impl World {
    pub fn send(&mut self, tag: Tag, sent: Sent) -> Step {
        self.check_send(&sent)?;
        self.tell(|| format!("→ {:?} {}", sent.ask.call(), about(&sent)));
        let (life, now_ms) = (self.life, self.time.now_ms());
        let dice = &mut self.dice.wire;
        if dice.per_mille(self.plan.not_sent) {
            let meaning = Meaning::NotSent("connection refused".to_owned());
            let after_ms = dice.between(1, 5_000);
            let heard = heard(sent.ask.call(), meaning, after_ms);
            self.answer(
                now_ms + after_ms,
                Reply {
                    life,
                    tag,
                    ask: sent.ask,
                    heard,
                    proof: None,
                },
            );
            return Ok(());
        }
        let mut arrivals = fate::arrivals(&self.plan, dice);
        let fate = fate::of_reply(&self.plan, dice, sent.ask.call());
        let slow = dice.per_mille(self.plan.slow);
        let reply_after_ms = dice.between(5, if slow { 15_000 } else { 400 });
        let refusal = fate::refusal(&self.plan, dice, sent.ask.call());
        let request = Rc::new(Request {
            sent,
            life,
            tag,
            sent_at_ms: now_ms,
            refusal,
            fate,
            reply_after_ms,
        });
        let beyond_ms = fate::beyond(
            &self.plan,
            &mut self.dice.beyond,
            request.sent.ask.call(),
            &arrivals,
        );
        if request.refusal.is_none() {
            for after_ms in &arrivals {
                self.books.under_way(&request.sent.ask, now_ms + after_ms);
            }
        }
        let answers =
            arrivals.first().is_some_and(|after_ms| *after_ms < DEADLINE_MS) && fate != ReplyFate::Lost;
        if !answers {
            let breaks = self.dice.wire.per_mille(500);
            let (why, after_ms) = if breaks {
                (UnknownWhy::ConnectionLost, self.dice.wire.between(1, DEADLINE_MS))
            } else {
                (UnknownWhy::TimedOut, DEADLINE_MS)
            };
            let heard = heard(request.sent.ask.call(), Meaning::Unknown(why), after_ms);
            self.answer(now_ms + after_ms, request.reply(heard, None));
        }
        // Not among what may still have an effect: after this long nobody can be asked to wait for it.
        arrivals.extend(beyond_ms);
        for (nth, after_ms) in arrivals.into_iter().enumerate() {
            let request = request.clone();
            let replies = nth == 0 && answers;
            self.queue
                .push(now_ms + after_ms, Event::Arrive { request, replies });
        }
        Ok(())
    }

    pub fn arrive(&mut self, request: &Rc<Request>, replies: bool) -> Step {
        let ask = &request.sent.ask;
        let (facts, effect) = self.provider.act(ask, request.refusal);
        self.tell(|| format!("provider: {:?} {}: {effect:?}", ask.call(), about(&request.sent)));
        let now_ms = self.time.now_ms();
        let beyond = now_ms - request.sent_at_ms >= LATEST_EFFECT_MS;
        self.follow_up(&request.sent, effect, now_ms, beyond);
        if !replies {
            return Ok(());
        }
        let is_payment = ask.call() == Call::TransactionStatus;
        let (http, body, proof) = facts.delivered(told_fate(request), is_payment);
        let at_ms = now_ms + request.reply_after_ms;
        let took_ms = at_ms - request.sent_at_ms;
        if took_ms >= DEADLINE_MS {
            let heard = heard(ask.call(), Meaning::Unknown(UnknownWhy::TimedOut), DEADLINE_MS);
            let at_ms = request.sent_at_ms + DEADLINE_MS;
            self.answer(at_ms.max(now_ms), request.reply(heard, None));
            return Ok(());
        }
        let read = phonepe::meaning_of(ask, MERCHANT, http, &body);
        let heard = Heard {
            code: read.code,
            words: read.words,
            http_status: Some(http),
            reply_sha256: Some(hash_text(request.sent.id)),
            ..heard(ask.call(), read.meaning, took_ms)
        };
        self.answer(at_ms, request.reply(heard, proof));
        Ok(())
    }

    fn follow_up(&mut self, sent: &Sent, effect: Effect, now_ms: i64, beyond: bool) {
        let id = crate::checks::ref_of(&sent.ask);
        match effect {
            Effect::Nothing => {}
            Effect::Holds { expiry_minutes } => {
                self.counts.holds += 1;
                let ends_ms = now_ms + i64::from(expiry_minutes) * 60_000;
                if self.dice.wire.per_mille(self.plan.captured_elsewhere) {
                    let later_ms = now_ms + self.dice.wire.between(0, 120_000);
                    self.queue.push(later_ms, Event::CaptureElsewhere(id.clone()));
                }
                if let Some(hold) = self.provider.holds.get_mut(&id) {
                    hold.ends_ms = ends_ms;
                    hold.beyond = beyond;
                }
                self.queue.push(ends_ms, Event::Expire(id));
            }
            Effect::Captures => self.captured(id, now_ms),
            Effect::Refunds => self.refund_taken_on(id, now_ms),
        }
    }

    pub fn capture_elsewhere(&mut self, id: &str) {
        let held_paise = self.provider.holds.get(id).map_or(1, |hold| hold.amount_paise);
        let paise = self.dice.wire.between(1, held_paise + 1);
        self.tell(|| format!("somebody takes {paise} of {id} by another way"));
        if self.provider.capture_elsewhere(id, paise) {
            self.captured(id.to_owned(), self.time.now_ms());
        }
    }

    fn captured(&mut self, id: String, now_ms: i64) {
        self.counts.captures += 1;
        let after_ms = self.dice.wire.between(0, self.plan.settle_ms_max);
        self.queue.push(now_ms + after_ms, Event::Settle(id.clone()));
        if self.dice.wire.per_mille(self.plan.flip) {
            let later_ms = after_ms + self.dice.wire.between(1_000, 300_000);
            self.queue.push(now_ms + later_ms, Event::Flip(id));
        }
    }

    pub fn settle(&mut self, id: &str) {
        let succeeds = !self.dice.wire.per_mille(self.plan.settle_fails);
        self.tell(|| format!("provider: {id} settles, success: {succeeds}"));
        self.provider.settle(id, succeeds);
    }

    fn answer(&mut self, at_ms: i64, reply: Reply) {
        let reply = Box::new(reply);
        if self.dice.wire.per_mille(self.plan.heard_twice) {
            self.queue.push(at_ms + 700, Event::Reply(reply.clone()));
        }
        self.queue.push(at_ms, Event::Reply(reply));
    }

    pub fn deliver(&mut self, mut reply: Box<Reply>) -> Step {
        if reply.life != self.life || self.till.is_none() {
            return Ok(());
        }
        if let Some(proof) = reply.proof.take() {
            self.books.proved(proof);
        }
        let Reply {
            tag, ask, mut heard, ..
        } = *reply;
        self.tell(|| format!("← {:?} {:?} {:?}", heard.call, heard.meaning, heard.code));
        self.plant_in_reply(&ask, &mut heard);
        self.hear(Input::Heard(tag, heard.clone()))?;
        self.plant_after_reply(&ask, &heard)
    }
}

/// A capture that was not ours has no amount to compare with: there any amount up to the hold is the provider's word.
fn told_fate(request: &Request) -> ReplyFate {
    let any_amount = matches!(
        request.sent.ask,
        Ask::TransactionStatus {
            expected: Expected::AtMost(_),
            ..
        }
    );
    if any_amount && request.fate == ReplyFate::WrongAmount {
        ReplyFate::Arrives
    } else {
        request.fate
    }
}

fn heard(call: Call, meaning: Meaning, took_ms: i64) -> Heard {
    Heard {
        call,
        meaning,
        code: None,
        words: None,
        http_status: None,
        reply_sha256: None,
        took_ms: u64::try_from(took_ms).unwrap_or(0),
    }
}

fn about(sent: &Sent) -> String {
    format!("{} (request {})", crate::checks::ref_of(&sent.ask), sent.id)
}
