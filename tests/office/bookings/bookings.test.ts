import { beforeEach, describe, expect, test } from 'vitest'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'

let araro: TemporaryOffice
let machineId: string
let memberId: string
beforeEach(async () => {
  araro = await temporaryOffice()
  machineId = (await araro.machine()).id
  memberId = (await araro.member({ name: 'Ana Reyes', phone: '0917 111' })).id
})

const DAY = 86_400_000
type Booking = { id: string; version: number }
function on<Rest extends object>(booking: Booking, rest: Rest) {
  return { commandId: newId(), bookingId: booking.id, version: booking.version, ...rest }
}
const ask = (change = {}, by = araro.clerk) =>
  by.bookings.request({ commandId: newId(), memberId, machineId, period: ahead(3), ...change })

describe('a request', () => {
  test('by two clerks for the same harvester day: one gets it, one is told who has it and what else is free', async () => {
    const [one, other] = await Promise.all([ask(), ask()])
    expect([one, other].map(reasonOf).sort()).toEqual(['already-booked', 'yes'])
    const no = [one, other].find(answer => !answer.ok)
    expect(no).toMatchObject({
      refusal: {
        reason: 'already-booked',
        by: { memberName: 'Ana Reyes', memberPhone: '0917 111', enteredBy: 'Clerk' },
      },
    })
    expect(no && 'alternatives' in no && no.alternatives).toHaveLength(3)
  })

  test('for an unknown member or machine is refused and says which it is', async () => {
    expect(await ask({ memberId: newId() })).toMatchObject({
      refusal: { reason: 'not-found', what: 'member' },
    })
    expect(await ask({ machineId: newId() })).toMatchObject({
      refusal: { reason: 'not-found', what: 'machine' },
    })
  })

  test('for thirty days is granted, for thirty-one refused; a date that does not exist is an input error', async () => {
    expect(reasonOf(await ask({ period: ahead(1, 31) }))).toBe('too-long')
    expect(reasonOf(await ask({ period: ahead(1, 30) }))).toBe('yes')
    const period = { kind: 'days', from: '2027-02-29', to: '2027-03-01' }
    await expect(ask({ period })).rejects.toThrow(/period.from must be a date that exists/)
  })

  test('for the year 1 or 9999, or for an empty or reversed period, is refused with a reason and writes nothing', async () => {
    const span = (from: string, to: string) => ({ period: { kind: 'days', from, to } })
    expect(reasonOf(await ask(span('0001-01-01', '0001-01-02')))).toBe('in-the-past')
    expect(reasonOf(await ask(span('0001-01-01', '9999-12-31')))).toBe('in-the-past')
    expect(reasonOf(await ask(span('2026-12-01', '9999-12-31')))).toBe('too-long')
    expect(reasonOf(await ask(span('9999-12-31', '9999-12-31')))).toBe('too-far-ahead')
    expect(reasonOf(await ask(span('2026-12-02', '2026-12-01')))).toBe('ends-before-it-starts')
    await expect(ask({ period: { kind: 'time', startMs: Number.NaN, endMs: 1 } })).rejects.toThrow(/startMs/)
    expect(araro.file.sqlite.prepare('SELECT count(*) FROM bookings').pluck().get()).toBe(0)
  })

  test('for today is a walk-in: a manager’s is granted, a clerk’s is too soon', async () => {
    expect(reasonOf(await ask({ period: ahead(0) }))).toBe('too-soon')
    expect(reasonOf(await ask({ period: ahead(0) }, araro.manager))).toBe('yes')
  })

  test('that is pending blocks its time unless its machine’s setting says otherwise; a later setting does not affect it', async () => {
    const open = (await araro.machine({ pendingBlocks: false })).id
    expect(reasonOf(await ask({ machineId: open }))).toBe('yes')
    expect(reasonOf(await ask({ machineId: open }))).toBe('yes')
    expect(reasonOf(await ask())).toBe('yes')
    expect(reasonOf(await ask())).toBe('already-booked')
  })

  test('can be repeated after its cancellation, with the same member, machine and day', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.clerk.bookings.cancel(on(booking, { reason: 'rain' }))
    expect(reasonOf(await ask())).toBe('yes')
  })

  test('by days begins and ends with its local days, also where clocks change at midnight', async () => {
    const { version, office } = await araro.admin.settings.get({})
    const cairo = { office: { ...office, timeZone: 'Africa/Cairo' } }
    expect(
      reasonOf(await araro.admin.settings.change({ commandId: newId(), version, settings: cairo })),
    ).toBe('yes')
    for (const [from, to] of [
      ['2027-04-28', '2027-04-29'],
      ['2027-04-30', '2027-05-01'],
      ['2027-10-28', '2027-10-29'],
    ]) {
      const answer = await ask({ period: { kind: 'days', from, to } })
      expect(reasonOf(answer), from).toBe('yes')
    }
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })
})

