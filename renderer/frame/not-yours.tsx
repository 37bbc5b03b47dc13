import { Stack, Text } from '@mantine/core'
import { rolesThatMay } from '#booking/users/roles'
import { SCREENS, type ScreenName } from '../navigation.ts'
import { Page } from '../parts/page.tsx'
import { SCREEN_PARTS } from '../screens.tsx'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { roleWords } from '../words/users/roles.ts'
import { useWords } from '../words/words.ts'

/**
 * Shown in place of a screen whose address was opened by a user without the permission: who has it, and what to do
 * instead.
 */
export function NotYours({ screen }: { screen: ScreenName }) {
  const say = useWords(frameWords)
  const named = useWords(screenNames)
  const role = useWords(roleWords)
  const roles = rolesThatMay(SCREENS[screen].right).map(one => role(one))
  const Instead = SCREEN_PARTS[screen].notYours
  return (
    <Page title={named(screen)}>
      <Stack gap="md" align="flex-start">
        <Text>{say('notYours', { screen: named(screen), roles: roles.join(', ') })}</Text>
        {Instead ? <Instead /> : null}
      </Stack>
    </Page>
  )
}
