import { DAY_MS, HOUR_MS } from '#booking/time/day'
import type { Dice } from './seeded.ts'
import type { TemporaryOffice, Window } from './temporary-office.ts'

// What several people could do with an office at random: every command that changes something of the trade. Most of it is
// refused, as most of what people try at random would be.

export type Staff = { readonly clerk: Window; readonly manager: Window; readonly admin: Window }
export type Worked = {
  readonly name: string
  readonly commandId: string
  readonly ok: boolean
  readonly reason: string
}
type Answer = { ok: boolean; refusal?: { reason: string } }

export type Workplace = Staff & {
  readonly roll: Dice
  readonly nowMs: () => number
}

/** Enough machines and members that not everything is refused. */
export async function moreToWorkWith({ machine, member }: Pick<TemporaryOffice, 'machine' | 'member'>) {
  for (let one = 0; one < 6; one++) {
    const rate = { centavos: 30_000 + one * 10_001, per: 'day' as const }
    const shared = { capacity: 5, unitName: 'sack' }
    await machine({ rate, pendingBlocks: one % 2 === 0, ...(one > 3 && shared) })
    await member()
  }
}

/** Does one thing. @returns undefined if there was nothing to do it with */
export async function workAtRandom(place: Workplace): Promise<Worked | undefined> {
  const { roll } = place
  const by = roll.chance(2) ? place.manager : place.clerk
  const [name, ways] = roll.pick(TRADES)
  const commandId = crypto.randomUUID()
  const tried = await ways(place, by, commandId)
  if (!tried) return undefined
  const given = await tried[1].catch((error: { code?: string }) => {
    if (error.code === 'FORBIDDEN') return undefined
    throw error
  })
  if (!given) return undefined
  return { name: `${name}.${tried[0]}`, commandId, ok: given.ok, reason: given.refusal?.reason ?? 'yes' }
}

/** What was tried, under which name; undefined if there was nothing to try it with. */
type Tried = readonly [string, Promise<Answer>] | undefined
type Way = (place: Workplace, by: Window, commandId: string) => Promise<Tried>

const some = <Row>(roll: Dice, rows: readonly Row[]): Row | undefined =>
  rows.length > 0 ? roll.pick(rows) : undefined

function daysAhead({ roll, nowMs }: Workplace, most: number) {
  const from = new Date(nowMs() + 8 * HOUR_MS + roll.number(most) * DAY_MS)
  const to = new Date(from.getTime() + roll.number(3) * DAY_MS)
  return { kind: 'days' as const, from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) }
}
async function anyMachine({ roll, admin }: Workplace) {
  return roll.pick(await admin.machines.list({}))
}
async function anyMember({ roll, admin }: Workplace) {
  return roll.pick((await admin.members.list({})).members)
}

const bookings: Way = async (place, by, commandId) => {
  const { roll, nowMs } = place
  const period = daysAhead(place, 8)
  const { id: machineId, capacity } = await anyMachine(place)
  const { id: memberId } = await anyMember(place)
  const units = 1 + roll.number(capacity)
  if (roll.chance(3))
    return ['request', by.bookings.request({ commandId, machineId, memberId, period, units })]
  const status = roll.pick(['pending', 'approved', 'approved', 'in-use', undefined] as const)
  const list = { ...(status && { status }), order: 'oldest' as const, limit: roll.chance(2) ? 3 : 100 }
  const booking = some(roll, (await by.bookings.list(list)).bookings)
  if (!booking) return undefined
  const version = roll.chance(20) ? booking.version + 1 : booking.version
  const on = { commandId, bookingId: booking.id, version }
  const atMs = nowMs() - roll.number(3) * HOUR_MS
  const later = booking.period.kind === 'days' ? { ...booking.period, to: period.to } : booking.period
  const reason = 'rain'
  const work = { quantity: 1 + roll.number(4), per: 'day' as const }
  const any: (() => Tried)[] = [
    () => ['reject', by.bookings.reject({ ...on, reason })],
    () => ['cancel', by.bookings.cancel({ ...on, reason })],
    () => ['move', by.bookings.move({ ...on, period })],
    () => ['move', by.bookings.move({ ...on, period, machineId, units })],
    () => ['extend', by.bookings.extend({ ...on, period: later })],
    () => ['handOver', by.bookings.handOver({ ...on, atMs, machineId, units })],
    () => ['correctReturn', by.bookings.correctReturn({ ...on, atMs, reason })],
    () => ['expect', by.bookings.expect({ ...on, backMs: nowMs() + roll.number(99) * HOUR_MS })],
    () => ['settle', by.bookings.settle({ ...on, note: 'waits' })],
    () => ['correct', by.bookings.correct({ ...on, memberId, purpose: 'Sowing' })],
    () => ['noShow', by.bookings.noShow(on)],
    () => ['note', by.bookings.note({ ...on, text: 'called' })],
  ]
  // What comes next for most bookings.
  const next = {
    pending: () => ['approve', place.manager.bookings.approve(on)] as const,
    approved: () => ['handOver', by.bookings.handOver({ ...on, atMs })] as const,
    'in-use': () => ['return', by.bookings.return({ ...on, atMs, ...(roll.chance(2) && { work }) })] as const,
  }
  return status && !roll.chance(3) ? next[status]() : roll.pick(any)()
}

