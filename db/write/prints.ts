import { preparedSql, type WriteTx } from '../file.ts'
import type { prints } from '../tables/prints.ts'

const printed = preparedSql<typeof prints.$inferInsert, never>(`
  INSERT INTO prints (kind, about, at_ms, by_name) VALUES (@kind, @about, @atMs, @byName)
  ON CONFLICT (kind, about) DO UPDATE SET at_ms = @atMs, by_name = @byName`)

/** Keeps when something was printed last. */
export function notePrint(tx: WriteTx, print: typeof prints.$inferInsert): void {
  printed(tx).run(print)
}
