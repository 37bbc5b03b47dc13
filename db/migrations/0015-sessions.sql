-- Sessions with places (D3, B5): training and milling days, who has a place, and who waits for one. A session that takes
-- machines takes them whole, as maintenance does.
--
-- The errors raised, besides those of 0002: SESSION-FULL (no place left, or the session is cancelled), UNKNOWN-SESSION,
-- UNKNOWN-USER.

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 2000),
  organizer_id TEXT NOT NULL REFERENCES users (id),
  place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 120),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
  -- Who may have a place: "open" on the wire.
  open_to TEXT NOT NULL CHECK (open_to = 'members' OR open_to = 'verified' OR open_to = 'anybody'),
  -- Whether it is full, under way or past is computed from its places and the time, and never stored.
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status = 'planned' OR status = 'cancelled'),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  added_ms INTEGER NOT NULL CHECK (added_ms BETWEEN 0 AND 253402300799999),
  CHECK (end_ms - start_ms <= 34560000000)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_start ON sessions (start_ms, id);
CREATE INDEX sessions_by_organizer ON sessions (organizer_id, start_ms);

-- The machines of a session. `over`: the machine was retired after the session had ended; `removed`: the session does
-- without it.
CREATE TABLE session_machines (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  status TEXT NOT NULL DEFAULT 'taken' CHECK (status = 'taken' OR status = 'over' OR status = 'removed'),
  UNIQUE (session_id, machine_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_machines_by_machine ON session_machines (machine_id, session_id);

CREATE TABLE enrolments (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  -- A member, or a guest by name.
  member_id TEXT REFERENCES members (id),
  guest TEXT CHECK (length(guest) BETWEEN 1 AND 120),
  status TEXT NOT NULL CHECK (status = 'active' OR status = 'waiting' OR status = 'cancelled'),
  -- The order of those who wait: the smallest is next.
  turn INTEGER NOT NULL,
  -- Whether the person came; NULL while nobody said.
  came INTEGER CHECK (came IN (0, 1)),
  enrolled_by TEXT CHECK (length(enrolled_by) BETWEEN 1 AND 100),
  enrolled_ms INTEGER NOT NULL CHECK (enrolled_ms BETWEEN 0 AND 253402300799999),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  CHECK ((member_id IS NULL) <> (guest IS NULL)),
  CHECK (came IS NULL OR status = 'active')
) STRICT, WITHOUT ROWID;

CREATE INDEX enrolments_by_session ON enrolments (session_id, status, came);
CREATE INDEX enrolments_by_member ON enrolments (member_id, session_id) WHERE member_id IS NOT NULL;
-- One active place a person a session. Whoever cancelled can come back.
CREATE UNIQUE INDEX enrolments_once_a_member ON enrolments (session_id, member_id)
WHERE status = 'active' AND member_id IS NOT NULL;
CREATE UNIQUE INDEX enrolments_once_a_guest ON enrolments (session_id, guest COLLATE NOCASE)
WHERE status = 'active' AND guest IS NOT NULL;

-- At how many percent of its places a session is nearly full, so that its organizer is told.
ALTER TABLE settings ADD COLUMN nearly_full_percent INTEGER NOT NULL DEFAULT 80
CHECK (nearly_full_percent BETWEEN 1 AND 100);

DROP VIEW blocking;

-- What blocks a machine: the one definition, for every trigger. A session takes its machines whole.
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
SELECT kind, ref_id, seg, machine_id, start_ms, end_ms, units, 0
FROM open_segments;

-- Sessions

CREATE TRIGGER sessions_are_new BEFORE INSERT ON sessions
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM sessions WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-USER') WHERE NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.organizer_id);
  -- Checked here as well as by the table's constraints: a connection may have turned CHECKs off.
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.end_ms > NEW.start_ms AND NEW.capacity >= 1) IS NOT TRUE;
END;

CREATE TRIGGER sessions_move_as_allowed BEFORE UPDATE ON sessions
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.added_ms IS NOT OLD.added_ms;
  SELECT RAISE(ABORT, 'UNKNOWN-USER') WHERE NEW.organizer_id IS NOT OLD.organizer_id
    AND NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.organizer_id);
  SELECT RAISE(ABORT, 'NO-LOAD') WHERE (NEW.end_ms > NEW.start_ms AND NEW.capacity >= 1) IS NOT TRUE;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) <> 'planned cancelled'
    AND NOT ((OLD.status || ' ' || NEW.status) = 'cancelled planned'
      AND NEW.version IS OLD.version + 1 AND EXISTS (
        SELECT 1 FROM taken_back
        WHERE entity = 'session' AND entity_id = OLD.id AND version = OLD.version AND status = NEW.status));
END;

CREATE TRIGGER sessions_are_kept BEFORE DELETE ON sessions
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER sessions_keep_their_places AFTER UPDATE ON sessions WHEN NEW.capacity IS NOT OLD.capacity
BEGIN
  SELECT RAISE(ABORT, 'SESSION-FULL') WHERE (
    (SELECT count(*) FROM enrolments WHERE session_id = NEW.id AND status = 'active') <= NEW.capacity) IS NOT TRUE;
END;

