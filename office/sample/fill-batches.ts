import { HOUR_MS } from '#booking/time/day'
import { open, readMoisture } from '../batches/commands.ts'
import { add, weigh } from '../batches/shares.ts'
import { runCommand } from '../law/run-command.ts'
import type { Office } from '../office.ts'
import { type Cooperative, instantOn, must, type Times } from './found-cooperative.ts'

const MILL = 'Rice Mill 1'
const DRYER = 'Dryer 1'

type Wanted = {
  machine: string
  openEnded?: true
  note?: string
  times: { startMs: number; endMs: number }[]
}

/**
 * A batch of the dryer that lasts until its grain is dry, under way if the dryer is free, one of the mill that is full today, and one
 * that has room tomorrow. Each begins as soon as its machine is free.
 */
export async function fillBatches(office: Office, people: Cooperative, times: Times): Promise<void> {
  const { nowMs } = times
  const at = (day: number, hour: number) => instantOn(times, day, hour)
  const drying = await openBatch(office, people, {
    machine: DRYER,
    openEnded: true,
    note: 'Wet palay from Maligaya',
    times: [
      ...[at(1, 7), nowMs + 4 * HOUR_MS, nowMs + 2 * HOUR_MS].map(endMs => ({ startMs: nowMs, endMs })),
      ...[0, 1, 2, 3, 4, 5, 6].map(day => ({ startMs: at(day, 19), endMs: at(day + 1, 5) })),
    ].filter(({ startMs, endMs }) => startMs >= nowMs && endMs > startMs),
  })
  if (drying) {
    const shares = await fill(office, people, drying, [18, 14, 9])
    await weighIn(office, people, shares[0], { sacks: 19, kg: 931.5 })
    await weighIn(office, people, shares[1], { sacks: 14, kg: 702 })
    const reading = { commandId: office.ids.newId(), batchId: drying, version: 1, moisture: 21.5 }
    // It may begin later, where somebody has the dryer now.
    await runCommand(office, { command: readMoisture, args: reading, actor: people.clerk })
  }
  const hours = Array.from({ length: 18 }, (_, hour) => hour + 5)
  const lasting = (startMs: number) => ({ startMs, endMs: startMs + 3 * HOUR_MS })
  const today = hours.map(hour => lasting(at(0, hour))).filter(({ startMs }) => startMs > nowMs)
  const full = await openBatch(office, people, { machine: MILL, times: [...today, lasting(at(1, 5))] })
  if (full) await fill(office, people, full, [16, 14, 10])
  const coming = [1, 2, 3].flatMap(day => hours.map(hour => lasting(at(day, hour))))
  const room = await openBatch(office, people, { machine: MILL, times: coming })
  if (room) await fill(office, people, room, [12, 10])
}

/** @returns the id of the batch; undefined if its machine is not free at any of the times */
async function openBatch(office: Office, { clerk, machineIds }: Cooperative, wanted: Wanted) {
  const { machine, times, ...more } = wanted
  for (const time of times) {
    const period = { kind: 'time' as const, ...time }
    const args = { commandId: office.ids.newId(), machineId: machineIds.get(machine) ?? '', period, ...more }
    const answer = await runCommand(office, { command: open, args, actor: clerk })
    if (answer.ok) return answer.batch.id
  }
  return undefined
}

async function fill(office: Office, people: Cooperative, batchId: string, sacks: readonly number[]) {
  const shares: { id: string; version: number }[] = []
  for (const [at, some] of sacks.entries()) {
    const memberId = people.memberIds[60 + at] ?? ''
    const args = { commandId: office.ids.newId(), batchId, memberId, sacks: some }
    const answer = await runCommand(office, { command: add, args, actor: people.clerk })
    if (answer.ok) shares.push(answer.share)
  }
  return shares
}

async function weighIn(
  office: Office,
  { clerk }: Cooperative,
  share: { id: string; version: number } | undefined,
  weight: { sacks: number; kg: number },
): Promise<void> {
  if (!share) return
  const args = { commandId: office.ids.newId(), shareId: share.id, version: share.version, ...weight }
  await must(office, clerk, weigh, args)
}
