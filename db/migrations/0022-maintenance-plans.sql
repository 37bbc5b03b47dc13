-- When machines of a type need maintenance: after so many hours by the meter, so many days or so many completed bookings
-- since the last one. Without any of them, the rule of the cooperative's settings holds.
ALTER TABLE machine_types ADD COLUMN due_hours INTEGER CHECK (due_hours BETWEEN 1 AND 100000);
ALTER TABLE machine_types ADD COLUMN due_days INTEGER CHECK (due_days BETWEEN 1 AND 3650);
ALTER TABLE machine_types ADD COLUMN due_bookings INTEGER CHECK (due_bookings BETWEEN 1 AND 10000);
