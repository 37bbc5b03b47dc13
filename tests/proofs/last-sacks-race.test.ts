import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '#booking/time/day'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { turnsOf } from '#tests/support/seeded'
import { NOW, newId, temporaryOffice } from '#tests/support/temporary-office'

type Said = { batchId: string; got?: string; refused?: string }

const PROCESSES = 8
/** How many batches are raced for, one after the other; ARARO_TURNS says how many as a script. */
const BATCHES = turnsOf(8)
/** 47 of 60 sacks are taken, and everybody wants the last 13. */
const TAKEN = 47
const CAPACITY = 60

test.each([
  ['all through the office', Array.from({ length: PROCESSES }, () => 'office')],
  ['half of them with plain SQL', Array.from({ length: PROCESSES }, (_, n) => (n % 2 ? 'office' : 'sql'))],
])(
  'eight processes race for the last sacks of a batch, %s: one gets them, and the others are told that it is full',
  { timeout: 120_000 },
  async (_, ways) => {
    const araro = await temporaryOffice()
    const batchIds = Array.from({ length: BATCHES }, newId)
    const { id: memberId } = await araro.member()
    const dryer = { type: 'Dryer', bookingMode: 'time' as const, capacity: CAPACITY, unitName: 'sack' }
    for (const commandId of batchIds) {
      const { id: machineId } = await araro.machine(dryer)
      const period = { kind: 'time' as const, startMs: NOW + DAY_MS, endMs: NOW + DAY_MS + HOUR_MS }
      await araro.clerk.batches.open({ commandId, machineId, period })
      await araro.clerk.batches.add({ commandId: newId(), batchId: commandId, memberId, sacks: TAKEN })
    }
    const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
    const children = ways.map(how =>
      startChild('racing-for-sacks.ts', {
        path: araro.path,
        how,
        batchIds,
        memberId,
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
    for (const batchId of batchIds) {
      const all = said.flat().filter(line => line.batchId === batchId)
      const [winner, ...others] = all.filter(line => line.got !== undefined)
      expect(others).toEqual([])
      const found = await araro.manager.batches.get({ batchId })
      expect(found?.shares.map(share => share.id)).toContain(winner?.got)
      expect(found?.batch).toMatchObject({ sacks: CAPACITY, left: 0, shares: 2 })
      for (const { how, refused } of all.filter(line => line.got === undefined))
        expect(refused).toBe(how === 'office' ? 'batch-full' : 'BATCH-FULL')
    }
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
    expect(araro.errors()).toEqual([])
  },
)
