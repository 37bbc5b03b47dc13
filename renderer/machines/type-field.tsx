import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { textField } from '../parts/form/fields.ts'
import { RefusedForm } from '../parts/form/refused-form.tsx'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines.ts'
import { useWords } from '../words/words.ts'
import { useTypeForm } from './type-form.tsx'

type TypeFieldProps = { typeId: string | null; onPick: (typeId: string | null) => void; error: ReactNode }

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
  const fields = useRef<HTMLDivElement>(null)
  const form = useTypeForm({
    type: null,
    keptAs: 'machine-type.on-the-spot',
    onSaved: ({ type }) => void types.refetch().then(() => onAdded(type.id)),
  })
  const save = () => fields.current && void form.save(fields.current)
  /** Enter adds the type; it must not send the machine's form around it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    save()
  }
  return (
    <Stack gap="xs" ref={fields}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          {...textField(form, 'name')}
          label={say('newTypeName')}
          onKeyDown={onKeyDown}
          style={{ flex: 1 }}
          autoFocus
        />
        <Button variant="default" loading={form.busy} onClick={save}>
          {say('addType')}
        </Button>
      </Group>
      <RefusedForm form={form} />
    </Stack>
  )
}