describe('three alternatives', () => {
  const period = ahead(3)

  test('are the same machine’s next gaps, then the same type at the same time; each of them can be booked', async () => {
    const other = await araro.machine()
    await araro.machine({ type: 'Dryer' })
    await araro.booking({ memberId, machineId, period: ahead(2, 3) })
    await araro.booking({ memberId, machineId, period: ahead(6) })
    const answer = await ask({ period })
    if (answer.ok) throw new Error('it was taken')
    expect(answer.alternatives).toEqual([
      { machineId, machineName: 'Harvester 1', period: ahead(5) },
      { machineId, machineName: 'Harvester 1', period: ahead(7) },
      { machineId: other.id, machineName: other.name, period },
    ])
    for (const alternative of answer.alternatives ?? []) {
      expect(reasonOf(await ask({ machineId: alternative.machineId, period: alternative.period }))).toBe(
        'yes',
      )
    }
  })

  test('are three gaps of the same machine if it is the only one of its type, none before the requested day', async () => {
    await araro.booking({ memberId, machineId, period })
    const check = await araro.clerk.bookings.check({ machineId, period })
    expect(check).toMatchObject({ alternatives: [4, 5, 6].map(day => ({ period: ahead(day) })) })
  })

  test('for a machine that is taken today begin after the notice period, also for a manager who may enter walk-ins', async () => {
    const rules = { minNoticeDays: 5, maxDays: 30, horizonDays: 365, walkInRoles: ['manager' as const] }
    await araro.manager.settings.change({ commandId: newId(), version: 1, settings: { rules } })
    expect(reasonOf(await ask({ period: ahead(0) }, araro.manager))).toBe('yes')
    const check = await araro.manager.bookings.check({ machineId, period: ahead(0) })
    expect(check).toMatchObject({ alternatives: [5, 6, 7].map(day => ({ period: ahead(day) })) })
  })

  test('for a clerk’s walk-in that is too soon begin tomorrow', async () => {
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(0) })).toMatchObject({
      free: false,
      refusal: { reason: 'too-soon' },
      alternatives: [{ period: ahead(1) }, { period: ahead(2) }, { period: ahead(3) }],
    })
  })

  test('are not given with a refusal that another time would not avoid', async () => {
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 31) })).toMatchObject({
      alternatives: [],
    })
    expect(await araro.clerk.bookings.check({ machineId, period, units: 2 })).toMatchObject({
      alternatives: [],
    })
  })

  test('respect the machine’s buffers, maintenance and holds', async () => {
    const buffered = await araro.machine({ bufferAfterMs: DAY, type: 'Tractor' })
    await araro.booking({ memberId, machineId: buffered.id, period })
    const repair = { machineId: buffered.id, kind: 'preventive' as const, period: ahead(6) }
    await araro.manager.maintenance.schedule({ commandId: newId(), ...repair })
    await araro.manager.bookings.hold({ formId: newId(), machineId: buffered.id, period: ahead(8) })
    const check = await araro.clerk.bookings.check({ machineId: buffered.id, period })
    expect(check).toMatchObject({
      alternatives: [{ period: ahead(10) }, { period: ahead(11) }, { period: ahead(12) }],
    })
  })

  test('for a booking that is moved may keep its start without a new notice period', async () => {
    const tractor = await araro.machine({ type: 'Tractor' })
    const spare = await araro.machine({ type: 'Tractor' })
    const moving = await araro.booking({ memberId, machineId: tractor.id, period: ahead(3) })
    await araro.booking({ memberId, machineId: tractor.id, period: ahead(4) })
    const later = { typeId: tractor.typeId, version: 1, name: 'Tractor', minNoticeDays: 10 }
    const rules = { commandId: newId(), ...later, maxDays: null, horizonDays: null }
    expect(reasonOf(await araro.manager.machines.changeType(rules))).toBe('yes')
    const elsewhere = { machineId: spare.id, period: ahead(3, 2) }
    const wanted = { machineId: tractor.id, exceptBookingId: moving.id, period: ahead(3, 2) }
    expect(await araro.clerk.bookings.check(wanted)).toMatchObject({
      alternatives: [{ period: ahead(10, 2) }, { period: ahead(12, 2) }, elsewhere],
    })
    expect(reasonOf(await araro.clerk.bookings.move(on(moving, elsewhere)))).toBe('yes')
  })

  test('for the mill are clock times that begin when enough sacks are free', async () => {
    const mill = await araro.machine({ type: 'Mill', bookingMode: 'time', capacity: 10 })
    const startMs = NOW + 2 * DAY
    const at = (hours: number, long = 2) => ({
      kind: 'time' as const,
      startMs: startMs + hours * 3_600_000,
      endMs: startMs + (hours + long) * 3_600_000,
    })
    await araro.booking({ memberId, machineId: mill.id, period: at(0), units: 7 })
    await araro.booking({ memberId, machineId: mill.id, period: at(4), units: 7 })
    expect((await araro.clerk.bookings.check({ machineId: mill.id, period: at(0), units: 3 })).free).toBe(
      true,
    )
    const check = await araro.clerk.bookings.check({ machineId: mill.id, period: at(0), units: 4 })
    expect(check).toMatchObject({
      refusal: { reason: 'over-capacity', free: 3 },
      alternatives: [{ period: at(2) }, { period: at(6) }, { period: at(8) }],
    })
  })
})

