import { expect, test } from 'vitest'
import { startChild } from '#tests/support/child-office'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { turnsOf } from '#tests/support/seeded'
import { ahead, NOW, newId, temporaryOffice } from '#tests/support/temporary-office'

type Said = { what: string; got?: string; refused?: string }

const PROCESSES = 8
/** How many numbers, and how many last centavos, are raced for; ARARO_TURNS says how many as a script. */
const TURNS = turnsOf(4)
const LEFT = 33_333

test.each([
  ['all through the office', Array.from({ length: PROCESSES }, () => 'office')],
  ['half of them with plain SQL', Array.from({ length: PROCESSES }, (_, n) => (n % 2 ? 'office' : 'sql'))],
])(
  'eight processes race for one receipt number and for the last centavos owed, %s: one gets each',
  { timeout: 120_000 },
  async (_, ways) => {
    const araro = await temporaryOffice()
    const { id: memberId } = await araro.member()
    const machine = await araro.machine({ rate: { centavos: LEFT, per: 'day' } })
    const promised = (day: number, length: number) =>
      araro.approved({ memberId, machineId: machine.id, period: ahead(day, length) })
    /** Of this one, everybody can pay something. */
    const { id: plenty } = await promised(200, 30)
    const bookletId = newId()
    await araro.manager.booklets.add({ commandId: bookletId, prefix: 'A-', first: 1, last: TURNS })
    const rounds = []
    for (let turn = 1; turn <= TURNS; turn++) {
      const { id } = await promised(turn * 2, 1)
      rounds.push({
        number: { what: `A-${turn}`, bookingId: plenty, centavos: 1, receipt: { bookletId, number: turn } },
        last: { what: `last of ${id}`, bookingId: id, centavos: LEFT },
      })
    }
    const wanted = rounds.flatMap(round => [round.number, round.last])
    const actor = { id: araro.ids.clerk, name: 'Clerk', role: 'clerk' }
    const errand = { path: araro.path, memberId, wanted, actor, nowMs: NOW }
    const children = ways.map(how => startChild('racing-for-money.ts', { ...errand, how }))
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
    for (const { number, last } of rounds) {
      for (const [race, office, sql] of [
        [number, 'receipt-used', 'RECEIPT-USED'],
        [last, 'more-than-owed', 'MORE-THAN-OWED'],
      ] as const) {
        const all = said.flat().filter(line => line.what === race.what)
        expect(all).toHaveLength(PROCESSES)
        expect(all.filter(line => line.got !== undefined)).toHaveLength(1)
        for (const { how, refused } of all.filter(line => line.got === undefined))
          expect(refused).toBe(how === 'office' ? office : sql)
      }
      const { account } = await araro.clerk.payments.account({ bookingId: last.bookingId })
      expect(account).toMatchObject({ paidCentavos: LEFT })
    }
    expect(await araro.clerk.payments.account({ bookingId: plenty })).toMatchObject({
      account: { paidCentavos: TURNS },
    })
    expect(await araro.clerk.booklets.list({})).toMatchObject([{ used: TURNS, gaps: [], next: null }])
    expect(whatIsWrong(araro.file.sqlite)).toEqual([])
    expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
    expect(araro.errors()).toEqual([])
  },
)
