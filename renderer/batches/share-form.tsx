import { Group, Select, Stack, Text, Title } from '@mantine/core'
import { isLocalDay } from '#booking/time/day'
import type { BatchRow } from '#calls/batches'
import { SACKS } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { clearButton } from '../parts/fields/clear-button.ts'
import { MemberPicker, type PickedMember } from '../parts/fields/member-picker.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useWords } from '../words/words.ts'
import { FirstWithRoom } from './first-with-room.tsx'

/** Adds a member's sacks, and says while they are typed what still fits, and where they fit otherwise. */
export function ShareForm({ batch }: { batch: BatchRow }) {
  const say = useWords(batchWords)
  const add = useCommand('batches.add')
  const { data: settings } = useCall('settings.get', {})
  const form = useForm({
    keptAs: `fill.${batch.id}`,
    record: null,
    typedFrom: () => EMPTY,
    read: readShare,
    send: share => add.run({ batchId: batch.id, ...share }),
    saved: ({ share }) => say('added', { count: share.sacks, name: share.memberName }),
    onSaved: (_, beginAt) => beginAt(null),
    say,
    labels: { member: 'member', memberText: 'member', sacks: 'sacks', fieldId: 'field', ripeDay: 'ripeDay' },
    lengths: { ripeDay: 10 },
  })
  const { member, memberText, sacks, fieldId, ripeDay } = form.typed
  const fields =
    useCall('fields.list', { memberId: member?.id ?? '' }, { enabled: member !== null }).data ?? []
  const byRipeness = settings?.batches.order === 'ripeness'
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {say('addTitle')}
      </Title>
      <FormFrame form={form} save={say('add')} saveProps={{ style: { alignSelf: 'flex-start' } }}>
        <Group gap="sm" align="flex-start">
          <MemberPicker
            member={member}
            onPick={({ id, name, number, barangay }) =>
              form.type({ member: { id, name, number, barangay }, memberText: null, fieldId: null })
            }
            typed={memberText}
            onType={text => form.type({ memberText: text })}
            error={form.wrongAt('member')}
            style={{ flex: '1 1 220px' }}
          />
          <NumberField {...numberField(form, 'sacks', SACKS)} />
          {fields.length > 0 ? (
            <Select
              label={form.labelOf('fieldId')}
              placeholder={say('anyField')}
              data={fields.map(field => ({ value: field.id, label: field.name }))}
              value={fieldId}
              onChange={value => form.type({ fieldId: value })}
              clearable
              clearButtonProps={clearButton(say('anyField'))}
            />
          ) : null}
          {byRipeness ? (
            <WhenField
              label={form.labelOf('ripeDay')}
              mode="days"
              value={ripeDay}
              onChange={day => form.type({ ripeDay: day })}
              withPicker
            />
          ) : null}
        </Group>
        <WhatFits batch={batch} typed={sacks} />
      </FormFrame>
    </Stack>
  )
}

/** What is left after the typed sacks; if they do not fit, the first batches and dates with room. */
function WhatFits({ batch, typed }: { batch: BatchRow; typed: NumberTyped }) {
  const say = useWords(batchWords)
  const sacks = readNumber(typed, SACKS)
  if (sacks === null) return null
  const { left } = batch
  if (sacks <= left) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {sacks === left ? say('fitsExactly') : say('fits', { count: left - sacks })}
      </Text>
    )
  }
  return (
    <>
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {left === 0 ? say('tooManyNone') : say('tooMany', { count: left })}
      </Text>
      <FirstWithRoom on={{ typeId: batch.typeId }} sacks={sacks} exceptId={batch.id} />
    </>
  )
}

type Typed = {
  member: PickedMember | null
  memberText: string | null
  sacks: NumberTyped
  fieldId: string | null
  ripeDay: string
}
const EMPTY: Typed = { member: null, memberText: null, sacks: '', fieldId: null, ripeDay: '' }

function readShare(typed: Typed) {
  const read = reader<Typed, 'memberNeeded'>(typed)
  if (typed.memberText?.trim()) read.wrong('member', true)
  const memberId = read.given('member', typed.member?.id, 'memberNeeded')
  const sacks = read.number('sacks', SACKS)
  const { fieldId, ripeDay } = typed
  return read.as({
    memberId,
    sacks,
    ...(fieldId === null ? {} : { fieldId }),
    ...(isLocalDay(ripeDay) ? { ripeDay } : {}),
  })
}
