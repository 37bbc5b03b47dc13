import type { LocalDay } from '#booking/time/day'
import { LENGTHS, UNITS } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import type { PickedMember } from '../parts/fields/member-picker.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { reader } from '../parts/form/reading.ts'

/** What is typed of a wish. `what`: a machine, or any of a type. */
export type Wish = {
  member: PickedMember | null
  what: string | null
  amount: NumberTyped
  units: NumberTyped
  from: { day: string }
  to: { day: string }
}

/** In the list of choices, a type has this before its id. */
export const TYPE = 'type '

type Meant = Pick<MachineRow, 'id' | 'typeId' | 'bookingMode' | 'capacity'>

/** The machines that a choice is about. */
export function machinesMeant<Machine extends Meant>(
  what: string | null,
  machines: readonly Machine[],
): Machine[] {
  return machines.filter(({ id, typeId }) => what === id || what === `${TYPE}${typeId}`)
}

/** Whether how long is counted in days; otherwise in hours. */
export function byDays(what: string | null, machines: readonly Meant[]): boolean {
  return machinesMeant(what, machines)[0]?.bookingMode !== 'time'
}

/** Reads what is typed as the input of `waiting.add`. */
export function readWish(typed: Wish, machines: readonly Meant[]) {
  const read = reader<Wish, 'memberNeeded' | 'whatNeeded' | 'daysNeeded' | 'daysBackward'>(typed)
  const { member, from, to } = typed
  const what = typed.what ?? ''
  const memberId = read.given('member', member?.id, 'memberNeeded')
  const [machine] = machinesMeant(what, machines)
  read.given('what', machine, 'whatNeeded')
  const inDays = byDays(what, machines)
  const amount = read.number('amount', inDays ? LENGTHS.days : LENGTHS.hours)
  const isShared = machinesMeant(what, machines).some(one => one.capacity > 1)
  const units = isShared ? read.number('units', UNITS) : 1
  const [fromDay, toDay] = [dayOf(from.day), dayOf(to.day)]
  if (!fromDay) read.wrong('from', 'daysNeeded')
  if (!toDay) read.wrong('to', 'daysNeeded')
  if (fromDay && toDay && toDay < fromDay) read.wrong('to', 'daysBackward')
  return read.as({
    memberId,
    ...(what.startsWith(TYPE) ? { typeId: what.slice(TYPE.length) } : { machineId: what }),
    fromDay,
    toDay,
    length: inDays ? { days: amount } : { minutes: Math.round(amount * 60) },
    units,
  })
}

function dayOf(value: string): LocalDay {
  return value.slice(0, 10)
}
