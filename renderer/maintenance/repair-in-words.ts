import { isExpected } from '#booking/availability/open-ended'
import type { MaintenanceRow } from '#calls/maintenance'
import { useFormat } from '../words/format.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { useWords } from '../words/words.ts'

/** When a repair that lasts is expected to end: "expected ready Fri 4 Dec, 2:00 PM", "nobody knows when". */
export function useExpectedEnd() {
  const say = useWords(maintenanceWords)
  const format = useFormat()
  return ({ expectedEndMs }: MaintenanceRow) =>
    isExpected(expectedEndMs, Date.now())
      ? say('expectedBy', { when: format.instant(expectedEndMs) })
      : say('unknownEnd')
}
