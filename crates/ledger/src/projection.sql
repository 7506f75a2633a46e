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
  lines              TEXT    NOT NULL,
  last_reply         TEXT,
  -- The numbers of the sale's events, with commas: in the row, because a table of their own would cost every commit a page.
  events             TEXT    NOT NULL
) STRICT;

-- Partial, each: a sale costs an index page only when it enters or leaves a tab.
CREATE INDEX hold_open     ON hold(due_at_ms, seq) WHERE is_open = 1;
CREATE INDEX hold_watched  ON hold(seq) WHERE is_watched = 1;
CREATE INDEX hold_captured ON hold(seq) WHERE is_captured = 1;
CREATE INDEX hold_partial  ON hold(seq) WHERE is_partial = 1;
CREATE INDEX hold_released ON hold(seq) WHERE shelf = 'released';
CREATE INDEX hold_expired  ON hold(seq) WHERE shelf = 'expired';

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
