import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useState } from 'react'
import { openBookingForm } from '../booking-form/booking-form-store.ts'
import { goTo } from '../navigation.ts'
import { useUser } from '../office/sign-in.ts'
import { useCall } from '../office/use-call.ts'
import { nameAndNumber } from '../parts/member-picker.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/words.ts'
import { screensFor } from './navigation-links.tsx'

/** Ctrl + K: go to a screen, find a member, start a booking. */
export function CommandPalette() {
  const say = useWords(frameWords)
  const { role } = useUser()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const found = useCall(
    'members.search',
    { text, limit: 8 },
    { enabled: text.length > 1, keepPrevious: true },
  )

  const screens = screensFor(role).map(name => ({ id: name, label: say(name), onClick: () => goTo(name) }))
  const members = (text.length > 1 ? (found.data ?? []) : []).map(member => ({
    id: member.id,
    label: nameAndNumber(member),
    description: member.barangay,
    onClick: () => goTo('members', { find: member.number }),
  }))
  const doing = [{ id: 'new-booking', label: say('newBooking'), onClick: () => openBookingForm() }]
  const matches = ({ label }: { label: string }) => label.toLowerCase().includes(typed.trim().toLowerCase())
  const groups: SpotlightActionGroupData[] = [
    { group: say('searchDo'), actions: doing.filter(matches) },
    { group: say('searchScreens'), actions: screens.filter(matches) },
    { group: say('searchMembers'), actions: members },
  ]
  return (
    <Spotlight
      actions={groups.filter(group => group.actions.length > 0)}
      filter={(_query, actions) => actions}
      query={typed}
      onQueryChange={setTyped}
      nothingFound={say('searchNothing')}
      searchProps={{ placeholder: say('searchHint'), 'aria-label': say('search') }}
      shortcut={['mod + K']}
      highlightQuery
      attributes={{ content: { 'aria-label': say('search') } }}
    />
  )
}
