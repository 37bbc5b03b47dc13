import type { CSSProperties, ReactNode, Ref } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { type Choice, TypeAhead } from './type-ahead.tsx'

type PickableMachine = { id: string; name: string; type: string }

type MachinePickerProps<Machine extends PickableMachine> = {
  machines: readonly Machine[]
  machineId: string | null
  onPick: (machine: Machine) => void
  /** For a filter, which can be without a machine: the name of the button that takes the machine away. */
  clearLabel?: string
  onClear?: () => void
  /** A text that is no machine yet: see `TypeAhead`. */
  typed?: string | null
  onType?: (typed: string | null) => void
  placeholder?: string
  /** See `TypeAhead`. */
  leftByMouse?: boolean
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
  style?: CSSProperties
}

/** The field "Machine". Finds machines by name and by type; each choice shows the machine's type. */
export function MachinePicker<Machine extends PickableMachine>(props: MachinePickerProps<Machine>) {
  const { machines, machineId, onPick, placeholder, disabled = false, ...others } = props
  const say = useWords(partWords)
  const choices = machines.map(choiceOf)
  return (
    <TypeAhead
      {...others}
      label={say('machine')}
      placeholder={placeholder ?? say('machineHint')}
      choices={choices}
      chosen={choices.find(choice => choice.value === machineId) ?? null}
      onChoose={choice => {
        const machine = machines.find(one => one.id === choice.value)
        if (machine) onPick(machine)
      }}
      nothingFound={say('noMachine')}
      severalFound={(count, text) => say('machinesMatch', { count, text })}
      disabled={disabled}
    />
  )
}

function choiceOf(machine: PickableMachine): Choice {
  return { value: machine.id, label: machine.name, note: machine.type }
}
