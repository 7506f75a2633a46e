//! One step of the program: what the loop around the engine does, with a crash possible at each seam.

use crate::checks::{Property, Violation};
use crate::disk::Mishap;
use crate::queue::Event;
use crate::world::{Answer, Step, World};
use std::task::{Context, Waker};
use till::{Effect, Input, Till};

/// Ticks without any time passing before the engine is said to spin.
const SPINS_MAX: u32 = 200;

impl World {
    /// One input for the program, if it is still the run that it was meant for.
    pub fn hear_in(&mut self, life: u32, input: Input) -> Step {
        if life == self.life && self.till.is_some() {
            self.hear(input)?;
        }
        Ok(())
    }

    /// One step of the engine, as the loop around it takes it: the input, its effects, the next wish for a tick.
    pub fn hear(&mut self, input: Input) -> Result<Answer, Violation> {
        let Some(mut till) = self.till.take() else {
            return Ok(None);
        };
        self.plan_mishap();
        let is_tick = matches!(input, Input::Tick);
        let (answer, effects) = till.hear(input);
        self.till = Some(till);
        self.counts.steps += 1;
        self.carry_out(effects)?;
        self.wish_for_tick(is_tick)?;
        Ok(answer)
    }

    /// Hands the effects out. A crash in the step just taken leaves them all undone; one in the middle leaves the rest.
    pub fn carry_out(&mut self, effects: Vec<Effect>) -> Step {
        if self.disk.lock().crashed {
            return self.crash_of_step();
        }
        for effect in effects {
            let is_call = matches!(effect, Effect::Send(..));
            if is_call && self.dice.disk.per_mille(self.plan.crash_before_send) {
                self.tell(|| "the program dies before the call leaves".to_owned());
                return self.crash_of_step();
            }
            self.carry_out_one(effect)?;
        }
        Ok(())
    }

    fn carry_out_one(&mut self, effect: Effect) -> Step {
        let (life, now_ms) = (self.life, self.time.now_ms());
        match effect {
            Effect::Send(tag, mut prepared) => {
                let mut context = Context::from_waker(Waker::noop());
                assert!(prepared.going.as_mut().poll(&mut context).is_pending());
                let sent = self.line.take().expect("a polled request has left");
                self.send(tag, sent)?;
            }
            Effect::ReadSecret(tag, entry) => {
                let token = crate::customer::token_of(&entry);
                let at_ms = now_ms + self.dice.weather.between(1, self.plan.keyring_ms_max);
                self.queue.push(at_ms, Event::TokenRead { life, tag, token });
            }
            Effect::WriteSecret(..) | Effect::DeleteSecret(_) => {
                self.queue.push(now_ms + 4, Event::KeyringWritten { life });
            }
            Effect::CheckPin(..) | Effect::HashPin(..) => {
                unreachable!("the shop of the simulation has no staff")
            }
            Effect::KeepPreferences(_) | Effect::AskForUpdate => {
                unreachable!("nobody of the simulation chooses a language, or to be told of versions")
            }
            Effect::Print(..) | Effect::UsePrinter(_) => {
                unreachable!("the shop of the simulation has no printer")
            }
            Effect::Connect => self.queue.push(now_ms + 20, Event::Connected { life }),
        }
        Ok(())
    }

    fn wish_for_tick(&mut self, was_tick: bool) -> Step {
        let Some(wake_ms) = self.till.as_ref().and_then(Till::next_wake_at_ms) else {
            return Ok(());
        };
        let wait_ms = wake_ms.saturating_sub(self.time.wall_ms()).max(0);
        self.spins = if was_tick && wait_ms == 0 {
            self.spins + 1
        } else {
            0
        };
        if self.spins > SPINS_MAX {
            return Err(self.violation(
                Property::Liveness,
                "the engine asks to be woken now, again and again",
            ));
        }
        self.wish += 1;
        let at_ms = self.time.now_ms().saturating_add(wait_ms);
        let (life, wish) = (self.life, self.wish);
        self.queue.push(at_ms, Event::Wake { life, wish });
        Ok(())
    }

    /// Whether one of the next appends meets a crash or a bad disk.
    fn plan_mishap(&mut self) {
        let plan = &self.plan;
        let dice = &mut self.dice.disk;
        let mishap = if dice.per_mille(plan.crash_in_commit) {
            dice.pick(&[Mishap::CrashBefore, Mishap::CrashAfter])
        } else if dice.per_mille(plan.disk_error) {
            dice.pick(&[Mishap::Refused, Mishap::Reported])
        } else {
            return;
        };
        let after = dice.pick(&[0, 0, 0, 1]);
        self.disk.lock().mishap = Some((after, mishap));
    }
}
