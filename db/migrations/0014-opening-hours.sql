-- When the cooperative's office is open, how long an offer lasts, and after which use a machine needs maintenance.

-- The hours of each day from Monday to Sunday: seven lists of {fromMinutes, toMinutes}. NULL: nobody has set them.
ALTER TABLE settings ADD COLUMN opening_hours TEXT CHECK (
  opening_hours IS NULL OR (
    json_type(opening_hours) IS 'array' AND json_array_length(opening_hours) = 7 AND length(opening_hours) <= 2000));
-- In minutes in which the office is open.
ALTER TABLE settings ADD COLUMN offer_minutes INTEGER NOT NULL DEFAULT 120 CHECK (offer_minutes BETWEEN 15 AND 2880);
-- After so many completed bookings within so many days.
ALTER TABLE settings ADD COLUMN maintenance_bookings INTEGER NOT NULL DEFAULT 5 CHECK (
  maintenance_bookings BETWEEN 1 AND 1000);
ALTER TABLE settings ADD COLUMN maintenance_days INTEGER NOT NULL DEFAULT 90 CHECK (maintenance_days BETWEEN 1 AND 730);
