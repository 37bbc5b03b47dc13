import { preparedSql, type WriteTx } from '../file.ts'
import { inserting, updating } from '../rows.ts'
import { offers, waiting } from '../tables/waiting.ts'

/** @throws KNOWN-ID if the member waits for the same already */
export const insertWaiting = inserting(waiting)
export const updateWaiting = updating(waiting)
/** @throws OVERBOOKED from the guard if the machine has no room */
export const insertOffer = inserting(offers)

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