describe('approving', () => {
  test('checks again: refused for a member suspended meanwhile, a time that is over, or another booking on it', async () => {
    const open = (await araro.machine({ pendingBlocks: false })).id
    const one = await araro.booking({ memberId, machineId: open, period: ahead(3) })
    const other = await araro.booking({ memberId, machineId: open, period: ahead(3) })
    expect(reasonOf(await araro.manager.bookings.approve(on(one, {})))).toBe('yes')
    const no = await araro.manager.bookings.approve(on(other, {}))
    expect(no).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked', by: { bookingId: one.id } },
      current: { status: 'pending' },
    })

    const third = await araro.booking({ memberId, machineId, period: ahead(3) })
    const { member } = await araro.clerk.members.get({ memberId })
    const suspend = { commandId: newId(), memberId, version: member!.version, reason: 'unpaid' }
    await araro.clerk.members.suspend(suspend)
    expect(await araro.manager.bookings.approve(on(third, {}))).toMatchObject({
      refusal: { reason: 'member-suspended', why: 'unpaid' },
    })
    araro.clock.pass(30 * DAY)
    const { member: now } = await araro.clerk.members.get({ memberId })
    await araro.clerk.members.reinstate({ commandId: newId(), memberId, version: now!.version })
    expect(reasonOf(await araro.manager.bookings.approve(on(third, {})))).toBe('in-the-past')
  })

  test('notifies the user who requested; a request notifies the managers; nobody is notified of their own actions', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    expect((await araro.manager.notices.list({})).notices).toMatchObject([
      { kind: 'requested', read: false, about: { entity: 'booking', id: booking.id } },
    ])
    await araro.manager.bookings.approve(on(booking, {}))
    const { notices, unread } = await araro.clerk.notices.list({})
    expect([notices[0]?.kind, notices[0]?.byName, unread]).toEqual(['approved', 'Manager', 1])
    await araro.clerk.notices.read({})
    expect((await araro.clerk.notices.list({})).unread).toBe(0)
    expect((await araro.manager.notices.list({})).notices).toHaveLength(1)
  })

  test('or rejecting happens once: the second decision is refused as changed-meanwhile and names who was first', async () => {
    const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
    araro.clock.pass(60_000)
    await araro.manager.bookings.reject(on(booking, { reason: 'no fuel' }))
    expect(await araro.admin.bookings.approve(on(booking, {}))).toMatchObject({
      ok: false,
      refusal: { reason: 'changed-meanwhile', byName: 'Manager', atMs: NOW + 60_000 },
      current: { status: 'rejected', reason: 'no fuel', version: 2 },
    })
    const again = await araro.admin.bookings.approve({ ...on(booking, {}), version: 2 })
    expect(again).toMatchObject({ refusal: { reason: 'move-not-allowed', from: 'rejected', to: 'approved' } })
  })
})

