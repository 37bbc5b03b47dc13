import type Database from 'better-sqlite3'

/**
 * Damages a file on purpose: runs the work with every trigger taken out and no constraint checked, then puts the
 * triggers back letter by letter.
 */
export function withoutGuard(sqlite: Database.Database, work: () => void): void {
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  sqlite.pragma('foreign_keys = OFF')
  sqlite.pragma('ignore_check_constraints = ON')
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  work()
  for (const { sql } of triggers) sqlite.exec(sql)
  sqlite.pragma('ignore_check_constraints = OFF')
  sqlite.pragma('foreign_keys = ON')
}
