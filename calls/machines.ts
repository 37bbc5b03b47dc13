import * as z from 'zod'
import type { WithoutIds } from '#booking/entities'
import { PLAN_LIMITS } from '#booking/maintenance/due'
import { LATE_FEE_PER } from '#booking/money/late-fee'
import { fuelReadIn, lastSeen } from './booking-facts.ts'
import { command, question, TAKING_TIME } from './call.ts'
import {
  BUFFER_MS,
  FEE_CENTAVOS,
  IMPLEMENTS,
  MACHINE_LENGTHS,
  MACHINE_TYPE_LENGTHS,
  PHOTO_LENGTH,
  POINTS,
} from './limits.ts'
import { rate, rateCentavos } from './money.ts'
import * as shape from './shapes.ts'

/** In milliseconds. */
const buffer = z.int().min(BUFFER_MS.min).max(BUFFER_MS.max)

const machineType = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  minNoticeDays: z.int().nullable(),
  maxDays: z.int().nullable(),
  horizonDays: z.int().nullable(),
  /** Its machines stay where they are, such as a dryer or a mill: members come to them. */
  stays: z.boolean(),
  /** Its machines have an hour meter. */
  meter: z.boolean(),
  /** How the fuel of its machines is read. */
  fuel: fuelReadIn,
  /** What is looked at on its machines as they go out and come back. */
  points: z.array(z.string()),
  /** What is paid at the approval, in centavos; null if nothing. */
  depositCentavos: z.int().nullable(),
  /** What each day or hour costs that a machine comes back late; null if nothing. */
  lateFeeCentavos: z.int().nullable(),
  lateFeePer: z.enum(LATE_FEE_PER).nullable(),
  /** Its machines need maintenance after so many hours by the meter, days or completed bookings; null: not counted. */
  dueHours: z.int().nullable(),
  dueDays: z.int().nullable(),
  dueBookings: z.int().nullable(),
})

const machineRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  name: z.string(),
  typeId: shape.id,
  /** The type's name. */
  type: z.string(),
  /** Whether the type's machines stay where they are. */
  stays: z.boolean(),
  /** As on its plate; empty if it has none. */
  registrationNumber: z.string(),
  bookingMode: z.enum(['days', 'time']),
  capacity: z.int(),
  /** The name of one unit of capacity, such as "sack"; empty for a machine that is rented as a whole. */
  unitName: z.string(),
  bufferBeforeMs: z.int(),
  bufferAfterMs: z.int(),
  pendingBlocks: z.boolean(),
  /** How many sacks one batch takes, if not its capacity; null: as many as its capacity, if that is more than one. */
  batchSacks: z.int().nullable(),
  /** How many sacks it takes in all batches that begin on one day; null: that is not limited. */
  daySacks: z.int().nullable(),
  location: z.string(),
  note: z.string(),
  implements: z.array(z.string()),
  /** What it costs members today: its own rate, or its type's. */
  rate: rate.nullable(),
  hasPhoto: z.boolean(),
  status: z.enum(['available', 'rented', 'maintenance', 'out-of-service']),
  /** The bookings with which the machine is out now. */
  out: z.array(
    z.strictObject({ bookingId: shape.id, memberName: z.string(), endMs: z.int(), overdue: z.boolean() }),
  ),
  /** The rules that apply to it: its type's own, otherwise the office's. */
  rules: z.strictObject({ minNoticeDays: z.int(), maxDays: z.int(), horizonDays: z.int() }),
  unreadable: shape.unreadable,
})
export type MachineRow = z.infer<typeof machineRow>
export type MachineType = z.infer<typeof machineType>
/** What the history says of a machine: all that is kept of it, so that a new field is in the history by itself. */
export type MachineInHistory = Omit<
  WithoutIds<MachineRow>,
  'stays' | 'status' | 'out' | 'rules' | 'unreadable'
> & {
  inService: boolean
}
export type MachineTypeInHistory = WithoutIds<MachineType>

