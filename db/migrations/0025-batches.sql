-- Batches (D2, E4): a run of a dryer or a mill with several members' sacks. A batch takes its machine whole, with the buffers
-- for setup and cleaning; what is left in it is counted from its shares. Sacks are estimated first and weighed when they
-- come: each weighing is a row, and the last of a share holds.
--
-- The errors raised, besides those of 0002: BATCH-FULL (more sacks than fit the batch, or its machine on that day),
-- BATCH-CLOSED (the batch is done or cancelled), NO-BATCHES (a machine that is not filled with sacks), NOT-ITS-FIELD,
-- NOT-IN-TURN (a weighing or a reading that is not the next), WEIGHED-ALREADY (an estimate that would change after the
-- weighing), UNKNOWN-BATCH, UNKNOWN-SHARE, UNKNOWN-MACHINE, NOT-DRY (a
-- batch that lasts until its grain is dry, closed without a reading).

-- The sacks of one batch, if they are not the units of the machine, and of all batches that begin on one day.
ALTER TABLE machines ADD COLUMN batch_sacks INTEGER CHECK (batch_sacks BETWEEN 1 AND 1000000);
ALTER TABLE machines ADD COLUMN day_sacks INTEGER CHECK (day_sacks BETWEEN 1 AND 1000000);
-- In which order the shares of a batch are taken: as they arrive, or the ripest first.
ALTER TABLE settings ADD COLUMN batch_order TEXT NOT NULL DEFAULT 'arrival'
CHECK (batch_order = 'arrival' OR batch_order = 'ripeness');

