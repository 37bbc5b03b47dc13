import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { MOST_FOUND } from '#calls/limits'
import type { Found, Promised } from '#calls/scan'
import { Answered } from '../parts/lists/list-states.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { scanWords } from '../words/scan/conflicts.ts'
import { useWords } from '../words/words.ts'

/** Looks for conflicts when it is opened, and again on request (A13, G4). */
export function Conflicts() {
  const say = useWords(scanWords)
  const answer = useCall('scan.run', {})
  return (
    <Stack gap="md" maw={760}>
      <Text size="sm">{say('explain')}</Text>
      <Group>
        <Button onClick={() => void answer.refetch()} loading={answer.isFetching}>
          {say('again')}
        </Button>
      </Group>
      <Answered answer={answer} rows={3}>
        {scanned => <WhatWasFound scanned={scanned} />}
      </Answered>
    </Stack>
  )
}

function WhatWasFound({ scanned }: { scanned: Found }) {
  const say = useWords(scanWords)
  const format = useFormat()
  const { overlaps, outTwice, occupancyWrong, found, checkedMs } = scanned
  const count = found.overlaps + found.outTwice + found.occupancyWrong
  const said = { count, shown: format.number(count), at: format.instant(checkedMs) }
  return (
    <>
      <div role="status">
        <Alert color={count === 0 ? 'rice' : 'red'}>
          {count === 0 ? say('none', said) : say('some', said)}
        </Alert>
      </div>
      <Kind title={say('overlaps')} explain={say('overlapsDo')} listed={overlaps.length} all={found.overlaps}>
        {overlaps.map(overlap => (
          <li key={`${overlap.machineId} ${overlap.atMs}`}>
            <WhichMachine one={overlap} /> · {format.instant(overlap.atMs)}
            <Those by={overlap.by} />
          </li>
        ))}
      </Kind>
      <Kind title={say('outTwice')} explain={say('outTwiceDo')} listed={outTwice.length} all={found.outTwice}>
        {outTwice.map(out => (
          <li key={out.machineId}>
            <WhichMachine one={out} />
            <Those by={out.by} />
          </li>
        ))}
      </Kind>
      <Kind
        title={say('occupancyWrong')}
        explain={say('occupancyWrongDo')}
        listed={occupancyWrong.length}
        all={found.occupancyWrong}
      >
        {occupancyWrong.map(row => (
          <li key={`${row.kind} ${row.id} ${row.wrong} ${row.startMs}`}>
            {row.machineName || say('unknownMachine')} · {format.instant(row.startMs)} –{' '}
            {format.instant(row.endMs)}: <What one={row} /> {say(row.wrong)}
          </li>
        ))}
      </Kind>
      <Refused refused={scanned.refused} />
    </>
  )
}

type KindProps = { title: string; explain: string; listed: number; all: number; children: ReactNode }

function Kind({ title, explain, listed, all, children }: KindProps) {
  const say = useWords(scanWords)
  if (all === 0) return null
  return (
    <section>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" mb="xs">
        {explain}
      </Text>
      <ul>{children}</ul>
      {all > listed ? <Text size="sm">{say('more', { shown: MOST_FOUND })}</Text> : null}
    </section>
  )
}

function WhichMachine({ one }: { one: { machineName: string; units: number; capacity: number } }) {
  const say = useWords(scanWords)
  const format = useFormat()
  const { units, capacity } = one
  const machine = one.machineName || say('unknownMachine')
  return (
    <b>
      {capacity === 0
        ? say('notToPromise', { machine })
        : say('atOf', { machine, units: format.number(units), capacity: format.number(capacity) })}
    </b>
  )
}

/** Who was promised the machine, each with a phone to call. */
function Those({ by }: { by: readonly Promised[] }) {
  return (
    <ul>
      {by.map(({ kind, id, booking }) => (
        <li key={`${kind} ${id}`}>
          <What one={{ kind, id, booking }} /> {booking ? <PhoneLink phone={booking.memberPhone} /> : null}
        </li>
      ))}
    </ul>
  )
}

function What({ one: { kind, id, booking } }: { one: Pick<Promised, 'kind' | 'id' | 'booking'> }) {
  const say = useWords(scanWords)
  if (!booking) return say(kind === 'booking' ? 'unknownBooking' : kind)
  return (
    <RecordLink entity="booking" id={id}>
      {say('booking', { number: booking.number, member: booking.memberName })}
    </RecordLink>
  )
}

function Refused({ refused }: { refused: Found['refused'] }) {
  const say = useWords(scanWords)
  const format = useFormat()
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {say('refused')}
      </Title>
      {refused.length === 0 ? (
        <Text size="sm">{say('refusedNone')}</Text>
      ) : (
        <RecordTable caption={say('refused')} heads={[say('day'), say('machine'), say('attempts')]}>
          {refused.map(({ machineId, machineName, day, attempts }) => (
            <tr key={`${day} ${machineId}`}>
              <Cell label={say('day')} shape="fixed">
                {format.day(day)}
              </Cell>
              <Cell label={say('machine')} shape="name">
                <RecordLink entity="machine" id={machineId}>
                  {machineName}
                </RecordLink>
              </Cell>
              <Cell label={say('attempts')} shape="fixed">
                {format.number(attempts)}
              </Cell>
            </tr>
          ))}
        </RecordTable>
      )}
    </section>
  )
}
