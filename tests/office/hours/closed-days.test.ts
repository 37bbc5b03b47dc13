import { describe, expect, test } from 'vitest'
import { fillPublicHolidays } from '#office/hours/public-holidays'
import { manila } from '#tests/support/booking-facts'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'
import { BONIFACIO, DAY_OPEN, openWeekIn, SUNDAY, WEEK } from './open-week.ts'

const araro = officeForEachTest()
const { setHours, machineAndMember, check } = openWeekIn(araro)

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
