import { daytimeStarts } from '#booking/availability/daytime'
import { nextFreePeriods, type Search } from '#booking/availability/free-windows'
import { decidePeriod, type MachineFacts, memberRefusal } from '#booking/bookings/decide-booking'
import { lookAgainFrom } from '#booking/hours/decide-open'
import { endOfDay } from '#booking/time/calendar'
import { addDays, MINUTE_MS } from '#booking/time/day'
import { modeOf, periodFrom } from '#booking/time/length'
import { intervalOf, type Period } from '#booking/time/period'
import { offerEndsMs, offerMs } from '#booking/waiting/offer-time'
import { periodColumns } from '#db/period-columns'
import { readMachine, readMachinesOfType } from '#db/read/machines'
import { readMemberFacts } from '#db/read/members'
import {
  listWaiting,
  readOffersOf,
  readRunningOffers,
  readWaiting,
  type StoredOffer,
  type StoredWaiting,
} from '#db/read/waiting'
import { insertChange } from '#db/write/history'
import { endOffer, insertOffer, updateWaiting } from '#db/write/waiting'
import { nextFree } from '../availability/next-free.ts'
import { changeRecord } from '../law/change-record.ts'
import type { CommandContext } from '../law/command.ts'
import { tell } from '../notices/tell.ts'
import { lengthOf, waitingRecord } from './record.ts'

/** So many may wait at the same time and still be looked at for each time that becomes free. */
const MOST_LOOKED_AT = 500

/**
 * Goes on with the waiting list as `system` (C8): ends what is over, and offers each time that is free now to the first
 * in turn whom it fits. Doing it twice does no more than doing it once.
 * @returns how many offers it ended and made, and how many entries it closed because their days have passed
 */
export function goOn(context: CommandContext): { ended: number; made: number; closed: number } {
  const { tx } = context
  const over = endedOffers(context)
  for (const { offer, how } of over) end(context, offer, how)
  let [made, closed] = [0, 0]
  for (const entry of listWaiting(tx, undefined, MOST_LOOKED_AT)) {
    if (isOver(context, entry)) {
      close(context, entry)
      closed += 1
    } else if (offerTo(context, entry)) made += 1
  }
  return { ended: over.length, made, closed }
}

/** Whether there is anything to go on with, so that an hour in which nothing happened leaves nothing behind. */
export function isAnythingToDo(
  context: Pick<CommandContext, 'tx' | 'nowMs' | 'settings' | 'calendar'>,
): boolean {
  if (endedOffers(context).length > 0) return true
  const waiting = listWaiting(context.tx, undefined, MOST_LOOKED_AT)
  return waiting.some(entry => isOver(context, entry) || firstFor(context, entry) !== null)
}

/** Ends a running offer, and says so in the history of the entry. */
export function end(
  context: CommandContext,
  offer: StoredOffer,
  status: 'taken' | 'declined' | 'lapsed' | 'withdrawn',
) {
  const { tx } = context
  const ended = changeRecord(
    context,
    waitingRecord,
    offer.waitingId,
    () => {
      endOffer(tx, offer.id, status)
      updateWaiting(tx, offer.waitingId, {})
    },
    { offerEnded: status },
  )
  insertChange(tx, 'hold', offer.id, 1)
  return ended
}

type Now = Pick<CommandContext, 'tx' | 'nowMs' | 'settings' | 'calendar'>
type Found = { machine: MachineFacts; period: Period }

/** The running offers that end now: not taken in time, or held for a member who may not book any more. */
function endedOffers({ tx, nowMs }: Now): { offer: StoredOffer; how: 'lapsed' | 'withdrawn' }[] {
  return readRunningOffers(tx).flatMap(offer => {
    if (offer.leftMs <= 0 || offer.startMs <= nowMs) return { offer, how: 'lapsed' as const }
    const entry = readWaiting(tx, offer.waitingId)
    const member = entry && readMemberFacts(tx, entry.memberId)
    return member && memberRefusal(member) ? { offer, how: 'withdrawn' as const } : []
  })
}

function isOver({ nowMs, calendar }: Now, { toDay }: StoredWaiting): boolean {
  return endOfDay(calendar, toDay) <= nowMs
}

function close(context: CommandContext, { id }: StoredWaiting): void {
  changeRecord(context, waitingRecord, id, () => updateWaiting(context.tx, id, { status: 'over' }))
}

