-- Open-ended blocks: a machine that is out past its end, and a repair that lasts until it is finished. They keep the
-- machine's time until they are expected to end, in every gap that the promises made before leave free. A promise that
-- such a block reaches stays; it is hit, which is derived when it is read.

-- When somebody expects the machine back; NULL: nobody said.
ALTER TABLE bookings ADD COLUMN expected_back_ms INTEGER CHECK (expected_back_ms BETWEEN 0 AND 253402300799999);

-- A repair that lasts until it is finished. Its `end_ms` is when it is expected to end and moves on while it lasts.
ALTER TABLE maintenance ADD COLUMN open_ended INTEGER NOT NULL DEFAULT 0 CHECK (open_ended IN (0, 1));
-- When somebody expects it to end; NULL: nobody said.
ALTER TABLE maintenance ADD COLUMN expected_end_ms INTEGER CHECK (expected_end_ms BETWEEN 0 AND 253402300799999);

CREATE INDEX maintenance_open_ended ON maintenance (machine_id) WHERE open_ended = 1 AND status = 'planned';

-- One row for each thing that lasts; `until_ms` is its expected end, with the buffer after it. Nothing is kept shut
-- where `until_ms` is not after `from_ms`.
CREATE TABLE open_blocks (
  kind TEXT NOT NULL CHECK (kind = 'booking' OR kind = 'maintenance'),
  ref_id TEXT NOT NULL CHECK (length(ref_id) BETWEEN 1 AND 100),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  from_ms INTEGER NOT NULL,
  -- Ten years bound the work of a fill.
  until_ms INTEGER NOT NULL CHECK (until_ms >= from_ms AND until_ms - from_ms <= 315360000000),
  units INTEGER NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  PRIMARY KEY (kind, ref_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_blocks_by_machine ON open_blocks (machine_id, from_ms, until_ms);

-- The gaps that they fill. Derived: written only by `filling_fills_every_gap`. Each is a row of `occupancy`, too.
CREATE TABLE open_segments (
  kind TEXT NOT NULL,
  ref_id TEXT NOT NULL,
  seg INTEGER NOT NULL CHECK (seg > 0),
  machine_id TEXT NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms),
  units INTEGER NOT NULL CHECK (units >= 1),
  PRIMARY KEY (kind, ref_id, seg)
) STRICT, WITHOUT ROWID;

CREATE INDEX open_segments_by_machine ON open_segments (machine_id);

-- Fills a machine's gaps anew: whoever adds its row. The row is gone when the statement ends.
CREATE TABLE filling (machine_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

-- What is known of a booking that is hit or displaced: by what, since when, and what its member was told.
CREATE TABLE settling (
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  by_kind TEXT NOT NULL CHECK (by_kind = 'booking' OR by_kind = 'maintenance'),
  by_id TEXT NOT NULL CHECK (length(by_id) BETWEEN 1 AND 100),
  since_ms INTEGER NOT NULL CHECK (since_ms BETWEEN 0 AND 253402300799999),
  told_ms INTEGER CHECK (told_ms BETWEEN 0 AND 253402300799999),
  told_by TEXT CHECK (length(told_by) BETWEEN 1 AND 100),
  told_note TEXT CHECK (length(told_note) <= 1000),
  PRIMARY KEY (booking_id, by_kind, by_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX settling_by_cause ON settling (by_kind, by_id);

-- What lasts, and from when it takes more than was promised.
CREATE VIEW lasting AS
SELECT 'booking' AS kind, id AS ref_id, machine_id, end_ms + buffer_after_ms AS from_ms, units, 0 AS whole
FROM bookings
WHERE status = 'in-use'
UNION ALL
SELECT 'maintenance', id, machine_id, start_ms, 1, 1
FROM maintenance
WHERE status = 'planned' AND open_ended = 1;

DROP VIEW blocking;

-- What blocks a machine: the one definition, for every trigger.
CREATE VIEW blocking AS
SELECT 'booking' AS kind, id AS ref_id, 0 AS seg, machine_id,
  start_ms - buffer_before_ms AS start_ms, end_ms + buffer_after_ms AS end_ms, units, 0 AS whole
FROM bookings
WHERE status IN ('approved', 'in-use') OR (status = 'pending' AND pending_blocks = 1)
UNION ALL
SELECT 'hold', form_id, 0, machine_id, start_ms - buffer_before_ms, end_ms + buffer_after_ms, units, 0
FROM holds
UNION ALL
SELECT 'maintenance', id, 0, machine_id, start_ms, end_ms, 1, 1
FROM maintenance
WHERE status = 'planned' AND open_ended = 0
UNION ALL
SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units, 0
FROM open_segments;

-- The instants at which the room beside the open-ended blocks of a machine can change, and no two of them further apart
-- than 32 days.
CREATE VIEW open_edges AS
WITH RECURSIVE months (machine_id, at_ms, until_ms) AS (
  SELECT machine_id, from_ms, until_ms FROM open_blocks WHERE until_ms > from_ms
  UNION ALL
  SELECT machine_id, at_ms + 2764800000, until_ms FROM months WHERE at_ms + 2764800000 < until_ms
)
SELECT machine_id, at_ms FROM months
UNION
SELECT machine_id, until_ms FROM open_blocks WHERE until_ms > from_ms
UNION
SELECT o.machine_id, o.start_ms
FROM open_blocks b CROSS JOIN length_classes c CROSS JOIN occupancy o
WHERE o.machine_id = b.machine_id AND o.cls = c.cls AND o.seg = 0
  AND o.start_ms > b.from_ms AND o.start_ms < b.until_ms
UNION
SELECT o.machine_id, o.end_ms
FROM open_blocks b CROSS JOIN length_classes c CROSS JOIN occupancy o
WHERE o.machine_id = b.machine_id AND o.cls = c.cls AND o.seg = 0
  AND o.start_ms > b.from_ms - c.longest_ms AND o.start_ms < b.until_ms AND o.end_ms > b.from_ms AND o.end_ms < b.until_ms;

-- The gaps: between two edges, the units that the promises, and the blocks before this one, leave of what it takes.
CREATE VIEW open_gaps AS
SELECT kind, ref_id, machine_id, start_ms, end_ms,
  row_number() OVER (PARTITION BY kind, ref_id ORDER BY start_ms) AS seg, units
FROM (
  SELECT b.kind, b.ref_id, b.machine_id, e.at_ms AS start_ms, e.next_ms AS end_ms,
    min(CASE b.whole WHEN 1 THEN m.capacity ELSE b.units END, m.capacity
      - (
        SELECT coalesce(sum(CASE o.whole WHEN 1 THEN m.capacity ELSE o.units END), 0)
        FROM length_classes c CROSS JOIN occupancy o
        WHERE o.machine_id = b.machine_id AND o.cls = c.cls AND o.seg = 0
          AND o.start_ms > e.at_ms - c.longest_ms AND o.start_ms <= e.at_ms AND o.end_ms > e.at_ms)
      - (
        SELECT coalesce(sum(CASE p.whole WHEN 1 THEN m.capacity ELSE p.units END), 0)
        FROM open_blocks p
        WHERE p.machine_id = b.machine_id AND p.from_ms <= e.at_ms AND p.until_ms > e.at_ms
          AND (p.from_ms, p.kind, p.ref_id) < (b.from_ms, b.kind, b.ref_id))
    ) AS units
  FROM open_blocks b
  JOIN machines m ON m.id = b.machine_id
  JOIN (
    SELECT machine_id, at_ms, lead(at_ms) OVER (PARTITION BY machine_id ORDER BY at_ms) AS next_ms FROM open_edges
  ) e ON e.machine_id = b.machine_id AND e.at_ms >= b.from_ms AND e.next_ms <= b.until_ms
)
WHERE units > 0;

CREATE TRIGGER filling_fills_every_gap AFTER INSERT ON filling
BEGIN
  DELETE FROM open_segments WHERE machine_id = NEW.machine_id;
  INSERT INTO open_segments (kind, ref_id, seg, machine_id, start_ms, end_ms, units)
  SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units FROM open_gaps WHERE machine_id = NEW.machine_id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (
    SELECT count(*) FROM open_gaps WHERE machine_id = NEW.machine_id
  ) <> (
    SELECT count(*) FROM open_segments s JOIN occupancy o ON o.kind = s.kind AND o.ref_id = s.ref_id AND o.seg = s.seg
    WHERE s.machine_id = NEW.machine_id);
  DELETE FROM filling WHERE machine_id = NEW.machine_id;
END;

CREATE TRIGGER open_segments_are_derived BEFORE INSERT ON open_segments
BEGIN
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (SELECT 1 FROM filling WHERE machine_id = NEW.machine_id);
END;

CREATE TRIGGER open_segments_never_change BEFORE UPDATE ON open_segments
BEGIN
  SELECT RAISE(ABORT, 'DERIVED');
END;

CREATE TRIGGER open_segments_stay_until_filled_anew BEFORE DELETE ON open_segments
BEGIN
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (SELECT 1 FROM filling WHERE machine_id = OLD.machine_id);
END;

CREATE TRIGGER open_segments_occupy AFTER INSERT ON open_segments
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  VALUES (NEW.machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= NEW.end_ms - NEW.start_ms),
    NEW.start_ms, NEW.end_ms, NEW.units, 0, NEW.kind, NEW.ref_id, NEW.seg);
END;

CREATE TRIGGER open_segments_free AFTER DELETE ON open_segments
BEGIN
  DELETE FROM occupancy WHERE kind = OLD.kind AND ref_id = OLD.ref_id AND seg = OLD.seg;
END;

-- A promise that goes away leaves a gap to the block that reached it.
CREATE TRIGGER occupancy_gaps_are_filled AFTER DELETE ON occupancy
WHEN OLD.seg = 0 AND EXISTS (
  SELECT 1 FROM open_blocks
  WHERE machine_id = OLD.machine_id AND from_ms < OLD.end_ms AND until_ms > OLD.start_ms)
BEGIN
  INSERT INTO filling (machine_id) VALUES (OLD.machine_id);
END;

-- Open-ended blocks say what their source says, and stay while it lasts. Only their expected end is the office's.

CREATE TRIGGER open_blocks_say_what_lasts BEFORE INSERT ON open_blocks
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM open_blocks WHERE kind = NEW.kind AND ref_id = NEW.ref_id);
  SELECT RAISE(ABORT, 'NOT-ITS-SOURCE') WHERE NOT EXISTS (
    SELECT 1 FROM lasting l
    WHERE l.kind = NEW.kind AND l.ref_id = NEW.ref_id AND l.machine_id = NEW.machine_id AND l.from_ms = NEW.from_ms
      AND l.units = NEW.units AND l.whole = NEW.whole);
  SELECT RAISE(ABORT, 'TOO-LONG') WHERE (
    NEW.until_ms >= NEW.from_ms AND NEW.until_ms - NEW.from_ms <= 315360000000) IS NOT TRUE;
END;

CREATE TRIGGER open_blocks_still_say_what_lasts BEFORE UPDATE ON open_blocks
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.kind IS NOT OLD.kind OR NEW.ref_id IS NOT OLD.ref_id;
  SELECT RAISE(ABORT, 'NOT-ITS-SOURCE') WHERE NOT EXISTS (
    SELECT 1 FROM lasting l
    WHERE l.kind = NEW.kind AND l.ref_id = NEW.ref_id AND l.machine_id = NEW.machine_id AND l.from_ms = NEW.from_ms
      AND l.units = NEW.units AND l.whole = NEW.whole);
  SELECT RAISE(ABORT, 'TOO-LONG') WHERE (
    NEW.until_ms >= NEW.from_ms AND NEW.until_ms - NEW.from_ms <= 315360000000) IS NOT TRUE;
END;

CREATE TRIGGER open_blocks_stay_while_it_lasts BEFORE DELETE ON open_blocks
BEGIN
  SELECT RAISE(ABORT, 'KEPT') WHERE EXISTS (
    SELECT 1 FROM lasting WHERE kind = OLD.kind AND ref_id = OLD.ref_id);
END;

CREATE TRIGGER open_blocks_fill AFTER INSERT ON open_blocks
BEGIN
  INSERT INTO filling (machine_id) VALUES (NEW.machine_id);
END;

CREATE TRIGGER open_blocks_fill_anew AFTER UPDATE ON open_blocks
BEGIN
  INSERT INTO filling (machine_id) VALUES (OLD.machine_id);
  INSERT INTO filling (machine_id) SELECT NEW.machine_id WHERE NEW.machine_id IS NOT OLD.machine_id;
END;

CREATE TRIGGER open_blocks_free AFTER DELETE ON open_blocks
BEGIN
  INSERT INTO filling (machine_id) VALUES (OLD.machine_id);
  DELETE FROM settling WHERE by_kind = OLD.kind AND by_id = OLD.ref_id
    AND (SELECT status FROM bookings WHERE id = settling.booking_id) IS NOT 'displaced';
END;

-- Bookings

DROP TRIGGER bookings_move_as_allowed;

CREATE TRIGGER bookings_move_as_allowed BEFORE UPDATE ON bookings
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NEW.member_id IS NOT OLD.member_id
    AND NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN (
    'pending approved', 'pending rejected', 'pending cancelled', 'pending displaced',
    'approved in-use', 'approved pending', 'approved cancelled', 'approved no-show', 'approved displaced',
    'in-use completed',
    'displaced pending', 'displaced approved', 'displaced cancelled');
END;

DROP TRIGGER bookings_occupy_anew;

-- One trigger, because SQLite promises no order between two: first what the machine's open-ended block says, then the
-- promise itself. The gap that a promise leaves is filled as its row is deleted.
CREATE TRIGGER bookings_occupy_anew AFTER UPDATE ON bookings
WHEN NEW.status IS NOT OLD.status OR NEW.pending_blocks IS NOT OLD.pending_blocks
  OR NEW.machine_id IS NOT OLD.machine_id OR NEW.units IS NOT OLD.units
  OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
  OR NEW.buffer_before_ms IS NOT OLD.buffer_before_ms OR NEW.buffer_after_ms IS NOT OLD.buffer_after_ms
BEGIN
  DELETE FROM open_blocks WHERE kind = 'booking' AND ref_id = NEW.id AND NEW.status IS NOT 'in-use';
  UPDATE open_blocks SET machine_id = NEW.machine_id, units = NEW.units, from_ms = NEW.end_ms + NEW.buffer_after_ms,
    until_ms = max(until_ms, NEW.end_ms + NEW.buffer_after_ms)
  WHERE kind = 'booking' AND ref_id = NEW.id;
  DELETE FROM occupancy WHERE kind = 'booking' AND ref_id = NEW.id AND seg = 0 AND NOT EXISTS (
    SELECT 1 FROM blocking b
    WHERE b.kind = 'booking' AND b.ref_id = NEW.id AND b.seg = 0 AND b.machine_id = occupancy.machine_id
      AND b.start_ms = occupancy.start_ms AND b.end_ms = occupancy.end_ms AND b.units = occupancy.units);
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id AND seg = 0
    AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.kind = 'booking' AND o.ref_id = NEW.id AND o.seg = 0);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'booking' AND ref_id = NEW.id);
