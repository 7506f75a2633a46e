//! The table: `matrix.md`, read as it stands there.

use crate::faults::mode::Mode;
use domain::Call;

const MATRIX: &str = include_str!("matrix.md");

/// What is expected of one call under one mode.
#[derive(Clone, Debug)]
pub struct Cell {
    pub mode: Mode,
    pub name: &'static str,
    /// Where the sale, the customer or the wallet stands once the trouble was heard.
    pub at_once: &'static str,
    /// What the cashier is told then.
    pub screen: &'static str,
    pub whole: Ending,
    /// With the power cut right after the trouble was heard.
    pub cut: Ending,
}

/// Where it ends once nothing goes wrong any more, and how often the call was sent till then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub at_last: &'static str,
    pub requests: &'static str,
}

/// How a call is called in the matrix: the end of its path.
pub const CALLS: [(Call, &str); 12] = [
    (Call::SendOtp, "otp/send"),
    (Call::VerifyOtp, "otp/verify"),
    (Call::Unlink, "token/unlink"),
    (Call::Balance, "wallet/balance"),
    (Call::Suggest, "debit/suggest"),
    (Call::TopUp, "wallet/topup"),
    (Call::Authorize, "auth/authorize"),
    (Call::AuthStatus, "auth status"),
    (Call::Capture, "auth/capture"),
    (Call::Cancel, "auth/cancel"),
    (Call::TransactionStatus, "transaction status"),
    (Call::Refund, "credit/backToSource"),
];

/// The row of each mode, in the order of [`Mode::ALL`].
pub fn cells_of(call: Call) -> Vec<Cell> {
    let (_, heading) = CALLS.iter().find(|(named, _)| *named == call).unwrap();
    let section = MATRIX
        .split("\n## ")
        .find(|section| section.lines().next() == Some(heading))
        .unwrap_or_else(|| panic!("the matrix has no section {heading}"));
    let rows: Vec<Vec<&str>> = section.lines().filter_map(row).skip(1).collect();
    let names: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    let listed: Vec<&str> = Mode::ALL.iter().map(|(_, name)| *name).collect();
    assert_eq!(names, listed, "{heading} has a row for each mode, in order");
    rows.into_iter().zip(Mode::ALL).map(cell).collect()
}

fn row(line: &'static str) -> Option<Vec<&'static str>> {
    let inner = line.strip_prefix("| ")?.strip_suffix(" |")?;
    Some(inner.split(" | ").map(str::trim).collect())
}

fn cell((row, (mode, name)): (Vec<&'static str>, (Mode, &'static str))) -> Cell {
    let [_, at_once, screen, at_last, requests, at_last_cut, requests_cut] = row[..] else {
        panic!("{name}: seven columns");
    };
    Cell {
        mode,
        name,
        at_once,
        screen,
        whole: Ending { at_last, requests },
        cut: Ending {
            at_last: at_last_cut,
            requests: requests_cut,
        },
    }
}

#[test]
fn the_matrix_has_every_call_against_every_mode_and_nothing_else() {
    let cells: usize = CALLS.iter().map(|(call, _)| cells_of(*call).len()).sum();
    assert_eq!(cells, 12 * 28);
    assert_eq!(Call::ALL, CALLS.map(|(call, _)| call));
    let headings = MATRIX.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(headings, CALLS.len());
    let rows = MATRIX.lines().filter(|line| row(line).is_some()).count();
    assert_eq!(rows, cells + CALLS.len(), "a head and its rows per call");
}
