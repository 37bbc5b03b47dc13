import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { MachineType } from '#calls/machines'
import { textField } from '../parts/form/fields.ts'
import { RefusedForm } from '../parts/form/refused-form.tsx'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { useTypeForm } from './type-form.tsx'
import { useReadyMade } from './use-ready-made.ts'

type TypeFieldProps = {
  typeId: string | null
  onPick: (type: MachineType | null) => void
  error: ReactNode
}

const READY_MADE = 'ready-made '

/** The machine's type. A ready-made or a new type is added in place. */
export function TypeField({ typeId, onPick, error }: TypeFieldProps) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const readyMade = useReadyMade(types.data ?? [])
  const [adding, setAdding] = useState(false)
  /** A ready-made type is added to the office when a machine gets it. */
  async function pick(value: string | null) {
    const key = readyMade.offered.find(one => value === READY_MADE + one)
    if (!key) return onPick(types.data?.find(one => one.id === value) ?? null)
    const type = await readyMade.add(key)
    await types.refetch()
    if (type) onPick(type)
  }
  const newType = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      aria-expanded={adding}
      onClick={() => setAdding(!adding)}
    >
      {say('newType')}
    </Button>
  )
  return (
    <Stack gap="xs">
      <Select
        label={say('type')}
        data={[
          ...(types.data ?? []).map(type => ({ value: type.id, label: type.name })),
          {
            group: say('readyMade'),
            items: readyMade.offered.map(key => ({ value: READY_MADE + key, label: readyMade.named(key) })),
          },
        ]}
        value={typeId}
        onChange={value => void pick(value)}
        disabled={readyMade.busy}
        searchable
        openOnFocus={false}
        error={error}
        inputContainer={input => <WithButton input={input} button={newType} />}
      />
      {adding ? (
        <NewType
          onAdded={type => {
            onPick(type)
            setAdding(false)
          }}
        />
      ) : null}
    </Stack>
  )
}

function NewType({ onAdded }: { onAdded: (type: MachineType) => void }) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const fields = useRef<HTMLDivElement>(null)
  const form = useTypeForm({
    type: null,
    keptAs: 'machine-type.on-the-spot',
    inAnother: true,
    onSaved: ({ type }) => void types.refetch().then(() => onAdded(type)),
  })
  const save = () => fields.current && void form.save(fields.current)
  /** Enter adds the type; it must not submit the surrounding form of the machine. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    save()
  }
  const addType = (
    <Button variant="default" loading={form.busy} onClick={save}>
      {say('addType')}
    </Button>
  )
  return (
    <Stack gap="xs" ref={fields}>
      <TextInput
        {...textField(form, 'name')}
        label={say('newTypeName')}
        onKeyDown={onKeyDown}
        inputContainer={input => <WithButton input={input} button={addType} />}
        autoFocus
      />
      <RefusedForm form={form} />
    </Stack>
  )
}

/** Aligned with the field itself, whatever is below it. */
function WithButton({ input, button }: { input: ReactNode; button: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <div style={{ flex: 1, minWidth: 0 }}>{input}</div>
      {button}
    </Group>
  )
}
