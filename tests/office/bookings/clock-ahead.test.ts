import { beforeEach, expect, test } from 'vitest'
import {
  ahead,
  NOW,
  newId,
  reasonOf,
  type TemporaryOffice,
  temporaryOffice,
} from '#tests/support/temporary-office'

// The PC's clock was a month ahead, and is right again.

const DAY = 86_400_000
const MONTH = 30 * DAY
let araro: TemporaryOffice
let machineId: string
let memberId: string
beforeEach(async () => {
  araro = await temporaryOffice()
  machineId = (await araro.machine()).id
  memberId = (await araro.member()).id
})
const on = ({ id: bookingId, version }: { id: string; version: number }, atMs: number) => ({
  commandId: newId(),
  bookingId,
  version,
  atMs,
})
const shift = (ms: number) => {
  araro.clock.ms += ms
}

test('a booking that was requested then is handed over and returned when that happens, and the history says the odd time once', async () => {
  shift(MONTH)
  const booking = await araro.approved({ machineId, memberId, period: ahead(33) })
  shift(-MONTH)
  const out = await araro.clerk.bookings.handOver(on(booking, NOW))
  expect(out).toMatchObject({ ok: true, booking: { requestedMs: NOW + MONTH, handedOverMs: NOW } })
  const back = await araro.clerk.bookings.return(on({ ...booking, version: booking.version + 1 }, NOW))
  expect(back).toMatchObject({ ok: true, booking: { status: 'completed', returnedMs: NOW } })
  const { rows } = await araro.clerk.history.list({ entityId: booking.id })
  const said = rows.map(row => [row.action, row.after?.['clockShowedMs']])
  expect(said).toEqual([
    ['bookings.return', undefined],
    ['bookings.handOver', NOW + MONTH],
    ['bookings.approve', undefined],
    ['bookings.request', undefined],
  ])
})

test('a machine that was handed over then is out, blocks its time from now on, and is taken back when it comes', async () => {
  shift(MONTH)
  const booking = await araro.approved({ machineId, memberId, period: ahead(31, 5) })
  const handedOver = await araro.clerk.bookings.handOver(on(booking, NOW + MONTH))
  expect(reasonOf(handedOver)).toBe('yes')
  shift(-MONTH)
  const check = await araro.clerk.bookings.check({ machineId, period: ahead(3) })
  expect(check).toMatchObject({ free: false, refusal: { reason: 'already-booked' } })
  shift(2 * DAY)
  const nowMs = NOW + 2 * DAY
  const version = booking.version + 1
  const tomorrow = await araro.clerk.bookings.return(on({ id: booking.id, version }, nowMs + DAY))
  expect(reasonOf(tomorrow)).toBe('in-the-future')
  const back = await araro.clerk.bookings.return(on({ id: booking.id, version }, nowMs - DAY))
  expect(back).toMatchObject({
    ok: true,
    booking: { status: 'completed', handedOverMs: NOW + MONTH, returnedMs: nowMs - DAY },
  })
  const [last] = (await araro.clerk.history.list({ entityId: booking.id })).rows
  expect(last?.after).toMatchObject({ clockShowedMs: NOW + MONTH })
  expect(await araro.clerk.bookings.check({ machineId, period: ahead(4) })).toEqual({ free: true })
})

test('notices that were left then stand below the new ones, are counted, and can be marked as read', async () => {
  shift(MONTH)
  for (let n = 0; n < 60; n++) await araro.booking({ machineId, memberId, period: ahead(32 + n) })
  shift(-MONTH)
  for (let n = 0; n < 3; n++) await araro.booking({ machineId, memberId, period: ahead(3 + n) })
  const { notices, unread } = await araro.manager.notices.list({})
  expect(notices.map(notice => notice.atMs)).toEqual([...Array(3).fill(NOW), ...Array(10).fill(NOW + MONTH)])
  expect(unread).toBe(63)
  await araro.manager.notices.read({})
  expect(await araro.manager.notices.list({})).toMatchObject({ unread: 0 })
})

test('a payment that was taken then is listed, counted and reversed as any other, and nothing is owed for less than no time', async () => {
  const { clerk, manager } = araro
  const machine = await araro.machine({ type: 'Tractor', rate: { centavos: 100_000, per: 'day' } })
  const [type] = (await clerk.machines.types({})).filter(one => one.name === 'Tractor')
  const rules = { minNoticeDays: null, maxDays: null, horizonDays: null, depositCentavos: 50_000 }
  const change = { commandId: newId(), typeId: type!.id, version: 1, name: 'Tractor', ...rules }
  expect(reasonOf(await manager.machines.changeType(change))).toBe('yes')
  shift(MONTH)
  const { id: bookingId } = await araro.approved({ machineId: machine.id, memberId, period: ahead(33) })
  const lines = [{ bookingId, centavos: 10_000 }]
  const how = 'cash' as const
  const paymentId = newId()
  expect(reasonOf(await clerk.payments.take({ commandId: paymentId, memberId, lines, how }))).toBe('yes')
  shift(-MONTH)
  expect(reasonOf(await clerk.payments.take({ commandId: newId(), memberId, lines, how }))).toBe('yes')
  expect((await clerk.payments.list({})).payments.map(one => one.enteredMs)).toEqual([NOW + MONTH, NOW])
  expect((await clerk.members.get({ memberId })).owes).toMatchObject({ owedCentavos: 30_000, days: 0 })
  expect((await clerk.payments.receivables({})).members).toMatchObject([
    { owedCentavos: 30_000, byAge: { to30: 30_000, older: 0 } },
  ])
  expect(reasonOf(await clerk.payments.reverse({ commandId: newId(), paymentId, reason: 'slip' }))).toBe(
    'yes',
  )
  expect(await clerk.payments.balance({ memberId })).toMatchObject({ owedCentavos: 40_000 })
})

test('whoever asked for a place or a machine then keeps the turn before those who ask later', async () => {
  const { clerk, manager } = araro
  const other = (await araro.member()).id
  await araro.approved({ machineId, memberId, period: ahead(40) })
  shift(MONTH)
  const wish = { machineId, fromDay: ahead(40).from, toDay: ahead(40).from, length: { days: 1 } }
  const first = await clerk.waiting.add({ commandId: newId(), memberId: other, ...wish })
  const start = NOW + 2 * MONTH
  const session = {
    title: 'Training',
    startMs: start,
    endMs: start + DAY,
    capacity: 1,
    open: 'anybody' as const,
  }
  const sessionId = newId()
  await manager.sessions.add({ commandId: sessionId, ...session })
  const enrol = (guest: string) => clerk.sessions.enrol({ commandId: newId(), sessionId, guest, wait: true })
  await enrol('Ana')
  await enrol('Ben')
  shift(-MONTH)
  await enrol('Carla')
  const later = await clerk.waiting.add({ commandId: newId(), memberId, ...wish })
  expect([reasonOf(first), reasonOf(later)]).toEqual(['yes', 'yes'])
  expect((await clerk.waiting.list({})).waiting.map(one => one.memberId)).toEqual([other, memberId])
  const found = await clerk.sessions.get({ sessionId })
  expect(found?.waiting.map(one => one.name)).toEqual(['Ben', 'Carla'])
  const ana = found!.places[0]!
  const leave = { commandId: newId(), enrolmentId: ana.id, version: ana.version }
  expect(reasonOf(await clerk.sessions.cancelEnrolment(leave))).toBe('yes')
  expect((await clerk.sessions.get({ sessionId }))?.places.map(one => one.name)).toEqual(['Ben'])
})
