import { preparedSql, type WriteTx } from '../file.ts'
import { inserting } from '../rows.ts'
import { rates } from '../tables/rates.ts'

const insert = inserting(rates)
const lastOf = preparedSql<{ machineId: string | null; typeId: string | null }, { nth: number | null }>(
  'SELECT max(nth) AS nth FROM rates WHERE (machine_id = @machineId) OR (type_id = @typeId)',
)

export type NewRate = Omit<typeof rates.$inferInsert, 'nth' | 'version'>

/** Adds the next row to the rates of a machine or a type. */
export function insertRate(tx: WriteTx, row: NewRate): void {
  const { machineId = null, typeId = null } = row
  insert(tx, { ...row, nth: (lastOf(tx).get({ machineId, typeId })?.nth ?? 0) + 1 })
}
