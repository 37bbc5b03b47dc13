-- The history of some days, however long ago, of everybody or of one person.
CREATE INDEX history_by_time ON history (at_ms, seq, user_id);
