-- Quotas: how much a member may have booked in a week, a month or a season, on machines of a type or on any.

CREATE TABLE quotas (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  -- NULL: machines of any type.
  type_id TEXT REFERENCES machine_types (id),
  counts TEXT NOT NULL CHECK (counts IN ('bookings', 'hours', 'hectares')),
  -- In bookings, minutes or square metres.
  most INTEGER NOT NULL CHECK (most BETWEEN 0 AND 100000000),
  per TEXT NOT NULL CHECK (per IN ('week', 'month', 'season')),
  -- The first and the last day of a season.
  from_day TEXT CHECK (from_day IS NULL OR date(from_day) IS from_day),
  to_day TEXT CHECK (to_day IS NULL OR (date(to_day) IS to_day AND to_day >= from_day)),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  CHECK ((per = 'season') = (from_day IS NOT NULL) AND (from_day IS NULL) = (to_day IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER quotas_id_is_new BEFORE INSERT ON quotas
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM quotas WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-TYPE') WHERE NEW.type_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM machine_types WHERE id = NEW.type_id);
END;

CREATE TRIGGER quotas_keep_their_id BEFORE UPDATE ON quotas WHEN NEW.id IS NOT OLD.id
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER quotas_are_kept BEFORE DELETE ON quotas
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- Why a manager booked although a quota was reached or an earlier job was still open; '' if nothing was passed over.
ALTER TABLE bookings ADD COLUMN override_reason TEXT NOT NULL DEFAULT '' CHECK (length(override_reason) <= 500);

-- Whether a member whose last work was not measured yet is refused another booking.
ALTER TABLE settings ADD COLUMN last_job_first INTEGER NOT NULL DEFAULT 0 CHECK (last_job_first IN (0, 1));
