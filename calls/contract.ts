import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import type { CallFacts } from './call.ts'
import { changes } from './changes.ts'
import { ENTITIES, type Entity } from './entities.ts'
import { history } from './history.ts'
import { machines } from './machines.ts'
import { maintenance } from './maintenance.ts'
import { members } from './members.ts'
import { notices } from './notices.ts'
import { settings, setup } from './settings.ts'
import { auth, users } from './users.ts'

/**
 * The one table of calls, group by group, in the trade's words. Both shells serve exactly this. Each call says beside
 * its shape who may make it and which kinds of records its answer shows (`call.ts`).
 */
export const contract = {
  setup,
  auth,
  settings,
  users,
  machines,
  members,
  bookings,
  calendar,
  maintenance,
  history,
  notices,
  changes,
}
export type Contract = typeof contract
type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>
/** What each call takes, once its shape was checked: `CallArgs['bookings']['request']`. */
export type CallArgs = Inputs

/** `bookings.approve` and its like: the name of a call. */
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

/** What a call takes and gives, by its name: `InputOf<'bookings.list'>`. */
export type InputOf<Name extends CallName> = At<Inputs, Name>
export type OutputOf<Name extends CallName> = At<Outputs, Name>

/** Calls whose input carries a commandId: what people decide. */
export type CommandName = {
  [Name in CallName]: InputOf<Name> extends { commandId: string } ? Name : never
}[CallName]

/** Commands that no call gives: only the program itself does, as `system`. */
export type OwnCommandName = 'users.resetPassword'

/** What stands beside each call's shape, by its name. */
export const CALL_FACTS: ReadonlyMap<string, CallFacts> = new Map(
  Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).map(
      ([call, { '~orpc': definition }]) => [`${group}.${call}`, definition.meta] as const,
    ),
  ),
)

/** The calls whose answers show a kind of record: what a window reads again when such a record changes. */
export const SHOWN_BY: { [Kind in Entity]: string[] } = Object.fromEntries(
  ENTITIES.map(kind => [
    kind,
    [...CALL_FACTS].filter(([, call]) => call.shows.includes(kind)).map(([name]) => name),
  ]),
) as unknown as { [Kind in Entity]: string[] }