CREATE TABLE batches (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  -- Whether it is under way or past its end is computed, and never stored.
  status TEXT NOT NULL DEFAULT 'open' CHECK (status = 'open' OR status = 'done' OR status = 'cancelled'),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  from_offset INTEGER,
  to_offset INTEGER,
  -- The local day on which it begins: its sacks count among those of that day.
  day TEXT NOT NULL CHECK (date(day) IS day AND start_ms - unixepoch(day) * 1000 BETWEEN -50400000 AND 129600000),
  -- Copied from the machine, so that changing the machine changes no existing batch.
  buffer_before_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_ms >= 0),
  -- It lasts until somebody confirms that the grain is dry; its end is only expected.
  open_ended INTEGER NOT NULL DEFAULT 0 CHECK (open_ended IN (0, 1)),
  -- When somebody expects it to end, if they said so since.
  expected_end_ms INTEGER CHECK (expected_end_ms BETWEEN 0 AND 253402300799999),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  opened_by TEXT CHECK (length(opened_by) BETWEEN 1 AND 100),
  opened_ms INTEGER NOT NULL CHECK (opened_ms BETWEEN 0 AND 253402300799999),
  done_ms INTEGER CHECK (done_ms BETWEEN 0 AND 253402300799999),
  CHECK (end_ms - start_ms <= 34560000000),
  CHECK ((done_ms IS NULL) = (status <> 'done')),
  CHECK (
    (from_day IS NULL AND to_day IS NULL AND from_offset IS NULL AND to_offset IS NULL)
    OR (
      date(from_day) IS from_day AND date(to_day) IS to_day AND day IS from_day
      AND unixepoch(from_day) * 1000 - from_offset * 60000 IS start_ms
      AND (unixepoch(to_day) + 86400) * 1000 - to_offset * 60000 IS end_ms
    )
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX batches_by_start ON batches (start_ms, id);
CREATE INDEX batches_by_machine ON batches (machine_id, start_ms, id);
CREATE INDEX batches_by_day ON batches (machine_id, day, status);
CREATE INDEX batches_lasting ON batches (machine_id) WHERE open_ended = 1 AND status = 'open';

CREATE TABLE batch_shares (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  batch_id TEXT NOT NULL REFERENCES batches (id),
  member_id TEXT NOT NULL REFERENCES members (id),
  field_id TEXT REFERENCES fields (id),
  -- As it was estimated. What was weighed is in `weighings`.
  sacks INTEGER NOT NULL CHECK (sacks BETWEEN 1 AND 1000000),
  -- When it is ripe, as far as somebody said.
  ripe_day TEXT CHECK (date(ripe_day) IS ripe_day),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status = 'active' OR status = 'cancelled'),
  -- The order in which the shares were added.
  turn INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  -- The share that it was split from.
  split_from TEXT REFERENCES batch_shares (id),
  added_by TEXT CHECK (length(added_by) BETWEEN 1 AND 100),
  added_ms INTEGER NOT NULL CHECK (added_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_shares_by_batch ON batch_shares (batch_id, status, turn, id);
CREATE INDEX batch_shares_by_member ON batch_shares (member_id, batch_id);

-- What a share weighed. The last row of a share holds.
CREATE TABLE weighings (
  share_id TEXT NOT NULL REFERENCES batch_shares (id),
  nth INTEGER NOT NULL CHECK (nth BETWEEN 1 AND 1000000),
  sacks INTEGER NOT NULL CHECK (sacks BETWEEN 1 AND 1000000),
  grams INTEGER NOT NULL CHECK (grams BETWEEN 1 AND 1000000000000),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (share_id, nth)
) STRICT, WITHOUT ROWID;

-- How moist the grain of a batch was, in tenths of a percent.
CREATE TABLE moisture_readings (
  batch_id TEXT NOT NULL REFERENCES batches (id),
  nth INTEGER NOT NULL CHECK (nth BETWEEN 1 AND 1000000),
  permille INTEGER NOT NULL CHECK (permille BETWEEN 1 AND 600),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (batch_id, nth)
) STRICT, WITHOUT ROWID;

-- The sacks that each active share counts: as weighed, otherwise as estimated.
CREATE VIEW share_sacks AS
SELECT s.id AS share_id, s.batch_id,
  coalesce((SELECT w.sacks FROM weighings w WHERE w.share_id = s.id ORDER BY w.nth DESC LIMIT 1), s.sacks) AS sacks
FROM batch_shares s
WHERE s.status = 'active';

-- How full each batch is that is open, and its machine on that day; the most of both. A machine that is filled with sacks
-- has them as its units, unless it says how many make a batch.
CREATE VIEW batch_loads AS
SELECT b.id AS batch_id, b.machine_id,
  coalesce((SELECT sum(s.sacks) FROM share_sacks s WHERE s.batch_id = b.id), 0) AS sacks,
  coalesce(m.batch_sacks, CASE WHEN m.capacity > 1 THEN m.capacity END) AS most,
  coalesce((
    SELECT sum(s.sacks) FROM batches d CROSS JOIN share_sacks s
    WHERE d.machine_id = b.machine_id AND d.day = b.day AND d.status IN ('open', 'done') AND s.batch_id = d.id), 0) AS on_day,
  m.day_sacks AS most_on_day
FROM batches b JOIN machines m ON m.id = b.machine_id
WHERE b.status = 'open';

-- The kinds of what blocks, of what lasts and of what hits a promise are lists in three tables; SQLite adds to such a list
-- only by making the table anew.

CREATE TABLE occupancy_before AS SELECT * FROM occupancy;
DROP TABLE occupancy;
CREATE TABLE occupancy (
  machine_id TEXT NOT NULL,
  cls INTEGER NOT NULL CHECK (cls BETWEEN 0 AND 2),
  start_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'booking' OR kind = 'hold' OR kind = 'maintenance' OR kind = 'session'
    OR kind = 'batch'),
  ref_id TEXT NOT NULL,
  seg INTEGER NOT NULL,
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms),
  units INTEGER NOT NULL CHECK (units >= 1),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  PRIMARY KEY (machine_id, cls, start_ms, kind, ref_id, seg),
  UNIQUE (kind, ref_id, seg),
  CHECK (cls = CASE
    WHEN end_ms - start_ms <= 86400000 THEN 0
    WHEN end_ms - start_ms <= 2764800000 THEN 1
    WHEN end_ms - start_ms <= 34560000000 THEN 2
    ELSE -1 END)
) STRICT, WITHOUT ROWID;

INSERT INTO occupancy SELECT * FROM occupancy_before;
DROP TABLE occupancy_before;

