import { LONGEST_BLOCK_MS } from '#booking/time/period'
import { preparedSql, type WriteTx } from '../file.ts'

/** Something that has no known end: a booking with which a machine is out, maintenance, or a batch. */
export type OpenBlock = {
  readonly kind: 'booking' | 'maintenance' | 'batch'
  readonly refId: string
  readonly machineId: string
  /** From where it takes more than was promised, until it is expected to end. */
  readonly fromMs: number
  readonly untilMs: number
  readonly units: number
  readonly whole: boolean
}

const insert = preparedSql<Omit<OpenBlock, 'whole'> & { whole: number }, never>(`
  INSERT INTO open_blocks (kind, ref_id, machine_id, from_ms, until_ms, units, whole)
  VALUES (@kind, @refId, @machineId, @fromMs, @untilMs, @units, @whole)`)
const roll = preparedSql<OpenBlock, never>(
  'UPDATE open_blocks SET until_ms = @untilMs WHERE kind = @kind AND ref_id = @refId',
)
const rollRepair = preparedSql<{ refId: string; endMs: number }, never>(
  'UPDATE maintenance SET end_ms = @endMs WHERE id = @refId',
)

/**
 * Keeps the time of something without a known end shut in the file until then, or gives back what is later. Its triggers
 * fill every gap that the promises leave. Of maintenance, the expected end stands in its row, too.
 * @throws NOT-ITS-SOURCE if it does not last, or not with these units
 */
export function keepShut(tx: WriteTx, block: OpenBlock): void {
  if (roll(tx).run(block).changes === 0) insert(tx).run({ ...block, whole: block.whole ? 1 : 0 })
  if (block.kind !== 'maintenance') return
  // Its row can say no longer time; it is shut all the same.
  const endMs = Math.min(block.untilMs, block.fromMs + LONGEST_BLOCK_MS)
  rollRepair(tx).run({ refId: block.refId, endMs })
}
