import { addDays, HOUR_MS } from '#booking/time/day'
import type { Period } from '#booking/time/period'
import * as booking from '../bookings/commands.ts'
import * as life from '../bookings/life.ts'
import { takeBack as comeBack, handOver as goOut } from '../bookings/out-and-back.ts'
import { settle } from '../bookings/settling.ts'
import { runCommand } from '../law/run-command.ts'
import { breakDown, reachOfBreakDown } from '../maintenance/break-down.ts'
import * as maintenance from '../maintenance/commands.ts'
import * as costs from '../maintenance/costs.ts'
import * as work from '../maintenance/work.ts'
import type { Office } from '../office.ts'
import { add as addPaper } from '../papers/papers.ts'
import { keepUp } from '../upkeep/keep-up.ts'
import { type AtCounter, seenAtTheCounter } from './at-the-counter.ts'
import { type Cooperative, instantOn, must, type SimulatedClock, type Times } from './found-cooperative.ts'
import { sessionSteps } from './hold-sessions.ts'
import { type AtTheDesk, desk } from './pays.ts'
import { BROKEN_DOWN, type PlannedBooking } from './plan.ts'
import { seeded } from './seeded.ts'

/** Of its own, so that what is read at the counter does not change what is planned. */
const COUNTER_SEED = 20262

type Plan = Times & { planned: readonly PlannedBooking[] }
/** Something that a person does at a simulated instant. */
type Step = { atMs: number; act: () => Promise<void> }

/** Runs the planned four months up to now, in order of time. */
export async function liveThrough(
  office: Office,
  clock: SimulatedClock,
  cooperative: Cooperative,
  plan: Plan,
): Promise<void> {
  const atCounter = seenAtTheCounter(seeded(COUNTER_SEED))
  const atDesk = desk(office, cooperative)
  const steps = [
    ...plan.planned.flatMap(planned => stepsOf(office, cooperative, plan, { atCounter, atDesk }, planned)),
    ...maintenanceSteps(office, cooperative, plan),
    paperStep(office, cooperative, plan),
    ...refusedSteps(office, cooperative, plan),
    ...troubleSteps(office, cooperative, plan),
    ...sessionSteps(office, cooperative, plan),
  ]
  for (const step of steps.filter(one => one.atMs <= plan.nowMs).sort((a, b) => a.atMs - b.atMs)) {
    clock.simulatedMs = step.atMs
    await step.act()
  }
  clock.simulatedMs = plan.nowMs
  await keepUp(office)
}

function stepsOf(
  office: Office,
  people: Cooperative,
  plan: Plan,
  { atCounter, atDesk }: { atCounter: AtCounter; atDesk: AtTheDesk },
  planned: PlannedBooking,
): Step[] {
  const { random } = plan
  const at = (day: number, hour: number) => instantOn(plan, day, hour)
  const askedMs = at(planned.asked, 8 + random.below(7) + random.below(60) / 60)
  // The manager decides an hour later or the next morning.
  const decidedMs = random.chance(50) ? askedMs + HOUR_MS : at(planned.asked + 1, 8 + random.below(90) / 60)
  const outMs = at(planned.from, planned.hours?.from ?? 6 + random.below(3))
  const lastHour = planned.hours?.to ?? 15 + random.below(3)
  const backMs = planned.back ? at(planned.back.day, planned.back.hour) : at(planned.to, lastHour)
  const it = { bookingId: '', version: 0 }
  const next = () => ({ commandId: office.ids.newId(), bookingId: it.bookingId, version: it.version })
  const keep = (answer: { booking: { id: string; version: number } }) => {
    it.bookingId = answer.booking.id
    it.version = answer.booking.version
  }
  const { clerk, manager } = people
  const request = async () =>
    keep(await must(office, clerk, booking.request, requestOf(office, people, plan, planned)))
  const approve = async () => {
    keep(await must(office, manager, life.approve, next()))
    await atDesk.pays(it.bookingId)
  }
  const reject = async () =>
    keep(await must(office, manager, life.reject, { ...next(), reason: random.pick(REJECTED) }))
  const cancel = async () =>
    keep(await must(office, clerk, life.cancel, { ...next(), reason: random.pick(CANCELLED) }))
  const handOver = async () => {
    const seen = atCounter.goesOut(planned)
    keep(await must(office, clerk, goOut, { ...next(), atMs: outMs, ...seen }))
  }
  const takeBack = async () => {
    const seen = atCounter.comesBack(planned, (backMs - outMs) / HOUR_MS)
    keep(await must(office, clerk, comeBack, { ...next(), atMs: backMs, ...seen }))
    await atDesk.pays(it.bookingId)
  }
  const noShow = async () => keep(await must(office, clerk, life.noShow, next()))

  const asked = { atMs: askedMs, act: request }
  const approved = { atMs: decidedMs, act: approve }
  switch (planned.fate) {
    case 'left pending':
      return [asked]
    case 'rejected':
      return [asked, { atMs: decidedMs, act: reject }]
    case 'cancelled':
      return [asked, approved, { atMs: decidedMs + HOUR_MS, act: cancel }]
    case 'no-show':
      return [asked, approved, { atMs: outMs + 3 * HOUR_MS, act: noShow }]
    case 'left approved':
      return [asked, approved]
    case 'kept too long':
      return [asked, approved, { atMs: outMs, act: handOver }]
    case 'used':
      return [asked, approved, { atMs: outMs, act: handOver }, { atMs: backMs, act: takeBack }]
  }
}

