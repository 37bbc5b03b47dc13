import type { Block } from '../availability/block.ts'
import { loadsWithoutRoom } from '../availability/load.ts'
import { BLOCKING } from '../in-the-way.ts'

/** A promise that cannot be kept while something without a known end lasts, and what that is. */
export type Hit = { readonly promise: Block; readonly by: Block }

/**
 * The promises that open-ended blocks reach: those that take part in an instant at which the machine has no room for
 * the block beside them. Derived whenever it is asked, because the blocks roll forward and the promises move. A machine
 * that is out already is not hit.
 * @param open what has no known end, each as far as it is expected to last
 * @param promises what was promised in that time; holds are ignored
 * @returns each promise once, with the block that reaches it first, in the order of the promises
 */
export function hitsOf(capacity: number, open: readonly Block[], promises: readonly Block[]): Hit[] {
  const promised = promises.filter(block => BLOCKING[block.what.kind].promised)
  const earliest = [...open].sort((a, b) => a.startMs - b.startMs)
  const reached = earliest.map(by => {
    const others = open.filter(other => other !== by)
    const units = by.whole ? capacity : by.units
    return { by, without: new Set(loadsWithoutRoom(by, units, capacity, [...promised, ...others])) }
  })
  return promised.filter(isStillToGo).flatMap(promise => {
    const first = reached.find(({ without }) => without.has(promise))
    return first ? [{ promise, by: first.by }] : []
  })
}

function isStillToGo({ what }: Block): boolean {
  return what.kind === 'booking' && (what.status === 'pending' || what.status === 'approved')
}
