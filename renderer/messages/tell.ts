import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { type Message, messagePlaces } from './message-places.ts'

export type Looks = { color?: string; title?: string; autoClose?: number | false }
/** The content of a message, with its sentence. `count`: how often it has happened while it was shown. */
type Inside = (said: string, count: number) => ReactNode
type Shown = Looks & { message: ReactNode }

const places = messagePlaces<Shown>({
  show: (id, shown) => void notifications.show({ ...shown, id, onClose: () => places.gone(id) }),
  hide: id => void notifications.hide(id),
})

/**
 * Says in a message what was done. A newer one takes the place of the older; the same kind is counted if the message has
 * words for it.
 * @param inside what the message has beside its sentence, such as a button
 */
export function tell(message: Message | string, looks: Looks = {}, inside?: Inside): void {
  const whole = typeof message === 'string' ? { kind: message, said: message } : message
  places.tell(whole, (said, count) => ({ ...looks, message: inside ? inside(said, count) : said }))
}

/** Shows a message with a button, such as Undo, for this long. It stays while the person goes to another screen. */
export function offer(kind: string, shown: Shown & { autoClose: number }): void {
  places.offer(kind, shown)
}

export const withdrawOffer = places.withdraw
export const messagesOfScreenGone = places.screenChanged
export const dismissMessages = places.dismiss

/** The kind of the offer to bring back a form that was closed without saving. */
export const CLOSED_FORM = 'closed-form'
