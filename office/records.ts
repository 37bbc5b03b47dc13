import type { RecordEntity } from '#calls/entities'
import type { InHistory } from '#calls/in-history'
import { bookingRecord } from './bookings/record.ts'
import type { AnyRecordKind } from './law/record.ts'
import { machineRecord, machineTypeRecord } from './machines/record.ts'
import { maintenanceRecord } from './maintenance/record.ts'
import { memberRecord } from './members/record.ts'
import { settingsRecord } from './settings/record.ts'
import { userRecord } from './users/record.ts'

const KINDS = {
  booking: bookingRecord,
  machine: machineRecord,
  'machine-type': machineTypeRecord,
  maintenance: maintenanceRecord,
  member: memberRecord,
  settings: settingsRecord,
  user: userRecord,
} satisfies { [E in RecordEntity]: { entity: E; said(shown: never): InHistory[E] } }

/** A field that a record puts into the history without `InHistory` naming it: nobody would have to have words for it. */
type Unworded = {
  [E in RecordEntity]: Exclude<keyof ReturnType<(typeof KINDS)[E]['said']>, keyof InHistory[E]>
}[RecordEntity]
const everyFieldIsNamed: [Unworded] extends [never] ? true : Unworded = true

/** Every kind of record that the office keeps; one that is missing does not compile. */
export const RECORDS: { readonly [E in RecordEntity]: AnyRecordKind } = everyFieldIsNamed && KINDS
