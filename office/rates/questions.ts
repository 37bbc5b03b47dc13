import { type Quote, quote, quoteFor } from '#booking/money/price'
import { rateOn } from '#booking/money/rates'
import { firstDay } from '#booking/time/period'
import type { CallArgs, OutputOf } from '#calls/contract'
import { rateIn, readMemberKind, readRatesOfMachine, readRatesOfType, type StoredRate } from '#db/read/rates'
import { reading } from '#db/transaction'
import { calendarOf, dayIn } from '../law/time-zone.ts'
import { type Office, settingsNow } from '../office.ts'
import { ratesBeside, shownRate } from './record.ts'

const MOST_RATES = 100

/** The rates of a machine and its type, or of a type, the latest day first. */
export function ratesList(office: Office, args: CallArgs['rates']['list']): OutputOf<'rates.list'> {
  const { db } = office.file
  const today = dayIn(settingsNow(db), office.clock.nowMs())
  const { machineId, typeId = '' } = args
  const stored = machineId === undefined ? readRatesOfType(db, typeId) : readRatesOfMachine(db, machineId)
  const latest = stored.toSorted(byDay).slice(0, MOST_RATES)
  const sameAs = (rate: StoredRate) => stored.filter(one => one.machineId === rate.machineId)
  return { rates: latest.map(rate => shownRate(db, rate, sameAs(rate), today)) }
}

/** The machine's own first; then the latest day, and of that the one added last. */
function byDay(a: StoredRate, b: StoredRate): number {
  if ((a.machineId === null) !== (b.machineId === null)) return a.machineId === null ? 1 : -1
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? 1 : -1
  return b.nth - a.nth
}

/** What a machine costs somebody, and how that comes about. */
export function quoteOf(office: Office, args: CallArgs['rates']['quote']): OutputOf<'rates.quote'> {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { machineId, memberId, period, units = 1, quantity } = args
    const settings = settingsNow(db)
    const calendar = calendarOf(settings.office.timeZone)
    const today = calendar.dayOf(office.clock.nowMs())
    const memberKind = memberId === undefined ? 'member' : readMemberKind(db, memberId)
    const day = period ? firstDay(period, calendar) : today
    const holds = rateOn(day, readRatesOfMachine(db, machineId))
    const rate = holds && rateIn(holds, memberKind)
    if (!holds || !rate) return { quote: null, centavos: null, lines: [], rate: null, memberKind }
    const isCounted = quantity !== undefined || period !== undefined || rate.per === 'flat'
    const quoted: Quote =
      quantity === undefined && period
        ? quote(rate, period, units, calendar)
        : isCounted
          ? quoteFor(rate, quantity ?? 1)
          : { kind: 'measured-later', rate }
    const row = shownRate(db, holds, ratesBeside(db, holds), today)
    return { quote: quoted, ...amountOf(quoted), rate: row, memberKind }
  })
}

function amountOf(quoted: Quote): Pick<OutputOf<'rates.quote'>, 'centavos' | 'lines'> {
  if (quoted.kind === 'measured-later') return { centavos: null, lines: [] }
  const { centavos, quantity, rate } = quoted
  return {
    centavos,
    lines: [{ what: 'work', quantity, per: rate.per, eachCentavos: rate.centavos, centavos }],
  }
}
