import { Popover } from '@mantine/core'
import type { BoardEvent } from '#calls/board'
import type { BookingRow } from '#calls/booking-rows'
import { BookingCard } from './booking-card.tsx'
import { CellCard } from './cell-card.tsx'
import type { Columns } from './columns.ts'
import { PlainCard } from './plain-card.tsx'
import type { Carded, useCard } from './use-card.ts'
import type { Opening } from './use-opening.ts'
import './card.css'

type CardProps = {
  carded: Carded
  columns: Columns
  opening: Opening
  cards: ReturnType<typeof useCard>
  /** Takes a booking up, to be moved by the arrow keys. */
  onTakeUp: (event: BoardEvent) => void
  /** Asks for a later end. */
  onExtend: (booking: BookingRow) => void
}

/** What is known of something on the board, beside it. */
export function Card({ carded, columns, opening, cards, onTakeUp, onExtend }: CardProps) {
  const { row, item, box, pinned } = carded
  return (
    <Popover
      opened
      onDismiss={cards.close}
      position="bottom-start"
      withinPortal={false}
      trapFocus={pinned}
      withRoles={false}
      transitionProps={{ duration: 0 }}
      width={item && 'event' in item ? 280 : 300}
      shadow="md"
    >
      <Popover.Target>
        <div className="araro-board-carded" style={box} />
      </Popover.Target>
      <Popover.Dropdown
        className="araro-board-card"
        onPointerEnter={cards.stay}
        onPointerLeave={cards.leave}
        {...(pinned ? { role: 'dialog', 'aria-label': row.machine.name } : {})}
      >
        {'column' in item ? (
          <CellCard
            machine={row.machine}
            cell={item}
            columns={columns}
            opening={opening}
            onDone={cards.close}
            onTakeUp={onTakeUp}
          />
        ) : item.event.kind === 'booking' ? (
          <BookingCard
            bookingId={item.event.id}
            hit={item.event.hit === true}
            onDone={cards.close}
            onExtend={onExtend}
          />
        ) : (
          <PlainCard event={item.event} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