function offerTo(context: CommandContext, entry: StoredWaiting): boolean {
  const found = firstFor(context, entry)
  if (!found) return false
  const { tx, ids, nowMs, calendar, settings } = context
  const { machine, period } = found
  const offerId = ids.newId()
  const interval = intervalOf(period, calendar)
  const leftMs = offerMs(settings.offers.minutes)
  const { fromOffset: _, toOffset: _to, ...when } = periodColumns(period, interval)
  const made = changeRecord(
    context,
    waitingRecord,
    entry.id,
    () => {
      insertOffer(tx, {
        id: offerId,
        waitingId: entry.id,
        machineId: machine.id,
        ...when,
        units: entry.units,
        bufferBeforeMs: machine.bufferBeforeMs,
        bufferAfterMs: machine.bufferAfterMs,
        madeMs: nowMs,
        leftMs,
        untilMs: offerEndsMs({ leftMs, startMs: interval.startMs }, nowMs, calendar),
      })
      updateWaiting(tx, entry.id, {})
    },
    { offered: machine.name },
  )
  insertChange(tx, 'hold', offerId, 1)
  tell(context, waitingRecord, made.waiting.id, { kind: 'offer', forThoseWhoMay: 'enter-bookings' })
  return true
}

/**
 * The first free time that fits an entry without an offer: on the days that are wanted, still to come, and none that the
 * member declined or let pass. The notice period counts from the request: whoever waits has given notice.
 */
function firstFor(context: Now, entry: StoredWaiting): Found | null {
  const { tx, calendar, nowMs } = context
  const earlier = readOffersOf(tx, entry.id)
  if (earlier.some(offer => offer.status === 'running')) return null
  const member = readMemberFacts(tx, entry.memberId)
  if (!member || memberRefusal(member)) return null
  const length = lengthOf(entry)
  const wanted = periodFrom(calendar.startOfDay(entry.fromDay), length, calendar)
  const { startMs, endMs } = intervalOf(wanted, calendar)
  const latestMs = endOfDay(calendar, entry.toDay) - (endMs - startMs)
  const starts = 'minutes' in length ? daytimeStarts(length.minutes * MINUTE_MS, calendar) : undefined
  /** What the member declined or let pass is not offered again. */
  function findOn(machineId: string) {
    const refused = earlier
      .filter(offer => offer.machineId === machineId)
      .map(offer => ({ startMs: offer.startMs, endMs: offer.endMs, units: 1, whole: true }))
    return (period: Period, search: Search, count: number) => {
      const loads = [...search.loads, ...refused]
      return nextFreePeriods(period, { ...search, loads, ...(starts && { startFrom: starts }) }, count)
    }
  }
  const found = machinesFor(context, entry)
    .filter(machine => machine.bookingMode === modeOf(length) && !machine.retired)
    .flatMap(facts => {
      const machine = { ...facts, rules: { ...facts.rules, minNoticeDays: 0 } }
      const noticeDay = addDays(calendar.dayOf(entry.requestedMs), facts.rules.minNoticeDays)
      const tomorrow = addDays(calendar.dayOf(nowMs), 1)
      const soonestMs = modeOf(length) === 'days' ? calendar.startOfDay(tomorrow) : nowMs + 1
      const fromMs = Math.max(soonestMs, calendar.startOfDay(noticeDay))
      const [period] = nextFree(
        tx,
        {
          machine,
          wanted,
          units: entry.units,
          begins: [{ fromMs }],
          latestMs,
          count: 1,
          find: findOn(machine.id),
          notThen: one => lookAgainFrom(one, { machine, calendar }),
          allowed: one =>
            decidePeriod(
              { period: one, units: entry.units },
              { nowMs, calendar, role: 'clerk', machine, blocks: [] },
            ).ok,
        },
        context,
      )
      return period ? [{ machine: facts, period }] : []
    })
  const startOf = ({ period }: Found) => intervalOf(period, calendar).startMs
  return found.sort((a, b) => startOf(a) - startOf(b))[0] ?? null
}

function machinesFor({ tx, settings }: Now, { machineId, typeId }: StoredWaiting): MachineFacts[] {
  if (typeId !== null) return readMachinesOfType(tx, typeId, settings)
  const machine = machineId === null ? undefined : readMachine(tx, machineId, settings)
  return machine ? [machine.facts] : []
}
