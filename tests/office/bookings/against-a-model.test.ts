import { expect, test } from 'vitest'
import { addDays, DAY_MS } from '#booking/time/day'
import { keepUp } from '#office/upkeep/keep-up'
import { manila } from '#tests/support/booking-facts'
import { type Booked, CounterOracle, type Repair, type Status } from '#tests/support/counter-oracle'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { type Dice, dice, printedSeed, turnsOf } from '#tests/support/seeded'
import {
  newId,
  reasonOf,
  type TemporaryOffice,
  TODAY,
  temporaryOffice,
} from '#tests/support/temporary-office'

// Out, back, late, broken and moved in any order, against a plain model of the rules. After each step: the answer, the status
// of every booking, and what is to be settled. More turns: ARARO_TURNS=5000 npm test -- bookings/against-a-model

const AT_ONCE = 200
const TURNS = turnsOf(AT_ONCE)

type World = { araro: TemporaryOffice; roll: Dice; oracle: CounterOracle; memberId: string }
type Step = (world: World) => Promise<string | undefined>

const day = (number: number) => addDays(TODAY, number)
const periodOf = ({ from, to }: { from: number; to: number }) => ({
  kind: 'days' as const,
  from: day(from),
  to: day(to),
})
/** The end of a day, at midnight. */
const endOf = (number: number) => manila.startOfDay(day(number + 1))
const yesOr = (ok: boolean) => (ok ? 'yes' : 'no')

function anySlot({ roll, oracle }: World, soonest = 0) {
  const { id: machine, capacity } = roll.pick(oracle.machines)
  const from = oracle.today + soonest + roll.number(4)
  return { machine, from, to: from + roll.number(3), units: 1 + roll.number(capacity) }
}
function anyBooking({ roll, oracle }: World, ...statuses: Status[]): Booked | undefined {
  const some = [...oracle.bookings.values()].filter(one => statuses.includes(one.status))
  return some.length > 0 ? roll.pick(some) : undefined
}
async function on({ araro }: World, { id }: Booked) {
  const { booking } = await araro.admin.bookings.get({ bookingId: id })
  return { commandId: newId(), bookingId: id, version: booking!.version }
}
function expectAnswer(answer: { ok: boolean; refusal?: { reason: string } }, may: boolean, what: string) {
  expect(yesOr(answer.ok), `${what}: ${reasonOf(answer)}`).toBe(yesOr(may))
  return may
}

const request: Step = async world => {
  const { araro, oracle, memberId } = world
  const slot = anySlot(world)
  const { machine: machineId, units } = slot
  const id = newId()
  const answer = await araro.manager.bookings.request({
    commandId: id,
    memberId,
    machineId,
    units,
    period: periodOf(slot),
  })
  if (!expectAnswer(answer, oracle.fits(slot), 'request')) return 'request no'
  oracle.bookings.set(id, { id, ...slot, status: 'pending', back: null })
  return 'request'
}

const approve: Step = async world => {
  const booking = anyBooking(world, 'pending', 'pending', 'displaced')
  if (!booking) return undefined
  const { araro, oracle } = world
  const answer = await araro.manager.bookings.approve(await on(world, booking))
  const may = booking.to >= oracle.today && oracle.fits(booking, booking.id)
  if (!expectAnswer(answer, may, `approve ${booking.status}`)) return 'approve no'
  booking.status = 'approved'
  return 'approve'
}

const end: Step = async world => {
  const booking = anyBooking(world, 'pending', 'approved', 'displaced', 'in-use', 'completed')
  if (!booking) return undefined
  const { araro, oracle, roll } = world
  const [to, may] = roll.pick<[Status, boolean]>([
    ['cancelled', ['pending', 'approved', 'displaced'].includes(booking.status)],
    ['rejected', booking.status === 'pending'],
    ['no-show', booking.status === 'approved' && booking.from <= oracle.today],
  ])
  const { bookings } = araro.manager
  const args = await on(world, booking)
  const why = { reason: 'rain' }
  const answer = await {
    cancelled: () => bookings.cancel({ ...args, ...why }),
    rejected: () => bookings.reject({ ...args, ...why }),
    'no-show': () => bookings.noShow(args),
  }[to as 'cancelled']()
  if (expectAnswer(answer, may, to)) booking.status = to
  return may ? to : `${to} no`
}

