//! The floor of `hold_step`: the same two events with their rows, committed durably, and the same request with its reply
//! between them. No queue, no checks, no thoughts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::{Ledger, StoredRecord};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::{Duration, Instant};

/// Commits after which the log is moved into the file, as the ledger does, while nobody waits.
const COMMITS_PER_CHECKPOINT: usize = 250;

pub struct Bare {
    runtime: tokio::runtime::Runtime,
    http: reqwest::Client,
    url: String,
    body: String,
    conn: Connection,
    columns: Vec<String>,
    asked: Vec<Value>,
    held: Vec<Value>,
    moved: Vec<usize>,
    seq: i64,
    commits: usize,
}

impl Bare {
    /// `events` are an intent and its reply; what the ledger derives from them is copied from the ledger itself.
    pub fn new(folder: &Path, base_url: &str, events: &[StoredRecord]) -> Bare {
        let (columns, asked, held) = rows_of(&folder.join("rows"), events);
        let moved = (0..columns.len()).filter(|at| asked[*at] != held[*at]).collect();
        let path = folder.join("floor").join("ledger.sqlite");
        drop(Ledger::open(&path, "uat").unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let http = reqwest::Client::builder()
            .retry(reqwest::retry::never())
            .no_proxy()
            .http1_only()
            .pool_max_idle_per_host(0)
            .tls_certs_only([])
            .timeout(Duration::from_secs(20))
            .build()
            .unwrap();
        Bare {
            runtime,
            http,
            url: format!("{base_url}/v3/auth/authorize"),
            body: request_body(),
            conn: open(&path),
            columns,
            asked,
            held,
            moved,
            seq: 0,
            commits: 0,
        }
    }

    pub fn step(&mut self, events: &[StoredRecord]) -> Duration {
        let bodies: Vec<Vec<u8>> = events
            .iter()
            .map(|event| serde_json::to_vec(&event.record).unwrap())
            .collect();
        self.rest();
        let began = Instant::now();
        self.commit(&bodies[0], true);
        self.exchange();
        self.commit(&bodies[1], false);
        began.elapsed()
    }

    fn exchange(&self) {
        let text = self.runtime.block_on(async {
            let request = self
                .http
                .post(&self.url)
                .header("content-type", "application/json");
            let request = request.header("x-verify", "0".repeat(68)).body(self.body.clone());
            request.send().await.unwrap().bytes().await.unwrap()
        });
        assert!(text.len() > 100);
    }

    fn commit(&mut self, body: &[u8], opens: bool) {
        self.seq += 1;
        self.commits += 1;
        let hash = Sha256::digest(body).to_vec();
        self.run("BEGIN IMMEDIATE", []);
        let event = [
            Value::Integer(self.seq),
            Value::Blob(body.to_vec()),
            Value::Blob(hash),
        ];
        self.run("INSERT INTO event(seq, body, hash) VALUES (?1, ?2, ?3)", event);
        if opens {
            self.insert_row();
            self.add("asking", 1);
        } else {
            self.update_row();
            self.add("asking", -1);
            self.add("held", 1);
        }
        self.run("COMMIT", []);
    }

    fn insert_row(&self) {
        let marks: Vec<String> = (1..=self.columns.len()).map(|at| format!("?{at}")).collect();
        let sql = format!(
            "INSERT INTO hold({}) VALUES ({})",
            self.columns.join(", "),
            marks.join(", ")
        );
        let values = self
            .columns
            .iter()
            .zip(&self.asked)
            .map(|(column, value)| match column.as_str() {
                "seq" => Value::Integer(self.seq),
                // As long as a real one, and unique.
                "our_ref" => Value::Text(format!("S{:026}", self.seq)),
                _ => value.clone(),
            });
        self.run(&sql, values);
    }

    fn update_row(&self) {
        let sets: Vec<String> = self
            .moved
            .iter()
            .map(|at| format!("{} = ?", self.columns[*at]))
            .collect();
        let sql = format!("UPDATE hold SET {} WHERE seq = ?", sets.join(", "));
        let opened = Value::Integer(self.seq - 1);
        let values = self.moved.iter().map(|at| self.held[*at].clone()).chain([opened]);
        self.run(&sql, values);
    }

    fn add(&self, shelf: &str, count: i64) {
        let sql = "INSERT INTO total(day, counter, shift, cashier, shelf, count, held_paise, captured_paise, released_paise) \
             VALUES (1, '2', 14, 'Asha', ?1, ?2, ?3, 0, 0) \
             ON CONFLICT DO UPDATE SET count = count + ?2, held_paise = held_paise + ?3";
        let values = [
            Value::Text(shelf.to_owned()),
            Value::Integer(count),
            Value::Integer(count * 60_000),
        ];
        self.run(sql, values);
    }

    fn run(&self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.conn
            .prepare_cached(sql)
            .unwrap()
            .execute(params_from_iter(values))
            .unwrap();
    }

    /// Outside the measured time, like the ledger's own.
    fn rest(&mut self) {
        if self.commits >= COMMITS_PER_CHECKPOINT {
            self.commits = 0;
            self.conn
                .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                .unwrap();
        }
    }
}

type RowPair = (Vec<String>, Vec<Value>, Vec<Value>);

/// The columns of `hold`, and a sale's row after its intent and after its reply.
fn rows_of(folder: &Path, events: &[StoredRecord]) -> RowPair {
    let path = folder.join("ledger.sqlite");
    let ledger = Ledger::open(&path, "uat").unwrap();
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    for event in events {
        ledger.append(event.record.clone()).unwrap();
        let conn = Connection::open(&path).unwrap();
        let mut statement = conn.prepare("SELECT * FROM hold").unwrap();
        columns = statement.column_names().map(str::to_owned).collect();
        let width = columns.len();
        let row = statement.query_row([], |row| {
            (0..width)
                .map(|at| row.get(at))
                .collect::<Result<Vec<Value>, _>>()
        });
        rows.push(row.unwrap());
    }
    let held = rows.pop().unwrap();
    (columns, rows.pop().unwrap(), held)
}

/// A connection as durable as the ledger's.
fn open(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.set_prepared_statement_cache_capacity(64);
    let mode: String = conn
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    for (setting, value) in [
        ("synchronous", 2),
        ("wal_autocheckpoint", 4_000),
        ("fullfsync", 1),
    ] {
        conn.pragma_update(None, setting, value).unwrap();
    }
    conn
}

/// As long as a real authorize request.
fn request_body() -> String {
    let json = format!(
        "{{\"merchantId\":\"HOLDFASTTRAINING\",\"userAuthToken\":\"u0\",\"transactionId\":\"S{:026}\",\
         \"amount\":60000,\"authRequestType\":\"WALLET_AUTH\",\"expiry\":60}}",
        0
    );
    format!("{{\"request\":\"{}\"}}", STANDARD.encode(json))
}
