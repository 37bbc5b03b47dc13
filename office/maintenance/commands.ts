import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { periodColumns } from '#db/period-columns'
import { readMachine } from '#db/read/machines'
import { insertMaintenance } from '#db/write/maintenance'
import { addRecord } from '../law/change-record.ts'
import { command } from '../law/command.ts'
import { blocksOf } from './check.ts'
import { maintenanceRecord } from './record.ts'

export const schedule = command('maintenance.schedule', (context, args) => {
  const { tx, calendar, nowMs, settings, commandId: id } = context
  const machine = readMachine(tx, args.machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const blocks = blocksOf(tx, args, context)
  const decision = decideMaintenance(
    args.period,
    { nowMs, calendar, machine: machine.facts, blocks },
    args.kind,
  )
  if (!decision.ok) return decision
  return addRecord(context, maintenanceRecord, id, () =>
    insertMaintenance(tx, {
      id,
      machineId: args.machineId,
      kind: args.kind,
      status: 'planned',
      ...periodColumns(args.period, decision.interval),
      note: args.note ?? '',
      technician: args.technician ?? '',
      scheduledBy: context.actor.id || null,
      scheduledMs: nowMs,
    }),
  )
})
