import { endOfRepair } from '#booking/maintenance/decide-end'
import type { MaintenanceStep } from '#booking/maintenance/kinds'
import { decideCallOff, decideClose, decideWork, decideWorkCorrected } from '#booking/maintenance/work'
import type { StoredMaintenance } from '#db/read/maintenance'
import {
  readLastMaintenanceFact,
  readMeterBeside,
  type StoredMaintenanceFact,
} from '#db/read/maintenance-work'
import { endRepair, insertMaintenanceFact, updateMaintenance } from '#db/write/maintenance'
import { changeRecord } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { freesTime } from '../waiting/frees-time.ts'
import { maintenanceRecord } from './record.ts'

/** The work begins: a fact, like its end. */
export const start = commandOn('maintenance.start', maintenanceRecord, (context, stored, args) =>
  record(context, stored, { step: 'start', ...args }),
)

/** The work is done, and the machine is free again. */
export const finish = freesTime(
  commandOn('maintenance.finish', maintenanceRecord, (context, stored, args) =>
    record(context, stored, { step: 'finish', ...args }),
  ),
)

type Said = {
  readonly step: 'start' | 'finish'
  readonly atMs?: number | undefined
  readonly technician?: string | undefined
  readonly meterHours?: number | null | undefined
  readonly done?: string | undefined
  readonly reason?: string | undefined
  readonly confirmed?: boolean | undefined
}

function record(context: CommandContext, stored: StoredMaintenance, said: Said) {
  const { step, technician = '', meterHours = null, done = '', reason = '' } = said
  const atMs = said.atMs ?? context.nowMs
  const decision = decideWork(step, atMs, stored, factsAt(context, stored, { ...said, atMs, meterHours }))
  if (!decision.ok) return decision
  const corrects = readLastMaintenanceFact(context.tx, stored.id, step)
  const fact = { kind: step, atMs, technician, meterHours, done, reason }
  return changeRecord(context, maintenanceRecord, stored.id, () => write(context, stored, fact, corrects))
}

/** Corrects the beginning or the end of the work by another fact. */
export const correct = freesTime(
  commandOn('maintenance.correct', maintenanceRecord, (context, stored, args) => {
    const { step, reason } = args
    const known = readLastMaintenanceFact(context.tx, stored.id, step)
    const { technician = known?.technician ?? '', done = known?.done ?? '' } = args
    const atMs = args.atMs ?? known?.atMs ?? context.nowMs
    const meterHours = args.meterHours === undefined ? (known?.meterHours ?? null) : args.meterHours
    // A reason is given for the correction, so a meter that goes backward has one, too.
    const facts = factsAt(context, stored, { ...args, atMs, meterHours }, known?.id)
    const decision = decideWorkCorrected(step, atMs, stored, facts)
    if (!decision.ok) return decision
    const fact = { kind: step, atMs, technician, meterHours, done, reason }
    return changeRecord(context, maintenanceRecord, stored.id, () => write(context, stored, fact, known), {
      reason,
    })
  }),
)

/** No cost is added any more. */
export const close = commandOn('maintenance.close', maintenanceRecord, (context, stored) => {
  const decision = decideClose(stored)
  if (!decision.ok) return decision
  const corrects = readLastMaintenanceFact(context.tx, stored.id, 'close')
  return changeRecord(context, maintenanceRecord, stored.id, () =>
    write(context, stored, { kind: 'close', atMs: context.nowMs }, corrects),
  )
})

export const cancel = freesTime(
  commandOn('maintenance.cancel', maintenanceRecord, (context, stored) => {
    const decision = decideCallOff(stored)
    if (!decision.ok) return decision
    return changeRecord(context, maintenanceRecord, stored.id, () =>
      updateMaintenance(context.tx, stored.id, { status: 'cancelled' }),
    )
  }),
)

function factsAt(
  { tx, nowMs }: CommandContext,
  { machineId }: StoredMaintenance,
  { atMs, meterHours, reason = '', confirmed = false }: Said & { atMs: number; meterHours: number | null },
  exceptId?: string,
) {
  const meter = readMeterBeside(tx, machineId, { atMs, lastMs: nowMs }, exceptId)
  return { nowMs, meterHours, reading: { meter, reason, confirmed } }
}

type NewFact = Pick<StoredMaintenanceFact, 'kind' | 'atMs'> & Partial<StoredMaintenanceFact>

/** Adds the fact, which moves the maintenance along; what lasted until it was finished ends with it. */
function write(
  context: CommandContext,
  { id, openEnded, startMs }: Pick<StoredMaintenance, 'id' | 'openEnded' | 'startMs'>,
  fact: NewFact,
  corrects: StoredMaintenanceFact | undefined,
): void {
  const { tx, nowMs, actor, commandId } = context
  insertMaintenanceFact(tx, {
    ...fact,
    id: `${commandId} ${fact.kind}`,
    maintenanceId: id,
    enteredBy: actor.id || null,
    enteredMs: nowMs,
    corrects: corrects?.id ?? null,
  })
  if (openEnded && fact.kind === 'finish') endRepair(tx, id, endOfRepair(startMs, fact.atMs))
}

type Times = Partial<Pick<StoredMaintenance, 'startedMs' | 'finishedMs' | 'closedMs'>>
const TIME_OF: { readonly [S in MaintenanceStep]: keyof Times } = {
  start: 'startedMs',
  finish: 'finishedMs',
  close: 'closedMs',
}

/**
 * Says by further facts that the work stands again as it was before a step, or after it (C11).
 * @returns whether there was such a time among what it was
 */
export function recordAgain(context: CommandContext, id: string, was: Times): boolean {
  let said = false
  for (const kind of ['close', 'finish', 'start'] as const) {
    const atMs = was[TIME_OF[kind]]
    const last = atMs === undefined ? undefined : readLastMaintenanceFact(context.tx, id, kind)
    if (atMs === undefined || !last) continue
    const { technician, meterHours, done, reason } = last
    const again = {
      kind,
      atMs: atMs ?? last.atMs,
      happened: atMs !== null,
      technician,
      meterHours,
      done,
      reason,
    }
    write(context, { id, openEnded: false, startMs: 0 }, again, last)
    said = true
  }
  return said
}
