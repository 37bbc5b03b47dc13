import { type ComponentType, lazy } from 'react'
import type { ScreenName } from './navigation.ts'

/** Each screen is loaded when it is first opened. */
export const SCREEN_PARTS: { readonly [S in ScreenName]: ComponentType } = {
  calendar: lazy(async () => ({ default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen })),
  approvals: lazy(async () => ({
    default: (await import('./approvals/approvals-screen.tsx')).ApprovalsScreen,
  })),
  bookings: lazy(async () => ({ default: (await import('./bookings/bookings-screen.tsx')).BookingsScreen })),
  machines: lazy(async () => ({ default: (await import('./machines/machines-screen.tsx')).MachinesScreen })),
  members: lazy(async () => ({ default: (await import('./members/members-screen.tsx')).MembersScreen })),
  maintenance: lazy(async () => ({
    default: (await import('./maintenance/maintenance-screen.tsx')).MaintenanceScreen,
  })),
  history: lazy(async () => ({ default: (await import('./history/history-screen.tsx')).HistoryScreen })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-screen.tsx')).SettingsScreen })),
  help: lazy(async () => ({ default: (await import('./help/help-screen.tsx')).HelpScreen })),
}

const details = () => import('./bookings/booking-details.tsx')
const form = () => import('./booking-form/booking-form.tsx')
export const BookingDetails = lazy(async () => ({ default: (await details()).BookingDetails }))
export const BookingForm = lazy(async () => ({ default: (await form()).BookingForm }))
export const NoticeBell = lazy(async () => ({
  default: (await import('./notices/notice-bell.tsx')).NoticeBell,
}))

/** What every clerk opens next is there before the key is pressed; a screen that is being loaded goes first. */
export function fetchWhatComesNext(): () => void {
  const timer = setTimeout(() => void Promise.all([form(), details()]).catch(() => undefined), 1500)
  return () => clearTimeout(timer)
}
