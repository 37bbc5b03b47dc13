import { expect, test } from 'vitest'
import {
  balanceOf,
  dueOf,
  type Entry,
  type LedgerRate,
  type LedgerType,
  type Line,
  lateFeeOf,
  mostOf,
  post,
  priceOf,
  type Sheet,
  whetherGivenBack,
  whetherPaid,
} from '#tests/support/ledger'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { NO_OWN_RULES } from '#tests/support/plain-machine'
import { type Dice, dice, printedSeed, turnsOf } from '#tests/support/seeded'
import { newId, reasonOf, temporaryOffice } from '#tests/support/temporary-office'

// Random sequences of everything that costs or pays something, against a cash book that is kept by hand. After each step
// the answer, what is due and paid of each booking, and what each member owes are compared, to the centavo.

const DAY = 86_400_000
const HOUR = 3_600_000
const EAST = 8 * HOUR
const STEPS = 120
/** Where something rare has not come up in the first turns, there are more of them. */
const MOST_TURNS = 40

/** What the sequences do at least once, taken over all of them. */
const OFTEN = [
  'approve yes',
  'quote of another rate',
  'pay yes',
  'pay several',
  'pay more-than-owed',
  'pay not-their-booking',
  'refund yes',
  'refund more-than-paid',
  'reverse yes',
  'reverse reversed-already',
  'reverse more-than-paid',
  'return late',
  'approve undone',
  'cancel undone',
  'fee yes',
  'fee no-late-fee',
  'waive yes',
  'waive no-fee-to-waive',
  'put right',
  'cancel yes',
  'no-show yes',
  'another member',
  'another deposit',
]

test('whatever happens to bookings and payments, what is owed is what was due less what was paid', {
  timeout: 120_000,
}, async () => {
  const seed = printedSeed('payments')
  const roll = dice(seed)
  const done = new Set<string>()
  const isMissing = () => OFTEN.some(one => !done.has(one))
  for (let turn = 0; turn < turnsOf(4) || (isMissing() && turn < MOST_TURNS); turn++)
    await play(roll, `seed ${seed}, turn ${turn}`, done)
  expect([...done], `seed ${seed}`).toEqual(expect.arrayContaining(OFTEN))
})

type Page = Sheet & { version: number; machineId: string; type: number; machineRate: LedgerRate | null }