describe('moving', () => {
  test('an approved booking: a clerk’s change makes it pending again, a manager’s does not', async () => {
    const first = await araro.approved({ memberId, machineId, period: ahead(3) })
    const moved = await araro.manager.bookings.move(on(first, { period: ahead(4) }))
    expect(moved).toMatchObject({ ok: true, booking: { status: 'approved', period: ahead(4), version: 3 } })
    const again = await araro.clerk.bookings.move({ ...on(first, {}), version: 3, period: ahead(5) })
    expect(again).toMatchObject({ ok: true, booking: { status: 'pending', period: ahead(5) } })
    expect((await araro.manager.notices.list({})).notices.map(notice => notice.kind)).toContain('requested')
  })

  test('keeps the old time if the new one is taken, and says what else is free', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.booking({ memberId, machineId, period: ahead(4) })
    const answer = await araro.clerk.bookings.move(on(first, { period: ahead(4) }))
    expect(answer).toMatchObject({
      ok: false,
      refusal: { reason: 'already-booked' },
      current: { period: ahead(3) },
    })
    expect(!answer.ok && answer.alternatives?.map(alternative => alternative.period)).toEqual([
      ahead(5),
      ahead(6),
      ahead(7),
    ])
  })

  test('to a time that overlaps its own is checked only against other blocks', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3, 3) })
    expect(reasonOf(await araro.clerk.bookings.move(on(first, { period: ahead(4, 3) })))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('to another machine applies that machine’s buffers', async () => {
    const buffered = await araro.machine({ bufferAfterMs: DAY })
    await araro.booking({ memberId, machineId: buffered.id, period: ahead(5) })
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    const move = (days: number) =>
      araro.clerk.bookings.move(on(first, { machineId: buffered.id, period: ahead(days) }))
    expect(reasonOf(await move(4))).toBe('already-booked')
    expect(reasonOf(await move(3))).toBe('yes')
  })

  test('is refused for a booking that is out, over or cancelled', async () => {
    const first = await araro.booking({ memberId, machineId, period: ahead(3) })
    await araro.clerk.bookings.cancel(on(first, { reason: 'rain' }))
    const move = await araro.clerk.bookings.move({ ...on(first, {}), version: 2, period: ahead(4) })
    expect(move).toMatchObject({ refusal: { reason: 'move-not-allowed', from: 'cancelled', to: 'moved' } })
  })
})

