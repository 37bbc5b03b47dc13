import { daytimeStarts } from '#booking/availability/daytime'
import { nextFreePeriods, type Search } from '#booking/availability/free-windows'
import { decidePeriod, type MachineFacts } from '#booking/bookings/decide-booking'
import { lookAgainFrom } from '#booking/hours/decide-open'
import { type Refusal, refuse } from '#booking/refusal'
import { MINUTE_MS } from '#booking/time/day'
import { type Length, modeOf, periodFrom } from '#booking/time/length'
import { intervalOf, type Period } from '#booking/time/period'
import type { CallArgs } from '#calls/contract'
import { FIRST_FREE_TIMES } from '#calls/limits'
import type { ReadDb } from '#db/file'
import type { Except } from '#db/read/availability'
import { readMachine, readMachinesOfType, readType } from '#db/read/machines'
import type { OfficeSettings } from '#db/read/settings'
import { reading } from '#db/transaction'
import type { Actor } from '../law/command.ts'
import type { Office } from '../office.ts'
import { type Alternative, notWhereItIs } from './alternatives.ts'
import { askedBy } from './asked.ts'
import { mayBegin, mayRequest } from './may-request.ts'
import { nextFree } from './next-free.ts'
import { type Asked, asMoved, ownForm } from './slots.ts'

type Wanted = CallArgs['free']['first']
/** `refusal`: why there are none; null if there are some, or if nothing is free in the days that were searched. */
export type FirstFree = { free: Alternative[]; refusal: Refusal | null }

/** The first free times (D9). Never writes and is never cached. */
export function firstFreeTimes(office: Office, user: Actor, wanted: Wanted): FirstFree {
  return reading(office.file.db, () => {
    const { db } = office.file
    const { settings, asked } = askedBy(office, user)
    return firstFree(db, settings, { ...wanted, formId: ownForm(db, wanted.formId, user.id) }, asked)
  })
}

/** With `formId`, what that form holds is left out. */
type Asking = Omit<Wanted, 'formId'> & Pick<Except, 'formId'>

/**
 * The first free times of a machine, or of any machine of a type: earliest first, and by name where several
 * machines are free. This person could request each of them now.
 */
export function firstFree(db: ReadDb, settings: OfficeSettings, wanted: Asking, asked: Asked): FirstFree {
  const machines = machinesFor(db, settings, wanted)
  if (!machines.ok) return { free: [], refusal: machines.refusal }
  const { length, units = 1, formId, exceptBookingId: bookingId } = wanted
  const sought = { length, units, fromMs: startOf(wanted, asked), except: { formId, bookingId } }
  const fitting = machines.machines.filter(one => one.bookingMode === modeOf(length) && !one.retired)
  const free = fitting.reduce<Found[]>(
    (found, machine) => merged(found, timesOf(db, machine, sought, found, asked)),
    [],
  )
  if (free.length === 0) {
    const asking = fitting.length > 0 ? fitting : machines.machines
    return { free: [], refusal: whyNone(asking, sought, asked) }
  }
  return { free: free.map(({ startMs: _, ...one }) => one), refusal: null }
}

function machinesFor(db: ReadDb, settings: OfficeSettings, { machineId, typeId }: Wanted) {
  if (machineId !== undefined) {
    const machine = readMachine(db, machineId, settings)
    if (!machine) return refuse({ reason: 'not-found', what: 'machine', id: machineId })
    return { ok: true as const, machines: [machine.facts] }
  }
  const id = typeId ?? ''
  if (!readType(db, id)) return refuse({ reason: 'not-found', what: 'machine-type', id })
  return { ok: true as const, machines: readMachinesOfType(db, id, settings) }
}

/** From a day on, or from now; on that day, not before the clock time that was named. */
function startOf({ from, fromMinutes }: Wanted, { nowMs, calendar }: Asked): number {
  const day = from ?? calendar.dayOf(nowMs)
  return calendar.startOfDay(day) + (fromMinutes ?? 0) * MINUTE_MS
}

type Found = Alternative & { readonly startMs: number }
type Sought = {
  readonly length: Length
  readonly units: number
  readonly fromMs: number
  readonly except: Except
}

/** The first free times of one machine that are earlier than those that are known. */
function timesOf(
  db: ReadDb,
  facts: MachineFacts,
  { length, units, fromMs, except }: Sought,
  known: readonly Found[],
  asked: Asked,
): Found[] {
  const { calendar } = asked
  const { machine } = asMoved(db, except.bookingId, facts)
  const isElsewhere = notWhereItIs(db, { units, except }, asked)
  const last = known[FIRST_FREE_TIMES - 1]
  const starts = 'minutes' in length ? daytimeStarts(length.minutes * MINUTE_MS, calendar) : undefined
  const find = (wanted: Period, search: Search, count: number) =>
    nextFreePeriods(wanted, starts ? { ...search, startFrom: starts } : search, count)
  const sought = {
    machine,
    wanted: periodFrom(fromMs, length, calendar),
    units,
    except,
    begins: mayBegin(machine, asked),
    ...(last && { latestMs: last.startMs - 1 }),
    // One more, because one of them may be the place that the booking has.
    count: FIRST_FREE_TIMES + 1,
    find,
    notThen: (period: Period) => lookAgainFrom(period, { machine, calendar }),
    allowed: (period: Period) =>
      isElsewhere({ machineId: machine.id, period }) && mayRequest({ machine, units, period }, asked),
  }
  return nextFree(db, sought, asked).map(period => ({
    machineId: machine.id,
    machineName: machine.name,
    period,
    startMs: intervalOf(period, calendar).startMs,
  }))
}

/** Sorting keeps the machines in order where they are free at the same time. */
function merged(known: readonly Found[], more: readonly Found[]): Found[] {
  return [...known, ...more].sort((a, b) => a.startMs - b.startMs).slice(0, FIRST_FREE_TIMES)
}

/** What stands against all times alike; null if there is a machine that only has no room in the days searched. */
function whyNone(
  machines: readonly MachineFacts[],
  { length, units, fromMs }: Sought,
  asked: Asked,
): Refusal | null {
  const why = machines.map(machine => {
    const [first] = mayBegin(machine, asked)
    const period = periodFrom(Math.max(fromMs, first?.fromMs ?? fromMs), length, asked.calendar)
    const decision = decidePeriod({ period, units }, { ...asked, machine, blocks: [] })
    return decision.ok || isAboutThatDay(decision.refusal) ? null : decision.refusal
  })
  return why.includes(null) ? null : (why[0] ?? null)
}

/** Another day may be open. */
function isAboutThatDay({ reason }: Refusal): boolean {
  return reason === 'closed' || reason === 'outside-hours' || reason === 'blackout'
}
