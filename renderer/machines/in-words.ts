import { MINUTE_MS } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { type Format, useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { rateInWords } from '../words/money/price.ts'
import { sayIn, useWords } from '../words/words.ts'

/** A machine's particulars in words; '' if there are none. */
export function useMachineInWords() {
  const say = useWords(machineWords)
  const format = useFormat()
  return {
    rate({ rate }: MachineRow): string {
      return rate ? rateInWords(rate, format) : ''
    },
    buffers: (machine: MachineRow) => buffersInWords(machine, format),
    rules({ rules, pendingBlocks }: MachineRow): string {
      const { minNoticeDays, maxDays, horizonDays } = rules
      const days = say('rulesAre', { notice: minNoticeDays, count: maxDays, horizon: horizonDays })
      return `${days}. ${say(pendingBlocks ? 'pendingBlocks' : 'pendingFree')}.`
    },
  }
}

/** '' if nothing is kept free. */
export function buffersInWords(
  { bufferBeforeMs, bufferAfterMs }: Pick<MachineRow, 'bufferBeforeMs' | 'bufferAfterMs'>,
  format: Format,
): string {
  const inWords = (key: 'bufferBefore' | 'bufferAfter', ms: number) =>
    ms < MINUTE_MS ? '' : sayIn(format.language, machineWords, key, { length: format.duration(ms) })
  const parts = [inWords('bufferBefore', bufferBeforeMs), inWords('bufferAfter', bufferAfterMs)]
  return parts.filter(Boolean).join(', ')
}
