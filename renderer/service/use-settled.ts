import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'

/** The pause, in milliseconds, between the last keystroke and a question about what is typed. */
const WAIT_MS = 350

/**
 * What to ask, once typing has paused. `current`: it is what is typed now.
 * @param wanted null while there is nothing to ask
 */
export function useSettled<Wanted>(wanted: Wanted | null): { asked: Wanted | null; current: boolean } {
  const now = useMemo(() => (wanted === null ? '' : JSON.stringify(wanted)), [wanted])
  const [settled] = useDebouncedValue(now, WAIT_MS)
  const asked = useMemo(() => (settled ? (JSON.parse(settled) as Wanted) : null), [settled])
  return { asked, current: now === settled }
}
