import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#booking/time/day'
import { keepUpWaitingList } from '#office/upkeep/waiting-list'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { type Dice, dice, printedSeed, turnsOf } from '#tests/support/seeded'
import {
  newId,
  reasonOf,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'
import { type Load, WaitingOracle, type Wish } from '#tests/support/waiting-oracle'

// Random sequences on the waiting list, against a plain model of who should have what offered. More turns:
// ARARO_TURNS=5000 npm test -- office/waiting/random

const DAY_MS = 86_400_000
const AHEAD = 4
const AT_ONCE = 250
const TURNS = turnsOf(2 * AT_ONCE)

type Stored = { id: string; version: number; status: string }
type World = {
  araro: TemporaryOffice
  roll: Dice
  oracle: WaitingOracle
  members: string[]
  forms: string[]
}
type Step = (world: World) => Promise<string | undefined>

const day = (number: number) => addDays(TODAY, number)
const periodOf = ({ from, to }: { from: number; to: number }) => ({
  kind: 'days' as const,
  from: day(from),
  to: day(to),
})

async function begin(roll: Dice): Promise<World> {
  const araro = await temporaryOffice()
  const made = [
    await araro.machine({}),
    await araro.machine({}),
    await araro.machine({ type: 'Mill', capacity: 3, unitName: 'sack' }),
  ]
  const machines = made.map(({ id, typeId: type, name, capacity }) => ({ id, type, name, capacity }))
  const members = []
  for (let one = 0; one < 8; one++) members.push((await araro.member()).id)
  return { araro, roll, oracle: new WaitingOracle(machines), members, forms: [] }
}

function randomLoad({ roll, oracle }: World, soonest = 1): Load {
  const { id: machine, capacity } = roll.pick(oracle.machines)
  const from = oracle.today + soonest + roll.number(AHEAD)
  return { machine, from, to: from + roll.number(4), units: 1 + roll.number(capacity) }
}
async function anyOf({ araro, roll }: World, ...statuses: string[]): Promise<Stored | undefined> {
  const { bookings } = await araro.admin.bookings.list({ limit: 100 })
  const some = bookings.filter(one => statuses.includes(one.status)).sort((a, b) => a.number - b.number)
  return some.length > 0 ? roll.pick(some) : undefined
}
const on = ({ id, version }: Stored) => ({ commandId: newId(), bookingId: id, version })
const anyWish = ({ oracle, roll }: World) =>
  oracle.waiting.length > 0 ? roll.pick(oracle.waiting) : undefined
async function onWish({ araro }: World, { id }: Wish) {
  const { waiting } = await araro.clerk.waiting.list({ limit: 100 })
  const row = waiting.find(one => one.id === id)!
  return { commandId: newId(), waitingId: id, version: row.version, offerId: row.offer?.id ?? '' }
}
const yesOr = (fits: boolean) => (fits ? 'yes' : 'no')
const said = (answer: { ok: boolean }) => yesOr(answer.ok)

const request: Step = async world => {
  const load = randomLoad(world)
  const { machine: machineId, units } = load
  const memberId = world.roll.pick(world.members)
  const commandId = newId()
  const asked = { commandId, memberId, machineId, period: periodOf(load), units }
  const answer = await world.araro.clerk.bookings.request(asked)
  const fits = world.oracle.fits(load) && !world.oracle.suspended.has(memberId)
  expect(said(answer), 'a request').toBe(yesOr(fits))
  if (fits) world.oracle.taken.set(commandId, load)
  return 'request'
}

const cancel: Step = async world => {
  const booking = await anyOf(world, 'pending', 'approved')
  if (!booking) return undefined
  const { araro, oracle, roll } = world
  const command = { ...on(booking), reason: 'rain' }
  const answer = await araro.manager.bookings.cancel(command)
  // Somebody whose time has begun did not cancel.
  if (!answer.ok) return undefined
  const load = oracle.taken.get(booking.id)!
  oracle.taken.delete(booking.id)
  oracle.goOn()
  if (roll.chance(2)) return 'cancel'
  const undone = await araro.manager.undo.last({ commandId: newId(), of: command.commandId })
  const fits = oracle.fits(load)
  if (fits && !undone.ok) return 'cancel'
  expect(said(undone), 'undoing a cancellation').toBe(yesOr(fits))
  if (fits) oracle.taken.set(booking.id, load)
  return fits ? 'undo' : 'undo refused'
}

const move: Step = async world => {
  const booking = await anyOf(world, 'pending', 'approved')
  if (!booking) return undefined
  const { araro, oracle } = world
  const load = { ...randomLoad(world), units: oracle.taken.get(booking.id)!.units }
  const { capacity } = oracle.machines.find(one => one.id === load.machine)!
  const asked = { ...on(booking), machineId: load.machine, period: periodOf(load), units: load.units }
  const answer = await araro.manager.bookings.move(asked)
  expect(said(answer), 'a move').toBe(yesOr(load.units <= capacity && oracle.fits(load, booking.id)))
  if (!answer.ok) return 'move refused'
  oracle.taken.set(booking.id, load)
  oracle.goOn()
  return 'move'
}

const decide: Step = async world => {
  const booking = await anyOf(world, 'pending')
  if (!booking) return undefined
  const { araro, oracle, roll } = world
  if (roll.chance(2)) {
    await araro.manager.bookings.approve(on(booking))
    return 'approve'
  }
  const answer = await araro.manager.bookings.reject({ ...on(booking), reason: 'no' })
  if (!answer.ok) return undefined
  oracle.taken.delete(booking.id)
  oracle.goOn()
  return 'reject'
}

const add: Step = async world => {
  const { araro, oracle, roll } = world
  const machine = roll.pick(oracle.machines)
  const { from, to, units } = randomLoad(world, 0)
  const isAny = roll.chance(2)
  const long = 1 + roll.number(3)
  const wish = {
    id: newId(),
    member: roll.pick(world.members),
    wants: isAny ? machine.type : machine.id,
    ...{ from, to: to + roll.number(4), long },
    units: Math.min(units, machine.capacity),
    notBefore: oracle.today + 1,
    ...{ offer: null, refused: [] },
  }
  const answer = await araro.clerk.waiting.add({
    ...{ commandId: wish.id, memberId: wish.member, units: wish.units, length: { days: long } },
    ...(isAny ? { typeId: wish.wants } : { machineId: wish.wants }),
    ...{ fromDay: day(wish.from), toDay: day(wish.to) },
  })
  const isThere = oracle.waiting.some(one =>
    (['member', 'wants', 'from', 'to'] as const).every(field => one[field] === wish[field]),
  )
  const may = !oracle.suspended.has(wish.member) && !isThere && wish.to - wish.from + 1 >= long
  expect(said(answer), 'a new entry').toBe(yesOr(may))
  if (!may) return undefined
  oracle.waiting.push(wish)
  oracle.goOn()
  return 'add'
}

const moveUp: Step = async world => {
  const [who, before] = [anyWish(world), anyWish(world)]
  if (!who || !before) return undefined
  const { offerId: _, ...args } = await onWish(world, who)
  const answer = await world.araro.manager.waiting.moveUp({ ...args, beforeId: before.id, reason: 'urgent' })
  expect(said(answer), 'moving up').toBe(yesOr(world.oracle.moveUp(who, before)))
  world.oracle.goOn()
  return answer.ok ? 'move up' : undefined
}

const withdraw: Step = async world => {
  const wish = anyWish(world)
  if (!wish) return undefined
  const { offerId: _, ...args } = await onWish(world, wish)
  expect(said(await world.araro.clerk.waiting.withdraw(args))).toBe('yes')
  world.oracle.waiting = world.oracle.waiting.filter(one => one !== wish)
  world.oracle.goOn()
  return 'withdraw'
}

const answerOffer: Step = async world => {
  const { araro, oracle, roll } = world
  const offered = oracle.waiting.filter(one => one.offer)
  if (offered.length === 0) return undefined
  const wish = roll.pick(offered)
  const { offerId } = await onWish(world, wish)
  const commandId = newId()
  if (roll.chance(2)) {
    expect(said(await araro.clerk.waiting.accept({ commandId, offerId })), 'taking an offer').toBe('yes')
    oracle.taken.set(commandId, { ...wish.offer!, units: wish.units })
    oracle.waiting = oracle.waiting.filter(one => one !== wish)
    return 'accept'
  }
  expect(said(await araro.clerk.waiting.decline({ commandId, offerId }))).toBe('yes')
  oracle.refuse(wish)
  oracle.goOn()
  const again = await araro.clerk.waiting.accept({ commandId: newId(), offerId })
  expect(reasonOf(again)).toBe('offer-over')
  return 'decline'
}

/** What the counting of open hours does in the end. */
const lapse: Step = async world => {
  const { araro, oracle, roll } = world
  const offered = oracle.waiting.filter(one => one.offer)
  if (offered.length === 0) return undefined
  const wish = roll.pick(offered)
  const { offerId } = await onWish(world, wish)
  araro.file.sqlite.prepare('UPDATE offers SET left_ms = 0 WHERE id = ?').run(offerId)
  await keepUpWaitingList(araro.office)
  oracle.refuse(wish)
  oracle.goOn()
  return 'lapse'
}

const standing: Step = async world => {
  const { araro, oracle, roll } = world
  const memberId = roll.pick(world.members)
  const { member } = await araro.clerk.members.get({ memberId })
  const args = { commandId: newId(), memberId, version: member!.version }
  if (oracle.suspended.delete(memberId)) await araro.manager.members.reinstate(args)
  else {
    oracle.suspended.add(memberId)
    await araro.manager.members.suspend({ ...args, reason: 'unpaid' })
  }
  oracle.goOn()
  return 'standing'
}

const fillForm: Step = async world => {
  const { araro, oracle, forms } = world
  const form = forms.pop()
  if (form) {
    await araro.clerk.bookings.release({ formId: form })
    await keepUpWaitingList(araro.office)
    oracle.taken.delete(form)
    oracle.goOn()
    return 'release'
  }
  const load = randomLoad(world)
  const formId = newId()
  const { machine: machineId, units } = load
  const held = await araro.clerk.bookings.hold({ formId, machineId, units, period: periodOf(load) })
  expect(said(held), 'a hold').toBe(yesOr(oracle.fits(load)))
  if (!held.ok) return undefined
  forms.push(formId)
  oracle.taken.set(formId, load)
  return 'hold'
}

const passADay: Step = async ({ araro, oracle, forms }) => {
  araro.clock.pass(DAY_MS)
  // The timer of the holds.
  await araro.office.queue.write(() => undefined)
  await keepUpWaitingList(araro.office)
  for (const form of forms.splice(0)) oracle.taken.delete(form)
  oracle.today += 1
  oracle.goOn()
  return 'a day'
}

/** What comes often stands there often. */
const STEPS = [
  ...[request, request, add, add, add, add, add, cancel, cancel, move, decide, decide],
  ...[answerOffer, answerOffer, moveUp, moveUp, withdraw, lapse, standing, fillForm, fillForm],
]

async function offeredIn({ araro }: World) {
  const { waiting } = await araro.clerk.waiting.list({ limit: 100 })
  return waiting.map(({ id, offer }) => ({ id, offer: offer && stretchOf(offer) }))
}
function stretchOf({ machineId, period }: { machineId: string; period: object }) {
  const { from, to } = period as { from: string; to: string }
  return { machine: machineId, from: daysBetween(TODAY, from), to: daysBetween(TODAY, to) }
}

test(
  'whatever happens in whatever order, exactly those have an offer who should, and it is a promise',
  async () => {
    const seed = printedSeed('the waiting list')
    const roll = dice(seed)
    const done = new Set<string>()
    for (let turn = 0; turn < TURNS; turn += AT_ONCE)
      await play(roll, `seed ${seed}, from turn ${turn}`, done)
    const often = ['add', 'accept', 'decline', 'withdraw', 'lapse', 'move up', 'cancel', 'a day']
    expect([...done], `seed ${seed}`).toEqual(expect.arrayContaining(often))
  },
  60_000 + TURNS * 100,
)

/** On an office of their own, for fewer days than a sign-in lasts. */
async function play(roll: Dice, from: string, done: Set<string>): Promise<void> {
  const world = await begin(roll)
  const { araro, oracle } = world
  for (let turn = 0; turn < AT_ONCE; turn++) {
    const step = oracle.today < 25 && roll.chance(40) ? passADay : roll.pick(STEPS)
    const what = await step(world)
    if (what) done.add(what)
    const at = `${from}, turn ${turn}: ${what}`
    expect(await offeredIn(world), at).toEqual(oracle.waiting.map(({ id, offer }) => ({ id, offer })))
    if (roll.chance(8)) {
      const before = araro.count('history')
      await keepUpWaitingList(araro.office)
      expect(araro.count('history'), `${at}: going on once more`).toBe(before)
    }
    if (roll.chance(8)) expect(whatIsWrong(araro.file.sqlite), at).toEqual([])
  }
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(await araro.clerk.history.verify({})).toMatchObject({ ok: true })
  expect(araro.errors()).toEqual([])
}
