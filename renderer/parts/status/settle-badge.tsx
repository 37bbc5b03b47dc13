import type { Settling } from '#calls/booking-rows'
import { settleWords } from '../../words/settling/screen.ts'
import { useWords } from '../../words/words.ts'
import { BookingBadge } from './booking-badge.tsx'
import { StatusBadge } from './status-badge.tsx'

/** Why a promise is to be settled. */
export function SettleBadge({ why }: Pick<Settling, 'why'>) {
  const say = useWords(settleWords)
  if (why === 'displaced') return <BookingBadge status="displaced" />
  return <StatusBadge look="overdue">{say(why)}</StatusBadge>
}
