import { Checkbox, Group, Modal, Paper, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isFine } from '#booking/machines/condition'
import { FACT_LENGTHS, REASON_LENGTH, UNITS } from '#calls/limits'
import { ExpiredPapers } from '../papers/expired-papers.tsx'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { partWords } from '../words/parts/parts.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { atOf, COUNTER_LABELS, COUNTER_NEW, counterOf, readCounter } from './at-the-counter.ts'
import { CounterFields, type SeenBefore } from './counter-fields.tsx'
import { useGoingOut } from './going-out.ts'
import { PromisedBefore } from './promised-before.tsx'
import { useReadingAsked } from './reading-asked.ts'
import { AS_PROMISED, SwapFields } from './swap-fields.tsx'
import type { Decisions } from './use-decision.ts'

const NEW = { ...COUNTER_NEW, ...AS_PROMISED, implements: [] as string[], slip: '' }

/** The dialog in which a machine is handed over. It opens again with what was typed in it. */
export function HandOverDialog({ decisions }: { decisions: Decisions }) {
  const say = useWords(bookingWords)
  const part = useWords(partWords)
  const { booking, asking, ask, close } = decisions
  const words = useGoingOut(booking.machineId)
  useFormBroughtBack(keptAs => {
    if (keptAs !== counterOf('hand-over', booking)) return false
    ask('bookings.handOver')
    return true
  })
  if (asking !== 'bookings.handOver') return null
  return (
    <Modal
      opened
      onClose={close}
      title={say(words.goTitle, { machine: booking.machineName })}
      closeButtonProps={{ 'aria-label': part('close') }}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      <HandOverForm decisions={decisions} />
    </Modal>
  )
}

function HandOverForm({ decisions }: { decisions: Decisions }) {
  const say = useWords(bookingWords)
  const { calendar } = useFormat()
  const { booking, handOver, handedOver, close } = decisions
  const words = useGoingOut(booking.machineId)
  const [openedMs] = useState(() => Date.now())
  const asked = useReadingAsked()
  const form = useForm({
    keptAs: counterOf('hand-over', booking),
    record: null,
    typedFrom: () => NEW,
    read(typed) {
      const read = reader<typeof NEW, 'atNeeded' | 'memberUnclear'>(typed)
      const slip = typed.slip.trim()
      const units = read.optionalNumber('units', UNITS)
      if (typed.memberText?.trim()) read.wrong('memberText', 'memberUnclear')
      return read.as({
        ...readCounter(read as never, typed, { openedMs, calendar }),
        ...(typed.implements.length > 0 && { implements: typed.implements }),
        ...(slip && { slip }),
        ...(typed.machineId && { machineId: typed.machineId }),
        ...(units !== null && { units }),
        ...(typed.member && { memberId: typed.member.id }),
      })
    },
    send: said => asked.send(said, handOver, handedOver),
    onSaved: handedOver,
    refusedAt: asked.refusedAt,
    say,
    labels: {
      ...COUNTER_LABELS,
      machineId: 'machine',
      units: 'units',
      member: 'member',
      memberText: 'member',
      implements: 'implements',
      slip: 'slip',
    },
    lengths: { ...FACT_LENGTHS, readingReason: REASON_LENGTH },
  })
  const machineId = form.typed.machineId ?? booking.machineId
  const typedOther = machineId !== booking.machineId
  const before = useSeenAtReturn(machineId)
  const atMs = atOf(form.typed, openedMs, calendar)
  const names = { machine: booking.machineName, member: booking.memberName }
  return (
    <FormFrame form={form} save={say(words.go)} onLeave={close} inDialog>
      <Text size="sm">{say(words.goExplain, names)}</Text>
      {typedOther ? null : <CannotGoOut bookingId={booking.id} />}
      <ExpiredPapers machineId={machineId} />
      <CounterFields
        form={form}
        machineId={machineId}
        openedMs={openedMs}
        asksWhy={asked.why}
        before={before}
        aboutTime={
          <>
            {atMs === null ? null : <PromisedBefore booking={booking} atMs={atMs} />}
            <SwapFields form={form} booking={booking} onSwap={() => form.type({ implements: [] })} />
          </>
        }
        beside={<TextInput {...textField(form, 'slip')} />}
      >
        <Implements
          machineId={machineId}
          label={form.labelOf('implements')}
          along={form.typed.implements}
          onChange={along => form.type({ implements: along })}
        />
      </CounterFields>
    </FormFrame>
  )
}

/** Says before it is tried that the machine is not there: not back, or under repair. */
function CannotGoOut({ bookingId }: { bookingId: string }) {
  const format = useFormat()
  const refusal = useCall('bookings.get', { bookingId }).data?.cannotGoOut
  if (!refusal) return null
  return (
    <Paper p="sm" bg="var(--araro-warn-ground)" c="var(--araro-warn-text)" role="status">
      <Text size="sm">{refusalSentence(refusal, format)}</Text>
    </Paper>
  )
}

/** What was seen as the machine last came back, so that damage has an author. */
export function useSeenAtReturn(machineId: string): SeenBefore {
  const say = useWords(bookingWords)
  const format = useFormat()
  const back = useCall('machines.lastSeen', { machineId }).data?.back
  if (!back) return { condition: [], said: null }
  const { condition, atMs, memberName: member } = back
  if (condition.length === 0) return { condition, said: null }
  const said = say(isFine(condition) ? 'fineAfterUse' : 'seenAfterUse', {
    when: format.instant(atMs),
    member,
  })
  return { condition, said }
}

type ImplementsProps = {
  machineId: string
  label: string
  along: string[]
  onChange: (along: string[]) => void
}

/** Which of the machine's implements go along. Nothing if it has none. */
export function Implements({ machineId, label, along, onChange }: ImplementsProps) {
  const machines = useCall('machines.list', { withRetired: true }).data
  const own = machines?.find(machine => machine.id === machineId)?.implements ?? []
  if (own.length === 0) return null
  return (
    <Checkbox.Group label={label} value={along} onChange={onChange}>
      <Group gap="md" mt={4}>
        {own.map(name => (
          <Checkbox key={name} value={name} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
