-- What each step changed, so that it can be undone (C11), and the moves back of a status that only an undo makes.
--
-- The errors raised, besides those of 0002: UNKNOWN-STEP (undone without a line of the history that tells of the step),
-- DONE-SINCE (something was done with the record after the step, and is not undone).

-- One row for each record that a command changed and that can be restored. `was` has the columns that the command
-- changed, as they were before, as JSON by their names in the program; NULL if the command added the record. `version` is
-- the record's version after the command: while the record still has it, nothing has been done with it since. A step and
-- its undo cancel out, so that the step before them can be undone next.
CREATE TABLE steps (
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 40),
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL,
  command_id TEXT NOT NULL CHECK (length(command_id) BETWEEN 1 AND 100),
  was TEXT CHECK (was IS NULL OR (json_type(was) IS 'object' AND length(was) <= 100000)),
  -- The command that undoes the step.
  undone_by TEXT CHECK (length(undone_by) BETWEEN 1 AND 100),
  -- The record's version when it was undone: later than `version` if later steps had been undone before.
  undone_from INTEGER CHECK (undone_from >= version),
  CHECK ((undone_by IS NULL) = (undone_from IS NULL)),
  PRIMARY KEY (entity, entity_id, version)
) STRICT, WITHOUT ROWID;

-- Steps are only added, not undone yet, and each is undone once.

CREATE TRIGGER steps_are_new BEFORE INSERT ON steps
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM steps WHERE entity = NEW.entity AND entity_id = NEW.entity_id AND version = NEW.version);
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.undone_by IS NOT NULL;
END;

CREATE TRIGGER steps_are_undone_once BEFORE UPDATE ON steps
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE OLD.undone_by IS NOT NULL
    OR NEW.entity IS NOT OLD.entity OR NEW.entity_id IS NOT OLD.entity_id OR NEW.version IS NOT OLD.version
    OR NEW.command_id IS NOT OLD.command_id OR NEW.was IS NOT OLD.was;
  SELECT RAISE(ABORT, 'UNKNOWN-STEP') WHERE NOT EXISTS (
    SELECT 1 FROM history
    WHERE entity = OLD.entity AND entity_id = OLD.entity_id AND command_id = OLD.command_id);
  -- Whatever was done with the record since was undone, or was an undo.
  SELECT RAISE(ABORT, 'DONE-SINCE') WHERE (
    NEW.undone_from >= OLD.version AND NEW.undone_from - OLD.version = (
      SELECT count(*) FROM steps s
      WHERE s.entity = OLD.entity AND s.entity_id = OLD.entity_id
        AND s.version > OLD.version AND s.version <= NEW.undone_from
        AND (s.undone_by IS NOT NULL OR s.command_id IN (
          SELECT u.undone_by FROM steps u WHERE u.entity = OLD.entity AND u.entity_id = OLD.entity_id)))) IS NOT TRUE;
END;

CREATE TRIGGER steps_are_kept BEFORE DELETE ON steps
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- What a record was before a step that is being undone, by the version from which it is undone.
CREATE VIEW taken_back AS
SELECT entity, entity_id, undone_from AS version, json_extract(was, '$.status') AS status
FROM steps WHERE undone_by IS NOT NULL AND was IS NOT NULL;

-- A move back leads to the status before the step that is being undone, and to the next version, so it is made once.

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
    'displaced pending', 'displaced approved', 'displaced cancelled')
    AND NOT ((OLD.status || ' ' || NEW.status) IN (
      'rejected pending', 'cancelled pending', 'cancelled approved', 'cancelled displaced', 'no-show approved')
      AND NEW.version IS OLD.version + 1 AND EXISTS (
        SELECT 1 FROM taken_back
        WHERE entity = 'booking' AND entity_id = OLD.id AND version = OLD.version AND status = NEW.status));
END;

DROP TRIGGER maintenance_moves_as_allowed;
CREATE TRIGGER maintenance_moves_as_allowed BEFORE UPDATE ON maintenance
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id
    OR NEW.start_ms IS NOT OLD.start_ms OR NEW.open_ended IS NOT OLD.open_ended
    OR (NEW.end_ms IS NOT OLD.end_ms AND OLD.open_ended = 0);
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN ('planned finished', 'planned cancelled')
    AND NOT ((OLD.status || ' ' || NEW.status) IN ('finished planned', 'cancelled planned')
      AND NEW.version IS OLD.version + 1 AND EXISTS (
        SELECT 1 FROM taken_back
        WHERE entity = 'maintenance' AND entity_id = OLD.id AND version = OLD.version AND status = NEW.status));
END;

-- Maintenance that is planned again takes its time again, as when it was added.
CREATE TRIGGER maintenance_occupies_again AFTER UPDATE ON maintenance
WHEN NEW.status = 'planned' AND OLD.status IS NOT 'planned'
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id AND seg = 0;
  INSERT INTO open_blocks (kind, ref_id, machine_id, from_ms, until_ms, units, whole)
  SELECT 'maintenance', NEW.id, NEW.machine_id, NEW.start_ms, NEW.end_ms, 1, 1 WHERE NEW.open_ended = 1;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'maintenance' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'maintenance' AND ref_id = NEW.id)
    OR (SELECT count(*) FROM lasting WHERE kind = 'maintenance' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM open_blocks WHERE kind = 'maintenance' AND ref_id = NEW.id);
END;
