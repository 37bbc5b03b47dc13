import { useMemo, useSyncExternalStore } from 'react'
import type { Permission } from '#booking/users/roles'
import type { InputOf } from './service/calls-by-name.ts'

/** Every screen behind the sign-in, in the order of the navigation, and what one must be allowed to do to be shown it. */
export const SCREENS = [
  { name: 'calendar', right: 'see-office' },
  { name: 'approvals', right: 'decide-bookings' },
  { name: 'bookings', right: 'see-office' },
  { name: 'machines', right: 'see-office' },
  { name: 'members', right: 'see-office' },
  { name: 'maintenance', right: 'see-office' },
  { name: 'history', right: 'see-office' },
  { name: 'settings', right: 'set-rules' },
  { name: 'help', right: 'own-account' },
] as const satisfies readonly { name: string; right: Permission }[]
export type ScreenName = (typeof SCREENS)[number]['name']

/** What the approvals show, and what the navigation counts: asked once for both. */
export const WAITING = { status: ['pending'], order: 'oldest', limit: 100 } satisfies Omit<
  InputOf<'bookings.list'>,
  'cursor'
>

/** What one must be allowed to do to be shown a screen. */
export function rightOf(name: ScreenName): Permission {
  return SCREENS.find(screen => screen.name === name)?.right ?? 'keep-users'
}

/** Where a window is: `#/calendar?booking=…`. Back and forward work, and an address can be kept. */
export type Place = {
  screen: ScreenName
  /** The booking whose details are open beside the screen. */
  bookingId: string | null
  /** What the screen was asked to look for. */
  find: string | null
  /** The only status that the bookings are asked for. */
  status: string | null
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash)
  return useMemo(() => placeOf(hash), [hash])
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const params = new URLSearchParams(query)
  const screen = SCREENS.find(one => one.name === path)?.name ?? 'calendar'
  return {
    screen,
    bookingId: params.get('booking'),
    find: params.get('find'),
    status: params.get('status'),
  }
}

export function hrefOf(screen: ScreenName, more: Partial<Omit<Place, 'screen'>> = {}): string {
  const params = new URLSearchParams()
  if (more.bookingId) params.set('booking', more.bookingId)
  if (more.find) params.set('find', more.find)
  if (more.status) params.set('status', more.status)
  const query = params.toString()
  return `#/${screen}${query ? `?${query}` : ''}`
}

export function goTo(screen: ScreenName, more?: { bookingId?: string; find?: string }): void {
  window.location.hash = hrefOf(screen, more)
}

/** Opens the details of a booking beside whatever screen is shown. */
export function openBooking(bookingId: string): void {
  const { screen, ...place } = placeOf(window.location.hash)
  window.location.hash = hrefOf(screen, { ...place, bookingId })
}

export function closeBooking(): void {
  const { screen, ...place } = placeOf(window.location.hash)
  window.location.hash = hrefOf(screen, { ...place, bookingId: null })
}
