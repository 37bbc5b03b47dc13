import { Select, Text } from '@mantine/core'
import type { BatchRow } from '#calls/batches'
import { useCommand } from '../commands/use-command.ts'
import { openRecord } from '../navigation.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useWords } from '../words/words.ts'
import { useOtherBatches } from './other-batches.ts'

/** Puts everything in a batch into another one. */
export function MergeForm({ batch, onDone }: { batch: BatchRow; onDone: () => void }) {
  const say = useWords(batchWords)
  const others = useOtherBatches(batch)
  const merge = useCommand('batches.merge')
  const form = useForm({
    keptAs: null,
    record: batch,
    typedFrom: (): Typed => ({ into: '' }),
    read: readInto,
    send: ({ intoBatchId }, { id, version }) => merge.run({ batchId: id, version, intoBatchId }),
    saved: () => say('merged'),
    onSaved() {
      onDone()
      openRecord('batch', form.typed.into)
    },
    say,
    labels: { into: 'into' },
    lengths: { into: 100 },
  })
  if (others?.length === 0) return <Text size="sm">{say('noOther')}</Text>
  return (
    <FormFrame form={form} save={say('mergeSave')} onLeave={onDone}>
      <Text size="sm">{say('mergeExplain')}</Text>
      <Select
        label={form.labelOf('into')}
        value={form.typed.into || null}
        onChange={value => value && form.type({ into: value })}
        data={others ?? []}
        allowDeselect={false}
        error={form.wrongAt('into')}
      />
    </FormFrame>
  )
}

type Typed = { into: string }

function readInto(typed: Typed) {
  const read = reader<Typed, 'intoNeeded'>(typed)
  return read.as({ intoBatchId: read.given('into', typed.into || null, 'intoNeeded') })
}
