-- Photos of a machine that broke down (D5): kept in `photos`, like those of a hand-over, before the breakdown that shows
-- them. The errors raised are those of 0010.

-- The hashes of its photos, in their order.
ALTER TABLE maintenance ADD COLUMN photos TEXT NOT NULL DEFAULT '[]' CHECK (
  json_type(photos) IS 'array' AND json_array_length(photos) <= 10);

-- Which maintenance shows which photos. Derived: written only by `maintenance_shows_its_photos`.
CREATE TABLE maintenance_photos (
  maintenance_id TEXT NOT NULL REFERENCES maintenance (id),
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
  hash TEXT NOT NULL REFERENCES photos (hash),
  PRIMARY KEY (maintenance_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX maintenance_photos_by_hash ON maintenance_photos (hash);

CREATE TRIGGER maintenance_shows_its_photos AFTER INSERT ON maintenance WHEN NEW.photos <> '[]'
BEGIN
  INSERT INTO maintenance_photos (maintenance_id, place, hash)
  SELECT NEW.id, key + 1, value FROM json_each(NEW.photos);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM maintenance_photos WHERE maintenance_id = NEW.id)
    <> json_array_length(NEW.photos) OR json_array_length(NEW.photos) > 10;
END;

-- What was seen as it broke down is not changed later.
CREATE TRIGGER maintenance_keeps_its_photos BEFORE UPDATE ON maintenance WHEN NEW.photos IS NOT OLD.photos
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER maintenance_photos_are_as_it_says BEFORE INSERT ON maintenance_photos
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM maintenance_photos
    WHERE maintenance_id = NEW.maintenance_id AND (place = NEW.place OR hash = NEW.hash));
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (
    SELECT 1 FROM maintenance m, json_each(m.photos) p
    WHERE m.id = NEW.maintenance_id AND p.key + 1 = NEW.place AND p.value = NEW.hash);
  SELECT RAISE(ABORT, 'UNKNOWN-PHOTO') WHERE NOT EXISTS (SELECT 1 FROM photos WHERE hash = NEW.hash);
END;

CREATE TRIGGER maintenance_photos_never_change BEFORE UPDATE ON maintenance_photos
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER maintenance_photos_are_kept BEFORE DELETE ON maintenance_photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER photos_of_maintenance_are_kept BEFORE DELETE ON photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT') WHERE EXISTS (SELECT 1 FROM maintenance_photos WHERE hash = OLD.hash);
END;
