import { decideMaintenance } from '#booking/maintenance/decide-maintenance'
import { refuse } from '#booking/refusal'
import { endsAfterItStarts, intervalOf } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import { periodColumns } from '#db/period-columns'
import { readMachine } from '#db/read/machines'
import { readMaintenance, readShownMaintenance } from '#db/read/maintenance'
import { insertMaintenance, updateMaintenance } from '#db/write/maintenance'
import { allBlocks } from '../bookings/slots.ts'
import { type CommandContext, difference, type Handler } from '../law/command.ts'
import { checkVersion } from '../law/version.ts'

type Args = CallArgs['maintenance']
type ShownMaintenance = NonNullable<ReturnType<typeof readShownMaintenance>>
type MaintenanceHandler<Name extends keyof Args> = Handler<Args[Name], { maintenance: ShownMaintenance }>

export const schedule: MaintenanceHandler<'schedule'> = (context, args) => {
  const { tx, calendar, nowMs, settings, commandId: id } = context
  const machine = readMachine(tx, args.machineId, settings)
  if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: args.machineId })
  const interval = endsAfterItStarts(args.period) ? intervalOf(args.period, calendar) : undefined
  const blocks = interval ? allBlocks(tx, args.machineId, interval, {}, context) : []
  const decision = decideMaintenance(args.period, { nowMs, calendar, machine: machine.facts, blocks })
  if (!decision.ok) return decision
  insertMaintenance(tx, {
    id,
    machineId: args.machineId,
    kind: args.kind,
    status: 'planned',
    ...periodColumns(args.period, decision.interval),
    note: args.note ?? '',
    scheduledBy: context.actor.id || null,
    scheduledMs: nowMs,
  })
  return recorded(context, id, null)
}

export const finish: MaintenanceHandler<'finish'> = (context, args) => end(context, args, 'finished')
export const cancel: MaintenanceHandler<'cancel'> = (context, args) => end(context, args, 'cancelled')

function end(context: CommandContext, args: Args['finish'], status: 'finished' | 'cancelled') {
  const stored = readMaintenance(context.tx, args.maintenanceId)
  const before = stored && readShownMaintenance(context.tx, stored.id)
  if (!stored || !before) return refuse({ reason: 'not-found', what: 'maintenance', id: args.maintenanceId })
  const stale = checkVersion(context.tx, 'maintenance', stored, args.version)
  if (stale) return stale
  if (stored.status !== 'planned')
    return refuse({ reason: 'move-not-allowed', from: stored.status, to: status })
  updateMaintenance(context.tx, stored.id, {
    status,
    finishedMs: status === 'finished' ? context.nowMs : null,
  })
  return recorded(context, stored.id, before)
}

function recorded(context: CommandContext, id: string, before: ShownMaintenance | null) {
  const maintenance = readShownMaintenance(context.tx, id)
  if (!maintenance) throw new Error(`maintenance ${id} cannot be read back`)
  const states = before
    ? difference(said(before), said(maintenance))
    : { before: null, after: said(maintenance) }
  const { version, machineName: title } = maintenance
  context.record({ entity: 'maintenance', entityId: id, version, title, ...states })
  return { ok: true as const, maintenance }
}

function said(maintenance: ShownMaintenance) {
  const { machineName, kind, status, period, note, finishedMs } = maintenance
  return { machineName, kind, status, period, note, finishedMs }
}
