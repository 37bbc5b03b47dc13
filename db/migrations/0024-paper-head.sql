-- The head of the cooperative's papers (D7): its logo, kept in `photos` like the photos of a hand-over, and the lines
-- below its address. The errors raised are those of 0010.

ALTER TABLE settings ADD COLUMN logo TEXT REFERENCES photos (hash);
ALTER TABLE settings ADD COLUMN paper_lines TEXT NOT NULL DEFAULT '' CHECK (length(paper_lines) <= 300);

CREATE TRIGGER settings_begin_with_a_logo_that_is_kept BEFORE INSERT ON settings WHEN NEW.logo IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'UNKNOWN-PHOTO') WHERE NOT EXISTS (SELECT 1 FROM photos WHERE hash = NEW.logo);
END;

CREATE TRIGGER settings_show_a_logo_that_is_kept BEFORE UPDATE ON settings WHEN NEW.logo IS NOT OLD.logo
BEGIN
  SELECT RAISE(ABORT, 'UNKNOWN-PHOTO') WHERE NEW.logo IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM photos WHERE hash = NEW.logo);
END;

CREATE TRIGGER photos_of_the_settings_are_kept BEFORE DELETE ON photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT') WHERE EXISTS (SELECT 1 FROM settings WHERE logo = OLD.hash);
END;
