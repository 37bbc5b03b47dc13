import type { BookingStatus } from '../bookings/status.ts'

/** A booking that was promised a machine which somebody else was promised too. */
export type PromisedToo = {
  readonly id: string
  readonly status: BookingStatus
  readonly requestedMs: number
}

/**
 * Of bookings that were promised the same time of a machine (A13), the one that is asked to give way: whoever asked for it
 * last among those whose machine has not gone out. If it is out with all of them, it is recorded wrongly: the one that
 * asked last is looked at first.
 * @returns with the one that asked first and keeps it, if there is another; null for none
 */
export function whoGivesWay<One extends PromisedToo>(
  promised: readonly One[],
): { readonly gives: One; readonly keeps: One | null } | null {
  const inTurn = [...promised].sort((a, b) => a.requestedMs - b.requestedMs || (a.id < b.id ? -1 : 1))
  const gives = inTurn.filter(isStillToGo).at(-1) ?? inTurn.at(-1)
  if (!gives) return null
  return { gives, keeps: inTurn.find(one => one !== gives) ?? null }
}

function isStillToGo({ status }: PromisedToo): boolean {
  return status === 'pending' || status === 'approved'
}