describe('going out and coming back', () => {
  const statusOf = async () => (await araro.clerk.machines.list({})).find(one => one.id === machineId)?.status

  test('changes the machine’s computed status, which is not stored', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    araro.clock.pass(DAY)
    expect(await statusOf()).toBe('available')
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: araro.clock.ms }))
    expect(out).toMatchObject({ ok: true, booking: { status: 'in-use', overdue: false } })
    expect(await statusOf()).toBe('rented')
    araro.clock.pass(3600_000)
    const back = await araro.clerk.bookings.return({ ...on(booking, {}), version: 3, atMs: araro.clock.ms })
    expect(back).toMatchObject({ ok: true, booking: { status: 'completed', returnedMs: araro.clock.ms } })
    expect(await statusOf()).toBe('available')
    const columns = araro.file.sqlite.prepare("SELECT name FROM pragma_table_info('machines')").pluck().all()
    expect(columns).not.toContain('status')
  })

  test('past its end, a booking is overdue and not completed, and the next hand-over waits for the return', async () => {
    const late = await araro.approved({ memberId, machineId, period: ahead(1) })
    const next = await araro.approved({ memberId, machineId, period: ahead(3) })
    araro.clock.pass(DAY)
    await araro.clerk.bookings.handOver(on(late, { atMs: araro.clock.ms }))
    araro.clock.pass(2 * DAY)
    expect((await araro.clerk.bookings.get({ bookingId: late.id })).booking).toMatchObject({
      status: 'in-use',
      overdue: true,
    })
    const refused = await araro.clerk.bookings.handOver(on(next, { atMs: araro.clock.ms }))
    expect(refused).toMatchObject({
      refusal: { reason: 'overdue', by: { bookingId: late.id, memberName: 'Ana Reyes' } },
    })
    // Not only until the day it was due: tomorrow, it is expected back at the end of that day.
    for (const _ of [1, 2, 3]) {
      araro.clock.pass(DAY)
      const today = { machineId, period: { kind: 'days' as const, from: dayNow(), to: dayNow() } }
      expect(await araro.manager.bookings.check(today)).toMatchObject({
        free: false,
        refusal: { reason: 'overdue' },
      })
    }
    await araro.clerk.bookings.return({ ...on(late, {}), version: 3, atMs: araro.clock.ms })
    const today = { machineId, period: { kind: 'days' as const, from: dayNow(), to: dayNow() } }
    expect((await araro.manager.bookings.check(today)).free).toBe(true)
  })

  test('early blocks the machine until the booked start', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(5) })
    const out = await araro.clerk.bookings.handOver(on(booking, { atMs: NOW }))
    expect(reasonOf(out)).toBe('yes')
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(3) })).toMatchObject({ free: false })
  })

  test('early from a dryer of sixty sacks lists the maintenance and the loads that do not fit beside it', async () => {
    const dryer = await araro.machine({ type: 'Dryer', capacity: 60, unitName: 'sack' })
    const load = async (name: string, period: ReturnType<typeof ahead>) => {
      const member = await araro.member({ name })
      return araro.approved({ memberId: member.id, machineId: dryer.id, period, units: 30 })
    }
    const early = await load('Ana Cruz', ahead(9))
    await load('Fits beside', ahead(2))
    await load('Half', ahead(3, 2))
    await load('Other half', ahead(4))
    await araro.manager.maintenance.schedule({
      commandId: newId(),
      machineId: dryer.id,
      kind: 'preventive',
      period: ahead(5),
    })
    await araro.clerk.bookings.hold({ formId: newId(), machineId: dryer.id, period: ahead(7), units: 60 })
    const asked = (atMs: number) => araro.clerk.bookings.promisedBefore({ bookingId: early.id, atMs })
    expect(await asked(NOW)).toMatchObject({
      count: 3,
      // Two of them begin at the same instant.
      promised: expect.arrayContaining([
        expect.objectContaining({ kind: 'booking', memberName: 'Half', units: 30 }),
        expect.objectContaining({ kind: 'booking', memberName: 'Other half' }),
        expect.objectContaining({ kind: 'maintenance', maintenanceKind: 'preventive' }),
      ]),
    })
    expect(await asked(NOW + 5 * DAY)).toMatchObject({ count: 1 })
    expect(await asked(NOW + 6 * DAY)).toEqual({ count: 0, promised: [] })
    expect(await asked(early.startMs)).toEqual({ count: 0, promised: [] })
    // A time years ago is limited to the greatest length of a block.
    expect(await asked(0)).toMatchObject({ count: 3 })
    const nothing = { bookingId: newId(), atMs: NOW }
    expect(await araro.clerk.bookings.promisedBefore(nothing)).toEqual({ count: 0, promised: [] })
  })

  test('cannot be in the future, and a no-show cannot be before the booked start', async () => {
    const booking = await araro.approved({ memberId, machineId, period: ahead(1) })
    expect(reasonOf(await araro.clerk.bookings.handOver(on(booking, { atMs: NOW + DAY })))).toBe(
      'in-the-future',
    )
    expect(reasonOf(await araro.clerk.bookings.noShow(on(booking, {})))).toBe('not-started')
    araro.clock.pass(DAY)
    expect(reasonOf(await araro.clerk.bookings.noShow(on(booking, {})))).toBe('yes')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  function dayNow() {
    return new Date(araro.clock.ms + 8 * 3_600_000).toISOString().slice(0, 10)
  }
})