const repairs: Way = async (place, by, commandId) => {
  const { roll, nowMs } = place
  const { id: machineId } = await anyMachine(place)
  const expectedEndMs = roll.chance(2) ? null : nowMs() + roll.number(90) * HOUR_MS
  const displace = (await by.bookings.list({ machineId, limit: 100 })).bookings.map(one => one.id)
  const planned = some(roll, (await by.maintenance.list({})).maintenance)
  const on = planned && { commandId, maintenanceId: planned.id, version: planned.version }
  const kind = 'corrective' as const
  return roll.pick<() => Tried>([
    () => ['breakDown', by.maintenance.breakDown({ commandId, machineId, kind, expectedEndMs, displace })],
    () => ['schedule', by.maintenance.schedule({ commandId, machineId, kind, period: daysAhead(place, 12) })],
    () => on && ['expect', by.maintenance.expect({ ...on, expectedEndMs })],
    () => on && ['finish', by.maintenance.finish(on)],
    () => on && ['finish', by.maintenance.finish(on)],
    () => on && ['cancel', by.maintenance.cancel(on)],
  ])()
}

const GUESTS = ['Ana', 'Ben', 'Carla', 'Dan', 'Eva', 'Fe']
const sessions: Way = async (place, by, commandId) => {
  const { roll, nowMs, manager } = place
  const startMs = nowMs() + (1 + roll.number(100)) * HOUR_MS
  const times = { startMs, endMs: startMs + (1 + roll.number(9)) * HOUR_MS, capacity: 1 + roll.number(3) }
  const { id: machineId } = await anyMachine(place)
  const fields = {
    title: 'Training',
    ...times,
    open: 'anybody' as const,
    machineIds: roll.chance(2) ? [machineId] : [],
  }
  const session = some(roll, (await by.sessions.list({ newestFirst: true, limit: 8 })).sessions)
  if (!session || roll.chance(8)) return ['add', manager.sessions.add({ commandId, ...fields })]
  const sessionId = session.id
  const on = { commandId, sessionId, version: session.version }
  const found = await manager.sessions.get({ sessionId })
  const enrolled = some(roll, [...(found?.places ?? []), ...(found?.waiting ?? [])])
  const onPlace = enrolled && { commandId, enrolmentId: enrolled.id, version: enrolled.version }
  const guest = roll.pick(GUESTS)
  const { id: memberId } = await anyMember(place)
  return roll.pick<() => Tried>([
    () => ['change', manager.sessions.change({ ...on, ...fields })],
    () => ['change', manager.sessions.change({ ...on, capacity: times.capacity })],
    () => (roll.chance(3) ? ['cancel', manager.sessions.cancel(on)] : undefined),
    () => ['enrol', by.sessions.enrol({ commandId, sessionId, guest })],
    () => ['enrol', by.sessions.enrol({ commandId, sessionId, memberId, wait: true })],
    () => ['enrol', by.sessions.enrol({ commandId, sessionId, guest, wait: true })],
    () => onPlace && ['cancelEnrolment', by.sessions.cancelEnrolment(onPlace)],
    () => onPlace && ['attended', by.sessions.attended({ ...onPlace, came: roll.chance(2) })],
  ])()
}

const waiting: Way = async (place, by, commandId) => {
  const { roll, manager } = place
  const { id: machineId } = await anyMachine(place)
  const { id: memberId } = await anyMember(place)
  const { from: fromDay, to: toDay } = daysAhead(place, 5)
  const length = { days: 1 }
  const wish = some(roll, (await by.waiting.list({ limit: 100 })).waiting)
  if (!wish || roll.chance(2))
    return ['add', by.waiting.add({ commandId, memberId, machineId, fromDay, toDay, length })]
  const on = { commandId, waitingId: wish.id, version: wish.version }
  const offerId = wish.offer?.id
  return roll.pick<() => Tried>([
    () => (offerId === undefined ? undefined : ['accept', by.waiting.accept({ commandId, offerId })]),
    () => (offerId === undefined ? undefined : ['decline', by.waiting.decline({ commandId, offerId })]),
    () => ['moveUp', manager.waiting.moveUp({ ...on, reason: 'urgent' })],
    () => ['withdraw', by.waiting.withdraw(on)],
  ])()
}

