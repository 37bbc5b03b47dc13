import { readScannedMachines } from '#db/read/scan'
import { longQuestion } from '../law/answering.ts'
import { refusedByMachineAndDay } from './refused-attempts.ts'
import { scanOffice } from './scan.ts'

export const scanCalls = [
  longQuestion('scan.run', async asking => {
    const { office } = asking
    const machines = new Map(readScannedMachines(office.file.db).map(machine => [machine.id, machine]))
    const conflicts = await scanOffice(office)
    return {
      ...conflicts,
      refused: refusedByMachineAndDay(asking, machines),
      checkedMs: office.clock.nowMs(),
    }
  }),
] as const
