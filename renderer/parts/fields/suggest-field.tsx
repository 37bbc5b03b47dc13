import { Autocomplete } from '@mantine/core'
import type { ReactNode } from 'react'
import { continues, suggestedFor } from './suggestions.ts'

type SuggestFieldProps = {
  label: string
  description?: ReactNode
  value: string
  onChange: (value: string) => void
  suggestions: readonly string[]
  /** How many suggestions are shown at most. */
  limit?: number
  maxLength: number
  error?: ReactNode
}

/**
 * A field for a text that others have often typed before. Enter takes the suggestion that is highlighted: the first one
 * if it continues what is typed, or one that the arrow keys reached. Otherwise the text stays as it is typed.
 */
export function SuggestField({ suggestions, value, limit = 30, ...props }: SuggestFieldProps) {
  const suggested = suggestedFor(suggestions, value).slice(0, limit)
  return (
    <Autocomplete
      {...props}
      value={value}
      data={suggested}
      filter={({ options }) => options}
      selectFirstOptionOnChange={continues(suggested[0], value)}
      openOnFocus={false}
    />
  )
}
