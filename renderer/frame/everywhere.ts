import { may, type Permission, type Role } from '#booking/users/roles'
import { hrefOf, SCREENS, type ScreenName, screensFor } from '../navigation.ts'
import { openBookingForm } from '../open-booking-form.ts'
import { openTakePayment } from '../open-take-payment.ts'
import { openWaitingForm } from '../open-waiting-form.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { machineWords } from '../words/machines/screen.ts'
import { maintenanceWords } from '../words/maintenance/screen.ts'
import { memberWords } from '../words/members/screen.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { settingsWords } from '../words/settings/screen.ts'
import { waitingWords } from '../words/waiting/screen.ts'
import { sayNow } from '../words/words.ts'

/** Something to do, under the words of its button, with the keys that do it too. */
export type Action = {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[]
  readonly run: () => void
}

type Opening = {
  readonly screen: ScreenName
  /** What the screen opens beside its list, by its address. */
  readonly open: string
  readonly right: Permission
  readonly label: () => string
}

/** What is done on a screen of its own can be begun from everywhere. */
const OPENINGS: readonly Opening[] = [
  { screen: 'machines', open: 'add', right: 'keep-machines', label: () => sayNow(machineWords, 'add') },
  { screen: 'machines', open: 'types', right: 'keep-machines', label: () => sayNow(machineWords, 'types') },
  { screen: 'members', open: 'add', right: 'keep-members', label: () => sayNow(memberWords, 'add') },
  { screen: 'members', open: 'paste', right: 'keep-members', label: () => sayNow(memberWords, 'paste') },
  {
    screen: 'maintenance',
    open: 'schedule',
    right: 'keep-maintenance',
    label: () => sayNow(maintenanceWords, 'schedule'),
  },
  {
    screen: 'settings',
    open: 'new-user',
    right: 'keep-users',
    label: () => sayNow(settingsWords, 'addUser'),
  },
]
/** What these open is no record. */
export const OPENED_BY_ACTIONS: ReadonlySet<string> = new Set(OPENINGS.map(({ open }) => open))

/** What this role can do from every screen, in the language that is spoken now. */
export function actionsEverywhere(role: Role): Action[] {
  const openings = OPENINGS.filter(({ right }) => may(role, right)).map(({ screen, open, label }) => ({
    id: `${screen} ${open}`,
    label: label(),
    run: () => void (window.location.hash = hrefOf(screen, { open })),
  }))
  const booking = {
    id: 'new-booking',
    label: sayNow(frameWords, 'newBooking'),
    keys: ['N'],
    run: () => openBookingForm(),
  }
  const waiting = { id: 'waiting add', label: sayNow(waitingWords, 'add'), run: () => openWaitingForm() }
  const payment = { id: 'payments take', label: sayNow(paymentWords, 'take'), run: () => openTakePayment() }
  return may(role, 'enter-bookings') ? [booking, waiting, payment, ...openings] : openings
}

/** The screens of this role. */
export function screensToGoTo(role: Role): Action[] {
  return screensFor(role).map(name => ({
    id: name,
    label: sayNow(screenNames, name),
    keys: ['G', SCREENS[name].key.toUpperCase()],
    run: () => void (window.location.hash = hrefOf(name)),
  }))
}
