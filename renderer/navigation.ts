import { useMemo, useSyncExternalStore } from 'react'
import type { RecordEntity } from '#booking/entities'
import { may, type Permission, type Role } from '#booking/users/roles'
import type { InputOf } from './service/calls-by-name.ts'

/** `user`: in the menu of the signed-in user, not in the navigation. */
export const GROUPS = ['first', 'work', 'records', 'office', 'user'] as const
export type Group = (typeof GROUPS)[number]

/**
 * The screen's group in the navigation, the permission that is needed to see the screen, and the letter that goes there
 * after G.
 */
type Row = { readonly group: Group; readonly right: Permission; readonly key: string }

/**
 * All screens behind the sign-in, in the order of the navigation. For each row, the compiler also requires an icon
 * and code in `screens.tsx`, and a name and help in `words/frame/screens.ts`. The navigation, the palette, the help
 * and the accessibility test of the screens are derived from this table.
 */
export const SCREENS = {
  today: { group: 'first', right: 'see-office', key: 'd' },
  board: { group: 'first', right: 'see-office', key: 'o' },
  calendar: { group: 'first', right: 'see-office', key: 'c' },
  approvals: { group: 'first', right: 'decide-bookings', key: 'a' },
  settle: { group: 'first', right: 'see-office', key: 'l' },
  bookings: { group: 'work', right: 'see-office', key: 'b' },
  waiting: { group: 'work', right: 'see-office', key: 'w' },
  sessions: { group: 'work', right: 'enrol', key: 'n' },
  payments: { group: 'work', right: 'see-office', key: 'y' },
  machines: { group: 'records', right: 'see-office', key: 'm' },
  members: { group: 'records', right: 'see-office', key: 'e' },
  maintenance: { group: 'records', right: 'see-office', key: 't' },
  history: { group: 'office', right: 'see-office', key: 'h' },
  settings: { group: 'office', right: 'set-rules', key: 's' },
  help: { group: 'user', right: 'own-account', key: 'p' },
} as const satisfies Record<string, Row>
export type ScreenName = keyof typeof SCREENS
export const SCREEN_NAMES = Object.keys(SCREENS) as ScreenName[]

/** The screens that a role may use, in all groups or one. No others are shown to it. */
export function screensFor(role: Role, group?: Group): ScreenName[] {
  return SCREEN_NAMES.filter(
    name => may(role, SCREENS[name].right) && (group === undefined || SCREENS[name].group === group),
  )
}

/** The query for pending bookings. The approvals and the navigation's count share it, so that it runs once for both. */
export const WAITING = { status: ['pending'], order: 'oldest', limit: 100 } satisfies Omit<
  InputOf<'bookings.list'>,
  'cursor'
>

/** Where a window is: `#/machines?open=…`. Back and forward work, and an address can be kept. */
export type Place = {
  screen: ScreenName
  /** The booking whose details are open beside the screen, whichever it is. */
  bookingId: string | null
  /** The record of the screen's own list that is open beside it. */
  open: string | null
  /** The text that the screen searches for. */
  find: string | null
  /** The status that the list of bookings is limited to. */
  status: string | null
}
type Part = Exclude<keyof Place, 'screen'>

/** What each part is called in the address. */
const PARAMETERS: { readonly [P in Part]: string } = {
  bookingId: 'booking',
  open: 'open',
  find: 'find',
  status: 'status',
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash)
  return useMemo(() => placeOf(hash), [hash])
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const params = new URLSearchParams(query)
  return {
    screen: SCREEN_NAMES.find(name => name === path) ?? 'today',
    bookingId: params.get(PARAMETERS.bookingId),
    open: params.get(PARAMETERS.open),
    find: params.get(PARAMETERS.find),
    status: params.get(PARAMETERS.status),
  }
}

export function hrefOf(screen: ScreenName, more: Partial<Omit<Place, 'screen'>> = {}): string {
  const params = new URLSearchParams()
  for (const [part, parameter] of Object.entries(PARAMETERS)) {
    const value = more[part as Part]
    if (value) params.set(parameter, value)
  }
  const query = params.toString()
  return `#/${screen}${query ? `?${query}` : ''}`
}

export function goTo(screen: ScreenName, more?: { find?: string }): void {
  window.location.hash = hrefOf(screen, more)
}

/**
 * Where each kind of record is opened: a booking beside whatever screen is shown, a machine and a member beside their
 * own. Others have no panel of their own and lead to the screen that has them, or to a list (`at`) beside it. A kind that
 * is not listed is shown only beside another record, so its name is no link.
 */
const OPENED_ON: {
  readonly [E in RecordEntity]?: { readonly on: ScreenName | 'any'; readonly as?: Part; readonly at?: string }
} = {
  booking: { on: 'any', as: 'bookingId' },
  machine: { on: 'machines', as: 'open' },
  'machine-type': { on: 'machines' },
  maintenance: { on: 'maintenance', as: 'open' },
  member: { on: 'members', as: 'open' },
  booklet: { on: 'settings' },
  session: { on: 'sessions', as: 'open' },
  settings: { on: 'settings' },
  blackout: { on: 'settings' },
  holiday: { on: 'settings' },
  paper: { on: 'machines', at: 'papers' },
  payment: { on: 'payments', as: 'open' },
  quota: { on: 'settings' },
  user: { on: 'settings' },
  waiting: { on: 'waiting' },
}

/** The address at which a record is open, for a window that is at `place`. */
export function hrefOfRecord(entity: RecordEntity, id: string, place: Place): string {
  const { screen, ...parts } = place
  const { on, as, at } = OPENED_ON[entity] ?? { on: screen }
  const open = as ? { [as]: id } : at ? { open: at } : {}
  return on === 'any' ? hrefOf(screen, { ...parts, ...open }) : hrefOf(on, open)
}

/** Whether a record is opened anywhere, and the role is shown that screen. */
export function mayOpen(entity: RecordEntity, role: Role): boolean {
  // The history may have a line about a kind of record that this version does not know.
  const opened = Object.hasOwn(OPENED_ON, entity) ? OPENED_ON[entity] : undefined
  return opened !== undefined && (opened.on === 'any' || may(role, SCREENS[opened.on].right))
}

/** Opens a record, and closes whatever else is open beside the screen. */
export function openRecord(entity: RecordEntity, id: string): void {
  const here = placeOf(window.location.hash)
  window.location.hash = hrefOfRecord(entity, id, { ...here, bookingId: null, open: null })
}

/** Closes what is open beside the screen: the details of a booking, or a record of the screen's own list. */
export function closeBeside(part: 'bookingId' | 'open'): void {
  const { screen, ...parts } = placeOf(window.location.hash)
  window.location.hash = hrefOf(screen, { ...parts, [part]: null })
}