const payments: Way = async (place, by, commandId) => {
  const { roll, manager } = place
  const { id: memberId } = await anyMember(place)
  const { bookings: owing } = await by.payments.balance({ memberId })
  const payment = some(roll, (await by.payments.list({ limit: 20 })).payments)
  const booklet = some(
    roll,
    (await by.booklets.list({})).filter(one => one.next),
  )
  const number = booklet?.next?.number ?? 0
  const receipt = booklet && !roll.chance(3) ? { receipt: { bookletId: booklet.id, number } } : {}
  const chosen = owing.filter(() => !roll.chance(3)).slice(0, 5)
  const part = (most: number) => Math.max(1, roll.chance(2) ? most : roll.number(most + 100))
  const pay = chosen.map(one => ({
    bookingId: one.bookingId,
    centavos: part(one.mostCentavos - one.paidCentavos),
  }))
  const back = chosen.map(one => ({ bookingId: one.bookingId, centavos: part(one.paidCentavos) }))
  const { bookings: done } = await by.bookings.list({ status: 'completed', limit: 20 })
  const late = some(roll, done)?.id
  const take = (): Tried =>
    pay.length > 0
      ? ['take', by.payments.take({ commandId, memberId, lines: pay, how: 'cash', ...receipt })]
      : undefined
  return roll.pick<() => Tried>([
    take,
    take,
    take,
    () =>
      back.length > 0
        ? ['refund', by.payments.refund({ commandId, memberId, lines: back, how: 'cash', reason: 'x' })]
        : undefined,
    () => payment && ['reverse', by.payments.reverse({ commandId, paymentId: payment.id, reason: 'slip' })],
    () => payment && ['print', by.payments.print({ commandId, paymentId: payment.id })],
    () =>
      late === undefined ? undefined : ['addLateFee', by.payments.addLateFee({ commandId, bookingId: late })],
    () =>
      late === undefined
        ? undefined
        : ['waiveLateFee', manager.payments.waiveLateFee({ commandId, bookingId: late, reason: 'typhoon' })],
    () =>
      booklet && [
        'cancelNumber',
        by.booklets.cancelNumber({
          commandId,
          bookletId: booklet.id,
          version: booklet.version,
          number,
          reason: 'torn',
        }),
      ],
    () => [
      'booklet',
      manager.booklets.add({ commandId, prefix: `${roll.pick(GUESTS)}-`, first: 1, last: 20 }),
    ],
  ])()
}

const rules: Way = async (place, _by, commandId) => {
  const { roll, manager } = place
  const period = daysAhead(place, 20)
  const { id: machineId, typeId } = await anyMachine(place)
  const quota = some(
    roll,
    (await manager.quotas.list({})).quotas.filter(one => !one.removed),
  )
  const blackout = some(roll, (await manager.blackouts.list({})).blackouts)
  const member = await anyMember(place)
  const onMember = { commandId, memberId: member.id, version: member.version }
  const tomorrow = daysAhead(place, 2).to
  return roll.pick<() => Tried>([
    () => [
      'quota',
      manager.quotas.set({
        commandId,
        typeId,
        counts: 'bookings',
        limit: 20 + roll.number(20),
        per: 'month',
      }),
    ],
    () =>
      quota && [
        'removeQuota',
        manager.quotas.remove({ commandId, quotaId: quota.id, version: quota.version }),
      ],
    () => ['holiday', manager.holidays.add({ commandId, day: period.from, name: 'Fiesta' })],
    () => ['removeHoliday', manager.holidays.remove({ commandId, holidayId: period.from })],
    () =>
      roll.chance(4)
        ? ['blackout', manager.blackouts.add({ commandId, machineId, period, reason: 'parade' })]
        : undefined,
    () =>
      blackout && [
        'removeBlackout',
        manager.blackouts.remove({ commandId, blackoutId: blackout.id, version: blackout.version }),
      ],
    () => [
      'rate',
      manager.rates.set({
        commandId,
        machineId,
        per: 'day',
        centavos: 1000 * (1 + roll.number(99)),
        validFrom: tomorrow,
      }),
    ],
    () =>
      roll.chance(3) ? ['suspend', manager.members.suspend({ ...onMember, reason: 'unpaid' })] : undefined,
    () => ['reinstate', manager.members.reinstate(onMember)],
    () => [
      'member',
      manager.members.add({
        commandId,
        number: commandId.slice(0, 12),
        name: 'New',
        phone: '',
        barangay: '',
        sector: '',
      }),
    ],
    () => ['verify', manager.members.verify(onMember)],
  ])()
}

const undo: Way = async ({ roll }, by, commandId) => {
  const { steps } = await by.undo.list({})
  const step = some(roll, steps)
  return step && ['last', by.undo.last({ commandId, of: step.commandId })]
}

/** What comes often stands there often. */
const TRADES: readonly (readonly [string, Way])[] = [
  ['bookings', bookings],
  ['bookings', bookings],
  ['bookings', bookings],
  ['bookings', bookings],
  ['maintenance', repairs],
  ['sessions', sessions],
  ['sessions', sessions],
  ['waiting', waiting],
  ['payments', payments],
  ['payments', payments],
  ['rules', rules],
  ['undo', undo],
]
