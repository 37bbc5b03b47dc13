import { keysWork } from './key-setting.ts'

/** Where a key means what is typed or chosen there. */
const TAKES_TEXT = `textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable="true"],
  [role="menu"], [role="listbox"]`
const TAKES_KEYS = `${TAKES_TEXT}, [role="dialog"]`
/** A dialog over the screen or over a panel. */
const QUESTION = '[role="dialog"][aria-modal="true"]:not([data-panel])'
const TAKES_ARROWS = 'input, [role="radiogroup"], [role="tablist"]'

/**
 * Whether a key without Ctrl or Alt is a command to the screen: not while somebody types, chooses in a menu or has a
 * dialog open, and not if the user switched such keys off.
 */
export function keyCounts(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || !keysWork()) return false
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return false
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest(TAKES_KEYS)) return false
  return !(event.key.startsWith('Arrow') && target?.closest(TAKES_ARROWS))
}

/** Whether Ctrl + Z, or ⌘ + Z, undoes a step: in a field it undoes the typing, and a question is answered first. */
export function isUndoKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'z')
    return false
  return (event.ctrlKey || event.metaKey) && !isTyping(event) && !document.querySelector(QUESTION)
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(TAKES_TEXT) !== null
}
