import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { may } from '#booking/users/roles'
import { useBeside } from '../parts/dialogs/use-beside.ts'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import { BesideSessions, OWN, type Own } from './beside-sessions.tsx'
import { SessionRows } from './session-rows.tsx'

const WHICH = ['coming', 'past', 'all', 'month'] as const
type Which = (typeof WHICH)[number]

/** Fetched when it is first shown: only this screen and the calendar need its code. */
const SessionMonth = lazy(async () => ({ default: (await import('./session-month.tsx')).SessionMonth }))

/** Sessions with places: what is coming up, what is past, and how much of their places is used. */
export function SessionsScreen() {
  const say = useWords(sessionWords)
  const mayAdd = may(useUser().role, 'hold-sessions')
  const [which, setWhich] = useState<Which>('coming')
  const [beside, setBeside] = useBeside<Own>('session', OWN)
  useFormBroughtBack(keptAs => {
    const session = keptOf(keptAs, 'session')
    if (session) setBeside(session === 'new' ? 'add' : { change: session })
    const enrolling = keptOf(keptAs, 'enrol')
    if (enrolling) setBeside({ show: enrolling })
    return session !== undefined || enrolling !== undefined
  })
  const range = useRange(which)
  const answer = usePages('sessions.list', { ...range, newestFirst: which === 'past' })
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setBeside('add')}>
      {say('add')}
    </Button>
  )
  return (
    <Page title={say('title')} actions={mayAdd ? add : null}>
      <Group gap="xs" mb="sm">
        <SegmentedControl
          aria-label={say('which')}
          value={which}
          onChange={value => setWhich(value as Which)}
          data={WHICH.map(value => ({ value, label: say(value) }))}
        />
        {which === 'month' ? null : <Use range={range} />}
      </Group>
      {which === 'month' ? (
        <Suspense>
          <SessionMonth onShow={id => setBeside({ show: id })} />
        </Suspense>
      ) : (
        <Paged
          answer={answer}
          rowsOf={page => page.sessions}
          empty={
            <NoSessions
              which={which}
              mayAdd={mayAdd}
              add={() => setBeside('add')}
              go={() => setWhich('coming')}
            />
          }
        >
          {sessions => <SessionRows sessions={sessions} onShow={id => setBeside({ show: id })} />}
        </Paged>
      )}
      <BesideSessions beside={beside} go={setBeside} />
    </Page>
  )
}

/** From when to when: what is not over yet, what has begun, or everything. */
function useRange(which: Which): { fromMs?: number; toMs?: number } {
  return useMemo(() => {
    const nowMs = Date.now()
    if (which === 'coming') return { fromMs: nowMs }
    return which === 'past' ? { toMs: nowMs } : {}
  }, [which])
}

/** How much of the capacity is used, in all. */
function Use({ range }: { range: { fromMs?: number; toMs?: number } }) {
  const say = useWords(sessionWords)
  const format = useFormat()
  const { data: use } = useCall('sessions.use', range, { keepPrevious: true })
  if (!use || use.sessions === 0) return null
  const percent = (part: number, whole: number) =>
    format.number(whole === 0 ? 0 : Math.round((part * 100) / whole))
  const { sessions, taken, places, came, marked } = use
  const said = say('use', {
    count: sessions,
    taken: format.number(taken),
    places: format.number(places),
    percent: percent(taken, places),
  })
  const cameSaid = say('useCame', {
    came: format.number(came),
    marked: format.number(marked),
    percent: percent(came, marked),
  })
  return (
    <Text size="sm" c="dimmed" role="status">
      {marked > 0 ? `${said} · ${cameSaid}` : said}
    </Text>
  )
}

type NoSessionsProps = { which: Which; mayAdd: boolean; add: () => void; go: () => void }

function NoSessions({ which, mayAdd, add, go }: NoSessionsProps) {
  const say = useWords(sessionWords)
  if (which === 'past') {
    const action = (
      <Button variant="default" onClick={go}>
        {say('toComing')}
      </Button>
    )
    return <Empty sentence={say('emptyPast')} action={action} />
  }
  const action = mayAdd ? <Button onClick={add}>{say('add')}</Button> : null
  const coming = say(mayAdd ? 'emptyComing' : 'emptyComingClerk')
  return <Empty sentence={which === 'all' ? say('emptyAll') : coming} action={action} />
}
