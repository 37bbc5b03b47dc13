import { type KeyboardEvent, type RefObject, useRef } from 'react'

const BY_KEY: { readonly [key: string]: string } = {
  enter: '.araro-day-do :is(button, a)',
  o: '.araro-row-link',
}

/** The properties of a line that the arrow keys come to: Enter then presses its first button, and O opens its record. */
export type LinePresses = {
  readonly ref: RefObject<HTMLTableRowElement | null>
  readonly className: string
  readonly 'data-line': true
  readonly tabIndex: -1
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

export function useLinePresses(): LinePresses {
  const row = useRef<HTMLTableRowElement>(null)
  function pressed(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== row.current || event.ctrlKey || event.metaKey || event.altKey) return
    const wanted = BY_KEY[event.key.toLowerCase()]
    const control = wanted && row.current?.querySelector<HTMLElement>(wanted)
    if (!control) return
    event.preventDefault()
    control.click()
  }
  return { ref: row, className: 'araro-day-line', 'data-line': true, tabIndex: -1, onKeyDown: pressed }
}