async function play(roll: Dice, where: string, done: Set<string>): Promise<void> {
  const araro = await temporaryOffice()
  const { clerk, manager, clock } = araro
  const people = [
    { ...(await araro.member({ name: 'Ana' })), isMember: true },
    { ...(await araro.member({ name: 'Ben', kind: 'other' })), isMember: false },
  ]
  const types: (LedgerType & { id: string; version: number; name: string })[] = []
  for (const [name, own] of Object.entries({
    Daily: { depositCentavos: 50_000, lateFeeCentavos: 20_000, lateFeePer: 'day' as const },
    Hourly: { depositCentavos: 30_007, lateFeeCentavos: 5_025, lateFeePer: 'hour' as const },
    Plain: { depositCentavos: null, lateFeeCentavos: null, lateFeePer: null },
  })) {
    const id = newId()
    const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
    await manager.machines.addType({ commandId: id, name, ...NO_OWN_RULES, ...sent })
    types.push({ ...own, id, version: 1, name })
  }
  const pages: Page[] = []
  const entries: (Entry & { id: string; memberId: string })[] = []
  /** The booking that all steps are about, where it is not a random one. */
  let only: Page | 'new' | null = null
  const now = () => clock.nowMs()
  const on = (page: Page) => ({ commandId: newId(), bookingId: page.id, version: page.version })
  const quantity = () => (1 + roll.number(50_000)) / 10_000
  const anyRate = (): LedgerRate | null =>
    roll.chance(6)
      ? null
      : {
          centavos: 1 + roll.number(300_000),
          per: roll.chance(3) ? 'hectare' : 'day',
          forOthersCentavos: roll.chance(2) ? null : 1 + roll.number(300_000),
        }

  const steps: { [name: string]: () => Promise<string | undefined> } = {
    async request() {
      const type = only === 'new' ? 0 : roll.number(types.length)
      if (only !== 'new' && pages.filter(isUnderWay).length >= 4) return
      const rate = anyRate()
      const machine = await araro.machine({ type: types[type]!.name, bufferAfterMs: 0 })
      if (rate) await setRate(machine.id, rate)
      const member = roll.pick(people)
      const first = Math.floor((now() + EAST) / DAY) + 1 + roll.number(3)
      const days = 1 + roll.number(3)
      const period = { kind: 'days' as const, from: dayText(first), to: dayText(first + days - 1) }
      const asked = await araro.booking({ memberId: member.id, machineId: machine.id, period })
      const times = { startMs: first * DAY - EAST, endMs: (first + days) * DAY - EAST }
      const begun = {
        status: 'pending' as const,
        rate: null,
        deposit: null,
        work: null,
        backMs: 0,
        fee: 0,
        paid: 0,
      }
      const { isMember } = member
      const page = { id: asked.id, memberId: member.id, days, ...times, ...begun, isMember }
      pages.push({ ...page, version: 1, machineId: machine.id, type, machineRate: rate })
      return 'request'
    },
    async rate() {
      const page = some(one => one.status === 'pending')
      const rate = anyRate()
      if (!page || !rate) return
      await setRate(page.machineId, rate)
      page.machineRate = rate
      return 'quote of another rate'
    },
    async approve() {
      const page = some(one => one.status === 'pending' && now() < one.startMs)
      if (!page) return
      const sent = on(page)
      expect(reasonOf(await manager.bookings.approve(sent)), where).toBe('yes')
      promise(page)
      if (!roll.chance(6)) return 'approve yes'
      await compare(page)
      const undone = await manager.undo.last({ commandId: newId(), of: sent.commandId })
      expect(reasonOf(undone), where).toBe('yes')
      move(page, 'pending')
      return 'approve undone'
    },
    async pay() {
      const member = roll.pick(people)
      const own = pages.filter(
        one => one.status !== 'pending' && (one.memberId === member.id || roll.chance(12)),
      )
      const chosen = own.filter(() => roll.chance(2)).slice(0, 3)
      const lines = chosen.map(page => ({ bookingId: page.id, centavos: part(mostOf(page) - page.paid) }))
      if (lines.length === 0) return
      const expected = whetherPaid(pages, member.id, lines)
      const how = roll.pick(['cash', 'e-wallet'] as const)
      const id = newId()
      const answer = await clerk.payments.take({ commandId: id, memberId: member.id, lines, how })
      expect(reasonOf(answer), where).toBe(expected)
      if (expected === 'yes') enter({ id, memberId: member.id, kind: 'payment', lines, reversed: false })
      if (expected === 'yes' && lines.length > 1) done.add('pay several')
      return `pay ${expected}`
    },
    async refund() {
      const page = some(one => one.paid > 0)
      if (!page) return
      const lines = [{ bookingId: page.id, centavos: part(page.paid) }]
      const expected = whetherGivenBack(pages, lines)
      const id = newId()
      const { memberId } = page
      const sent = { commandId: id, memberId, lines, how: 'cash' as const, reason: 'rain' }
      expect(reasonOf(await clerk.payments.refund(sent)), where).toBe(expected)
      if (expected === 'yes')
        enter({ id, memberId, kind: 'refund', lines: lines.map(turned), reversed: false })
      return `refund ${expected}`
    },
    async reverse() {
      if (entries.length === 0) return
      const entry = roll.pick(entries)
      const expected =
        entry.reversed || entry.kind === 'reversal'
          ? 'reversed-already'
          : whetherGivenBack(pages, entry.lines)
      const id = newId()
      const answer = await clerk.payments.reverse({ commandId: id, paymentId: entry.id, reason: 'wrong' })
      expect(reasonOf(answer), where).toBe(expected)
      if (expected !== 'yes') return `reverse ${expected}`
      entry.reversed = true
      enter({ ...entry, id, kind: 'reversal', lines: entry.lines.map(turned), reversed: false })
      return 'reverse yes'
    },
    async handOver() {
      const page = some(one => one.status === 'approved' && one.startMs <= now() && now() < one.endMs)
      if (!page) return
      expect(reasonOf(await clerk.bookings.handOver({ ...on(page), atMs: now() })), where).toBe('yes')
      move(page, 'in-use')
      return 'hand over'
    },
    async return() {
      const page = some(one => one.status === 'in-use' && (now() > one.endMs || roll.chance(4)))
      if (!page) return
      const work = roll.chance(3)
        ? null
        : { quantity: quantity(), per: roll.pick(['day', 'hectare'] as const) }
      const sent = on(page)
      const answer = await clerk.bookings.return({ ...sent, atMs: now(), ...(work && { work }) })
      expect(reasonOf(answer), where).toBe('yes')
      Object.assign(page, { work, backMs: now() })
      move(page, 'completed')
      await compare(page)
      return now() > page.endMs ? 'return late' : 'return in time'
    },
    async putRight() {
      const page = some(one => one.status === 'completed')
      if (!page) return
      const work = roll.chance(4)
        ? null
        : { quantity: quantity(), per: roll.pick(['day', 'hectare'] as const) }
      const answer = await clerk.bookings.correctReturn({ ...on(page), reason: 'measured again', work })
      expect(reasonOf(answer), where).toBe('yes')
      page.work = work
      page.version += 1
      return 'put right'
    },
    async fee() {
      const isLate = (one: Page) => one.status === 'completed' && one.backMs > one.endMs && one.fee === 0
      const page = some(one => isLate(one) || roll.chance(9))
      if (!page) return
      const fee = page.status === 'completed' && page.fee === 0 ? lateFeeOf(page, types[page.type]!) : 0
      const expected = fee > 0 ? 'yes' : 'no-late-fee'
      const shown = await clerk.payments.account({ bookingId: page.id })
      if (page.fee === 0) expect(shown.lateFee?.centavos ?? 0, where).toBe(fee)
      expect(
        reasonOf(await clerk.payments.addLateFee({ commandId: newId(), bookingId: page.id })),
        where,
      ).toBe(expected)
      if (expected === 'yes') Object.assign(page, { fee, version: page.version + 1 })
      return `fee ${expected}`
    },
    async waive() {
      const page = some(one => one.fee > 0 || roll.chance(9))
      if (!page) return
      const expected = page.fee > 0 ? 'yes' : 'no-fee-to-waive'
      const sent = { commandId: newId(), bookingId: page.id, reason: 'typhoon' }
      expect(reasonOf(await manager.payments.waiveLateFee(sent)), where).toBe(expected)
      if (expected === 'yes') Object.assign(page, { fee: 0, version: page.version + 1 })
      return `waive ${expected}`
    },
    async cancel() {
      const page = some(one => one.status === 'approved' && now() < one.startMs)
      if (!page || !roll.chance(2)) return
      const sent = { ...on(page), reason: 'rain' }
      expect(reasonOf(await clerk.bookings.cancel(sent)), where).toBe('yes')
      move(page, 'gone')
      if (roll.chance(2)) return 'cancel yes'
      await compare(page)
      const undone = await clerk.undo.last({ commandId: newId(), of: sent.commandId })
      expect(reasonOf(undone), where).toBe('yes')
      // It is promised again at the same rate; what the type asks for is asked anew.
      page.deposit = types[page.type]!.depositCentavos
      move(page, 'approved')
      return 'cancel undone'
    },
    async noShow() {
      const page = some(one => one.status === 'approved' && now() >= one.endMs)
      if (!page) return
      expect(reasonOf(await clerk.bookings.noShow(on(page))), where).toBe('yes')
      move(page, 'gone')
      return 'no-show yes'
    },
    async anotherMember() {
      const page = some(one => one.status === 'approved' && now() < one.startMs)
      if (!page || !roll.chance(2)) return
      const other = people.find(one => one.id !== page.memberId)!
      expect(reasonOf(await clerk.bookings.correct({ ...on(page), memberId: other.id })), where).toBe('yes')
      Object.assign(page, { memberId: other.id, isMember: other.isMember, rate: null })
      move(page, 'pending')
      return 'another member'
    },
    async type() {
      const type = types[roll.number(2)]!
      const { id: typeId, version, name } = type
      const changed = {
        depositCentavos: roll.chance(3) ? null : 1 + roll.number(90_000),
        lateFeeCentavos: 1 + roll.number(30_000),
        lateFeePer: roll.pick(['day', 'hour'] as const),
      }
      const sent = { commandId: newId(), typeId, version, name, ...NO_OWN_RULES, ...changed }
      expect(reasonOf(await manager.machines.changeType(sent)), where).toBe('yes')
      Object.assign(type, changed, { version: version + 1 })
      return 'another deposit'
    },
    async pass() {
      clock.pass((2 + roll.number(22)) * HOUR)
      return 'time passes'
    },
  }
  const often = [
    'request',
    'approve',
    'pay',
    'pay',
    'pay',
    'handOver',
    'handOver',
    'return',
    'reverse',
    'pass',
  ]
  const names = [...Object.keys(steps), ...often]
  for (let step = 0; step < STEPS; step++) {
    const said = await steps[roll.pick(names)]!()
    if (!said) continue
    done.add(said)
    // What is over hardly changes any more.
    for (const page of pages) if (isUnderWay(page) || roll.chance(4)) await compare(page)
    for (const { id: memberId } of people) {
      const expected = balanceOf(pages, memberId)
      expect(await clerk.payments.balance({ memberId }), `${where}, ${said}`).toMatchObject(expected)
      const owes = (await clerk.members.get({ memberId })).owes
      expect(owes?.owedCentavos ?? 0, where).toBe(expected.owedCentavos)
    }
  }
  await comesBackLate()
  for (const page of pages) await compare(page)
  const owed = people.map(({ id }) => balanceOf(pages, id).owedCentavos)
  expect((await clerk.payments.receivables({})).totalCentavos, where).toBe(owed[0]! + owed[1]!)
  expect(whatIsWrong(araro.file.sqlite), where).toEqual([])
  expect(await clerk.history.verify({}), where).toMatchObject({ ok: true })
  // The rules found every no themselves: the guard never had to refuse what they had allowed.
  expect(araro.errors(), where).toEqual([])

  function isUnderWay({ status, startMs }: Page): boolean {
    return status === 'approved' || status === 'in-use' || (status === 'pending' && now() < startMs)
  }
  /** A booking that comes back two days late, with its fee, which is waived. */
  async function comesBackLate() {
    only = 'new'
    await steps['request']!()
    const page = pages.at(-1)!
    only = page
    while (page.status === 'pending') await steps['approve']!()
    clock.pass(page.startMs - now())
    await steps['handOver']!()
    clock.pass(page.endMs + 2 * DAY - now())
    for (const step of ['return', 'pay', 'fee', 'pay', 'waive', 'reverse', 'putRight'])
      done.add((await steps[step]!()) ?? '')
  }
  function some(wanted: (page: Page) => boolean): Page | undefined {
    if (only !== null && only !== 'new') return wanted(only) ? only : undefined
    const found = pages.filter(wanted)
    return found.length > 0 ? roll.pick(found) : undefined
  }
  /** All of it, a part of it, or a little more. */
  function part(centavos: number): number {
    return Math.max(
      1,
      roll.pick([centavos, centavos, Math.ceil(centavos / 2), 1 + roll.number(centavos + 1), centavos + 1]),
    )
  }
  async function setRate(machineId: string, rate: LedgerRate) {
    const validFrom = dayText(Math.floor((now() + EAST) / DAY))
    expect(
      reasonOf(await manager.rates.set({ commandId: newId(), machineId, ...rate, validFrom })),
      where,
    ).toBe('yes')
  }
  function promise(page: Page) {
    // The same member at the same machine keeps what was promised to them; another one gets the rate of the machine.
    page.rate = page.machineRate
    page.deposit = types[page.type]!.depositCentavos
    move(page, 'approved')
  }
  function move(page: Page, status: Page['status']) {
    page.status = status
    page.version += 1
  }
  function enter(entry: (typeof entries)[number]) {
    entries.push(entry)
    post(pages, entry)
  }
  async function compare(page: Page): Promise<void> {
    const { account } = await clerk.payments.account({ bookingId: page.id })
    if (!account) return expect([page.status, dueOf(page), page.paid], where).toEqual(['pending', 0, 0])
    const { dueCentavos, mostCentavos, paidCentavos, owedCentavos } = account
    const due = dueOf(page)
    expect({ dueCentavos, mostCentavos, paidCentavos, owedCentavos }, `${where}, ${page.status}`).toEqual({
      dueCentavos: due,
      mostCentavos: mostOf(page),
      paidCentavos: page.paid,
      owedCentavos: due - page.paid,
    })
    const { price } = await clerk.bookings.get({ bookingId: page.id })
    const shown = price && 'centavos' in price ? price.centavos : null
    if (page.status !== 'pending' && page.status !== 'gone') expect(shown, where).toBe(priceOf(page))
  }
}

function turned({ bookingId, centavos }: Line): Line {
  return { bookingId, centavos: -centavos }
}

function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
