import { expect, test } from 'vitest'
import { DAY_MS } from '#booking/time/day'
import { ahead, NOW, newId } from '#tests/support/temporary-office'
import { reasonOf, START, sessionOffice, TIMES } from './session-days.ts'

/** Whole days around a session: it takes its machines by the clock. */
const DAY_OF_IT = ahead(3)

test('a session takes its machines whole: nobody books them then, and before and after they are free', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine({ capacity: 4 })
  const member = await araro.member()
  const session = await araro.session({ machineIds: [machine.id] })
  const check = (period: ReturnType<typeof ahead>) =>
    araro.clerk.bookings.check({ machineId: machine.id, period, units: 1 })
  expect(await check(DAY_OF_IT)).toMatchObject({
    free: false,
    refusal: {
      reason: 'taken-by-session',
      by: { sessionId: session.id, title: 'Harvester training', organizerName: 'Manager' },
    },
  })
  expect(await check(ahead(4))).toMatchObject({ free: true })
  const booked = { commandId: newId(), machineId: machine.id, memberId: member.id, period: DAY_OF_IT }
  expect(reasonOf(await araro.clerk.bookings.request(booked))).toBe('taken-by-session')
  await araro.cancel(session.id)
  expect(await check(DAY_OF_IT)).toMatchObject({ free: true })
})

test('a session does not get a machine that is promised, whole or in part; the refusal names both', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine({ capacity: 4, name: 'Dryer 1' })
  const member = await araro.member()
  await araro.approved({ machineId: machine.id, memberId: member.id, period: DAY_OF_IT, units: 1 })
  const add = { commandId: newId(), title: 'Training', ...TIMES, capacity: 5, open: 'members' as const }
  expect(await araro.manager.sessions.add({ ...add, machineIds: [machine.id] })).toMatchObject({
    refusal: {
      reason: 'session-machine-taken',
      machineName: 'Dryer 1',
      by: [{ kind: 'booking', memberName: member.name }],
    },
  })
  expect(reasonOf(await araro.manager.sessions.add({ ...add, commandId: newId() }))).toBe('yes')
})

test('two sessions do not share a machine at one time, also when one is moved onto the other', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine()
  const other = await araro.machine()
  const first = await araro.session({ machineIds: [machine.id, other.id] })
  const next = { startMs: TIMES.endMs, endMs: TIMES.endMs + 1000 }
  const second = await araro.session({ machineIds: [machine.id], ...next, title: 'Second' })
  expect(await araro.change(second.id, { startMs: TIMES.endMs - 1 })).toMatchObject({
    refusal: { reason: 'session-machine-taken', by: [{ kind: 'session', sessionId: first.id }] },
  })
  expect(reasonOf(await araro.change(second.id, { machineIds: [other.id], startMs: START }))).toBe(
    'session-machine-taken',
  )
  // It may grow over its own time, and onto a machine that is free.
  expect(reasonOf(await araro.change(first.id, { startMs: START - 1000 }))).toBe('yes')
  expect(reasonOf(await araro.change(first.id, { machineIds: [machine.id] }))).toBe('yes')
  expect(reasonOf(await araro.change(second.id, { machineIds: [other.id], startMs: START }))).toBe('yes')
  expect(await araro.now(second.id)).toMatchObject({ machineIds: [other.id] })
})

test('a cancelled session whose machine was booked meanwhile does not come back by an undo', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine()
  const member = await araro.member()
  const { id, version } = await araro.session({ machineIds: [machine.id] })
  const of = newId()
  await araro.manager.sessions.cancel({ commandId: of, sessionId: id, version })
  const booked = await araro.booking({ machineId: machine.id, memberId: member.id, period: DAY_OF_IT })
  expect(await araro.manager.undo.last({ commandId: newId(), of })).toMatchObject({
    refusal: { because: { reason: 'session-machine-taken' } },
  })
  const { id: bookingId, version: now } = booked
  await araro.clerk.bookings.cancel({ commandId: newId(), bookingId, version: now, reason: 'rain' })
  expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of }))).toBe('yes')
  expect((await araro.now(id)).state).toBe('open')
  expect(await araro.clerk.bookings.check({ machineId: machine.id, period: DAY_OF_IT })).toMatchObject({
    free: false,
  })
})

