//! What a start finds: P5.

use super::Property;
use crate::world::{Step, World};
use ledger::AnchorVerdict;

impl World {
    /// Everything that was acknowledged is there, the chain proves it, and each sale is what it was said to be.
    pub(crate) fn check_start(&mut self) -> Step {
        let mut disk = self.disk.lock();
        let (ledger, acknowledged) = (&disk.ledger, &disk.acknowledged);
        let (head, chain, anchor) = ledger.verify_chain(acknowledged);
        // One record may have been written and not acknowledged; it stands behind the rest.
        let nobodys = head.seq > acknowledged.seq + 1 || head.seq < disk.told_seq;
        if chain.is_err() || anchor != AnchorVerdict::Holds || nobodys {
            let what = format!("{acknowledged:?} was acknowledged; {head:?}, {chain:?}, {anchor}");
            drop(disk);
            return Err(self.violation(Property::P5, what));
        }
        if head.seq == acknowledged.seq {
            let other = disk
                .rows
                .iter()
                .find(|(our_ref, row)| ledger.row(our_ref).ok().flatten().as_ref() != Some(*row));
            if let Some((our_ref, row)) = other {
                let what = format!("{our_ref} is not what was acknowledged: {row:?}");
                drop(disk);
                return Err(self.violation(Property::P5, what));
            }
        }
        disk.take_stock();
        Ok(())
    }

    /// At the end: the same; and for each fourth seed, because a replay costs as much as all the rest of a seed, that
    /// the whole projection is what the events give.
    pub(crate) fn check_ledger(&mut self) -> Step {
        if !self.seed.is_multiple_of(4) {
            return self.check_start();
        }
        let disk = self.disk.lock();
        let found = disk.ledger.verify(Some(&disk.acknowledged));
        drop(disk);
        if found.holds() {
            return self.check_start();
        }
        Err(self.violation(Property::P5, format!("{found:?}")))
    }
}
