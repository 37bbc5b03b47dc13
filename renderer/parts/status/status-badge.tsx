import type { BookingStatus } from '#booking/bookings/status'
import { type TradeKey, tradeWords } from '../../words/trades.ts'
import { useWords } from '../../words/words.ts'
import './status-colours.css'

/** Colour and word together: nobody has to tell statuses apart by colour. */
export function StatusBadge({ status, overdue = false }: { status: TradeKey; overdue?: boolean }) {
  const say = useWords(tradeWords)
  const shown = overdue ? 'overdue' : status
  return (
    <span className="araro-status" data-look={lookOf(shown)}>
      {say(shown)}
    </span>
  )
}

/** The looks that the palette knows; ended bookings share one. */
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

const ENDED: readonly BookingStatus[] = ['rejected', 'cancelled', 'no-show', 'displaced']

export function lookOf(status: TradeKey): Look {
  if ((ENDED as readonly string[]).includes(status)) return 'ended'
  switch (status) {
    case 'pending':
    case 'approved':
    case 'in-use':
    case 'completed':
    case 'overdue':
    case 'held':
    case 'maintenance':
      return status
    case 'available':
    case 'verified':
      return 'good'
    case 'rented':
      return 'in-use'
    case 'planned':
      return 'maintenance'
    case 'suspended':
      return 'overdue'
    case 'not-verified':
      return 'pending'
    default:
      return 'ended'
  }
}
