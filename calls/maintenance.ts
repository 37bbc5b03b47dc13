import * as z from 'zod'
import {
  COST_KINDS,
  MAINTENANCE_STATES,
  MAINTENANCE_STATUSES,
  MAINTENANCE_STEPS,
} from '#booking/maintenance/kinds'
import { photos } from './booking-facts.ts'
import { availability, bookingRow } from './booking-rows.ts'
import { command, question, TAKING_TIME } from './call.ts'
import {
  COST_CENTAVOS,
  COST_QUANTITY,
  MAINTENANCE_LENGTHS,
  METER_HOURS,
  MOST_DISPLACED,
  REASON_LENGTH,
  WORK_LENGTHS,
} from './limits.ts'
import * as shape from './shapes.ts'

export const maintenanceRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  machineId: shape.id,
  machineName: z.string(),
  kind: shape.maintenanceKind,
  status: z.enum(MAINTENANCE_STATUSES),
  period: shape.period,
  startMs: z.int(),
  endMs: z.int(),
  note: z.string(),
  scheduledBy: shape.person,
  scheduledMs: z.int(),
  finishedMs: z.int().nullable(),
  /** It lasts until it is finished; `endMs` is when it is expected to end, and moves on while it lasts. */
  openEnded: z.boolean(),
  /** When somebody expects an open-ended one to end; null if nobody said. */
  expectedEndMs: z.int().nullable(),
  /** The hashes of its photos; `bookings.photo` gives one. */
  photos: z.array(z.string()),
  /** Who did it, or is to do it. */
  technician: z.string(),
  /** When the work began; null if nobody recorded it. */
  startedMs: z.int().nullable(),
  /** The hour meter at the end of the work, or at its beginning. */
  meterHours: z.number().nullable(),
  /** What was done. */
  workDone: z.string(),
  /** Of parts and labour, as they were corrected. */
  costCentavos: z.int(),
  /** When its costs were closed. */
  closedMs: z.int().nullable(),
  unreadable: shape.unreadable,
})
export type MaintenanceRow = z.infer<typeof maintenanceRow>
/** What the history says of maintenance. */
export type MaintenanceInHistory = Pick<
  MaintenanceRow,
  | 'machineName'
  | 'kind'
  | 'status'
  | 'period'
  | 'note'
  | 'finishedMs'
  | 'openEnded'
  | 'expectedEndMs'
  | 'technician'
  | 'startedMs'
  | 'meterHours'
  | 'workDone'
  | 'costCentavos'
  | 'closedMs'
> & {
  /** The part or the labour that was added or corrected. */
  costWhat?: string
  costQuantity?: number
  /** Why something was corrected. */
  reason?: string
  /** The hashes of its photos. */
  photos?: string[]
}

/** What was recorded of the work. `standing`: no later one corrects it. */
const maintenanceFact = z.strictObject({
  id: shape.id,
  kind: z.enum(MAINTENANCE_STEPS),
  /** False: what it corrects did not happen. */
  happened: z.boolean(),
  atMs: z.int(),
  technician: z.string(),
  meterHours: z.number().nullable(),
  done: z.string(),
  reason: z.string(),
  enteredBy: shape.person,
  enteredMs: z.int(),
  standing: z.boolean(),
})
export type MaintenanceFactRow = z.infer<typeof maintenanceFact>

/** A part or labour. `quantity` 0: what it corrects was taken back. */
const maintenanceCost = z.strictObject({
  id: shape.id,
  kind: z.enum(COST_KINDS),
  what: z.string(),
  /** Parts or hours. */
  quantity: z.number(),
  eachCentavos: z.int(),
  centavos: z.int(),
  reason: z.string(),
  enteredBy: shape.person,
  enteredMs: z.int(),
  /** The cost that it corrects. */
  corrects: shape.id.nullable(),
  standing: z.boolean(),
})
export type MaintenanceCostRow = z.infer<typeof maintenanceCost>

