import { useEffect, useState } from 'react'
import type { RecordEntity } from '#booking/entities'
import { closeBeside, openRecord, usePlace } from '../../navigation.ts'

/** What stands beside a list of records: one of them, its form, or something of the screen's own. */
export type Beside<Own extends string> = { show: string } | { change: string } | Own | null

/**
 * What stands beside the list, and how it is changed. The record that is shown is in the address: Back closes it, and
 * a link from anywhere opens it. Its form goes when the record does.
 * @param own what else the screen shows there, such as `'add'`; an address may open that as well
 */
export function useBeside<Own extends string>(
  entity: RecordEntity,
  own: readonly Own[],
): [Beside<Own>, (next: Beside<Own>) => void] {
  const { open } = usePlace()
  const [over, setOver] = useState<{ change: string } | Own | null>(null)
  // Whoever opens another record, or goes back, leaves what stood over the one before.
  useEffect(() => setOver(now => (isForm(now) && now.change === open ? now : null)), [open])

  const shown = open === null ? null : (own.find(one => one === open) ?? { show: open })
  const beside = isForm(over) && over.change !== open ? shown : (over ?? shown)
  function go(next: Beside<Own>): void {
    const shows = next !== null && typeof next === 'object' && 'show' in next
    setOver(shows ? null : next)
    if (shows) openRecord(entity, next.show)
    else if (next === null && open !== null) closeBeside('open')
  }
  return [beside, go]
}

function isForm(over: { change: string } | string | null): over is { change: string } {
  return typeof over === 'object' && over !== null
}
