-- The waiting list: who wants a machine, or any of a type, on days on which nothing is free; and the offers that go to
-- them in turn. An offer holds its time like a form does, until it is taken, declined or over.

CREATE TABLE waiting (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  member_id TEXT NOT NULL REFERENCES members (id),
  -- One machine, or any of a type.
  machine_id TEXT REFERENCES machines (id),
  type_id TEXT REFERENCES machine_types (id),
  from_day TEXT NOT NULL CHECK (date(from_day) IS from_day),
  to_day TEXT NOT NULL CHECK (date(to_day) IS to_day AND to_day >= from_day),
  -- Whole days, or minutes of clock time.
  length_days INTEGER CHECK (length_days BETWEEN 1 AND 390),
  length_minutes INTEGER CHECK (length_minutes BETWEEN 1 AND 561600),
  units INTEGER NOT NULL DEFAULT 1 CHECK (units BETWEEN 1 AND 1000000),
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (
    status = 'waiting' OR status = 'booked' OR status = 'withdrawn' OR status = 'over'),
  -- Whose turn it is: the smallest first. The time of the request, until somebody is moved up.
  turn INTEGER NOT NULL,
  requested_by TEXT CHECK (length(requested_by) BETWEEN 1 AND 100),
  requested_ms INTEGER NOT NULL CHECK (requested_ms BETWEEN 0 AND 253402300799999),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  booking_id TEXT REFERENCES bookings (id),
  CHECK ((machine_id IS NULL) <> (type_id IS NULL)),
  CHECK ((length_days IS NULL) <> (length_minutes IS NULL)),
  CHECK ((status = 'booked') = (booking_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX waiting_in_turn ON waiting (turn, id) WHERE status = 'waiting';

CREATE TABLE offers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  waiting_id TEXT NOT NULL REFERENCES waiting (id),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  units INTEGER NOT NULL CHECK (units >= 1),
  buffer_before_ms INTEGER NOT NULL CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL CHECK (buffer_after_ms >= 0),
  status TEXT NOT NULL DEFAULT 'running' CHECK (
    status = 'running' OR status = 'taken' OR status = 'declined' OR status = 'lapsed' OR status = 'withdrawn'),
  made_ms INTEGER NOT NULL CHECK (made_ms BETWEEN 0 AND 253402300799999),
  -- How much time is left in which the office is open and Araro runs; a clock that jumps changes nothing.
  left_ms INTEGER NOT NULL CHECK (left_ms BETWEEN 0 AND 86400000),
  -- When that will be over, as far as the clock says now.
  until_ms INTEGER NOT NULL CHECK (until_ms BETWEEN 0 AND 253402300799999),
  CHECK ((from_day IS NULL AND to_day IS NULL) OR (date(from_day) IS from_day AND date(to_day) IS to_day))
) STRICT, WITHOUT ROWID;

CREATE INDEX offers_by_waiting ON offers (waiting_id);
CREATE INDEX offers_running ON offers (machine_id) WHERE status = 'running';

DROP VIEW blocking;

-- What blocks a machine: the one definition, for every trigger. An offer holds its time.
CREATE VIEW blocking AS
SELECT 'booking' AS kind, id AS ref_id, 0 AS seg, machine_id,
  start_ms - buffer_before_ms AS start_ms, end_ms + buffer_after_ms AS end_ms, units, 0 AS whole
FROM bookings
WHERE status IN ('approved', 'in-use') OR (status = 'pending' AND pending_blocks = 1)
UNION ALL
SELECT 'hold', form_id, 0, machine_id, start_ms - buffer_before_ms, end_ms + buffer_after_ms, units, 0
FROM holds
UNION ALL
SELECT 'hold', id, 0, machine_id, start_ms - buffer_before_ms, end_ms + buffer_after_ms, units, 0
FROM offers
WHERE status = 'running'
UNION ALL
SELECT 'maintenance', id, 0, machine_id, start_ms, end_ms, 1, 1
FROM maintenance
WHERE status = 'planned' AND open_ended = 0
UNION ALL
SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units, 0
FROM open_segments;

-- Entries of the list: kept, never changed in what is wanted, and once for each member, machine and days.

CREATE TRIGGER waiting_is_new BEFORE INSERT ON waiting
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM waiting WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.status = 'waiting' AND EXISTS (
    SELECT 1 FROM waiting w
    WHERE w.status = 'waiting' AND w.member_id = NEW.member_id AND w.machine_id IS NEW.machine_id
      AND w.type_id IS NEW.type_id AND w.from_day = NEW.from_day AND w.to_day = NEW.to_day);
END;

CREATE TRIGGER waiting_keeps_what_is_wanted BEFORE UPDATE ON waiting
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.member_id IS NOT OLD.member_id
    OR NEW.machine_id IS NOT OLD.machine_id OR NEW.type_id IS NOT OLD.type_id
    OR NEW.from_day IS NOT OLD.from_day OR NEW.to_day IS NOT OLD.to_day
    OR NEW.length_days IS NOT OLD.length_days OR NEW.length_minutes IS NOT OLD.length_minutes
    OR NEW.units IS NOT OLD.units OR NEW.requested_ms IS NOT OLD.requested_ms;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status AND OLD.status <> 'waiting';
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status NOT IN ('waiting', 'booked')
    AND EXISTS (SELECT 1 FROM offers WHERE waiting_id = NEW.id AND status = 'running');
END;

CREATE TRIGGER waiting_is_kept BEFORE DELETE ON waiting
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- Offers: one at a time for each entry, of a machine that it wants; kept, and ended once.

CREATE TRIGGER offers_are_for_somebody_who_waits BEFORE INSERT ON offers
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM offers WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM holds WHERE form_id = NEW.id);
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.status = 'running' AND EXISTS (
    SELECT 1 FROM offers WHERE waiting_id = NEW.waiting_id AND status = 'running');
  SELECT RAISE(ABORT, 'NOT-ITS-SOURCE') WHERE NOT EXISTS (
    SELECT 1 FROM waiting w JOIN machines m ON m.id = NEW.machine_id
    WHERE w.id = NEW.waiting_id AND w.status = 'waiting' AND w.units = NEW.units
      AND (w.machine_id = m.id OR w.type_id = m.type_id));
END;

CREATE TRIGGER offers_keep_what_they_offer BEFORE UPDATE ON offers
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.waiting_id IS NOT OLD.waiting_id
    OR NEW.machine_id IS NOT OLD.machine_id OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
    OR NEW.from_day IS NOT OLD.from_day OR NEW.to_day IS NOT OLD.to_day OR NEW.units IS NOT OLD.units
    OR NEW.buffer_before_ms IS NOT OLD.buffer_before_ms OR NEW.buffer_after_ms IS NOT OLD.buffer_after_ms
    OR NEW.made_ms IS NOT OLD.made_ms;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status AND OLD.status <> 'running';
END;

CREATE TRIGGER offers_are_kept BEFORE DELETE ON offers
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER offers_occupy AFTER INSERT ON offers
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'hold' AND ref_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'hold' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'hold' AND ref_id = NEW.id);
END;

CREATE TRIGGER offers_free AFTER UPDATE ON offers WHEN NEW.status IS NOT OLD.status
BEGIN
  DELETE FROM occupancy WHERE kind = 'hold' AND ref_id = NEW.id;
END;

-- A form cannot take over the hold of an offer.
CREATE TRIGGER holds_are_no_offers BEFORE INSERT ON holds
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM offers WHERE id = NEW.form_id);
END;