END;

-- Whatever was known of a hit ends with the time or the machine that it was about.
CREATE TRIGGER bookings_are_settled AFTER UPDATE ON bookings
WHEN NEW.machine_id IS NOT OLD.machine_id OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
  OR (NEW.status IS NOT OLD.status AND (OLD.status = 'displaced' OR NEW.status NOT IN ('pending', 'approved')))
BEGIN
  DELETE FROM settling WHERE booking_id = NEW.id;
END;

-- Maintenance

DROP TRIGGER maintenance_moves_as_allowed;

CREATE TRIGGER maintenance_moves_as_allowed BEFORE UPDATE ON maintenance
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id
    OR NEW.start_ms IS NOT OLD.start_ms OR NEW.open_ended IS NOT OLD.open_ended
    OR (NEW.end_ms IS NOT OLD.end_ms AND OLD.open_ended = 0);
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN ('planned finished', 'planned cancelled');
END;

DROP TRIGGER maintenance_occupies;

CREATE TRIGGER maintenance_occupies AFTER INSERT ON maintenance
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id AND seg = 0;
  INSERT INTO open_blocks (kind, ref_id, machine_id, from_ms, until_ms, units, whole)
  SELECT 'maintenance', NEW.id, NEW.machine_id, NEW.start_ms, NEW.end_ms, 1, 1
  WHERE NEW.open_ended = 1 AND NEW.status = 'planned';
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'maintenance' AND ref_id = NEW.id)
    OR (SELECT count(*) FROM lasting WHERE kind = 'maintenance' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM open_blocks WHERE kind = 'maintenance' AND ref_id = NEW.id);
