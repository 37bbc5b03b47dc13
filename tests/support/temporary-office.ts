import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { addDays } from '#booking/time/day'
import type { Role } from '#booking/users/roles'
import type { CallArgs } from '#calls/contract'
import type { Desk } from '#office/desk'
import { createOffice, type Office } from '#office/office'
import { createRouter, type OfficeRouter } from '#office/router'
import { NO_OWN_RULES, PLAIN_MACHINE } from './plain-machine.ts'
import { recordedLog } from './recorded-log.ts'
import { standingClock } from './standing-clock.ts'
import { afterTheTests, openTemporary, temporaryPath } from './temporary-file.ts'

export type Window = RouterClient<OfficeRouter>
/** A low cost for scrypt, because these tests need sign-ins but not strong hashes. */
const PASSWORD_COST = 16
export const PASSWORD = 'palay at mais'
/** Thursday, 19 November 2026, 09:00 in Manila. */
export const NOW = Date.UTC(2026, 10, 19, 1)
export const TODAY = '2026-11-19'

export const newId = () => randomUUID()
/** A period of whole days: `ahead(3, 2)` begins three days from today and lasts two days. */
export function ahead(days: number, length = 1) {
  const from = addDays(TODAY, days)
  return { kind: 'days' as const, from, to: addDays(from, length - 1) }
}

