import { expect, test } from 'vitest'
import type { InputOf } from '#calls/contract'
import { keepUp } from '#office/upkeep/keep-up'
import { whatIsWrong } from '#tests/support/occupancy-oracle'
import { PLAIN_MACHINE } from '#tests/support/plain-machine'
import { type Dice, dice, printedSeed } from '#tests/support/seeded'
import {
  ahead,
  NOW,
  newId,
  type TemporaryOffice,
  temporaryOffice,
  type Window,
} from '#tests/support/temporary-office'

/** Everything that people see of the records, with neither versions nor the history. */
const RECORDS = [
  'bookings',
  'maintenance',
  'machines',
  'machine_types',
  'members',
  'fields',
  'settings',
  'occupancy',
]

type Row = Record<string, unknown>

function everything({ file }: TemporaryOffice): Record<string, unknown[]> {
  const rows = (table: string) => file.sqlite.prepare(`SELECT * FROM ${table}`).all() as Row[]
  const said = (table: string) =>
    (table === 'occupancy' ? joined(rows(table)) : rows(table))
      .map(({ version: _, ...row }) => JSON.stringify(row))
      .sort()
  return Object.fromEntries(RECORDS.map(table => [table, said(table)]))
}

/** A gap may be filled by one segment, or by two that touch: the same time is shut. */
function joined(rows: Row[]): Row[] {
  const whole: Row[] = []
  for (const { cls: _, seg, ...row } of rows.sort((a, b) => Number(a['start_ms']) - Number(b['start_ms']))) {
    const before = whole.find(
      one =>
        seg !== 0 && one['end_ms'] === row['start_ms'] && SAME.every(column => one[column] === row[column]),
    )
    if (before) before['end_ms'] = row['end_ms']
    else whole.push(row)
  }
  return whole
}
const SAME = ['machine_id', 'kind', 'ref_id', 'units', 'whole']

/** What happened is not undone. */
const HAPPENED = new Set(['bookings.handOver', 'bookings.return'])

// Steps of the waiting list are not among them: none is undone, and tests/office/waiting/undo.test.ts says of each that it
// is not. What they and other undos come to together, tests/office/waiting/random-sequences.test.ts tries.

/** What adds a record, and to which table. */
const ADDED_TO: { readonly [action: string]: string } = {
  'bookings.request': 'bookings',
  'maintenance.schedule': 'maintenance',
  'maintenance.breakDown': 'maintenance',
}

/** How many machines are out, or under a repair without a known end. */
function lasting({ count }: TemporaryOffice): number {
  return count('open_blocks')
}

async function passADay({ clock, office }: TemporaryOffice): Promise<void> {
  clock.pass(86_400_000)
  await keepUp(office)
}

type Answer = { ok: boolean; refusal?: { reason: string; why?: string } }
type World = { araro: TemporaryOffice; roll: Dice; machines: string[]; members: string[]; people: Window[] }

async function world(roll: Dice): Promise<World> {
  const araro = await temporaryOffice()
  const machines = [
    await araro.machine({ capacity: 2, unitName: 'sack' }),
    await araro.machine({}),
    await araro.machine({ pendingBlocks: false, bufferAfterMs: 86_400_000 }),
  ]
  const members = [await araro.member(), await araro.member(), await araro.member({ verified: false })]
  const people = [araro.clerk, araro.manager, araro.admin]
  return { araro, roll, machines: machines.map(one => one.id), members: members.map(one => one.id), people }
}

