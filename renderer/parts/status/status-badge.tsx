import type { ReactNode } from 'react'
import { LOOK_ICONS, type Look } from './looks.ts'
import './status-colours.css'

/** Shows a status as icon, word and colour, so that nobody depends on the colour. */
export function StatusBadge({ look, children }: { look: Look; children: ReactNode }) {
  const Icon = LOOK_ICONS[look]
  return (
    <span className="araro-status" data-look={look}>
      <Icon size={14} stroke={2.25} aria-hidden />
      <span className="araro-status-word">{children}</span>
    </span>
  )
}
