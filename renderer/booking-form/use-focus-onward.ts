import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Availability } from './use-availability.ts'

/**
 * Where the focus goes next: after something in the form was chosen with the mouse, or with Tab, which must not pass
 * over what the answer is about to offer.
 */
type Next = 'member' | 'member-list' | 'save' | 'offers'

/**
 * Moves the focus on to what is still missing: the member, or Save once the chosen time is known to be free. Until
 * then it stays at the answer. With Tab, it goes through the answer: to what it offers instead, or else to the next
 * field.
 */
export function useFocusOnward(state: Availability['state']) {
  const panelRef = useRef<HTMLDivElement>(null)
  const saveRef = useRef<HTMLButtonElement>(null)
  const memberRef = useRef<HTMLInputElement>(null)
  const [next, setNext] = useState<Next | null>(null)

  // After the screen is drawn, so that the field that is left has closed its list.
  useEffect(() => {
    if (next !== 'member' && next !== 'member-list') return
    setNext(null)
    // The days that were just clicked stay where they are on the screen.
    memberRef.current?.focus({ preventScroll: next === 'member' })
    if (next === 'member-list') memberRef.current?.click()
  }, [next])

  useEffect(() => {
    if (next !== 'save' || state !== 'free') return
    setNext(null)
    // If the user has moved to another field meanwhile, the focus stays there.
    if (document.activeElement === panelRef.current) saveRef.current?.focus()
  }, [next, state])

  useEffect(() => {
    if (next !== 'offers' || state === 'checking') return
    setNext(null)
    const panel = panelRef.current
    if (!panel || document.activeElement !== panel) return
    const target = panel.querySelector('button') ?? fieldAfter(panel)
    target?.focus()
  }, [next, state])

  function waitFor(what: 'save' | 'offers') {
    panelRef.current?.focus({ preventScroll: true })
    setNext(what)
  }
  /** For the fields above the answer: Tab from the last of them waits for it. */
  function pressAbove(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Tab' || event.shiftKey || state !== 'checking') return
    if (event.target !== [...event.currentTarget.querySelectorAll('input')].at(-1)) return
    event.preventDefault()
    waitFor('offers')
  }
  /** What is typed while the focus waits is meant for the next field, which takes the key with the focus. */
  function pressAtAnswer(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.key.length !== 1) return
    if (!event.ctrlKey && !event.metaKey && !event.altKey) fieldAfter(event.currentTarget)?.focus()
  }
  return {
    panelRef,
    saveRef,
    memberRef,
    toMember: setNext,
    toSave: () => waitFor('save'),
    pressAbove,
    pressAtAnswer,
  }
}

function fieldAfter(panel: HTMLElement): HTMLElement | undefined {
  const fields = panel.closest('form')?.querySelectorAll('input:not([type="hidden"])') ?? []
  return [...fields].find(
    (field): field is HTMLElement =>
      field instanceof HTMLElement &&
      Boolean(panel.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING),
  )
}
