import type Database from 'better-sqlite3'

/** Time that is taken from a machine, buffers included. */
export type Taken = {
  kind: string
  refId: string
  machineId: string
  startMs: number
  endMs: number
  units: number
  whole: number
}

type Lasting = {
  kind: string
  refId: string
  machineId: string
  fromMs: number
  units: number
  whole: number
}
type OpenBlock = Lasting & { untilMs: number }

/**
 * Checks the gaps that open-ended blocks fill, slowly and simply, without the views of the guard: at every instant each
 * block has as many units as it takes, or as many as the promises and the blocks before it leave.
 * @param promised what the sources promise, whatever the file says of it
 * @param filled the rows of occupancy that are segments
 * @returns a sentence for each fault
 */
export function whatIsWrongWithGaps(
  sqlite: Database.Database,
  promised: readonly Taken[],
  filled: readonly Taken[],
): string[] {
  const blocks = sqlite
    .prepare<[], OpenBlock>(
      `SELECT kind, ref_id AS refId, machine_id AS machineId, from_ms AS fromMs, until_ms AS untilMs, units, whole
       FROM open_blocks ORDER BY from_ms, kind, ref_id`,
    )
    .all()
  const machines = sqlite
    .prepare<[], { id: string; capacity: number }>('SELECT id, capacity FROM machines')
    .all()
  return [
    ...whatIsWrongWithBlocks(sqlite, blocks),
    ...machines.flatMap(({ id, capacity }) => {
      const own = (rows: readonly Taken[]) => rows.filter(row => row.machineId === id)
      const ofIt = blocks.filter(block => block.machineId === id)
      return gapsOf(capacity, ofIt, own(promised), own(filled))
    }),
    ...filled
      .filter(row => !blocks.some(block => block.kind === row.kind && block.refId === row.refId))
      .map(row => `${row.refId} fills a gap and does not last`),
    ...(sqlite.prepare('SELECT count(*) FROM filling').pluck().get() === 0
      ? []
      : ['a filling was left behind']),
  ]
}

function whatIsWrongWithBlocks(sqlite: Database.Database, blocks: readonly OpenBlock[]): string[] {
  const out = sqlite
    .prepare<[], Lasting>(
      `SELECT 'booking' AS kind, id AS refId, machine_id AS machineId, end_ms + buffer_after_ms AS fromMs, units,
         0 AS whole FROM bookings WHERE status = 'in-use'`,
    )
    .all()
  const repairs = sqlite
    .prepare<[], Lasting>(
      `SELECT 'maintenance' AS kind, id AS refId, machine_id AS machineId, start_ms AS fromMs, 1 AS units, 1 AS whole
       FROM maintenance WHERE status = 'planned' AND open_ended = 1`,
    )
    .all()
  const drying = sqlite
    .prepare<[], Lasting>(
      `SELECT 'batch' AS kind, id AS refId, machine_id AS machineId, end_ms + buffer_after_ms AS fromMs, 1 AS units,
         1 AS whole FROM batches WHERE status = 'open' AND open_ended = 1`,
    )
    .all()
  const text = ({ kind, refId, machineId, fromMs, units, whole }: Lasting) =>
    JSON.stringify([kind, refId, machineId, fromMs, units, whole])
  const lasts = new Set([...out, ...repairs, ...drying].map(text))
  const shut = new Set(blocks.map(text))
  return [
    ...blocks
      .filter(block => !lasts.has(text(block)))
      .map(block => `${block.refId} is shut and does not last`),
    ...repairs
      .filter(repair => !shut.has(text(repair)))
      .map(repair => `${repair.refId} lasts and is not shut`),
  ]
}

function gapsOf(
  capacity: number,
  blocks: readonly OpenBlock[],
  promised: readonly Taken[],
  filled: readonly Taken[],
): string[] {
  const ends = [...promised, ...filled].flatMap(row => [row.startMs, row.endMs])
  const edges = [...new Set([...ends, ...blocks.flatMap(block => [block.fromMs, block.untilMs])])]
  const units = (row: { units: number; whole: number | boolean }) => (row.whole ? capacity : row.units)
  const sum = (rows: readonly Taken[], at: number) =>
    rows.filter(row => row.startMs <= at && at < row.endMs).reduce((all, row) => all + units(row), 0)
  return edges.flatMap(at => {
    let left = Math.max(0, capacity - sum(promised, at))
    return blocks.flatMap(block => {
      const takes = block.fromMs <= at && at < block.untilMs ? Math.min(units(block), left) : 0
      left -= takes
      const own = filled.filter(row => row.kind === block.kind && row.refId === block.refId)
      const has = sum(own, at)
      return has === takes ? [] : [`${block.refId} fills ${has} instead of ${takes} of its gap at ${at}`]
    })
  })
}
