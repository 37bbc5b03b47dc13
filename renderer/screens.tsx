import {
  IconAddressBook,
  IconAlertTriangle,
  IconCalendarMonth,
  IconCash,
  IconChecklist,
  IconHelp,
  IconHistory,
  IconHourglass,
  IconLayoutBoard,
  IconListCheck,
  IconListDetails,
  IconPackages,
  type IconProps,
  IconSettings,
  IconTool,
  IconTractor,
  IconUsersGroup,
} from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import { SCREEN_NAMES, type ScreenName } from './navigation.ts'

type Code = {
  readonly icon: ComponentType<IconProps>
  /** Fetches the screen's code, when the screen is first opened. */
  load(): Promise<ComponentType>
  /**
   * What a user without the permission can do instead. Shown below the sentence that names the roles with the
   * permission.
   */
  notYours?(): Promise<ComponentType>
}

/** The icon and the code of each screen in `navigation.ts`. */
const CODE: { readonly [S in ScreenName]: Code } = {
  today: {
    icon: IconListCheck,
    load: async () => (await import('./first-run/today-or-first-steps.tsx')).TodayOrFirstSteps,
  },
  board: {
    icon: IconLayoutBoard,
    load: async () => (await import('./board/board-screen.tsx')).BoardScreen,
  },
  calendar: {
    icon: IconCalendarMonth,
    load: async () => (await import('./calendar/calendar-screen.tsx')).CalendarScreen,
  },
  approvals: {
    icon: IconChecklist,
    load: async () => (await import('./approvals/approvals-screen.tsx')).ApprovalsScreen,
    notYours: async () => (await import('./approvals/not-yours.tsx')).ApprovalsNotYours,
  },
  settle: {
    icon: IconAlertTriangle,
    load: async () => (await import('./settling/settle-screen.tsx')).SettleScreen,
  },
  bookings: {
    icon: IconListDetails,
    load: async () => (await import('./bookings/bookings-screen.tsx')).BookingsScreen,
  },
  waiting: {
    icon: IconHourglass,
    load: async () => (await import('./waiting/waiting-screen.tsx')).WaitingScreen,
  },
  sessions: {
    icon: IconUsersGroup,
    load: async () => (await import('./sessions/sessions-screen.tsx')).SessionsScreen,
  },
  batches: {
    icon: IconPackages,
    load: async () => (await import('./batches/batches-screen.tsx')).BatchesScreen,
  },
  payments: {
    icon: IconCash,
    load: async () => (await import('./payments/payments-screen.tsx')).PaymentsScreen,
  },
  machines: {
    icon: IconTractor,
    load: async () => (await import('./machines/machines-screen.tsx')).MachinesScreen,
  },
  members: {
    icon: IconAddressBook,
    load: async () => (await import('./members/members-screen.tsx')).MembersScreen,
  },
  maintenance: {
    icon: IconTool,
    load: async () => (await import('./maintenance/maintenance-screen.tsx')).MaintenanceScreen,
  },
  history: {
    icon: IconHistory,
    load: async () => (await import('./history/history-screen.tsx')).HistoryScreen,
  },
  settings: {
    icon: IconSettings,
    load: async () => (await import('./settings/settings-screen.tsx')).SettingsScreen,
    notYours: async () => (await import('./settings/not-yours.tsx')).SettingsNotYours,
  },
  help: {
    icon: IconHelp,
    load: async () => (await import('./help/help-screen.tsx')).HelpScreen,
  },
}

export const SCREEN_PARTS = Object.fromEntries(
  SCREEN_NAMES.map(name => {
    const { icon, load, notYours } = CODE[name]
    return [name, { icon, screen: loadedLate(load), notYours: notYours ? loadedLate(notYours) : null }]
  }),
) as { readonly [name: string]: Parts } as { readonly [S in ScreenName]: Parts }

type Parts = Pick<Code, 'icon'> & { readonly screen: ComponentType; readonly notYours: ComponentType | null }

const details = async () => (await import('./bookings/booking-details.tsx')).BookingDetails
const addToList = async () => (await import('./waiting/add-to-list.tsx')).AddToList
const takePayment = async () => (await import('./payments/take-payment.tsx')).TakePayment
const undo = async () => (await import('./undo/undo.tsx')).Undo
const form = async () => (await import('./booking-form/booking-form.tsx')).BookingForm

export const BookingDetails = loadedLate(details)
export const BookingForm = loadedLate(form)
export const AddToList = loadedLate(addToList)
export const TakePayment = loadedLate(takePayment)
export const Undo = loadedLate(undo)
export const NoticeBell = loadedLate(async () => (await import('./notices/notice-bell.tsx')).NoticeBell)

function loadedLate<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}

const QUIET_AFTER_MS = 1500

/**
 * Fetches the code of all other screens in advance. Screens then open without delay, also while the service is
 * stopped.
 */
export function fetchTheOthers(): () => void {
  const load = async () => {
    for (const one of [form, details, undo, addToList, takePayment]) await one()
    for (const screen of Object.values(CODE)) {
      await screen.load()
      await screen.notYours?.()
    }
  }
  const timer = setTimeout(() => void load().catch(() => undefined), QUIET_AFTER_MS)
  return () => clearTimeout(timer)
}
