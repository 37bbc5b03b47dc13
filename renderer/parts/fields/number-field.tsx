import { type InputWrapperProps, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../words/format.ts'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import { afterPress } from './after-press.ts'
import { type NumberLimits, type NumberTyped, readNumber } from './read-number.ts'

type NumberFieldProps = {
  label: string
  description?: string
  placeholder?: string
  typed: NumberTyped
  onType: (typed: string) => void
  limits: NumberLimits
  /** The field may be empty. */
  optional?: boolean
  /**
   * True once Save was pressed: an empty field is then an error. If not given, an empty field is an error once it
   * has lost the focus.
   */
  asked?: boolean
  /** Why the office refused the number. */
  refused?: string | null
  inputWrapperOrder?: InputWrapperProps['inputWrapperOrder']
  autoFocus?: boolean
}

/** In characters. Enough for any number with commas and decimals. */
const LONGEST_NUMBER = 20

/**
 * A field for a number. Keeps the text as it is typed, and shows an error while it is not a number within the
 * limits.
 */
export function NumberField(props: NumberFieldProps) {
  const { typed, limits, optional = false } = props
  const say = useWords(partWords)
  const format = useFormat()
  const [left, setLeft] = useState(false)
  const isEmpty = String(typed).trim() === ''
  const wrong = isEmpty ? !optional && (props.asked ?? left) : readNumber(typed, limits) === null
  const { min, max, decimals = 0 } = limits
  const range = { min: format.number(min), max: format.number(max), decimals }
  return (
    <TextInput
      label={props.label}
      description={props.description}
      placeholder={props.placeholder}
      inputMode={limits.decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      autoFocus={props.autoFocus}
      maxLength={LONGEST_NUMBER}
      value={String(typed)}
      onChange={event => props.onType(event.currentTarget.value)}
      onBlur={() => afterPress(() => setLeft(true))}
      error={wrong ? say(limits.decimals ? 'amountFromTo' : 'wholeFromTo', range) : (props.refused ?? null)}
      {...(props.inputWrapperOrder ? { inputWrapperOrder: props.inputWrapperOrder } : {})}
    />
  )
}
