import { expect, test } from 'vitest'
import { addDays, DAY_MS, HOUR_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { ahead, newId, type TemporaryOffice, TODAY, temporaryOffice } from '#tests/support/temporary-office'

async function outUntil(araro: TemporaryOffice, days: number) {
  const member = await araro.member()
  const machine = await araro.machine()
  const asked = { memberId: member.id, machineId: machine.id, period: ahead(0, days + 1) }
  const booking = await araro.booking(asked, araro.manager)
  const on = { commandId: newId(), bookingId: booking.id }
  const approved = await araro.manager.bookings.approve({ ...on, version: booking.version })
  if (!approved.ok) throw new Error(approved.refusal.reason)
  const { version } = approved.booking
  const out = await araro.clerk.bookings.handOver({
    commandId: newId(),
    bookingId: booking.id,
    version,
    atMs: araro.clock.nowMs(),
  })
  if (!out.ok) throw new Error(out.refusal.reason)
  return out.booking
}

/** The kinds of the notices that a clerk has, and how many of each. */
async function told(araro: TemporaryOffice) {
  const { notices } = await araro.clerk.notices.list({})
  const count = (kind: string) => notices.filter(notice => notice.kind === kind).length
  return { tomorrow: count('due-tomorrow'), overdue: count('overdue') }
}

test('the hourly upkeep says once that a machine is due tomorrow, and once that it is late', async () => {
  const araro = await temporaryOffice()
  await outUntil(araro, 1)
  for (let hour = 0; hour < 6; hour++) {
    await keepUp(araro.office)
    araro.clock.pass(HOUR_MS)
  }
  expect(await told(araro)).toEqual({ tomorrow: 1, overdue: 0 })
  for (let hour = 0; hour < 60; hour++) {
    await keepUp(araro.office)
    araro.clock.pass(HOUR_MS)
  }
  expect(await told(araro)).toEqual({ tomorrow: 1, overdue: 1 })
})

test('a clock that jumps a week leaves what hours leave, but for reminders of days that are over', async () => {
  const [hourly, jumped] = [await temporaryOffice(), await temporaryOffice()]
  for (const araro of [hourly, jumped]) await outUntil(araro, 3)
  for (let hour = 0; hour < 7 * 24; hour++) {
    await keepUp(hourly.office)
    hourly.clock.pass(HOUR_MS)
  }
  jumped.clock.pass(7 * DAY_MS)
  for (const araro of [hourly, jumped]) {
    await keepUp(araro.office)
    await keepUp(araro.office)
  }
  expect(await told(hourly)).toEqual({ tomorrow: 1, overdue: 1 })
  expect(await told(jumped)).toEqual({ tomorrow: 0, overdue: 1 })
  const shut = (araro: TemporaryOffice) =>
    araro.file.sqlite.prepare('SELECT kind, until_ms FROM open_blocks ORDER BY until_ms').all()
  expect(shut(jumped)).toEqual(shut(hourly))
})

test('a machine that needs maintenance is said once to those who plan it, and to nobody else', async () => {
  const araro = await temporaryOffice()
  const member = await araro.member()
  const machine = await araro.machine()
  const insert = araro.file.sqlite.prepare(
    `INSERT INTO bookings (id, machine_id, member_id, status, start_ms, end_ms) VALUES (?, ?, ?, 'completed', ?, ?)`,
  )
  for (let days = 1; days <= 5; days++) {
    const endMs = Date.parse(`${addDays(TODAY, -days)}T12:00:00+08:00`)
    insert.run(newId(), machine.id, member.id, endMs - HOUR_MS, endMs)
  }
  for (let turn = 0; turn < 3; turn++) {
    await keepUp(araro.office)
    araro.clock.pass(DAY_MS)
  }
  const { notices } = await araro.manager.notices.list({})
  expect(notices).toMatchObject([{ kind: 'maintenance-due', about: { entity: 'machine', id: machine.id } }])
  expect((await araro.clerk.notices.list({})).notices).toEqual([])
})
