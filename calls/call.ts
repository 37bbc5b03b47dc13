import { oc } from '@orpc/contract'
import type { Entity } from '#booking/entities'
import type { Permission } from '#booking/users/roles'

/** Who may make a call: a user with this permission, or `anyone` in a paired window, signed in or not. */
export type Right = 'anyone' | Permission

/** What a call says beside its shape. */
export type CallFacts = {
  readonly right: Right
  /** The kinds of records that its answer shows. When one of them changes, the answer is out of date. */
  readonly shows: readonly Entity[]
}

/** What takes a machine's time. */
export const TAKING_TIME = ['booking', 'hold', 'maintenance', 'session', 'batch'] as const satisfies Entity[]
/**
 * All that the answer to "is this time free?" depends on, with the names that it gives. Other machines that are free
 * instead are of the same `machine-type`.
 */
export const CHECKED_AGAINST = [
  ...TAKING_TIME,
  'blackout',
  'holiday',
  'machine',
  'member',
  'settings',
  'user',
] as const satisfies Entity[]

/**
 * A question. Says who may ask it and which kinds of records its answer shows; its shape follows:
 * `.input(…).output(…)`. A kind may be named twice, as by two of the lists above.
 */
export function question(right: Right, ...shows: Entity[]) {
  return oc.$meta<CallFacts>({ right, shows: [...new Set(shows)] })
}

/** A command, whose input has a `commandId`. Says who may give it. Its answer is not cached, so it shows no records. */
export function command(right: Right) {
  return oc.$meta<CallFacts>({ right, shows: [] })
}

/**
 * A write that is no command: it decides nothing that the history must know, such as a sign-in or a form's hold, and
 * sending it twice does no harm. Says who may make it.
 */
export function deskWrite(right: Right) {
  return oc.$meta<CallFacts>({ right, shows: [] })
}
