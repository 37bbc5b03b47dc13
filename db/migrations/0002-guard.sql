-- The guard: the file itself refuses a double-booking, whichever program writes, at SQLite's default settings.
-- Frozen, and hashed at every start: Araro does not open a file whose guard is missing or changed.
--
-- The errors raised: OVERBOOKED (not enough free units), STILL-OUT (hand-over while the machine is out), STILL-PROMISED
-- (retired while something blocks it), MOVE-NOT-ALLOWED, KNOWN-ID (an id or key that already exists), FIXED (an id or a
-- record that never changes), KEPT (never deleted), DERIVED (written only by the triggers of its source),
-- NOT-ITS-SOURCE (differs from its source), NO-LOAD (no units, or an empty interval), TOO-LONG (longer than 400 days
-- with its buffers), NOT-KEPT (the derived row was not written), UNKNOWN-MEMBER.

-- The longest interval, in milliseconds, of each length class. A row that covers an instant started at most this long
-- before it, so a scan stays short however many rows the file has.
CREATE VIEW length_classes AS
SELECT 0 AS cls, 86400000 AS longest_ms UNION ALL SELECT 1, 2764800000 UNION ALL SELECT 2, 34560000000;

-- What blocks a machine: the one definition, for every trigger below.
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
WHERE status = 'planned';

-- The load can peak only where the new row starts or where another row starts inside it; each such instant is checked.
-- AFTER, so that the new row is counted; IS NOT TRUE, so that an unknown or retired machine is refused too.
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

-- Bookings

CREATE TRIGGER bookings_id_is_new BEFORE INSERT ON bookings
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM bookings WHERE id = NEW.id);
  -- A connection at SQLite's defaults does not enforce foreign keys.
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
END;

CREATE TRIGGER bookings_are_kept BEFORE DELETE ON bookings
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER bookings_move_as_allowed BEFORE UPDATE ON bookings
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NEW.member_id IS NOT OLD.member_id
    AND NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN (
    'pending approved', 'pending rejected', 'pending cancelled',
    'approved in-use', 'approved pending', 'approved cancelled', 'approved no-show',
    'in-use completed');
END;

CREATE TRIGGER bookings_occupy AFTER INSERT ON bookings
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'booking' AND ref_id = NEW.id);
END;

CREATE TRIGGER bookings_occupy_anew AFTER UPDATE ON bookings
WHEN NEW.status IS NOT OLD.status OR NEW.pending_blocks IS NOT OLD.pending_blocks
  OR NEW.machine_id IS NOT OLD.machine_id OR NEW.units IS NOT OLD.units
  OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
  OR NEW.buffer_before_ms IS NOT OLD.buffer_before_ms OR NEW.buffer_after_ms IS NOT OLD.buffer_after_ms
BEGIN
  DELETE FROM occupancy WHERE kind = 'booking' AND ref_id = NEW.id AND NOT EXISTS (
    SELECT 1 FROM blocking b
    WHERE b.kind = 'booking' AND b.ref_id = NEW.id AND b.machine_id = occupancy.machine_id
      AND b.start_ms = occupancy.start_ms AND b.end_ms = occupancy.end_ms AND b.units = occupancy.units);
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id
    AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.kind = 'booking' AND o.ref_id = NEW.id);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'booking' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'booking' AND ref_id = NEW.id);
END;

CREATE TRIGGER bookings_out_fit AFTER UPDATE ON bookings
WHEN NEW.status = 'in-use' AND (OLD.status IS NOT 'in-use' OR NEW.units IS NOT OLD.units
  OR NEW.machine_id IS NOT OLD.machine_id)
BEGIN
  SELECT RAISE(ABORT, 'STILL-OUT') WHERE (
    (SELECT sum(units) FROM bookings WHERE machine_id = NEW.machine_id AND status = 'in-use')
    <= (SELECT capacity FROM machines WHERE id = NEW.machine_id AND retired_ms IS NULL)) IS NOT TRUE;
END;

CREATE TRIGGER bookings_entered_as_out_fit AFTER INSERT ON bookings WHEN NEW.status = 'in-use'
BEGIN
  SELECT RAISE(ABORT, 'STILL-OUT') WHERE (
    (SELECT sum(units) FROM bookings WHERE machine_id = NEW.machine_id AND status = 'in-use')
    <= (SELECT capacity FROM machines WHERE id = NEW.machine_id AND retired_ms IS NULL)) IS NOT TRUE;
END;

-- Holds

CREATE TRIGGER holds_form_is_new BEFORE INSERT ON holds
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM holds WHERE form_id = NEW.form_id);
END;

CREATE TRIGGER holds_keep_what_they_hold BEFORE UPDATE ON holds
WHEN NEW.form_id IS NOT OLD.form_id OR NEW.machine_id IS NOT OLD.machine_id OR NEW.user_id IS NOT OLD.user_id
  OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms OR NEW.units IS NOT OLD.units
  OR NEW.buffer_before_ms IS NOT OLD.buffer_before_ms OR NEW.buffer_after_ms IS NOT OLD.buffer_after_ms
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER holds_occupy AFTER INSERT ON holds
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'hold' AND ref_id = NEW.form_id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM occupancy WHERE kind = 'hold' AND ref_id = NEW.form_id);
END;

