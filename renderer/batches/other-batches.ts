import type { BatchRow } from '#calls/batches'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

/** The other batches of machines of the same type that take sacks, as choices; undefined while they are not known. */
export function useOtherBatches(batch: BatchRow): { value: string; label: string }[] | undefined {
  const say = useWords(batchWords)
  const format = useFormat()
  const { data } = useCall('batches.list', { typeId: batch.typeId, limit: 100, newestFirst: true })
  return data?.batches
    .filter(({ id, state }) => id !== batch.id && state !== 'done' && state !== 'cancelled')
    .sort((a, b) => a.startMs - b.startMs)
    .map(({ id, machineName, period, left }) => ({
      value: id,
      label: `${machineName}, ${format.period(period)} · ${say('left', { count: left })}`,
    }))
}