/** A random command by a random person. Most are refused, as most of what people try at random would be. */
async function randomCommand(world: World, by: Window, commandId: string): Promise<Answer | undefined> {
  const { roll, araro } = world
  const machineId = roll.pick(world.machines)
  const memberId = roll.pick(world.members)
  const today = Math.round((araro.clock.nowMs() - NOW) / 86_400_000)
  const period = ahead(today + roll.number(7), 1 + roll.number(2))
  const { bookings } = await araro.admin.bookings.list({ limit: 100 })
  const booking = bookings.length > 0 ? roll.pick(bookings) : undefined
  const onIt = booking && { commandId, bookingId: booking.id, version: booking.version }
  const { maintenance } = await araro.admin.maintenance.list({})
  const planned = maintenance.length > 0 ? roll.pick(maintenance) : undefined
  const onPlan = planned && { commandId, maintenanceId: planned.id, version: planned.version }
  const member = (await araro.admin.members.get({ memberId })).member!
  const onMember = { commandId, memberId, version: member.version }
  const machine = (await araro.admin.machines.list({})).find(one => one.id === machineId)
  const settings = await araro.admin.settings.get({})
  const rules = { ...settings.rules, maxDays: 20 + roll.number(5) }
  const hours = 1 + roll.number(90)
  const until = { expectedEndMs: roll.chance(2) ? null : araro.clock.nowMs() + 3_600_000 * hours }
  const displace = bookings.map(one => one.id)
  const commands: (() => Promise<Answer> | undefined)[] = [
    () => by.bookings.request({ commandId, machineId, memberId, period }),
    () => by.bookings.request({ commandId, machineId, memberId, period, purpose: 'Harrowing' }),
    () => onIt && by.bookings.approve(onIt),
    () => onIt && by.bookings.approve(onIt),
    () => onIt && by.bookings.reject({ ...onIt, reason: 'no' }),
    () => onIt && by.bookings.cancel({ ...onIt, reason: 'rain' }),
    () => onIt && by.bookings.move({ ...onIt, period, reason: 'rain' }),
    () => onIt && by.bookings.move({ ...onIt, period, machineId }),
    () => onIt && by.bookings.correct({ ...onIt, memberId, purpose: 'Sowing' }),
    () => onIt && by.bookings.noShow(onIt),
    () => onIt && by.bookings.handOver({ ...onIt, atMs: araro.clock.nowMs() }),
    () => onIt && by.bookings.return({ ...onIt, atMs: araro.clock.nowMs() }),
    () => onIt && by.bookings.expect({ ...onIt, backMs: araro.clock.nowMs() + 3_600_000 * roll.number(90) }),
    () => by.maintenance.breakDown({ commandId, machineId, kind: 'corrective', ...until, displace }),
    () => onPlan && by.maintenance.expect({ ...onPlan, ...until }),
    () => by.maintenance.schedule({ commandId, machineId, period, kind: 'preventive' }),
    () => onPlan && by.maintenance.finish(onPlan),
    () => onPlan && by.maintenance.cancel(onPlan),
    () => by.members.verify(onMember),
    () => by.members.suspend({ ...onMember, reason: 'unpaid' }),
    () => by.members.reinstate(onMember),
    () => by.members.change({ ...onMember, ...memberFields(member), phone: String(roll.number(9)) }),
    () =>
      machine &&
      by.machines.change({
        commandId,
        machineId,
        version: machine.version,
        ...PLAIN_MACHINE,
        name: machine.name,
        typeId: machine.typeId,
        capacity: 1 + roll.number(3),
      }),
    () => machine && by.machines.retire({ commandId, machineId, version: machine.version }),
    () => by.settings.change({ commandId, version: settings.version, settings: { rules } }),
  ]
  return roll
    .pick(commands)()
    ?.catch((error: { code?: string }) => {
      if (error.code === 'FORBIDDEN') return undefined
      throw error
    })
}

function memberFields({ number, name, phone, barangay, sector }: Omit<InputOf<'members.add'>, 'commandId'>) {
  return { number, name, phone, barangay, sector }
}

test('whatever several people do: each undoes the own last step, and everything is as before', async () => {
  const seed = printedSeed('undo')
  const roll = dice(seed)
  const now = await world(roll)
  const { araro } = now
  const undone = new Map<string, number>()
  for (let turn = 0; turn < 400; turn++) {
    if (roll.chance(30)) await passADay(araro)
    const by = roll.pick(now.people)
    const before = everything(araro)
    const commandId = newId()
    const answer = await randomCommand(now, by, commandId)
    if (!answer?.ok || roll.chance(3)) continue
    if (HAPPENED.has((await by.undo.list({})).steps[0]!.action)) continue
    const done = everything(araro)
    const [step] = (await by.undo.list({})).steps
    expect(step?.commandId, `seed ${seed}, turn ${turn}`).toBe(commandId)
    const at = `seed ${seed}, turn ${turn}: ${step?.action}`
    const undoId = newId()
    const taken: Answer = await by.undo.last({ commandId: undoId, of: commandId })
    if (!taken.ok && lasting(araro)) {
      // A late machine, or a repair, fills the time that a promise leaves, at once.
      expect(taken.refusal, at).toMatchObject({ reason: 'cannot-undo', why: 'refused' })
      expect(everything(araro), at).toEqual(done)
      continue
    }
    expect(taken, at).toEqual({ ok: true })
    undone.set(step!.action, (undone.get(step!.action) ?? 0) + 1)
    // What was added stays, cancelled.
    const added = ADDED_TO[step!.action]
    const { [added ?? '']: _, ...others } = everything(araro)
    const { [added ?? '']: _b, ...was } = before
    expect(others, at).toEqual(was)
    if (roll.chance(2)) continue
    const again: Answer = await by.undo.last({ commandId: newId(), of: undoId })
    if (!again.ok && lasting(araro)) continue
    expect(again, `${at} again`).toEqual({ ok: true })
    expect(everything(araro), `${at} again`).toEqual(done)
  }
  expect(undone.size, `seed ${seed}: ${[...undone.keys()]}`).toBeGreaterThan(6)
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(await araro.admin.history.verify({})).toMatchObject({ ok: true })
  expect(araro.errors()).toEqual([])
}, 60_000)

