-- One row per sale. `seq` is the event that opened it, so that a replay gives the same row. `sale` is the domain's sale
-- as it is; the other columns are what is searched, sorted, summed and exported.
CREATE TABLE hold(
  seq                INTEGER PRIMARY KEY,
  our_ref            TEXT    NOT NULL UNIQUE,
  provider_ref       TEXT,
  state              TEXT    NOT NULL,
  money              TEXT    NOT NULL,
  mode               TEXT    NOT NULL,
  shelf              TEXT    NOT NULL,
  is_open            INTEGER NOT NULL,
  -- At its end, and looked up by itself all the same.
  is_watched         INTEGER NOT NULL,
  is_captured        INTEGER NOT NULL,
  is_partial         INTEGER NOT NULL,
  needs_person       INTEGER NOT NULL,
  alarm              INTEGER NOT NULL,
  amount_paise       INTEGER NOT NULL,
  held_paise         INTEGER NOT NULL,
  captured_paise     INTEGER NOT NULL,
  released_paise     INTEGER NOT NULL,
  refunded_paise     INTEGER NOT NULL,
  deadline_at_ms     INTEGER,
  -- The deadline, or the far future: a keyset needs a value.
  due_at_ms          INTEGER NOT NULL,
  paid_at_ms         INTEGER,
  looks              INTEGER NOT NULL,
  last_look_at_ms    INTEGER,
  customer_hmac      TEXT    NOT NULL,
  customer_last4     TEXT    NOT NULL,
  counter            TEXT    NOT NULL,
  cashier            TEXT    NOT NULL,
  shift              INTEGER NOT NULL,
  created_at_ms      INTEGER NOT NULL,
  updated_at_ms      INTEGER NOT NULL,
  sale               TEXT    NOT NULL,
  -- The bill's lines; with more to say of it an object, see row/sql.rs.
  lines              TEXT    NOT NULL,
  last_reply         TEXT,
  -- How many rows of `refund` are the sale's: nearly always none, and then none is looked for.
  refund_count       INTEGER NOT NULL,
  -- The numbers of the sale's events, with commas: in the row, because a table of their own would cost every commit a page.
  events             TEXT    NOT NULL
) STRICT;

-- Partial, each: a sale costs an index page only when it enters or leaves a tab.
CREATE INDEX hold_open     ON hold(due_at_ms, seq) WHERE is_open = 1;
CREATE INDEX hold_watched  ON hold(seq) WHERE is_watched = 1;
CREATE INDEX hold_captured ON hold(seq) WHERE is_captured = 1;
CREATE INDEX hold_partial  ON hold(seq) WHERE is_partial = 1;
CREATE INDEX hold_released ON hold(seq) WHERE shelf = 'released';
CREATE INDEX hold_paid     ON hold(paid_at_ms) WHERE paid_at_ms IS NOT NULL;
CREATE INDEX hold_expired  ON hold(seq) WHERE shelf = 'expired';

-- One row per refund. `seq` is the event that asked for it, `body` the whole row as the program knows it; the other
-- columns are what is searched and summed.
CREATE TABLE refund(
  seq            INTEGER PRIMARY KEY,
  refund_ref     TEXT    NOT NULL UNIQUE,
  sale_seq       INTEGER NOT NULL,
  our_ref        TEXT    NOT NULL,
  provider_ref   TEXT,
  state          TEXT    NOT NULL,
  -- Not at its end, or looked up by itself all the same.
  is_live        INTEGER NOT NULL,
  needs_person   INTEGER NOT NULL,
  amount_paise   INTEGER NOT NULL,
  refunded_paise INTEGER NOT NULL,
  counter        TEXT    NOT NULL,
  cashier        TEXT    NOT NULL,
  shift          INTEGER NOT NULL,
  asked_at_ms    INTEGER NOT NULL,
  refunded_at_ms INTEGER,
  updated_at_ms  INTEGER NOT NULL,
  body           TEXT    NOT NULL
) STRICT;

CREATE INDEX refund_of_sale ON refund(sale_seq);
CREATE INDEX refund_live    ON refund(sale_seq) WHERE is_live = 1;

-- What the events of a day, counter, shift and cashier added to a shelf, and took from it.
CREATE TABLE total(
  day            INTEGER NOT NULL,
  counter        TEXT    NOT NULL,
  shift          INTEGER NOT NULL,
  cashier        TEXT    NOT NULL,
  shelf          TEXT    NOT NULL,
  count          INTEGER NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL,
  released_paise INTEGER NOT NULL,
  PRIMARY KEY(day, counter, shift, cashier, shelf)
) STRICT, WITHOUT ROWID;

