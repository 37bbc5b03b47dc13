import * as z from 'zod'
import { BLOCK_KINDS } from '#booking/in-the-way'
import { question } from './call.ts'
import * as shape from './shapes.ts'

const machine = { machineId: z.string(), machineName: z.string() }
const stretch = { startMs: z.int(), endMs: z.int() }
const blocking = { kind: z.enum(BLOCK_KINDS), id: z.string(), ...stretch }
/** Null for what is no booking, and for a booking that is not in the file. */
const ofBooking = z
  .strictObject({ number: z.int(), memberName: z.string(), memberPhone: z.string() })
  .nullable()
/** Something that takes time of a machine. */
const promised = z.strictObject({
  ...blocking,
  units: z.int(),
  booking: z.strictObject({ number: z.int(), memberName: z.string(), memberPhone: z.string() }).nullable(),
})
export type Promised = z.infer<typeof promised>

/** A time at which a machine is promised beyond its capacity. */
const overlap = z.strictObject({
  ...machine,
  /** Units; 0 if the machine is retired or unknown. */
  capacity: z.int(),
  atMs: z.int(),
  units: z.int(),
  /** At most six, the earliest first; the last one is what is too much. */
  by: z.array(promised),
})
export type Overlap = z.infer<typeof overlap>

const found = z.strictObject({
  overlaps: z.array(overlap),
  /** A machine that is out with more units than it has. */
  outTwice: z.array(z.strictObject({ ...machine, capacity: z.int(), units: z.int(), by: z.array(promised) })),
  /** `missing`: it blocks, but `occupancy` does not say so. `left-over`: `occupancy` says it, but nothing blocks so. */
  occupancyWrong: z.array(
    z.strictObject({ ...machine, ...blocking, wrong: z.enum(['missing', 'left-over']), booking: ofBooking }),
  ),
  /** How many there are in all, listed or not. */
  found: z.strictObject({ overlaps: z.int(), outTwice: z.int(), occupancyWrong: z.int() }),
  /** Refused attempts of the last 30 days by machine and local day, the newest day first (G4). At most 100. */
  refused: z.array(z.strictObject({ ...machine, day: shape.localDay, attempts: z.int() })),
  checkedMs: z.int(),
})
export type Found = z.infer<typeof found>

export const scan = {
  /** Looks through all that is promised for conflicts (A13), from the source tables alone. Writes nothing. */
  run: question('decide-bookings').input(z.strictObject({})).output(found),
}
