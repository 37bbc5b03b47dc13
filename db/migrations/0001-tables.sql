-- The tables of an office file. Frozen: a released migration is never edited; a later one makes the change.
--
-- All tables are STRICT, so that text in a number column is an error. Guarded tables are WITHOUT ROWID, so that the id
-- is the only key: a hidden rowid would be another key by which OR REPLACE could remove a row.
-- Times are UTC epoch milliseconds up to the end of the year 9999; intervals are half-open, [start, end).
-- CHECKs limit the values, so that no row, whichever program wrote it, makes the others unreadable.

-- "Arar" in ASCII, in the file's header: identifies an Araro file.
PRAGMA application_id = 1098015090;

CREATE TABLE settings (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  office_name TEXT NOT NULL,
  office_address TEXT NOT NULL DEFAULT '',
  time_zone TEXT NOT NULL,
  min_notice_days INTEGER NOT NULL,
  max_days INTEGER NOT NULL,
  horizon_days INTEGER NOT NULL,
  walk_in_roles TEXT NOT NULL CHECK (json_type(walk_in_roles) IS 'array')
) STRICT;

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  name TEXT NOT NULL,
  -- The name folded for sign-in: lower case, in one Unicode form.
  name_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'manager', 'admin')),
  -- Algorithm, parameters, salt and digest; never the password.
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_ins (
  token_hash TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  started_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_failures (
  name_key TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_types (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- NULL: the rule in `settings` applies.
  min_notice_days INTEGER,
  max_days INTEGER,
  horizon_days INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE machines (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  type_id TEXT NOT NULL REFERENCES machine_types (id),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  booking_mode TEXT NOT NULL CHECK (booking_mode IN ('days', 'time')),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000000),
  unit_name TEXT NOT NULL DEFAULT '',
  buffer_before_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_ms >= 0),
  pending_blocks INTEGER NOT NULL DEFAULT 1 CHECK (pending_blocks IN (0, 1)),
  location TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  implements TEXT NOT NULL DEFAULT '[]' CHECK (json_type(implements) IS 'array'),
  rate_centavos INTEGER,
  rate_per TEXT,
  retired_ms INTEGER,
  CHECK ((rate_centavos IS NULL) = (rate_per IS NULL)),
  -- A machine that is booked by days has buffers of whole days.
  CHECK (booking_mode = 'time' OR (buffer_before_ms % 86400000 = 0 AND buffer_after_ms % 86400000 = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_photos (
  machine_id TEXT NOT NULL PRIMARY KEY REFERENCES machines (id),
  photo TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  number TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  -- Name and number folded for search: lower case, without diacritics.
  search_key TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  barangay TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
  suspended_reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX members_by_name ON members (name COLLATE NOCASE, id);

-- A booking by days has its first and last day (inclusive) and the time zone's offset at both ends, in minutes ahead
-- of UTC. The CHECK makes days and instants agree. A booking by clock time has no days.
CREATE TABLE bookings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  member_id TEXT NOT NULL REFERENCES members (id),
  -- OR instead of IN, here and in whatever else runs for each booking: SQLite builds a temporary table for each IN
  -- with more than two values.
  status TEXT NOT NULL CHECK (
    status = 'pending' OR status = 'approved' OR status = 'in-use' OR status = 'completed' OR status = 'rejected'
    OR status = 'cancelled' OR status = 'no-show' OR status = 'displaced'),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  from_offset INTEGER,
  to_offset INTEGER,
  units INTEGER NOT NULL DEFAULT 1 CHECK (units BETWEEN 1 AND 1000000),
  -- Copied from the machine, so that changing the machine changes no existing booking.
  pending_blocks INTEGER NOT NULL DEFAULT 1 CHECK (pending_blocks IN (0, 1)),
  buffer_before_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_ms >= 0),
  purpose TEXT NOT NULL DEFAULT '',
  requested_by TEXT,
  requested_ms INTEGER NOT NULL DEFAULT 0 CHECK (requested_ms BETWEEN 0 AND 253402300799999),
  reason TEXT NOT NULL DEFAULT '',
  handed_over_ms INTEGER CHECK (handed_over_ms BETWEEN 0 AND 253402300799999),
  returned_ms INTEGER CHECK (returned_ms BETWEEN 0 AND 253402300799999),
  CHECK (end_ms - start_ms <= 34560000000),
  CHECK (
    (from_day IS NULL AND to_day IS NULL AND from_offset IS NULL AND to_offset IS NULL)
    OR (
      date(from_day) IS from_day AND date(to_day) IS to_day
      AND unixepoch(from_day) * 1000 - from_offset * 60000 IS start_ms
      AND (unixepoch(to_day) + 86400) * 1000 - to_offset * 60000 IS end_ms
    )
  )
) STRICT, WITHOUT ROWID;

-- The length class limits how far back a scan for overlaps must look. The index covers all that a calendar shows. The
-- class is an expression, because SQLite does not use an index as covering if the query names a generated column.
CREATE INDEX bookings_by_machine ON bookings (
  machine_id,
  CASE WHEN end_ms - start_ms <= 86400000 THEN 0 WHEN end_ms - start_ms <= 2764800000 THEN 1 ELSE 2 END,
  start_ms, id, end_ms, status, member_id, units, version, from_day, to_day);
CREATE INDEX bookings_by_member ON bookings (member_id, start_ms);
CREATE INDEX bookings_by_start ON bookings (start_ms, id);
CREATE INDEX bookings_by_status ON bookings (status, start_ms, id);
CREATE INDEX bookings_out ON bookings (machine_id) WHERE status = 'in-use';

CREATE TABLE holds (
  form_id TEXT NOT NULL PRIMARY KEY,
  machine_id TEXT NOT NULL REFERENCES machines (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  units INTEGER NOT NULL CHECK (units >= 1),
  buffer_before_ms INTEGER NOT NULL CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL CHECK (buffer_after_ms >= 0),
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX holds_by_expiry ON holds (expires_ms);

CREATE TABLE maintenance (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  kind TEXT NOT NULL CHECK (kind IN ('preventive', 'corrective', 'emergency')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'finished', 'cancelled')),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  from_offset INTEGER,
  to_offset INTEGER,
  note TEXT NOT NULL DEFAULT '',
  scheduled_by TEXT,
  scheduled_ms INTEGER NOT NULL DEFAULT 0 CHECK (scheduled_ms BETWEEN 0 AND 253402300799999),
  finished_ms INTEGER CHECK (finished_ms BETWEEN 0 AND 253402300799999),
  CHECK (end_ms - start_ms <= 34560000000),
  CHECK (
    (from_day IS NULL AND to_day IS NULL AND from_offset IS NULL AND to_offset IS NULL)
    OR (
      date(from_day) IS from_day AND date(to_day) IS to_day
      AND unixepoch(from_day) * 1000 - from_offset * 60000 IS start_ms
      AND (unixepoch(to_day) + 86400) * 1000 - to_offset * 60000 IS end_ms
    )
  )
) STRICT, WITHOUT ROWID;

CREATE INDEX maintenance_by_machine ON maintenance (machine_id, start_ms);
CREATE INDEX maintenance_by_start ON maintenance (start_ms, id);

-- One row for each block. Derived: only the triggers of 0002 write it.
-- The key's columns come first, because the integrity check of older SQLite versions misreads them elsewhere.
CREATE TABLE occupancy (
  machine_id TEXT NOT NULL,
  cls INTEGER NOT NULL CHECK (cls BETWEEN 0 AND 2),
  start_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind = 'booking' OR kind = 'hold' OR kind = 'maintenance' OR kind = 'session'),
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

-- Every command with its outcome. Prevents a command from running twice, and lists the refused attempts.
CREATE TABLE commands (
  -- In a BEFORE trigger, a number that SQLite is still to assign reads as -1, so no row may have that number.
  mid INTEGER NOT NULL PRIMARY KEY CHECK (mid > 0),
  command_id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  args TEXT NOT NULL CHECK (json_valid(args)),
  -- NULL: Araro itself.
  user_id TEXT,
  at_ms INTEGER NOT NULL,
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT;

CREATE INDEX commands_refused ON commands (mid) WHERE ok = 0;

-- The change feed: which records changed, in the order of the commits.
CREATE TABLE changes (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- Who did what, kept for good. Each row's hash covers the one before it.
CREATE TABLE history (
  seq INTEGER NOT NULL PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  user_id TEXT,
  user_name TEXT NOT NULL,
  command_id TEXT,
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  title TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- There is no index by user: every command would have to update it, and a scan from the newest row back soon finds
-- the rows of anyone who works here.
CREATE INDEX history_by_entity ON history (entity, entity_id, seq);

-- A notice is about a record of any kind, and for one user or for everybody with a permission. `notice_reads` says who
-- has read it.
CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY,
  for_user TEXT REFERENCES users (id),
  for_permission TEXT,
  kind TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  by_user TEXT,
  by_name TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((for_user IS NULL) <> (for_permission IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX notices_by_user ON notices (for_user, at_ms) WHERE for_user IS NOT NULL;

CREATE TABLE notice_reads (
  user_id TEXT NOT NULL REFERENCES users (id),
  notice_id TEXT NOT NULL REFERENCES notices (id),
  PRIMARY KEY (user_id, notice_id)
) STRICT, WITHOUT ROWID;
