-- The tables of an office file. Frozen: a released migration is never edited; a later one makes the change.
--
-- All tables are STRICT, so that text in a number column is an error. Guarded tables are WITHOUT ROWID, so that the id
-- is the only key: a hidden rowid would be another key by which OR REPLACE could remove a row.
-- Times are UTC epoch milliseconds up to the end of the year 9999; intervals are half-open, [start, end).
-- CHECKs limit the values, so that no row, whichever program wrote it, makes the others unreadable. What grows with the
-- program, such as the kinds of records, is limited in its form only.

-- "Arar" in ASCII, in the file's header: identifies an Araro file.
PRAGMA application_id = 1098015090;

CREATE TABLE settings (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  office_name TEXT NOT NULL CHECK (length(office_name) BETWEEN 1 AND 120),
  office_address TEXT NOT NULL DEFAULT '' CHECK (length(office_address) <= 300),
  time_zone TEXT NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 60),
  min_notice_days INTEGER NOT NULL CHECK (min_notice_days BETWEEN 0 AND 60),
  max_days INTEGER NOT NULL CHECK (max_days BETWEEN 1 AND 390),
  horizon_days INTEGER NOT NULL CHECK (horizon_days BETWEEN 1 AND 1000),
  -- A list of known roles: without them, only the list's own characters are left.
  walk_in_roles TEXT NOT NULL CHECK (
    json_type(walk_in_roles) IS 'array' AND length(walk_in_roles) <= 100
    AND trim(replace(replace(replace(walk_in_roles, '"clerk"', ''), '"manager"', ''), '"admin"', ''), '[, ]') = '')
) STRICT;

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  -- The name folded for sign-in: lower case, in one Unicode form.
  name_key TEXT NOT NULL UNIQUE CHECK (length(name_key) <= 1200),
  role TEXT NOT NULL CHECK (role IN ('clerk', 'manager', 'admin')),
  -- Algorithm, parameters, salt and digest; never the password.
  password TEXT NOT NULL CHECK (length(password) <= 1000),
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
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 60),
  -- NULL: the rule in `settings` applies.
  min_notice_days INTEGER CHECK (min_notice_days BETWEEN 0 AND 60),
  max_days INTEGER CHECK (max_days BETWEEN 1 AND 390),
  horizon_days INTEGER CHECK (horizon_days BETWEEN 1 AND 1000)
) STRICT, WITHOUT ROWID;

