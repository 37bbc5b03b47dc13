-- Papers of machines (D12): registration, insurance, an agreement, each with its number and until when it holds. A paper says
-- what it said when it was entered. It is renewed or corrected by another paper, and never overwritten.
--
-- The errors raised, beside those of 0002 and 0010: UNKNOWN-MACHINE, NOT-STANDING (a paper that replaces one of another
-- machine, or one that was replaced or ended already).

CREATE TABLE papers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 100),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version BETWEEN 1 AND 2000000000),
  machine_id TEXT NOT NULL REFERENCES machines (id),
  kind TEXT NOT NULL CHECK (kind = 'registration' OR kind = 'insurance' OR kind = 'agreement' OR kind = 'other'),
  -- What another kind of paper is called.
  title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 80 AND (kind = 'other') = (title <> '')),
  number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 60),
  issued_by TEXT NOT NULL DEFAULT '' CHECK (length(issued_by) <= 120),
  -- The first and the last day on which it holds. NULL: it does not say.
  valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from) IS valid_from),
  expires TEXT CHECK (expires IS NULL OR (date(expires) IS expires AND (valid_from IS NULL OR expires >= valid_from))),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  -- The hashes of its photos, in their order.
  photos TEXT NOT NULL DEFAULT '[]' CHECK (json_type(photos) IS 'array' AND json_array_length(photos) <= 10),
  -- The paper that this one renews or corrects.
  replaces TEXT REFERENCES papers (id),
  -- When and why it is kept no longer, without another one in its place.
  ended_ms INTEGER CHECK (ended_ms BETWEEN 0 AND 253402300799999),
  ended_why TEXT NOT NULL DEFAULT '' CHECK (length(ended_why) <= 500 AND (ended_ms IS NULL) = (ended_why = '')),
  entered_by TEXT CHECK (length(entered_by) BETWEEN 1 AND 100),
  entered_ms INTEGER NOT NULL CHECK (entered_ms BETWEEN 0 AND 253402300799999)
) STRICT, WITHOUT ROWID;

CREATE INDEX papers_by_machine ON papers (machine_id, expires);
CREATE UNIQUE INDEX papers_replaced ON papers (replaces) WHERE replaces IS NOT NULL;

-- The papers that hold: not replaced by another one, and not ended.
CREATE VIEW standing_papers AS
SELECT p.* FROM papers p
WHERE p.ended_ms IS NULL AND NOT EXISTS (SELECT 1 FROM papers n WHERE n.replaces = p.id);

-- Which paper shows which photos. Derived: written only by `papers_show_their_photos`.
CREATE TABLE paper_photos (
  paper_id TEXT NOT NULL REFERENCES papers (id),
  place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
  hash TEXT NOT NULL REFERENCES photos (hash),
  PRIMARY KEY (paper_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_photos_by_hash ON paper_photos (hash);

CREATE TRIGGER papers_fit BEFORE INSERT ON papers
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM papers WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'UNKNOWN-MACHINE') WHERE NOT EXISTS (SELECT 1 FROM machines WHERE id = NEW.machine_id);
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE NEW.replaces IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM standing_papers WHERE id = NEW.replaces AND machine_id = NEW.machine_id);
END;

-- What it says stays; it only ends, once.
CREATE TRIGGER papers_never_change BEFORE UPDATE ON papers
WHEN NEW.id IS NOT OLD.id OR NEW.machine_id IS NOT OLD.machine_id OR NEW.kind IS NOT OLD.kind OR NEW.title IS NOT OLD.title
  OR NEW.number IS NOT OLD.number OR NEW.issued_by IS NOT OLD.issued_by OR NEW.valid_from IS NOT OLD.valid_from
  OR NEW.expires IS NOT OLD.expires OR NEW.note IS NOT OLD.note OR NEW.photos IS NOT OLD.photos
  OR NEW.replaces IS NOT OLD.replaces OR NEW.entered_by IS NOT OLD.entered_by OR NEW.entered_ms IS NOT OLD.entered_ms
  OR (OLD.ended_ms IS NOT NULL AND (NEW.ended_ms IS NOT OLD.ended_ms OR NEW.ended_why IS NOT OLD.ended_why))
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER papers_end_while_they_stand BEFORE UPDATE ON papers
WHEN NEW.ended_ms IS NOT NULL AND OLD.ended_ms IS NULL
BEGIN
  SELECT RAISE(ABORT, 'NOT-STANDING') WHERE EXISTS (SELECT 1 FROM papers WHERE replaces = OLD.id);
END;

CREATE TRIGGER papers_are_kept BEFORE DELETE ON papers
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER papers_show_their_photos AFTER INSERT ON papers WHEN NEW.photos <> '[]'
BEGIN
  INSERT INTO paper_photos (paper_id, place, hash)
  SELECT NEW.id, key + 1, value FROM json_each(NEW.photos);
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT count(*) FROM paper_photos WHERE paper_id = NEW.id)
    <> json_array_length(NEW.photos) OR json_array_length(NEW.photos) > 10;
END;

CREATE TRIGGER paper_photos_are_as_it_says BEFORE INSERT ON paper_photos
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (
    SELECT 1 FROM paper_photos WHERE paper_id = NEW.paper_id AND (place = NEW.place OR hash = NEW.hash));
  SELECT RAISE(ABORT, 'DERIVED') WHERE NOT EXISTS (
    SELECT 1 FROM papers m, json_each(m.photos) p
    WHERE m.id = NEW.paper_id AND p.key + 1 = NEW.place AND p.value = NEW.hash);
  SELECT RAISE(ABORT, 'UNKNOWN-PHOTO') WHERE NOT EXISTS (SELECT 1 FROM photos WHERE hash = NEW.hash);
END;

CREATE TRIGGER paper_photos_never_change BEFORE UPDATE ON paper_photos
BEGIN
  SELECT RAISE(ABORT, 'FIXED');
END;

CREATE TRIGGER paper_photos_are_kept BEFORE DELETE ON paper_photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT');
END;

CREATE TRIGGER photos_of_papers_are_kept BEFORE DELETE ON photos
BEGIN
  SELECT RAISE(ABORT, 'KEPT') WHERE EXISTS (SELECT 1 FROM paper_photos WHERE hash = OLD.hash);
END;

-- So many days before a paper expires it is told, and whether a machine goes out without one that holds.
ALTER TABLE settings ADD COLUMN paper_days INTEGER NOT NULL DEFAULT 30 CHECK (paper_days BETWEEN 1 AND 365);
ALTER TABLE settings ADD COLUMN papers_refuse INTEGER NOT NULL DEFAULT 0 CHECK (papers_refuse IN (0, 1));
