import * as z from 'zod'
import { MAINTENANCE_STATUSES } from '#booking/maintenance/kinds'
import { photos } from './booking-facts.ts'
import { availability, bookingRow } from './booking-rows.ts'
import { command, question, TAKING_TIME } from './call.ts'
import { MAINTENANCE_LENGTHS, MOST_DISPLACED } from './limits.ts'
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
  unreadable: shape.unreadable,
})
export type MaintenanceRow = z.infer<typeof maintenanceRow>
/** What the history says of maintenance. */
export type MaintenanceInHistory = Pick<
  MaintenanceRow,
  'machineName' | 'kind' | 'status' | 'period' | 'note' | 'finishedMs' | 'openEnded' | 'expectedEndMs'
> & {
  /** The hashes of its photos. */
  photos?: string[]
}

const outcome = shape.outcomeOf('maintenance', maintenanceRow)
const onMaintenance = { ...shape.command, maintenanceId: shape.id, ...shape.onVersion }

export const maintenance = {
  /**
   * Planned maintenance is sorted earliest first, finished and cancelled newest first. The default status is
   * planned.
   */
  list: question('see-office', 'maintenance', 'machine', 'user')
    .input(
      z.strictObject({
        machineId: shape.id.optional(),
        status: z.enum(MAINTENANCE_STATUSES).optional(),
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
  finish: command('keep-maintenance').input(z.strictObject(onMaintenance)).output(outcome),
  cancel: command('keep-maintenance').input(z.strictObject(onMaintenance)).output(outcome),
}
