import { MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'

/** The messages at the edge of the window. Their close buttons have a name in the language of the screens. */
export function Messages() {
  const say = useWords(partWords)
  const closeButtonProps = { 'aria-label': say('hideMessage') }
  return (
    <MantineThemeProvider
      inherit
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
    >
      {/* Above the legend of the calendar, and beside both the navigation and the booking form. */}
      <Notifications position="bottom-center" mb={40} limit={4} />
    </MantineThemeProvider>
  )
}