test('undoing a change gives back and takes its machines and its time as they were', async () => {
  const araro = await sessionOffice()
  const [one, two] = [await araro.machine(), await araro.machine()]
  const { id, version } = await araro.session({ machineIds: [one.id] })
  const of = newId()
  const to = { machineIds: [two.id], startMs: START + DAY_MS, endMs: START + 2 * DAY_MS, title: 'Other' }
  await araro.manager.sessions.change({ commandId: of, sessionId: id, version, ...to })
  expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of }))).toBe('yes')
  expect(await araro.now(id)).toMatchObject({ machineIds: [one.id], ...TIMES, title: 'Harvester training' })
  const occupied = araro.file.sqlite.prepare(
    "SELECT machine_id, start_ms FROM occupancy WHERE kind = 'session'",
  )
  expect(occupied.all()).toEqual([{ machine_id: one.id, start_ms: TIMES.startMs }])
})

test('adding a session is undone while nobody has a place in it', async () => {
  const araro = await sessionOffice()
  const of = newId()
  const wanted = { title: 'Training', ...TIMES, capacity: 5, open: 'anybody' as const }
  await araro.manager.sessions.add({ commandId: of, ...wanted })
  const place = await araro.place(of, { guest: 'Ana' })
  expect(await araro.manager.undo.last({ commandId: newId(), of })).toMatchObject({
    refusal: { because: { reason: 'places-taken' } },
  })
  await araro.leave(place)
  expect(reasonOf(await araro.manager.undo.last({ commandId: newId(), of }))).toBe('yes')
  expect((await araro.now(of)).state).toBe('cancelled')
})

test('a machine is rented while its session is under way, and can be retired once it is over', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine()
  const { id } = await araro.session({ machineIds: [machine.id] })
  const retire = () =>
    araro.manager.machines.retire({ commandId: newId(), machineId: machine.id, version: machine.version })
  const status = async () => (await araro.clerk.machines.list({ withRetired: true }))[0]?.status
  expect(await status()).toBe('available')
  expect(reasonOf(await retire())).toBe('still-promised')
  araro.clock.pass(TIMES.startMs - NOW)
  expect(await status()).toBe('rented')
  araro.clock.pass(TIMES.endMs - TIMES.startMs)
  expect(await status()).toBe('available')
  expect(reasonOf(await retire())).toBe('yes')
  expect((await araro.now(id)).machineIds).toEqual([machine.id])
})

test('a session stands on the calendar and the board of its machine, also when it is over', async () => {
  const araro = await sessionOffice()
  const machine = await araro.machine()
  const { id } = await araro.session({ machineIds: [machine.id], capacity: 1 })
  const range = { fromMs: NOW, toMs: NOW + 10 * DAY_MS }
  const events = async () =>
    (await araro.clerk.calendar.events(range)).map(({ kind, id: eventId, title, status }) => ({
      kind,
      id: eventId,
      title,
      status,
    }))
  const said = { kind: 'session', id, title: 'Harvester training' }
  expect(await events()).toEqual([{ ...said, status: 'open' }])
  await araro.place(id, { guest: 'Ana' })
  expect(await events()).toEqual([{ ...said, status: 'full' }])
  araro.clock.pass(5 * DAY_MS)
  expect(await events()).toEqual([{ ...said, status: 'past' }])
  const days = { machineId: machine.id, from: ahead(3).from, to: ahead(3).to }
  expect(await araro.clerk.calendar.dayLoads(days)).toMatchObject([{ day: ahead(3).from, units: 1 }])
})
