import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'

/** A form that the person wants back. `hash`: where it was open. */
type Wanted = { keptAs: string; hash: string }

const wantedForm = createStore<{ wanted: Wanted | null }>(() => ({ wanted: null }))

/** Goes where the form was open. Whoever shows the form there opens it, by `useFormBroughtBack`. */
export function bringFormBack(wanted: Wanted): void {
  if (window.location.hash === wanted.hash) {
    wantedForm.setState({ wanted })
    return
  }
  // What stands beside a list follows the address, so the form is opened after that.
  window.addEventListener('hashchange', () => setTimeout(() => wantedForm.setState({ wanted })), {
    once: true,
  })
  window.location.hash = wanted.hash
}

/** Forgets a form that nobody opened, because another one is opened now. */
export function wantNoForm(): void {
  wantedForm.setState({ wanted: null })
}

/**
 * Opens a form when the person wants it back.
 * @param open opens the form that is kept under this name. Returns true if it did; false if it is not here, or if a part
 *   that is shown now opens it
 */
export function useFormBroughtBack(open: (keptAs: string) => boolean): void {
  const { wanted } = useStore(wantedForm)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a form is wanted
  useEffect(() => {
    if (wanted && open(wanted.keptAs)) wantNoForm()
  }, [wanted])
}

/** The part of the name after the kind of form: `new` or an id. Undefined if it is a form of another kind. */
export function keptOf(keptAs: string, kind: string): string | undefined {
  return keptAs.startsWith(`${kind}.`) ? keptAs.slice(kind.length + 1) : undefined
}
