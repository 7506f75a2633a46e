//! Captures and releases of many holds, and what is done at a deadline.

mod cuts;
mod deadline;
mod line;
mod runs;
mod table;

use super::rig::{Rig, authorized, enough};
use crate::Input;
use contract::{
    ActionId, AtDeadline, Command, ErrorCode, HoldRowView, QueueCommand, QueueKind, QueuePanelView,
    RunOutcome, RunView,
};
use domain::{Answer, Ask, Call, Meaning, OurRef};

impl Rig {
    /// Another hold of the customer that is linked already.
    pub(super) fn hold_another(&mut self, rupees: &str) -> OurRef {
        self.act(Command::NewSale).unwrap();
        let text = rupees.to_owned();
        self.act(Command::AmountSet { text }).unwrap();
        let text = "98765 43210".to_owned();
        self.act(Command::MobileSubmit { text }).unwrap();
        self.reply(Call::Balance, enough());
        self.press().unwrap();
        self.reply(Call::Authorize, authorized());
        self.sale_ref()
    }

    /// So many holds of ₹100.00, ₹200.00 and so on, each with a deadline a second after the one before.
    pub(super) fn holds(&mut self, count: usize) -> Vec<OurRef> {
        self.held("100");
        let mut refs = vec![self.sale_ref()];
        for nth in 1..count {
            self.pass_ms(1_000);
            refs.push(self.hold_another(&((nth + 1) * 100).to_string()));
        }
        self.act(Command::NewSale).unwrap();
        refs
    }

    fn queue(&mut self, command: QueueCommand) -> Result<(), ErrorCode> {
        self.act(Command::Queue(command)).map_err(|refused| refused.code)
    }

    pub(super) fn review_queue(&mut self, kind: QueueKind, refs: &[OurRef]) -> QueuePanelView {
        let our_refs = refs.to_vec();
        self.queue(QueueCommand::Review { kind, our_refs }).unwrap();
        self.view().queue.panel.unwrap()
    }

    fn confirm_queue(&mut self, action_id: ActionId) -> Result<(), ErrorCode> {
        self.queue(QueueCommand::Confirm { action_id })
    }

    /// Selects, reads the table and confirms it.
    pub(super) fn begin_run(&mut self, kind: QueueKind, refs: &[OurRef]) {
        let action_id = self.review_queue(kind, refs).action_id.unwrap();
        self.confirm_queue(action_id).unwrap();
    }

    pub(super) fn choose(
        &mut self,
        our_ref: &OurRef,
        at_deadline: AtDeadline,
        typed: &str,
    ) -> Result<(), ErrorCode> {
        self.queue(QueueCommand::Choose {
            our_ref: our_ref.clone(),
            at_deadline,
            amount_text: typed.to_owned(),
        })
    }

    fn run(&mut self) -> RunView {
        self.view().queue.runs.remove(0)
    }

    fn outcomes(&mut self) -> Vec<RunOutcome> {
        self.run().rows.iter().map(|row| row.outcome).collect()
    }

    /// The sales that a call was built for, in their order.
    fn asked_of(&self, call: Call) -> Vec<OurRef> {
        let asks = self.provider.asks.lock().unwrap();
        asks.iter()
            .filter(|ask| ask.call() == call)
            .filter_map(|ask| {
                if let Ask::Capture { our_ref, .. } | Ask::Cancel { our_ref } = ask {
                    Some(our_ref.clone())
                } else {
                    None
                }
            })
            .collect()
    }

    fn last_ask_ref(&self, call: Call) -> OurRef {
        if let Ask::AuthStatus { our_ref, .. } = self.last_ask(call) {
            our_ref
        } else {
            panic!("{call:?} is no look at a hold")
        }
    }

    /// The board's row of a sale.
    fn board_row(&self, our_ref: &OurRef) -> HoldRowView {
        let desk = crate::Desk::open(&self.ledger_path()).unwrap();
        desk.timeline(our_ref, 1_700_000_000_000).unwrap().row
    }
}

pub(super) fn accepted() -> Meaning {
    Meaning::Agreed(Answer::CaptureAccepted { provider_ref: None })
}

fn cancelled() -> Meaning {
    Meaning::Agreed(Answer::Cancelled)
}
