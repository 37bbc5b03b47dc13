-- The condition in which a machine went out and came back, point by point, and photos of it (C4).
--
-- The errors raised, beside those of 0002 and 0009: UNKNOWN-PHOTO (a fact names a photo that is not there).

-- What is looked at on the machines of a type, such as tyres and belts.
ALTER TABLE machine_types ADD COLUMN points TEXT NOT NULL DEFAULT '[]' CHECK (
  json_type(points) IS 'array' AND length(points) <= 3000);

-- What was seen: a list of {point, state, note}.
ALTER TABLE booking_facts ADD COLUMN condition TEXT NOT NULL DEFAULT '[]' CHECK (
  json_type(condition) IS 'array' AND length(condition) <= 20000);
-- The hashes of its photos, in their order.
ALTER TABLE booking_facts ADD COLUMN photos TEXT NOT NULL DEFAULT '[]' CHECK (
  json_type(photos) IS 'array' AND json_array_length(photos) <= 10);

-- A photo is kept before the fact that shows it, under the SHA-256 of its bytes. One that no fact shows ends after a
-- while. Lists and the history never read this table.
CREATE TABLE photos (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK (kind = 'jpeg' OR kind = 'png' OR kind = 'webp'),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 200000 AND CASE kind
    WHEN 'jpeg' THEN substr(bytes, 1, 3) = x'ffd8ff'
    WHEN 'png' THEN substr(bytes, 1, 8) = x'89504e470d0a1a0a'
    WHEN 'webp' THEN substr(bytes, 1, 4) = x'52494646' AND substr(bytes, 9, 4) = x'57454250'
    ELSE 0 END),
  kept_by TEXT CHECK (length(kept_by) BETWEEN 1 AND 100),
  kept_ms INTEGER NOT NULL DEFAULT 0 CHECK (kept_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

-- Which facts show which photos. Derived: written only by `booking_facts_show_their_photos`.
CREATE TABLE fact_photos (
  fact_id TEXT NOT NULL REFERENCES booking_facts (id),
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
  hash TEXT NOT NULL REFERENCES photos (hash),
  PRIMARY KEY (fact_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_photos_by_hash ON fact_photos (hash);

CREATE TRIGGER booking_facts_show_their_photos AFTER INSERT ON booking_facts WHEN NEW.photos <> '[]'
BEGIN
  INSERT INTO fact_photos (fact_id, place, hash)
  SELECT NEW.id, key + 1, value FROM json_each(NEW.photos);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM fact_photos WHERE fact_id = NEW.id)
    <> json_array_length(NEW.photos) OR json_array_length(NEW.photos) > 10;
END;

CREATE TRIGGER fact_photos_are_as_the_fact_says BEFORE INSERT ON fact_photos
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM fact_photos WHERE fact_id = NEW.fact_id AND (place = NEW.place OR hash = NEW.hash));
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (
    SELECT 1 FROM booking_facts f, json_each(f.photos) p
    WHERE f.id = NEW.fact_id AND p.key + 1 = NEW.place AND p.value = NEW.hash);
  SELECT RAISE(ABORT, 'UNKNOWN-PHOTO') WHERE NOT EXISTS (SELECT 1 FROM photos WHERE hash = NEW.hash);
END;

CREATE TRIGGER fact_photos_never_change BEFORE UPDATE ON fact_photos
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER fact_photos_are_kept BEFORE DELETE ON fact_photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER photos_are_new BEFORE INSERT ON photos
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM photos WHERE hash = NEW.hash);
END;

-- Only who kept it last, and when, may change.
CREATE TRIGGER photos_never_change BEFORE UPDATE ON photos
WHEN NEW.hash IS NOT OLD.hash OR NEW.kind IS NOT OLD.kind OR NEW.bytes IS NOT OLD.bytes
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER photos_are_kept_while_shown BEFORE DELETE ON photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT') WHERE EXISTS (SELECT 1 FROM fact_photos WHERE hash = OLD.hash);
END;
