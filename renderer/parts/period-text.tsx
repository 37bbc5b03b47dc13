import type { Period } from '#booking/period'
import { useFormat } from '../words/format.ts'

/** A period in the office's words: "Tue 1 Dec – Thu 3 Dec 2026". */
export function PeriodText({ period }: { period: Period }) {
  return <>{useFormat().period(period)}</>
}
