import { useMediaQuery } from '@mantine/hooks'
import { useCalendarView } from '../calendar/calendar-view.ts'
import { usePlace } from '../navigation.ts'
import { FORM_COVERS } from '../open-booking-form.ts'

/** Whether the calendar shows its month beside the form: one is enough to see what is taken and to pick days. */
export function useMonthBeside(): boolean {
  const { screen } = usePlace()
  const view = useCalendarView(state => state.view)
  const covered = useMediaQuery(FORM_COVERS, undefined, { getInitialValueInEffect: false }) ?? false
  return screen === 'calendar' && (view ?? 'month') === 'month' && !covered
}
