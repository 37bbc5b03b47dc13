-- Fields (lots): where a member's machine work is done. A booking may name one of its member's fields.

CREATE TABLE fields (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  member_id TEXT NOT NULL REFERENCES members (id),
  name TEXT NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 80),
  barangay TEXT NOT NULL DEFAULT '' CHECK (length(barangay) <= 80),
  sitio TEXT NOT NULL DEFAULT '' CHECK (length(sitio) <= 80),
  -- The area that the member declares. Integer square metres, so that sums are exact.
  square_metres INTEGER NOT NULL CHECK (square_metres BETWEEN 1 AND 100000000),
  crop TEXT NOT NULL DEFAULT '' CHECK (length(crop) <= 80),
  planted_on TEXT CHECK (planted_on IS NULL OR planted_on IS date(planted_on)),
  access TEXT NOT NULL DEFAULT '' CHECK (length(access) <= 1000),
  UNIQUE (member_id, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE bookings ADD COLUMN field_id TEXT REFERENCES fields (id);

-- Fields are never deleted, their ids and members never change, and REPLACE cannot take over a key.

CREATE TRIGGER fields_key_is_new BEFORE INSERT ON fields
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID')
  WHERE EXISTS (SELECT 1 FROM fields WHERE id = NEW.id OR (member_id = NEW.member_id AND name = NEW.name));
  SELECT RAISE(ABORT, 'UNKNOWN-MEMBER') WHERE NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id);
END;

CREATE TRIGGER fields_keep_their_member BEFORE UPDATE ON fields
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE NEW.id IS NOT OLD.id OR NEW.member_id IS NOT OLD.member_id;
  SELECT RAISE(ABORT, 'KNOWN-ID')
  WHERE EXISTS (SELECT 1 FROM fields WHERE member_id = NEW.member_id AND name = NEW.name AND id IS NOT OLD.id);
END;

CREATE TRIGGER fields_are_kept BEFORE DELETE ON fields
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

-- A booking's field belongs to the booking's member.

CREATE TRIGGER bookings_name_a_field_of_their_member BEFORE INSERT ON bookings WHEN NEW.field_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-ITS-FIELD')
  WHERE NOT EXISTS (SELECT 1 FROM fields WHERE id = NEW.field_id AND member_id = NEW.member_id);
END;

CREATE TRIGGER bookings_keep_to_a_field_of_their_member BEFORE UPDATE ON bookings WHEN NEW.field_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-ITS-FIELD')
  WHERE NOT EXISTS (SELECT 1 FROM fields WHERE id = NEW.field_id AND member_id = NEW.member_id);
END;
