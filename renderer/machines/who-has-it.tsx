import { Anchor } from '@mantine/core'
import type { MachineRow } from '#calls/machines'
import { hrefOf, usePlace } from '../navigation.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { useFormat } from '../words/format.ts'
import { machineWords } from '../words/machines.ts'
import { useWords } from '../words/words.ts'

/** Whom the machine is out with, until when, and whether it should be back. */
export function WhoHasIt({ machine }: { machine: MachineRow }) {
  const say = useWords(machineWords)
  const format = useFormat()
  const { screen, find } = usePlace()
  return machine.out.map(out => (
    <div key={out.bookingId}>
      <Anchor
        size="sm"
        className="araro-above-link"
        href={hrefOf(screen, { find, bookingId: out.bookingId })}
      >
        {say(out.overdue ? 'outSince' : 'outUntil', {
          member: out.memberName,
          when: format.instant(out.endMs),
        })}
      </Anchor>{' '}
      {out.overdue ? <StatusBadge status="in-use" overdue /> : null}
    </div>
  ))
}
