-- After how many days Araro suggests to suspend a member who owes (B2); NULL: never. It is only suggested.

ALTER TABLE settings ADD COLUMN suspend_after_days INTEGER CHECK (suspend_after_days BETWEEN 1 AND 3650);
