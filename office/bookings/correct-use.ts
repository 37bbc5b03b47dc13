import { decideOtherTime } from '#booking/bookings/decide-correction'
import type { FactKind } from '#booking/bookings/facts'
import type { Fuel } from '#booking/machines/fuel'
import { type Decision, refuse } from '#booking/refusal'
import type { InputOf } from '#calls/contract'
import { fuelOf, readStandingFact, type StoredFact } from '#db/read/booking-facts'
import type { StoredBooking } from '#db/read/bookings'
import { insertFact, type NewFact } from '#db/write/booking-facts'
import { changeRecord, difference } from '../law/change-record.ts'
import { type CommandContext, commandOn } from '../law/command.ts'
import { factInHistory } from './fact-in-history.ts'
import { keepOpenBlocks } from './open-blocks.ts'
import { decidePhotos } from './photos.ts'
import { decideMeasured, decideReadNumbers } from './readings.ts'
import { bookingRecord } from './record.ts'
import { pricedWork } from './work.ts'

// A hand-over or a return that was entered wrongly is corrected by another fact, which holds from then on. What the
// correction does not name stays as it was.

export const correctHandOver = commandOn('bookings.correctHandOver', bookingRecord, (context, stored, args) =>
  correct(context, stored, 'hand-over', args, was => ({
    implements: args.implements ?? was.implements,
    slip: args.slip ?? was.slip,
  })),
)

export const correctReturn = commandOn('bookings.correctReturn', bookingRecord, (context, stored, args) =>
  correct(context, stored, 'return', args, was => {
    if (args.work === undefined) return {}
    const { rateCentavos, workPer } = was
    const agreed = rateCentavos !== null && workPer !== null ? { centavos: rateCentavos, per: workPer } : null
    const none = { workQuantity: null, workPer: null, rateCentavos: null, priceCentavos: null }
    return { ...none, ...pricedWork(context, stored, args.work, agreed) }
  }),
)

type Args = Pick<
  InputOf<'bookings.correctHandOver'>,
  'reason' | 'atMs' | 'reading' | 'condition' | 'photos' | 'note'
>

function correct(
  context: CommandContext,
  stored: StoredBooking,
  kind: FactKind,
  args: Args,
  own: (was: StoredFact) => Partial<NewFact>,
) {
  const { tx, nowMs, actor, commandId } = context
  const was = readStandingFact(tx, stored.id, kind)
  if (!was) return refuse({ reason: 'not-recorded', what: kind })
  const atMs = args.atMs ?? was.atMs
  const time = atMs === was.atMs ? { ok: true as const } : decideOtherTime(kind, stored, { nowMs, atMs })
  if (!time.ok) return time
  const read = decideReadAnew(context, was, atMs, args.reading)
  if (!read.ok) return read
  const pictured = decidePhotos(tx, args.photos ?? [])
  if (!pictured.ok) return pictured
  const fact: NewFact = {
    ...was,
    atMs,
    ...read.columns,
    condition: args.condition ?? was.condition,
    photos: args.photos ?? was.photos,
    note: args.note ?? was.note,
    ...own(was),
    id: commandId,
    corrects: was.id,
    reason: args.reason,
    enteredBy: actor.id,
    enteredMs: nowMs,
  }
  const { before, after } = difference(inHistory(was), inHistory(fact))
  const also = { ...after, reason: args.reason }
  const corrected = changeRecord(context, bookingRecord, stored.id, () => insertFact(tx, fact), also, before)
  keepOpenBlocks(context, stored.machineId)
  return corrected
}

/** What the history compares: a field that was not said is empty, so that its end is seen as well. */
function inHistory(fact: NewFact) {
  const empty = {
    meterHours: null,
    fuel: null,
    implements: [],
    slip: '',
    note: '',
    work: null,
    priceCentavos: null,
  }
  return { ...empty, condition: [], photos: [], readingReason: '', ...factInHistory(fact) }
}

/** What was read, where the correction says so; otherwise as it was. The rules look at it among the other readings. */
function decideReadAnew(
  context: CommandContext,
  was: StoredFact,
  atMs: number,
  reading: Args['reading'] = {},
): Decision<{ columns: Partial<NewFact> }> {
  const meterHours = reading.meterHours === undefined ? was.meterHours : reading.meterHours
  const measured: Decision<{ fuel: Fuel | null }> =
    reading.fuel === undefined
      ? { ok: true, fuel: fuelOf(was) }
      : decideMeasured(context.tx, was.machineId, reading.fuel)
  if (!measured.ok) return measured
  const isAsItWas = meterHours === was.meterHours && reading.fuel === undefined && atMs === was.atMs
  if (isAsItWas) return { ok: true, columns: {} }
  return decideReadNumbers(context, was.machineId, {
    atMs,
    readAt: was.kind,
    read: { meterHours, fuel: measured.fuel },
    reason: reading.reason ?? was.readingReason,
    confirmed: reading.confirmed ?? meterHours === was.meterHours,
    exceptId: was.id,
  })
}
