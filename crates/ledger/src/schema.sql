-- Form 1. The events are the ledger; everything else here can be made again from them.
CREATE TABLE meta(
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  seq  INTEGER PRIMARY KEY,
  body BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'a record is never deleted'); END;

-- Also stops INSERT OR REPLACE, which would not fire the trigger above.
CREATE TRIGGER event_is_only_appended BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'a record is only added at the end'); END;