-- Each time the ledger was put back from a backup, and whether a person was told in the window.
CREATE TABLE restored(
  seq          INTEGER PRIMARY KEY,
  at_ms        INTEGER NOT NULL,
  backup_seq   INTEGER NOT NULL,
  reached_seq  INTEGER NOT NULL,
  is_seen      INTEGER NOT NULL
) STRICT;

-- The people at the till, their rules and their wrong PINs, as the domain folds them; no row before the first of them.
CREATE TABLE staff(
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  state  TEXT    NOT NULL
) STRICT;

-- One row per shift. `shift` is the domain's shift as it is, `tally` what its events did to the sales. A row without a
-- shift is what has happened since the last closing; under the number 0, before the first shift was opened.
CREATE TABLE shift(
  number           INTEGER PRIMARY KEY,
  shift            TEXT,
  counter          TEXT    NOT NULL,
  tally            TEXT    NOT NULL,
  first_sale       TEXT,
  first_sale_at_ms INTEGER,
  last_sale        TEXT,
  last_sale_at_ms  INTEGER
) STRICT;

CREATE TABLE shift_cashier(
  shift   INTEGER NOT NULL,
  cashier TEXT    NOT NULL,
  PRIMARY KEY(shift, cashier)
) STRICT, WITHOUT ROWID;

