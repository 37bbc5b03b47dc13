import { preparedSql, type WriteTx } from '../file.ts'
import type { prints } from '../tables/prints.ts'

const printed = preparedSql<typeof prints.$inferInsert, never>(`
  INSERT INTO prints (paper, about, at_ms, by_name) VALUES (@paper, @about, @atMs, @byName)
  ON CONFLICT (paper, about) DO UPDATE SET at_ms = @atMs, by_name = @byName`)

/** Keeps when a paper was printed last. */
export function notePrint(tx: WriteTx, print: typeof prints.$inferInsert): void {
  printed(tx).run(print)
}
