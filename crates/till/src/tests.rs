//! The engine on a virtual clock, with a provider and a keyring that say what the test wants. The ledger is the real one.

mod absent;
mod approval;
mod clocks;
mod disks;
mod linking;
mod looks;
mod money;
mod people;
mod recovery;
mod rig;
mod rights;
mod screens;
mod signing_in;
mod stop;
mod wallet;
