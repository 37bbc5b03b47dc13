import { beforeEach, describe, expect, test } from 'vitest'
import { keepUpWaitingList, startCountingOffers } from '#office/upkeep/waiting-list'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember, on } from '#tests/support/office-for-each-test'
import { ahead, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId } = officeWithMachineAndMember()
const HOUR = 3_600_000
type Booking = Awaited<ReturnType<typeof araro.approved>>
let booked: Booking
let ben: string

const day = (days: number) => ahead(days).from
const wait = (who: string, change: object = {}) =>
  araro.clerk.waiting.add({
    commandId: newId(),
    memberId: who,
    machineId,
    fromDay: day(3),
    toDay: day(4),
    length: { days: 2 },
    ...change,
  })
const list = async () => (await araro.clerk.waiting.list({})).waiting
const offered = async () => (await list()).filter(one => one.offer).map(one => one.memberName)
const cancel = (booking: Booking) => araro.clerk.bookings.cancel(on(booking, { reason: 'rain' }))
const offerOf = async (name: string) => (await list()).find(one => one.memberName === name)?.offer?.id ?? ''

beforeEach(async () => {
  booked = await araro.approved({ memberId, machineId, period: ahead(3, 2) })
  ben = (await araro.member({ name: 'Ben Cruz' })).id
})