CREATE TRIGGER holds_free AFTER DELETE ON holds
BEGIN
  DELETE FROM occupancy WHERE kind = 'hold' AND ref_id = OLD.form_id;
END;

-- Maintenance

CREATE TRIGGER maintenance_id_is_new BEFORE INSERT ON maintenance
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM maintenance WHERE id = NEW.id);
END;

CREATE TRIGGER maintenance_is_kept BEFORE DELETE ON maintenance
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER maintenance_moves_as_allowed BEFORE UPDATE ON maintenance
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id
    OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN ('planned finished', 'planned cancelled');
END;

CREATE TRIGGER maintenance_occupies AFTER INSERT ON maintenance
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'maintenance' AND ref_id = NEW.id);
END;

CREATE TRIGGER maintenance_frees AFTER UPDATE ON maintenance WHEN NEW.status IS NOT OLD.status
BEGIN
  DELETE FROM occupancy WHERE kind = 'maintenance' AND ref_id = NEW.id AND NEW.status <> 'planned';
END;

-- Machines

CREATE TRIGGER machines_id_is_new BEFORE INSERT ON machines
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM machines WHERE id = NEW.id OR name = NEW.name);
END;

CREATE TRIGGER machines_are_kept BEFORE DELETE ON machines
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER machines_keep_their_id BEFORE UPDATE ON machines
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM machines WHERE name = NEW.name AND id IS NOT OLD.id);
END;

CREATE TRIGGER machines_keep_their_promises AFTER UPDATE ON machines
WHEN NEW.capacity < OLD.capacity OR NEW.retired_ms IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'STILL-PROMISED') WHERE NEW.retired_ms IS NOT NULL AND (
    EXISTS (SELECT 1 FROM occupancy WHERE machine_id = NEW.id)
    OR EXISTS (SELECT 1 FROM bookings WHERE machine_id = NEW.id AND status = 'in-use'));
  SELECT RAISE(ABORT, 'OVERBOOKED') WHERE EXISTS (
    SELECT 1 FROM occupancy p
    WHERE p.machine_id = NEW.id AND (
      SELECT sum(CASE o.whole WHEN 1 THEN NEW.capacity ELSE o.units END)
      FROM length_classes c CROSS JOIN occupancy o
      WHERE o.machine_id = NEW.id AND o.cls = c.cls
        AND o.start_ms > p.start_ms - c.longest_ms AND o.start_ms <= p.start_ms AND o.end_ms > p.start_ms
    ) > NEW.capacity);
  SELECT RAISE(ABORT, 'STILL-OUT') WHERE
    (SELECT sum(units) FROM bookings WHERE machine_id = NEW.id AND status = 'in-use') > NEW.capacity;
END;

-- Members, users, types and settings: never deleted, ids never change, and REPLACE cannot take over a key.

CREATE TRIGGER members_key_is_new BEFORE INSERT ON members
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM members WHERE id = NEW.id OR number = NEW.number);
END;

CREATE TRIGGER members_keep_their_id BEFORE UPDATE ON members
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM members WHERE number = NEW.number AND id IS NOT OLD.id);
END;

CREATE TRIGGER members_are_kept BEFORE DELETE ON members
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER users_key_is_new BEFORE INSERT ON users
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM users WHERE id = NEW.id OR name_key = NEW.name_key);
END;

CREATE TRIGGER users_keep_their_id BEFORE UPDATE ON users
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM users WHERE name_key = NEW.name_key AND id IS NOT OLD.id);
END;

CREATE TRIGGER users_are_kept BEFORE DELETE ON users
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER machine_types_key_is_new BEFORE INSERT ON machine_types
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM machine_types WHERE id = NEW.id OR name = NEW.name);
END;

CREATE TRIGGER machine_types_keep_their_id BEFORE UPDATE ON machine_types
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM machine_types WHERE name = NEW.name AND id IS NOT OLD.id);
END;

CREATE TRIGGER machine_types_are_kept BEFORE DELETE ON machine_types
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER settings_are_there_once BEFORE INSERT ON settings
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM settings);
END;

CREATE TRIGGER settings_are_kept BEFORE DELETE ON settings
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- Commands, changes and history: rows are only added.

CREATE TRIGGER commands_id_is_new BEFORE INSERT ON commands
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM commands WHERE command_id = NEW.command_id OR mid = NEW.mid);
END;

CREATE TRIGGER commands_never_change BEFORE UPDATE ON commands
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER commands_are_kept BEFORE DELETE ON commands
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER changes_go_on_from_their_last_row BEFORE INSERT ON changes
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.seq > 0 AND NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM changes);
END;

CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER history_goes_on_from_its_last_row BEFORE INSERT ON history
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM history)
    OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM history ORDER BY seq DESC LIMIT 1), '');
END;

CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;
