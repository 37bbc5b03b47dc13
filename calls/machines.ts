import { oc } from '@orpc/contract'
import * as z from 'zod'
import {
  BUFFER_MS,
  IMPLEMENTS,
  MACHINE_LENGTHS,
  MACHINE_TYPE_LENGTHS,
  PHOTO_LENGTH,
  RATE_CENTAVOS,
} from './limits.ts'
import * as shape from './shapes.ts'

/** Whole hours or days go into milliseconds. */
const buffer = z.int().min(BUFFER_MS.min).max(BUFFER_MS.max)

const machineType = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  minNoticeDays: z.int().nullable(),
  maxDays: z.int().nullable(),
  horizonDays: z.int().nullable(),
})

const machineRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  typeId: shape.id,
  /** The type's name. */
  type: z.string(),
  bookingMode: z.enum(['days', 'time']),
  capacity: z.int(),
  /** What one unit of the capacity is called: "sack", "tonne"; empty where the machine is one thing. */
  unitName: z.string(),
  bufferBeforeMs: z.int(),
  bufferAfterMs: z.int(),
  pendingBlocks: z.boolean(),
  location: z.string(),
  note: z.string(),
  implements: z.array(z.string()),
  rate: z.strictObject({ centavos: z.int(), per: shape.rateUnit }).nullable(),
  hasPhoto: z.boolean(),
  status: z.enum(['available', 'rented', 'maintenance', 'out-of-service']),
  /** Bookings whose machine is out now. */
  out: z.array(
    z.strictObject({ bookingId: shape.id, memberName: z.string(), endMs: z.int(), overdue: z.boolean() }),
  ),
  /** The rules that hold for it: its type's, else the office's. */
  rules: z.strictObject({ minNoticeDays: z.int(), maxDays: z.int(), horizonDays: z.int() }),
})
export type MachineRow = z.infer<typeof machineRow>
export type MachineType = z.infer<typeof machineType>

const machineFields = {
  name: shape.requiredLine(MACHINE_LENGTHS.name),
  typeId: shape.id,
  bookingMode: z.enum(['days', 'time']),
  capacity: shape.units,
  unitName: shape.line(MACHINE_LENGTHS.unitName),
  bufferBeforeMs: buffer,
  bufferAfterMs: buffer,
  pendingBlocks: z.boolean(),
  location: shape.line(MACHINE_LENGTHS.location),
  note: shape.paragraph(MACHINE_LENGTHS.note),
  implements: z.array(shape.requiredLine(IMPLEMENTS.length)).max(IMPLEMENTS.most),
  rate: z
    .strictObject({ centavos: z.int().min(RATE_CENTAVOS.min).max(RATE_CENTAVOS.max), per: shape.rateUnit })
    .nullable(),
}
const typeFields = {
  name: shape.requiredLine(MACHINE_TYPE_LENGTHS.name),
  minNoticeDays: shape.minNoticeDays.nullable(),
  maxDays: shape.maxDays.nullable(),
  horizonDays: shape.horizonDays.nullable(),
}
/** A picture as the screens make it: a small JPEG or PNG as a data address, about 150 kB at most. */
const photo = z
  .string()
  .max(PHOTO_LENGTH, 'must be a picture of at most 150 kB')
  .regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a JPEG, PNG or WebP picture')

const machineOutcome = shape.outcomeOf('machine', machineRow)
const typeOutcome = shape.outcomeOf('type', machineType)

export const machines = {
  list: oc.input(z.strictObject({ withRetired: z.boolean().optional() })).output(z.array(machineRow)),
  photo: oc
    .input(z.strictObject({ machineId: shape.id }))
    .output(z.strictObject({ photo: z.string().nullable() })),
  types: oc.input(z.strictObject({})).output(z.array(machineType)),
  add: oc.input(z.strictObject({ ...shape.command, ...machineFields })).output(machineOutcome),
  change: oc
    .input(z.strictObject({ ...shape.command, machineId: shape.id, ...shape.onVersion, ...machineFields }))
    .output(machineOutcome),
  setPhoto: oc
    .input(
      z.strictObject({ ...shape.command, machineId: shape.id, ...shape.onVersion, photo: photo.nullable() }),
    )
    .output(machineOutcome),
  retire: oc
    .input(z.strictObject({ ...shape.command, machineId: shape.id, ...shape.onVersion }))
    .output(machineOutcome),
  addType: oc.input(z.strictObject({ ...shape.command, ...typeFields })).output(typeOutcome),
  changeType: oc
    .input(z.strictObject({ ...shape.command, typeId: shape.id, ...shape.onVersion, ...typeFields }))
    .output(typeOutcome),
}