CREATE TRIGGER occupancy_guard AFTER INSERT ON occupancy
BEGIN
  SELECT RAISE(ABORT, 'OVERBOOKED') WHERE (
    SELECT max((
      SELECT sum(CASE o.whole WHEN 1 THEN m.capacity ELSE o.units END)
      FROM length_classes c CROSS JOIN occupancy o
      WHERE o.machine_id = NEW.machine_id AND o.cls = c.cls
        AND o.start_ms > p.at_ms - c.longest_ms AND o.start_ms <= p.at_ms AND o.end_ms > p.at_ms
    )) <= m.capacity
    FROM machines m, (
      SELECT NEW.start_ms AS at_ms
      UNION ALL
      SELECT o.start_ms FROM length_classes c CROSS JOIN occupancy o
      WHERE o.machine_id = NEW.machine_id AND o.cls = c.cls
        AND o.start_ms > NEW.start_ms AND o.start_ms < NEW.end_ms
    ) p
    WHERE m.id = NEW.machine_id AND m.retired_ms IS NULL
  ) IS NOT TRUE;
END;

CREATE TRIGGER occupancy_says_what_its_source_says BEFORE INSERT ON occupancy
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM occupancy WHERE kind = NEW.kind AND ref_id = NEW.ref_id AND seg = NEW.seg);
  SELECT RAISE(ABORT, 'NOT-ITS-SOURCE') WHERE NOT EXISTS (
    SELECT 1 FROM blocking b
    WHERE b.kind = NEW.kind AND b.ref_id = NEW.ref_id AND b.seg = NEW.seg AND b.machine_id = NEW.machine_id
      AND b.start_ms = NEW.start_ms AND b.end_ms = NEW.end_ms AND b.units = NEW.units AND b.whole = NEW.whole);
  -- Checked here as well as by the table's constraints: with OR FAIL, a violated constraint would keep the booking
  -- without its occupancy, and a connection may have turned CHECKs off.
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.units >= 1 AND NEW.end_ms > NEW.start_ms) IS NOT TRUE;
  SELECT RAISE(ABORT, 'TOO-LONG') WHERE (
    NEW.cls = (SELECT min(cls) FROM length_classes WHERE longest_ms >= NEW.end_ms - NEW.start_ms)) IS NOT TRUE;
END;

CREATE TRIGGER occupancy_is_never_changed BEFORE UPDATE ON occupancy
BEGIN
  SELECT RAISE(ABORT, 'DERIVED');
END;

CREATE TRIGGER occupancy_stays_while_its_source_blocks BEFORE DELETE ON occupancy
BEGIN
  SELECT RAISE(ABORT, 'DERIVED') WHERE EXISTS (
    SELECT 1 FROM blocking b
    WHERE b.kind = OLD.kind AND b.ref_id = OLD.ref_id AND b.seg = OLD.seg AND b.machine_id = OLD.machine_id
      AND b.start_ms = OLD.start_ms AND b.end_ms = OLD.end_ms AND b.units = OLD.units AND b.whole = OLD.whole);
END;

CREATE TRIGGER occupancy_gaps_are_filled AFTER DELETE ON occupancy
WHEN OLD.seg = 0 AND EXISTS (
  SELECT 1 FROM open_blocks
  WHERE machine_id = OLD.machine_id AND from_ms < OLD.end_ms AND until_ms > OLD.start_ms)
BEGIN
  INSERT INTO filling (machine_id) VALUES (OLD.machine_id);
END;

CREATE TABLE open_blocks_before AS SELECT * FROM open_blocks;
DROP TABLE open_blocks;
CREATE TABLE open_blocks (
  kind TEXT NOT NULL CHECK (kind = 'booking' OR kind = 'maintenance' OR kind = 'batch'),
  ref_id TEXT NOT NULL CHECK (length(ref_id) BETWEEN 1 AND 100),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  from_ms INTEGER NOT NULL,
  -- Ten years bound the work of a fill.
  until_ms INTEGER NOT NULL CHECK (until_ms >= from_ms AND until_ms - from_ms <= 315360000000),
  units INTEGER NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  PRIMARY KEY (kind, ref_id)
) STRICT, WITHOUT ROWID;

INSERT INTO open_blocks SELECT * FROM open_blocks_before;
DROP TABLE open_blocks_before;

CREATE INDEX open_blocks_by_machine ON open_blocks (machine_id, from_ms, until_ms);

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

