//! The engine on a virtual clock, with a provider and a keyring that say what the test wants. The ledger is the real one.

mod clocks;
mod linking;
mod money;
mod recovery;
mod rig;
mod stop;
mod wallet;
