import { Combobox, InputBase, Loader } from '@mantine/core'
import { SEARCH_LENGTH } from '#calls/limits'
import { partWords } from '../../words/parts/parts.ts'
import { useWords } from '../../words/words.ts'
import type { Choice } from './find-choices.ts'
import { OR_ELSE, type TypeAheadProps, useTypeAhead } from './use-type-ahead.ts'

export type { Choice }

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
          // Heard also where the new text is the same as before, such as a name pasted over itself, which asks anew.
          onInput={event => field.type(event.currentTarget.value)}
          onChange={keptByOnInput}
          {...(props.autoFocusInPanel ? { 'data-autofocus': true } : {})}
          {...(props.inputContainer ? { inputContainer: props.inputContainer } : {})}
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
            <Combobox.Option
              key={choice.value}
              value={choice.value}
              active={choice.value === chosen?.value}
              onClick={field.click}
            >
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

/** React wants to know that a field with a value can change. */
function keptByOnInput(): void {}
