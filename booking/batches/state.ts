/** What the file keeps of a batch. Whether it is under way or past its end is computed. */
export const BATCH_STATUSES = ['open', 'done', 'cancelled'] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]

/** How a batch stands, as it is shown. `past-end`: it should be over, and nobody has said that it is done. */
export const BATCH_STATES = ['planned', 'under-way', 'past-end', 'done', 'cancelled'] as const
export type BatchState = (typeof BATCH_STATES)[number]

export const SHARE_STATUSES = ['active', 'cancelled'] as const
export type ShareStatus = (typeof SHARE_STATUSES)[number]

/** In which order the shares of a batch are taken (a setting): as they arrive, or the ripest first. */
export const BATCH_ORDERS = ['arrival', 'ripeness'] as const
export type BatchOrder = (typeof BATCH_ORDERS)[number]

/** What a sack of palay weighs, in kilograms, where nobody counted the sacks. */
export const KG_A_SACK = 50

/** How many members' shares a batch may have. */
export const MOST_SHARES = 200

/** When a batch is. Instants in UTC epoch milliseconds, half-open. */
export type TimedBatch = {
  readonly status: BatchStatus
  readonly startMs: number
  /** Of a batch that lasts until its grain is dry, only expected. */
  readonly endMs: number
}

export function batchState({ status, startMs, endMs }: TimedBatch, nowMs: number): BatchState {
  if (status !== 'open') return status
  if (nowMs < startMs) return 'planned'
  return nowMs < endMs ? 'under-way' : 'past-end'
}

/**
 * How full a batch is. `dayMost`: what the machine takes on the day on which the batch begins, over all its batches; null
 * if that is not limited.
 */
export type BatchLoad = {
  readonly sacks: number
  readonly most: number
  readonly onDay: number
  readonly dayMost: number | null
}

/** How many sacks still fit: never fewer than none, whatever another program wrote. */
export function sacksLeft({ sacks, most, onDay, dayMost }: BatchLoad): number {
  const inBatch = most - sacks
  return Math.max(0, dayMost === null ? inBatch : Math.min(inBatch, dayMost - onDay))
}

/**
 * How many sacks one batch of a machine takes: what its record says, otherwise its capacity if that is counted; null if
 * it is rented only as a whole.
 */
export function sacksOfBatch(machine: {
  readonly batchSacks: number | null
  readonly capacity: number
}): number | null {
  return machine.batchSacks ?? (machine.capacity > 1 ? machine.capacity : null)
}

/** How many sacks a weight is, where nobody counted them. */
export function sacksIn(kg: number): number {
  return Math.max(1, Math.ceil(kg / KG_A_SACK))
}

/** How a share stands in the order of its batch. */
export type InOrder = {
  readonly id: string
  readonly ripeDay: string | null
  /** When it was weighed first; null while it has not come. */
  readonly arrivedMs: number | null
  readonly turn: number
}

/**
 * The shares in the order in which they are taken: what arrived before what has not come yet, and then as they were
 * added; or the ripest first, and those of which nobody said it last.
 */
export function inOrder<Share extends InOrder>(shares: readonly Share[], order: BatchOrder): Share[] {
  const never = Number.MAX_SAFE_INTEGER
  const ripeness = (share: InOrder) => (order === 'ripeness' ? (share.ripeDay ?? '9999-12-31') : '')
  return [...shares].sort(
    (a, b) =>
      before(ripeness(a), ripeness(b)) ||
      (a.arrivedMs ?? never) - (b.arrivedMs ?? never) ||
      a.turn - b.turn ||
      before(a.id, b.id),
  )
}

function before(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
