import { customType } from 'drizzle-orm/sqlite-core'
import { CONDITIONS, type Seen } from '#booking/machines/condition'
import { isOneOf, listIn } from '../odd-values.ts'

/** What is read instead of a stored text that is no such list. */
export const NOT_SEEN: Seen[] = []

/** The points of a machine that were looked at, stored as JSON. */
export const conditionList = customType<{ data: Seen[]; driverData: string }>({
  dataType: () => 'text',
  fromDriver(stored) {
    const list = listIn(stored)
    return list?.every(isSeen) ? list : NOT_SEEN
  },
  toDriver: list => JSON.stringify(list),
})

function isSeen(value: unknown): value is Seen {
  if (typeof value !== 'object' || value === null) return false
  const { point, state, note = '' } = value as { point?: unknown; state?: unknown; note?: unknown }
  return typeof point === 'string' && isOneOf(CONDITIONS, state) && typeof note === 'string'
}
