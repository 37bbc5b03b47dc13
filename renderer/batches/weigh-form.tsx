import { Group, Text } from '@mantine/core'
import { sacksIn } from '#booking/batches/state'
import type { BatchRow, ShareRow } from '#calls/batches'
import { SACKS, SHARE_KG } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import { type NumberTyped, readNumber } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { FirstWithRoom } from './first-with-room.tsx'

type WeighFormProps = { batch: BatchRow; share: ShareRow; onDone: () => void }

/** What the sacks weigh, which replaces the estimate. What that does to the batch is said while it is typed. */
export function WeighForm({ batch, share, onDone }: WeighFormProps) {
  const say = useWords(batchWords)
  const format = useFormat()
  const weigh = useCommand('batches.weigh')
  const form = useForm({
    keptAs: null,
    record: share,
    typedFrom: (): Typed => ({ kg: '', sacks: '' }),
    read: readWeight,
    send: (weight, { id, version }) => weigh.run({ shareId: id, version, ...weight }),
    saved: yes => say('weighed', { name: yes.share.memberName, kg: format.number(yes.share.kg ?? 0) }),
    onSaved: onDone,
    say,
    labels: { kg: 'kg', sacks: 'sacks' },
    lengths: {},
  })
  const kg = readNumber(form.typed.kg, SHARE_KG)
  const sacks = readNumber(form.typed.sacks, SACKS) ?? (kg === null ? null : sacksIn(kg))
  return (
    <FormFrame form={form} save={say('weighSave')} onLeave={onDone}>
      <Group gap="sm" align="flex-start">
        <NumberField {...numberField(form, 'kg', SHARE_KG)} autoFocus />
        <NumberField {...numberField(form, 'sacks', SACKS)} description={say('sacksHint')} optional />
      </Group>
      {sacks === null ? null : <Becomes batch={batch} share={share} sacks={sacks} />}
    </FormFrame>
  )
}

/** What the batch comes to with so many sacks of the share, and where the rest fits if they do not. */
function Becomes({ batch, share, sacks }: { batch: BatchRow; share: ShareRow; sacks: number }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const most = batch.left + share.sacks
  if (sacks > most) {
    return (
      <>
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {most === 0 ? say('tooManyNone') : say('tooMany', { count: most })}
        </Text>
        <FirstWithRoom on={{ typeId: batch.typeId }} sacks={sacks - most} exceptId={batch.id} />
      </>
    )
  }
  const after = batch.sacks - share.sacks + sacks
  const left = most - sacks
  return (
    <Text size="sm" c="dimmed" role="status">
      {say('becomes', { sacks: format.number(after), capacity: format.number(batch.capacity) })}{' '}
      {left === 0 ? say('fitsExactly') : say('fits', { count: left })}
    </Text>
  )
}

type Typed = { kg: NumberTyped; sacks: NumberTyped }

function readWeight(typed: Typed) {
  const read = reader<Typed>(typed)
  const kg = read.number('kg', SHARE_KG)
  const sacks = read.optionalNumber('sacks', SACKS)
  return read.as({ kg, ...(sacks === null ? {} : { sacks }) })
}
