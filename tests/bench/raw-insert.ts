import { join } from 'node:path'
import Database from 'better-sqlite3'
import { MANAGER, NOW_MS } from './bench-office.ts'

export type Synchronous = 'FULL' | 'OFF'

/** What a booking is measured against: one row of about its size into a table without rules, each on its own. */
export function openRawInsert(folder: string, synchronous: Synchronous) {
  const sqlite = new Database(join(folder, `raw-${synchronous}.db`))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma(`synchronous = ${synchronous}`)
  sqlite.exec(
    'CREATE TABLE rows (id TEXT PRIMARY KEY, machine TEXT, member TEXT, start_ms INTEGER, end_ms INTEGER, purpose TEXT)',
  )
  const insert = sqlite.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)')
  let made = 0
  return {
    insert() {
      made += 1
      const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`
      insert.run(id, MANAGER.id, MANAGER.id, NOW_MS, NOW_MS + made, 'Ploughing the lower field')
    },
    close() {
      sqlite.exec('DROP TABLE rows')
      sqlite.close()
    },
  }
}