test('whatever steps people undo late and in any order, nothing is promised twice and the guard has nothing to refuse', async () => {
  const seed = printedSeed('undo in any order')
  const roll = dice(seed)
  const now = await world(roll)
  const { araro } = now
  const said = new Map<string, number>()
  for (let turn = 0; turn < 300; turn++) {
    if (roll.chance(30)) await passADay(araro)
    const by = roll.pick(now.people)
    await randomCommand(now, by, newId())
    if (roll.chance(2)) continue
    const { steps } = await by.undo.list({})
    const step = steps.length > 0 ? roll.pick(steps) : undefined
    if (!step) continue
    const answer: Answer = await by.undo.last({ commandId: newId(), of: step.commandId })
    // Of several records, whether the others fit is known only once the first is restored.
    if (answer.ok || step.count === 1 || step.refusal) {
      const said = answer.ok ? null : answer.refusal
      expect(said, `seed ${seed}, turn ${turn}: the list says what the undo does`).toEqual(step.refusal)
    }
    const why = answer.ok ? 'yes' : `${answer.refusal?.why}`
    said.set(why, (said.get(why) ?? 0) + 1)
  }
  expect([...said.keys()], `seed ${seed}`).toEqual(expect.arrayContaining(['yes', 'changed-since']))
  expect(whatIsWrong(araro.file.sqlite)).toEqual([])
  expect(araro.errors()).toEqual([])
}, 60_000)

test('a row of undos goes back step by step, and a row of redos forward again', async () => {
  const seed = printedSeed('undo step by step')
  const roll = dice(seed)
  const { araro, machines, members } = await world(roll)
  const { admin } = araro
  const [machineId = '', memberId = ''] = [machines[0], members[0]]
  const asked = await araro.booking({ machineId, memberId, period: ahead(3) })
  const done: { commandId: string; before: unknown; after: unknown }[] = []
  for (let turn = 0; turn < 300 && done.length < 20; turn++) {
    const commandId = newId()
    const before = everything(araro)
    const { version } = (await admin.bookings.get({ bookingId: asked.id })).booking!
    const on = { commandId, bookingId: asked.id, version }
    const settings = await admin.settings.get({})
    const rules = { ...settings.rules, maxDays: 20 + roll.number(9) }
    const answer: Answer = await roll.pick([
      () => admin.bookings.approve(on),
      () => admin.bookings.move({ ...on, period: ahead(3 + roll.number(9)) }),
      () => admin.bookings.correct({ ...on, purpose: `Purpose ${roll.number(9)}` }),
      () => admin.settings.change({ commandId, version: settings.version, settings: { rules } }),
      () => admin.bookings.cancel({ ...on, reason: 'rain' }),
    ])()
    if (!answer.ok) continue
    done.push({ commandId, before, after: everything(araro) })
  }
  expect(done.length, `seed ${seed}`).toBeGreaterThan(2)
  const undos: string[] = []
  for (const { commandId, before } of done.toReversed()) {
    const undo = { commandId: newId(), of: commandId }
    expect(await admin.undo.last(undo), `seed ${seed}`).toEqual({ ok: true })
    expect(everything(araro), `seed ${seed}`).toEqual(before)
    undos.push(undo.commandId)
  }
  for (const { after } of done) {
    const answer = await admin.undo.last({ commandId: newId(), of: undos.pop()! })
    expect(answer, `seed ${seed}`).toEqual({ ok: true })
    expect(everything(araro), `seed ${seed}`).toEqual(after)
  }
  expect(araro.errors()).toEqual([])
}, 60_000)
