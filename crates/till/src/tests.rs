//! The engine on a virtual clock, with a provider and a keyring that say what the test wants. The ledger is the real one.

mod absent;
mod approval;
mod approved_parts;
mod bills;
mod catalogue;
mod clocks;
mod disks;
mod health;
mod linking;
mod looks;
mod money;
mod narrowing;
mod paper;
mod people;
mod preferences;
mod queue;
mod reconcile;
mod recovery;
mod refunds;
pub(crate) mod rig;
mod rights;
mod screens;
mod shifts;
mod signing_in;
mod stop;
mod wallet;
