import { IconPlus } from '@tabler/icons-react'
import type { LocalDay } from '#booking/time/day'
import { calendarWords } from '../words/calendar/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type BookDayProps = { day: LocalDay; onBook: (day: LocalDay) => void; short?: boolean }

/** Books a day that has room. */
export function BookDay({ day, onBook, short = false }: BookDayProps) {
  const say = useWords(calendarWords)
  const format = useFormat()
  const label = say('bookDay', { day: format.day(day) })
  return (
    <button
      ref={unhide}
      type="button"
      className="araro-book-day"
      aria-label={label}
      title={label}
      onClick={() => onBook(day)}
    >
      <IconPlus size={12} stroke={2.5} aria-hidden />
      {short ? null : say('book')}
    </button>
  )
}

/** FullCalendar names a heading by its date and hides what is drawn in it from screen readers. A button must be reached. */
function unhide(button: HTMLButtonElement | null): void {
  button?.closest('[role="columnheader"] [aria-hidden]')?.removeAttribute('aria-hidden')
}
