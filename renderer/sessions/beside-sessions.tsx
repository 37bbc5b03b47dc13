import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import type { Beside } from '../parts/dialogs/use-beside.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { sessionWords } from '../words/sessions/screen.ts'
import { useWords } from '../words/words.ts'
import { SessionForm } from './session-form.tsx'
import { SessionPanel } from './session-panel.tsx'

export const OWN = ['add'] as const
export type Own = (typeof OWN)[number]
type BesideSessionsProps = { beside: Beside<Own>; go: (beside: Beside<Own>) => void }

/** The panel to the right of the sessions: one of them with its places, or the form. */
export function BesideSessions({ beside, go }: BesideSessionsProps) {
  const say = useWords(sessionWords)
  const close = () => go(null)
  return (
    <>
      {typeof beside === 'object' && beside !== null ? (
        <OneSession key={'show' in beside ? beside.show : beside.change} beside={beside} go={go} />
      ) : null}
      <SidePanel opened={beside === 'add'} title={say('add')} onClose={close}>
        <SessionForm session={null} onSaved={session => go({ show: session.id })} onLeave={close} />
      </SidePanel>
    </>
  )
}

type OneSessionProps = { beside: { show: string } | { change: string }; go: (beside: Beside<Own>) => void }

function OneSession({ beside, go }: OneSessionProps) {
  const say = useWords(sessionWords)
  const changing = 'change' in beside
  const sessionId = changing ? beside.change : beside.show
  const answer = useCall('sessions.get', { sessionId })
  const title = answer.data?.session.title ?? say('title')
  return (
    <SidePanel
      opened
      title={changing ? say('changeTitle', { title }) : title}
      onClose={() => go(null)}
      wide={!changing}
    >
      <Answered answer={answer}>
        {found => {
          if (!found) return <Empty sentence={say('gone')} />
          const show = () => go({ show: sessionId })
          return changing ? (
            <SessionForm session={found.session} onSaved={show} onLeave={show} />
          ) : (
            <SessionPanel found={found} onChange={() => go({ change: sessionId })} />
          )
        }}
      </Answered>
    </SidePanel>
  )
}
