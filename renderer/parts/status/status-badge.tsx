import type { ReactNode } from 'react'
import './status-colours.css'

export type Look =
  | 'pending'
  | 'approved'
  | 'in-use'
  | 'completed'
  | 'ended'
  | 'overdue'
  | 'held'
  | 'maintenance'
  | 'good'

/** Shows a status as colour and word, so that nobody depends on the colour. */
export function StatusBadge({ look, children }: { look: Look; children: ReactNode }) {
  return (
    <span className="araro-status" data-look={look}>
      {children}
    </span>
  )
}