CREATE TRIGGER sessions_occupy_anew AFTER UPDATE ON sessions
WHEN NEW.status IS NOT OLD.status OR NEW.start_ms IS NOT OLD.start_ms OR NEW.end_ms IS NOT OLD.end_ms
BEGIN
  DELETE FROM occupancy
  WHERE kind = 'session' AND ref_id IN (SELECT id FROM session_machines WHERE session_id = NEW.id)
    AND NOT EXISTS (
      SELECT 1 FROM blocking b
      WHERE b.kind = 'session' AND b.ref_id = occupancy.ref_id AND b.seg = 0 AND b.machine_id = occupancy.machine_id
        AND b.start_ms = occupancy.start_ms AND b.end_ms = occupancy.end_ms);
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= NEW.end_ms - NEW.start_ms),
    NEW.start_ms, NEW.end_ms, 1, 1, 'session', id, 0
  FROM session_machines
  WHERE session_id = NEW.id AND status = 'taken' AND NEW.status = 'planned'
    AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.kind = 'session' AND o.ref_id = session_machines.id);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (
    SELECT count(*) FROM session_machines
    WHERE session_id = NEW.id AND status = 'taken' AND NEW.status = 'planned'
  ) <> (
    SELECT count(*) FROM occupancy
    WHERE kind = 'session' AND ref_id IN (SELECT id FROM session_machines WHERE session_id = NEW.id));
END;

-- Their machines

CREATE TRIGGER session_machines_are_new BEFORE INSERT ON session_machines
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM session_machines
    WHERE id = NEW.id OR (session_id = NEW.session_id AND machine_id = NEW.machine_id));
  SELECT RAISE(ABORT, 'UNKNOWN-SESSION') WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id);
END;

CREATE TRIGGER session_machines_stay BEFORE UPDATE ON session_machines
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id
    OR NEW.machine_id IS NOT OLD.machine_id;
END;

CREATE TRIGGER session_machines_are_kept BEFORE DELETE ON session_machines
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER session_machines_occupy AFTER INSERT ON session_machines
BEGIN
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'session' AND ref_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'session' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'session' AND ref_id = NEW.id);
END;

CREATE TRIGGER session_machines_occupy_anew AFTER UPDATE ON session_machines WHEN NEW.status IS NOT OLD.status
BEGIN
  DELETE FROM occupancy WHERE kind = 'session' AND ref_id = NEW.id AND NEW.status <> 'taken';
  INSERT INTO occupancy (machine_id, cls, start_ms, end_ms, units, whole, kind, ref_id, seg)
  SELECT machine_id,
    (SELECT min(cls) FROM length_classes WHERE longest_ms >= end_ms - start_ms),
    start_ms, end_ms, units, whole, kind, ref_id, seg
  FROM blocking WHERE kind = 'session' AND ref_id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM blocking WHERE kind = 'session' AND ref_id = NEW.id)
    <> (SELECT count(*) FROM occupancy WHERE kind = 'session' AND ref_id = NEW.id);
END;

-- Enrolments. Before the write, because OR REPLACE would delete the row whose key is taken.

CREATE TRIGGER enrolments_are_new BEFORE INSERT ON enrolments
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM enrolments WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-SESSION') WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id);
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NEW.member_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.status <> 'cancelled' AND EXISTS (
    SELECT 1 FROM enrolments e
    WHERE e.session_id = NEW.session_id AND e.status IN ('active', 'waiting')
      AND (e.member_id = NEW.member_id OR e.guest = NEW.guest COLLATE NOCASE));
END;

CREATE TRIGGER enrolments_move_as_allowed BEFORE UPDATE ON enrolments
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id
    OR NEW.member_id IS NOT OLD.member_id OR NEW.guest IS NOT OLD.guest
    OR NEW.enrolled_ms IS NOT OLD.enrolled_ms;
  SELECT RAISE(ABORT, 'MOVE-NOT-ALLOWED') WHERE NEW.status IS NOT OLD.status
    AND (OLD.status || ' ' || NEW.status) NOT IN (
    'active cancelled', 'waiting active', 'waiting cancelled', 'cancelled active', 'cancelled waiting');
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE NEW.status <> 'cancelled' AND OLD.status = 'cancelled' AND EXISTS (
    SELECT 1 FROM enrolments e
    WHERE e.session_id = NEW.session_id AND e.id <> NEW.id AND e.status IN ('active', 'waiting')
      AND (e.member_id = NEW.member_id OR e.guest = NEW.guest COLLATE NOCASE));
END;

CREATE TRIGGER enrolments_are_kept BEFORE DELETE ON enrolments
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- AFTER, so that the new place is counted; IS NOT TRUE, so that a cancelled session has no place.
CREATE TRIGGER enrolments_fit AFTER INSERT ON enrolments WHEN NEW.status = 'active'
BEGIN
  SELECT RAISE(ABORT, 'SESSION-FULL') WHERE (
    (SELECT count(*) FROM enrolments WHERE session_id = NEW.session_id AND status = 'active')
    <= (SELECT capacity FROM sessions WHERE id = NEW.session_id AND status = 'planned')) IS NOT TRUE;
END;

CREATE TRIGGER enrolments_still_fit AFTER UPDATE ON enrolments
WHEN NEW.status = 'active' AND OLD.status IS NOT 'active'
BEGIN
  SELECT RAISE(ABORT, 'SESSION-FULL') WHERE (
    (SELECT count(*) FROM enrolments WHERE session_id = NEW.session_id AND status = 'active')
    <= (SELECT capacity FROM sessions WHERE id = NEW.session_id AND status = 'planned')) IS NOT TRUE;
END;
