import type { ReactNode, Ref } from 'react'
import type { MachineRow } from '#calls/machines'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { type Choice, TypeAhead } from './type-ahead.tsx'

type MachinePickerProps = {
  machines: readonly MachineRow[]
  machineId: string | null
  onPick: (machine: MachineRow) => void
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
}

/** The field "Machine". Each choice also shows the machine's type. */
export function MachinePicker({
  machines,
  machineId,
  onPick,
  error,
  disabled,
  inputRef,
}: MachinePickerProps) {
  const say = useWords(partWords)
  const choices = machines.map(choiceOf)
  return (
    <TypeAhead
      label={say('machine')}
      choices={choices}
      chosen={choices.find(choice => choice.value === machineId) ?? null}
      onChoose={choice => {
        const machine = machines.find(one => one.id === choice.value)
        if (machine) onPick(machine)
      }}
      nothingFound={say('noMachine')}
      error={error}
      disabled={disabled ?? false}
      {...(inputRef ? { inputRef } : {})}
    />
  )
}

function choiceOf(machine: MachineRow): Choice {
  return { value: machine.id, label: machine.name, note: machine.type }
}
