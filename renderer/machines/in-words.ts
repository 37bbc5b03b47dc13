import { MINUTE_MS } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { rateUnitWords } from '../words/money/rate-units.ts'
import { useWords } from '../words/words.ts'

/** A machine's particulars in words; '' if there are none. */
export function useMachineInWords() {
  const say = useWords(machineWords)
  const unit = useWords(rateUnitWords)
  const format = useFormat()
  return {
    rate({ rate }: MachineRow): string {
      return rate ? say('perUnit', { money: format.money(rate.centavos), unit: unit(rate.per) }) : ''
    },
    buffers({ bufferBeforeMs, bufferAfterMs }: MachineRow): string {
      const parts = [
        bufferBeforeMs < MINUTE_MS ? '' : say('bufferBefore', { length: format.duration(bufferBeforeMs) }),
        bufferAfterMs < MINUTE_MS ? '' : say('bufferAfter', { length: format.duration(bufferAfterMs) }),
      ]
      return parts.filter(Boolean).join(', ')
    },
    rules({ rules, pendingBlocks }: MachineRow): string {
      const { minNoticeDays, maxDays, horizonDays } = rules
      const days = say('rulesAre', { notice: minNoticeDays, count: maxDays, horizon: horizonDays })
      return `${days}. ${say(pendingBlocks ? 'pendingBlocks' : 'pendingFree')}.`
    },
  }
}