/** Opens an office on its own temporary file, with a clock that tests move, and with the calls that a window makes. */
export function emptyOffice(path = temporaryPath(), clock = standingClock(NOW)) {
  const recorded = recordedLog()
  const file = openTemporary(path)
  // Without syncs, only a power cut can lose data, and a test has none.
  file.sqlite.pragma('synchronous = OFF')
  const office: Office = createOffice({
    file,
    clock,
    ids: { newId },
    log: recorded.log,
    passwordCost: PASSWORD_COST,
  })
  const desk = { office, version: 'test', database: path, sampleSignIn: [] } as unknown as Desk
  const router = createRouter(desk, { checkAnswers: true })
  afterTheTests(() => void office.stop())

  /** A window that sends this token with every call, or no token if nobody is signed in. */
  function window(token?: string, browser = 'the desk'): Window {
    return createRouterClient(router, { context: { authorization: token && `Bearer ${token}`, browser } })
  }
  async function signIn(name: string, password = PASSWORD) {
    const answer = await window().auth.signIn({ name, password })
    if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.refusal.reason}`)
    return { ...answer, window: window(answer.token) }
  }
  return {
    office,
    file,
    clock,
    path,
    window,
    signIn,
    /** Tries to sign in. @returns 'yes', or the reason of the refusal */
    trySignIn: async (name: string, password: string, browser?: string) =>
      reasonOf(await window(undefined, browser).auth.signIn({ name, password })),
    /** How many rows there are in a table of the file. */
    count: (table: string) =>
      file.sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0,
    /** What is kept of a command's outcome; undefined if nothing is. */
    keptOutcome: (commandId: string) =>
      file.sqlite
        .prepare<[string], { ok: number; outcome: string; userId: string }>(
          'SELECT ok, outcome, user_id AS userId FROM commands WHERE command_id = ?',
        )
        .get(commandId),
    ...recorded,
    /** Opens the same file again, as after a restart of Araro: nothing in memory is kept. */
    async startAgain() {
      await office.stop()
      file.sqlite.close()
      return emptyOffice(path, clock)
    },
  }
}
export type TemporaryOffice = Awaited<ReturnType<typeof temporaryOffice>>

/** The users of each temporary office. */
type Staff = Exclude<Role, 'organizer'>

let template: Promise<{ path: string; ids: Record<Staff, string> }> | undefined

/** Makes a file with one user of each role, which the tests copy. */
async function setUpTemplate() {
  const path = join(mkdtempSync(join(tmpdir(), 'araro-template-')), 'office.db')
  afterTheTests(() => rmSync(join(path, '..'), { recursive: true, force: true }))
  copyFileSync(temporaryPath(), path)
  const made = emptyOffice(path)
  const adminId = newId()
  const first = { commandId: adminId, officeName: 'Samahang Magsasaka', name: 'Admin', password: PASSWORD }
  const setUp = await made.window().setup.office(first)
  if (!setUp.ok) throw new Error(setUp.refusal.reason)
  const admin = made.window(setUp.token)
  const ids: Record<Staff, string> = { admin: adminId, manager: newId(), clerk: newId() }
  for (const [name, role] of [
    ['Manager', 'manager'],
    ['Clerk', 'clerk'],
  ] as const) {
    await admin.users.add({ commandId: ids[role], name, role, password: PASSWORD })
  }
  await made.office.stop()
  made.file.sqlite.close()
  return { path, ids }
}

/** Opens an office with one signed-in user of each role, and no machines or members yet. */
export async function temporaryOffice() {
  template ??= setUpTemplate()
  const { path, ids } = await template
  const own = temporaryPath()
  copyFileSync(path, own)
  const empty = emptyOffice(own)
  const signedIn = {
    clerk: await empty.signIn('Clerk'),
    manager: await empty.signIn('Manager'),
    admin: await empty.signIn('Admin'),
  }
  const { manager, clerk } = { manager: signedIn.manager.window, clerk: signedIn.clerk.window }
  let number = 0

  /** Adds a machine: a plain one, unless `change` says otherwise. */
  async function machine(change: Partial<CallArgs['machines']['add']> & { type?: string } = {}) {
    const { type = 'Harvester', ...fields } = change
    const known = (await clerk.machines.types({})).find(one => one.name === type)
    const typeId = known?.id ?? newId()
    if (!known) {
      await manager.machines.addType({ commandId: typeId, name: type, ...NO_OWN_RULES })
    }
    number += 1
    const answer = await manager.machines.add({
      commandId: newId(),
      typeId,
      name: `${type} ${number}`,
      ...PLAIN_MACHINE,
      ...fields,
    })
    if (!answer.ok) throw new Error(`no machine: ${answer.refusal.reason}`)
    return answer.machine
  }

  async function member(change: Partial<CallArgs['members']['add']> & { verified?: boolean } = {}) {
    const { verified = true, ...fields } = change
    number += 1
    const answer = await clerk.members.add({
      commandId: newId(),
      number: `M-${number}`,
      name: `Member ${number}`,
      phone: '0917 555 0101',
      barangay: 'Poblacion',
      sector: 'rice',
      ...fields,
    })
    if (!answer.ok) throw new Error(`no member: ${answer.refusal.reason}`)
    if (!verified) return answer.member
    const { id: memberId, version } = answer.member
    const done = await clerk.members.verify({ commandId: newId(), memberId, version })
    if (!done.ok) throw new Error(`not verified: ${done.refusal.reason}`)
    return done.member
  }

  /** Requests a booking that must be accepted. */
  async function booking(args: Omit<CallArgs['bookings']['request'], 'commandId'>, by: Window = clerk) {
    const answer = await by.bookings.request({ commandId: newId(), ...args })
    if (!answer.ok) throw new Error(`not booked: ${answer.refusal.reason}`)
    return answer.booking
  }
  async function approved(args: Omit<CallArgs['bookings']['request'], 'commandId'>) {
    const { id: bookingId, version } = await booking(args)
    const answer = await manager.bookings.approve({ commandId: newId(), bookingId, version })
    if (!answer.ok) throw new Error(`not approved: ${answer.refusal.reason}`)
    return answer.booking
  }
  return {
    ...empty,
    clerk,
    manager,
    admin: signedIn.admin.window,
    tokens: { clerk: signedIn.clerk.token, manager: signedIn.manager.token, admin: signedIn.admin.token },
    ids,
    machine,
    member,
    booking,
    approved,
  }
}

/** The reason of a refusal; 'yes' if the answer is not a refusal. */
export function reasonOf(answer: { ok: boolean; refusal?: { reason: string } }): string {
  return answer.ok ? 'yes' : (answer.refusal?.reason ?? 'a refusal without a reason')
}
