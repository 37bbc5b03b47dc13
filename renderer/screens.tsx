import { type ComponentType, lazy } from 'react'
import type { ScreenName } from './navigation.ts'

const LOADERS = {
  calendar: async () => ({ default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen }),
  approvals: async () => ({ default: (await import('./approvals/approvals-screen.tsx')).ApprovalsScreen }),
  bookings: async () => ({ default: (await import('./bookings/bookings-screen.tsx')).BookingsScreen }),
  machines: async () => ({ default: (await import('./machines/machines-screen.tsx')).MachinesScreen }),
  members: async () => ({ default: (await import('./members/members-screen.tsx')).MembersScreen }),
  maintenance: async () => ({
    default: (await import('./maintenance/maintenance-screen.tsx')).MaintenanceScreen,
  }),
  history: async () => ({ default: (await import('./history/history-screen.tsx')).HistoryScreen }),
  settings: async () => ({ default: (await import('./settings/settings-screen.tsx')).SettingsScreen }),
  help: async () => ({ default: (await import('./help/help-screen.tsx')).HelpScreen }),
} satisfies { [S in ScreenName]: () => Promise<{ default: ComponentType }> }
const details = async () => ({ default: (await import('./bookings/booking-details.tsx')).BookingDetails })
const form = async () => ({ default: (await import('./booking-form/booking-form.tsx')).BookingForm })

/** Each screen is loaded when it is first opened, or in a quiet moment before. */
export const SCREEN_PARTS: { readonly [S in ScreenName]: ComponentType } = {
  calendar: lazy(LOADERS.calendar),
  approvals: lazy(LOADERS.approvals),
  bookings: lazy(LOADERS.bookings),
  machines: lazy(LOADERS.machines),
  members: lazy(LOADERS.members),
  maintenance: lazy(LOADERS.maintenance),
  history: lazy(LOADERS.history),
  settings: lazy(LOADERS.settings),
  help: lazy(LOADERS.help),
}

export const BookingDetails = lazy(details)
export const BookingForm = lazy(form)
export const NoticeBell = lazy(async () => ({
  default: (await import('./notices/notice-bell.tsx')).NoticeBell,
}))

const QUIET_AFTER_MS = 1500

/** A key press then waits for no file, and a service that stops takes no screen with it. */
export function fetchTheOthers(): () => void {
  const load = async () => {
    for (const one of [form, details, ...Object.values(LOADERS)]) await one()
  }
  const timer = setTimeout(() => void load().catch(() => undefined), QUIET_AFTER_MS)
  return () => clearTimeout(timer)
}
