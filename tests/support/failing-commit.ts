import type Database from 'better-sqlite3'

/**
 * Makes COMMIT itself fail, and nothing before it: every change that is noted leaves a deferred key behind that leads
 * nowhere, and only COMMIT looks at those. It stands in the connection's own temporary tables, not in the file.
 * @returns what lets commits through again
 */
export function refuseCommits(sqlite: Database.Database): () => void {
  sqlite.exec(`
    CREATE TEMP TABLE nowhere (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE leads_nowhere (id INTEGER REFERENCES nowhere (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TEMP TRIGGER refuse_commits AFTER INSERT ON main.changes
    BEGIN
      INSERT INTO leads_nowhere VALUES (1);
    END;
  `)
  return () =>
    void sqlite.exec('DROP TRIGGER temp.refuse_commits; DROP TABLE leads_nowhere; DROP TABLE nowhere')
}

/** How many rows each table of the file has. */
export function rowCounts(sqlite: Database.Database): Record<string, number> {
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map(table => [
      table,
      sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get()!,
    ]),
  )
}
