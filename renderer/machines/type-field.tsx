import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { MachineType } from '#calls/machines'
import { type Choice, TypeAhead } from '../parts/fields/type-ahead.tsx'
import { textField } from '../parts/form/fields.ts'
import { RefusedForm } from '../parts/form/refused-form.tsx'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { useTypeForm } from './type-form.tsx'
import { useReadyMade } from './use-ready-made.ts'

type TypeFieldProps = {
  typeId: string | null
  onPick: (type: MachineType) => void
  /** A text that is no type yet: see `TypeAhead`. */
  typed: string | null
  onType: (typed: string | null) => void
  error: ReactNode
}

const READY_MADE = 'ready-made '

/** The machine's type. A ready-made or a new type is added in place. */
export function TypeField({ typeId, onPick, error, typed, onType }: TypeFieldProps) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const readyMade = useReadyMade(types.data ?? [])
  /** The name with which the new type begins; null while none is added. */
  const [adding, setAdding] = useState<string | null>(null)
  const choices: Choice[] = [
    ...(types.data ?? []).map(type => ({ value: type.id, label: type.name })),
    ...readyMade.offered.map(key => ({
      value: READY_MADE + key,
      label: readyMade.named(key),
      note: say('readyMadeShort'),
    })),
  ]
  /** A ready-made type is added to the office when a machine gets it. */
  async function pick({ value }: Choice) {
    const key = readyMade.offered.find(one => value === READY_MADE + one)
    const known = types.data?.find(one => one.id === value)
    if (known) return onPick(known)
    const type = key && (await readyMade.add(key))
    await types.refetch()
    if (type) onPick(type)
  }
  /** The text goes to the form of the new type. */
  function addNamed(name: string) {
    setAdding(name)
    onType(null)
  }
  const newType = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      aria-expanded={adding !== null}
      onClick={() => setAdding(adding === null ? '' : null)}
    >
      {say('newType')}
    </Button>
  )
  return (
    <Stack gap="xs">
      <TypeAhead
        label={say('type')}
        choices={choices}
        chosen={choices.find(choice => choice.value === typeId) ?? null}
        onChoose={choice => void pick(choice)}
        typed={typed}
        onType={onType}
        nothingFound={say('noType')}
        severalFound={(count, said) => say('typesMatch', { count, text: said })}
        orElse={{ label: name => say('addTypeNamed', { name }), take: addNamed }}
        disabled={readyMade.busy}
        error={error}
        inputContainer={input => <WithButton input={input} button={newType} />}
      />
      {adding === null ? null : (
        <NewType
          key={adding}
          name={adding}
          onAdded={type => {
            onPick(type)
            setAdding(null)
          }}
        />
      )}
    </Stack>
  )
}

type NewTypeProps = { name: string; onAdded: (type: MachineType) => void }

function NewType({ name, onAdded }: NewTypeProps) {
  const say = useWords(machineWords)
  const types = useCall('machines.types', {})
  const fields = useRef<HTMLDivElement>(null)
  const form = useTypeForm({
    type: null,
    keptAs: 'machine-type.on-the-spot',
    inAnother: true,
    onSaved: ({ type }) => void types.refetch().then(() => onAdded(type)),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins with the name once
  useEffect(() => {
    if (name) form.type({ name })
  }, [name])
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
