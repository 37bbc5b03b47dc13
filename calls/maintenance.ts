import { oc } from '@orpc/contract'
import * as z from 'zod'
import { MAINTENANCE_LENGTHS } from './limits.ts'
import * as shape from './shapes.ts'

const maintenanceRow = z.strictObject({
  id: shape.id,
  version: shape.version,
  machineId: shape.id,
  machineName: z.string(),
  kind: shape.maintenanceKind,
  status: z.enum(['planned', 'finished', 'cancelled']),
  period: shape.period,
  startMs: z.int(),
  endMs: z.int(),
  note: z.string(),
  scheduledBy: shape.person,
  scheduledMs: z.int(),
  finishedMs: z.int().nullable(),
})
export type MaintenanceRow = z.infer<typeof maintenanceRow>

const outcome = shape.outcomeOf('maintenance', maintenanceRow)
const onMaintenance = { ...shape.command, maintenanceId: shape.id, ...shape.onVersion }

export const maintenance = {
  /** Planned ones earliest first, the others newest first. Without a status: the planned ones. */
  list: oc
    .input(
      z.strictObject({
        machineId: shape.id.optional(),
        status: z.enum(['planned', 'finished', 'cancelled']).optional(),
        cursor: shape.cursor.optional(),
      }),
    )
    .output(z.strictObject({ maintenance: z.array(maintenanceRow), nextCursor: z.string().nullable() })),
  schedule: oc
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
  finish: oc.input(z.strictObject(onMaintenance)).output(outcome),
  cancel: oc.input(z.strictObject(onMaintenance)).output(outcome),
}