const technician = shape.line(MAINTENANCE_LENGTHS.technician)
const meterHours = z.number().min(METER_HOURS.min).max(METER_HOURS.max).multipleOf(0.1)
const atTheWork = {
  /** Missing: now. */
  atMs: shape.instant.optional(),
  /** Missing: as it was said before. */
  technician: technician.optional(),
  meterHours: meterHours.optional(),
  /** Why the meter goes backward. */
  reason: shape.line(REASON_LENGTH).optional(),
  /** True after the user was asked about a jump of the meter: it was read so. */
  confirmed: z.boolean().optional(),
}
const done = shape.paragraph(WORK_LENGTHS.done)
const cost = {
  what: shape.requiredLine(WORK_LENGTHS.what),
  quantity: z.number().min(COST_QUANTITY.min).max(COST_QUANTITY.max).multipleOf(0.001),
  eachCentavos: z.int().min(COST_CENTAVOS.min).max(COST_CENTAVOS.max),
}

const outcome = shape.outcomeOf('maintenance', maintenanceRow)
const onMaintenance = { ...shape.command, maintenanceId: shape.id, ...shape.onVersion }

export const maintenance = {
  /**
   * Planned maintenance is sorted earliest first, everything else newest first. The default status is planned. `state`
   * tells scheduled from under way; `all` is for one machine's history.
   */
  list: question('see-office', 'maintenance', 'machine', 'user')
    .input(
      z.strictObject({
        machineId: shape.id.optional(),
        status: z.enum(MAINTENANCE_STATUSES).optional(),
        state: z.enum([...MAINTENANCE_STATES, 'all']).optional(),
        cursor: shape.cursor.optional(),
      }),
    )
    .output(z.strictObject({ maintenance: z.array(maintenanceRow), nextCursor: z.string().nullable() })),
  /**
   * Whether maintenance could be scheduled; if not, what is in the way, and when the machine is free for as long. Never
   * writes, never cached.
   */
  check: question('keep-maintenance', ...TAKING_TIME, 'machine', 'member', 'settings', 'user')
    .input(z.strictObject({ machineId: shape.id, period: shape.period }))
    .output(availability),
  schedule: command('keep-maintenance')
    .input(
      z.strictObject({
        ...shape.command,
        machineId: shape.id,
        period: shape.period,
        kind: shape.maintenanceKind,
        note: shape.paragraph(MAINTENANCE_LENGTHS.note).optional(),
        /** Who is to do it. */
        technician: technician.optional(),
      }),
    )
    .output(outcome),
  /**
   * The machine broke down: it is under repair from now on, until somebody finishes it. `displace` names the bookings
   * that may lose their time to it. Refused with `still-promised` while it lacks one that the repair reaches.
   */
  breakDown: command('enter-bookings')
    .input(
      z.strictObject({
        ...shape.command,
        machineId: shape.id,
        kind: shape.maintenanceKind,
        note: shape.paragraph(MAINTENANCE_LENGTHS.note).optional(),
        /** Null: nobody knows. Until then, or until the end of each day that it lasts, the machine's time is shut. */
        expectedEndMs: shape.instant.nullable(),
        displace: z.array(shape.id).max(MOST_DISPLACED),
        /** Photos that were kept before: `bookings.keepPhoto`. */
        photos: photos.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({
          ok: z.literal(true),
          maintenance: maintenanceRow,
          displaced: z.array(bookingRow),
        }),
        shape.refused,
      ]),
    ),
  /** What a breakdown now would be told, and the bookings that would lose their time to it. */
  reach: question('enter-bookings', 'booking', 'maintenance', 'member', 'settings', 'user')
    .input(z.strictObject({ machineId: shape.id, expectedEndMs: shape.instant.nullable() }))
    .output(z.strictObject({ refusal: shape.refusal.nullable(), displaces: z.array(shape.inTheWay) })),
  /** Says when maintenance without a known end is expected to end; null: nobody knows. */
  expect: command('enter-bookings')
    .input(z.strictObject({ ...onMaintenance, expectedEndMs: shape.instant.nullable() }))
    .output(outcome),
  /** The machines that need maintenance now by the plan of their type or the rule of the settings: the first 100. */
  due: question('see-office', 'maintenance', 'booking', 'machine', 'machine-type', 'settings')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        due: z.array(
          z.strictObject({
            machineId: shape.id,
            machineName: z.string(),
            type: z.string(),
            because: z.array(shape.dueBecause),
          }),
        ),
        count: z.int(),
      }),
    ),
  /** What the form for a machine's next maintenance begins with: why it is due, the next free day, who did the last. */
  propose: question('keep-maintenance', ...TAKING_TIME, 'machine', 'machine-type', 'settings')
    .input(z.strictObject({ machineId: shape.id }))
    .output(
      z.discriminatedUnion('ok', [
        z.strictObject({
          ok: z.literal(true),
          because: z.array(shape.dueBecause),
          period: shape.period.nullable(),
          technician: z.string(),
        }),
        shape.refused,
      ]),
    ),
  /** What maintenance of a machine cost in each of the last five years, and which share of the time it was down. */
  figures: question('see-office', 'maintenance', 'booking', 'settings')
    .input(z.strictObject({ machineId: shape.id }))
    .output(
      z.strictObject({
        years: z.array(
          z.strictObject({
            year: z.int(),
            count: z.int(),
            costCentavos: z.int(),
            /** What the meter ran, and what an hour of it cost; null where it was not read. */
            hours: z.number().nullable(),
            perHourCentavos: z.int().nullable(),
            /** From 0 to 1. */
            downShare: z.number(),
          }),
        ),
      }),
    ),
  /** One maintenance with everything that was recorded of its work and its costs, in the order of its entry. */
  get: question('see-office', 'maintenance', 'machine', 'user')
    .input(z.strictObject({ maintenanceId: shape.id }))
    .output(
      z.strictObject({
        maintenance: maintenanceRow.nullable(),
        facts: z.array(maintenanceFact),
        costs: z.array(maintenanceCost),
      }),
    ),
  /** The work begins. */
  start: command('keep-maintenance')
    .input(z.strictObject({ ...onMaintenance, ...atTheWork }))
    .output(outcome),
  /** The work is done, and the machine is free again. */
  finish: command('keep-maintenance')
    .input(z.strictObject({ ...onMaintenance, ...atTheWork, done: done.optional() }))
    .output(outcome),
  /** Corrects what was recorded of the beginning or the end of the work. What is left out stays; null: it was not read. */
  correct: command('keep-maintenance')
    .input(
      z.strictObject({
        ...onMaintenance,
        ...atTheWork,
        step: z.enum(['start', 'finish']),
        meterHours: meterHours.nullable().optional(),
        done: done.optional(),
        reason: shape.requiredLine(REASON_LENGTH),
      }),
    )
    .output(outcome),
  /** No cost is added any more. */
  close: command('keep-maintenance').input(z.strictObject(onMaintenance)).output(outcome),
  /** Adds a part, or hours of labour, with what one of them costs. */
  addCost: command('keep-maintenance')
    .input(z.strictObject({ ...onMaintenance, kind: z.enum(COST_KINDS), ...cost }))
    .output(outcome),
  /** Corrects a cost by another entry. Quantity 0 takes it back. */
  correctCost: command('keep-maintenance')
    .input(
      z.strictObject({
        ...onMaintenance,
        costId: shape.id,
        ...cost,
        quantity: z.number().min(0).max(COST_QUANTITY.max).multipleOf(0.001),
        reason: shape.requiredLine(REASON_LENGTH),
      }),
    )
    .output(outcome),
  cancel: command('keep-maintenance').input(z.strictObject(onMaintenance)).output(outcome),
}
