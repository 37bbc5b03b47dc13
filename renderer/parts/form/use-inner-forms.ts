import { useState } from 'react'
import { useSignIn } from '../../service/sign-in.ts'
import { useFormBroughtBack } from './brought-back.ts'
import { isKept, placeOf } from './kept-typing.ts'

/** Which of the forms inside a panel is open. */
export type InnerForms = {
  /** Its name, as in its `keptAs`; null if none is open. */
  open: string | null
  /** The form was opened by its button, so its first field takes the focus. */
  pressed: boolean
  /** The form that was open before: the keyboard goes on from the button that opened it. */
  left: string | null
  press: (name: string) => void
  leave: () => void
}

/**
 * Of the forms inside a panel, at most one is open. One whose text was kept opens by itself with the panel, and leaves
 * the focus where it is.
 * @param names the forms of the panel when it opens, as in their `keptAs`
 */
export function useInnerForms(names: readonly string[]): InnerForms {
  const userId = useSignIn(state => state.user?.id ?? 'nobody')
  const [open, setOpen] = useState(
    () => names.find(name => isKept(sessionStorage, placeOf(userId, name))) ?? null,
  )
  const [pressed, setPressed] = useState(false)
  const [left, setLeft] = useState<string | null>(null)
  function press(name: string): void {
    setPressed(true)
    setOpen(name)
  }
  useFormBroughtBack(name => {
    if (!names.includes(name)) return false
    press(name)
    return true
  })
  return {
    open,
    pressed,
    left,
    press,
    leave() {
      setLeft(open)
      setOpen(null)
    },
  }
}
