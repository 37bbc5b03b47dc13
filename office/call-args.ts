import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '#calls/contract'

/** What each call takes, once its shape was checked: `CallArgs['bookings']['request']`. */
export type CallArgs = InferContractRouterInputs<Contract>
