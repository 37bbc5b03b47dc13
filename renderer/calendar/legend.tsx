import { Group } from '@mantine/core'
import { calendarWords } from '../words/calendar/screen.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { LEGEND } from './event-kinds.ts'

export function Legend() {
  const say = useWords(calendarWords)
  const language = useLanguage()
  return (
    <Group component="ul" gap="6px 14px" className="araro-legend" aria-label={say('legend')}>
      {LEGEND.map(({ look, name }) => (
        <li key={look}>
          <span className="araro-swatch" data-look={look} aria-hidden />
          {name(language)}
        </li>
      ))}
    </Group>
  )
}
