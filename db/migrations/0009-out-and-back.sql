-- What really happened when a machine went out and came back (C4): facts of their own, which are added and corrected by
-- another fact, and never overwritten. A booking's status and times follow from them.
--
-- The errors raised, beside those of 0002: UNKNOWN-BOOKING (a fact about no booking, or about another machine than the
-- booking's), NOT-STANDING (a second fact of its kind, or a correction of one that was corrected already),
-- NOT-AS-RECORDED (a booking with a status or a time that no fact records).

-- What is read at the machines of a type: whether they have an hour meter, and how their fuel is measured.
ALTER TABLE machine_types ADD COLUMN meter INTEGER NOT NULL DEFAULT 1 CHECK (meter IN (0, 1));
ALTER TABLE machine_types ADD COLUMN fuel TEXT NOT NULL DEFAULT 'litres'
  CHECK (fuel = 'none' OR fuel = 'litres' OR fuel = 'eighths');

CREATE TABLE booking_facts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  kind TEXT NOT NULL CHECK (kind = 'hand-over' OR kind = 'return'),
  -- The machine that went out. A booking keeps it from then on.
  machine_id TEXT NOT NULL REFERENCES machines (id),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  meter_hours REAL CHECK (meter_hours BETWEEN 0 AND 1000000),
  fuel REAL CHECK (fuel BETWEEN 0 AND 10000 AND (fuel_in IS NOT 'eighths' OR fuel <= 8)),
  fuel_in TEXT CHECK (fuel_in = 'litres' OR fuel_in = 'eighths'),
  implements TEXT NOT NULL DEFAULT '[]' CHECK (json_type(implements) IS 'array' AND length(implements) <= 3000),
  slip TEXT NOT NULL DEFAULT '' CHECK (length(slip) <= 40),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  -- The work that was measured, and its price at the rate of that day.
  work_quantity REAL CHECK (work_quantity > 0 AND work_quantity <= 1000000),
  work_per TEXT CHECK (work_per = 'day' OR work_per = 'hour' OR work_per = 'hectare' OR work_per = 'sack' OR work_per = 'kg'),
  rate_centavos INTEGER CHECK (rate_centavos BETWEEN 0 AND 100000000000),
  price_centavos INTEGER CHECK (price_centavos >= 0),
  -- Why a reading goes backward, and why an earlier fact is corrected.
  reading_reason TEXT NOT NULL DEFAULT '' CHECK (length(reading_reason) <= 500),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL DEFAULT 0 CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  -- The fact that this one corrects.
  corrects TEXT CHECK (length(corrects) BETWEEN 1 AND 120),
  CHECK ((fuel IS NULL) = (fuel_in IS NULL)),
  CHECK ((work_quantity IS NULL) = (work_per IS NULL)),
  CHECK ((price_centavos IS NULL) = (rate_centavos IS NULL) AND (price_centavos IS NULL OR work_quantity IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX booking_facts_by_booking ON booking_facts (booking_id, kind);
CREATE INDEX booking_facts_by_machine ON booking_facts (machine_id, at_ms);
CREATE UNIQUE INDEX booking_facts_corrected ON booking_facts (corrects) WHERE corrects IS NOT NULL;

-- The facts that hold: those that no other fact corrects. At most one of each kind a booking.
CREATE VIEW standing_facts AS
SELECT f.* FROM booking_facts f WHERE NOT EXISTS (SELECT 1 FROM booking_facts c WHERE c.corrects = f.id);

-- What older files say of each booking. Who entered it and when stands in their history.
INSERT INTO booking_facts (id, booking_id, kind, machine_id, at_ms, entered_by, entered_ms)
SELECT b.id || ' ' || k.kind, b.id, k.kind, b.machine_id, iif(k.kind = 'return', b.returned_ms, b.handed_over_ms),
  (SELECT h.user_id FROM history h WHERE h.entity = 'booking' AND h.entity_id = b.id AND h.action = k.action
    ORDER BY h.seq DESC LIMIT 1),
  coalesce((SELECT h.at_ms FROM history h WHERE h.entity = 'booking' AND h.entity_id = b.id AND h.action = k.action
    ORDER BY h.seq DESC LIMIT 1), iif(k.kind = 'return', b.returned_ms, b.handed_over_ms))
FROM bookings b JOIN (
  SELECT 'hand-over' AS kind, 'bookings.handOver' AS action UNION ALL SELECT 'return', 'bookings.return') k
WHERE (k.kind = 'hand-over' AND b.status IN ('in-use', 'completed') AND b.handed_over_ms IS NOT NULL)
  OR (k.kind = 'return' AND b.status = 'completed' AND b.returned_ms IS NOT NULL);

CREATE TRIGGER booking_facts_fit BEFORE INSERT ON booking_facts
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM booking_facts WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-BOOKING') WHERE NOT EXISTS (
    SELECT 1 FROM bookings WHERE id = NEW.booking_id AND machine_id = NEW.machine_id);
  -- The first of its kind, or the correction of the one that stands.
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE NEW.corrects IS NOT (
    SELECT id FROM standing_facts WHERE booking_id = NEW.booking_id AND kind = NEW.kind);
END;

CREATE TRIGGER booking_facts_never_change BEFORE UPDATE ON booking_facts
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER booking_facts_are_kept BEFORE DELETE ON booking_facts
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- A fact moves its booking along. One that came with its booking finds it there already.
CREATE TRIGGER booking_facts_move_their_booking AFTER INSERT ON booking_facts
WHEN NEW.corrects IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM bookings WHERE id = NEW.booking_id AND (status = 'completed' OR (NEW.kind = 'hand-over' AND status = 'in-use'))
    AND iif(NEW.kind = 'return', returned_ms, handed_over_ms) IS NEW.at_ms)
BEGIN
  UPDATE bookings SET version = version + 1,
    status = CASE WHEN NEW.kind = 'return' OR status = 'completed' THEN 'completed' ELSE 'in-use' END,
    handed_over_ms = iif(NEW.kind = 'return', handed_over_ms, NEW.at_ms),
    returned_ms = iif(NEW.kind = 'return', NEW.at_ms, returned_ms)
  WHERE id = NEW.booking_id;
  -- With OR IGNORE, a row that cannot be written is passed over without a word.
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM bookings WHERE id = NEW.booking_id AND (status = 'completed' OR (NEW.kind = 'hand-over' AND status = 'in-use'))
      AND iif(NEW.kind = 'return', returned_ms, handed_over_ms) IS NEW.at_ms);
