import { Button, Stack, Text, Textarea, Title } from '@mantine/core'
import type { BookingRow } from '#calls/booking-rows'
import type { HistoryRow } from '#calls/history'
import { NOTE_LENGTH } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { useHistoryInWords } from '../history/in-words.ts'
import { OFFERED } from '../parts/buttons/offered.ts'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { bookingWords } from '../words/bookings/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'

type BookingNotesProps = { booking: BookingRow; history: readonly HistoryRow[] }

/** The notes on a booking, newest first, and a form for another one. */
export function BookingNotes({ booking, history }: BookingNotesProps) {
  const say = useWords(bookingWords)
  const format = useFormat()
  const { who } = useHistoryInWords()
  const form = keptAs(booking)
  const { open, left, pressed, press, leave } = useInnerForms([form])
  const notes = history.filter(row => row.action === 'bookings.note').sort((a, b) => b.seq - a.seq)
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('notes')}
      </Title>
      {notes.map(row => (
        <div key={row.seq}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {String(row.after?.note ?? '')}
          </Text>
          <Text size="sm" c="dimmed">
            {say('noteBy', { name: who(row.userName), when: format.instant(row.atMs) })}
          </Text>
        </div>
      ))}
      {open === form ? (
        <NoteForm booking={booking} autoFocus={pressed} onLeave={leave} />
      ) : (
        <div {...OFFERED}>
          <Button variant="default" autoFocus={left === form} onClick={() => press(form)}>
            {say('addNote')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

/** The name under which the text of a note is kept. */
function keptAs({ id }: BookingRow): string {
  return `note.${id}`
}

type NoteFormProps = { booking: BookingRow; autoFocus: boolean; onLeave: () => void }

function NoteForm({ booking, autoFocus, onLeave }: NoteFormProps) {
  const say = useWords(bookingWords)
  const note = useCommand('bookings.note')
  const form = useForm({
    keptAs: keptAs(booking),
    record: booking,
    typedFrom: () => ({ note: '' }),
    read: readNote,
    send: async (text, { id, version }) => {
      const first = await note.run({ bookingId: id, version, text })
      if (!first || first.ok || first.refusal.reason !== 'changed-meanwhile' || !first.current) return first
      // A note changes nothing that somebody else could have changed, so there is nothing to decide again.
      return note.run({ bookingId: id, version: first.current.version, text })
    },
    saved: () => say('noted'),
    onSaved: onLeave,
    say,
    labels: { note: 'note' },
    lengths: { note: NOTE_LENGTH },
  })
  return (
    <FormFrame form={form} save={say('saveNote')} onLeave={onLeave}>
      <Textarea {...textField(form, 'note')} rows={3} autoFocus={autoFocus} />
    </FormFrame>
  )
}

function readNote(typed: { note: string }) {
  const read = reader<{ note: string }, 'noteNeeded'>(typed)
  return read.as(read.needed('note', 'noteNeeded'))
}
