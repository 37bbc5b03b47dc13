import { customType } from 'drizzle-orm/sqlite-core'
import { textsIn } from '../odd-values.ts'

/** What is read instead of a stored text that is not a list of texts. */
export const NOT_A_LIST: string[] = []

/** A list of texts, stored as JSON. */
export const textList = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'text',
  fromDriver: stored => textsIn(stored) ?? NOT_A_LIST,
  toDriver: list => JSON.stringify(list),
})
