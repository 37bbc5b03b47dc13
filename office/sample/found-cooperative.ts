import type { OfficeCalendar } from '#booking/time/calendar'
import { addDays, HOUR_MS } from '#booking/time/day'
import type { CommandName } from '#calls/contract'
import { memberNumbered } from '#db/read/members'
import type { Actor, Command } from '../law/command.ts'
import { runCommand, SYSTEM } from '../law/run-command.ts'
import * as machine from '../machines/commands.ts'
import * as member from '../members/commands.ts'
import { DEFAULT_TIME_ZONE, type Office } from '../office.ts'
import { set as setRate } from '../rates/commands.ts'
import { setUpOffice } from '../settings/commands.ts'
import * as user from '../users/commands.ts'
import { hashPassword } from '../users/passwords.ts'
import {
  SAMPLE_BARANGAYS,
  SAMPLE_MACHINES,
  SAMPLE_OFFICE,
  SAMPLE_SECTORS,
  SAMPLE_SIGN_IN,
  SAMPLE_TYPES,
  sampleName,
} from './cooperative.ts'
import { FIRST_DAY, MEMBERS_WHO_BOOK } from './plan.ts'
import type { Seeded } from './seeded.ts'

export type SimulatedClock = { simulatedMs: number }
export type Times = { calendar: OfficeCalendar; nowMs: number; random: Seeded }
export type Cooperative = {
  clerk: Actor
  manager: Actor
  machineIds: ReadonlyMap<string, string>
  memberIds: readonly string[]
}

const MEMBERS = 80
/** Members from this index on are suspended; those just before are not verified. */
const SUSPENDED_FROM = 77

/** The instant at an hour of a local day; days are counted from today, and 7.5 is half past seven. */
export function instantOn(times: Pick<Times, 'calendar' | 'nowMs'>, day: number, hour: number): number {
  const today = times.calendar.dayOf(times.nowMs)
  return times.calendar.startOfDay(addDays(today, day)) + Math.round(hour * HOUR_MS)
}

/**
 * Runs a command as a person of the sample.
 * @throws when it is refused, which the sample never expects
 */
export async function must<Args extends { commandId: string }, Yes>(
  office: Office,
  actor: Actor,
  command: Pick<Command<CommandName, Args, Yes>, 'name' | 'handler'>,
  args: NoInfer<Args>,
): Promise<{ ok: true } & Yes> {
  const answer = await runCommand(office, { command, args, actor })
  if (answer.ok) return answer
  throw new Error(`the sample's ${command.name} was refused: ${JSON.stringify(answer.refusal)}`)
}

/** The office, its people, machines and members, on the first morning. */
export async function foundCooperative(
  office: Office,
  clock: SimulatedClock,
  times: Times,
): Promise<Cooperative> {
  clock.simulatedMs = instantOn(times, FIRST_DAY, 8)
  const { clerk, manager, admin } = await addUsers(office)
  const machineIds = await addMachines(office, clock, times, admin)
  const memberIds = await addMembers(office, clock, times, { clerk, manager })
  return { clerk, manager, machineIds, memberIds }
}

async function addUsers(office: Office) {
  const hashes = await Promise.all(SAMPLE_SIGN_IN.map(one => hashPassword(one.password, office.passwordCost)))
  const [clerkIn, managerIn, adminIn] = SAMPLE_SIGN_IN
  const [clerkHash, managerHash, adminHash] = hashes
  if (!clerkIn || !managerIn || !adminIn || !clerkHash || !managerHash || !adminHash)
    throw new Error('three users')
  const adminId = office.ids.newId()
  const first = { officeName: SAMPLE_OFFICE, timeZone: DEFAULT_TIME_ZONE, name: adminIn.name, sample: true }
  await must(office, SYSTEM, setUpOffice.with(adminHash), { commandId: adminId, ...first })
  const admin: Actor = { id: adminId, name: adminIn.name, role: 'admin' }
  async function add(one: typeof clerkIn & object, hash: string): Promise<Actor> {
    const args = { commandId: office.ids.newId(), name: one.name, role: one.role }
    const { user: added } = await must(office, admin, user.add.with(hash), args)
    return { id: added.id, name: added.name, role: added.role }
  }
  return { admin, clerk: await add(clerkIn, clerkHash), manager: await add(managerIn, managerHash) }
}

