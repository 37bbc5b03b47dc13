-- Which kinds of notices a user wants, and where. Without a row, everywhere.

CREATE TABLE notice_choices (
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  bell INTEGER NOT NULL CHECK (bell IN (0, 1)),
  desktop INTEGER NOT NULL CHECK (desktop IN (0, 1)),
  PRIMARY KEY (user_id, kind)
) STRICT, WITHOUT ROWID;
