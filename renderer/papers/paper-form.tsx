import { Select, Text, Textarea, TextInput } from '@mantine/core'
import { PAPER_KINDS, type PaperKind } from '#booking/papers/papers'
import { isLocalDay } from '#booking/time/day'
import { PAPER_LENGTHS } from '#calls/limits'
import type { PaperRow } from '#calls/papers'
import { useCommand } from '../commands/use-command.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { choiceField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { PhotosField } from '../parts/photos/photos-field.tsx'
import { useFormat } from '../words/format.ts'
import { paperInWords, paperKindWords, paperWords } from '../words/papers/papers.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'

type PaperFormProps = {
  machineId: string
  /** The paper that is renewed or corrected; null: a new one. */
  before: PaperRow | null
  keptAs: string
  onLeave: () => void
}

/** Adds a paper of a machine, or one in place of another. */
export function PaperForm({ machineId, before, keptAs, onLeave }: PaperFormProps) {
  const say = useWords(paperWords)
  const kinds = useWords(paperKindWords)
  const format = useFormat()
  const add = useCommand('papers.add')
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: () => begunWith(before),
    read: readPaper,
    send: fields => add.run({ machineId, ...fields, ...(before && { replaces: before.id }) }),
    saved: ({ paper }) => say('saved', { what: paperInWords(paper, format), machine: paper.machineName }),
    onSaved: onLeave,
    refusedAt: refusal =>
      refusal.reason === 'photo-gone' ? { photos: refusalSentence(refusal, format) } : null,
    say,
    labels: {
      kind: 'kind',
      title: 'paperTitle',
      number: 'number',
      issuedBy: 'issuedBy',
      validFrom: 'validFrom',
      fromUnread: 'validFrom',
      expires: 'expires',
      expiresUnread: 'expires',
      note: 'note',
      photos: 'photos',
    },
    lengths: { ...PAPER_LENGTHS, validFrom: 10, expires: 10, fromUnread: 100, expiresUnread: 100 },
  })
  const { typed, type } = form
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      {before ? (
        <Text size="sm">{say('renewTitle', { what: paperInWords(before, format) })}</Text>
      ) : (
        <Select
          {...choiceField(form, 'kind')}
          data={PAPER_KINDS.map(value => ({ value, label: kinds(value) }))}
          allowDeselect={false}
          data-autofocus
        />
      )}
      {typed.kind === 'other' ? <TextInput {...textField(form, 'title')} /> : null}
      <TextInput {...textField(form, 'number')} autoFocus />
      <TextInput {...textField(form, 'issuedBy')} />
      <WhenField
        label={form.labelOf('validFrom')}
        mode="days"
        value={typed.validFrom}
        unread={typed.fromUnread}
        onChange={(validFrom, _, fromUnread) => type({ validFrom, fromUnread })}
        error={form.wrongAt('validFrom')}
        withPicker
      />
      <WhenField
        label={form.labelOf('expires')}
        mode="days"
        value={typed.expires}
        unread={typed.expiresUnread}
        onChange={(expires, _, expiresUnread) => type({ expires, expiresUnread })}
        error={form.wrongAt('expires')}
        withPicker
      />
      <Textarea {...textField(form, 'note')} autosize minRows={1} maxRows={6} />
      <PhotosField
        label={form.labelOf('photos')}
        hashes={typed.photos}
        onChange={photos => type({ photos })}
        error={form.wrongAt('photos')}
      />
    </FormFrame>
  )
}

type Typed = {
  kind: PaperKind
  title: string
  number: string
  issuedBy: string
  validFrom: string
  /** What is typed in the field for the day and cannot be read. */
  fromUnread: string
  expires: string
  expiresUnread: string
  note: string
  photos: string[]
}

/** A renewal has another number and other days. */
function begunWith(before: PaperRow | null): Typed {
  const { kind = 'registration', title = '', issuedBy = '' } = before ?? {}
  const empty = { number: '', validFrom: '', fromUnread: '', expires: '', expiresUnread: '', note: '' }
  return { kind, title, issuedBy, ...empty, photos: [] }
}

function readPaper(typed: Typed) {
  const read = reader<Typed, 'titleNeeded' | 'dayUnclear' | 'endsFirst'>(typed)
  const { kind, validFrom, expires, photos } = typed
  const isOther = kind === 'other'
  const title = typed.title.trim()
  if (isOther) read.needed('title', 'titleNeeded')
  const days = [
    ['validFrom', validFrom, typed.fromUnread],
    ['expires', expires, typed.expiresUnread],
  ] as const
  for (const [field, day, unread] of days)
    if (unread.trim() !== '' || (day !== '' && !isLocalDay(day))) read.wrong(field, 'dayUnclear')
  if (validFrom && expires && expires < validFrom) read.wrong('expires', 'endsFirst')
  const [number, issuedBy, note] = [typed.number.trim(), typed.issuedBy.trim(), typed.note.trim()]
  return read.as({
    kind,
    ...(isOther && { title }),
    ...(number && { number }),
    ...(issuedBy && { issuedBy }),
    ...(validFrom && { validFrom }),
    ...(expires && { expires }),
    ...(note && { note }),
    ...(photos.length > 0 && { photos }),
  })
}
