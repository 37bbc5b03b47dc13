import { expect, test } from 'vitest'
import { addDays } from '#booking/time/day'
import { intervalOf } from '#booking/time/period'
import { calendarOf } from '#office/law/time-zone'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { on } from '#tests/support/office-for-each-test'
import { ahead, NOW, newId, reasonOf, TODAY, temporaryOffice } from '#tests/support/temporary-office'

type Said = { offer?: string; got?: string; refused?: string | string[]; tries?: number }

const SLOTS = 8
const manila = calendarOf('Asia/Manila')
const slots = Array.from({ length: SLOTS }, (_, n) => {
  const from = addDays(TODAY, 2 + n)
  return { from, ...intervalOf({ kind: 'days', from, to: from }, manila) }
})

test('eight processes want what becomes free: nobody comes before the one who waits, and each offer is taken once', {
  timeout: 120_000,
}, async () => {
  const araro = await temporaryOffice()
  const { id: machineId } = await araro.machine()
  const { id: memberId } = await araro.member()
  const { id: waitingId } = await araro.member({ name: 'Ben Cruz' })
  const promised = []
  for (const [n, { from }] of slots.entries()) {
    promised.push(await araro.approved({ machineId, memberId, period: ahead(2 + n) }))
    const wish = { memberId: waitingId, machineId, fromDay: from, toDay: from, length: { days: 1 } }
    expect(reasonOf(await araro.clerk.waiting.add({ commandId: newId(), ...wish }))).toBe('yes')
  }

  const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
  const errand = { path: araro.path, slots, machineId, memberId, actor, nowMs: NOW }
  const start = (how: string) => startChild('racing-list.ts', { ...errand, how })
  const booking = ['office', 'sql', 'office', 'sql'].map(start)
  const taking = ['accept', 'accept', 'accept', 'accept'].map(start)
  for (const child of [...booking, ...taking]) expect(await child.next()).toEqual({ ready: true })

  for (const child of booking) child.say('go')
  for (const one of promised) {
    let said = 'busy'
    while (said === 'busy') said = reasonOf(await araro.clerk.bookings.cancel(on(one, { reason: 'rain' })))
    expect(said).toBe('yes')
  }
  for (const child of taking) child.say('go')
  const taken: Said[] = []
  for (const child of taking) {
    for (let line = await child.next(); line; line = await child.next()) taken.push(line as Said)
    expect(await child.ended).toBe(0)
  }
  for (const child of booking) child.say('stop')
  for (const child of booking) {
    const last = (await child.next()) as Said
    expect(last.got).toBe(undefined)
    expect(last.tries).toBeGreaterThanOrEqual(SLOTS)
    for (const reason of last.refused ?? [])
      expect(['already-booked', 'on-hold', 'busy', 'OVERBOOKED', 'database is locked']).toContain(reason)
    expect(await child.ended).toBe(0)
  }

  const offers = new Set(taken.map(one => one.offer))
  expect(offers.size).toBe(SLOTS)
  for (const offer of offers) {
    const answers = taken.filter(one => one.offer === offer)
    expect(answers.filter(one => one.got !== undefined)).toHaveLength(1)
    for (const { got, refused } of answers) if (got === undefined) expect(refused).toBe('offer-over')
  }
  const stored = araro.file.sqlite
    .prepare("SELECT member_id FROM bookings WHERE status = 'pending' ORDER BY start_ms")
    .pluck()
    .all()
  expect(stored).toEqual(slots.map(() => waitingId))
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
  expect(araro.errors()).toEqual([])
})
