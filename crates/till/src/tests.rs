//! The engine on a virtual clock, with a provider and a keyring that say what the test wants. The ledger is the real one.

mod absent;
mod clocks;
mod disks;
mod linking;
mod looks;
mod money;
mod queue;
mod reconcile;
mod recovery;
mod refunds;
mod rig;
mod shifts;
mod stop;
mod wallet;
