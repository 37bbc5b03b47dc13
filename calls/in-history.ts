import type { RecordEntity } from '#booking/entities'
import type { BookingInHistory } from './bookings.ts'
import type { MachineInHistory, MachineTypeInHistory } from './machines.ts'
import type { MaintenanceInHistory } from './maintenance.ts'
import type { MemberInHistory } from './members.ts'
import type { SettingsInHistory } from './settings.ts'
import type { UserInHistory } from './users.ts'

type Kept = {
  booking: BookingInHistory
  machine: MachineInHistory
  'machine-type': MachineTypeInHistory
  maintenance: MaintenanceInHistory
  member: MemberInHistory
  settings: SettingsInHistory
  user: UserInHistory
}

/**
 * What the history says of each kind of record, before and after a change. The office says no more than this and the
 * screens have words for all of it; a kind that is missing does not compile.
 */
export type InHistory = { [E in RecordEntity]: Kept[E] }
