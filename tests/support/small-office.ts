import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openDesk } from '#office/desk'
import { createRouter } from '#office/router'
import { NO_OWN_RULES, PLAIN_MACHINE } from './plain-machine.ts'
import { recordedLog } from './recorded-log.ts'
import type { Client, OpenTransport, Transport, Window } from './transports.ts'

export const PASSWORD = 'carabao under the mango tree'
export const newId = () => randomUUID()

/** Makes an office through its own calls, with one user of each role, one machine and one verified member. */
export async function openSmallOffice(openTransport: OpenTransport) {
  const folder = mkdtempSync(join(tmpdir(), 'araro-calls-'))
  const { log, errors } = recordedLog()
  const desk = await openDesk({ dataFolder: folder, sample: false, log, version: 'test', passwordCost: 1024 })
  const transport = await openTransport(createRouter(desk, { checkAnswers: true }), folder, log)
  const { admin, machineId, memberId } = await setUp(transport)
  return {
    desk,
    errors,
    admin,
    machineId,
    memberId,
    openWindow: () => transport.openWindow(),
    /** Opens a window and signs this user in. */
    async openAs(name: string): Promise<Window> {
      const window = await transport.openWindow()
      const signedIn = await window.office.auth.signIn({ name, password: PASSWORD })
      if (!signedIn.ok) throw new Error(`${name}: ${signedIn.refusal.reason}`)
      window.signedInAs(signedIn.token)
      return window
    },
    async close() {
      await transport.close()
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type SmallOffice = Awaited<ReturnType<typeof openSmallOffice>>

/** A small office for all tests of a `describe`, with a window of the clerk and one of the manager. */
export function smallOfficeForTheTests(openTransport: OpenTransport) {
  const small = {} as SmallOffice & { clerk: Window; manager: Window }
  beforeAll(async () => {
    Object.assign(small, await openSmallOffice(openTransport))
    small.clerk = await small.openAs('Clerk')
    small.manager = await small.openAs('Manager')
  })
  afterAll(() => small.close())
  // Whatever a test sends: nothing of it is a mistake of the program.
  afterEach(() => expect(small.errors()).toEqual([]))

  let lastDay = 10
  /** Three days that no other test asks for. */
  function freeDays() {
    lastDay += 4
    return { kind: 'days' as const, from: dayFromNow(lastDay - 3), to: dayFromNow(lastDay - 1) }
  }
  const request = (commandId = newId(), period = freeDays()) => ({
    commandId,
    memberId: small.memberId,
    machineId: small.machineId,
    period,
  })
  return Object.assign(small, { request })
}

async function setUp(transport: Transport) {
  const admin = await transport.openWindow()
  const first = { commandId: newId(), officeName: 'San Isidro', name: 'Admin', password: PASSWORD }
  const opened = await admin.office.setup.office(first)
  if (!opened.ok) throw new Error(opened.refusal.reason)
  admin.signedInAs(opened.token)
  for (const [name, role] of [['Clerk', 'clerk'] as const, ['Manager', 'manager'] as const])
    await admin.office.users.add({ commandId: newId(), name, role, password: PASSWORD })
  return { admin, machineId: await addMachine(admin.office), memberId: await addMember(admin.office) }
}

async function addMachine(office: Client): Promise<string> {
  const type = await office.machines.addType({ commandId: newId(), name: 'Harvester', ...NO_OWN_RULES })
  if (!type.ok) throw new Error(type.refusal.reason)
  const machine = await office.machines.add({
    commandId: newId(),
    name: 'Harvester 1',
    typeId: type.type.id,
    ...PLAIN_MACHINE,
  })
  if (!machine.ok) throw new Error(machine.refusal.reason)
  return machine.machine.id
}

async function addMember(office: Client): Promise<string> {
  const fields = { number: 'M-1', name: 'Maria Santos', phone: '', barangay: 'Poblacion', sector: 'rice' }
  const added = await office.members.add({ commandId: newId(), ...fields })
  if (!added.ok) throw new Error(added.refusal.reason)
  const { id: memberId, version } = added.member
  await office.members.verify({ commandId: newId(), memberId, version })
  return memberId
}

/** The day this many days from now, in UTC, as `YYYY-MM-DD`. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
