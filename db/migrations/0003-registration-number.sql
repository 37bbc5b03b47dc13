-- As on the machine's plate and papers; empty if it has none.
ALTER TABLE machines ADD COLUMN registration_number TEXT NOT NULL DEFAULT ''
  CHECK (length(registration_number) <= 40);
