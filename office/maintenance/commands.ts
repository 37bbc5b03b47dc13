import { decideEnd, endOfRepair } from '#booking/maintenance/decide-end'
import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { periodColumns } from '#db/period-columns'
import { readMachine } from '#db/read/machines'
import type { StoredMaintenance } from '#db/read/maintenance'
import { insertMaintenance, updateMaintenance } from '#db/write/maintenance'
import { addRecord, changeRecord } from '../law/change-record.ts'
import { type CommandContext, command, commandOn } from '../law/command.ts'
import { freesTime } from '../waiting/frees-time.ts'
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
      scheduledBy: context.actor.id || null,
      scheduledMs: nowMs,
    }),
  )
})

export const finish = freesTime(
  commandOn('maintenance.finish', maintenanceRecord, (context, stored) => end(context, stored, 'finished')),
)
export const cancel = freesTime(
  commandOn('maintenance.cancel', maintenanceRecord, (context, stored) => end(context, stored, 'cancelled')),
)

function end(context: CommandContext, stored: StoredMaintenance, status: 'finished' | 'cancelled') {
  const decision = decideEnd(stored.status, status)
  if (!decision.ok) return decision
  const { nowMs } = context
  const finishedMs = status === 'finished' ? nowMs : null
  // What lasted until it was finished ends now.
  const endMs = stored.openEnded && finishedMs !== null ? endOfRepair(stored.startMs, nowMs) : undefined
  return changeRecord(context, maintenanceRecord, stored.id, () =>
    updateMaintenance(context.tx, stored.id, { status, finishedMs, endMs }),
  )
}