CREATE TABLE settling_before AS SELECT * FROM settling;
DROP TABLE settling;
CREATE TABLE settling (
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  by_kind TEXT NOT NULL CHECK (by_kind = 'booking' OR by_kind = 'maintenance' OR by_kind = 'batch'),
  by_id TEXT NOT NULL CHECK (length(by_id) BETWEEN 1 AND 100),
  since_ms INTEGER NOT NULL CHECK (since_ms BETWEEN 0 AND 253402300799999),
  told_ms INTEGER CHECK (told_ms BETWEEN 0 AND 253402300799999),
  told_by TEXT CHECK (length(told_by) BETWEEN 1 AND 100),
  told_note TEXT CHECK (length(told_note) <= 1000),
  PRIMARY KEY (booking_id, by_kind, by_id)
) STRICT, WITHOUT ROWID;

INSERT INTO settling SELECT * FROM settling_before;
DROP TABLE settling_before;

CREATE INDEX settling_by_cause ON settling (by_kind, by_id);

DROP VIEW blocking;

-- What blocks a machine: the one definition, for every trigger. A batch takes its machine whole.
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
SELECT 'session', m.id, 0, m.machine_id, s.start_ms, s.end_ms, 1, 1
FROM session_machines m CROSS JOIN sessions s
WHERE s.id = m.session_id AND m.status = 'taken' AND s.status = 'planned'
UNION ALL
SELECT 'batch', id, 0, machine_id, start_ms - buffer_before_ms, end_ms + buffer_after_ms, 1, 1
FROM batches
WHERE status = 'open'
UNION ALL
SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units, 0
FROM open_segments;

DROP VIEW lasting;

-- What lasts, and from when it takes more than was promised.
CREATE VIEW lasting AS
SELECT 'booking' AS kind, id AS ref_id, machine_id, end_ms + buffer_after_ms AS from_ms, units, 0 AS whole
FROM bookings
WHERE status = 'in-use'
UNION ALL
SELECT 'maintenance', id, machine_id, start_ms, 1, 1
FROM maintenance
WHERE status = 'planned' AND open_ended = 1
UNION ALL
SELECT 'batch', id, machine_id, end_ms + buffer_after_ms, 1, 1
FROM batches
WHERE status = 'open' AND open_ended = 1;

-- Batches

CREATE TRIGGER batches_are_new BEFORE INSERT ON batches
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM batches WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-MACHINE') WHERE NOT EXISTS (SELECT 1 FROM machines WHERE id = NEW.machine_id);
  SELECT RAISE(ABORT, 'NO-BATCHES') WHERE NEW.status = 'open' AND NOT EXISTS (
    SELECT 1 FROM machines WHERE id = NEW.machine_id AND (batch_sacks >= 1 OR capacity > 1));
  -- Checked here as well as by the table's constraints: a connection may have turned CHECKs off.
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.end_ms > NEW.start_ms) IS NOT TRUE;
END;

CREATE TRIGGER batches_move_as_allowed BEFORE UPDATE ON batches
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id
    OR NEW.opened_ms IS NOT OLD.opened_ms;
  SELECT RAISE(ABORT, 'BATCH-CLOSED') WHERE OLD.status IS NOT 'open' AND NEW.status IS OLD.status AND (
    NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms OR NEW.day IS NOT OLD.day
    OR NEW.open_ended IS NOT OLD.open_ended OR NEW.done_ms IS NOT OLD.done_ms);
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.end_ms > NEW.start_ms) IS NOT TRUE;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN ('open done', 'open cancelled')
    AND NOT ((OLD.status || ' ' || NEW.status) = 'cancelled open'
      AND NEW.version IS OLD.version + 1 AND EXISTS (
        SELECT 1 FROM taken_back
        WHERE entity = 'batch' AND entity_id = OLD.id AND version = OLD.version AND status = NEW.status));
END;

CREATE TRIGGER batches_are_kept BEFORE DELETE ON batches
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER batches_occupy AFTER INSERT ON batches
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'batch' AND ref_id = NEW.id AND seg = 0;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'batch' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'batch' AND ref_id = NEW.id);
END;

-- One trigger, because SQLite promises no order between two: first what lasts beyond the promise, then the promise itself.
CREATE TRIGGER batches_occupy_anew AFTER UPDATE ON batches
WHEN NEW.status IS NOT OLD.status OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
  OR NEW.open_ended IS NOT OLD.open_ended
  OR NEW.buffer_before_ms IS NOT OLD.buffer_before_ms OR NEW.buffer_after_ms IS NOT OLD.buffer_after_ms
