import { SidePanel } from '../parts/dialogs/side-panel.tsx'
import type { Beside } from '../parts/dialogs/use-beside.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'
import { MemberForm } from './member-form.tsx'
import { MemberPanel } from './member-panel.tsx'
import { PasteMembers } from './paste-members.tsx'

export const OWN = ['add', 'paste'] as const
export type Own = (typeof OWN)[number]
type BesideMembersProps = { beside: Beside<Own>; go: (beside: Beside<Own>) => void }

/** The panel to the right of the members: one member, a form, or the pasted list. */
export function BesideMembers({ beside, go }: BesideMembersProps) {
  const say = useWords(memberWords)
  const close = () => go(null)
  return (
    <>
      {typeof beside === 'object' && beside !== null ? (
        <OneMember key={'show' in beside ? beside.show : beside.change} beside={beside} go={go} />
      ) : null}
      <SidePanel opened={beside === 'add'} title={say('addTitle')} onClose={close}>
        <MemberForm member={null} onSaved={member => go({ show: member.id })} onLeave={close} />
      </SidePanel>
      <SidePanel opened={beside === 'paste'} title={say('paste')} onClose={close} wide>
        <PasteMembers onDone={close} />
      </SidePanel>
    </>
  )
}

type OneMemberProps = { beside: { show: string } | { change: string }; go: (beside: Beside<Own>) => void }

function OneMember({ beside, go }: OneMemberProps) {
  const say = useWords(memberWords)
  const changing = 'change' in beside
  const memberId = changing ? beside.change : beside.show
  const answer = useCall('members.get', { memberId })
  const name = answer.data?.member?.name ?? say('title')
  return (
    <SidePanel
      opened
      title={changing ? say('changeTitle', { name }) : name}
      onClose={() => go(null)}
      wide={!changing}
    >
      <Answered answer={answer}>
        {({ member, counts, owes }) => {
          if (!member) return <Empty sentence={say('gone')} />
          const show = () => go({ show: memberId })
          return changing ? (
            <MemberForm member={member} onSaved={show} onLeave={show} />
          ) : (
            <MemberPanel
              member={member}
              counts={counts}
              owes={owes}
              onChange={() => go({ change: memberId })}
              onLeave={() => go(null)}
            />
          )
        }}
      </Answered>
    </SidePanel>
  )
}
