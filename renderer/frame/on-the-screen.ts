import type { Action } from './everywhere.ts'

/**
 * The buttons that can be pressed on the screen now, under the words that stand on them: those of the open panel if
 * there is one, otherwise those of the screen. Read from the screen itself, so that there is no second list of them.
 */
export function actionsOnTheScreen(): Action[] {
  const dialogs = document.querySelectorAll('[role="dialog"][aria-modal="true"]:not([data-search])')
  const uppermost = [...dialogs].at(-1)
  const buttons = (uppermost ?? document).querySelectorAll<HTMLElement>('[data-offered] :is(button, a[href])')
  const found = [...buttons].filter(button => !button.matches(':disabled, [data-disabled], [data-loading]'))
  return found.map((button, at) => ({
    id: `here ${at}`,
    label: (button.getAttribute('aria-label') ?? button.textContent ?? '').trim(),
    ...(button.ariaKeyShortcuts && { keys: button.ariaKeyShortcuts.split('+') }),
    run: () => button.isConnected && button.click(),
  }))
}
