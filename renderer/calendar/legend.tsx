import { Group } from '@mantine/core'
import type { Look } from '../parts/status/status-badge.tsx'
import { calendarWords } from '../words/calendar.ts'
import { type TradeKey, tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'

const SHOWN: readonly (TradeKey & Look)[] = [
  'pending',
  'approved',
  'in-use',
  'overdue',
  'completed',
  'held',
  'maintenance',
]

export function Legend() {
  const say = useWords(calendarWords)
  const trade = useWords(tradeWords)
  return (
    <Group component="ul" gap="6px 14px" className="araro-legend" aria-label={say('legend')}>
      {SHOWN.map(look => (
        <li key={look}>
          <span className="araro-swatch" data-look={look} aria-hidden />
          {trade(look)}
        </li>
      ))}
    </Group>
  )
}
