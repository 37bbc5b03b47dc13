-- As on the plate and the papers of a machine; empty if it has none.
ALTER TABLE machines ADD COLUMN registration_number TEXT NOT NULL DEFAULT '';
