import type { CalendarController } from '@fullcalendar/react'
import { useEffect } from 'react'
import { keyCounts } from '../parts/keys/key-counts.ts'
import { todayIn, useFormat } from '../words/format.ts'
import { useCalendarView, VIEW_KEYS, VIEWS } from './calendar-view.ts'

/** T goes to today, the arrow keys earlier and later, and M, W, D and L to the views. */
export function useCalendarKeys(controller: CalendarController): void {
  const { calendar } = useFormat()
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (!controller.view || !keyCounts(event)) return
      const key = event.key.toUpperCase()
      const view = VIEWS.find(one => VIEW_KEYS[one] === key)
      if (view) useCalendarView.setState({ view })
      else if (key === 'T') controller.gotoDate(todayIn(calendar))
      else if (key === 'ARROWLEFT') controller.prev()
      else if (key === 'ARROWRIGHT') controller.next()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [controller, calendar])
}
