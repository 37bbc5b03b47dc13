import { describe, expect, test } from 'vitest'
import { fillPublicHolidays, publicHolidaysOf } from '#office/hours/public-holidays'
import { manila } from '#tests/support/booking-facts'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const araro = officeForEachTest()
const DAY_OPEN = [{ fromMinutes: 480, toMinutes: 1020 }]
/** Closed on Sundays. The clock of the tests stands on Thursday, 19 November 2026. */
const WEEK = Array.from({ length: 7 }, (_, day) => (day === 6 ? [] : DAY_OPEN))
const SUNDAY = ahead(3)
/** Monday, 30 November 2026. */
const BONIFACIO = ahead(11)

async function setHours(change: object = { week: WEEK }) {
  const { version } = await araro.clerk.hours.get({})
  const answer = await araro.manager.hours.set({ commandId: newId(), version, ...change })
  expect(reasonOf(answer)).toBe('yes')
}
async function machineAndMember(change: object = {}) {
  const machine = await araro.machine(change)
  const member = await araro.member()
  return { machineId: machine.id, typeId: machine.typeId, memberId: member.id }
}
const check = (machineId: string, period: object, by = araro.manager) =>
  by.bookings.check({ machineId, period: period as typeof SUNDAY })

describe('closed days', () => {
  test('refuse nothing until hours are set', async () => {
    await fillPublicHolidays(araro.office)
    const { machineId } = await machineAndMember()
    expect(await check(machineId, SUNDAY)).toMatchObject({ free: true })
    expect(await check(machineId, BONIFACIO)).toMatchObject({ free: true })
    expect(await araro.clerk.hours.closed({ from: SUNDAY.from, to: BONIFACIO.to })).toEqual({ days: [] })
  })

  test('refuse a booking that begins or ends on them, with the name of the holiday, and offer open days instead', async () => {
    await fillPublicHolidays(araro.office)
    await setHours()
    const { machineId, memberId } = await machineAndMember()
    const answer = await check(machineId, BONIFACIO)
    expect(answer).toMatchObject({
      refusal: {
        reason: 'closed',
        day: '2026-11-30',
        name: 'Bonifacio Day',
        opensMs: manila.startOfDay('2026-12-01') + 8 * 3_600_000,
      },
    })
    const offered = answer.free ? [] : answer.alternatives
    expect(offered.map(one => one.period)).toEqual([ahead(12), ahead(13), ahead(14)])
    expect(await check(machineId, SUNDAY)).toMatchObject({ refusal: { reason: 'closed', day: SUNDAY.from } })
    // From Saturday to Monday: Sunday lies in between.
    expect(await check(machineId, ahead(2, 3))).toMatchObject({ free: true })
    // From Saturday to Sunday.
    expect(await check(machineId, ahead(2, 2))).toMatchObject({ refusal: { reason: 'closed' } })
    const asked = { commandId: newId(), machineId, memberId }
    expect(reasonOf(await araro.clerk.bookings.request({ ...asked, period: BONIFACIO }))).toBe('closed')
    const days = await araro.clerk.hours.closed({ from: SUNDAY.from, to: BONIFACIO.to })
    expect(days.days).toEqual([
      { day: '2026-11-22', holiday: null },
      { day: '2026-11-29', holiday: null },
      { day: '2026-11-30', holiday: 'Bonifacio Day' },
    ])
  })

  test('may be spanned or begun on as the settings say', async () => {
    await setHours({ week: WEEK, closed: { span: false, startOrEnd: true, withinHours: false } })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, SUNDAY)).toMatchObject({ free: true })
    expect(await check(machineId, ahead(2, 3))).toMatchObject({ refusal: { reason: 'closed' } })
  })

  test('are passed over by the first free times, a form’s hold, a move, an extension and an approval', async () => {
    const { machineId, memberId } = await machineAndMember()
    const waits = await araro.booking({ machineId, memberId, period: SUNDAY })
    const booked = await araro.approved({ machineId, memberId, period: ahead(4) })
    await setHours()
    const onWaiting = { commandId: newId(), bookingId: waits.id, version: waits.version }
    expect(reasonOf(await araro.manager.bookings.approve(onWaiting))).toBe('closed')
    const { waiting } = await araro.manager.bookings.waiting({})
    expect(waiting[0]?.refusal).toMatchObject({ reason: 'closed' })
    const on = { commandId: newId(), bookingId: booked.id, version: booked.version }
    expect(reasonOf(await araro.manager.bookings.move({ ...on, period: ahead(10) }))).toBe('closed')
    const longer = { bookingId: booked.id, period: ahead(4, 7) }
    const extension = await araro.manager.bookings.checkExtension(longer)
    expect(extension).toMatchObject({ refusal: { reason: 'closed', day: ahead(10).from } })
    expect(extension.free ? [] : extension.alternatives.map(one => one.period)).toEqual([ahead(4, 6)])
    const { free } = await araro.manager.free.first({ machineId, length: { days: 1 }, from: ahead(9).from })
    expect(free.map(one => one.period).slice(0, 2)).toEqual([ahead(9), ahead(11)])
    const held = await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(10) })
    expect(reasonOf(held)).toBe('closed')
    // What was promised stays, and its units can still be changed.
    const { booking } = await araro.clerk.bookings.get({ bookingId: waits.id })
    expect(booking?.status).toBe('pending')
  })

  test('by clock time bind the day alone, until bookings keep to the hours', async () => {
    await setHours()
    const { machineId } = await machineAndMember({ bookingMode: 'time' })
    const at = (days: number, from: number, to: number) => {
      const midnight = manila.startOfDay(ahead(days).from)
      const [startMs, endMs] = [from, to].map(hours => midnight + hours * 3_600_000)
      return { kind: 'time' as const, startMs: startMs!, endMs: endMs! }
    }
    expect(await check(machineId, at(1, 4, 7))).toMatchObject({ free: true })
    expect(await check(machineId, at(3, 9, 10))).toMatchObject({ refusal: { reason: 'closed' } })
    await setHours({ closed: { span: true, startOrEnd: false, withinHours: true } })
    const early = await check(machineId, at(1, 4, 7))
    expect(early).toMatchObject({ refusal: { reason: 'outside-hours', day: ahead(1).from, hours: DAY_OPEN } })
    expect(early.free ? [] : early.alternatives[0]).toMatchObject({ period: at(1, 8, 11) })
    expect(await check(machineId, at(1, 14, 17))).toMatchObject({ free: true })
    expect(await check(machineId, at(1, 15, 18))).toMatchObject({ refusal: { reason: 'outside-hours' } })
  })

  test('of a season have the hours of the season', async () => {
    const everyDay = WEEK.map(() => DAY_OPEN)
    const season = { name: 'Harvest', from: ahead(1).from, to: ahead(5).from, week: everyDay }
    await setHours({ week: WEEK, seasons: [season] })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, SUNDAY)).toMatchObject({ free: true })
    expect(await check(machineId, ahead(10))).toMatchObject({ refusal: { reason: 'closed' } })
    const { version } = await araro.clerk.hours.get({})
    const backward = { ...season, to: ahead(0).from }
    const set = { commandId: newId(), version, seasons: [backward] }
    expect(reasonOf(await araro.manager.hours.set(set))).toBe('season-ends-before-it-starts')
  })
})

