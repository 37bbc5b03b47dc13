import { standingOf } from '#booking/members/standing'
import type { MemberRow } from '#calls/members'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { Unreadable } from '../parts/lists/unreadable.tsx'
import { StandingBadge } from '../parts/status/standing-badge.tsx'
import { memberWords } from '../words/members/screen.ts'
import { useWords } from '../words/words.ts'

type MemberRowsProps = { members: readonly MemberRow[]; onShow: (memberId: string) => void }

export function MemberRows({ members, onShow }: MemberRowsProps) {
  const say = useWords(memberWords)
  const heads = [
    say('name'),
    say('number'),
    say('barangay'),
    { head: say('phone'), leaves: 'next' as const },
    { head: say('sector'), leaves: 'first' as const },
    say('standing'),
  ]
  return (
    <RecordTable caption={say('title')} heads={heads}>
      {members.map(member => (
        <tr key={member.id}>
          <Cell label={say('name')} shape="name">
            <button type="button" className="araro-row-link" onClick={() => onShow(member.id)}>
              {member.name}
            </button>
            <Unreadable row={member} />
          </Cell>
          <Cell label={say('number')} shape="fixed">
            {member.number}
          </Cell>
          <Cell label={say('barangay')}>{member.barangay}</Cell>
          <Cell label={say('phone')} leaves="next">
            {member.phone}
          </Cell>
          <Cell label={say('sector')} leaves="first">
            {member.sector}
          </Cell>
          <Cell label={say('standing')}>
            <StandingBadge standing={standingOf(member)} />
          </Cell>
        </tr>
      ))}
    </RecordTable>
  )
}