END;

DROP TRIGGER maintenance_frees;

CREATE TRIGGER maintenance_frees AFTER UPDATE ON maintenance WHEN NEW.status IS NOT OLD.status
BEGIN
  DELETE FROM open_blocks WHERE kind = 'maintenance' AND ref_id = NEW.id AND NEW.status <> 'planned';
  DELETE FROM occupancy WHERE kind = 'maintenance' AND ref_id = NEW.id AND seg = 0 AND NEW.status <> 'planned';
END;

-- Machines

DROP TRIGGER machines_keep_their_promises;

-- An open-ended block is no promise: a smaller capacity leaves it less, and a larger one more.
CREATE TRIGGER machines_keep_their_promises AFTER UPDATE ON machines
WHEN NEW.capacity IS NOT OLD.capacity OR NEW.retired_ms IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'STILL-PROMISED') WHERE NEW.retired_ms IS NOT NULL AND (
    EXISTS (SELECT 1 FROM occupancy WHERE machine_id = NEW.id)
    OR EXISTS (SELECT 1 FROM open_blocks WHERE machine_id = NEW.id)
    OR EXISTS (SELECT 1 FROM bookings WHERE machine_id = NEW.id AND status = 'in-use'));
  SELECT RAISE(ABORT, 'OVERBOOKED') WHERE NEW.capacity < OLD.capacity AND EXISTS (
    SELECT 1 FROM occupancy p
    WHERE p.machine_id = NEW.id AND p.seg = 0 AND (
      SELECT sum(CASE o.whole WHEN 1 THEN NEW.capacity ELSE o.units END)
      FROM length_classes c CROSS JOIN occupancy o
      WHERE o.machine_id = NEW.id AND o.cls = c.cls AND o.seg = 0
        AND o.start_ms > p.start_ms - c.longest_ms AND o.start_ms <= p.start_ms AND o.end_ms > p.start_ms
    ) > NEW.capacity);
  SELECT RAISE(ABORT, 'STILL-OUT') WHERE
    (SELECT sum(units) FROM bookings WHERE machine_id = NEW.id AND status = 'in-use') > NEW.capacity;
  INSERT INTO filling (machine_id)
  SELECT NEW.id WHERE EXISTS (SELECT 1 FROM open_blocks WHERE machine_id = NEW.id);
END;
