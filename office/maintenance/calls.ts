import { call, commandCall, userOf } from '../law/answering.ts'
import { breakDown, expectEnd, reachOfBreakDown } from './break-down.ts'
import { checkMaintenance } from './check.ts'
import { schedule } from './commands.ts'
import { addCost, correctCost } from './costs.ts'
import { figuresOfMachine } from './figures.ts'
import { dueNow, proposeFor } from './propose.ts'
import { maintenancePage, oneMaintenance } from './questions.ts'
import { cancel, close, correct, finish, start } from './work.ts'

export const maintenanceCalls = [
  call('maintenance.list', ({ office }, input) => maintenancePage(office.file.db, input)),
  call('maintenance.check', (asking, input) => checkMaintenance(asking.office, userOf(asking), input)),
  commandCall(schedule),
  call('maintenance.reach', ({ office }, input) => reachOfBreakDown(office, input)),
  commandCall(breakDown),
  commandCall(expectEnd),
  call('maintenance.due', ({ office }) => dueNow(office)),
  call('maintenance.propose', (asking, { machineId }) =>
    proposeFor(asking.office, userOf(asking), machineId),
  ),
  call('maintenance.figures', ({ office }, { machineId }) => figuresOfMachine(office, machineId)),
  call('maintenance.get', ({ office }, { maintenanceId }) => oneMaintenance(office.file.db, maintenanceId)),
  commandCall(start),
  commandCall(finish),
  commandCall(correct),
  commandCall(close),
  commandCall(addCost),
  commandCall(correctCost),
  commandCall(cancel),
] as const
