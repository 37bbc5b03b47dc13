-- Organizers: users who hold sessions and see nothing else of the office (D7). Each is of an organization.

-- SQLite cannot change a CHECK, so the column is made anew. Its default is the role that may do least.
ALTER TABLE users ADD COLUMN new_role TEXT NOT NULL DEFAULT 'organizer'
CHECK (new_role IN ('clerk', 'manager', 'admin', 'organizer'));
UPDATE users SET new_role = role;
ALTER TABLE users DROP COLUMN role;
ALTER TABLE users RENAME COLUMN new_role TO role;

ALTER TABLE users ADD COLUMN organization TEXT NOT NULL DEFAULT '' CHECK (length(organization) <= 100);
ALTER TABLE users ADD COLUMN business_address TEXT NOT NULL DEFAULT '' CHECK (length(business_address) <= 300);

-- An organizer says for whom: also if a connection turned CHECKs off.
CREATE TRIGGER users_organize_for_somebody BEFORE INSERT ON users WHEN NEW.role = 'organizer'
BEGIN
  SELECT RAISE(ABORT, 'NO-ORGANIZATION') WHERE trim(NEW.organization) = '' OR trim(NEW.business_address) = '';
END;

CREATE TRIGGER users_still_organize_for_somebody BEFORE UPDATE ON users WHEN NEW.role = 'organizer'
BEGIN
  SELECT RAISE(ABORT, 'NO-ORGANIZATION') WHERE trim(NEW.organization) = '' OR trim(NEW.business_address) = '';
END;
