import { type Decision, refuse } from '../refusal.ts'

/** A booklet of receipts with printed numbers, from the first to the last. */
export type Booklet = { readonly prefix: string; readonly first: number; readonly last: number }

/** A receipt's number as it is printed: as many digits as the booklet's last number. */
export function receiptText({ prefix, last }: Pick<Booklet, 'prefix' | 'last'>, number: number): string {
  return `${prefix}${String(number).padStart(String(last).length, '0')}`
}

/** Whether a number can still be given: within the booklet, and not used or cancelled. */
export function decideReceipt(
  booklet: Booklet & { closed: boolean },
  number: number,
  used: boolean,
): Decision {
  const { prefix, first, last } = booklet
  const receipt = receiptText(booklet, number)
  if (number < first || number > last)
    return refuse({ reason: 'receipt-outside', receipt, first, last, prefix })
  if (used) return refuse({ reason: 'receipt-used', receipt })
  if (booklet.closed) return refuse({ reason: 'booklet-closed', receipt })
  return { ok: true }
}

/**
 * Whether a booklet can have these numbers: no other has one of them, and every number that it used is among them.
 * `other`: one that has, if there is one.
 */
export function decideBooklet(
  booklet: Booklet,
  other: Booklet | undefined,
  used: { readonly prefix: string; readonly lowest: number; readonly highest: number } | null,
): Decision {
  const { prefix, first, last } = booklet
  if (last < first) return refuse({ reason: 'booklet-range', first, last, why: 'backward' })
  if (last - first >= MOST_IN_A_BOOKLET)
    return refuse({ reason: 'booklet-range', first, last, why: 'too-long' })
  if (other) return refuse({ reason: 'booklets-overlap', prefix, first: other.first, last: other.last })
  if (used && (used.prefix !== prefix || used.lowest < first || used.highest > last)) {
    return refuse({
      reason: 'booklet-in-use',
      prefix: used.prefix,
      lowest: used.lowest,
      highest: used.highest,
    })
  }
  return { ok: true }
}

export const MOST_IN_A_BOOKLET = 100_000
