import { useMemo, useSyncExternalStore } from 'react'
import { may, type Permission, type Role } from '#booking/users/roles'
import type { InputOf } from './service/calls-by-name.ts'

export const GROUPS = ['first', 'work', 'records', 'office', 'help'] as const

/** The screen's group in the navigation, and the permission that is needed to see the screen. */
type Row = { readonly group: (typeof GROUPS)[number]; readonly right: Permission }

/**
 * All screens behind the sign-in, in the order of the navigation. For each row, the compiler also requires an icon
 * and code in `screens.tsx`, and a name and help in `words/frame/screens.ts`. The navigation, the palette, the help
 * and the accessibility test of the screens are derived from this table.
 */
export const SCREENS = {
  calendar: { group: 'first', right: 'see-office' },
  approvals: { group: 'first', right: 'decide-bookings' },
  bookings: { group: 'work', right: 'see-office' },
  machines: { group: 'records', right: 'see-office' },
  members: { group: 'records', right: 'see-office' },
  maintenance: { group: 'records', right: 'see-office' },
  history: { group: 'office', right: 'see-office' },
  settings: { group: 'office', right: 'set-rules' },
  help: { group: 'help', right: 'own-account' },
} as const satisfies Record<string, Row>
export type ScreenName = keyof typeof SCREENS
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]

/** The screens that a role may use. No others are shown to it. */
export function screensFor(role: Role): ScreenName[] {
  return SCREEN_NAMES.filter(name => may(role, SCREENS[name].right))
}

/** The query for pending bookings. The approvals and the navigation's count share it, so that it runs once for both. */
export const WAITING = { status: ['pending'], order: 'oldest', limit: 100 } satisfies Omit<
  InputOf<'bookings.list'>,
  'cursor'
>

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
  const screen = SCREEN_NAMES.find(name => name === path) ?? 'calendar'
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
