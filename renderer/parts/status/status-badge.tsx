import type { ReactNode } from 'react'
import './status-colours.css'

/** The looks that the palette knows. */
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

/** Colour and word together: nobody has to tell statuses apart by colour. */
export function StatusBadge({ look, children }: { look: Look; children: ReactNode }) {
  return (
    <span className="araro-status" data-look={look}>
      {children}
    </span>
  )
}
