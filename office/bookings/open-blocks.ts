import { batchUntilMs, openUntilMs } from '#booking/availability/block'
import { LONGEST_OPEN_MS, lastsUntilMs } from '#booking/availability/open-ended'
import type { OpenCalendar } from '#booking/hours/opening-hours'
import { withBuffers } from '#booking/time/interval'
import type { ReadDb } from '#db/file'
import { readMachineOut, readOpenBatches, readOpenRepairs } from '#db/read/availability'
import { readMachinesThatMayLast } from '#db/read/open-blocks'
import { insertChange } from '#db/write/history'
import { keepShut, type OpenBlock } from '#db/write/open-blocks'
import type { CommandContext } from '../law/command.ts'
import { openCalendar } from '../law/open-calendar.ts'
import { settingsNow } from '../office.ts'
import { tellHits } from './hits.ts'

type Now = { readonly nowMs: number; readonly calendar: OpenCalendar }
/** `isNew`: the file does not keep it shut yet. */
export type Outdated = OpenBlock & { readonly isNew: boolean }

/**
 * What the file must be told of a machine that is out past its end, under a repair without a known end, or with a
 * batch that lasts until its grain is dry: where it
 * keeps the time shut until another instant than the rules say.
 */
export function outdatedBlocks(db: ReadDb, machineId: string, { nowMs, calendar }: Now): Outdated[] {
  const out = readMachineOut(db, machineId).map(one => {
    const { bookingId: refId, units } = one.booking
    const fromMs = withBuffers(one.booking, one.buffers).endMs
    const untilMs = openUntilMs(one, nowMs, calendar)
    const { keptUntilMs } = one
    return { kind: 'booking' as const, refId, machineId, fromMs, untilMs, keptUntilMs, units, whole: false }
  })
  const repairs = readOpenRepairs(db, machineId).map(({ what, expectedEndMs, keptUntilMs }) => ({
    kind: 'maintenance' as const,
    refId: what.maintenanceId,
    machineId,
    fromMs: what.startMs,
    untilMs: lastsUntilMs(expectedEndMs, nowMs, calendar),
    keptUntilMs,
    units: 1,
    whole: true,
  }))
  const drying = readOpenBatches(db, machineId).map(one => ({
    kind: 'batch' as const,
    refId: one.what.batchId,
    machineId,
    fromMs: one.what.endMs + one.bufferAfterMs,
    untilMs: batchUntilMs(one, nowMs, calendar),
    keptUntilMs: one.keptUntilMs,
    units: 1,
    whole: true,
  }))
  return [...out, ...repairs, ...drying].flatMap(({ keptUntilMs, ...block }) => {
    const untilMs = Math.min(Math.max(block.untilMs, block.fromMs), block.fromMs + LONGEST_OPEN_MS)
    const isNew = keptUntilMs === null
    return untilMs === (keptUntilMs ?? block.fromMs) ? [] : [{ ...block, untilMs, isNew }]
  })
}

/**
 * Keeps a machine's time shut in the file as far as the rules say now, and tells whom that hits. Doing it twice does no
 * more than doing it once.
 * @returns what it told the file
 */
export function keepOpenBlocks(context: CommandContext, machineId: string): Outdated[] {
  const outdated = outdatedBlocks(context.tx, machineId, context)
  for (const block of outdated) keepShut(context.tx, block)
  tellHits(context, machineId)
  return outdated
}

/**
 * The same for every machine, after the hours at which the cooperative's office closes have changed in this transaction.
 */
export function keepAllOpenBlocks(context: CommandContext): void {
  const { tx } = context
  const settings = settingsNow(tx)
  const changed = { ...context, settings, calendar: openCalendar(tx, settings) }
  for (const machineId of readMachinesThatMayLast(tx)) {
    // When it is expected to end is shown with it, and has changed without a new version.
    for (const { kind, refId } of keepOpenBlocks(changed, machineId)) insertChange(tx, kind, refId, 1)
  }
}
