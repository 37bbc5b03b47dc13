-- What was really done at a maintenance (D5): when the work began and ended, who did it, what the meter showed, what was done,
-- and what it cost. All of it is facts, which are added and corrected by another fact, and never overwritten. The status and
-- the times of the maintenance follow from them.
--
-- The errors raised, beside those of 0002 and 0009: UNKNOWN-MAINTENANCE, NOT-IN-ORDER (work that ended before it began, costs
-- that are closed before the work ended), CLOSED (a cost that is added after the costs were closed).

-- Who is to do it.
ALTER TABLE maintenance ADD COLUMN technician TEXT NOT NULL DEFAULT '' CHECK (length(technician) <= 80);
-- When the work began, and when its costs were closed, as the facts say.
ALTER TABLE maintenance ADD COLUMN started_ms INTEGER CHECK (started_ms BETWEEN 0 AND 253402300799999);
ALTER TABLE maintenance ADD COLUMN closed_ms INTEGER CHECK (closed_ms BETWEEN 0 AND 253402300799999);

CREATE TABLE maintenance_facts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 120),
  maintenance_id TEXT NOT NULL REFERENCES maintenance (id),
  kind TEXT NOT NULL CHECK (kind = 'start' OR kind = 'finish' OR kind = 'close'),
  -- 0: what the fact that it corrects says did not happen.
  happened INTEGER NOT NULL DEFAULT 1 CHECK (happened = 1 OR (happened = 0 AND corrects IS NOT NULL)),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  technician TEXT NOT NULL DEFAULT '' CHECK (length(technician) <= 80),
  meter_hours REAL CHECK (meter_hours BETWEEN 0 AND 1000000),
  done TEXT NOT NULL DEFAULT '' CHECK (length(done) <= 2000),
  -- Why the meter goes backward, or why an earlier fact is corrected.
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL DEFAULT 0 CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  -- The fact that this one corrects.
  corrects TEXT CHECK (length(corrects) BETWEEN 1 AND 120)
) STRICT, WITHOUT ROWID;

CREATE INDEX maintenance_facts_by_maintenance ON maintenance_facts (maintenance_id, kind);
CREATE UNIQUE INDEX maintenance_facts_corrected ON maintenance_facts (corrects) WHERE corrects IS NOT NULL;

-- The facts that no other one corrects: at most one of each kind a maintenance. What they say happened, unless `happened` is 0.
CREATE VIEW last_maintenance_facts AS
SELECT f.* FROM maintenance_facts f WHERE NOT EXISTS (SELECT 1 FROM maintenance_facts c WHERE c.corrects = f.id);

-- The times of each maintenance, as the facts say.
CREATE VIEW maintenance_as_recorded AS
SELECT m.id AS maintenance_id,
  (SELECT at_ms FROM last_maintenance_facts WHERE maintenance_id = m.id AND kind = 'start' AND happened = 1) AS started_ms,
  (SELECT at_ms FROM last_maintenance_facts WHERE maintenance_id = m.id AND kind = 'finish' AND happened = 1) AS finished_ms,
  (SELECT at_ms FROM last_maintenance_facts WHERE maintenance_id = m.id AND kind = 'close' AND happened = 1) AS closed_ms
FROM maintenance m;

-- What older files say of each finished maintenance. Who finished it and when stands in their history.
INSERT INTO maintenance_facts (id, maintenance_id, kind, at_ms, entered_by, entered_ms)
SELECT m.id || ' finish', m.id, 'finish', m.finished_ms,
  (SELECT h.user_id FROM history h WHERE h.entity = 'maintenance' AND h.entity_id = m.id AND h.action = 'maintenance.finish'
    ORDER BY h.seq DESC LIMIT 1), m.finished_ms
FROM maintenance m WHERE m.status = 'finished' AND m.finished_ms IS NOT NULL;
UPDATE maintenance SET finished_ms = NULL WHERE status <> 'finished' AND finished_ms IS NOT NULL;

CREATE TRIGGER maintenance_facts_fit BEFORE INSERT ON maintenance_facts
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM maintenance_facts WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-MAINTENANCE') WHERE NOT EXISTS (SELECT 1 FROM maintenance WHERE id = NEW.maintenance_id);
  -- The first of its kind, or the correction of the one that no other corrects.
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE NEW.corrects IS NOT (
    SELECT id FROM last_maintenance_facts WHERE maintenance_id = NEW.maintenance_id AND kind = NEW.kind);
END;

CREATE TRIGGER maintenance_facts_never_change BEFORE UPDATE ON maintenance_facts
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER maintenance_facts_are_kept BEFORE DELETE ON maintenance_facts
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- A fact moves its maintenance along. One that came with its maintenance finds it there already.
CREATE TRIGGER maintenance_facts_move_it AFTER INSERT ON maintenance_facts
WHEN NEW.corrects IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM maintenance WHERE id = NEW.maintenance_id
    AND CASE NEW.kind WHEN 'start' THEN started_ms WHEN 'finish' THEN finished_ms ELSE closed_ms END IS NEW.at_ms)
BEGIN
  UPDATE maintenance SET version = version + 1,
    status = CASE WHEN NEW.kind <> 'finish' THEN status WHEN NEW.happened = 1 THEN 'finished' ELSE 'planned' END,
    started_ms = (SELECT started_ms FROM maintenance_as_recorded WHERE maintenance_id = NEW.maintenance_id),
    finished_ms = (SELECT finished_ms FROM maintenance_as_recorded WHERE maintenance_id = NEW.maintenance_id),
    closed_ms = (SELECT closed_ms FROM maintenance_as_recorded WHERE maintenance_id = NEW.maintenance_id)
  WHERE id = NEW.maintenance_id;
  -- With OR IGNORE, a row that cannot be written is passed over without a word.
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (
    SELECT 1 FROM maintenance m JOIN maintenance_as_recorded r ON r.maintenance_id = m.id
    WHERE m.id = NEW.maintenance_id AND m.started_ms IS r.started_ms AND m.finished_ms IS r.finished_ms
      AND m.closed_ms IS r.closed_ms AND (m.status = 'finished' OR r.finished_ms IS NULL));