function requestOf(office: Office, people: Cooperative, plan: Plan, planned: PlannedBooking) {
  return {
    commandId: office.ids.newId(),
    memberId: people.memberIds[planned.member] ?? '',
    machineId: people.machineIds.get(planned.machine.name) ?? '',
    period: periodOf(plan, planned),
    units: planned.units,
    purpose: planned.purpose,
  }
}

function periodOf(plan: Plan, planned: PlannedBooking): Period {
  const { from, to, hours } = planned
  if (hours) {
    return { kind: 'time', startMs: instantOn(plan, from, hours.from), endMs: instantOn(plan, to, hours.to) }
  }
  const today = plan.calendar.dayOf(plan.nowMs)
  return { kind: 'days', from: addDays(today, from), to: addDays(today, to) }
}

const COSTS = [
  { kind: 'part' as const, what: 'Planting arm', quantity: 1, eachCentavos: 185_000 },
  { kind: 'part' as const, what: 'Grease, kg', quantity: 0.5, eachCentavos: 32_000 },
  { kind: 'labour' as const, what: 'Mang Tino', quantity: 3, eachCentavos: 12_000 },
]

/** One finished maintenance, one planned, and one that was cancelled. */
function maintenanceSteps(office: Office, people: Cooperative, plan: Plan): Step[] {
  const today = plan.calendar.dayOf(plan.nowMs)
  const { manager } = people
  const schedule = (
    name: string,
    from: number,
    to: number,
    kind: 'preventive' | 'corrective',
    note: string,
  ) => {
    const period: Period = { kind: 'days', from: addDays(today, from), to: addDays(today, to) }
    const args = {
      commandId: office.ids.newId(),
      machineId: people.machineIds.get(name) ?? '',
      period,
      kind,
      note,
    }
    return must(office, manager, maintenance.schedule, args)
  }
  const on = (done: { maintenance: { id: string; version: number } }) => ({
    commandId: office.ids.newId(),
    maintenanceId: done.maintenance.id,
    version: done.maintenance.version,
  })
  return [
    {
      atMs: instantOn(plan, -2, 9),
      act: async () => {
        const planned = await schedule('Transplanter 2', -2, -2, 'corrective', 'Planting arm is bent')
        let done = await must(office, manager, work.start, { ...on(planned), technician: 'Mang Tino' })
        for (const cost of COSTS) {
          done = await must(office, manager, costs.addCost, { ...on(done), ...cost })
        }
        await must(office, manager, work.finish, {
          ...on(done),
          done: 'Planting arm replaced, chain greased',
        })
      },
    },
    {
      atMs: instantOn(plan, -1, 9),
      act: async () => {
        await schedule('Tractor 3', 5, 6, 'preventive', 'Oil, filters and belts')
        const called = await schedule('Rotavator 1', 8, 8, 'preventive', 'Blades')
        await must(office, manager, work.cancel, on(called))
      },
    },
  ]
}

