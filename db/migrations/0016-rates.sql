-- Rates: what a machine, or every machine of a type, costs from a day on. Rows are only added, so that what was valid stays
-- on record; of those from the same day, the one added last holds.

CREATE TABLE rates (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version = 1),
  -- One machine, or every machine of a type that has no rate of its own.
  machine_id TEXT REFERENCES machines (id),
  type_id TEXT REFERENCES machine_types (id),
  valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
  -- Without an amount there is no rate of its own from that day on.
  per TEXT CHECK (per IN ('day', 'hour', 'hectare', 'sack', 'kg', 'flat')),
  centavos INTEGER CHECK (centavos BETWEEN 0 AND 100000000000),
  -- For those who are not members; without it, they pay the same.
  for_others_centavos INTEGER CHECK (for_others_centavos BETWEEN 0 AND 100000000000),
  included TEXT NOT NULL DEFAULT 'nothing' CHECK (included IN ('nothing', 'fuel', 'operator', 'fuel-and-operator')),
  set_by TEXT CHECK (length(set_by) BETWEEN 1 AND 100),
  set_ms INTEGER NOT NULL CHECK (set_ms BETWEEN 0 AND 253402300799999),
  -- The first, second … row of its machine or its type.
  nth INTEGER NOT NULL CHECK (nth BETWEEN 1 AND 2000000000),
  CHECK ((machine_id IS NULL) <> (type_id IS NULL)),
  CHECK ((centavos IS NULL) = (per IS NULL) AND (centavos IS NOT NULL OR for_others_centavos IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rates_by_machine ON rates (machine_id, nth) WHERE machine_id IS NOT NULL;
CREATE UNIQUE INDEX rates_by_type ON rates (type_id, nth) WHERE type_id IS NOT NULL;

CREATE TRIGGER rates_are_new BEFORE INSERT ON rates
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM rates WHERE id = NEW.id)
    OR NEW.nth IS NOT 1 + CASE WHEN NEW.machine_id IS NULL
      THEN coalesce((SELECT max(nth) FROM rates WHERE type_id = NEW.type_id), 0)
      ELSE coalesce((SELECT max(nth) FROM rates WHERE machine_id = NEW.machine_id), 0) END;
  SELECT RAISE(ABORT, 'UNKNOWN-MACHINE') WHERE NEW.machine_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM machines WHERE id = NEW.machine_id);
  SELECT RAISE(ABORT, 'UNKNOWN-TYPE') WHERE NEW.type_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM machine_types WHERE id = NEW.type_id);
END;

CREATE TRIGGER rates_never_change BEFORE UPDATE ON rates
WHEN NEW.id IS NOT OLD.id OR NEW.version IS NOT OLD.version
  OR NEW.machine_id IS NOT OLD.machine_id OR NEW.type_id IS NOT OLD.type_id
  OR NEW.valid_from IS NOT OLD.valid_from OR NEW.per IS NOT OLD.per OR NEW.centavos IS NOT OLD.centavos
  OR NEW.for_others_centavos IS NOT OLD.for_others_centavos OR NEW.included IS NOT OLD.included
  OR NEW.set_by IS NOT OLD.set_by OR NEW.set_ms IS NOT OLD.set_ms OR NEW.nth IS NOT OLD.nth
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER rates_are_kept BEFORE DELETE ON rates
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- The rate on a machine is the one that it was added with: the first row of its history, from the beginning.

INSERT INTO rates (id, machine_id, valid_from, per, centavos, set_ms, nth)
SELECT id, id, '0001-01-01', rate_per, rate_centavos, 0, 1 FROM machines WHERE rate_per IS NOT NULL;

CREATE TRIGGER machines_bring_their_rate AFTER INSERT ON machines WHEN NEW.rate_per IS NOT NULL
BEGIN
  INSERT INTO rates (id, machine_id, valid_from, per, centavos, set_ms, nth)
  VALUES (NEW.id, NEW.id, '0001-01-01', NEW.rate_per, NEW.rate_centavos, 0, 1);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE NOT EXISTS (SELECT 1 FROM rates WHERE id = NEW.id AND machine_id = NEW.id);
END;

CREATE TRIGGER machines_keep_their_first_rate BEFORE UPDATE ON machines
WHEN NEW.rate_per IS NOT OLD.rate_per OR NEW.rate_centavos IS NOT OLD.rate_centavos
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

-- Those who rent machines without being members of the cooperative are kept among the members, and may pay another rate.

ALTER TABLE members ADD COLUMN kind TEXT NOT NULL DEFAULT 'member' CHECK (kind IN ('member', 'other'));

-- What a booking was promised at: the row of rates, and whether its member was one. Both stay while it is promised, as
-- long as the machine and the member do.

ALTER TABLE bookings ADD COLUMN rate_id TEXT REFERENCES rates (id);
ALTER TABLE bookings ADD COLUMN member_kind TEXT CHECK (member_kind IN ('member', 'other'));

UPDATE bookings SET member_kind = 'member',
  rate_id = (SELECT r.id FROM rates r WHERE r.id = bookings.machine_id)
WHERE status IN ('approved', 'in-use', 'completed');

CREATE TRIGGER bookings_name_a_rate_of_their_machine BEFORE INSERT ON bookings WHEN NEW.rate_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-ITS-RATE') WHERE NOT EXISTS (
    SELECT 1 FROM rates r JOIN machines m ON m.id = NEW.machine_id
    WHERE r.id = NEW.rate_id AND (r.machine_id = m.id OR r.type_id = m.type_id));
END;

CREATE TRIGGER bookings_take_a_rate_of_their_machine BEFORE UPDATE ON bookings
WHEN NEW.rate_id IS NOT NULL AND (NEW.rate_id IS NOT OLD.rate_id OR NEW.machine_id IS NOT OLD.machine_id)
BEGIN
  SELECT RAISE(ABORT, 'NOT-ITS-RATE') WHERE NOT EXISTS (
    SELECT 1 FROM rates r JOIN machines m ON m.id = NEW.machine_id
    WHERE r.id = NEW.rate_id AND (r.machine_id = m.id OR r.type_id = m.type_id));
END;

CREATE TRIGGER bookings_keep_what_they_were_promised_at BEFORE UPDATE ON bookings
WHEN OLD.member_kind IS NOT NULL AND (NEW.rate_id IS NOT OLD.rate_id OR NEW.member_kind IS NOT OLD.member_kind)
  AND OLD.status IN ('approved', 'in-use', 'completed') AND NEW.status IN ('approved', 'in-use', 'completed')
  AND NEW.machine_id IS OLD.machine_id AND NEW.member_id IS OLD.member_id
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;
