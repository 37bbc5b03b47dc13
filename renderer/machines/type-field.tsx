import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { Refusal } from '#booking/refusal'
import { useKeptTyping } from '../parts/form/kept-typing.ts'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { useCommand } from '../service/use-command.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'

type TypeFieldProps = { typeId: string | null; onPick: (typeId: string | null) => void; error: string | null }

/** The machine's type; a new one is added on the spot. */
export function TypeField({ typeId, onPick, error }: TypeFieldProps) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const [adding, setAdding] = useState(false)
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          label={say('type')}
          data={(types.data ?? []).map(type => ({ value: type.id, label: type.name }))}
          value={typeId}
          onChange={onPick}
          searchable
          error={error}
          style={{ flex: 1 }}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {say('newType')}
        </Button>
      </Group>
      {adding ? (
        <NewType
          onAdded={id => {
            onPick(id)
            setAdding(false)
          }}
        />
      ) : null}
    </Stack>
  )
}

function NewType({ onAdded }: { onAdded: (typeId: string) => void }) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const kept = useKeptTyping('machine-type.on-the-spot', () => '')
  const { typed: name, setTyped: setName } = kept
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const add = useCommand('machines.addType')

  async function save() {
    if (name.trim() === '' || add.busy) return
    const outcome = await add.run({ name, minNoticeDays: null, maxDays: null, horizonDays: null })
    if (!outcome) return
    if (!outcome.ok) return setRefusal(outcome.refusal)
    kept.done()
    await types.refetch()
    onAdded(outcome.type.id)
  }
  /** Enter adds the type; it must not send the machine's form around it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void save()
  }
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={say('newTypeName')}
          value={name}
          maxLength={60}
          onChange={event => setName(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          style={{ flex: 1 }}
          autoFocus
        />
        <Button variant="default" loading={add.busy} onClick={() => void save()}>
          {say('addType')}
        </Button>
      </Group>
      {refusal ? <RefusalPanel refusal={refusal} /> : null}
    </>
  )
}
