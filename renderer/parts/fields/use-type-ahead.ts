import { useCombobox } from '@mantine/core'
import { useUncontrolled } from '@mantine/hooks'
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { afterPress } from './after-press.ts'
import { type Choice, found, matching, meant } from './find-choices.ts'

export type TypeAheadProps = {
  label: string
  choices: readonly Choice[]
  /** The current choice. Its label is shown in the field unless text is being typed. */
  chosen: Choice | null
  onChoose: (choice: Choice) => void
  /** If given, the choice can be taken away: by a button with this name, or by emptying the field. */
  clearLabel?: string | undefined
  onClear?: (() => void) | undefined
  /**
   * The text that is typed and is no choice yet; null if there is none. A form keeps it, so that it is not lost and
   * is not taken for a choice. If not given, the field keeps it itself.
   */
  typed?: string | null | undefined
  onType?: ((typed: string | null) => void) | undefined
  /**
   * For choices that are searched elsewhere: whether the text finds one of them, and not only comes close to it. If not
   * given, the field filters `choices` itself.
   */
  finds?: (choice: Choice, text: string) => boolean
  nothingFound: string
  /** What is said if the field is left with a text that several choices match. */
  severalFound: (count: number, text: string) => string
  /** What can be made of a text that finds nothing, also if other choices come close to it. */
  orElse?: { label: (text: string) => string; take: (text: string) => void } | undefined
  searching?: boolean
  /** A choice by mouse leaves the field, so that the keys of the screen work. For fields that are no part of a form. */
  leftByMouse?: boolean | undefined
  placeholder?: string | undefined
  description?: ReactNode
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement> | undefined
  /** Takes the focus when the panel or dialog opens that it is in. */
  autoFocusInPanel?: boolean | undefined
  /** What stands beside the input itself, whatever is below it. */
  inputContainer?: (input: ReactNode) => ReactNode
  /** The height of the list, in pixels. */
  listHeight?: number
  style?: CSSProperties | undefined
}

/** The value of the last line, which is no choice. */
export const OR_ELSE = ' '

/** In pixels. */
const GAP = 8

/** What a type-ahead field does with keys, and with the text that is typed and is no choice yet. */
export function useTypeAhead(props: TypeAheadProps) {
  const { chosen, choices, onChoose, onClear, finds, searching = false } = props
  const [typed, setTyped] = useUncontrolled<string | null>({
    value: props.typed,
    defaultValue: null,
    finalValue: null,
    onChange: props.onType,
  })
  /** The field was left with a text. One that is there from the start was left before. */
  const [left, setLeft] = useState(typed !== null)
  const [waiting, setWaiting] = useState<'for-first' | 'for-named' | null>(left ? 'for-named' : null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const shown = finds || typed === null ? choices : found(choices, typed)
  const text = typed?.trim() ?? ''
  const matches = matching(shown, text, finds)
  const orElse = !searching && matches.length === 0 && text !== '' ? props.orElse : undefined

  // When the list opens or changes, Enter takes its first line again.
  const firstValue = shown[0]?.value
  const firstLine = firstValue ?? (orElse && OR_ELSE)
  const listed = combobox.dropdownOpened
  useEffect(() => {
    if (listed && text && firstLine !== undefined) combobox.selectFirstOption()
  }, [listed, text, firstLine, combobox.selectFirstOption])

  // The list opens below the sentence at the field, which says what to do with the list.
  const [gap, setGap] = useState(GAP)
  useLayoutEffect(() => {
    if (listed) setGap(GAP + heightBelow(combobox.targetRef.current))
  }, [listed, combobox.targetRef])

  // The choice stands in the field as one piece: what is typed next replaces it.
  const label = chosen?.label
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new choice is selected
  useEffect(() => {
    const field = combobox.targetRef.current
    if (typed === null && field instanceof HTMLInputElement && document.activeElement === field)
      field.select()
  }, [typed, label])

  function type(next: string) {
    setWaiting(null)
    setLeft(false)
    setTyped(next)
    combobox.openDropdown()
  }
  function forget() {
    combobox.closeDropdown()
    setWaiting(null)
    setLeft(false)
    if (typed !== null) setTyped(null)
  }
  /** A text that means no single choice stays, to be corrected. */
  function choose(choice: Choice | undefined) {
    setWaiting(null)
    if (!choice) return
    onChoose(choice)
    forget()
  }
  function submit(value: string) {
    if (value !== OR_ELSE) return choose(shown.find(one => one.value === value))
    // The text stays: whoever takes it can still give it up.
    combobox.closeDropdown()
    orElse?.take(text)
  }
  /** A click that Enter makes has no detail. */
  function click({ detail }: MouseEvent) {
    if (!props.leftByMouse || detail === 0) return
    // Once the choice stands in the field: what is left with a text looks for what was meant.
    requestAnimationFrame(() => combobox.targetRef.current?.blur())
  }
  function focus({ currentTarget }: FocusEvent<HTMLInputElement>) {
    currentTarget.select()
    if (typed !== null) combobox.openDropdown()
  }
  function blur() {
    combobox.closeDropdown()
    if (typed === null) return
    if (text === '') {
      forget()
      onClear?.()
      return
    }
    afterPress(() => setLeft(true))
    // Choose what was typed even if the person moves to the next field before the results arrive.
    if (waiting) return
    if (searching) setWaiting('for-named')
    else choose(meant(shown, text, finds))
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') return pressEnter(event)
    if (event.key === 'Escape' && typed !== null && chosen) {
      event.preventDefault()
      forget()
    }
    const edits = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete'
    if (typed === null && edits && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.currentTarget.select()
    }
  }
  /**
   * Enter opens the list or chooses. While text is being typed, Ctrl + Enter must not save the form with the
   * choice from before.
   */
  function pressEnter(event: KeyboardEvent) {
    event.preventDefault()
    const onChoice = firstLine !== undefined && combobox.getSelectedOptionIndex() !== -1
    if (typed !== null || (listed && onChoice)) event.stopPropagation()
    if (typed !== null && !onChoice && searching) setWaiting('for-first')
    if (typed === null && !event.ctrlKey && !event.metaKey) combobox.openDropdown()
  }
  const answered = useRef(() => {})
  answered.current = () => choose(waiting === 'for-first' ? shown[0] : meant(shown, text, finds))
  // The results have arrived: Enter pressed earlier takes the first line; leaving the field takes the choice that the
  // text names.
  useEffect(() => {
    if (waiting && !searching) answered.current()
  }, [waiting, searching])

  return {
    combobox,
    /** Between the field and its list, in pixels. */
    gap,
    typed,
    text,
    shown,
    orElse,
    /** How many choices a text matches that was left as no choice; null if there is no such text. */
    undecided: left && text !== '' && !searching && !waiting ? matches.length : null,
    type,
    forget,
    submit,
    click,
    focus,
    blur,
    press,
  }
}

/** The height of the sentence below a field, in pixels. */
function heightBelow(field: HTMLElement | null): number {
  const whole = field?.closest('.mantine-InputWrapper-root')
  return field && whole ? whole.getBoundingClientRect().bottom - field.getBoundingClientRect().bottom : 0
}
