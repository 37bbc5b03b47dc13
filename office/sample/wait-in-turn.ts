import { addDays } from '#booking/time/day'
import { readNotYetOut } from '#db/read/today'
import type { Office } from '../office.ts'
import { add } from '../waiting/commands.ts'
import { type Cooperative, must, type Times } from './found-cooperative.ts'

const DAY_MS = 86_400_000

/** Two members wait: one for days on which the machine is promised, one who has just been offered a machine. */
export async function waitInTurn(
  office: Office,
  { clerk, machineIds, memberIds }: Cooperative,
  times: Times,
) {
  const { calendar, nowMs } = times
  const today = calendar.dayOf(nowMs)
  const [first, second] = [memberIds[10], memberIds[11]]
  const [busy, quiet] = [machineIds.get('Tractor 1'), machineIds.get('Transplanter 2')]
  if (!first || !second || !busy || !quiet) throw new Error('the sample has no machine or member that waits')
  const promised = readNotYetOut(office.file.db, nowMs, nowMs + 60 * DAY_MS).find(
    one => one.machineId === busy && one.startMs > nowMs + DAY_MS,
  )
  const common = { length: { days: 1 } }
  if (promised) {
    const day = calendar.dayOf(promised.startMs)
    const wanted = { memberId: first, machineId: busy, fromDay: day, toDay: day, ...common }
    await must(office, clerk, add, { commandId: office.ids.newId(), ...wanted })
  }
  const days = { fromDay: addDays(today, 4), toDay: addDays(today, 20) }
  const wanted = { memberId: second, machineId: quiet, ...days, ...common }
  await must(office, clerk, add, { commandId: office.ids.newId(), ...wanted })
}
