import { Box } from '@mantine/core'
import { CalendarScreen } from '../calendar/calendar-screen.tsx'
import { Page } from '../parts/page.tsx'
import { calendarWords } from '../words/calendar/screen.ts'
import { useWords } from '../words/words.ts'
import { FirstSteps, useFirstSteps } from './first-steps.tsx'

/** The calendar; in an office that begins, with the steps before the first booking, or only those. */
export function CalendarOrFirstSteps() {
  const say = useWords(calendarWords)
  const steps = useFirstSteps()
  if (!steps) return <CalendarScreen />
  const hasMachine = steps.some(step => step.name === 'machine' && step.done)
  if (!hasMachine) {
    return (
      <Page title={say('title')}>
        <FirstSteps steps={steps} />
      </Page>
    )
  }
  return (
    <>
      <Box p={{ base: 'sm', sm: 'md' }} pb={0}>
        <FirstSteps steps={steps} />
      </Box>
      <CalendarScreen />
    </>
  )
}