-- Who looks after a sale since it was last handed over, and in which shift that was.
CREATE TABLE owner(
  our_ref TEXT    PRIMARY KEY,
  owner   TEXT    NOT NULL,
  shift   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Each end that PhonePe contradicted.
CREATE TABLE correction(
  seq            INTEGER PRIMARY KEY,
  shift          INTEGER NOT NULL,
  our_ref        TEXT    NOT NULL,
  was            TEXT    NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL
) STRICT;
CREATE INDEX correction_of_shift ON correction(shift, seq);

-- One row per Z: the event that it stands in, what it says there, and what the events before it say.
CREATE TABLE z(
  number INTEGER PRIMARY KEY,
  seq    INTEGER NOT NULL,
  said   TEXT    NOT NULL,
  told   TEXT    NOT NULL
) STRICT;

-- One row per run of the queue of captures and releases, kept for its number and its story.
CREATE TABLE queue_run(
  run       INTEGER PRIMARY KEY,
  -- Its record.
  seq       INTEGER NOT NULL,
  at_ms     INTEGER NOT NULL,
  cashier   TEXT    NOT NULL,
  -- A person has read what became of it; its rows are gone then.
  is_closed INTEGER NOT NULL
) STRICT;

-- One row per hold of a run whose result nobody has closed. `what` and `step` are the domain's, as they are.
CREATE TABLE queue(
  run        INTEGER NOT NULL,
  our_ref    TEXT    NOT NULL,
  what       TEXT    NOT NULL,
  step       TEXT    NOT NULL,
  is_waiting INTEGER NOT NULL,
  PRIMARY KEY(run, our_ref)
) STRICT, WITHOUT ROWID;

-- Which hold was ever put into which run: its story tells it, and who allowed it, when the run is long closed.
CREATE TABLE queued(
  our_ref TEXT    NOT NULL,
  run     INTEGER NOT NULL,
  PRIMARY KEY(our_ref, run)
) STRICT, WITHOUT ROWID;

-- A hold waits in one run at a time.
CREATE UNIQUE INDEX queue_waiting ON queue(our_ref) WHERE is_waiting = 1;

-- What is to be done with a hold when its deadline comes.
CREATE TABLE deadline_choice(
  our_ref TEXT PRIMARY KEY,
  choice  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A period's sales in the order in which they were opened. The column never changes, so a sale costs it one entry.
CREATE INDEX hold_created ON hold(created_at_ms, seq);

-- One row per run that compares the books with PhonePe. `body` is the domain's run as it is; the sale that was asked about
-- last says where it goes on.
CREATE TABLE reconcile_run(
  run       INTEGER PRIMARY KEY,
  body      TEXT    NOT NULL,
  after_ms  INTEGER NOT NULL,
  after_seq INTEGER NOT NULL
) STRICT;

-- One row per settlement file that was compared with the books.
CREATE TABLE settlement_import(
  number     INTEGER PRIMARY KEY,
  at_ms      INTEGER NOT NULL,
  cashier    TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  sha256     TEXT    NOT NULL,
  header     TEXT    NOT NULL,
  mapping    TEXT    NOT NULL,
  from_ms    INTEGER NOT NULL,
  to_ms      INTEGER NOT NULL,
  rows       INTEGER NOT NULL,
  agree      INTEGER NOT NULL,
  differ     INTEGER NOT NULL
) STRICT;

-- One row per difference, open until a person has closed it with a note. `body` is the domain's difference as it is; `twin`
-- names it, so that the same difference found again is not listed twice. `run` or `import` found it.
CREATE TABLE difference(
  number       INTEGER PRIMARY KEY,
  at_ms        INTEGER NOT NULL,
  run          INTEGER,
  import       INTEGER,
  our_ref      TEXT,
  body         TEXT    NOT NULL,
  twin         TEXT    NOT NULL,
  is_open      INTEGER NOT NULL,
  closed_at_ms INTEGER,
  closed_by    TEXT,
  note         TEXT
) STRICT;
CREATE UNIQUE INDEX difference_open ON difference(twin) WHERE is_open = 1;

-- One narrow row per closed sale: what the board counts, filters and searches. `hold` has whole stories in its rows, and
-- reading thousands of those to count them would keep a person waiting. `seq` is the sale's in `hold`. Written once, when
-- the sale is closed, so that no step with a customer in front of it pays for these indices.
CREATE TABLE filed(
  seq            INTEGER PRIMARY KEY,
  shelf          TEXT    NOT NULL,
  amount_paise   INTEGER NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL,
  released_paise INTEGER NOT NULL,
  last4          TEXT    NOT NULL,
  -- The last eight characters of our id, backwards: a person reads the end of an id from a slip, and an index is searched
  -- by beginnings.
  id_end         TEXT    NOT NULL,
  provider_ref   TEXT    COLLATE NOCASE,
  counter        TEXT    NOT NULL,
  cashier        TEXT    NOT NULL,
  created_at_ms  INTEGER NOT NULL
) STRICT;
-- The shelf comes first where a tab is walked: the fifty newest expired sales of one cashier are then fifty steps, however
-- rare they are. The amounts stand in the index, so that a sum over many of its rows does not go to the table for each.
CREATE INDEX filed_created ON
  filed(shelf, created_at_ms, amount_paise, held_paise, captured_paise, released_paise);
CREATE INDEX filed_counter ON
  filed(shelf, counter, created_at_ms, amount_paise, held_paise, captured_paise, released_paise);
CREATE INDEX filed_cashier ON
  filed(shelf, cashier, created_at_ms, amount_paise, held_paise, captured_paise, released_paise);
CREATE INDEX filed_amount ON
  filed(shelf, amount_paise, created_at_ms, held_paise, captured_paise, released_paise);
-- Amounts that are not the whole one.
CREATE INDEX filed_captured ON
  filed(shelf, captured_paise, created_at_ms, amount_paise, held_paise, released_paise)
  WHERE captured_paise <> 0 AND captured_paise <> amount_paise;
CREATE INDEX filed_released ON
  filed(shelf, released_paise, created_at_ms, amount_paise, held_paise, captured_paise)
  WHERE released_paise <> 0 AND released_paise <> amount_paise;
CREATE INDEX filed_last4    ON filed(last4);
CREATE INDEX filed_id_end   ON filed(id_end);
CREATE INDEX filed_provider ON filed(provider_ref) WHERE provider_ref IS NOT NULL;

-- How the closed sales of a day (by their opening), counter and cashier stand on each shelf: what a filtered tab adds up to.
CREATE TABLE filed_total(
  day            INTEGER NOT NULL,
  counter        TEXT    NOT NULL,
  cashier        TEXT    NOT NULL,
  shelf          TEXT    NOT NULL,
  count          INTEGER NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL,
  released_paise INTEGER NOT NULL,
  PRIMARY KEY(day, counter, cashier, shelf)
) STRICT, WITHOUT ROWID;

-- The same by ten rupees of the amount: a filter by amount adds up the whole bands in it, and only at its two ends sales.
CREATE TABLE filed_band(
  shelf          TEXT    NOT NULL,
  band           INTEGER NOT NULL,
  count          INTEGER NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL,
  released_paise INTEGER NOT NULL,
  PRIMARY KEY(shelf, band)
) STRICT, WITHOUT ROWID;

-- The sums of `total` by shelf alone: eleven rows, so that a tab's total costs the same in the tenth year.
CREATE TABLE shelf_total(
  shelf          TEXT PRIMARY KEY,
  count          INTEGER NOT NULL,
  held_paise     INTEGER NOT NULL,
  captured_paise INTEGER NOT NULL,
  released_paise INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How often each paper was printed, by the name that the domain gives it.
CREATE TABLE paper(
  name  TEXT    NOT NULL PRIMARY KEY,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
