//! The fault matrix: each provider call against each way of going wrong, and each of them with a power cut right after
//! it. What is expected stands in `faults/matrix.md`, one row a cell; nothing is expected anywhere else.

mod beyond;
mod hostile;
mod mode;
mod refund;
mod runs;
mod scene;
mod steps;
mod table;
mod trouble;
