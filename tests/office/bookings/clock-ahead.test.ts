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
