import { call, commandCall, userOf } from '../law/answering.ts'
import { breakDown, expectEnd } from './break-down.ts'
import { checkMaintenance } from './check.ts'
import { cancel, finish, schedule } from './commands.ts'
import { maintenancePage } from './questions.ts'

export const maintenanceCalls = [
  call('maintenance.list', ({ office }, input) => maintenancePage(office.file.db, input)),
  call('maintenance.check', (asking, input) => checkMaintenance(asking.office, userOf(asking), input)),
  commandCall(schedule),
  commandCall(breakDown),
  commandCall(expectEnd),
  commandCall(finish),
  commandCall(cancel),
] as const