BEGIN
  DELETE FROM open_blocks WHERE kind = 'batch' AND ref_id = NEW.id AND (NEW.status IS NOT 'open' OR NEW.open_ended = 0);
  UPDATE open_blocks SET from_ms = NEW.end_ms + NEW.buffer_after_ms,
    until_ms = max(until_ms, NEW.end_ms + NEW.buffer_after_ms)
  WHERE kind = 'batch' AND ref_id = NEW.id;
  DELETE FROM occupancy WHERE kind = 'batch' AND ref_id = NEW.id AND seg = 0 AND NOT EXISTS (
    SELECT 1 FROM blocking b
    WHERE b.kind = 'batch' AND b.ref_id = NEW.id AND b.seg = 0 AND b.machine_id = occupancy.machine_id
      AND b.start_ms = occupancy.start_ms AND b.end_ms = occupancy.end_ms);
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'batch' AND ref_id = NEW.id AND seg = 0
    AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.kind = 'batch' AND o.ref_id = NEW.id AND o.seg = 0);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'batch' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'batch' AND ref_id = NEW.id);
END;

-- On another day it counts among the sacks of that day.
CREATE TRIGGER batches_still_fit AFTER UPDATE ON batches
WHEN NEW.status = 'open' AND (OLD.status IS NOT 'open' OR NEW.day IS NOT OLD.day)
BEGIN
  SELECT RAISE(ABORT, 'BATCH-FULL') WHERE NOT EXISTS (
    SELECT 1 FROM batch_loads
    WHERE batch_id = NEW.id AND sacks <= most AND (most_on_day IS NULL OR on_day <= most_on_day));
END;

CREATE TRIGGER machines_keep_their_batches AFTER UPDATE ON machines
WHEN NEW.capacity IS NOT OLD.capacity OR NEW.batch_sacks IS NOT OLD.batch_sacks OR NEW.day_sacks IS NOT OLD.day_sacks
BEGIN
  SELECT RAISE(ABORT, 'BATCH-FULL') WHERE EXISTS (
    SELECT 1 FROM batch_loads
    WHERE machine_id = NEW.id AND (sacks <= most AND (most_on_day IS NULL OR on_day <= most_on_day)) IS NOT TRUE);
END;

-- Shares

CREATE TRIGGER batch_shares_are_new BEFORE INSERT ON batch_shares
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM batch_shares WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-BATCH') WHERE NOT EXISTS (SELECT 1 FROM batches WHERE id = NEW.batch_id);
  SELECT RAISE(ABORT, 'BATCH-CLOSED') WHERE (SELECT status FROM batches WHERE id = NEW.batch_id) IS NOT 'open';
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
  SELECT RAISE(ABORT, 'NOT-ITS-FIELD') WHERE NEW.field_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM fields WHERE id = NEW.field_id AND member_id = NEW.member_id);
  SELECT RAISE(ABORT, 'UNKNOWN-SHARE') WHERE NEW.split_from IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM batch_shares WHERE id = NEW.split_from AND member_id = NEW.member_id);
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.sacks >= 1) IS NOT TRUE;
END;

CREATE TRIGGER batch_shares_move_as_allowed BEFORE UPDATE ON batch_shares
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.member_id IS NOT OLD.member_id
    OR NEW.added_ms IS NOT OLD.added_ms OR NEW.turn IS NOT OLD.turn OR NEW.split_from IS NOT OLD.split_from;
  SELECT RAISE(ABORT, 'BATCH-CLOSED') WHERE
    (NEW.batch_id IS NOT OLD.batch_id OR NEW.status IS NOT OLD.status OR NEW.sacks IS NOT OLD.sacks)
    AND ((SELECT status FROM batches WHERE id = OLD.batch_id) IS NOT 'open'
      OR (SELECT status FROM batches WHERE id = NEW.batch_id) IS NOT 'open');
  SELECT RAISE(ABORT, 'WEIGHED-ALREADY') WHERE NEW.sacks IS NOT OLD.sacks
    AND EXISTS (SELECT 1 FROM weighings WHERE share_id = OLD.id);
  SELECT RAISE(ABORT, 'NOT-ITS-FIELD') WHERE NEW.field_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM fields WHERE id = NEW.field_id AND member_id = NEW.member_id);
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.sacks >= 1) IS NOT TRUE;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) <> 'active cancelled'
    AND NOT ((OLD.status || ' ' || NEW.status) = 'cancelled active'
      AND NEW.version IS OLD.version + 1 AND EXISTS (
        SELECT 1 FROM taken_back
        WHERE entity = 'share' AND entity_id = OLD.id AND version = OLD.version AND status = NEW.status));
