import { Group } from '@mantine/core'
import { LOOK_ICONS } from '../parts/status/looks.ts'
import { calendarWords } from '../words/calendar/screen.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { LEGEND } from './event-kinds.ts'

export function Legend() {
  const say = useWords(calendarWords)
  const language = useLanguage()
  return (
    <Group component="ul" gap="4px 14px" className="araro-legend" aria-label={say('legend')}>
      {LEGEND.map(({ look, name }) => {
        const Icon = LOOK_ICONS[look]
        return (
          <li key={look}>
            <span className="araro-swatch" data-look={look} aria-hidden>
              <Icon size={12} stroke={2.5} />
            </span>
            {name(language)}
          </li>
        )
      })}
    </Group>
  )
}
