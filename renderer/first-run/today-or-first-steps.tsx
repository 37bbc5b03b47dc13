import { Box } from '@mantine/core'
import { Page } from '../parts/page.tsx'
import { TodayScreen } from '../today/today-screen.tsx'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { FirstSteps, useFirstSteps } from './first-steps.tsx'

/** Today; in an office that begins, with the steps before the first booking, or only those. */
export function TodayOrFirstSteps() {
  const say = useWords(todayWords)
  const steps = useFirstSteps()
  if (!steps) return <TodayScreen />
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
      <TodayScreen />
    </>
  )
}
