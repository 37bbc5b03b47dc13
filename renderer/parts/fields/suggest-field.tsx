import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { continues, suggestedFor } from './suggestions.ts'

type SuggestFieldProps = {
  label: string
  description?: ReactNode
  value: string
  onChange: (value: string) => void
  suggestions: readonly string[]
  maxLength: number
  error?: ReactNode
}

const MOST = 30

/**
 * A field for a text that others have often typed before. Enter takes the suggestion that is highlighted: the first one
 * if it continues what is typed, or one that the arrow keys reached. Otherwise the text stays as it is typed.
 */
export function SuggestField({ suggestions, value, onChange, ...props }: SuggestFieldProps) {
  const say = useWords(partWords)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const suggested = suggestedFor(suggestions, value).slice(0, MOST)
  const first = continues(suggested[0], value) ? suggested[0] : undefined
  const { dropdownOpened: listed, selectFirstOption, resetSelectedOption } = combobox
  // biome-ignore lint/correctness/useExhaustiveDependencies: each text is looked at anew
  useEffect(() => {
    if (!listed) return
    if (first === undefined) resetSelectedOption()
    else selectFirstOption()
  }, [listed, value, first, selectFirstOption, resetSelectedOption])
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={taken => {
        onChange(taken)
        combobox.closeDropdown()
      }}
      shadow="md"
      withinPortal
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...props}
          value={value}
          autoComplete="off"
          onChange={event => {
            onChange(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={suggested.length === 0}>
        <Combobox.Options aria-label={say('choices')} mah={220} style={{ overflowY: 'auto' }}>
          {suggested.map(one => (
            <Combobox.Option key={one} value={one}>
              {one}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
