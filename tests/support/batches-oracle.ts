import type Database from 'better-sqlite3'

type Machine = { id: string; capacity: number; batchSacks: number | null; daySacks: number | null }
type Batch = { id: string; machineId: string; status: string; day: string }
type Share = { id: string; batchId: string; sacks: number; status: string }
type Weighing = { shareId: string; nth: number; sacks: number }

/**
 * Counts the sacks of every batch by hand: never more than fit, nor on a day more than its machine takes.
 * @returns a sentence for each fault
 */
export function whatIsWrongWithBatches(sqlite: Database.Database): string[] {
  const all = <Row>(sql: string) => sqlite.prepare<[], Row>(sql).all()
  const machines = all<Machine>(
    'SELECT id, capacity, batch_sacks AS batchSacks, day_sacks AS daySacks FROM machines',
  )
  const batches = all<Batch>('SELECT id, machine_id AS machineId, status, day FROM batches')
  const shares = all<Share>('SELECT id, batch_id AS batchId, sacks, status FROM batch_shares')
  const weighings = all<Weighing>('SELECT share_id AS shareId, nth, sacks FROM weighings ORDER BY nth')
  const counted = (share: Share) =>
    weighings.filter(one => one.shareId === share.id).at(-1)?.sacks ?? share.sacks
  const sacksOf = (of: readonly Batch[]) =>
    shares
      .filter(share => share.status === 'active' && of.some(batch => batch.id === share.batchId))
      .reduce((sum, share) => sum + counted(share), 0)
  return [
    ...batches.flatMap(batch => {
      if (batch.status !== 'open') return []
      const machine = machines.find(one => one.id === batch.machineId)
      const most = machine?.batchSacks ?? (machine && machine.capacity > 1 ? machine.capacity : 0)
      const sacks = sacksOf([batch])
      const sameDay = batches.filter(
        other =>
          other.machineId === batch.machineId && other.day === batch.day && other.status !== 'cancelled',
      )
      const onDay = sacksOf(sameDay)
      return [
        ...(sacks > most ? [`${batch.id} has ${sacks} sacks of ${most}`] : []),
        ...(onDay > (machine?.daySacks ?? onDay) ? [`${batch.day} has ${onDay} sacks`] : []),
      ]
    }),
    ...shares
      .filter(share => !batches.some(batch => batch.id === share.batchId))
      .map(share => `${share.id} is a share of no batch`),
    ...shares.flatMap(share => {
      const own = weighings.filter(one => one.shareId === share.id)
      return own.every((one, index) => one.nth === index + 1) ? [] : [`${share.id} is weighed out of turn`]
    }),
  ]
}
