import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { SEARCH_LENGTH } from '#calls/limits'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { type Choice, found, meant } from './find-choices.ts'

export type { Choice }

type TypeAheadProps = {
  label: string
  choices: readonly Choice[]
  /** The current choice. Its label is shown in the field unless text is being typed. */
  chosen: Choice | null
  onChoose: (choice: Choice) => void
  /**
   * Called with the text as it is typed, for choices that are searched elsewhere. If not given, the field filters
   * `choices` itself.
   */
  onType?: (text: string) => void
  /** For choices that are searched elsewhere: whether the text finds one of them, and not only comes close to it. */
  finds?: (choice: Choice, text: string) => boolean
  nothingFound: string
  /** What can be made of a text that finds nothing, also if other choices come close to it. */
  orElse?: { label: (text: string) => string; take: (text: string) => void } | undefined
  searching?: boolean
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  disabled?: boolean
  withAsterisk?: boolean
  inputRef?: Ref<HTMLInputElement>
  /** The height of the list, in pixels. */
  listHeight?: number
  size?: string
}

/** The value of the last line, which is no choice. */
const OR_ELSE = ' '

/**
 * A field that narrows its choices while text is typed. Enter takes the first choice; arrow keys and clicks take
 * any.
 */
export function TypeAhead(props: TypeAheadProps) {
  const { label, chosen, choices, onChoose, onType, finds, nothingFound, searching } = props
  const say = useWords(partWords)
  const [typed, setTyped] = useState<string | null>(null)
  const [waiting, setWaiting] = useState<'for-first' | 'for-named' | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const shown = onType || typed === null ? choices : found(choices, typed)
  const text = typed?.trim() ?? ''
  const nothing = !searching && !shown.some(choice => finds?.(choice, text) ?? true)
  const orElse = nothing && text !== '' ? props.orElse : undefined

  // When the list changes, Enter takes its first line again.
  const firstValue = shown[0]?.value
  const firstLine = firstValue ?? (orElse && OR_ELSE)
  useEffect(() => {
    if (typed && firstLine !== undefined) combobox.selectFirstOption()
  }, [typed, firstLine, combobox.selectFirstOption])

  function named(text: string) {
    return meant(shown, text, finds && (choice => finds(choice, text)))
  }
  function type(text: string) {
    setWaiting(null)
    setTyped(text)
    onType?.(text)
    combobox.openDropdown()
  }
  function forget() {
    combobox.closeDropdown()
    setWaiting(null)
    setTyped(null)
    onType?.('')
  }
  /**
   * Enter opens the list or chooses. While text is being typed, Ctrl + Enter must not save the form with the
   * choice from before.
   */
  function chooseOnEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const onChoice = firstLine !== undefined && combobox.getSelectedOptionIndex() !== -1
    if (typed !== null || (combobox.dropdownOpened && onChoice)) event.stopPropagation()
    if (typed !== null && !onChoice && searching) setWaiting('for-first')
    if (typed === null && !event.ctrlKey && !event.metaKey) combobox.openDropdown()
  }
  function choose(value: string) {
    const choice = shown.find(one => one.value === value)
    if (choice) onChoose(choice)
    forget()
  }
  function submit(value: string) {
    if (value !== OR_ELSE) return choose(value)
    orElse?.take(text)
    forget()
  }
  function blur() {
    combobox.closeDropdown()
    // Choose what was typed even if the person moves to the next field before the results arrive.
    if (waiting || typed === null) return
    if (searching) setWaiting('for-named')
    else choose(named(typed)?.value ?? '')
  }
  const answered = useRef(() => {})
  answered.current = () => choose((waiting === 'for-first' ? firstValue : named(typed ?? '')?.value) ?? '')
  // The results have arrived: Enter pressed earlier takes the first line; leaving the field takes the choice that the
  // text names.
  useEffect(() => {
    if (waiting && !searching) answered.current()
  }, [waiting, searching])

  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" withinPortal>
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
          maxLength={SEARCH_LENGTH}
          autoComplete="off"
          spellCheck={false}
          rightSection={searching ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={event => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onFocus={event => event.currentTarget.select()}
          onBlur={blur}
          onKeyDown={chooseOnEnter}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={props.disabled}>
        <Combobox.Options
          aria-label={say('choices')}
          mah={props.listHeight ?? 280}
          style={{ overflowY: 'auto' }}
        >
          {shown.map(choice => (
            <Combobox.Option key={choice.value} value={choice.value} active={choice.value === chosen?.value}>
              {choice.label}
              {choice.note ? <span className="araro-choice-note"> {choice.note}</span> : null}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? (
            <Combobox.Empty>{searching ? say('searching') : nothingFound}</Combobox.Empty>
          ) : null}
          {orElse ? <Combobox.Option value={OR_ELSE}>{orElse.label(text)}</Combobox.Option> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
