import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { type ReactNode, type Ref, useEffect, useState } from 'react'
import { partWords } from '../words/parts.ts'
import { useWords } from '../words/words.ts'

export type Choice = { value: string; label: string; note?: string }

type TypeAheadProps = {
  label: string
  choices: readonly Choice[]
  /** What is chosen now; its label stands in the field while nobody types. */
  chosen: Choice | null
  onChoose: (choice: Choice) => void
  /** Told what is typed; without it the choices are filtered here. */
  onType?: (text: string) => void
  nothingFound: string
  searching?: boolean
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  disabled?: boolean
  withAsterisk?: boolean
  inputRef?: Ref<HTMLInputElement>
  size?: string
}

/** A field that narrows its choices as one types; Enter takes the first, arrows and clicks take any. */
export function TypeAhead(props: TypeAheadProps) {
  const { label, chosen, choices, onChoose, onType, nothingFound, searching } = props
  const say = useWords(partWords)
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const shown = onType || typed === null ? choices : choices.filter(choice => contains(choice, typed))

  // Whenever the list changes under what was typed, Enter means its first line again.
  const firstValue = shown[0]?.value
  useEffect(() => {
    if (typed && firstValue !== undefined) combobox.selectFirstOption()
  }, [typed, firstValue, combobox.selectFirstOption])

  function type(text: string) {
    setTyped(text)
    onType?.(text)
    combobox.openDropdown()
  }
  function leave() {
    combobox.closeDropdown()
    setTyped(null)
    onType?.('')
  }
  function choose(value: string) {
    const choice = shown.find(one => one.value === value)
    if (choice) onChoose(choice)
    leave()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={label}
          ref={props.inputRef}
          size={props.size ?? 'sm'}
          value={typed ?? chosen?.label ?? ''}
          placeholder={props.placeholder}
          description={props.description}
          error={props.error}
          disabled={props.disabled}
          withAsterisk={props.withAsterisk}
          autoComplete="off"
          spellCheck={false}
          rightSection={searching ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={event => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onFocus={event => event.currentTarget.select()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={props.disabled}>
        <Combobox.Options aria-label={say('choices')} mah={280} style={{ overflowY: 'auto' }}>
          {shown.map(choice => (
            <Combobox.Option key={choice.value} value={choice.value} active={choice.value === chosen?.value}>
              {choice.label}
              {choice.note ? <span className="araro-choice-note"> {choice.note}</span> : null}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? (
            <Combobox.Empty>{searching ? say('searching') : nothingFound}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** "Niña" is found by "nina". */
function contains(choice: Choice, text: string): boolean {
  return folded(`${choice.label} ${choice.note ?? ''}`).includes(folded(text.trim()))
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
