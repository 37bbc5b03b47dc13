import type { MemberStanding } from '#booking/members/standing'
import { standingWords } from '../../words/members/standing.ts'
import { useWords } from '../../words/words.ts'
import type { Look } from './looks.ts'
import { StatusBadge } from './status-badge.tsx'

const LOOKS: { readonly [S in MemberStanding]: Look } = {
  verified: 'good',
  'not-verified': 'pending',
  suspended: 'overdue',
}

export function StandingBadge({ standing }: { standing: MemberStanding }) {
  const say = useWords(standingWords)
  return <StatusBadge look={LOOKS[standing]}>{say(standing)}</StatusBadge>
}
