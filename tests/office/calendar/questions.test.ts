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
    unitsOut: 0,
    freeFromMs: startOf(0),
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