const move: Step = async world => {
  const booking = anyBooking(world, 'pending', 'approved', 'displaced', 'displaced', 'in-use')
  if (!booking) return undefined
  const { araro, oracle } = world
  const slot = { ...anySlot(world), units: booking.units }
  const asked = { ...(await on(world, booking)), machineId: slot.machine, period: periodOf(slot) }
  const answer = await araro.manager.bookings.move(asked)
  const may = booking.status !== 'in-use' && oracle.fits(slot, booking.id)
  if (!expectAnswer(answer, may, `move ${booking.status}`)) return 'move no'
  Object.assign(booking, slot, booking.status === 'displaced' && { status: 'approved' })
  return 'move'
}

const extend: Step = async world => {
  const booking = anyBooking(world, 'approved', 'in-use')
  if (!booking) return undefined
  const { araro, oracle, roll } = world
  const to = booking.to + roll.number(4)
  const asked = { ...(await on(world, booking)), period: periodOf({ from: booking.from, to }) }
  const answer = await araro.manager.bookings.extend(asked)
  const may = to > booking.to && to >= oracle.today && oracle.fits({ ...booking, to }, booking.id)
  if (!expectAnswer(answer, may, `extend ${booking.status}`)) return 'extend no'
  booking.to = to
  if (booking.back !== null && booking.back <= to) booking.back = null
  return 'extend'
}

const handOver: Step = async world => {
  const { araro, oracle } = world
  const booking = anyBooking(world, 'approved', 'approved', 'in-use')
  // One that leaves early is another matter (decision 10).
  if (!booking || booking.from > oracle.today) return undefined
  const answer = await araro.clerk.bookings.handOver({
    ...(await on(world, booking)),
    atMs: araro.clock.nowMs(),
  })
  const capacity = oracle.capacityOf(booking.machine)
  const out = oracle.outOf(booking.machine).reduce((all, one) => all + one.units, 0)
  const may =
    booking.status === 'approved' &&
    booking.to >= oracle.today &&
    out + booking.units <= capacity &&
    oracle.loadOn(booking.machine, oracle.today, booking.id) + booking.units <= capacity
  if (!expectAnswer(answer, may, 'hand over')) return 'hand over no'
  booking.status = 'in-use'
  return 'hand over'
}

const takeBack: Step = async world => {
  const booking = anyBooking(world, 'in-use', 'in-use', 'in-use', 'approved')
  if (!booking) return undefined
  const { araro } = world
  const answer = await araro.clerk.bookings.return({
    ...(await on(world, booking)),
    atMs: araro.clock.nowMs(),
  })
  if (!expectAnswer(answer, booking.status === 'in-use', 'return')) return 'return no'
  booking.status = 'completed'
  return 'return'
}

const expectBack: Step = async world => {
  const booking = anyBooking(world, 'in-use', 'in-use', 'approved')
  if (!booking) return undefined
  const { araro, oracle, roll } = world
  const back = oracle.today - 1 + roll.number(6)
  const answer = await araro.clerk.bookings.expect({ ...(await on(world, booking)), backMs: endOf(back) })
  const may = booking.status === 'in-use' && back >= oracle.today
  if (!expectAnswer(answer, may, 'expect')) return 'expect no'
  booking.back = back
  return 'expect'
}

const breakDown: Step = async ({ araro, oracle, roll }) => {
  const { id: machine } = roll.pick(oracle.machines)
  const until = roll.chance(2) ? null : oracle.today + roll.number(4)
  const reached = oracle.reach(machine, until ?? oracle.today)
  const displace = reached.filter(() => !roll.chance(5))
  const expectedEndMs = until === null ? null : endOf(until)
  const id = newId()
  const asked = { commandId: id, machineId: machine, kind: 'corrective' as const, expectedEndMs, displace }
  const answer = await araro.clerk.maintenance.breakDown(asked)
  const under = [...oracle.repairs.values()].some(one => one.machine === machine)
  const may = !under && displace.length === reached.length
  if (!expectAnswer(answer, may, 'breakdown')) {
    const { refusal } = answer as { refusal: { reason: string; by?: { bookingId: string }[] } }
    const missing = reached.filter(one => !displace.includes(one))
    if (!under) expect(refusal.by?.map(one => one.bookingId).sort()).toEqual(missing)
    return 'breakdown no'
  }
  oracle.repairs.set(id, { id, machine, from: oracle.today, until })
  for (const one of reached) oracle.bookings.get(one)!.status = 'displaced'
  return reached.length > 0 ? 'displace' : 'breakdown'
}

