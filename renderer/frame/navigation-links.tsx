import { Stack } from '@mantine/core'
import {
  IconAddressBook,
  IconCalendarMonth,
  IconChecklist,
  IconHelp,
  IconHistory,
  IconListDetails,
  type IconProps,
  IconSettings,
  IconTool,
  IconTractor,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { may, type Role } from '#booking/users/roles'
import { hrefOf, SCREENS, type ScreenName, usePlace, WAITING } from '../navigation.ts'
import { useUser } from '../service/sign-in.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { frameWords } from '../words/frame/frame.ts'
import { useWords } from '../words/words.ts'

const ICONS: { readonly [S in ScreenName]: ComponentType<IconProps> } = {
  calendar: IconCalendarMonth,
  approvals: IconChecklist,
  bookings: IconListDetails,
  machines: IconTractor,
  members: IconAddressBook,
  maintenance: IconTool,
  history: IconHistory,
  settings: IconSettings,
  help: IconHelp,
}

/** The screens that a role is shown; nothing that it may not use. */
export function screensFor(role: Role): ScreenName[] {
  return SCREENS.filter(screen => may(role, screen.right)).map(screen => screen.name)
}

export function Navigation({ onGo }: { onGo: () => void }) {
  const say = useWords(frameWords)
  const { screen } = usePlace()
  const { role } = useUser()
  return (
    <Stack gap={2}>
      {screensFor(role).map(name => {
        const Icon = ICONS[name]
        return (
          <a
            key={name}
            href={hrefOf(name)}
            className="araro-nav-link"
            aria-current={name === screen ? 'page' : undefined}
            onClick={onGo}
          >
            <Icon size={18} aria-hidden />
            <span>{say(name)}</span>
            {name === 'approvals' ? <Waiting /> : null}
          </a>
        )
      })}
    </Stack>
  )
}

/** How many bookings wait for a decision. Beside the link's name and not in it: that stays one word. */
function Waiting() {
  const format = useFormat()
  const { data, hasNextPage } = usePages('bookings.list', WAITING)
  const count = data?.pages.reduce((sum, page) => sum + page.bookings.length, 0) ?? 0
  if (count === 0) return null
  return (
    <span className="araro-nav-count" aria-hidden>
      {hasNextPage ? `${format.number(count)}+` : format.number(count)}
    </span>
  )
}
