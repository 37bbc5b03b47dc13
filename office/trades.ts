import type { CallName } from '#calls/contract'
import { freeCalls } from './availability/calls.ts'
import { batchCalls } from './batches/calls.ts'
import { boardCalls } from './board/calls.ts'
import { bookingCalls } from './bookings/calls.ts'
import { calendarCalls } from './calendar/calls.ts'
import { changeCalls } from './changes/calls.ts'
import { fieldCalls } from './fields/fields.ts'
import { findCalls } from './finding/calls.ts'
import { historyCalls } from './history/calls.ts'
import { hoursCalls } from './hours/calls.ts'
import type { OfficeCall } from './law/answering.ts'
import { idIn } from './law/command.ts'
import type { AnyRecordKind } from './law/record.ts'
import { machineCalls } from './machines/calls.ts'
import { maintenanceCalls } from './maintenance/calls.ts'
import { memberCalls } from './members/calls.ts'
import { noticeCalls } from './notices/calls.ts'
import { paperCalls } from './papers/papers.ts'
import { paymentCalls } from './payments/calls.ts'
import { printCalls } from './prints/calls.ts'
import { quotaCalls } from './quotas/calls.ts'
import { rateCalls } from './rates/calls.ts'
import { scanCalls } from './scan/calls.ts'
import { sessionCalls } from './sessions/calls.ts'
import { settingsCalls } from './settings/calls.ts'
import { settleCalls } from './settling/calls.ts'
import { todayCalls } from './today/calls.ts'
import { undoCalls } from './undo/calls.ts'
import { userCalls } from './users/calls.ts'
import { waitingCalls } from './waiting/calls.ts'

/** Every call that is answered, trade by trade. */
const ANSWERED = [
  ...settingsCalls,
  ...hoursCalls,
  ...userCalls,
  ...machineCalls,
  ...rateCalls,
  ...quotaCalls,
  ...paperCalls,
  ...memberCalls,
  ...fieldCalls,
  ...bookingCalls,
  ...freeCalls,
  ...findCalls,
  ...waitingCalls,
  ...calendarCalls,
  ...boardCalls,
  ...todayCalls,
  ...maintenanceCalls,
  ...sessionCalls,
  ...batchCalls,
  ...settleCalls,
  ...paymentCalls,
  ...historyCalls,
  ...noticeCalls,
  ...undoCalls,
  ...printCalls,
  ...scanCalls,
  ...changeCalls,
] as const

/** If a call of the table has no answer, this does not compile and the error names the call. */
type Unanswered = Exclude<CallName, (typeof ANSWERED)[number]['name']>
const everyCallIsAnswered: [Unanswered] extends [never] ? true : Unanswered = true

export const CALLS: readonly OfficeCall<CallName>[] = everyCallIsAnswered
  ? (ANSWERED as readonly OfficeCall<CallName>[])
  : []

/** The kind of record that each command changes. */
const CHANGED_BY = new Map<string, AnyRecordKind>(CALLS.flatMap(({ name, on }) => (on ? [[name, on]] : [])))

/** Every kind of record that a command changes, by its entity. A test compares the list with all entities. */
export const RECORDS: ReadonlyMap<string, AnyRecordKind> = new Map(
  [...CHANGED_BY.values()].map(kind => [kind.entity, kind]),
)

/**
 * The existing records that a command is about: the one that it changes, or those that its arguments name, such as the
 * machine and the member of a requested booking.
 */
export function recordsNamedBy(command: string, args: object): { kind: AnyRecordKind; id: string }[] {
  const changed = CHANGED_BY.get(command)
  if (changed) return [{ kind: changed, id: idIn(changed, args) }]
  return [...RECORDS.values()]
    .filter(kind => typeof Object.getOwnPropertyDescriptor(args, `${kind.key}Id`)?.value === 'string')
    .map(kind => ({ kind, id: idIn(kind, args) }))
}
