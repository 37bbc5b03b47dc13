import type { InferContractRouterInputs } from '@orpc/contract'
import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import { changes } from './changes.ts'
import { history } from './history.ts'
import { machines } from './machines.ts'
import { maintenance } from './maintenance.ts'
import { members } from './members.ts'
import { notices } from './notices.ts'
import { settings, setup } from './settings.ts'
import { auth, users } from './users.ts'

/**
 * The one table of calls, group by group, in the trade's words. Both shells serve exactly this;
 * who may call what stands in `roles.ts`.
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
/** What each call takes, once its shape was checked: `CallArgs['bookings']['request']`. */
export type CallArgs = InferContractRouterInputs<Contract>

/** `bookings.approve` and its like: the name of a call. */
export type CallName = {
  [Group in keyof Contract & string]: `${Group}.${keyof Contract[Group] & string}`
}[keyof Contract & string]