const machineFields = {
  name: shape.requiredLine(MACHINE_LENGTHS.name),
  typeId: shape.id,
  registrationNumber: shape.line(MACHINE_LENGTHS.registrationNumber).optional(),
  bookingMode: z.enum(['days', 'time']),
  capacity: shape.units,
  unitName: shape.line(MACHINE_LENGTHS.unitName),
  bufferBeforeMs: buffer,
  bufferAfterMs: buffer,
  pendingBlocks: z.boolean(),
  batchSacks: shape.units.nullable().optional(),
  daySacks: shape.units.nullable().optional(),
  location: shape.line(MACHINE_LENGTHS.location),
  note: shape.paragraph(MACHINE_LENGTHS.note),
  implements: z.array(shape.requiredLine(IMPLEMENTS.length)).max(IMPLEMENTS.most),
}
const feeCentavos = z.int('must be whole centavos').min(FEE_CENTAVOS.min).max(FEE_CENTAVOS.max)
const firstRate = z.strictObject({ centavos: rateCentavos, per: shape.rateUnit }).nullable()
const typeFields = {
  name: shape.requiredLine(MACHINE_TYPE_LENGTHS.name),
  minNoticeDays: shape.minNoticeDays.nullable(),
  maxDays: shape.maxDays.nullable(),
  horizonDays: shape.horizonDays.nullable(),
  stays: z.boolean().optional(),
  meter: z.boolean().optional(),
  fuel: fuelReadIn.optional(),
  points: z.array(shape.requiredLine(POINTS.length)).max(POINTS.most).optional(),
  depositCentavos: feeCentavos.nullable().optional(),
  lateFeeCentavos: feeCentavos.nullable().optional(),
  /** By day if it is left out. */
  lateFeePer: z.enum(LATE_FEE_PER).nullable().optional(),
  dueHours: z.int().min(PLAN_LIMITS.dueHours.min).max(PLAN_LIMITS.dueHours.max).nullable().optional(),
  dueDays: z.int().min(PLAN_LIMITS.dueDays.min).max(PLAN_LIMITS.dueDays.max).nullable().optional(),
  dueBookings: z
    .int()
    .min(PLAN_LIMITS.dueBookings.min)
    .max(PLAN_LIMITS.dueBookings.max)
    .nullable()
    .optional(),
}
/** A picture as a data URL (JPEG, PNG or WebP), at most about 150 kB. */
const photo = z
  .string()
  .max(PHOTO_LENGTH, 'must be a picture of at most 150 kB')
  .regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a JPEG, PNG or WebP picture')

const machineOutcome = shape.outcomeOf('machine', machineRow)
const typeOutcome = shape.outcomeOf('type', machineType)

export const machines = {
  list: question(
    'see-office',
    'machine',
    'machine-type',
    'rate',
    'booking',
    'maintenance',
    'member',
    'settings',
  )
    .input(z.strictObject({ withRetired: z.boolean().optional() }))
    .output(z.array(machineRow)),
  photo: question('see-office', 'machine')
    .input(z.strictObject({ machineId: shape.id }))
    .output(z.strictObject({ photo: z.string().nullable() })),
  types: question('see-office', 'machine-type').input(z.strictObject({})).output(z.array(machineType)),
  /** What its meter and its tank showed when somebody last looked, and the condition in which it last came back. */
  lastSeen: question('see-office', 'booking', 'member')
    .input(z.strictObject({ machineId: shape.id }))
    .output(lastSeen),
  /** Everything that was promised of a machine and keeps it in service, earliest first: the first few, and how many. */
  promised: question('keep-machines', ...TAKING_TIME, 'member', 'user')
    .input(z.strictObject({ machineId: shape.id }))
    .output(z.strictObject({ promised: z.array(shape.inTheWay), count: z.int() })),
  add: command('keep-machines')
    .input(z.strictObject({ ...shape.command, ...machineFields, rate: firstRate }))
    .output(machineOutcome),
  change: command('keep-machines')
    .input(
      z.strictObject({
        ...shape.command,
        machineId: shape.id,
        ...shape.onVersion,
        ...machineFields,
        /** Another rate than today's is added to its rates, from today on (see `rates.set`). */
        rate: firstRate.optional(),
      }),
    )
    .output(machineOutcome),
  setPhoto: command('keep-machines')
    .input(
      z.strictObject({ ...shape.command, machineId: shape.id, ...shape.onVersion, photo: photo.nullable() }),
    )
    .output(machineOutcome),
  retire: command('keep-machines')
    .input(z.strictObject({ ...shape.command, machineId: shape.id, ...shape.onVersion }))
    .output(machineOutcome),
  addType: command('keep-machines')
    .input(z.strictObject({ ...shape.command, ...typeFields }))
    .output(typeOutcome),
  changeType: command('keep-machines')
    .input(z.strictObject({ ...shape.command, typeId: shape.id, ...shape.onVersion, ...typeFields }))
    .output(typeOutcome),
}