async function addMachines(office: Office, clock: SimulatedClock, times: Times, admin: Actor) {
  const typeIds = new Map<string, string>()
  for (const type of SAMPLE_TYPES) {
    const commandId = nextId(office, clock)
    const args = { commandId, ...type, minNoticeDays: null, horizonDays: null }
    await must(office, admin, machine.addType, args)
    typeIds.set(type.name, commandId)
  }
  const machineIds = new Map<string, string>()
  for (const { type, mode, quiet: _, purposes: _purposes, others, ...fields } of SAMPLE_MACHINES) {
    const commandId = nextId(office, clock)
    const typeId = typeIds.get(type) ?? ''
    const args = { commandId, ...fields, typeId, bookingMode: mode, pendingBlocks: true, note: '' }
    await must(office, admin, machine.add, args)
    if (others) {
      const { centavos: forOthersCentavos, with: included } = others
      const rate = {
        ...fields.rate,
        forOthersCentavos,
        with: included,
        validFrom: times.calendar.dayOf(clock.simulatedMs),
      }
      await must(office, admin, setRate, { commandId: nextId(office, clock), machineId: commandId, ...rate })
    }
    machineIds.set(fields.name, commandId)
  }
  return machineIds
}

/** One of so many who book is no member of the cooperative. */
const ONE_OTHER_AMONG = 9

async function addMembers(
  office: Office,
  clock: SimulatedClock,
  times: Times,
  people: { clerk: Actor; manager: Actor },
): Promise<string[]> {
  const lines = Array.from({ length: MEMBERS }, (_, index) => {
    const barangay = times.random.pick(SAMPLE_BARANGAYS)
    const phone = `0900 000 ${String(1000 + index)}`
    return [numberOf(index), sampleName(index), phone, barangay, times.random.pick(SAMPLE_SECTORS)].join('\t')
  })
  const pasted = { commandId: nextId(office, clock), text: lines.join('\n') }
  await must(office, people.clerk, member.addMany, pasted)
  const memberIds: string[] = []
  for (let index = 0; index < MEMBERS; index++) {
    const stored = memberNumbered(office.file.db, numberOf(index))
    if (!stored) throw new Error(`sample member ${index} is missing`)
    memberIds.push(stored.id)
    const mayBook = index < MEMBERS_WHO_BOOK || index >= SUSPENDED_FROM
    if (!mayBook) continue
    const isOther = index % ONE_OTHER_AMONG === ONE_OTHER_AMONG - 1
    if (isOther) {
      const { id: memberId, number, name, phone, barangay, sector } = stored
      const fields = { memberId, version: 1, number, name, phone, barangay, sector, kind: 'other' as const }
      await must(office, people.clerk, member.change, { commandId: nextId(office, clock), ...fields })
    }
    const version = isOther ? 2 : 1
    const onMember = { commandId: nextId(office, clock), memberId: stored.id, version }
    await must(office, people.manager, member.verify, onMember)
    if (index < SUSPENDED_FROM) continue
    const suspended = {
      ...onMember,
      commandId: nextId(office, clock),
      version: version + 1,
      reason: 'Unpaid balance from last season',
    }
    await must(office, people.manager, member.suspend, suspended)
  }
  return memberIds
}

function nextId(office: Office, clock: SimulatedClock): string {
  clock.simulatedMs += 20_000
  return office.ids.newId()
}

function numberOf(index: number): string {
  return `S-${String(index + 1).padStart(3, '0')}`
}
