import { expect, test, vi } from 'vitest'
import { HOLD_MS } from '#booking/availability/hold'
import { DAY_MS } from '#booking/time/day'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { officeWithMachineAndMember } from '#tests/support/office-for-each-test'
import { fieldsOf } from '#tests/support/plain-machine'
import { ahead, NOW, newId, reasonOf } from '#tests/support/temporary-office'

const { araro, machineId, memberId, ask } = officeWithMachineAndMember()

const holds = () => araro.file.sqlite.prepare('SELECT form_id FROM holds').pluck().all()
const isFree = async (by = araro.clerk, formId?: string) =>
  (await by.bookings.check({ machineId, period: ahead(3), ...(formId && { formId }) })).free

test('a form holds its time for five minutes from its last change, and only one time', async () => {
  const formId = newId()
  expect(await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })).toEqual({
    ok: true,
    expiresMs: NOW + HOLD_MS,
  })
  expect(HOLD_MS).toBe(5 * 60_000)
  araro.clock.pass(60_000)
  const moved = await araro.clerk.bookings.hold({ formId, machineId, period: ahead(8) })
  expect(moved).toEqual({ ok: true, expiresMs: NOW + 60_000 + HOLD_MS })
  expect(holds()).toEqual([formId])
  expect(await isFree(araro.manager)).toBe(true)
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('a hold blocks others, and the refusal names its user', async () => {
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(3) })
  const check = await araro.manager.bookings.check({ machineId, period: ahead(3) })
  expect(check).toMatchObject({
    free: false,
    refusal: { reason: 'on-hold', by: { userName: 'Clerk', expiresMs: NOW + HOLD_MS } },
  })
  expect(reasonOf(await ask({}, araro.manager))).toBe('on-hold')
})

test('a hold also blocks its user’s second window: only its own form can use the time', async () => {
  const formId = newId()
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  expect(await isFree(araro.clerk, formId)).toBe(true)
  expect(await isFree(araro.clerk)).toBe(false)
  expect(await isFree(araro.clerk, newId())).toBe(false)
  expect(reasonOf(await ask({ formId: newId() }))).toBe('on-hold')
  expect(reasonOf(await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(3) }))).toBe(
    'on-hold',
  )
})

test('another user cannot use, move or release a hold by its form’s id', async () => {
  const formId = newId()
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  expect(await isFree(araro.manager, formId)).toBe(false)
  expect(reasonOf(await ask({ formId }, araro.manager))).toBe('on-hold')
  expect(reasonOf(await araro.manager.bookings.hold({ formId, machineId, period: ahead(5) }))).toBe(
    'not-found',
  )
  await araro.manager.bookings.release({ formId })
  expect(holds()).toEqual([formId])
  await araro.clerk.bookings.release({ formId })
  expect(holds()).toEqual([])
})

test('a check writes nothing: no hold, no change, no command', async () => {
  const { sqlite } = araro.file
  const before = sqlite.prepare('SELECT total_changes()').pluck().get()
  for (let n = 0; n < 5; n++) await isFree()
  expect(sqlite.prepare('SELECT total_changes()').pluck().get()).toBe(before)
})

test('a check is never stale: it sees what was just saved', async () => {
  expect(await isFree()).toBe(true)
  const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
  expect(await isFree()).toBe(false)
  await araro.clerk.bookings.cancel({ commandId: newId(), bookingId: booking.id, version: 1, reason: 'rain' })
  expect(await isFree()).toBe(true)
})

test('a hold for a time that is refused leaves the form without a hold', async () => {
  const formId = newId()
  await araro.booking({ memberId, machineId, period: ahead(8) })
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  expect(reasonOf(await araro.clerk.bookings.hold({ formId, machineId, period: ahead(8) }))).toBe(
    'already-booked',
  )
  expect(holds()).toEqual([])
})

test('an expired hold ends in the transaction of the next write, so the time is free for that booking', async () => {
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(3) })
  araro.clock.pass(HOLD_MS - 1)
  expect(reasonOf(await ask({}, araro.manager))).toBe('on-hold')
  araro.clock.pass(1)
  expect(reasonOf(await ask({}, araro.manager))).toBe('yes')
})

test('an expired hold ends without any other write, and windows are told', async () => {
  const formId = newId()
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  // Shortly before the hold expires something else is written, so that the office sets its timer again.
  araro.clock.pass(HOLD_MS - 20)
  await araro.member()
  const { seq } = await araro.clerk.changes.head({})
  araro.clock.pass(20)
  await vi.waitFor(() => expect(holds()).toEqual([]), { timeout: 10_000 })
  const told = araro.file.sqlite.prepare('SELECT entity, entity_id AS id FROM changes WHERE seq > ?').all(seq)
  expect(told).toEqual([{ entity: 'hold', id: formId }])
})

test('with the PC’s clock set back by weeks, a hold still ends five minutes later, and the office is idle meanwhile', async () => {
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(3) })
  const timer = vi.spyOn(globalThis, 'setTimeout')
  araro.clock.ms -= 40 * DAY_MS
  await araro.member()
  expect(holds()).toEqual([])
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(-37) })
  const longest = Math.max(...timer.mock.calls.map(([, ms]) => ms ?? 0))
  timer.mockRestore()
  expect(longest).toBeLessThanOrEqual(HOLD_MS + 1)
})

