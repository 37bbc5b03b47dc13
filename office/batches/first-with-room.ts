import { type BatchLoad, sacksLeft, sacksOfBatch } from '#booking/batches/state'
import { HOUR_MS, MINUTE_MS } from '#booking/time/day'
import { ALL_TIME } from '#booking/time/interval'
import type { Length } from '#booking/time/length'
import { firstDay, intervalOf, type Period } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import { MOST_WITH_ROOM } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { listBatches, sacksOnDay } from '#db/read/batches'
import { listMachines, type ShownMachine } from '#db/read/machines'
import { reading } from '#db/transaction'
import { askedBy } from '../availability/asked.ts'
import { firstFree } from '../availability/first-free.ts'
import type { Actor } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { dayIn } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { shownBatch } from './record.ts'

const LOOKED_THROUGH = 500

/** The first date with room for so many sacks (D2): in a batch that is open, or where a new one could be opened. */
export function firstWithRoom(office: Office, user: Actor, args: CallArgs['batches']['firstWithRoom']) {
  const { db } = office.file
  return reading(db, () => {
    const settings = settingsNow(db)
    const nowMs = office.clock.nowMs()
    const calendar = openCalendar(db, settings)
    const { machineId, typeId, sacks, from = calendar.dayOf(nowMs) } = args
    const fromMs = Math.max(nowMs, calendar.startOfDay(from))
    const range = { fromMs, toMs: ALL_TIME.endMs, machineId, typeId, newestFirst: false, after: undefined }
    const batches = listBatches(db, { ...range, limit: LOOKED_THROUGH })
      .map(named => shownBatch(named, { db, nowMs, settings }))
      .filter(batch => batch.left >= sacks && batch.state !== 'past-end' && batch.endMs > fromMs)
      .slice(0, MOST_WITH_ROOM)
    const machines = listMachines(db, settings, nowMs, dayIn(settings, nowMs)).filter(
      one =>
        (one.id === machineId || one.typeId === typeId) &&
        one.status !== 'out-of-service' &&
        (sacksOfBatch(one) ?? 0) >= sacks,
    )
    const [free] = machines
      .flatMap(machine => freeOn(office, user, machine, { sacks, from, calendar }) ?? [])
      .sort((a, b) => intervalOf(a.period, calendar).startMs - intervalOf(b.period, calendar).startMs)
    const days = [batches[0]?.day, free && firstDay(free.period, calendar)].filter(day => day !== undefined)
    return { day: days.sort()[0] ?? null, batches, free: free ?? null }
  })
}

type Sought = { sacks: number; from: string; calendar: ReturnType<typeof openCalendar> }

/** The first time that a machine is free as a whole, on a day on which it still takes so many sacks. */
function freeOn(office: Office, user: Actor, machine: ShownMachine, { sacks, from, calendar }: Sought) {
  const { db } = office.file
  const { id: machineId, name: machineName, capacity, daySacks: dayMost } = machine
  const length = lengthOfLast(db, machine)
  const { settings, asked } = askedBy(office, user)
  const { free } = firstFree(db, settings, { machineId, length, units: capacity, from }, asked)
  const roomOn = (period: Period) => {
    const onDay = sacksOnDay(db, machineId, firstDay(period, calendar))
    const load: BatchLoad = { sacks: 0, most: sacksOfBatch(machine) ?? 0, onDay, dayMost }
    return sacksLeft(load)
  }
  const first = free.find(one => roomOn(one.period) >= sacks)
  return first && { machineId, machineName, period: first.period, left: roomOn(first.period) }
}

/** As long as the machine's last batch; without one, a working day. */
function lengthOfLast(db: ReadDb, { id: machineId, bookingMode }: ShownMachine): Length {
  const range = {
    fromMs: ALL_TIME.startMs,
    toMs: ALL_TIME.endMs,
    machineId,
    newestFirst: true,
    after: undefined,
  }
  const [last] = listBatches(db, { ...range, limit: 1 })
  const lengthMs = last ? last.endMs - last.startMs : 8 * HOUR_MS
  if (bookingMode === 'days') return { days: Math.max(1, Math.round(lengthMs / (24 * HOUR_MS))) }
  return { minutes: Math.max(15, Math.round(lengthMs / MINUTE_MS)) }
}
