-- Holidays, seasons and blackouts: when the cooperative's office is closed, and when machines are not given.

-- Named periods with other hours: a list of {name, from, to, week}.
ALTER TABLE settings ADD COLUMN seasons TEXT NOT NULL DEFAULT '[]' CHECK (
  json_type(seasons) IS 'array' AND length(seasons) <= 60000);
-- Whether public holidays close the office.
ALTER TABLE settings ADD COLUMN public_holidays INTEGER NOT NULL DEFAULT 1 CHECK (public_holidays IN (0, 1));
-- Whether bookings may span a closed day, and begin or end on one; and whether those by clock time keep to the hours.
ALTER TABLE settings ADD COLUMN span_closed INTEGER NOT NULL DEFAULT 1 CHECK (span_closed IN (0, 1));
ALTER TABLE settings ADD COLUMN start_closed INTEGER NOT NULL DEFAULT 0 CHECK (start_closed IN (0, 1));
ALTER TABLE settings ADD COLUMN within_hours INTEGER NOT NULL DEFAULT 0 CHECK (within_hours IN (0, 1));

-- Public holidays as the calendar of the country has them. Araro fills it by itself, years ahead.
CREATE TABLE public_holidays (
  day TEXT NOT NULL PRIMARY KEY CHECK (date(day) IS day),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
) STRICT, WITHOUT ROWID;

-- What the cooperative decided about a day, whatever the calendar says: its id is the day.
CREATE TABLE holidays (
  id TEXT NOT NULL PRIMARY KEY CHECK (date(id) IS id),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- 0: it is no holiday, and the office keeps its usual hours.
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER holidays_key_is_new BEFORE INSERT ON holidays
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM holidays WHERE id = NEW.id);
END;

CREATE TRIGGER holidays_keep_their_day BEFORE UPDATE ON holidays WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER holidays_are_kept BEFORE DELETE ON holidays
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- A time in which a machine, those of a type, or none at all are booked; with the reason that people are told. What was
-- promised before stays promised.
CREATE TABLE blackouts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  -- One machine, or all of a type; neither: every machine.
  machine_id TEXT REFERENCES machines (id),
  type_id TEXT REFERENCES machine_types (id),
  start_ms INTEGER NOT NULL CHECK (start_ms BETWEEN 0 AND 253402300799999),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT CHECK (from_day IS NULL OR date(from_day) IS from_day),
  to_day TEXT CHECK (to_day IS NULL OR date(to_day) IS to_day),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  CHECK (machine_id IS NULL OR type_id IS NULL),
  CHECK ((from_day IS NULL) = (to_day IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX blackouts_by_end ON blackouts (end_ms, start_ms) WHERE removed = 0;

CREATE TRIGGER blackouts_key_is_new BEFORE INSERT ON blackouts
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM blackouts WHERE id = NEW.id);
END;

CREATE TRIGGER blackouts_keep_what_they_say BEFORE UPDATE ON blackouts
WHEN NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id OR NEW.type_id IS NOT OLD.type_id
  OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms OR NEW.from_day IS NOT OLD.from_day
  OR NEW.to_day IS NOT OLD.to_day OR NEW.reason IS NOT OLD.reason
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER blackouts_are_kept BEFORE DELETE ON blackouts
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;
