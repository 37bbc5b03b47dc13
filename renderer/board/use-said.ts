import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Refusal } from '#booking/refusal'
import { kindOf } from '../calendar/event-kinds.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import type { Columns } from './columns.ts'
import { type Gesture, isWhereItWas, spotOf } from './gesture.ts'

/** What is said of a drop before it is dropped. */
export type Said =
  | { readonly as: 'asking' | 'same' | 'free' | 'again' }
  | { readonly as: 'no'; readonly refusal: Refusal }

/** So long the mouse rests before Araro is asked. */
const RESTS_MS = 120
const NOTHING = { machineId: '', period: { kind: 'days' as const, from: '', to: '' } }

/** Asks what a drop would come to, as the rules decide it. Null without a gesture. */
export function useSaid(gesture: Gesture | null, columns: Columns): Said | null {
  const { calendar } = useFormat()
  const wanted = useMemo(() => {
    const spot = gesture && spotOf(gesture, columns, calendar)
    if (!gesture || !spot) return null
    if (gesture.kind === 'choose') return { ...spot, units: 1, exceptBookingId: undefined }
    return { ...spot, units: gesture.event.units, exceptBookingId: gesture.event.id }
  }, [gesture, columns, calendar])
  const [rested] = useDebouncedValue(wanted, RESTS_MS)
  const same = gesture?.kind === 'carry' && isWhereItWas(gesture)
  const ask = wanted !== null && rested !== null && !same
  const out = gesture?.kind === 'carry' && kindOf(gesture.event).onlyExtendable(gesture.event)
  const moved = useCall('bookings.check', rested ?? NOTHING, { enabled: ask && !out, alwaysFresh: true })
  const longer = { bookingId: rested?.exceptBookingId ?? '', period: (rested ?? NOTHING).period }
  const extended = useCall('bookings.checkExtension', longer, { enabled: ask && out, alwaysFresh: true })
  const { data } = out ? extended : moved
  if (!gesture) return null
  if (same) return { as: 'same' }
  if (!ask || !data || JSON.stringify(rested) !== JSON.stringify(wanted)) return { as: 'asking' }
  if (!data.free) return { as: 'no', refusal: data.refusal }
  return { as: data.approvalAgain ? 'again' : 'free' }
}
