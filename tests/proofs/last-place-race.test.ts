import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { turnsOf } from '#tests/support/seeded'
import { NOW, newId, temporaryOffice } from '#tests/support/temporary-office'

type Said = { sessionId: string; got?: string; refused?: string }

const PROCESSES = 8
/** How many last places are raced for, one after the other; ARARO_TURNS says how many as a script. */
const SESSIONS = turnsOf(8)
/** Two places are taken, and one is left. */
const CAPACITY = 3

test.each([
  ['all through the office', Array.from({ length: PROCESSES }, () => 'office')],
  ['half of them with plain SQL', Array.from({ length: PROCESSES }, (_, n) => (n % 2 ? 'office' : 'sql'))],
])(
  'eight processes race for the last place of a session, %s: one gets it, and the others are told that it is full',
  { timeout: 120_000 },
  async (_, ways) => {
    const araro = await temporaryOffice()
    const sessionIds = Array.from({ length: SESSIONS }, newId)
    for (const commandId of sessionIds) {
      const times = { startMs: NOW + DAY_MS, endMs: NOW + DAY_MS + HOUR_MS }
      const session = { title: 'Training', ...times, capacity: CAPACITY, open: 'anybody' as const }
      await araro.manager.sessions.add({ commandId, ...session })
      for (const guest of ['Ana', 'Ben']) {
        await araro.clerk.sessions.enrol({ commandId: newId(), sessionId: commandId, guest })
      }
    }
    const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
    const children = ways.map((how, n) =>
      startChild('racing-for-places.ts', {
        path: araro.path,
        how,
        sessionIds,
        guest: `Process ${n}`,
        actor,
        nowMs: NOW,
      }),
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
    for (const sessionId of sessionIds) {
      const all = said.flat().filter(line => line.sessionId === sessionId)
      const [winner, ...others] = all.filter(line => line.got !== undefined)
      expect(others).toEqual([])
      const found = await araro.manager.sessions.get({ sessionId })
      expect(found?.places.map(place => place.id)).toContain(winner?.got)
      expect(found?.session).toMatchObject({ taken: CAPACITY, placesLeft: 0, state: 'full' })
      for (const { how, refused } of all.filter(line => line.got === undefined))
        expect(refused).toBe(how === 'office' ? 'session-full' : 'SESSION-FULL')
    }
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
    expect(araro.errors()).toEqual([])
  },
)
