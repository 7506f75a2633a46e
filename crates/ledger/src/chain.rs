use crate::LedgerError;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

const TAG: &[u8] = b"holdfast-event-v1";
pub(crate) type Hash = [u8; 32];

/// Where the chain ends. Kept outside the file (keyring, day-end slip, other counters) it is the anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Zero: there is no event yet, and the hash is all zeros.
    pub seq: u64,
    /// Lower-case hex of 32 bytes.
    pub hash_hex: String,
}

impl Head {
    /// As it is written on a slip and into the keyring: `128:3f2a…`.
    #[must_use]
    pub fn to_line(&self) -> String {
        format!("{}:{}", self.seq, self.hash_hex)
    }

    /// Reads what [`Head::to_line`] wrote; `None` for anything else.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Head> {
        let (seq, hash_hex) = line.split_once(':')?;
        let seq = seq.parse().ok()?;
        let is_hash = hash_hex.len() == 64
            && hash_hex
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_hash.then(|| Head {
            seq,
            hash_hex: hash_hex.to_owned(),
        })
    }
}

/// How a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    #[error("record {seq} is not what was written, or what stands before it is not")]
    Altered { seq: u64 },
    #[error("record {seq} is missing")]
    Missing { seq: u64 },
    #[error("the records after {after} cannot be read: {why}")]
    Unreadable { after: u64, why: String },
}

/// The end of the chain as the writer holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    pub seq: i64,
    pub hash: Hash,
}

impl Tip {
    pub const GENESIS: Tip = Tip {
        seq: 0,
        hash: [0; 32],
    };

    /// The tip after one more event with this body.
    pub fn next(&self, body: &[u8]) -> Tip {
        Tip {
            seq: self.seq.saturating_add(1),
            hash: link(&self.hash, body),
        }
    }

    pub fn head(&self) -> Head {
        Head {
            seq: seq_of(self.seq),
            hash_hex: hex(&self.hash),
        }
    }
}

/// What a walk along the chain found.
pub(crate) struct Walk {
    pub events: u64,
    /// The last event's stored hash, whatever the walk thinks of it.
    pub head: Head,
    pub chain: Result<(), ChainFault>,
}

/// Recomputes the whole chain from the raw bodies; no JSON is read.
pub(crate) fn walk(conn: &Connection) -> Walk {
    // A number that is none is walked too, and is a fault.
    walk_from(conn, Tip::GENESIS, i64::MIN)
}

/// Recomputes what comes after the record `seq`, which stands as it is stored.
pub(crate) fn walk_after(conn: &Connection, seq: u64) -> Result<Walk, LedgerError> {
    let hash = stored_hash(conn, seq)?.unwrap_or_default();
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    Ok(walk_from(conn, Tip { seq, hash }, seq))
}

fn walk_from(conn: &Connection, from: Tip, after: i64) -> Walk {
    let mut walk = Walk::at(from.head());
    let mut tip = from;
    let mut stored_tip = from;
    if let Err(why) = step_through(conn, after, &mut walk, (&mut tip, &mut stored_tip)) {
        walk.fail(ChainFault::Unreadable {
            after: seq_of(stored_tip.seq),
            why: why.to_string(),
        });
    }
    walk.head = stored_tip.head();
    walk
}

impl Walk {
    /// Nothing walked yet.
    pub fn at(head: Head) -> Walk {
        Walk {
            events: 0,
            head,
            chain: Ok(()),
        }
    }

    /// Only the first fault is told: everything after it follows from it.
    fn fail(&mut self, fault: ChainFault) {
        if self.chain.is_ok() {
            self.chain = Err(fault);
        }
    }
}

fn step_through(
    conn: &Connection,
    after: i64,
    walk: &mut Walk,
    (tip, stored_tip): (&mut Tip, &mut Tip),
) -> Result<(), rusqlite::Error> {
    let mut statement =
        conn.prepare_cached("SELECT seq, body, hash FROM event WHERE seq > ?1 ORDER BY seq")?;
    let mut rows = statement.query([after])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let body = row.get_ref(1)?.as_bytes().unwrap_or_default();
        let stored = Hash::try_from(row.get_ref(2)?.as_bytes().unwrap_or_default()).unwrap_or_default();
        let expected = tip.next(body);
        if seq != expected.seq {
            walk.fail(ChainFault::Missing {
                seq: seq_of(expected.seq),
            });
        } else if stored != expected.hash {
            walk.fail(ChainFault::Altered { seq: seq_of(seq) });
        }
        walk.events = walk.events.saturating_add(1);
        *tip = Tip {
            seq,
            hash: expected.hash,
        };
        *stored_tip = Tip { seq, hash: stored };
    }
    Ok(())
}

/// The stored hash as it is; zeros before the first event, `None` when there is no such event or no such hash.
pub(crate) fn stored_hash(conn: &Connection, seq: u64) -> Result<Option<Hash>, LedgerError> {
    if seq == 0 {
        return Ok(Some(Tip::GENESIS.hash));
    }
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    let found = conn
        .prepare_cached("SELECT hash FROM event WHERE seq = ?1")?
        .query_row([seq], |row| {
            Ok(Hash::try_from(row.get_ref(0)?.as_bytes().unwrap_or_default()).ok())
        })
        .optional()?;
    Ok(found.flatten())
}

/// The stored hash of one event; `None` when there is no such event.
pub(crate) fn hash_of(conn: &Connection, seq: u64) -> Result<Option<String>, LedgerError> {
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    let found = conn
        .prepare_cached("SELECT hash FROM event WHERE seq = ?1")?
        .query_row([seq], |row| {
            Ok(hex(row.get_ref(0)?.as_bytes().unwrap_or_default()))
        })
        .optional()?;
    Ok(found)
}

/// The last event's number and stored hash, without looking at any other.
pub(crate) fn stored_tip(conn: &Connection) -> Result<Tip, LedgerError> {
    let mut statement = conn.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(row) => Ok(Tip {
            seq: row.get(0)?,
            hash: row.get(1)?,
        }),
        None => Ok(Tip::GENESIS),
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 0x0f])
        .filter_map(|nibble| char::from_digit(u32::from(nibble), 16))
        .collect()
}

/// Numbers of events are never negative: a file that says otherwise counts as zero and fails the walk.
pub(crate) fn seq_of(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or(0)
}

pub(crate) fn link(before: &Hash, body: &[u8]) -> Hash {
    let length = u64::try_from(body.len()).unwrap_or(u64::MAX);
    Sha256::new()
        .chain_update(TAG)
        .chain_update(before)
        .chain_update(length.to_be_bytes())
        .chain_update(body)
        .finalize()
        .into()
}
