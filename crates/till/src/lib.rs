#![doc = include_str!("../README.md")]

mod arming;
mod config;
mod customer;
mod desk;
mod front;
mod home;
mod inputs;
mod lamps;
mod lookups;
mod money;
mod ports;
mod recovery;
mod replies;
mod run;
mod settings;
mod state;
mod top_up;
mod view;
mod wallet;

pub use config::Config;
pub use desk::{Desk, DeskError};
pub use home::{Home, ProviderSettings, StoreSettings, profile_name};
pub use inputs::{BooksTrouble, Effect, Input, Tag};
pub use ports::{
    Books, Chance, Clock, Connect, Connected, Going, NotReady, Prepared, Provider, Vault, VaultEntry,
    VaultTrouble,
};
pub use run::{Parts, TillHandle, run};
pub use state::{OpenBooks, Till};
