import { asc, eq, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { given, prepared, type ReadDb, type WriteTx } from './file.ts'

// Reading, adding and changing rows of any table. A column that is added to a table is read and written without further
// code.

/** A table whose rows are records, each with an id and a version. */
export type VersionedTable = SQLiteTable & { readonly id: SQLiteColumn; readonly version: SQLiteColumn }

/** A table whose rows have an id. */
type TableWithIds = SQLiteTable & { readonly id: SQLiteColumn }

type RowOf<Table extends SQLiteTable> = Table['$inferSelect']
type NewRowOf<Table extends SQLiteTable> = Table['$inferInsert']
export type ChangeOf<Table extends VersionedTable> = Partial<Omit<NewRowOf<Table>, 'id' | 'version'>>

/** Reads the row with an id; undefined if there is none. */
export function readingById<Table extends TableWithIds>(table: Table) {
  const byId = prepared(db =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(eq(table.id, given('id')))
      .prepare(),
  )
  return (db: ReadDb, id: string) => byId(db).get({ id }) as RowOf<Table> | undefined
}

/** Reads the rows in which a column has a value, in the order of another column. */
export function listing<Table extends SQLiteTable>(table: Table, by: SQLiteColumn, order: SQLiteColumn) {
  const rows = prepared(db =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(eq(by, given('value')))
      .orderBy(asc(order))
      .prepare(),
  )
  return (db: ReadDb, value: string) => rows(db).all({ value }) as RowOf<Table>[]
}

/**
 * Adds a row. A column that is left out gets its default. The statement is prepared once for each file. The function
 * throws the errors of the guard and of CHECKs.
 */
export function inserting<Table extends SQLiteTable>(table: Table) {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([, column]) => column.generated === undefined,
  )
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const statement = prepared((tx: WriteTx) =>
    tx.$client.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${places})`),
  )
  return (tx: WriteTx, row: NewRowOf<Table>): void => {
    const given: Readonly<Record<string, unknown>> = row
    statement(tx).run(
      ...columns.map(([key, column]) => {
        const value = given[key] ?? column.default ?? null
        return value === null ? null : column.mapToDriverValue(value)
      }),
    )
  }
}

/**
 * Changes the row with an id and increments its version. Fields that are undefined stay unchanged. The statement is
 * prepared once for each file and each set of columns that is changed together, because preparing takes longer than
 * the rest of a command. The function throws the errors of the guard and of CHECKs.
 */
export function updating<Table extends VersionedTable>(table: Table) {
  const updates = new Map<string, ReturnType<typeof updateOf>>()
  return (tx: WriteTx, id: string, change: ChangeOf<Table>): void => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined)
    const columns = given.map(([column]) => column)
    const key = columns.join()
    const known = updates.get(key)
    const update = known ?? updateOf(table, columns)
    if (!known) updates.set(key, update)
    update(tx).run({ ...Object.fromEntries(given), id })
  }
}

function updateOf(table: VersionedTable, columns: readonly string[]) {
  const values = Object.fromEntries(columns.map(column => [column, sql.placeholder(column)]))
  return prepared((tx: WriteTx) =>
    tx
      .update(table as SQLiteTable)
      .set({ ...values, version: sql`${table.version} + 1` })
      .where(eq(table.id, given('id')))
      .prepare(),
  )
}