test('holds are neither in the history nor among the commands', async () => {
  const formId = newId()
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  const said = araro.file.sqlite.prepare("SELECT count(*) FROM history WHERE entity = 'hold'").pluck().get()
  const kept = araro.file.sqlite
    .prepare("SELECT count(*) FROM commands WHERE name = 'bookings.hold'")
    .pluck()
    .get()
  expect([said, kept]).toEqual([0, 0])
})

test('signing out ends the user’s holds in that window', async () => {
  await araro.clerk.bookings.hold({ formId: newId(), machineId, period: ahead(3) })
  await araro.clerk.auth.signOut({})
  expect(holds()).toEqual([])
})

test('the form that moves a booking may hold time next to the booking’s own, or within it', async () => {
  const booking = await araro.booking({ memberId, machineId, period: ahead(3, 2) })
  const form = { formId: newId(), machineId, exceptBookingId: booking.id }
  expect(reasonOf(await araro.clerk.bookings.hold({ ...form, period: ahead(9) }))).toBe('yes')
  expect(reasonOf(await araro.clerk.bookings.hold({ ...form, period: ahead(4, 2) }))).toBe('yes')
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('the form that moves a booking by a day holds the day gained', async () => {
  const dryer = await araro.machine({ type: 'Dryer', bufferAfterMs: 86_400_000 })
  const booking = await araro.booking({ memberId, machineId: dryer.id, period: ahead(3, 2) })
  const form = { formId: newId(), machineId: dryer.id, exceptBookingId: booking.id, period: ahead(4, 2) }
  expect(await araro.clerk.bookings.hold(form)).toEqual({ ok: true, expiresMs: NOW + HOLD_MS })
  const another = { machineId: dryer.id, period: ahead(6) }
  expect(await araro.manager.bookings.check(another)).toMatchObject({ refusal: { reason: 'on-hold' } })
  expect((await araro.manager.bookings.check({ ...another, period: ahead(7) })).free).toBe(true)
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  const move = { commandId: newId(), bookingId: booking.id, version: 1, ...form }
  const { exceptBookingId: _, machineId: _same, ...args } = move
  expect(reasonOf(await araro.clerk.bookings.move(args))).toBe('yes')
  expect(holds()).toEqual([])
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
})

test('a move by an hour holds that hour; lengthening at both ends holds nothing', async () => {
  const mill = await araro.machine({ type: 'Mill', bookingMode: 'time' })
  const at = (from: number, to: number) => {
    const [startMs, endMs] = [from, to].map(hour => NOW + (48 + hour) * 3_600_000) as [number, number]
    return { kind: 'time' as const, startMs, endMs }
  }
  const booking = await araro.booking({ memberId, machineId: mill.id, period: at(2, 4) })
  const form = { formId: newId(), machineId: mill.id, exceptBookingId: booking.id }
  const others = async () =>
    (await araro.manager.bookings.check({ machineId: mill.id, period: at(1, 2) })).free
  expect(await araro.clerk.bookings.hold({ ...form, period: at(1, 3) })).toMatchObject({
    expiresMs: NOW + HOLD_MS,
  })
  expect(await others()).toBe(false)
  expect(await araro.clerk.bookings.hold({ ...form, period: at(1, 5) })).toEqual({
    ok: true,
    expiresMs: null,
  })
  expect(await araro.clerk.bookings.hold({ ...form, period: at(2, 3) })).toEqual({
    ok: true,
    expiresMs: null,
  })
  expect(await others()).toBe(true)
})

test('lengthening a booking that began today gets the same answer from check, hold and move', async () => {
  const booking = await araro.booking({ memberId, machineId, period: ahead(0) }, araro.manager)
  const wanted = { machineId, period: ahead(0, 3) }
  expect((await araro.clerk.bookings.check({ ...wanted, exceptBookingId: booking.id })).free).toBe(true)
  const formId = newId()
  expect(reasonOf(await araro.clerk.bookings.hold({ ...wanted, formId, exceptBookingId: booking.id }))).toBe(
    'yes',
  )
  const move = { commandId: newId(), bookingId: booking.id, version: 1, period: wanted.period, formId }
  expect(reasonOf(await araro.clerk.bookings.move(move))).toBe('yes')
})

test('a booking keeps its buffers after the machine’s change: check and move agree', async () => {
  const booking = await araro.booking({ memberId, machineId, period: ahead(3) })
  await araro.booking({ memberId, machineId, period: ahead(6) })
  const fields = fieldsOf((await araro.clerk.machines.list({}))[0]!)
  const buffers = { bufferBeforeMs: 0, bufferAfterMs: 86_400_000 }
  await araro.manager.machines.change({ commandId: newId(), machineId, version: 1, ...fields, ...buffers })
  const wanted = { machineId, period: ahead(5) }
  const check = await araro.clerk.bookings.check({ ...wanted, exceptBookingId: booking.id })
  const move = await araro.clerk.bookings.move({
    commandId: newId(),
    bookingId: booking.id,
    version: 1,
    ...wanted,
  })
  expect([check.free, reasonOf(move)]).toEqual([true, 'yes'])
})

test('signing out in one window keeps the same user’s hold in another window', async () => {
  const formId = newId()
  const other = await araro.signIn('Clerk')
  await araro.clerk.bookings.hold({ formId, machineId, period: ahead(3) })
  await other.window.auth.signOut({})
  expect(holds()).toEqual([formId])
  await araro.clerk.auth.signOut({})
  expect(holds()).toEqual([])
})
