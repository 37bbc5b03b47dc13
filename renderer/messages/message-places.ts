/** One message to the person, as far as its place is concerned. */
export type Message = {
  /** Messages of one kind replace each other: `bookings.approve`. */
  kind: string
  /** What is said of one. */
  said: string
  /** What is said instead once it happened several times while the message was shown: "3 approved". */
  counted?: (count: number) => string
}

/** How messages are shown and hidden. */
export type Board<Shown> = { show: (id: string, shown: Shown) => void; hide: (id: string) => void }

export type MessagePlaces<Shown> = {
  /** Says what was done. It takes the place of what was said before. */
  tell: (message: Message, shownAs: (said: string, count: number) => Shown) => void
  /** Shows a message with a button that is valid for a time. It takes the place of the offer before. */
  offer: (kind: string, shown: Shown) => void
  /** Takes back an offer of this kind, because it was used or is no longer valid. */
  withdraw: (kind: string) => void
  /** Another screen is shown. What was said about the screen before goes, and an offer stays until its time. */
  screenChanged: () => void
  /** Hides everything. Returns whether there was anything to hide. */
  dismiss: () => boolean
  /** The board hid this message by itself, at the end of its time or because the person closed it. */
  gone: (id: string) => void
}

/**
 * At most two messages are shown: what was done last, and the last offer, such as Undo. A newer one takes the place of
 * the older, so that messages never pile up.
 */
export function messagePlaces<Shown>(board: Board<Shown>): MessagePlaces<Shown> {
  let told: { id: string; kind: string; count: number } | null = null
  let offered: { id: string; kind: string } | null = null
  let last = 0
  const nextId = () => `message-${++last}`

  function clearTold(): void {
    const { id } = told ?? {}
    told = null
    if (id) board.hide(id)
  }
  function clearOffer(): void {
    const { id } = offered ?? {}
    offered = null
    if (id) board.hide(id)
  }
  return {
    tell({ kind, said, counted }, shownAs) {
      const count = counted && told?.kind === kind ? told.count + 1 : 1
      clearTold()
      // A new id for each, so that screen readers announce the repeated message as well.
      told = { id: nextId(), kind, count }
      board.show(told.id, shownAs(counted && count > 1 ? counted(count) : said, count))
    },
    offer(kind, shown) {
      clearOffer()
      offered = { id: nextId(), kind }
      board.show(offered.id, shown)
    },
    withdraw(kind) {
      if (offered?.kind === kind) clearOffer()
    },
    screenChanged: clearTold,
    dismiss() {
      const any = told !== null || offered !== null
      clearTold()
      clearOffer()
      return any
    },
    gone(id) {
      if (told?.id === id) told = null
      if (offered?.id === id) offered = null
    },
  }
}
