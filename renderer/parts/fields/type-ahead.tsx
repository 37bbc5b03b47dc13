import { Combobox, InputBase, Loader } from '@mantine/core'
import type { CSSProperties, ReactNode, Ref } from 'react'
import { SEARCH_LENGTH } from '#calls/limits'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import type { Choice } from './find-choices.ts'
import { OR_ELSE, useTypeAhead } from './use-type-ahead.ts'

export type { Choice }

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
  placeholder?: string | undefined
  description?: ReactNode
  error?: ReactNode
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement> | undefined
  /** The height of the list, in pixels. */
  listHeight?: number
  style?: CSSProperties | undefined
}

/**
 * A field that narrows its choices while text is typed. Enter takes the first choice; arrow keys and clicks take
 * any; leaving the field takes the only one that the text finds. Any other text stays, with a sentence that says what
 * is wrong with it.
 */
export function TypeAhead(props: TypeAheadProps) {
  const { label, chosen, nothingFound, searching, clearLabel, onClear } = props
  const say = useWords(partWords)
  const field = useTypeAhead(props)
  const { combobox, typed, text, shown, orElse, undecided } = field
  const sentence =
    undecided === null ? null : undecided === 0 ? nothingFound : props.severalFound(undecided, text)
  const clears = onClear && (chosen || typed !== null) && !props.disabled
  return (
    <Combobox store={combobox} onOptionSubmit={field.submit} offset={field.gap} shadow="md" withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={label}
          ref={props.inputRef}
          value={typed ?? chosen?.label ?? ''}
          placeholder={props.placeholder}
          description={props.description}
          error={sentence ?? props.error}
          disabled={props.disabled}
          maxLength={SEARCH_LENGTH}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            searching ? (
              <Loader size={14} />
            ) : clears ? (
              <Combobox.ClearButton
                aria-label={clearLabel}
                aria-hidden={false}
                onClear={() => {
                  field.forget()
                  onClear()
                }}
              />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={clears && !searching ? 'all' : 'none'}
          style={props.style}
          onChange={event => field.type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onFocus={field.focus}
          onBlur={field.blur}
          onKeyDown={field.press}
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
