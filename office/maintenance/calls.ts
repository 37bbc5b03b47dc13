import { call, commandCall } from '../law/answering.ts'
import { cancel, finish, schedule } from './commands.ts'
import { maintenancePage } from './questions.ts'

export const maintenanceCalls = [
  call('maintenance.list', ({ office }, input) => maintenancePage(office.file.db, input)),
  commandCall(schedule),
  commandCall(finish),
  commandCall(cancel),
] as const
