-- A short number for each booking, which people can say on the phone. It is given in the order of the requests, never
-- changes, and is never given twice. The file gives it, whoever adds the booking.

ALTER TABLE bookings ADD COLUMN number INTEGER CHECK (number BETWEEN 1 AND 2000000000);

UPDATE bookings SET number = ranked.number
FROM (SELECT id, row_number() OVER (ORDER BY requested_ms, id) AS number FROM bookings) AS ranked
WHERE ranked.id = bookings.id;

CREATE UNIQUE INDEX bookings_by_number ON bookings (number);

-- A number far ahead of the others would leave none for the bookings to come.
CREATE TRIGGER bookings_number_is_new BEFORE INSERT ON bookings WHEN NEW.number IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM bookings WHERE number = NEW.number);
  SELECT RAISE(ABORT, 'FAR-NUMBER')
  WHERE NEW.number > (SELECT coalesce(max(number), 0) FROM bookings) + 10000;
END;

CREATE TRIGGER bookings_get_a_number AFTER INSERT ON bookings WHEN NEW.number IS NULL
BEGIN
  UPDATE bookings SET number = (SELECT coalesce(max(number), 0) + 1 FROM bookings) WHERE id = NEW.id;
  SELECT RAISE(ABORT, 'NOT-KEPT') WHERE (SELECT number FROM bookings WHERE id = NEW.id) IS NULL;
END;

-- REPLACE deletes the row that has the number, without a word to its other triggers.
CREATE TRIGGER bookings_keep_their_number BEFORE UPDATE ON bookings WHEN NEW.number IS NOT OLD.number
BEGIN
  SELECT RAISE(ABORT, 'FIXED') WHERE OLD.number IS NOT NULL;
  SELECT RAISE(ABORT, 'KNOWN-ID') WHERE EXISTS (SELECT 1 FROM bookings WHERE number = NEW.number);
END;
