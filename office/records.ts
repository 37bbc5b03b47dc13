import { bookingRecord } from './bookings/record.ts'
import type { AnyRecordKind, RecordEntity } from './law/record.ts'
import { machineRecord, machineTypeRecord } from './machines/record.ts'
import { maintenanceRecord } from './maintenance/record.ts'
import { memberRecord } from './members/record.ts'
import { settingsRecord } from './settings/record.ts'
import { userRecord } from './users/record.ts'

/** Every kind of record with a history. A missing one does not compile. */
export const RECORDS: { readonly [E in RecordEntity]: AnyRecordKind } = {
  booking: bookingRecord,
  machine: machineRecord,
  'machine-type': machineTypeRecord,
  maintenance: maintenanceRecord,
  member: memberRecord,
  settings: settingsRecord,
  user: userRecord,
}
