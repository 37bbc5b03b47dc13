import { useEffect } from 'react'
import { may } from '#booking/users/roles'
import { goTo, SCREENS, screensFor } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { isUndoKey, keyCounts } from '../parts/keys/key-counts.ts'
import { useUser } from '../service/sign-in.ts'
import { openUndo } from '../undo-open.ts'
import { openPalette } from './command-palette.tsx'
import { keptForSearch } from './search-typed.ts'

/** How long G waits for the letter of a screen. */
const WAITS_MS = 2000

/**
 * The keys that work on every screen: N, /, ?, Ctrl + Z, and G with a letter. They are heard before the screen hears them, so that
 * the letter after G is no command of the screen: G A goes to the approvals and approves nothing.
 */
export function useKeys(openSheet: () => void): void {
  const { role } = useUser()
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined
    function stopWaiting(): void {
      clearTimeout(waiting)
      waiting = undefined
    }
    function go(letter: string): void {
      stopWaiting()
      const screen = screensFor(role).find(name => SCREENS[name].key === letter)
      if (screen) goTo(screen)
    }
    const commands: { readonly [key: string]: () => unknown } = {
      n: () => may(role, 'enter-bookings') && openBookingForm(),
      '/': openPalette,
      '?': openSheet,
      g: () => (waiting = setTimeout(stopWaiting, WAITS_MS)),
    }
    function press(event: KeyboardEvent): void {
      if (keptForSearch(event)) {
        event.preventDefault()
        event.stopPropagation()
        return
      }
      if (isUndoKey(event)) {
        event.preventDefault()
        openUndo('last')
        return
      }
      if (!keyCounts(event) || event.key === 'Shift') return
      const key = event.key.toLowerCase()
      const command = waiting === undefined ? commands[key] : () => go(key)
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      command()
    }
    window.addEventListener('keydown', press, true)
    return () => {
      stopWaiting()
      window.removeEventListener('keydown', press, true)
    }
  }, [role, openSheet])
}