/** The papers of the tractors: one that holds, one that expires soon, and one that has expired. */
function paperStep(office: Office, { manager, machineIds }: Cooperative, plan: Plan): Step {
  const today = plan.calendar.dayOf(plan.nowMs)
  const papers = [
    { machine: 'Tractor 1', kind: 'registration', number: 'MV-2041', issuedBy: 'LTO', ends: 200 },
    { machine: 'Tractor 1', kind: 'insurance', number: 'AG-778102', issuedBy: 'PCIC', ends: 18 },
    { machine: 'Tractor 3', kind: 'insurance', number: 'AG-778103', issuedBy: 'PCIC', ends: -6 },
  ] as const
  return {
    atMs: instantOn(plan, -40, 10),
    act: async () => {
      for (const { machine, ends, ...said } of papers) {
        const machineId = machineIds.get(machine) ?? ''
        const days = { validFrom: addDays(today, ends - 365), expires: addDays(today, ends) }
        await must(office, manager, addPaper, { commandId: office.ids.newId(), machineId, ...said, ...days })
      }
    },
  }
}

/** One machine breaks down, and Araro does after each midnight what it does by the clock. */
function troubleSteps(office: Office, people: Cooperative, plan: Plan): Step[] {
  const machineId = people.machineIds.get(BROKEN_DOWN.name) ?? ''
  const expectedEndMs = instantOn(plan, BROKEN_DOWN.readyDay, BROKEN_DOWN.readyHour)
  const breakDownAt = {
    atMs: instantOn(plan, BROKEN_DOWN.day, BROKEN_DOWN.hour),
    act: async () => {
      const { displaces } = reachOfBreakDown(office, { machineId, expectedEndMs })
      const { displaced, maintenance: broken } = await must(office, people.clerk, breakDown, {
        commandId: office.ids.newId(),
        machineId,
        kind: 'corrective',
        note: 'Belts: drive belt torn; the new one comes from town',
        expectedEndMs,
        displace: displaces.flatMap(one => (one.kind === 'booking' ? [one.bookingId] : [])),
      })
      for (const { id: bookingId, version, memberName } of displaced) {
        const note = `Called ${memberName}, who waits until the belt is there`
        await must(office, people.clerk, settle, { commandId: office.ids.newId(), bookingId, version, note })
      }
      const { id: maintenanceId, version } = broken
      const on = { commandId: office.ids.newId(), maintenanceId, version }
      await must(office, people.manager, work.start, { ...on, technician: 'Mang Berto' })
    },
  }
  const midnights = [-3, -2, -1, 0].map(day => ({
    atMs: instantOn(plan, day, 1 / 60),
    act: async () => void (await keepUp(office)),
  }))
  return [breakDownAt, ...midnights]
}

/** Some requests for taken times, so that the list of refused attempts is not empty. */
function refusedSteps(office: Office, people: Cooperative, plan: Plan): Step[] {
  const taken = plan.planned.filter(
    planned => planned.fate === 'used' && planned.machine.capacity === 1 && planned.from > planned.asked + 6,
  )
  return taken
    .filter((_, index) => index % 30 === 7)
    .map(planned => ({
      atMs: instantOn(plan, planned.asked + 2, 15),
      act: async () => {
        const args = { ...requestOf(office, people, plan, planned), memberId: people.memberIds[3] ?? '' }
        await runCommand(office, { command: booking.request, args, actor: people.clerk })
      },
    }))
}

const REJECTED = [
  'The field is too wet for this machine',
  'Another member comes first on the list',
  'No operator that day',
]
const CANCELLED = [
  'Rain: the field is under water',
  'The member found another machine',
  'Seedlings are not ready',
]