describe('holidays', () => {
  test('of the Philippines are known without a network, and in the list of each year', async () => {
    const days = await publicHolidaysOf(2026)
    expect(days).toContainEqual({ day: '2026-11-30', name: 'Bonifacio Day' })
    expect(days).toContainEqual({ day: '2026-12-25', name: 'Christmas Day' })
    // Observed, but people work.
    expect(days.map(one => one.day)).not.toContain('2026-02-25')
    expect(await fillPublicHolidays(araro.office)).toBeGreaterThan(50)
    expect(await fillPublicHolidays(araro.office)).toBe(0)
    const { holidays } = await araro.clerk.holidays.list({ year: 2026 })
    expect(holidays.find(one => one.day === '2026-11-30')).toEqual({
      id: '2026-11-30',
      day: '2026-11-30',
      version: 0,
      name: 'Bonifacio Day',
      closed: true,
      isPublic: true,
    })
    // A year that is not kept is listed all the same.
    expect((await araro.clerk.holidays.list({ year: 2040 })).holidays.length).toBeGreaterThan(10)
  })

  test('can be struck out, moved and added by hand', async () => {
    await fillPublicHolidays(araro.office)
    await setHours()
    const { machineId } = await machineAndMember()
    const { manager } = araro
    expect(reasonOf(await manager.holidays.remove({ commandId: newId(), holidayId: '2026-11-30' }))).toBe(
      'yes',
    )
    expect(await check(machineId, BONIFACIO)).toMatchObject({ free: true })
    // Christmas Day is kept on the 23rd.
    const moved = { day: '2026-12-23', name: 'Christmas Day', insteadOf: '2026-12-25' }
    expect(reasonOf(await manager.holidays.add({ commandId: newId(), ...moved }))).toBe('yes')
    const on = (day: string) => check(machineId, { kind: 'days', from: day, to: day })
    expect(await on('2026-12-25')).toMatchObject({ free: true })
    expect(await on('2026-12-23')).toMatchObject({ refusal: { reason: 'closed', name: 'Christmas Day' } })
    const none = await manager.holidays.remove({ commandId: newId(), holidayId: '2026-11-24' })
    expect(reasonOf(none)).toBe('no-holiday')
    // A struck-out one is closed again by adding it.
    await manager.holidays.add({ commandId: newId(), day: '2026-11-30', name: 'Bonifacio Day' })
    expect(await check(machineId, BONIFACIO)).toMatchObject({ refusal: { name: 'Bonifacio Day' } })
  })

  test('that were added by hand close the office also before hours are set', async () => {
    const { machineId } = await machineAndMember()
    await araro.manager.holidays.add({ commandId: newId(), day: ahead(5).from, name: 'Town fiesta' })
    expect(await check(machineId, ahead(5))).toMatchObject({
      refusal: { reason: 'closed', name: 'Town fiesta' },
    })
    expect(await check(machineId, ahead(6))).toMatchObject({ free: true })
  })

  test('do not close the office if the cooperative works on public holidays', async () => {
    await fillPublicHolidays(araro.office)
    await setHours({ week: WEEK, publicHolidays: false })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, BONIFACIO)).toMatchObject({ free: true })
  })

  test('are not for a clerk to decide about', async () => {
    const day = ahead(5).from
    await expect(araro.clerk.holidays.add({ commandId: newId(), day, name: 'Fiesta' })).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    )
    await expect(araro.clerk.holidays.remove({ commandId: newId(), holidayId: day })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      araro.clerk.blackouts.add({ commandId: newId(), period: ahead(5), reason: 'x' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('that another program wrote badly stop no list, and are taken for closed', async () => {
    const { sqlite } = araro.file
    sqlite.pragma('ignore_check_constraints = ON')
    sqlite
      .prepare('INSERT INTO holidays (id, name, closed) VALUES (?, ?, ?)')
      .run(ahead(5).from, 'x'.repeat(5000), 7)
    sqlite.pragma('ignore_check_constraints = OFF')
    await setHours()
    const { holidays } = await araro.clerk.holidays.list({ year: 2026 })
    expect(holidays.find(one => one.day === ahead(5).from)).toMatchObject({ closed: true })
    const { machineId } = await machineAndMember()
    expect(await check(machineId, ahead(5))).toMatchObject({ refusal: { reason: 'closed' } })
  })

  test('are guarded by the file: a day is decided once, kept, and stays that day', async () => {
    const { sqlite } = araro.file
    await araro.manager.holidays.add({ commandId: newId(), day: ahead(5).from, name: 'Fiesta' })
    expect(() => sqlite.exec('DELETE FROM holidays')).toThrow('KEPT')
    expect(() => sqlite.exec("UPDATE holidays SET id = '2026-12-24'")).toThrow('FIXED')
    const again = "INSERT OR REPLACE INTO holidays (id, name, closed) SELECT id, 'x', 0 FROM holidays"
    expect(() => sqlite.exec(again)).toThrow('KNOWN-ID')
    expect(() =>
      sqlite.exec("INSERT INTO holidays (id, name, closed) VALUES ('2026-02-30', 'x', 1)"),
    ).toThrow('CHECK')
  })
})

describe('a blackout', () => {
  test('whose times cannot be read shuts what it may shut, and stops nothing else', async () => {
    const { machineId } = await machineAndMember()
    const other = await araro.machine()
    const { sqlite } = araro.file
    sqlite.pragma('ignore_check_constraints = ON')
    const insert = sqlite.prepare(
      'INSERT INTO blackouts (id, machine_id, start_ms, end_ms, reason) VALUES (?, ?, ?, ?, ?)',
    )
    insert.run('odd', machineId, -9_000_000_000_000_000_000n, 9_000_000_000_000_000_000n, 'odd')
    expect(await check(machineId, ahead(5))).toMatchObject({
      free: false,
      refusal: { reason: 'blackout', why: 'odd' },
    })
    expect(await check(other.id, ahead(5))).toMatchObject({ free: true })
    expect((await araro.clerk.blackouts.list({})).blackouts).toMatchObject([
      { unreadable: ['period', 'endMs'] },
    ])
  })

  const add = (change: object) =>
    araro.manager.blackouts.add({ commandId: newId(), period: ahead(5, 3), reason: 'Town fiesta', ...change })

  test('of a machine, a type or everything refuses what it reaches, with its reason, and nothing else', async () => {
    const one = await machineAndMember()
    const other = await araro.machine()
    const mill = await araro.machine({ type: 'Mill' })
    await add({ machineId: one.machineId })
    expect(await check(one.machineId, ahead(5))).toMatchObject({
      refusal: { reason: 'blackout', why: 'Town fiesta', untilMs: manila.startOfDay(ahead(8).from) },
      alternatives: [
        { machineId: one.machineId, period: ahead(8) },
        { machineId: one.machineId, period: ahead(9) },
        { machineId: other.id, period: ahead(5) },
      ],
    })
    expect(await check(other.id, ahead(5))).toMatchObject({ free: true })
    await add({ typeId: one.typeId })
    expect(await check(other.id, ahead(5))).toMatchObject({ refusal: { reason: 'blackout' } })
    expect(await check(mill.id, ahead(5))).toMatchObject({ free: true })
    await add({})
    expect(await check(mill.id, ahead(7))).toMatchObject({ refusal: { reason: 'blackout' } })
    expect(await check(mill.id, ahead(8))).toMatchObject({ free: true })
    const { blackouts } = await araro.clerk.blackouts.list({})
    expect(blackouts.map(row => row.what).sort()).toEqual(['', 'Harvester', 'Harvester 1'])
  })

  test('leaves what was promised before, and says whom it reaches', async () => {
    const { machineId, memberId } = await machineAndMember()
    const booked = await araro.approved({ machineId, memberId, period: ahead(6, 2) })
    const before = { machineId, period: ahead(5, 3) }
    expect(await araro.clerk.blackouts.reach(before)).toMatchObject({
      count: 1,
      reached: [{ bookingId: booked.id, status: 'approved', memberPhone: '0917 555 0101' }],
    })
    await add({ machineId })
    const { booking } = await araro.clerk.bookings.get({ bookingId: booked.id })
    expect(booking).toMatchObject({ status: 'approved' })
    // It can be handed over, but not extended within the blackout.
    const longer = { bookingId: booked.id, period: ahead(6, 4) }
    expect(await araro.manager.bookings.checkExtension(longer)).toMatchObject({ free: true })
    await add({ machineId, period: ahead(8, 1) })
    expect(await araro.manager.bookings.checkExtension(longer)).toMatchObject({
      refusal: { reason: 'blackout' },
    })
  })

  test('can be taken back, and undone', async () => {
    const { machineId } = await machineAndMember()
    const added = await add({ machineId })
    if (!added.ok) throw new Error(added.refusal.reason)
    const { id: blackoutId, version } = added.blackout
    const on = { commandId: newId(), blackoutId, version }
    expect(reasonOf(await araro.manager.blackouts.remove(on))).toBe('yes')
    expect(await check(machineId, ahead(5))).toMatchObject({ free: true })
    expect((await araro.clerk.blackouts.list({})).blackouts).toEqual([])
    const undone = await araro.manager.undo.last({ commandId: newId(), of: on.commandId })
    expect(reasonOf(undone)).toBe('yes')
    expect(await check(machineId, ahead(5))).toMatchObject({ refusal: { reason: 'blackout' } })
  })

  test('is refused where it is over, ends before it starts, or names what is not there', async () => {
    expect(reasonOf(await add({ period: ahead(-2) }))).toBe('in-the-past')
    const backward = { kind: 'days', from: ahead(5).from, to: ahead(4).to }
    expect(reasonOf(await add({ period: backward }))).toBe('ends-before-it-starts')
    expect(reasonOf(await add({ machineId: newId() }))).toBe('not-found')
    const both = { machineId: newId(), typeId: newId() }
    await expect(add(both)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(add({ reason: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('is guarded by the file: it is kept, and only taken back', async () => {
    await add({})
    const { sqlite } = araro.file
    expect(() => sqlite.exec('DELETE FROM blackouts')).toThrow('KEPT')
    expect(() => sqlite.exec("UPDATE blackouts SET reason = 'x'")).toThrow('FIXED')
    expect(() => sqlite.exec('UPDATE blackouts SET end_ms = end_ms + 1')).toThrow('FIXED')
    const again =
      'INSERT OR REPLACE INTO blackouts (id, start_ms, end_ms, reason) SELECT id, 1, 2, reason FROM blackouts'
    expect(() => sqlite.exec(again)).toThrow('KNOWN-ID')
  })
})

test('whoever waits is offered no closed day, and gets the day as soon as it is open', async () => {
  await setHours()
  const { machineId, memberId } = await machineAndMember()
  const second = await araro.member()
  await araro.approved({ machineId, memberId, period: ahead(12) })
  const wanted = { fromDay: ahead(10).from, toDay: ahead(10).to, length: { days: 1 } }
  await araro.clerk.waiting.add({ commandId: newId(), memberId: second.id, machineId, ...wanted })
  const offers = async () =>
    (await araro.clerk.waiting.list({})).waiting.map(one => one.offer?.period ?? null)
  expect(await offers()).toEqual([null])
  await setHours({ week: WEEK.map(() => DAY_OPEN) })
  expect(await offers()).toEqual([ahead(10)])
})