END;

CREATE TRIGGER bookings_are_as_recorded AFTER UPDATE ON bookings
WHEN NEW.status IS NOT OLD.status OR NEW.machine_id IS NOT OLD.machine_id
  OR NEW.handed_over_ms IS NOT OLD.handed_over_ms OR NEW.returned_ms IS NOT OLD.returned_ms
BEGIN
  SELECT RAISE(ABORT, 'NOT-AS-RECORDED')
  FROM (
    SELECT (SELECT at_ms FROM standing_facts WHERE booking_id = NEW.id AND kind = 'hand-over') AS out_ms,
      (SELECT at_ms FROM standing_facts WHERE booking_id = NEW.id AND kind = 'return') AS back_ms)
  WHERE (out_ms IS NOT NULL AND (NEW.machine_id IS NOT OLD.machine_id
      OR (NEW.status IS NOT 'in-use' AND NEW.status IS NOT 'completed')))
    OR (back_ms IS NOT NULL AND NEW.status IS NOT 'completed')
    OR (NEW.handed_over_ms IS NOT out_ms
      AND (NEW.handed_over_ms IS NOT OLD.handed_over_ms OR NEW.status = 'in-use' OR NEW.status = 'completed'))
    OR (NEW.returned_ms IS NOT back_ms AND (NEW.returned_ms IS NOT OLD.returned_ms OR NEW.status = 'completed'));
END;

-- A booking that is entered as out or back, as when it is put back from a copy, brings its facts with it.
CREATE TRIGGER bookings_bring_their_facts AFTER INSERT ON bookings
WHEN NEW.handed_over_ms IS NOT NULL OR NEW.returned_ms IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-AS-RECORDED')
  WHERE (NEW.status IS NOT 'in-use' AND NEW.status IS NOT 'completed')
    OR (NEW.returned_ms IS NOT NULL AND NEW.status IS NOT 'completed');
  INSERT INTO booking_facts (id, booking_id, kind, machine_id, at_ms, entered_ms)
  SELECT NEW.id || ' hand-over', NEW.id, 'hand-over', NEW.machine_id, NEW.handed_over_ms, NEW.handed_over_ms
  WHERE NEW.handed_over_ms IS NOT NULL;
  INSERT INTO booking_facts (id, booking_id, kind, machine_id, at_ms, entered_ms)
  SELECT NEW.id || ' return', NEW.id, 'return', NEW.machine_id, NEW.returned_ms, NEW.returned_ms
  WHERE NEW.returned_ms IS NOT NULL;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM standing_facts WHERE booking_id = NEW.id)
    <> (NEW.handed_over_ms IS NOT NULL) + (NEW.returned_ms IS NOT NULL);
END;
