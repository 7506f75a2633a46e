//! The real window under Xvfb, with the real Secret Service, driven through its marks as anyone could:
//! `cargo xtask e2e`. Only the names of CONTRACT.md are used, never the inside of a crate.

mod audit;
mod cart;
mod cashier;
mod desk;
mod leaks;
mod phonepe;
mod programs;
mod window;
mod world;

mod access;
mod approvals;
mod bad_input;
mod board;
mod bulk;
mod day;
mod display;
mod evidence;
mod first_day;
mod first_sale;
mod greyed;
mod guide;
mod hands;
mod health;
mod hostile;
mod ink;
mod installed;
mod known_customer;
mod managers_day;
mod one_time_password;
mod other_ways;
mod outside;
mod package;
mod paper;
mod pictures;
mod reconcile;
mod refunds;
mod shifts;
mod staff;
mod stop;
mod top_up;
mod training;
mod trouble;
mod unknown;
mod updates;