describe('maintenance', () => {
  test('takes the whole machine, and is refused where a booking has it, naming the member', async () => {
    const repair = { machineId, kind: 'preventive' as const, note: 'belt' }
    await araro.booking({ memberId, machineId, period: ahead(3) })
    const clash = await araro.manager.maintenance.schedule({
      commandId: newId(),
      ...repair,
      period: ahead(2, 2),
    })
    expect(clash).toMatchObject({ refusal: { reason: 'already-booked', by: { memberName: 'Ana Reyes' } } })
    const planned = await araro.manager.maintenance.schedule({
      commandId: newId(),
      ...repair,
      period: ahead(5, 2),
    })
    expect(reasonOf(planned)).toBe('yes')
    expect(await ask({ period: ahead(6) })).toMatchObject({
      refusal: { reason: 'in-maintenance', by: { note: 'belt' } },
    })
    if (!planned.ok) return
    const { id: maintenanceId, version } = planned.maintenance
    await araro.manager.maintenance.cancel({ commandId: newId(), maintenanceId, version })
    expect(reasonOf(await ask({ period: ahead(6) }))).toBe('yes')
    expect(
      reasonOf(await araro.manager.maintenance.finish({ commandId: newId(), maintenanceId, version })),
    ).toBe('changed-meanwhile')
  })

  test('that has begun gives the machine the status maintenance', async () => {
    await araro.manager.maintenance.schedule({
      commandId: newId(),
      machineId,
      kind: 'emergency',
      period: ahead(0),
    })
    expect((await araro.clerk.machines.list({}))[0]?.status).toBe('maintenance')
    araro.clock.pass(DAY)
    expect((await araro.clerk.machines.list({}))[0]?.status).toBe('available')
  })
})

test('the calendar shows what blocks, and other bookings only on request', async () => {
  const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
  const gone = await araro.booking({ memberId, machineId, period: ahead(4) })
  await araro.clerk.bookings.cancel(on(gone, { reason: 'rain' }))
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(5) })
  const range = { fromMs: NOW, toMs: NOW + 30 * DAY }
  const events = await araro.clerk.calendar.events(range)
  expect(events.map(event => [event.kind, event.from])).toEqual([
    ['booking', ahead(3).from],
    ['hold', ahead(5).from],
  ])
  expect(events[0]).toMatchObject({ id: booking.id, title: 'Ana Reyes', status: 'pending' })
  expect(await araro.clerk.calendar.events({ ...range, withEnded: true })).toHaveLength(3)
  expect(TODAY < ahead(3).from).toBe(true)
})

