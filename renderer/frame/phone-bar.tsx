import { AppShell } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { may } from '#booking/users/roles'
import { hrefOf, screensFor, usePlace } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { SCREEN_PARTS } from '../screens.tsx'
import { useUser } from '../service/sign-in.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { useWords } from '../words/words.ts'
import './phone-bar.css'

/** On both sides of the button for a new booking. */
const BEFORE: readonly string[] = ['today', 'board']
const AFTER: readonly string[] = ['bookings']

type PhoneBarProps = { navigationOpen: boolean; onToggleNavigation: () => void; onGo: () => void }

/** At the lower edge of a phone, where the thumb is: what is needed most, and everything else under "More". */
export function PhoneBar({ navigationOpen, onToggleNavigation, onGo }: PhoneBarProps) {
  const { role } = useUser()
  const say = useWords(frameWords)
  return (
    <AppShell.Footer>
      <nav className="araro-phone-bar" aria-label={say('phoneBar')}>
        <Links screens={BEFORE} onGo={onGo} />
        {may(role, 'enter-bookings') ? (
          <button
            type="button"
            className="araro-phone-new"
            aria-label={say('newBooking')}
            onClick={() => openBookingForm()}
          >
            <IconPlus size={22} aria-hidden />
          </button>
        ) : null}
        <Links screens={AFTER} onGo={onGo} />
        <button type="button" aria-expanded={navigationOpen} onClick={onToggleNavigation}>
          <IconDots size={20} aria-hidden />
          {say('more')}
        </button>
      </nav>
    </AppShell.Footer>
  )
}

function Links({ screens, onGo }: { screens: readonly string[]; onGo: () => void }) {
  const named = useWords(screenNames)
  const { screen } = usePlace()
  const { role } = useUser()
  return screensFor(role)
    .filter(name => screens.includes(name))
    .map(name => {
      const Icon = SCREEN_PARTS[name].icon
      return (
        <a key={name} href={hrefOf(name)} aria-current={name === screen ? 'page' : undefined} onClick={onGo}>
          <Icon size={20} aria-hidden />
          {named(name)}
        </a>
      )
    })
}
