import { RATE_UNITS, RATE_WITH } from '#booking/money/price'
import { standingOfRate } from '#booking/money/rates'
import type { LocalDay } from '#booking/time/day'
import type { RateInHistory, RateRow } from '#calls/rates'
import type { ReadDb } from '#db/file'
import { careful, idOrNull, instantOr, isOneOf, isStoredDay } from '#db/odd-values'
import { NOBODY } from '#db/read/bookings'
import { readStoredMachine, readType } from '#db/read/machines'
import { readRate, readRatesOfMachine, readRatesOfType, type StoredRate } from '#db/read/rates'
import { readUser } from '#db/read/users'
import { rates } from '#db/tables/rates'
import { type RecordKind, withoutIds } from '../law/record.ts'
import { restoring } from '../law/restoring.ts'
import { dayIn } from '../law/time-zone.ts'

/** The rates of the same machine or the same type, in the order in which they were added. */
export function ratesBeside(db: ReadDb, { machineId, typeId }: Pick<StoredRate, 'machineId' | 'typeId'>) {
  if (machineId === null) return readRatesOfType(db, typeId ?? '')
  return readRatesOfMachine(db, machineId).filter(rate => rate.machineId !== null)
}

/** @param own the rates of the same machine or the same type */
export function shownRate(
  db: ReadDb,
  stored: StoredRate,
  own: readonly StoredRate[],
  today: LocalDay,
): RateRow {
  const { nth: _, setBy, ...rate } = stored
  const { take, marked } = careful()
  const { per, centavos, forOthersCentavos } = rate
  const isAmount = (amount: number | null) => amount === null || Number.isSafeInteger(amount)
  const of = rate.machineId === null ? readType(db, rate.typeId ?? '') : readStoredMachine(db, rate.machineId)
  return {
    ...rate,
    of: of?.name ?? '',
    validFrom: take('validFrom', isStoredDay(rate.validFrom), rate.validFrom, today),
    per: take('per', per === null || isOneOf(RATE_UNITS, per), per, null),
    centavos: take('centavos', isAmount(centavos), centavos, null),
    forOthersCentavos: take('forOthersCentavos', isAmount(forOthersCentavos), forOthersCentavos, null),
    with: take('with', isOneOf(RATE_WITH, rate.with), rate.with, 'nothing' as const),
    standing: standingOfRate(own.find(one => one.id === stored.id) ?? stored, own, today),
    setBy: { id: idOrNull(setBy) ?? NOBODY, name: (setBy && readUser(db, setBy)?.name) || 'system' },
    setMs: instantOr(rate.setMs, 0),
    ...marked(),
  }
}

export const rateRecord = {
  entity: 'rate',
  key: 'rate',
  table: rates,
  stored: readRate,
  shown({ db, nowMs, settings }, id) {
    const stored = readRate(db, id)
    return stored && shownRate(db, stored, ratesBeside(db, stored), dayIn(settings, nowMs))
  },
  title: ({ of }) => of,
  said(shown): RateInHistory {
    const { of: _, standing: _s, setBy: _b, setMs: _m, unreadable: _u, ...said } = withoutIds(shown)
    return said
  },
} satisfies RecordKind<'rate', StoredRate, RateRow, RateInHistory>

/** A rate stays: what was valid is never taken back, and another rate follows it. */
export const rateRestoring = restoring({
  kind: rateRecord,
  mayBe: () => ({ ok: true }),
  write(_, id) {
    throw new Error(`the rate ${id} cannot be changed`)
  },
})