END;

CREATE TRIGGER batch_shares_are_kept BEFORE DELETE ON batch_shares
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- AFTER, so that the new sacks are counted; only an open batch has a load, so that a closed one has no room.
CREATE TRIGGER batch_shares_fit AFTER INSERT ON batch_shares WHEN NEW.status IS NOT 'cancelled'
BEGIN
  SELECT RAISE(ABORT, 'BATCH-FULL') WHERE NOT EXISTS (
    SELECT 1 FROM batch_loads
    WHERE batch_id = NEW.batch_id AND sacks <= most AND (most_on_day IS NULL OR on_day <= most_on_day));
END;

CREATE TRIGGER batch_shares_still_fit AFTER UPDATE ON batch_shares
WHEN NEW.status IS NOT 'cancelled'
  AND (NEW.batch_id IS NOT OLD.batch_id OR NEW.status IS NOT OLD.status OR NEW.sacks IS NOT OLD.sacks)
BEGIN
  SELECT RAISE(ABORT, 'BATCH-FULL') WHERE NOT EXISTS (
    SELECT 1 FROM batch_loads
    WHERE batch_id = NEW.batch_id AND sacks <= most AND (most_on_day IS NULL OR on_day <= most_on_day));
END;

-- Weighings and readings: rows are only added, and only to what is open.

CREATE TRIGGER weighings_are_in_turn BEFORE INSERT ON weighings
BEGIN
  SELECT RAISE(ABORT, 'UNKNOWN-SHARE') WHERE NOT EXISTS (SELECT 1 FROM batch_shares WHERE id = NEW.share_id);
  SELECT RAISE(ABORT, 'NOT-IN-TURN') WHERE NEW.nth IS NOT 1 + coalesce(
    (SELECT max(nth) FROM weighings WHERE share_id = NEW.share_id), 0);
  SELECT RAISE(ABORT, 'BATCH-CLOSED') WHERE NOT EXISTS (
    SELECT 1 FROM batch_shares s JOIN batches b ON b.id = s.batch_id
    WHERE s.id = NEW.share_id AND s.status = 'active' AND b.status = 'open');
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.sacks >= 1 AND NEW.grams >= 1) IS NOT TRUE;
END;

CREATE TRIGGER weighings_fit AFTER INSERT ON weighings
BEGIN
  SELECT RAISE(ABORT, 'BATCH-FULL') WHERE NOT EXISTS (
    SELECT 1 FROM batch_loads l JOIN batch_shares s ON s.batch_id = l.batch_id
    WHERE s.id = NEW.share_id AND l.sacks <= l.most AND (l.most_on_day IS NULL OR l.on_day <= l.most_on_day));
END;

CREATE TRIGGER weighings_never_change BEFORE UPDATE ON weighings
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER weighings_are_kept BEFORE DELETE ON weighings
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER moisture_readings_are_in_turn BEFORE INSERT ON moisture_readings
BEGIN
  SELECT RAISE(ABORT, 'UNKNOWN-BATCH') WHERE NOT EXISTS (SELECT 1 FROM batches WHERE id = NEW.batch_id);
  SELECT RAISE(ABORT, 'NOT-IN-TURN') WHERE NEW.nth IS NOT 1 + coalesce(
    (SELECT max(nth) FROM moisture_readings WHERE batch_id = NEW.batch_id), 0);
  SELECT RAISE(ABORT, 'BATCH-CLOSED') WHERE (SELECT status FROM batches WHERE id = NEW.batch_id) IS NOT 'open';
END;

CREATE TRIGGER moisture_readings_never_change BEFORE UPDATE ON moisture_readings
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER moisture_readings_are_kept BEFORE DELETE ON moisture_readings
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- A batch that lasts until its grain is dry is done only once that was read.
CREATE TRIGGER batches_are_done_when_dry AFTER UPDATE ON batches
WHEN NEW.status = 'done' AND OLD.status IS NOT 'done' AND NEW.open_ended = 1
BEGIN
  SELECT RAISE(ABORT, 'NOT-DRY') WHERE NOT EXISTS (SELECT 1 FROM moisture_readings WHERE batch_id = NEW.id);
END;
