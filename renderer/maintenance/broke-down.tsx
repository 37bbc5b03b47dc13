import { Button, Checkbox, List, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { MAINTENANCE_KINDS, type MaintenanceKind } from '#booking/maintenance/kinds'
import { endOfDay, type OfficeCalendar } from '#booking/time/calendar'
import { MAINTENANCE_LENGTHS } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { instantFrom } from '../parts/fields/wall-field.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { useFormBroughtBack } from '../parts/form/brought-back.ts'
import { choiceField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { PhotosField } from '../parts/photos/photos-field.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import type { OutputOf } from '../service/calls-by-name.ts'
import { useCall } from '../service/use-call.ts'
import { expectedInWords } from '../words/expected.ts'
import { useFormat } from '../words/format.ts'
import { maintenanceKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { partWords } from '../words/parts/parts.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

export type Broken = {
  machineId: string
  machineName: string
  /** What the note begins with, such as what was seen to be broken. */
  note?: string
}

/** The button for a machine that cannot work any more. It asks what is known, and shows whom it hits. */
export function BrokeDown(machine: Broken) {
  const say = useWords(maintenanceWords)
  const part = useWords(partWords)
  const [asking, setAsking] = useState(false)
  useFormBroughtBack(keptAs => {
    if (keptAs !== keptUnder(machine.machineId)) return false
    setAsking(true)
    return true
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {say('brokeDown')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('breakDownTitle', { machine: machine.machineName })}
        closeButtonProps={{ 'aria-label': part('close') }}
        closeOnClickOutside={false}
        centered
      >
        {asking ? <BreakDownForm {...machine} onLeave={() => setAsking(false)} /> : null}
      </Modal>
    </>
  )
}

function BreakDownForm({ machineId, machineName, note = '', onLeave }: Broken & { onLeave: () => void }) {
  const say = useWords(maintenanceWords)
  const named = useWords(maintenanceKindWords)
  const format = useFormat()
  const { calendar } = format
  const breakDown = useCommand('maintenance.breakDown')
  // The bookings that are shown: those are what the person agrees to.
  const shown = useRef<ReturnType<typeof bookingsIn>>([])
  const end = useRef<HTMLInputElement>(null)
  const form = useForm({
    keptAs: keptUnder(machineId),
    record: null,
    typedFrom: () => ({ ...EMPTY, note }),
    read: typed => {
      const isUnclear = typed.end === '' && end.current?.value.trim() !== ''
      return readBreakDown(typed, { isUnclear, asksConsent: shown.current.length > 0 }, calendar)
    },
    send: ({ agreed: _, ...fields }) =>
      breakDown.run({ machineId, ...fields, displace: shown.current.map(one => one.bookingId) }),
    saved: ({ maintenance, displaced }) =>
      displaced.length === 0
        ? say('brokenDown', { machine: maintenance.machineName })
        : say('brokenDownDisplaced', { machine: maintenance.machineName, count: displaced.length }),
    onSaved: onLeave,
    refusedAt: refusal =>
      refusal.reason === 'photo-gone' ? { photos: refusalSentence(refusal, format) } : null,
    say,
    labels: { kind: 'kind', note: 'note', end: 'end', photos: 'photos', agreed: 'agreed' },
    labelValues: () => ({ count: shown.current.length }),
    lengths: { note: MAINTENANCE_LENGTHS.note, end: MAINTENANCE_LENGTHS.note },
  })
  const expectedEndMs = instantFrom(form.typed.end, calendar)
  const reach = useCall(
    'maintenance.reach',
    { machineId, expectedEndMs },
    { alwaysFresh: true, keepPrevious: true },
  )
  const bookings = bookingsIn(reach.data)
  shown.current = bookings
  return (
    <FormFrame form={form} save={say('saveBreakDown')} onLeave={onLeave} inDialog>
      <Text size="sm">{say('breakDownExplain', { machine: machineName })}</Text>
      <Select
        {...choiceField(form, 'kind')}
        data={MAINTENANCE_KINDS.map(value => ({ value, label: named(value) }))}
        allowDeselect={false}
        data-autofocus
      />
      <Textarea {...textField(form, 'note')} rows={2} />
      <WhenField
        label={form.labelOf('end')}
        mode="time"
        atMinutes={17 * 60}
        value={form.typed.end}
        onChange={end => form.type({ end, agreed: false })}
        examples={say('endHint')}
        inputRef={end}
        error={form.wrongAt('end')}
        withPicker
      />
      <PhotosField
        label={form.labelOf('photos')}
        hashes={form.typed.photos}
        onChange={photos => form.type({ photos })}
        error={form.wrongAt('photos')}
      />
      <Reached reach={reach.data} expectedEndMs={expectedEndMs} />
      {bookings.length > 0 ? (
        <Checkbox
          label={form.labelOf('agreed')}
          checked={form.typed.agreed}
          onChange={event => form.type({ agreed: event.currentTarget.checked })}
          error={form.wrongAt('agreed')}
        />
      ) : null}
    </FormFrame>
  )
}

type Reach = OutputOf<'maintenance.reach'>

function bookingsIn(reach: Reach | undefined) {
  return (reach?.displaces ?? []).flatMap(one => (one.kind === 'booking' ? [one] : []))
}

/** Whose time the repair takes, with their phones; or until when it hits nobody. */
function Reached({ reach, expectedEndMs }: { reach: Reach | undefined; expectedEndMs: number | null }) {
  const say = useWords(maintenanceWords)
  const format = useFormat()
  const { calendar } = format
  if (!reach) return null
  if (reach.refusal) return <RefusalPanel refusal={reach.refusal} />
  const bookings = bookingsIn(reach)
  if (bookings.length === 0) {
    const untilMs = expectedEndMs ?? endOfDay(calendar, calendar.dayOf(Date.now()))
    return (
      <Text size="sm" c="dimmed" aria-live="polite">
        {say('losesNone', { until: expectedInWords(untilMs, format) })}
      </Text>
    )
  }
  return (
    <Stack gap={4} aria-live="polite">
      <Text size="sm" fw={600}>
        {say('loses', { count: bookings.length })}
      </Text>
      <List size="sm" spacing={2}>
        {bookings.map(one => (
          <List.Item key={one.bookingId}>
            {one.memberName}, {format.period(one.period)} <PhoneLink phone={one.memberPhone} />
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}

type Typed = {
  kind: MaintenanceKind
  note: string
  end: string
  /** The hashes of the photos that were kept for it. */
  photos: string[]
  agreed: boolean
}
const EMPTY: Typed = { kind: 'corrective', note: '', end: '', photos: [], agreed: false }

type Asked = { isUnclear: boolean; asksConsent: boolean }

function readBreakDown(typed: Typed, { isUnclear, asksConsent }: Asked, calendar: OfficeCalendar) {
  const { kind, note, end, photos, agreed } = typed
  const read = reader<Typed, 'endUnclear' | 'agreeNeeded'>(typed)
  const expectedEndMs = end === '' ? null : instantFrom(end, calendar)
  if (isUnclear) read.wrong('end', 'endUnclear')
  if (asksConsent && !agreed) read.wrong('agreed', 'agreeNeeded')
  return read.as({ kind, expectedEndMs, agreed, ...(note && { note }), ...(photos.length > 0 && { photos }) })
}

function keptUnder(machineId: string): string {
  return `break-down.${machineId}`
}
