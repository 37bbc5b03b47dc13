import type { CallName } from '#calls/contract'
import { bookingCalls } from './bookings/calls.ts'
import { calendarCalls } from './calendar/calls.ts'
import { fieldCalls } from './fields/fields.ts'
import { historyCalls } from './history/calls.ts'
import type { OfficeCall } from './law/answering.ts'
import type { AnyRecordKind } from './law/record.ts'
import { machineCalls } from './machines/calls.ts'
import { maintenanceCalls } from './maintenance/calls.ts'
import { memberCalls } from './members/calls.ts'
import { noticeCalls } from './notices/calls.ts'
import { settingsCalls } from './settings/calls.ts'
import { userCalls } from './users/calls.ts'

/** Every call that is answered, trade by trade. */
const ANSWERED = [
  ...settingsCalls,
  ...userCalls,
  ...machineCalls,
  ...memberCalls,
  ...fieldCalls,
  ...bookingCalls,
  ...calendarCalls,
  ...maintenanceCalls,
  ...historyCalls,
  ...noticeCalls,
] as const

/** If a call of the table has no answer, this does not compile and the error names the call. */
type Unanswered = Exclude<CallName, (typeof ANSWERED)[number]['name']>
const everyCallIsAnswered: [Unanswered] extends [never] ? true : Unanswered = true

export const CALLS: readonly OfficeCall<CallName>[] = everyCallIsAnswered
  ? (ANSWERED as readonly OfficeCall<CallName>[])
  : []

/** Every kind of record that a command changes, by its entity. A test compares the list with all entities. */
export const RECORDS: ReadonlyMap<string, AnyRecordKind> = new Map(
  CALLS.flatMap(({ on }) => (on ? [[on.entity, on] as const] : [])),
)
