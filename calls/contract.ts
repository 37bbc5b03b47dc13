import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { ENTITIES, type Entity } from '#booking/entities'
import { type BatchInHistory, batches, type ShareInHistory } from './batches.ts'
import { board } from './board.ts'
import type { BookingInHistory } from './booking-rows.ts'
import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import type { CallFacts } from './call.ts'
import { changes } from './changes.ts'
import { type FieldInHistory, fields } from './fields.ts'
import { find } from './find.ts'
import { free } from './free.ts'
import { history } from './history.ts'
import { type BlackoutInHistory, blackouts, type HolidayInHistory, holidays } from './holidays.ts'
import { type MachineInHistory, type MachineTypeInHistory, machines } from './machines.ts'
import { type MaintenanceInHistory, maintenance } from './maintenance.ts'
import { type MemberInHistory, members } from './members.ts'
import { notices } from './notices.ts'
import { type PaperInHistory, papers } from './papers.ts'
import { type BookletInHistory, booklets, type PaymentInHistory, payments } from './payments.ts'
import { prints } from './prints.ts'
import { type QuotaInHistory, quotas } from './quotas.ts'
import { type RateInHistory, rates } from './rates.ts'
import { scan } from './scan.ts'
import { type EnrolmentInHistory, type SessionInHistory, sessions } from './sessions.ts'
import { hours, type SettingsInHistory, settings, setup } from './settings.ts'
import { settle } from './settle.ts'
import { today } from './today.ts'
import { undo } from './undo.ts'
import { auth, type UserInHistory, users } from './users.ts'
import { type WaitingInHistory, waiting } from './waiting.ts'

/**
 * The table of all calls, by trade. Both shells serve exactly these. Each call says beside its shape who may make it
 * and which kinds of records its answer shows (`call.ts`).
 */
export const contract = {
  setup,
  auth,
  settings,
  hours,
  holidays,
  blackouts,
  users,
  machines,
  rates,
  quotas,
  papers,
  members,
  fields,
  bookings,
  free,
  find,
  waiting,
  calendar,
  board,
  today,
  maintenance,
  sessions,
  batches,
  settle,
  payments,
  booklets,
  history,
  notices,
  undo,
  prints,
  scan,
  changes,
}
export type Contract = typeof contract
type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>
/** The input of each call after its shape was checked: `CallArgs['bookings']['request']`. */
export type CallArgs = Inputs

/** The name of a call, such as `bookings.approve`. */
export type CallName = {
  [Group in keyof Contract & string]: `${Group}.${keyof Contract[Group] & string}`
}[keyof Contract & string]

type At<Table, Name extends CallName> = Name extends `${infer Group}.${infer Call}`
  ? Group extends keyof Table
    ? Call extends keyof Table[Group]
      ? Table[Group][Call]
      : never
    : never
  : never

/** The input and the answer of a call, by its name: `InputOf<'bookings.list'>`. */
export type InputOf<Name extends CallName> = At<Inputs, Name>
export type OutputOf<Name extends CallName> = At<Outputs, Name>

/** The calls that are commands: their input has a commandId. */
export type CommandName = {
  [Name in CallName]: InputOf<Name> extends { commandId: string } ? Name : never
}[CallName]

/** Commands without a call: only the program itself gives them, as `system`. */
export type OwnCommandName = 'users.resetPassword' | 'upkeep.run' | 'waiting.offer' | 'sessions.moveUp'

/** What the history says of each kind of record: `InHistory['member']`. */
export type InHistory = {
  readonly blackout: BlackoutInHistory
  readonly booking: BookingInHistory
  readonly booklet: BookletInHistory
  readonly enrolment: EnrolmentInHistory
  readonly field: FieldInHistory
  readonly holiday: HolidayInHistory
  readonly machine: MachineInHistory
  readonly 'machine-type': MachineTypeInHistory
  readonly maintenance: MaintenanceInHistory
  readonly member: MemberInHistory
  readonly payment: PaymentInHistory
  readonly paper: PaperInHistory
  readonly quota: QuotaInHistory
  readonly rate: RateInHistory
  readonly session: SessionInHistory
  readonly batch: BatchInHistory
  readonly share: ShareInHistory
  readonly settings: SettingsInHistory
  readonly user: UserInHistory
  readonly waiting: WaitingInHistory
}

/** What each call says beside its shape, by the call's name. */
export const CALL_FACTS: ReadonlyMap<string, CallFacts> = new Map(
  Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(
      ([call, { '~orpc': definition }]) => [`${group}.${call}`, definition.meta] as const,
    ),
  ),
)

/** For each kind of record, the calls whose answers show it: what a window reloads when such a record changes. */
export const SHOWN_BY: { [Kind in Entity]: string[] } = Object.fromEntries(
  ENTITIES.map(kind => [
    kind,
    [...CALL_FACTS].filter(([, call]) => call.shows.includes(kind)).map(([name]) => name),
  ]),
) as unknown as { [Kind in Entity]: string[] }
