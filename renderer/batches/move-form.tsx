import { Group, Select, Text } from '@mantine/core'
import type { BatchRow, ShareRow } from '#calls/batches'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useWords } from '../words/words.ts'
import { useOtherBatches } from './other-batches.ts'

type MoveFormProps = { batch: BatchRow; share: ShareRow; onDone: () => void }

/** Moves a share to another batch, or only some of its sacks while they are not weighed. */
export function MoveForm({ batch, share, onDone }: MoveFormProps) {
  const say = useWords(batchWords)
  const others = useOtherBatches(batch)
  const move = useCommand('batches.move')
  const split = useCommand('batches.split')
  const limits = { min: 1, max: share.sacks }
  const form = useForm({
    keptAs: null,
    record: share,
    typedFrom: (): Typed => ({ into: '', sacks: share.sacks }),
    read: typed => readMove(typed, limits),
    send: ({ into, sacks }, { id, version, sacks: all }) =>
      sacks < all
        ? split.run({ shareId: id, version, batchId: into, sacks })
        : move.run({ shareId: id, version, batchId: into }),
    saved: yes => say('moved', { name: yes.share.memberName }),
    onSaved: onDone,
    say,
    labels: { into: 'into', sacks: 'sacks' },
    lengths: { into: 100 },
  })
  if (others?.length === 0) return <Text size="sm">{say('noOther')}</Text>
  return (
    <FormFrame form={form} save={say('moveSave')} onLeave={onDone}>
      <Group gap="sm" align="flex-start">
        <Select
          label={form.labelOf('into')}
          value={form.typed.into || null}
          onChange={value => value && form.type({ into: value })}
          data={others ?? []}
          allowDeselect={false}
          error={form.wrongAt('into')}
          style={{ flex: '1 1 260px' }}
        />
        {share.kg === null && share.sacks > 1 ? (
          <NumberField {...numberField(form, 'sacks', limits)} description={say('moveHint')} />
        ) : null}
      </Group>
    </FormFrame>
  )
}

type Typed = { into: string; sacks: NumberTyped }

function readMove(typed: Typed, limits: { min: number; max: number }) {
  const read = reader<Typed, 'intoNeeded'>(typed)
  const into = read.given('into', typed.into || null, 'intoNeeded')
  return read.as({ into, sacks: read.number('sacks', limits) })
}
