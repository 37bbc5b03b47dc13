import { Group, Select } from '@mantine/core'
import { QUOTA_COUNTS, QUOTA_PERIODS, type QuotaCounts, type QuotaPeriod } from '#booking/quotas/kinds'
import { isLocalDay } from '#booking/time/day'
import { QUOTA_LIMIT } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { choiceField, numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { useCall } from '../service/use-call.ts'
import { quotaCountWords, quotaPeriodWords, quotaWords } from '../words/quotas/quotas.ts'
import { useWords } from '../words/words.ts'

type QuotaFormProps = { keptAs: string; autoFocus: boolean; onLeave: () => void }

/** Sets a quota: one with the same type, count and period is changed. */
export function QuotaForm({ keptAs, autoFocus, onLeave }: QuotaFormProps) {
  const say = useWords(quotaWords)
  const counts = useWords(quotaCountWords)
  const periods = useWords(quotaPeriodWords)
  const types = useCall('machines.types', {}).data ?? []
  const set = useCommand('quotas.set')
  const form = useForm({
    keptAs,
    record: null,
    typedFrom: () => NEW,
    read: readQuota,
    send: fields => set.run(fields),
    saved: () => say('saved'),
    onSaved: onLeave,
    say,
    labels: LABELS,
    lengths: { typeId: 100, fromDay: 10, toDay: 10, fromUnread: 100, toUnread: 100 },
  })
  const { typed } = form
  return (
    <FormFrame form={form} save={say('save')} onLeave={onLeave}>
      <Select
        label={form.labelOf('typeId')}
        data={[
          { value: '', label: say('anyType') },
          ...types.map(type => ({ value: type.id, label: type.name })),
        ]}
        value={typed.typeId}
        onChange={typeId => form.type({ typeId: typeId ?? '' })}
        allowDeselect={false}
        autoFocus={autoFocus}
      />
      <Group grow align="flex-start">
        <NumberField {...numberField(form, 'limit', QUOTA_LIMIT)} />
        <Select
          {...choiceField(form, 'counts')}
          data={QUOTA_COUNTS.map(value => ({ value, label: counts(value) }))}
          allowDeselect={false}
        />
        <Select
          {...choiceField(form, 'per')}
          data={QUOTA_PERIODS.map(value => ({ value, label: periods(value) }))}
          allowDeselect={false}
        />
      </Group>
      {typed.per === 'season' ? (
        <Group grow align="flex-start">
          <WhenField
            label={form.labelOf('fromDay')}
            mode="days"
            value={typed.fromDay}
            unread={typed.fromUnread}
            onChange={(fromDay, _, fromUnread) => form.type({ fromDay, fromUnread })}
            error={form.wrongAt('fromDay')}
            withPicker
          />
          <WhenField
            label={form.labelOf('toDay')}
            mode="days"
            value={typed.toDay}
            unread={typed.toUnread}
            onChange={(toDay, _, toUnread) => form.type({ toDay, toUnread })}
            error={form.wrongAt('toDay')}
            withPicker
          />
        </Group>
      ) : null}
    </FormFrame>
  )
}

/** `typeId`: '' for any machine. `…Unread`: what is typed in the field for the day and cannot be read. */
const NEW = {
  typeId: '',
  limit: '' as NumberTyped,
  counts: 'bookings' as QuotaCounts,
  per: 'month' as QuotaPeriod,
  fromDay: '',
  toDay: '',
  fromUnread: '',
  toUnread: '',
}
const LABELS = {
  typeId: 'type',
  limit: 'limit',
  counts: 'counts',
  per: 'per',
  fromDay: 'fromDay',
  toDay: 'toDay',
  fromUnread: 'fromDay',
  toUnread: 'toDay',
} as const

function readQuota({ typeId, counts, per, fromDay, toDay, fromUnread, toUnread, ...typed }: typeof NEW) {
  const all = { ...typed, typeId, counts, per, fromDay, toDay, fromUnread, toUnread }
  const read = reader<typeof NEW, 'dayNeeded' | 'endsFirst' | 'wholeNeeded'>(all)
  const limit = read.number('limit', QUOTA_LIMIT)
  if (counts === 'bookings' && !Number.isInteger(limit)) read.wrong('limit', 'wholeNeeded')
  const isSeason = per === 'season'
  if (isSeason && (!isLocalDay(fromDay) || fromUnread.trim() !== '')) read.wrong('fromDay', 'dayNeeded')
  if (isSeason && (!isLocalDay(toDay) || toUnread.trim() !== '')) read.wrong('toDay', 'dayNeeded')
  if (isSeason && toDay < fromDay) read.wrong('toDay', 'endsFirst')
  return read.as({
    ...(typeId && { typeId }),
    counts,
    limit,
    per,
    ...(isSeason && { fromDay, toDay }),
  })
}
