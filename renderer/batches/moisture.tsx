import { Checkbox, Group, Stack, Text } from '@mantine/core'
import type { BatchRow } from '#calls/batches'
import { MOISTURE } from '#calls/limits'
import { useCommand } from '../commands/use-command.ts'
import { NumberField } from '../parts/fields/number-field.tsx'
import type { NumberTyped } from '../parts/fields/read-number.ts'
import { numberField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { reader } from '../parts/form/reading.ts'
import { useForm } from '../parts/form/use-form.ts'
import { batchWords } from '../words/batches/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import type { FoundBatch } from './found-batch.ts'

type MoistureProps = { batch: BatchRow; readings: FoundBatch['readings']; mayRead: boolean }

/** What was read of the moisture, the newest first, and the form for the next reading. The last one closes the batch. */
export function Moisture({ batch, readings, mayRead }: MoistureProps) {
  const say = useWords(batchWords)
  const format = useFormat()
  return (
    <Stack gap="xs">
      {mayRead ? <ReadingForm batch={batch} /> : null}
      {readings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('noReadings')}
        </Text>
      ) : (
        <ul className="araro-people">
          {readings.map(({ moisture, enteredMs, enteredBy, note }) => (
            <li key={enteredMs}>
              <Text size="sm">
                {say('moistureIs', { percent: format.number(moisture) })} {note}
              </Text>
              <Text size="sm" c="dimmed" span>
                {format.instant(enteredMs)} · {enteredBy.name}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  )
}

function ReadingForm({ batch }: { batch: BatchRow }) {
  const say = useWords(batchWords)
  const format = useFormat()
  const readMoisture = useCommand('batches.readMoisture')
  const confirmDry = useCommand('batches.confirmDry')
  const form = useForm({
    keptAs: null,
    record: batch,
    typedFrom: (): Typed => ({ moisture: '', isDry: false }),
    read: readReading,
    send: ({ moisture, isDry }, { id: batchId, version }) =>
      (isDry ? confirmDry : readMoisture).run({ batchId, version, moisture }),
    saved: yes =>
      say(yes.batch.state === 'done' ? 'dryDone' : 'readDone', {
        percent: format.number(yes.batch.moisture ?? 0),
      }),
    onSaved: (yes, beginAt) => beginAt(yes.batch),
    say,
    labels: { moisture: 'moisturePercent', isDry: 'isDry' },
    lengths: {},
  })
  const { isDry } = form.typed
  return (
    <FormFrame
      form={form}
      save={say(isDry ? 'drySave' : 'readSave')}
      saveProps={{ style: { alignSelf: 'flex-start' } }}
    >
      <Group gap="sm" align="flex-end">
        <NumberField {...numberField(form, 'moisture', MOISTURE)} />
        <Checkbox
          label={form.labelOf('isDry')}
          checked={isDry}
          onChange={event => form.type({ isDry: event.currentTarget.checked })}
        />
      </Group>
    </FormFrame>
  )
}

type Typed = { moisture: NumberTyped; isDry: boolean }

function readReading(typed: Typed) {
  const read = reader<Typed>(typed)
  return read.as({ moisture: read.number('moisture', MOISTURE), isDry: typed.isDry })
}
