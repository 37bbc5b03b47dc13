-- Whether machines of this type stay where they are, such as a dryer or a mill: members come to them.
ALTER TABLE machine_types ADD COLUMN stays INTEGER NOT NULL DEFAULT 0 CHECK (stays IN (0, 1));
