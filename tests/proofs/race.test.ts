import { expect, test } from 'vitest'
import { addDays } from '#booking/time/day'
import { intervalOf } from '#booking/time/period'
import { calendarOf } from '#office/law/time-zone'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { NOW, TODAY, temporaryOffice } from '#tests/support/temporary-office'

type Said = { slot: string; got?: string; refused?: string }

const PROCESSES = 8
const SLOTS = 8

const manila = calendarOf('Asia/Manila')
/** Every second day, so that the slots do not affect each other. */
const slots = Array.from({ length: SLOTS }, (_, n) => {
  const from = addDays(TODAY, 1 + 2 * n)
  return { from, ...intervalOf({ kind: 'days', from, to: from }, manila) }
})

test.each([
  ['all through the office', Array.from({ length: PROCESSES }, () => 'office')],
  ['half of them with plain SQL', Array.from({ length: PROCESSES }, (_, n) => (n % 2 ? 'office' : 'sql'))],
])(
  'with eight processes on one file, %s, each slot has one winner and every loser is told why',
  { timeout: 120_000 },
  async (_, ways) => {
    const araro = await temporaryOffice()
    const { id: machineId } = await araro.machine()
    const { id: memberId } = await araro.member()
    const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
    const { path } = araro
    const children = ways.map(how =>
      startChild('racing-desk.ts', { path, how, slots, machineId, memberId, actor, nowMs: NOW }),
    )
    for (const child of children) expect(await child.next()).toEqual({ ready: true })
    for (const child of children) child.say('go')

    const said = await Promise.all(
      children.map(async (child, index) => {
        const lines = []
        for (let line = await child.next(); line; line = await child.next())
          lines.push({ ...(line as Said), how: ways[index] })
        expect(await child.ended).toBe(0)
        return lines
      }),
    )
    const all = said.flat()
    const stored = araro.file.sqlite.prepare('SELECT id FROM bookings ORDER BY start_ms').pluck().all()
    expect(stored).toHaveLength(SLOTS)
    for (const [index, { from }] of slots.entries()) {
      const winners = all.filter(line => line.slot === from && line.got !== undefined)
      expect(winners.map(winner => winner.got)).toEqual([stored[index]])
      const losers = all.filter(line => line.slot === from && line.got === undefined)
      expect(losers).toHaveLength(PROCESSES - 1)
      for (const { how, refused } of losers)
        expect(refused).toBe(how === 'office' ? 'already-booked' : 'OVERBOOKED')
    }
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
    // The rules found every clash themselves: the guard never had to refuse what they had allowed.
    expect(araro.errors()).toEqual([])
  },
)
