import { localDay, type OfficeInBrowser, type Role } from './office-in-browser.ts'
import { NO_OWN_RULES, PLAIN_MACHINE } from './plain-machine.ts'

// What the specs at the screens set up beforehand, by calls as a script makes them. Each command must be accepted.

type Office = Pick<OfficeInBrowser, 'call'>
export type Booking = {
  id: string
  version: number
  number: number
  status: string
  memberName: string
  period: object
}

export const newId = () => crypto.randomUUID()

/** Whole days, both counted from today. */
export const days = (from: number, to = from) => ({
  kind: 'days' as const,
  from: localDay(from),
  to: localDay(to),
})

/** Gives a command. Throws with the refusal if it is refused. */
export async function give<Answer = unknown>(
  office: Office,
  role: Role,
  name: string,
  args: object,
): Promise<Answer> {
  const answer = await office.call<{ ok: boolean } | undefined>(role, name, { commandId: newId(), ...args })
  if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer as Answer
}

/** Adds a type that follows the rules of the office, unless `more` says otherwise. */
export async function addType(office: Office, name: string, more: object = {}): Promise<string> {
  const typeId = newId()
  await give(office, 'manager', 'machines.addType', { commandId: typeId, name, ...NO_OWN_RULES, ...more })
  return typeId
}

/** Adds a machine for whole days, one at a time, unless `machine` says otherwise. */
export async function addMachine(
  office: Office,
  machine: { name: string; typeId: string; [field: string]: unknown },
): Promise<string> {
  const machineId = newId()
  await give(office, 'manager', 'machines.add', { commandId: machineId, ...PLAIN_MACHINE, ...machine })
  return machineId
}

/** Adds a member who may book. */
export async function addMember(
  office: Office,
  member: { number: string; name: string; phone?: string; barangay?: string },
): Promise<string> {
  const memberId = newId()
  const plain = { phone: '0917 555 0101', barangay: '', sector: '' }
  await give(office, 'clerk', 'members.add', { commandId: memberId, ...plain, ...member })
  await give(office, 'clerk', 'members.verify', { memberId, version: 1 })
  return memberId
}

/** The id of a machine. */
export async function machineNamed(office: Office, name: string): Promise<string> {
  const machines = await office.call<{ id: string; name: string }[]>('clerk', 'machines.list', {})
  const found = machines.find(machine => machine.name === name)
  if (!found) throw new Error(`there is no machine ${name}`)
  return found.id
}

/** The first member found by a part of the number or the name. */
export async function memberFound(office: Office, text: string): Promise<{ id: string; name: string }> {
  const found = { text, limit: 1 }
  const [member] = await office.call<{ id: string; name: string }[]>('clerk', 'members.search', found)
  if (!member) throw new Error(`no member is found by ${text}`)
  return member
}

type Asked = { machineId: string; memberId: string; period: unknown; units?: number; purpose?: string }

export async function requested(office: Office, asked: Asked, by: Role = 'manager'): Promise<Booking> {
  return (await give<{ booking: Booking }>(office, by, 'bookings.request', asked)).booking
}

export async function approved(office: Office, asked: Asked): Promise<Booking> {
  const { id: bookingId, version } = await requested(office, asked)
  const on = { bookingId, version }
  return (await give<{ booking: Booking }>(office, 'manager', 'bookings.approve', on)).booking
}