async function onRepair({ araro }: World, { id }: Repair) {
  const { maintenance } = await araro.manager.maintenance.list({})
  return { commandId: newId(), maintenanceId: id, version: maintenance.find(one => one.id === id)!.version }
}
const repaired: Step = async world => {
  const { araro, oracle, roll } = world
  const repairs = [...oracle.repairs.values()]
  if (repairs.length === 0) return undefined
  const repair = roll.pick(repairs)
  if (roll.chance(3)) {
    const until = oracle.today + roll.number(5)
    const expectedEndMs = endOf(until)
    const answer = await araro.clerk.maintenance.expect({ ...(await onRepair(world, repair)), expectedEndMs })
    expectAnswer(answer, true, 'expect a repair')
    repair.until = until
    return 'expect a repair'
  }
  expectAnswer(await araro.manager.maintenance.finish(await onRepair(world, repair)), true, 'finish')
  oracle.repairs.delete(repair.id)
  return 'finish'
}

const passADay: Step = async ({ araro, oracle }) => {
  araro.clock.pass(DAY_MS)
  oracle.today += 1
  await keepUp(araro.office)
  return 'a day'
}

/** What comes often stands there often. */
const STEPS = [
  ...[
    request,
    request,
    request,
    approve,
    approve,
    approve,
    end,
    move,
    move,
    extend,
    handOver,
    handOver,
    handOver,
  ],
  ...[takeBack, expectBack, breakDown, repaired, passADay],
]

test('whatever happens at the counter, the answers, the statuses and what is to be settled are those of a plain model', {
  timeout: 60_000 + TURNS * 200,
}, async () => {
  const seed = printedSeed('the counter')
  const roll = dice(seed)
  const done = new Set<string>()
  for (let turn = 0; turn < TURNS; turn += AT_ONCE) await play(roll, `seed ${seed}, from turn ${turn}`, done)
  const often = ['request', 'request no', 'approve', 'hand over', 'return', 'move', 'a day']
  expect([...done], `seed ${seed}`).toEqual(expect.arrayContaining(often))
})

/** On an office of their own, for fewer days than a sign-in lasts. */
async function play(roll: Dice, from: string, done: Set<string>): Promise<void> {
  const araro = await temporaryOffice()
  const machines = [
    await araro.machine(),
    await araro.machine(),
    await araro.machine({ type: 'Mill', capacity: 3, unitName: 'sack' }),
  ]
  const oracle = new CounterOracle(machines.map(({ id, capacity }) => ({ id, capacity })))
  const world = { araro, roll, oracle, memberId: (await araro.member()).id }
  for (let turn = 0; turn < AT_ONCE && oracle.today < 25; turn++) {
    const what = await roll.pick(STEPS)(world)
    if (!what) continue
    done.add(what)
    const at = `${from}, turn ${turn}: ${what}`
    const { items } = await araro.manager.settle.list({})
    const settle = (why: string) =>
      items
        .filter(one => one.why === why)
        .map(one => one.booking.id)
        .sort()
    expect(settle('hit'), at).toEqual(oracle.hits())
    const all = [...oracle.bookings.values()]
    expect(settle('displaced'), at).toEqual(
      all
        .filter(one => one.status === 'displaced')
        .map(one => one.id)
        .sort(),
    )
    if (!roll.chance(8)) continue
    const stored = araro.file.sqlite
      .prepare<[], [string, string]>('SELECT id, status FROM bookings')
      .raw()
      .all()
    expect(Object.fromEntries(stored), at).toEqual(Object.fromEntries(all.map(one => [one.id, one.status])))
    expect(whatIsWrong(araro.file.sqlite), at).toEqual([])
  }
  expect(whatIsWrong(araro.file.sqlite), from).toEqual([])
  // The rules found every no themselves: the guard never had to refuse what they had allowed.
  expect(araro.errors(), from).toEqual([])
}
