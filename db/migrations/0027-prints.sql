-- What was printed, and when last: whoever takes back a step is told that a print says otherwise. Nothing follows
-- from it, so nothing guards it but its shape.

CREATE TABLE prints (
  kind TEXT NOT NULL CHECK (kind = 'slip' OR kind = 'day-sheet' OR kind = 'waiting-list'),
  -- The booking of a slip, the local day of a day sheet; empty for the waiting list.
  about TEXT NOT NULL CHECK (length(about) <= 100),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  by_name TEXT NOT NULL CHECK (length(by_name) BETWEEN 1 AND 200),
  PRIMARY KEY (kind, about),
  CHECK ((kind = 'waiting-list') = (about = '')),
  CHECK (kind <> 'day-sheet' OR date(about) IS about)
) STRICT, WITHOUT ROWID;
