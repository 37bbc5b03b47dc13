import { expect, test } from 'vitest'
import { calendarFrom } from '#booking/time/calendar'
import { addDays } from '#booking/time/day'
import {
  ahead,
  NOW,
  newId,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const manila = calendarFrom(() => 480)
const startOf = (days: number) => manila.startOfDay(addDays(TODAY, days))

async function todayOf(araro: TemporaryOffice, machineId: string) {
  return (await araro.clerk.calendar.today({})).find(one => one.machineId === machineId)
}

test('a machine in the yard that is promised today is not free: who takes it next, and from when it is free', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const { id: machineId } = await araro.machine()
  expect(await todayOf(araro, machineId)).toEqual({
    machineId,
    next: null,
    more: 0,
    asked: null,
    askedMore: 0,
    maintenance: null,
    unitsOut: 0,
    freeFromMs: startOf(0),
    freeUntilMs: null,
  })
  const first = await araro.approved({ memberId: member.id, machineId, period: ahead(1, 2) })
  await araro.booking({ memberId: member.id, machineId, period: ahead(3) })
  araro.clock.pass(DAY)
  const next = { bookingId: first.id, memberName: member.name, startMs: startOf(1) }
  expect(await todayOf(araro, machineId)).toMatchObject({ next, freeFromMs: startOf(4) })

  const { id: bookingId, version } = first
  await araro.clerk.bookings.handOver({ commandId: newId(), bookingId, version, atMs: NOW + DAY })
  const out = { next: null, unitsOut: 1 }
  expect(await todayOf(araro, machineId)).toMatchObject({ ...out, freeFromMs: startOf(4) })
  araro.clock.pass(2 * DAY)
  expect(await todayOf(araro, machineId)).toMatchObject({ ...out, freeFromMs: null })
})

test('a machine says who takes it tomorrow, who has asked for it meanwhile, and until when it is free', async () => {
  const araro = await temporaryOffice()
  const { id: memberId } = await araro.member()
  const asker = await araro.member()
  const { id: machineId } = await araro.machine()
  const tomorrow = await araro.approved({ memberId, machineId, period: ahead(1, 2) })
  const today = await todayOf(araro, machineId)
  expect(today).toMatchObject({ next: { bookingId: tomorrow.id, startMs: startOf(1) }, more: 0, asked: null })
  expect(today).toMatchObject({ freeFromMs: startOf(0), freeUntilMs: startOf(1) })

  const period = ahead(0)
  const request = await araro.booking({ memberId: asker.id, machineId, period }, araro.manager)
  expect(await todayOf(araro, machineId)).toMatchObject({
    next: { bookingId: tomorrow.id },
    asked: { bookingId: request.id, memberName: asker.name, startMs: startOf(0) },
    askedMore: 0,
    freeFromMs: startOf(3),
  })
  const repair = { machineId, kind: 'preventive' as const, period: ahead(5) }
  await araro.manager.maintenance.schedule({ commandId: newId(), ...repair })
  // It comes after the next booking, which is said; the free time ends with it.
  expect(await todayOf(araro, machineId)).toMatchObject({
    maintenance: null,
    freeFromMs: startOf(3),
    freeUntilMs: startOf(5),
  })
  araro.clock.pass(5 * DAY)
  expect(await todayOf(araro, machineId)).toMatchObject({
    next: null,
    maintenance: { startMs: startOf(5), endMs: startOf(6) },
    freeFromMs: startOf(6),
  })
})

test('a form that is being filled in promises nothing', async () => {
  const araro = await temporaryOffice()
  const { id: machineId } = await araro.machine()
  await araro.manager.bookings.hold({ formId: newId(), machineId, period: ahead(0) })
  expect(await todayOf(araro, machineId)).toMatchObject({ freeFromMs: startOf(0) })
})

test('a dryer has room as long as one sack fits, and is free again an hour after a full load', async () => {
  const araro = await temporaryOffice()
  const { id: memberId } = await araro.member()
  const dryer = await araro.machine({
    type: 'Dryer',
    bookingMode: 'time',
    capacity: 60,
    unitName: 'sack',
    bufferAfterMs: HOUR,
  })
  const hours = { kind: 'time' as const, startMs: NOW + DAY, endMs: NOW + DAY + 4 * HOUR }
  await araro.approved({ memberId, machineId: dryer.id, period: hours, units: 40 })
  araro.clock.pass(DAY)
  expect(await todayOf(araro, dryer.id)).toMatchObject({ more: 0, freeFromMs: NOW + DAY })
  await araro.booking({ memberId, machineId: dryer.id, period: hours, units: 20 }, araro.manager)
  expect(await todayOf(araro, dryer.id)).toMatchObject({ more: 0, freeFromMs: NOW + DAY + 5 * HOUR })
})
