import { MOST_BESIDE, tooMuchOf } from '#booking/scan/too-much'
import { MOST_FOUND } from '#calls/limits'
import type { Found, Promised } from '#calls/scan'
import type { ReadDb } from '#db/file'
import { inSnapshot } from '#db/opening/snapshot'
import { readShownBooking } from '#db/read/bookings'
import {
  readOccupancy,
  readOut,
  readScannedMachines,
  readSources,
  type ScannedLoad,
  type ScannedMachine,
} from '#db/read/scan'
import type { Office } from '../office.ts'

/** So many rows are read before everybody else is served. */
const ROWS_AT_ONCE = 500

export type Conflicts = Omit<Found, 'refused' | 'checkedMs'>

/**
 * Looks through the file for conflicts (A13): promises beyond a machine's capacity, machines that are out twice, and an
 * `occupancy` that disagrees with its sources. The guard lets none of them in; an import, an older file or a damaged one
 * might. Sees the file as it was when the scan began.
 */
export function scanOffice(office: Office): Promise<Conflicts> {
  const scan = lookThrough(office)
  office.newestScan.began(
    scan.then(({ overlaps, outTwice, found }) => ({
      conflicts: found.overlaps + found.outTwice + found.occupancyWrong,
      machineIds: new Set([...overlaps, ...outTwice].map(one => one.machineId)),
      checkedMs: office.clock.nowMs(),
    })),
  )
  return scan
}

function lookThrough({ file, clock }: Office): Promise<Conflicts> {
  return inSnapshot(file, async db => {
    const loads = await gatherLoads(db)
    const machines = new Map(readScannedMachines(db).map(machine => [machine.id, machine]))
    const look = { db, machines, nowMs: clock.nowMs() }
    const overlaps = await overlapsOf(look, loads)
    const outTwice = outTwiceOf(look)
    const wrong = await occupancyWrongOf(db, loads)
    return {
      overlaps: overlaps.slice(0, MOST_FOUND),
      outTwice: outTwice.slice(0, MOST_FOUND),
      occupancyWrong: wrong.slice(0, MOST_FOUND).map(({ wrong: how, ...row }) => {
        const { kind, id, startMs, endMs } = row
        const booking = bookingOf(look, row)
        return { ...named(look, row.machineId), kind, id, startMs, endMs, wrong: how, booking }
      }),
      found: {
        overlaps: overlaps.length,
        outTwice: outTwice.length,
        occupancyWrong: wrong.length,
      },
    }
  })
}

type Look = { db: ReadDb; machines: ReadonlyMap<string, ScannedMachine>; nowMs: number }

type LoadsByMachine = ReadonlyMap<string, readonly ScannedLoad[]>

async function gatherLoads(db: ReadDb): Promise<LoadsByMachine> {
  const loads = new Map<string, ScannedLoad[]>()
  for (const rows of readSources(db, ROWS_AT_ONCE)) {
    for (const load of rows) {
      const sameMachine = loads.get(load.machineId)
      if (sameMachine) sameMachine.push(load)
      else loads.set(load.machineId, [load])
    }
    await pause()
  }
  return loads
}

/** What blocks and is missing from `occupancy`, then what `occupancy` has and nothing blocks so. */
async function occupancyWrongOf(db: ReadDb, loads: LoadsByMachine) {
  const missing = new Map<string, ScannedLoad>()
  for (const own of loads.values()) {
    for (const load of own) missing.set(asText(load), load)
    await pause()
  }
  const leftOver: ScannedLoad[] = []
  for (const rows of readOccupancy(db, ROWS_AT_ONCE)) {
    for (const row of rows) if (!missing.delete(asText(row))) leftOver.push(row)
    await pause()
  }
  return [
    ...[...missing.values()].map(load => ({ ...load, wrong: 'missing' as const })),
    ...leftOver.map(row => ({ ...row, wrong: 'left-over' as const })),
  ]
}

function asText({ kind, id, seg, machineId, startMs, endMs, units, whole }: ScannedLoad): string {
  return JSON.stringify([kind, id, seg, machineId, startMs, endMs, units, whole])
}

/** The most conflicts that are counted on one machine. */
const MOST_OF_ONE = 1000

async function overlapsOf(look: Look, loads: LoadsByMachine) {
  const overlaps: Found['overlaps'] = []
  for (const [machineId, own] of loads) {
    const capacity = capacityOf(look, machineId)
    for (const { load, beside, units } of tooMuchOf(capacity, own, MOST_OF_ONE)) {
      const by = overlaps.length < MOST_FOUND ? [...beside, load].map(one => promisedOf(look, one)) : []
      overlaps.push({ ...named(look, machineId), capacity, atMs: load.startMs, units, by })
    }
    await pause()
  }
  return overlaps
}

function outTwiceOf(look: Look): Found['outTwice'] {
  const byMachine = new Map<string, { id: string; units: number }[]>()
  for (const { machineId, ...out } of readOut(look.db)) {
    byMachine.set(machineId, [...(byMachine.get(machineId) ?? []), out])
  }
  return [...byMachine].flatMap(([machineId, out]) => {
    const capacity = capacityOf(look, machineId)
    const units = out.reduce((sum, one) => sum + one.units, 0)
    if (units <= capacity) return []
    const by = out.slice(0, MOST_BESIDE + 1).map(({ id, units: own }) => {
      const { startMs, endMs } = readShownBooking(look.db, id, look.nowMs) ?? { startMs: 0, endMs: 0 }
      return promisedOf(look, { kind: 'booking', id, startMs, endMs, units: own })
    })
    return [{ ...named(look, machineId), capacity, units, by }]
  })
}

function promisedOf(look: Look, load: Omit<Promised, 'booking'>): Promised {
  const { kind, id, startMs, endMs, units } = load
  return { kind, id, startMs, endMs, units, booking: bookingOf(look, load) }
}

function bookingOf(look: Look, { kind, id }: Pick<Promised, 'kind' | 'id'>): Promised['booking'] {
  const row = kind === 'booking' ? readShownBooking(look.db, id, look.nowMs) : undefined
  return row ? { number: row.number, memberName: row.memberName, memberPhone: row.memberPhone } : null
}

function capacityOf({ machines }: Look, machineId: string): number {
  const machine = machines.get(machineId)
  return machine && machine.retired === 0 ? machine.capacity : 0
}

function named({ machines }: Look, machineId: string) {
  return { machineId, machineName: machines.get(machineId)?.name ?? '' }
}

function pause(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
