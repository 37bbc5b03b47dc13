import { Stack } from '@mantine/core'
import {
  GROUPS,
  type Group,
  hrefOf,
  SCREENS,
  type ScreenName,
  screensFor,
  usePlace,
  WAITING,
} from '../navigation.ts'
import { SCREEN_PARTS } from '../screens.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { groupNames, screenNames } from '../words/frame/screens.ts'
import { useWords } from '../words/words.ts'

/** The links to the screens that the user may use, in their groups. */
export function Navigation({ onGo }: { onGo: () => void }) {
  const { role } = useUser()
  return (
    <Stack gap={2}>
      {GROUPS.filter(group => group !== 'user').map(group => (
        <Links key={group} group={group} screens={screensFor(role, group)} onGo={onGo} />
      ))}
    </Stack>
  )
}

type LinksProps = { group: Exclude<Group, 'user'>; screens: readonly ScreenName[]; onGo: () => void }

function Links({ group, screens, onGo }: LinksProps) {
  const named = useWords(screenNames)
  const grouped = useWords(groupNames)
  const { screen } = usePlace()
  if (screens.length === 0) return null
  return (
    <>
      {group === 'first' ? null : <div className="araro-nav-group">{grouped(group)}</div>}
      {screens.map(name => {
        const Icon = SCREEN_PARTS[name].icon
        return (
          <a
            key={name}
            href={hrefOf(name)}
            className="araro-nav-link"
            title={`G, ${SCREENS[name].key.toUpperCase()}`}
            aria-current={name === screen ? 'page' : undefined}
            onClick={onGo}
          >
            <Icon size={18} aria-hidden />
            <span>{named(name)}</span>
            {name === 'approvals' ? <Waiting /> : null}
            {name === 'settle' ? <ToSettle /> : null}
          </a>
        )
      })}
    </>
  )
}

/** The number of promises that cannot be kept, as Today and the list count them. */
function ToSettle() {
  const format = useFormat()
  const { count = 0 } = useCall('settle.count', {}).data ?? {}
  if (count === 0) return null
  return (
    <span className="araro-nav-count" aria-hidden>
      {format.number(count)}
    </span>
  )
}

/** The number of bookings waiting for approval. It is not part of the link's accessible name, which stays one word. */
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
