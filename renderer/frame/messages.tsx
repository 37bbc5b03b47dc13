import { MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { dismissMessages } from '../messages/tell.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import './messages.css'

/**
 * The messages of what was done: in a wide window over the name at the left of the header, in a narrow one at its lower
 * edge, where the screens and panels leave room for them. Their close buttons have a name in the language of the
 * screens. Escape hides them when it closes nothing else.
 */
export function Messages() {
  const say = useWords(partWords)
  const closeButtonProps = { 'aria-label': say('hideMessage') }
  useEffect(() => {
    window.addEventListener('keydown', hideOnEscape, true)
    return () => window.removeEventListener('keydown', hideOnEscape, true)
  }, [])
  useEffect(leaveRoom, [])
  return (
    <MantineThemeProvider
      inherit
      theme={{ components: { Notification: { defaultProps: { closeButtonProps } } } }}
    >
      <Notifications
        position="top-left"
        limit={2}
        autoClose={5000}
        transitionDuration={0}
        className="araro-messages"
        // In its place in the page, it is there when `leaveRoom` looks for it.
        withinPortal={false}
      />
    </MantineThemeProvider>
  )
}

/** What Escape closes before it hides messages. */
const OPEN = ['[role="dialog"]', '[role="menu"]', '[role="listbox"]', '[aria-modal="true"]'].join(', ')

/** Heard before the screen hears the key and closes what is open. */
function hideOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  const open = [...document.querySelectorAll<HTMLElement>(OPEN)].some(one => one.checkVisibility())
  if (!open) dismissMessages()
}

/** Tells the style sheet how much room the messages take at the lower edge of a narrow window. */
function leaveRoom(): () => void {
  const seen = new ResizeObserver(entries => {
    const height = entries.reduce((sum, entry) => sum + entry.contentRect.height, 0)
    document.documentElement.style.setProperty('--araro-messages', `${Math.ceil(height)}px`)
  })
  let frame = 0
  // The place may be drawn a little later than this is run.
  function look() {
    const place = document.querySelector('.araro-messages[data-position="top-left"]')
    if (place) seen.observe(place)
    else frame = requestAnimationFrame(look)
  }
  look()
  return () => {
    cancelAnimationFrame(frame)
    seen.disconnect()
  }
}
