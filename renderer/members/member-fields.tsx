import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { isLocalDay } from '#booking/time/day'
import type { FieldRow } from '#calls/fields'
import { FIELD_LENGTHS, HECTARES } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { numberField, textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { sameFields } from '../parts/form/same-fields.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { useCall } from '../service/use-call.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { type Format, useFormat } from '../words/format.ts'
import { type Say, useWords } from '../words/words.ts'

/** A member's fields (lots), and the form for one field. */
export function MemberFields({ memberId }: { memberId: string }) {
  const say = useWords(fieldWords)
  const answer = useCall('fields.list', { memberId })
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {say('title')}
      </Title>
      <Answered answer={answer}>
        {fields => <FieldList key={memberId} memberId={memberId} fields={fields} />}
      </Answered>
    </Stack>
  )
}

function FieldList({ memberId, fields }: { memberId: string; fields: readonly FieldRow[] }) {
  const say = useWords(fieldWords)
  const format = useFormat()
  const forms = useInnerForms([keptAs(memberId, null), ...fields.map(field => keptAs(memberId, field))])
  const { open, left, pressed, press, leave } = forms
  const form = { memberId, autoFocus: pressed, onLeave: leave }
  const adding = keptAs(memberId, null)
  return (
    <>
      {fields.length > 0 ? null : (
        <Text size="sm" c="dimmed">
          {say('noFields')}
        </Text>
      )}
      {fields.map(field =>
        open === keptAs(memberId, field) ? (
          <FieldForm key={field.id} field={field} {...form} />
        ) : (
          <Group key={field.id} justify="space-between" wrap="nowrap" align="flex-start">
            <OneField sentence={inWords(field, say, format)} field={field} />
            <Button
              size="xs"
              variant="default"
              style={{ flexShrink: 0 }}
              autoFocus={left === keptAs(memberId, field)}
              onClick={() => press(keptAs(memberId, field))}
              aria-label={say('change', { name: field.name })}
            >
              {say('changeShort')}
            </Button>
          </Group>
        ),
      )}
      {open === adding ? (
        <FieldForm field={null} {...form} />
      ) : (
        <div>
          <Button variant="default" autoFocus={left === adding} onClick={() => press(adding)}>
            {say('add')}
          </Button>
        </div>
      )}
    </>
  )
}

/** The name under which a form's text is kept: the form of a field, or that of a new one. */
function keptAs(memberId: string, field: FieldRow | null): string {
  return `field.${field?.id ?? `new.${memberId}`}`
}

function OneField({ field, sentence }: { field: FieldRow; sentence: string }) {
  return (
    <div style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {field.name}
      </Text>
      <Text size="sm">{sentence}</Text>
      {field.access ? (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
          {field.access}
        </Text>
      ) : null}
    </div>
  )
}

function inWords(field: FieldRow, say: Say<typeof fieldWords.en>, format: Format): string {
  const { hectares, sitio, barangay, crop, plantedOn } = field
  const planted = plantedOn && say('planted', { day: format.day(plantedOn) })
  const parts = [say('inHectares', { hectares: format.number(hectares) }), sitio, barangay, crop, planted]
  return parts.filter(Boolean).join(' · ')
}

type FieldFormProps = {
  memberId: string
  field: FieldRow | null
  autoFocus: boolean
  onLeave: () => void
}

function FieldForm({ memberId, field, autoFocus, onLeave }: FieldFormProps) {
  const say = useWords(fieldWords)
  const add = useCommand('fields.add')
  const change = useCommand('fields.change')
  const form = useForm({
    keptAs: keptAs(memberId, field),
    record: field,
    typedFrom: row => ({ ...sameFields(NEW, row), plantedUnread: '' }),
    read: readField,
    send: (fields, seen) =>
      seen
        ? change.run({ fieldId: seen.id, version: seen.version, ...fields })
        : add.run({ memberId, ...fields }),
    saved: yes => say('saved', { name: yes.field.name }),
    onSaved: onLeave,
    refusedAt: refusal => (refusal.reason === 'name-taken' ? { name: say('nameTaken') } : null),
    say,
    labels: LABELS,
    lengths: { ...FIELD_LENGTHS, plantedOn: 10, plantedUnread: 100 },
  })
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <TextInput {...textField(form, 'name')} autoFocus={autoFocus} />
      <NumberField {...numberField(form, 'hectares', HECTARES)} />
      <TextInput {...textField(form, 'sitio')} />
      <TextInput {...textField(form, 'barangay')} />
      <TextInput {...textField(form, 'crop')} />
      <WhenField
        label={form.labelOf('plantedOn')}
        mode="days"
        value={form.typed.plantedOn}
        unread={form.typed.plantedUnread}
        onChange={(plantedOn, _, plantedUnread) => form.type({ plantedOn, plantedUnread })}
        error={form.wrongAt('plantedOn')}
        withPicker
      />
      <Textarea {...textField(form, 'access')} rows={2} />
    </FormFrame>
  )
}

const NEW = {
  name: '',
  barangay: '',
  sitio: '',
  hectares: '' as NumberTyped,
  crop: '',
  plantedOn: '',
  access: '',
}
const LABELS = {
  name: 'name',
  barangay: 'barangay',
  sitio: 'sitio',
  hectares: 'hectares',
  crop: 'crop',
  plantedOn: 'plantedOn',
  plantedUnread: 'plantedOn',
  access: 'access',
} as const

/** `plantedUnread`: what is typed in the field for the day and cannot be read. */
type Typed = typeof NEW & { plantedUnread: string }

function readField({ plantedUnread, ...typed }: Typed) {
  const read = reader<Typed, 'nameNeeded' | 'dayWrong'>({ ...typed, plantedUnread })
  const isDay = typed.plantedOn === '' || isLocalDay(typed.plantedOn)
  if (!isDay || plantedUnread.trim() !== '') read.wrong('plantedOn', 'dayWrong')
  return read.as({
    ...typed,
    name: read.needed('name', 'nameNeeded'),
    hectares: read.number('hectares', HECTARES),
    plantedOn: typed.plantedOn === '' ? null : typed.plantedOn,
  })
}
