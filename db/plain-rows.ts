import { eq, sql } from 'drizzle-orm'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadDb, WriteTx } from './file.ts'

/** A table whose rows are records, each with an `id` of its own, with or without a version (`VersionedTable` in rows.ts). */
export type AnyTable = SQLiteTable
/** A stored row as plain data, by column name, without generated columns. */
export type PlainRow = { readonly [column: string]: string | number | null }

/** The stored row of a record; undefined if there is none. */
export function writeDown(db: ReadDb, table: AnyTable, id: string | number): PlainRow | undefined {
  const { name } = getTableConfig(table)
  const columns = columnsOf(table).map(quoted).join(', ')
  const row = db.$client.prepare(`SELECT ${columns} FROM ${quoted(name)} WHERE id = ?`).get(id)
  return row as PlainRow | undefined
}

/**
 * Writes a row back from plain data: updates the row with its id, or inserts a new one. The guard checks it like any
 * other write.
 * @throws the error of the guard or of a CHECK
 */
export function putBack(tx: WriteTx, table: AnyTable, row: PlainRow): void {
  const { name } = getTableConfig(table)
  const columns = columnsOf(table).filter(column => column in row)
  const values = columns.map(column => row[column])
  const exists = tx.select({ one: sql`1` }).from(table).where(eq(sql`id`, row.id)).get()
  const statement = exists
    ? `UPDATE ${quoted(name)} SET ${columns.map(column => `${quoted(column)} = ?`).join(', ')} WHERE id = ?`
    : `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
  tx.$client.prepare(statement).run(...values, ...(exists ? [row.id] : []))
}

function columnsOf(table: AnyTable): string[] {
  return getTableConfig(table)
    .columns.filter(column => column.generated === undefined)
    .map(column => column.name)
}

function quoted(name: string): string {
  return `"${name}"`
}
