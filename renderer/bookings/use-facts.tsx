import { Button, Group, Table } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { worsened } from '#booking/machines/condition'
import type { BookingFact, SeenRow } from '#calls/booking-facts'
import type { BookingRow } from '#calls/booking-rows'
import { useHistoryInWords } from '../history/in-words.ts'
import { PhotoThumbs } from '../parts/photos/photo-thumbs.tsx'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { workInWords } from '../words/money/price.ts'
import { fuelInWords, meterInWords, seenInWords } from '../words/readings/readings.ts'
import { useWords } from '../words/words.ts'
import { CorrectUseDialog } from './correct-use-form.tsx'
import { useGoingOut } from './going-out.ts'
import './use-facts.css'

type UseFactsProps = { booking: BookingRow; facts: readonly BookingFact[] }

/** What was recorded as the machine went out and as it came back, side by side. Nothing before it went out. */
export function UseFacts({ booking, facts }: UseFactsProps) {
  const say = useWords(bookingWords)
  const words = useGoingOut(booking.machineId)
  const holding = facts.filter(fact => fact.standing)
  const rows = useRows(holding.find(fact => fact.kind === 'hand-over')?.condition ?? [])
  const sides = (['hand-over', 'return'] as const).flatMap(
    kind => holding.find(fact => fact.kind === kind) ?? [],
  )
  const [correcting, setCorrecting] = useState<string | null>(null)
  if (sides.length === 0) return null
  return (
    <div>
      <Table className="araro-use-facts" aria-label={say('useOfMachine')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {sides.map(fact => (
              <Table.Th key={fact.kind} scope="col">
                {say(fact.kind === 'hand-over' ? words.went : words.came)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, said }) => {
            const cells = sides.map(fact => said(fact))
            if (cells.every(cell => !cell)) return null
            return (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                {sides.map((fact, side) => (
                  <Table.Td key={fact.kind}>{cells[side]}</Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <Group gap="xs" mt="xs">
        {sides.map(fact => (
          <Button key={fact.kind} size="xs" variant="default" onClick={() => setCorrecting(fact.kind)}>
            {say(fact.kind === 'hand-over' ? 'correctHandOver' : 'correctReturn')}
          </Button>
        ))}
      </Group>
      {sides.map(fact => (
        <CorrectUseDialog
          key={fact.id}
          booking={booking}
          fact={fact}
          opened={correcting === fact.kind}
          onOpen={() => setCorrecting(fact.kind)}
          onClose={() => setCorrecting(null)}
        />
      ))}
    </div>
  )
}

type Row = { label: string; said: (fact: BookingFact) => ReactNode }

/** What can be recorded, each in words. A row that is empty on both sides is not shown. */
function useRows(out: readonly SeenRow[]): Row[] {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  return [
    { label: say('when'), said: fact => format.instant(fact.atMs) },
    {
      label: say('meterHours'),
      said: ({ meterHours }) => (meterHours === null ? null : meterInWords(meterHours, format)),
    },
    { label: say('fuel'), said: ({ fuel }) => fuel && fuelInWords(fuel, format) },
    { label: say('readingReason'), said: fact => fact.readingReason },
    { label: say('work'), said: ({ work }) => work && workInWords(work, format) },
    {
      label: say('condition'),
      said: ({ condition, kind }) =>
        condition.length === 0 ? null : (
          <ConditionSeen condition={condition} before={kind === 'return' ? out : []} />
        ),
    },
    { label: say('implements'), said: fact => fact.implements.join(', ') },
    { label: say('slip'), said: fact => fact.slip },
    { label: say('note'), said: fact => fact.note },
    {
      label: say('photos'),
      said: ({ photos }) => (photos.length === 0 ? null : <PhotoThumbs hashes={photos} />),
    },
    { label: say('correctedBecause'), said: fact => fact.reason },
    {
      label: say('requested'),
      said: ({ enteredBy, enteredMs }) =>
        say('requestedBy', { name: who(enteredBy.name), when: format.instant(enteredMs) }),
    },
  ]
}

/** What is worn or broken, each with its remark, and whether it is worse than when it went out; then what is fine. */
function ConditionSeen({ condition, before }: { condition: readonly SeenRow[]; before: readonly SeenRow[] }) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const worse = worsened(before, condition)
  const fine = condition.filter(one => one.state === 'fine')
  return (
    <>
      {condition
        .filter(one => one.state !== 'fine')
        .map(one => (
          <div key={one.point} data-broken={one.state === 'broken' || undefined}>
            {seenInWords(one, format)}
            {worse.includes(one) ? ` · ${say('worseThanBefore').toLowerCase()}` : ''}
          </div>
        ))}
      {fine.length > 0 ? say('fineAre', { points: fine.map(one => one.point).join(', ') }) : null}
    </>
  )
}
