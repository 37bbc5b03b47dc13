import { Anchor, Stack, Text } from '@mantine/core'
import { hrefOf, type ScreenName } from '../navigation.ts'
import { Page } from '../parts/page.tsx'
import { Appearance } from '../settings/appearance.tsx'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'

/** In place of a screen that a role is not shown, when its address was opened: who has it, and what one can do. */
export function NotYours({ screen }: { screen: ScreenName }) {
  const say = useWords(frameWords)
  return (
    <Page title={say(screen)}>
      {screen === 'settings' ? (
        <Stack gap="md">
          <Text>{say('settingsNotYours')}</Text>
          <Appearance />
        </Stack>
      ) : (
        <Stack gap="xs" align="flex-start">
          <Text>{say('approvalsNotYours')}</Text>
          <Anchor href={hrefOf('bookings', { status: 'pending' })}>{say('toPending')}</Anchor>
        </Stack>
      )}
    </Page>
  )
}