test('a booking that another program writes with SQL into a free time is listed and drawn like any other', async () => {
  const insert = (table: string, row: Record<string, string | number>) => {
    const names = Object.keys(row)
    const values = names.map(name => `@${name}`)
    araro.file.sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`).run(row)
  }
  const when = { start_ms: NOW + 9 * DAY, end_ms: NOW + 10 * DAY }
  insert('bookings', {
    id: 'Isa pa',
    machine_id: machineId,
    member_id: memberId,
    status: 'approved',
    ...when,
  })
  const fixed = { id: 'belt', machine_id: machineId, kind: 'preventive', status: 'finished' }
  insert('maintenance', { ...fixed, ...when })
  const { bookings } = await araro.clerk.bookings.list({ status: 'approved' })
  expect(bookings.map(booking => booking.id)).toEqual(['Isa pa'])
  const events = await araro.clerk.calendar.events({
    fromMs: NOW,
    toMs: NOW + 30 * DAY,
    machineIds: [machineId],
  })
  expect(events.map(event => event.id)).toContain('Isa pa')
  expect((await araro.clerk.maintenance.list({ status: 'finished' })).maintenance.map(one => one.id)).toEqual(
    ['belt'],
  )
  const taken = await ask({ period: ahead(9) })
  expect(taken).toMatchObject({ refusal: { reason: 'already-booked', by: { bookingId: 'Isa pa' } } })
  const cancel = { commandId: newId(), bookingId: 'Isa pa', version: 1, reason: 'written by hand' }
  expect(reasonOf(await araro.clerk.bookings.cancel(cancel))).toBe('yes')
  expect((await araro.manager.history.list({ entity: 'booking', entityId: 'Isa pa' })).rows).toHaveLength(1)
})

test('maintenance is planned five years ahead at most', async () => {
  const repair = { machineId, kind: 'preventive' as const }
  const schedule = (period: ReturnType<typeof ahead>) =>
    araro.manager.maintenance.schedule({ commandId: newId(), ...repair, period })
  const far = { kind: 'days' as const, from: '9990-01-01', to: '9990-01-02' }
  expect(await schedule(far)).toMatchObject({ refusal: { reason: 'too-far-ahead', latestDay: '2031-11-19' } })
  expect(reasonOf(await schedule(ahead(1826)))).toBe('yes')
  expect(reasonOf(await schedule(ahead(1828)))).toBe('too-far-ahead')
})

test('a text that finds a member and a machine lists each of their bookings once, page by page', async () => {
  const machine = await araro.machine({ name: 'Santos harvester' })
  const santos = await araro.member({ name: 'Maria Santos' })
  await araro.booking({ memberId: santos.id, machineId, period: ahead(1) })
  await araro.booking({ memberId: santos.id, machineId: machine.id, period: ahead(2) })
  await araro.booking({ memberId, machineId: machine.id, period: ahead(3) })
  await araro.booking({ memberId, machineId, period: ahead(4) })
  const page = (cursor?: string) =>
    araro.clerk.bookings.list({ text: 'santos', limit: 2, ...(cursor && { cursor }) })
  const first = await page()
  const second = await page(first.nextCursor ?? '')
  const days = [...first.bookings, ...second.bookings].map(booking => booking.period)
  expect(days).toEqual([ahead(3), ahead(2), ahead(1)])
  expect(second.nextCursor).toBeNull()
})

test('a hand-over after the booking’s end is refused because the booking is over', async () => {
  const missed = await araro.approved({ memberId, machineId, period: ahead(1) })
  araro.clock.pass(3 * DAY)
  const answer = await araro.clerk.bookings.handOver(on(missed, { atMs: araro.clock.ms }))
  expect(answer).toMatchObject({ refusal: { reason: 'booking-over', endMs: missed.endMs } })
})