CREATE TABLE machines (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  type_id TEXT NOT NULL REFERENCES machine_types (id),
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 80),
  booking_mode TEXT NOT NULL CHECK (booking_mode IN ('days', 'time')),
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000000),
  unit_name TEXT NOT NULL DEFAULT '' CHECK (length(unit_name) <= 20),
  buffer_before_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_before_ms BETWEEN 0 AND 2592000000),
  buffer_after_ms INTEGER NOT NULL DEFAULT 0 CHECK (buffer_after_ms BETWEEN 0 AND 2592000000),
  pending_blocks INTEGER NOT NULL DEFAULT 1 CHECK (pending_blocks IN (0, 1)),
  location TEXT NOT NULL DEFAULT '' CHECK (length(location) <= 120),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  implements TEXT NOT NULL DEFAULT '[]' CHECK (
    json_type(implements) IS 'array' AND length(implements) <= 3000),
  rate_centavos INTEGER CHECK (rate_centavos BETWEEN 0 AND 100000000000),
  rate_per TEXT CHECK (rate_per IN ('day', 'hour', 'hectare', 'sack', 'kg', 'flat')),
  retired_ms INTEGER CHECK (retired_ms BETWEEN 0 AND 253402300799999),
  CHECK ((rate_centavos IS NULL) = (rate_per IS NULL)),
  -- A machine that is booked by days has buffers of whole days.
  CHECK (booking_mode = 'time' OR (buffer_before_ms % 86400000 = 0 AND buffer_after_ms % 86400000 = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_photos (
  machine_id TEXT NOT NULL PRIMARY KEY REFERENCES machines (id),
  photo TEXT NOT NULL CHECK (length(photo) <= 200000)
) STRICT;

CREATE TABLE members (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  number TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(number) BETWEEN 1 AND 20),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Name and number folded for search: lower case, without diacritics.
  search_key TEXT NOT NULL CHECK (length(search_key) <= 3000),
  phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),
  barangay TEXT NOT NULL DEFAULT '' CHECK (length(barangay) <= 80),
  sector TEXT NOT NULL DEFAULT '' CHECK (length(sector) <= 80),
  verified INTEGER NOT NULL DEFAULT 0 CHECK (verified IN (0, 1)),
  suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1)),
  suspended_reason TEXT NOT NULL DEFAULT '' CHECK (length(suspended_reason) <= 500)
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
  purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 500),
  requested_by TEXT CHECK (length(requested_by) BETWEEN 1 AND 100),
  requested_ms INTEGER NOT NULL DEFAULT 0 CHECK (requested_ms BETWEEN 0 AND 253402300799999),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
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
  form_id TEXT NOT NULL PRIMARY KEY CHECK (length(form_id) BETWEEN 1 AND 100),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  user_id TEXT NOT NULL REFERENCES users (id),
  start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
  end_ms INTEGER NOT NULL CHECK (end_ms > start_ms AND end_ms <= 253402300799999),
  from_day TEXT,
  to_day TEXT,
  units INTEGER NOT NULL CHECK (units >= 1),
  buffer_before_ms INTEGER NOT NULL CHECK (buffer_before_ms >= 0),
  buffer_after_ms INTEGER NOT NULL CHECK (buffer_after_ms >= 0),
  expires_ms INTEGER NOT NULL CHECK (expires_ms BETWEEN 0 AND 253402300799999),
  CHECK ((from_day IS NULL AND to_day IS NULL) OR (date(from_day) IS from_day AND date(to_day) IS to_day))
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
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  scheduled_by TEXT CHECK (length(scheduled_by) BETWEEN 1 AND 100),
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
  command_id TEXT NOT NULL UNIQUE CHECK (length(command_id) BETWEEN 1 AND 100),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  args TEXT NOT NULL CHECK (json_type(args) IS 'object' AND length(args) <= 30000),
  -- NULL: Araro itself.
  user_id TEXT CHECK (length(user_id) BETWEEN 1 AND 100),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
  -- A refusal names its reason and a bounded number of other things.
  outcome TEXT NOT NULL CHECK (json_type(outcome, '$.ok') IS iif(ok, 'true', 'false')
    AND (ok = 1 OR (json_type(outcome, '$.refusal.reason') IS 'text' AND length(outcome) <= 100000)))
) STRICT;

CREATE INDEX commands_refused ON commands (mid) WHERE ok = 0;

-- The change feed: which records changed, in the order of the commits.
CREATE TABLE changes (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 40),
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL
) STRICT;

-- Who did what, kept for good. Each row's hash covers the one before it.
CREATE TABLE history (
  seq INTEGER NOT NULL PRIMARY KEY,
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  user_id TEXT CHECK (length(user_id) BETWEEN 1 AND 100),
  user_name TEXT NOT NULL CHECK (length(user_name) <= 100),
  command_id TEXT CHECK (length(command_id) BETWEEN 1 AND 100),
  action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 40),
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 100),
  title TEXT NOT NULL CHECK (length(title) <= 500),
  before TEXT CHECK (
    before IS NULL OR (json_type(before) IS 'object' AND length(before) <= 100000)),
  after TEXT CHECK (
    after IS NULL OR (json_type(after) IS 'object' AND length(after) <= 100000)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) <= 64),
  hash TEXT NOT NULL CHECK (length(hash) <= 64)
) STRICT;

CREATE INDEX history_by_entity ON history (entity, entity_id, seq);
-- Somebody who left years ago is far from the newest line.
CREATE INDEX history_by_user ON history (user_id, seq);

-- A notice is about a record of any kind, and for one user or for everybody with a permission. `notice_reads` says who
-- has read it.
CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  for_user TEXT REFERENCES users (id),
  for_permission TEXT CHECK (length(for_permission) BETWEEN 1 AND 40),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  at_ms INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 253402300799999),
  entity TEXT NOT NULL CHECK (length(entity) BETWEEN 1 AND 40),
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 100),
  by_user TEXT CHECK (length(by_user) BETWEEN 1 AND 100),
  by_name TEXT NOT NULL CHECK (length(by_name) <= 100),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  CHECK ((for_user IS NULL) <> (for_permission IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX notices_by_user ON notices (for_user, at_ms) WHERE for_user IS NOT NULL;

CREATE TABLE notice_reads (
  user_id TEXT NOT NULL REFERENCES users (id),
  notice_id TEXT NOT NULL REFERENCES notices (id),
  PRIMARY KEY (user_id, notice_id)
) STRICT, WITHOUT ROWID;