describe('a time that becomes free', () => {
  test('is held for and offered to the first in turn, in the command that freed it', async () => {
    await wait(ben)
    await wait(memberId)
    expect(await offered()).toEqual([])
    await cancel(booked)
    expect(await offered()).toEqual(['Ben Cruz'])
    const asked = await araro.manager.bookings.request({
      commandId: newId(),
      memberId,
      machineId,
      period: ahead(3),
    })
    expect(asked).toMatchObject({ refusal: { reason: 'on-hold', by: { offeredTo: 'Ben Cruz' } } })
    const { notices } = await araro.manager.notices.list({})
    expect(notices.map(one => one.kind)).toContain('offer')
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('goes to whoever was moved up with a reason, and to the next when it is declined', async () => {
    await wait(ben)
    const second = await wait(memberId)
    if (!second.ok) throw new Error(second.refusal.reason)
    const { id: waitingId, version } = second.waiting
    const up = { commandId: newId(), waitingId, version, reason: 'Seedlings are ready' }
    expect(await araro.manager.waiting.moveUp(up)).toMatchObject({
      ok: true,
      waiting: { reason: 'Seedlings are ready' },
    })
    await cancel(booked)
    expect(await offered()).toEqual(['Ana Reyes'])
    await araro.clerk.waiting.decline({ commandId: newId(), offerId: await offerOf('Ana Reyes') })
    expect(await offered()).toEqual(['Ben Cruz'])
    await araro.clerk.waiting.decline({ commandId: newId(), offerId: await offerOf('Ben Cruz') })
    expect(await offered()).toEqual([])
  })

  test('goes by the place before somebody to which a manager moved a member', async () => {
    const others = await Promise.all(['Carla', 'Dante', 'Elsa'].map(name => araro.member({ name })))
    for (const { id } of others) await wait(id)
    await wait(ben)
    const names = async () => (await list()).map(one => one.memberName)
    const entry = async (name: string) => (await list()).find(one => one.memberName === name)!
    const up = async (name: string, before?: string) => {
      const { id: waitingId, version } = await entry(name)
      const beforeId = before === undefined ? undefined : (await entry(before)).id
      return araro.manager.waiting.moveUp({
        ...{ commandId: newId(), waitingId, version, reason: 'Seedlings are ready' },
        ...(beforeId !== undefined && { beforeId }),
      })
    }
    expect(await names()).toEqual(['Carla', 'Dante', 'Elsa', 'Ben Cruz'])
    expect(reasonOf(await up('Ben Cruz', 'Dante'))).toBe('yes')
    expect(await names()).toEqual(['Carla', 'Ben Cruz', 'Dante', 'Elsa'])
    expect(reasonOf(await up('Elsa', 'Ben Cruz'))).toBe('yes')
    expect(await names()).toEqual(['Carla', 'Elsa', 'Ben Cruz', 'Dante'])
    expect(reasonOf(await up('Dante'))).toBe('yes')
    expect(await names()).toEqual(['Dante', 'Carla', 'Elsa', 'Ben Cruz'])
    expect(await up('Carla', 'Elsa')).toMatchObject({
      refusal: { reason: 'not-moved-up', why: 'comes-first' },
    })
    expect(await up('Dante')).toMatchObject({ refusal: { reason: 'not-moved-up', memberName: 'Dante' } })
    const { rows } = await araro.clerk.history.list({ entityId: (await entry('Elsa')).id })
    expect(rows[0]).toMatchObject({
      action: 'waiting.moveUp',
      after: { reason: 'Seedlings are ready', movedBefore: 'Ben Cruz' },
    })
  })

  test('becomes a booking of whoever takes it; the second clerk is told that the offer is over', async () => {
    await wait(ben)
    await cancel(booked)
    const offerId = await offerOf('Ben Cruz')
    const [one, other] = await Promise.all([
      araro.clerk.waiting.accept({ commandId: newId(), offerId }),
      araro.manager.waiting.accept({ commandId: newId(), offerId }),
    ])
    expect([reasonOf(one), reasonOf(other)].sort()).toEqual(['offer-over', 'yes'])
    expect(one.ok ? one : other).toMatchObject({
      booking: { memberName: 'Ben Cruz', status: 'pending', period: ahead(3, 2) },
    })
    expect(await list()).toEqual([])
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  })

  test('that does not fit is not offered, and a withdrawn member frees what was held', async () => {
    await wait(memberId, { length: { days: 2 }, fromDay: day(4), toDay: day(5) })
    await araro.approved({ memberId, machineId, period: ahead(5) })
    const first = await wait(ben)
    await cancel(booked)
    expect(await offered()).toEqual(['Ben Cruz'])
    if (!first.ok) return
    const { version } = (await list()).find(one => one.id === first.waiting.id)!
    const gone = { commandId: newId(), waitingId: first.waiting.id, version }
    expect(await araro.clerk.waiting.withdraw(gone)).toMatchObject({ waiting: { status: 'withdrawn' } })
    expect(
      reasonOf(
        await araro.clerk.bookings.request({ commandId: newId(), memberId, machineId, period: ahead(3) }),
      ),
    ).toBe('yes')
  })
})

describe('a time is offered as soon as it is free', () => {
  test('when a form gives it back, or is left until its hold lapses', async () => {
    await cancel(booked)
    const hold = (formId: string) => araro.manager.bookings.hold({ formId, machineId, period: ahead(3, 2) })
    const held = newId()
    await hold(held)
    await wait(ben)
    expect(await offered()).toEqual([])
    const counting = startCountingOffers(araro.office)
    await araro.manager.bookings.release({ formId: held })
    await expect.poll(offered).toEqual(['Ben Cruz'])
    await araro.clerk.waiting.decline({ commandId: newId(), offerId: await offerOf('Ben Cruz') })
    await hold(newId())
    await wait(memberId)
    expect(await offered()).toEqual([])
    araro.clock.pass(HOUR)
    // The timer of the holds would do this at that moment.
    await araro.office.queue.write(() => undefined)
    await expect.poll(offered).toEqual(['Ana Reyes'])
    counting.stop()
  })

  test('when its member may book again, and an offer ends with the right to take it', async () => {
    const member = async (id: string) => (await araro.clerk.members.get({ memberId: id })).member!
    const onBen = async () => ({ commandId: newId(), memberId: ben, version: (await member(ben)).version })
    await wait(ben)
    await araro.manager.members.suspend({ ...(await onBen()), reason: 'unpaid' })
    await cancel(booked)
    expect(await offered()).toEqual([])
    await araro.manager.members.reinstate(await onBen())
    expect(await offered()).toEqual(['Ben Cruz'])
    await wait(memberId)
    await araro.manager.members.suspend({ ...(await onBen()), reason: 'unpaid' })
    expect(await offered()).toEqual(['Ana Reyes'])
  })

  test('and what was taken stays taken, also where a request blocks nothing', async () => {
    const { id } = await araro.machine({ pendingBlocks: false })
    await wait(ben, { machineId: id })
    await wait(memberId, { machineId: id })
    const offerId = await offerOf('Ben Cruz')
    await araro.clerk.waiting.accept({ commandId: newId(), offerId })
    expect(await offered()).toEqual([])
  })
})

describe('an offer', () => {
  test('lasts two hours in which the office is open, and then goes to the next', async () => {
    await wait(ben)
    await wait(memberId)
    const counting = startCountingOffers(araro.office)
    await cancel(booked)
    for (const _ of [1, 2, 3]) {
      araro.clock.pass(HOUR / 2)
      await counting.count()
    }
    expect(await offered()).toEqual(['Ben Cruz'])
    araro.clock.pass(HOUR / 2)
    await counting.count()
    expect(await offered()).toEqual(['Ana Reyes'])
    counting.stop()
  })

  test('is not counted at night, and a clock that jumps neither ends it nor keeps it', async () => {
    await wait(ben)
    const counting = startCountingOffers(araro.office)
    await cancel(booked)
    // The PC's clock is set to the evening, and the night passes.
    araro.clock.ms += 10 * HOUR
    araro.clock.pass(6 * HOUR)
    await counting.count()
    expect(await offered()).toEqual(['Ben Cruz'])
    // It is set a day ahead and back again.
    araro.clock.ms += 24 * HOUR
    await counting.count()
    araro.clock.ms -= 24 * HOUR
    await counting.count()
    expect(await offered()).toEqual(['Ben Cruz'])
    counting.stop()
  })
})

test('a member is on the list once for the same, and only one who may book', async () => {
  expect(reasonOf(await wait(ben))).toBe('yes')
  expect(reasonOf(await wait(ben))).toBe('waiting-already')
  const new1 = await araro.member({ verified: false })
  expect(reasonOf(await wait(new1.id))).toBe('member-not-verified')
  expect(reasonOf(await wait(memberId, { length: { days: 3 } }))).toBe('ends-before-it-starts')
  expect(reasonOf(await wait(memberId, { length: { minutes: 60 } }))).toBe('wrong-period')
  expect(reasonOf(await wait(memberId, { units: 2 }))).toBe('over-capacity')
})

test('what fits already is offered at once, and going on twice does no more than once', async () => {
  await wait(ben, { fromDay: day(8), toDay: day(9) })
  expect(await offered()).toEqual(['Ben Cruz'])
  const before = araro.count('history')
  await keepUpWaitingList(araro.office)
  expect(araro.count('history')).toBe(before)
})

test('the file itself keeps an offer: raw SQL cannot delete it, move it or book over it', async () => {
  await wait(ben)
  await cancel(booked)
  const { sqlite } = araro.file
  const run = (sql: string) => () => sqlite.exec(sql)
  expect(run('DELETE FROM offers')).toThrow('KEPT')
  expect(run('DELETE FROM waiting')).toThrow('KEPT')
  expect(run("DELETE FROM occupancy WHERE kind = 'hold'")).toThrow('DERIVED')
  expect(run('UPDATE offers SET end_ms = end_ms + 1')).toThrow('FIXED')
  expect(run("UPDATE waiting SET status = 'withdrawn'")).toThrow('MOVE-NOT-ALLOWED')
  expect(run("UPDATE waiting SET to_day = '2027-01-01'")).toThrow('FIXED')
  expect(run(`UPDATE bookings SET status = 'approved' WHERE id = '${booked.id}'`)).toThrow()
})
