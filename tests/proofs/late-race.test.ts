import { expect, test } from 'vitest'
import { addDays } from '#booking/time/day'
import { intervalOf } from '#booking/time/period'
import { calendarOf } from '#office/law/time-zone'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { on } from '#tests/support/office-for-each-test'
import { ahead, NOW, reasonOf, TODAY, temporaryOffice } from '#tests/support/temporary-office'

type Said = { slot: string; got?: string; refused?: string }

const PROCESSES = 8
const DAY = 86_400_000
const WAYS = Array.from({ length: PROCESSES }, (_, n) => (n % 2 ? 'office' : 'sql'))
const manila = calendarOf('Asia/Manila')

/** A machine is out and expected in ten days; on the fifth day it is promised to somebody. */
const slots = Array.from({ length: 12 }, (_, n) => {
  const from = addDays(TODAY, 1 + n)
  return { from, ...intervalOf({ kind: 'days', from, to: from }, manila) }
})
const isAfterIt = (from: string) => from > addDays(TODAY, 10)

test('eight processes, half of them with plain SQL, ask for every gap of a late machine: only what comes after it has a winner', {
  timeout: 120_000,
}, async () => {
  const araro = await temporaryOffice()
  const { id: machineId } = await araro.machine()
  const { id: memberId } = await araro.member()
  const promised = await araro.approved({ machineId, memberId, period: ahead(5) })
  const asked = await araro.booking({ machineId, memberId, period: ahead(0) }, araro.manager)
  const approved = await araro.manager.bookings.approve(on(asked, {}))
  const out = await araro.clerk.bookings.handOver(on(approved.ok ? approved.booking : asked, { atMs: NOW }))
  const expected = await araro.clerk.bookings.expect(
    on(out.ok ? out.booking : asked, { backMs: NOW + 10 * DAY }),
  )
  expect(expected.ok).toBe(true)

  const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
  const { path } = araro
  const children = WAYS.map(how =>
    startChild('racing-desk.ts', { path, how, slots, machineId, memberId, actor, nowMs: NOW }),
  )
  for (const child of children) expect(await child.next()).toEqual({ ready: true })
  for (const child of children) child.say('go')
  // Meanwhile the promise is cancelled: the gap that it leaves is nobody's either.
  let said = 'busy'
  while (said === 'busy') said = reasonOf(await araro.clerk.bookings.cancel(on(promised, { reason: 'rain' })))
  expect(said).toBe('yes')

  const all: (Said & { how: string | undefined })[] = []
  for (const [index, child] of children.entries()) {
    for (let line = await child.next(); line; line = await child.next())
      all.push({ ...(line as Said), how: WAYS[index] })
    expect(await child.ended).toBe(0)
  }
  expect(all).toHaveLength(PROCESSES * slots.length)
  for (const { from } of slots) {
    const ofIt = all.filter(line => line.slot === from)
    const winners = ofIt.filter(line => line.got !== undefined)
    expect(winners, from).toHaveLength(isAfterIt(from) ? 1 : 0)
    if (isAfterIt(from)) continue
    for (const { how, refused } of ofIt) {
      const reasons = how === 'sql' ? ['OVERBOOKED'] : ['overdue', 'already-booked']
      expect(reasons, from).toContain(refused)
    }
  }
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(araro.errors()).toEqual([])
})
