//! What happens at a counter, from the first digit of a mobile number to the proof of payment.

mod books;
mod cart;
mod clock;
mod endings;
mod greyed;
mod keyring;
mod linking;
mod lost;
mod offline;
mod presses;
mod queue;
mod reconcile;
mod restart;
mod sale;
mod staff;
mod together;
mod top_up;
mod typing;
