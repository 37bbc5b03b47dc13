import type { DueBecause } from '#booking/maintenance/due'
import type { Format } from '../format.ts'
import { todayWords } from '../today/screen.ts'
import { sayIn } from '../words.ts'

/** What has reached the plan of a machine's type, or the rule of the settings. */
const SINCE = { bookings: 'completedCount', hours: 'hoursSince', days: 'daysSince' } as const

/** Why a machine needs maintenance: "260 hours, 31 days". */
export function dueInWords(because: readonly DueBecause[], { language, number }: Format): string {
  return because
    .map(({ what, since }) =>
      sayIn(language, todayWords, SINCE[what], { count: since, shown: number(since) }),
    )
    .join(', ')
}
