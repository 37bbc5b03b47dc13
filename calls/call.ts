import { oc } from '@orpc/contract'
import type { Permission } from '#booking/users/roles'
import type { Entity } from './entities.ts'

/** Who may make a call: whoever has the permission; `anyone` need not be signed in, but comes from a paired window. */
export type Right = 'anyone' | Permission

/** What stands beside a call's shape. */
export type CallFacts = {
  readonly right: Right
  /** The kinds of records that its answer shows: when one of them changes, the answer is out of date. */
  readonly shows: readonly Entity[]
}

/** A question: who may ask it, and which kinds of records its answer shows. Its shape follows: `.input(…).output(…)`. */
export function question(right: Right, ...shows: Entity[]) {
  return oc.$meta<CallFacts>({ right, shows })
}

/** A command or a desk write: who may give it. Nobody keeps its answer, so it shows nothing. */
export function command(right: Right) {
  return oc.$meta<CallFacts>({ right, shows: [] })
}
