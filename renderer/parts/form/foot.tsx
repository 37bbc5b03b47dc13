import { Children, type ReactNode } from 'react'
import './foot.css'

type FootProps = {
  /** In a dialog the buttons stand at the right, the first of `children` last. */
  inDialog?: boolean
  /** The buttons: first the one that does what the form or the question is for. */
  children: ReactNode
}

/**
 * The buttons below a form or a question, in the same order everywhere. In a panel or a dialog they stay in view,
 * however long it is.
 */
export function Foot({ inDialog = false, children }: FootProps) {
  const buttons = Children.toArray(children)
  return (
    <div className="araro-foot" data-in-dialog={inDialog || undefined}>
      {inDialog ? buttons.reverse() : buttons}
    </div>
  )
}
