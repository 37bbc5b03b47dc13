import { Anchor } from '@mantine/core'
import type { MachineRow } from '#calls/machines'
import { hrefOfRecord, usePlace } from '../navigation.ts'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { lastDay, useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

/** Which member has the machine, until when, and whether it is overdue. */
export function WhoHasIt({ machine }: { machine: MachineRow }) {
  const say = useWords(machineWords)
  const format = useFormat()
  const place = usePlace()
  const until = (endMs: number) =>
    machine.bookingMode === 'days' ? format.day(lastDay(endMs, format.calendar)) : format.instant(endMs)
  return machine.out.map(out => (
    <div key={out.bookingId}>
      <Anchor size="sm" className="araro-above-link" href={hrefOfRecord('booking', out.bookingId, place)}>
        {say(out.overdue ? 'outSince' : 'outUntil', { member: out.memberName, when: until(out.endMs) })}
      </Anchor>{' '}
      {out.overdue && machine.out.length > 1 ? <BookingBadge status="in-use" overdue /> : null}
    </div>
  ))
}
