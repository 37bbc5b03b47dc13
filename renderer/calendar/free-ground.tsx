import { IconPlus } from '@tabler/icons-react'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import type { FreeDays } from './free-days.ts'

/** The ground of a free day's column. Its heading has the button for those who do not see it. */
export function FreeGround({ title }: { title: string }) {
  return (
    <span className="araro-free-word">
      <IconPlus size={16} aria-hidden />
      {title}
    </span>
  )
}

/** The ground of a day on which the office is closed, or of a time in which the machine is not booked. */
export function ClosedGround({ why }: { why: string }) {
  return (
    <span className="araro-closed-word" title={why}>
      {why}
    </span>
  )
}

/** Free days in the list: a tap on them books the first. */
export function FreeLine({ free: { from, to } }: { free: FreeDays }) {
  const say = useWords(calendarWords)
  const format = useFormat()
  return (
    <span className="araro-event-line">
      <span className="araro-event-title">
        {from === to ? say('free') : say('freeUntil', { day: format.day(to) })}
      </span>
      <span className="araro-book-day">
        <IconPlus size={12} stroke={2.5} aria-hidden />
        {say('book')}
      </span>
    </span>
  )
}