END;

CREATE TRIGGER maintenance_is_as_recorded AFTER UPDATE ON maintenance
WHEN NEW.status IS NOT OLD.status OR NEW.started_ms IS NOT OLD.started_ms OR NEW.finished_ms IS NOT OLD.finished_ms
  OR NEW.closed_ms IS NOT OLD.closed_ms
BEGIN
  SELECT RAISE(ABORT, 'NOT-AS-RECORDED') FROM maintenance_as_recorded r
  WHERE r.maintenance_id = NEW.id AND (
    NEW.started_ms IS NOT r.started_ms OR NEW.finished_ms IS NOT r.finished_ms OR NEW.closed_ms IS NOT r.closed_ms
    OR (r.finished_ms IS NOT NULL AND NEW.status IS NOT 'finished')
    -- Work that has begun is finished, and not called off.
    OR (r.started_ms IS NOT NULL AND NEW.status = 'cancelled'));
  SELECT RAISE(ABORT, 'NOT-IN-ORDER') WHERE NEW.finished_ms < NEW.started_ms
    OR (NEW.closed_ms IS NOT NULL AND NEW.status IS NOT 'finished');
END;

-- Maintenance that is entered as begun or finished, as when it is put back from a copy, brings its facts with it.
CREATE TRIGGER maintenance_brings_its_facts AFTER INSERT ON maintenance
WHEN NEW.started_ms IS NOT NULL OR NEW.finished_ms IS NOT NULL OR NEW.closed_ms IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-AS-RECORDED') WHERE (NEW.finished_ms IS NOT NULL AND NEW.status IS NOT 'finished')
    OR (NEW.started_ms IS NOT NULL AND NEW.status = 'cancelled');
  SELECT RAISE(ABORT, 'NOT-IN-ORDER') WHERE NEW.finished_ms < NEW.started_ms
    OR (NEW.closed_ms IS NOT NULL AND NEW.status IS NOT 'finished');
  INSERT INTO maintenance_facts (id, maintenance_id, kind, at_ms, entered_ms)
  SELECT NEW.id || ' start', NEW.id, 'start', NEW.started_ms, NEW.started_ms WHERE NEW.started_ms IS NOT NULL;
  INSERT INTO maintenance_facts (id, maintenance_id, kind, at_ms, entered_ms)
  SELECT NEW.id || ' finish', NEW.id, 'finish', NEW.finished_ms, NEW.finished_ms WHERE NEW.finished_ms IS NOT NULL;
  INSERT INTO maintenance_facts (id, maintenance_id, kind, at_ms, entered_ms)
  SELECT NEW.id || ' close', NEW.id, 'close', NEW.closed_ms, NEW.closed_ms WHERE NEW.closed_ms IS NOT NULL;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM maintenance_facts WHERE maintenance_id = NEW.id)
    <> (NEW.started_ms IS NOT NULL) + (NEW.finished_ms IS NOT NULL) + (NEW.closed_ms IS NOT NULL);
END;

-- Parts and labour.
CREATE TABLE maintenance_costs (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  maintenance_id TEXT NOT NULL REFERENCES maintenance (id),
  kind TEXT NOT NULL CHECK (kind = 'part' OR kind = 'labour'),
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 120),
  -- Parts or hours, in thousandths; 0 takes back the cost that it corrects.
  thousandths INTEGER NOT NULL CHECK (thousandths BETWEEN 1 AND 1000000000 OR (thousandths = 0 AND corrects IS NOT NULL)),
  each_centavos INTEGER NOT NULL CHECK (each_centavos BETWEEN 0 AND 1000000000),
  centavos INTEGER NOT NULL CHECK (centavos = (thousandths * each_centavos + 500) / 1000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500 AND (corrects IS NULL) = (reason = '')),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999),
  -- The cost that this one corrects.
  corrects TEXT CHECK (length(corrects) BETWEEN 1 AND 100)
) STRICT, WITHOUT ROWID;

CREATE INDEX maintenance_costs_by_maintenance ON maintenance_costs (maintenance_id, entered_ms);
CREATE UNIQUE INDEX maintenance_costs_corrected ON maintenance_costs (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER maintenance_costs_fit BEFORE INSERT ON maintenance_costs
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM maintenance_costs WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-MAINTENANCE') WHERE NOT EXISTS (SELECT 1 FROM maintenance WHERE id = NEW.maintenance_id);
  SELECT RAISE(ABORT, 'CLOSED') WHERE NEW.corrects IS NULL AND EXISTS (
    SELECT 1 FROM maintenance WHERE id = NEW.maintenance_id AND closed_ms IS NOT NULL);
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE NEW.corrects IS NOT NULL AND (
    EXISTS (SELECT 1 FROM maintenance_costs WHERE corrects = NEW.corrects)
    OR NOT EXISTS (
      SELECT 1 FROM maintenance_costs
      WHERE id = NEW.corrects AND maintenance_id = NEW.maintenance_id AND thousandths > 0));
END;

CREATE TRIGGER maintenance_costs_never_change BEFORE UPDATE ON maintenance_costs
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER maintenance_costs_are_kept BEFORE DELETE ON maintenance_costs
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;
