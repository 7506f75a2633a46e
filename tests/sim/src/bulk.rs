//! A manager at the same screen, who captures or releases whatever is held at once, stops it, and chooses what is done
//! with a hold at its deadline.

use crate::checks::{Property, Violation};
use crate::pressing::is_taken;
use crate::world::{Step, World};
use contract::{ActionId, AtDeadline, Command, QueueCommand, QueueKind};
use domain::OurRef;

impl World {
    /// Whether the manager did something in this moment; the cashier then waits.
    pub(crate) fn bulk_perhaps(&mut self) -> Result<bool, Violation> {
        if self.till.is_none() || !self.dice.bulk.per_mille(self.plan.bulk) {
            return Ok(false);
        }
        match self.dice.bulk.between(0, 10) {
            0..4 => self.begin_run()?,
            4..8 => self.choose_for_a_deadline()?,
            8 => self.stop_or_close(false)?,
            _ => self.stop_or_close(true)?,
        }
        Ok(true)
    }

    /// Everything that the strip shows is selected, whether it can or not.
    fn begin_run(&mut self) -> Step {
        let our_refs = self.refs_in_the_strip()?;
        let kind = if self.dice.bulk.per_mille(600) {
            QueueKind::Capture
        } else {
            QueueKind::Release
        };
        self.command(Command::Queue(QueueCommand::Review { kind, our_refs }))?;
        let Some(panel) = self.view()?.and_then(|view| view.queue.panel) else {
            return Ok(());
        };
        let Some(action_id) = panel.action_id else {
            return Ok(());
        };
        let confirm = || {
            let action_id = ActionId(action_id.0.clone());
            Command::Queue(QueueCommand::Confirm { action_id })
        };
        if self.dice.bulk.per_mille(self.plan.stale) {
            self.command(Command::Queue(QueueCommand::Close))?;
            if is_taken(&self.command(confirm())?) {
                return Err(self.violation(Property::P1, "a table that was closed acted"));
            }
            return Ok(());
        }
        let able = panel.rows.iter().filter(|row| row.why.is_none());
        let able: Vec<String> = able.map(|row| row.our_ref.clone()).collect();
        if kind == QueueKind::Release {
            for our_ref in &able {
                *self.books.releases.entry(our_ref.clone()).or_default() += 1;
            }
        }
        let taken = is_taken(&self.command(confirm())?);
        if taken {
            self.counts.queued += u64::try_from(able.len()).unwrap();
        }
        let again = self.dice.bulk.per_mille(self.plan.double);
        if taken && again && is_taken(&self.command(confirm())?) {
            return Err(self.violation(Property::P1, "one press queued a run twice"));
        }
        Ok(())
    }

    fn choose_for_a_deadline(&mut self) -> Step {
        let our_refs = self.refs_in_the_strip()?;
        if our_refs.is_empty() {
            return Ok(());
        }
        let nth: Vec<usize> = (0..our_refs.len()).collect();
        let our_ref = our_refs[self.dice.bulk.pick(&nth)].clone();
        let at_deadline =
            self.dice
                .bulk
                .pick(&[AtDeadline::AskAPerson, AtDeadline::Release, AtDeadline::Capture]);
        if at_deadline == AtDeadline::Release {
            *self.books.releases.entry(our_ref.to_string()).or_default() += 1;
        }
        let amount_text = self.dice.bulk.between(1, 5_001).to_string();
        let chosen = self.command(Command::Queue(QueueCommand::Choose {
            our_ref,
            at_deadline,
            amount_text,
        }))?;
        if is_taken(&chosen) && at_deadline != AtDeadline::AskAPerson {
            self.counts.chosen += 1;
        }
        Ok(())
    }

    fn stop_or_close(&mut self, closes: bool) -> Step {
        let Some(view) = self.view()? else { return Ok(()) };
        for run in view.queue.runs {
            let step = if closes {
                QueueCommand::CloseRun { run: run.run }
            } else {
                QueueCommand::Stop { run: run.run }
            };
            self.command(Command::Queue(step))?;
        }
        Ok(())
    }

    fn refs_in_the_strip(&mut self) -> Result<Vec<OurRef>, Violation> {
        let Some(view) = self.view()? else {
            return Ok(Vec::new());
        };
        let refs = view.strip.iter().map(|hold| hold.our_ref.parse().unwrap());
        Ok(refs.collect())
    }

    /// After the healing nothing waits in the queue: it was asked for, skipped or stopped. What is left to a cashier,
    /// whose panel of that very hold is open, may.
    pub(crate) fn check_queue_at_the_end(&mut self) -> Step {
        let view = self.view()?;
        let left_to_cashier = view.and_then(|view| view.review).map(|review| review.our_ref);
        let queue = self.disk.lock().ledger.queue().unwrap();
        let forgotten = queue
            .rows
            .iter()
            .find(|row| row.is_waiting() && Some(row.our_ref.to_string()) != left_to_cashier);
        match forgotten {
            Some(row) => Err(self.violation(
                Property::Liveness,
                format!("{row:?} still waits in the queue after the healing"),
            )),
            None => Ok(()),
        }
    }
}
