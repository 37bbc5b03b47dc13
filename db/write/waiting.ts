import { preparedSql, type WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { offers, waiting } from '../tables/waiting.ts'

/** @throws KNOWN-ID if the member waits for the same already */
export const insertWaiting = inserting(waiting)
export const updateWaiting = updating(waiting)
/** @throws OVERBOOKED from the guard if the machine has no room */
export const insertOffer = inserting(offers)

const moveAhead = preparedSql<{ turn: number; id: string }, never>(`
  UPDATE waiting SET turn = turn - 2 WHERE status = 'waiting' AND (turn, id) < (@turn, @id)`)

/**
 * Makes room right before somebody who waits: all who come first do so by two more, in the same order.
 * @returns the turn in between, for one who comes later now
 */
export function turnBefore(tx: WriteTx, { turn, id }: { turn: number; id: string }): number {
  moveAhead(tx).run({ turn, id })
  return turn - 1
}

const end = preparedSql<{ id: string; status: string }, never>(
  'UPDATE offers SET status = @status WHERE id = @id',
)
const count = preparedSql<{ id: string; leftMs: number; untilMs: number }, never>(
  'UPDATE offers SET left_ms = @leftMs, until_ms = @untilMs WHERE id = @id',
)

/** Ends an offer; its time is free in the same statement. */
export function endOffer(
  tx: WriteTx,
  id: string,
  status: 'taken' | 'declined' | 'lapsed' | 'withdrawn',
): void {
  end(tx).run({ id, status })
}

export function countOffer(tx: WriteTx, offer: { id: string; leftMs: number; untilMs: number }): void {
  count(tx).run(offer)
}
