import { MINUTE_MS } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { rateInWords } from '../words/money/price.ts'
import { useWords } from '../words/words.ts'

/** A machine's particulars in words; '' if there are none. */
export function useMachineInWords() {
  const say = useWords(machineWords)
  const format = useFormat()
  return {
    rate({ rate }: MachineRow): string {
      return rate ? rateInWords(rate, format) : ''
    },
    buffers({ bufferBeforeMs, bufferAfterMs }: MachineRow): string {
      if (bufferBeforeMs + bufferAfterMs < MINUTE_MS) return ''
      const [before, after] = [bufferBeforeMs, bufferAfterMs].map(ms => (ms ? format.duration(ms) : '0'))
      return say('buffersAre', { before: before ?? '', after: after ?? '' })
    },
    rules({ rules, pendingBlocks }: MachineRow): string {
      const { minNoticeDays, maxDays, horizonDays } = rules
      const days = say('rulesAre', { notice: minNoticeDays, count: maxDays, horizon: horizonDays })
      return `${days}. ${say(pendingBlocks ? 'pendingBlocks' : 'pendingFree')}.`
    },
  }
}
