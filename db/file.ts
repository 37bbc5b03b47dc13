import type Database from 'better-sqlite3'
import { type Column, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type Orm = BetterSQLite3Database<Record<string, never>> & { $client: Database.Database }

/** An open office file for reading. A function with this parameter does not write. */
export type ReadDb = Pick<Orm, 'select' | 'selectDistinct' | '$client'>

declare const insideTransaction: unique symbol
/**
 * The same file inside a write transaction. Only `writing` creates one, so nothing is written outside a transaction.
 */
export type WriteTx = Orm & { readonly [insideTransaction]: true }

/** An open office file. */
export type OfficeFile = { readonly path: string; readonly db: ReadDb; readonly sqlite: Database.Database }

/** Builds and prepares a drizzle query once for each open file. */
export function prepared<From extends ReadDb, Query>(build: (db: From) => Query): (db: From) => Query {
  const byFile = new WeakMap<ReadDb, Query>()
  return db => {
    const known = byFile.get(db)
    if (known) return known
    const query = build(db)
    byFile.set(db, query)
    return query
  }
}

/**
 * The same for a query that is clearer, or only possible, as SQL. Parameters have names here but are bound by
 * position: in better-sqlite3, looking up a name costs as much as binding the value.
 */
export function preparedSql<Params extends object, Row>(text: string) {
  const names: (keyof Params)[] = []
  const placed = text.replace(/@(\w+)/g, (_, name) => {
    names.push(name as keyof Params)
    return '+?'
  })
  const inPlace = (params: Params) => names.map(name => params[name])
  return prepared((db: ReadDb) => {
    const statement = db.$client.prepare<unknown[], Row>(placed)
    return {
      get: (params: Params) => statement.get(...inPlace(params)),
      all: (params: Params) => statement.all(...inPlace(params)),
      run: (params: Params) => statement.run(...inPlace(params)),
    }
  })
}

/**
 * A parameter of a prepared join. SQLite with STAT4, as better-sqlite3 builds it, plans a join again whenever a bare
 * parameter gets a value, which takes ten times as long as running it. A leading plus hides the value from the
 * planner.
 */
export function given(name: string): SQL {
  return sql`+${sql.placeholder(name)}`
}

/** The column with a leading plus, which keeps SQLite from using its index. */
export function plain(column: Column): SQL {
  return sql`+${column}`
}
